"""Requests that need somebody of the office, and receipts of erasures. All else is made from what rooms declare."""

from django.conf import settings
from django.db import models

from chancery.records.privacy import notice_models  # noqa: F401 - tables of this room too
from chancery.records.privacy.rights_models import Destroyed, Erasure, Exercise, Hold, Look

__all__ = [
    "Consent",
    "ConsentHead",
    "ConsentText",
    "Destroyed",
    "Erasure",
    "Exercise",
    "Hold",
    "Look",
    "Receipt",
    "Request",
]


class Request(models.Model):
    """A person asks that their data be corrected by the office, be restricted, or objects to a use of them.

    ``right`` is a key of `queries.RIGHTS`. To be answered within a month (GDPR Art. 12(3)).
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    right = models.CharField(max_length=20)
    text = models.TextField()
    made_at = models.DateTimeField()
    answer = models.TextField(blank=True, default="")
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ("-made_at", "-pk")


class Receipt(models.Model):
    """The receipt of an erasure, to be fetched for a while by whoever has its address. It names nobody."""

    digest = models.CharField(primary_key=True, max_length=64)
    note = models.TextField()
    made_at = models.DateTimeField()


class ConsentText(models.Model):
    """A text to which somebody said yes or no, as it was shown. ``digest`` is the SHA-256 of ``words``."""

    digest = models.CharField(primary_key=True, max_length=64)
    words = models.TextField()
    version = models.PositiveIntegerField()
    language = models.CharField(max_length=10)


class Consent(models.Model):
    """One entry of the ledger of consents: somebody said yes or no to one purpose. Written once (see `consents`).

    ``user``, or for somebody without an account ``address``: a keyed hash of it. ``how`` is the way it was said.
    ``commitment`` is over a salt and everything before it; ``hash`` is over the hash before and the commitment. An
    erased entry has neither person nor salt, and the chain still holds (decision 0013).
    """

    number = models.PositiveBigIntegerField(primary_key=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    address = models.CharField(max_length=64, blank=True, default="")
    purpose = models.CharField(max_length=40)
    given = models.BooleanField()
    text = models.ForeignKey(ConsentText, on_delete=models.PROTECT, related_name="+")
    how = models.CharField(max_length=120, blank=True)
    at = models.DateTimeField()
    salt = models.CharField(max_length=64, blank=True)
    commitment = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ("number",)
        indexes = [
            models.Index(fields=["user", "purpose", "-number"], name="consent_user"),
            models.Index(fields=["address", "purpose", "-number"], name="consent_address"),
        ]


class ConsentHead(models.Model):
    """The one row that says how long the ledger of consents is, and its last hash. Locked by whoever writes."""

    size = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=64, default="0" * 64)
