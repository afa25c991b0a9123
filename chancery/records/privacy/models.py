"""Requests that need somebody of the office, and receipts of erasures. All else is made from what rooms declare."""

from django.conf import settings
from django.db import models


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
