"""Letters as they were written, notes that are only sent, what became of each; and what stands in a person's inbox."""

from typing import Any

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
UNREAD = models.Q(read_at=None, archived_at=None)


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


class Mention(models.Model):
    """Another file of which a letter tells: it stands among the letters about that file as well."""

    letter = models.ForeignKey(Letter, on_delete=models.CASCADE, related_name="mentions")
    number = models.CharField(max_length=40, db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["letter", "number"], name="one_mention_per_letter_and_file")]


def mentioned_in(number: str) -> models.QuerySet[Mention, Any]:
    """The letters that tell of a file besides their own, as a condition."""
    return Mention.objects.filter(number=number).values("letter")


class Note(Message):
    """A short e-mail to an address, with or without an account. The words are erased once it has been sent.

    ``kind`` is a key of `classes.CLASSES`; ``recipient`` the account to which it goes, where there is one.
    """

    email = models.EmailField()
    recipient = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20, default="office")
    about = models.CharField(max_length=40)
    subject = models.CharField(max_length=200)
    body = models.TextField()

    class Meta:
        ordering = ("-written_at", "-pk")
        indexes = [models.Index(fields=["due"], name="note_open", condition=OPEN)]


class Item(models.Model):
    """One line of a person's inbox: something that a service told them.

    ``service`` is the room it comes from (its URL namespace), ``kind`` the class of mail, ``link`` a path of this
    portal. ``words`` are what a search looks in: subject, matter and body in small letters. ``held``: it waits for the
    next summary instead of going out as an e-mail of its own.
    """

    recipient = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    service = models.CharField(max_length=20)
    kind = models.CharField(max_length=20)
    letter = models.OneToOneField(Letter, null=True, on_delete=models.CASCADE, related_name="item")
    about = models.CharField(max_length=40, blank=True, default="")
    subject = models.CharField(max_length=200)
    body = models.TextField(blank=True, default="")
    link = models.CharField(max_length=300, blank=True, default="")
    language = models.CharField(max_length=10)
    words = models.TextField()
    at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)
    archived_at = models.DateTimeField(null=True)
    held = models.BooleanField(default=False)

    class Meta:
        ordering = ("-at", "-pk")
        indexes = [
            models.Index(fields=["recipient", "-at"], name="item_recipient"),
            models.Index(fields=["recipient"], name="item_unread", condition=UNREAD),
            models.Index(fields=["recipient"], name="item_held", condition=models.Q(held=True)),
        ]


class Rhythm(models.Model):
    """How often a person wants optional mail: "at once", or gathered into one summary "daily" or "weekly".

    ``last_at``: when the last summary was made, or the rhythm chosen. Nobody without a row has chosen: "at once".
    """

    user = models.OneToOneField(settings.AUTH_USER_MODEL, primary_key=True, on_delete=models.CASCADE, related_name="+")
    every = models.CharField(max_length=10)
    last_at = models.DateTimeField()
