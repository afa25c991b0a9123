"""Tables of the ledger and of those who follow it. Nobody but this room touches them."""

from django.db import models


class Head(models.Model):
    """The one row that a writer locks: how long the ledger is. One writer at a time (decision 0001)."""

    size = models.BigIntegerField(default=0)
    edge = models.BinaryField(default=b"")  # hashes of the complete subtrees from left to right, 32 bytes each


class Entry(models.Model):
    """One event at its place in the ledger. Body and salt are gone once it has been erased; the commitment stays."""

    number = models.BigIntegerField(primary_key=True)
    stream = models.CharField(max_length=120)
    version = models.PositiveIntegerField()
    kind = models.CharField(max_length=80)
    at = models.DateTimeField()
    body = models.TextField(null=True)
    salt = models.BinaryField(max_length=32, null=True)
    commitment = models.BinaryField(max_length=32)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["stream", "version"], name="one_event_per_version")]


class Node(models.Model):
    """A complete subtree above the leaves; the key is ``level << 48 | index`` (see ``core/tree.py``)."""

    key = models.BigIntegerField(primary_key=True)
    digest = models.BinaryField(max_length=32)


class Bookmark(models.Model):
    """How far a follower has read."""

    follower = models.CharField(primary_key=True, max_length=80)
    number = models.BigIntegerField(default=0)


class OutboxItem(models.Model):
    """Something owed to one recipient because of one entry: written once, delivered until it succeeds."""

    follower = models.CharField(max_length=80)
    number = models.BigIntegerField()
    recipient = models.CharField(max_length=200)
    payload = models.JSONField(default=dict)
    attempts = models.PositiveIntegerField(default=0)
    due = models.DateTimeField()
    delivered_at = models.DateTimeField(null=True)
    trouble = models.TextField(blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["follower", "number", "recipient"], name="one_item_per_recipient")
        ]
        indexes = [
            models.Index(fields=["follower", "due"], name="outbox_open", condition=models.Q(delivered_at__isnull=True))
        ]


class ClockShift(models.Model):
    """How far a demonstration office's clock has been set forward. One row; absent means the true time."""

    days = models.PositiveIntegerField(default=0)
