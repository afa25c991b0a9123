"""Letters as they were written, and what became of the message that announces each."""

from django.conf import settings
from django.db import models


class Letter(models.Model):
    """One letter to one person because of one entry of the ledger. Its PDF is kept under ``sha256``.

    ``state`` is about the e-mail that says a letter waits: "kept" (none is sent), "waiting", "sending", "sent" (the
    mail server has accepted it) or "refused" (it never will). While it is open, ``due`` says when it is tried next.
    """

    entry = models.BigIntegerField()
    recipient = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=40)
    number = models.CharField(max_length=40, db_index=True)
    language = models.CharField(max_length=10)
    subject = models.CharField(max_length=200)
    content = models.JSONField()  # paragraphs, facts (label, value), findings (message, cites)
    sha256 = models.CharField(max_length=64)
    written_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)

    state = models.CharField(max_length=10)
    message_id = models.CharField(max_length=200)
    due = models.DateTimeField()
    attempts = models.PositiveIntegerField(default=0)
    trouble = models.TextField(blank=True, default="")
    sent_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-written_at", "-pk")
        constraints = [
            models.UniqueConstraint(fields=["entry", "recipient", "kind"], name="one_letter_per_entry_and_recipient")
        ]
        indexes = [
            models.Index(
                fields=["due"], name="mail_open", condition=models.Q(state="waiting") | models.Q(state="sending")
            )
        ]
