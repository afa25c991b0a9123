"""Searches that somebody keeps, and what tells of new records. Not in the ledger: a search is no fact of a right."""

from django.conf import settings
from django.db import models


class SavedSearch(models.Model):
    """A search that somebody keeps: a name, the collection, and the rest as the address of its results (``asked``).

    ``owner`` is None where it was kept by e-mail address alone; then it lives and ends with its one alert.
    """

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=80)
    collection = models.CharField(max_length=20, blank=True, default="")
    asked = models.TextField(blank=True, default="")
    made_at = models.DateTimeField()

    class Meta:
        ordering = ("-made_at", "-pk")


class Alert(models.Model):
    """A way in which somebody is told of records that are newly published and that a search finds.

    ``through``: the ledger entry up to which it has been judged; it moves in the transaction that notes what was
    found. ``confirmed_at``: None until the reader of ``email`` has said yes. ``said_at``: the last summary.
    ``trouble``: why it stands still. ``key`` is random: with the installation's own secret it makes the secret of the
    alert's addresses and the key that signs its calls, so the table alone opens nothing.
    """

    search = models.ForeignKey(SavedSearch, on_delete=models.CASCADE, related_name="alerts")
    way = models.CharField(max_length=10)  # "mail", "feed", "webhook"
    every = models.CharField(max_length=10, blank=True, default="")  # of mail: "at once", "daily", "weekly"
    email = models.EmailField(blank=True, default="")  # only where there is no account
    url = models.CharField(max_length=500, blank=True, default="")  # only of a webhook
    language = models.CharField(max_length=10)
    key = models.CharField(max_length=32)
    through = models.BigIntegerField()
    made_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)
    said_at = models.DateTimeField()
    trouble = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        ordering = ("pk",)
        indexes = [models.Index(fields=["through"], name="alert_through")]


class Found(models.Model):
    """A newly published record that an alert has found. ``told``: the mail that names it has been written."""

    alert = models.ForeignKey(Alert, on_delete=models.CASCADE, related_name="found")
    entry = models.BigIntegerField()
    collection = models.CharField(max_length=20)
    key = models.CharField(max_length=200)
    at = models.DateTimeField()
    told = models.BooleanField(default=False)

    class Meta:
        ordering = ("-entry",)
        constraints = [models.UniqueConstraint(fields=["alert", "entry"], name="found_once")]


class Call(models.Model):
    """One message to a webhook: its body as it is sent and sent again, and what became of it.

    ``due_at`` is None once it has been delivered or given up.
    """

    alert = models.ForeignKey(Alert, on_delete=models.CASCADE, related_name="calls")
    message_id = models.CharField(max_length=40, unique=True)
    body = models.TextField()
    made_at = models.DateTimeField()
    due_at = models.DateTimeField(null=True)
    tries = models.PositiveIntegerField(default=0)
    delivered_at = models.DateTimeField(null=True)
    trouble = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        ordering = ("-pk",)
        indexes = [models.Index(fields=["due_at"], name="call_due")]


class Workbook(models.Model):
    """Many queries that somebody keeps together, one a line, and in which language they are read."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=80)
    collection = models.CharField(max_length=20, blank=True, default="")
    dialect = models.CharField(max_length=20, blank=True, default="")
    stemming = models.BooleanField(default=True)
    lines = models.TextField()
    made_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        ordering = ("-changed_at", "-pk")
