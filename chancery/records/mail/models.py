"""Letters as they were written, notes that are only sent, and what became of each message."""

from django.conf import settings
from django.db import models


class Message(models.Model):
    """An e-mail on its way (see `post`).

    ``state``: "kept" (none is sent), "waiting", "sending", "sent" (the mail server has accepted it) or "refused" (it
    never will). While it is open, ``due`` says when it is tried next.
    """

    written_at = models.DateTimeField()
    state = models.CharField(max_length=10)
    message_id = models.CharField(max_length=200)
    due = models.DateTimeField()
    attempts = models.PositiveIntegerField(default=0)
    trouble = models.TextField(blank=True, default="")
    sent_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True


OPEN = models.Q(state="waiting") | models.Q(state="sending")


class Letter(Message):
    """One letter to one person because of one entry of the ledger. Its PDF is kept under ``sha256``.

    The e-mail only says that it waits.
    """

    entry = models.BigIntegerField()
    recipient = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=40)
    number = models.CharField(max_length=40, db_index=True)
    language = models.CharField(max_length=10)
    subject = models.CharField(max_length=200)
    content = models.JSONField()  # paragraphs, facts (label, value), findings (message, cites)
    sha256 = models.CharField(max_length=64)
    read_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-written_at", "-pk")
        constraints = [
            models.UniqueConstraint(fields=["entry", "recipient", "kind"], name="one_letter_per_entry_and_recipient")
        ]
        indexes = [models.Index(fields=["due"], name="mail_open", condition=OPEN)]


class Note(Message):
    """A short e-mail to an address, with or without an account. The words are erased once it has been sent."""

    email = models.EmailField()
    about = models.CharField(max_length=40)
    subject = models.CharField(max_length=200)
    body = models.TextField()

    class Meta:
        ordering = ("-written_at", "-pk")
        indexes = [models.Index(fields=["due"], name="note_open", condition=OPEN)]
