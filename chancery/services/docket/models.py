"""The time limits as they stand, made again from the ledger at any time; what each person wants to be reminded of."""

from django.conf import settings
from django.db import models


class Line(models.Model):
    """One time limit of one application. Written by `followers.Lines` alone.

    ``due`` is None where ``missing`` says what it depends on. ``place`` tells apart limits of one key in one
    application: two invitations of one form, or several designated Offices.
    """

    number = models.CharField(max_length=40)
    place = models.PositiveIntegerField()
    key = models.CharField(max_length=60)
    due = models.DateField(null=True)
    missing = models.TextField(blank=True, default="")
    actor = models.CharField(max_length=60)
    office = models.CharField(max_length=20)
    nature = models.CharField(max_length=20)
    act = models.TextField()
    cites = models.CharField(max_length=80)
    ended = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["number", "due"], name="docket_number_due")]


class Wish(models.Model):
    """What a person wants of the docket: reminders by e-mail so many days ahead, and a calendar feed.

    ``feed`` is the hash of the feed's secret; empty where there is none.
    """

    user = models.OneToOneField(settings.AUTH_USER_MODEL, primary_key=True, on_delete=models.CASCADE, related_name="+")
    reminders = models.BooleanField(default=False)
    days_ahead = models.JSONField(default=list)
    feed = models.CharField(max_length=64, blank=True, default="", db_index=True)
    feed_since = models.DateTimeField(null=True)


class Reminded(models.Model):
    """A reminder that was sent: each limit, day and distance once."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    number = models.CharField(max_length=40)
    key = models.CharField(max_length=60)
    due = models.DateField()
    days_ahead = models.PositiveSmallIntegerField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "number", "key", "due", "days_ahead"], name="one_reminder_each")
        ]
