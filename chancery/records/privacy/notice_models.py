"""Tables of what the office accounts for: versions of the notice and who knows them, processors, breaches."""

from django.conf import settings
from django.db import models


class NoticeVersion(models.Model):
    """A version of the notice, as it was; nothing changes it. ``digest`` is the SHA-256 of ``content``.

    ``material``: it changed a kind of data, a purpose, a recipient or a period, so people are told, or accept it.
    """

    number = models.PositiveIntegerField(primary_key=True)
    digest = models.CharField(max_length=64)
    content = models.TextField()
    material = models.BooleanField()
    made_at = models.DateTimeField()

    class Meta:
        ordering = ("-number",)


class NoticeTold(models.Model):
    """That a person was written to about a material change, once."""

    version = models.ForeignKey(NoticeVersion, on_delete=models.PROTECT, related_name="told")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["version", "user"], name="told_once_of_a_version")]


class NoticeAcceptance(models.Model):
    """That a person has read and accepted a version, and when."""

    version = models.ForeignKey(NoticeVersion, on_delete=models.PROTECT, related_name="acceptances")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("-at",)
        constraints = [models.UniqueConstraint(fields=["version", "user"], name="a_version_is_accepted_once")]


class ProcessorRow(models.Model):
    """Somebody who handles data for the office (GDPR Art. 28), as the operator entered it; ended, not deleted."""

    name = models.CharField(max_length=200)
    does = models.CharField(max_length=400)
    country = models.CharField(max_length=2)  # WIPO ST.3 code
    safeguard = models.CharField(max_length=400, blank=True, default="")
    page = models.CharField(max_length=400, blank=True, default="")
    holds = models.JSONField(default=list)  # models, by label
    since = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("name", "pk")


class Breach(models.Model):
    """A breach of personal data (GDPR Art. 33(5)). What is known of it now; how that came to be known: its notes.

    ``known_at`` starts the 72 hours. ``risk``: "none" (unlikely to result in a risk), "risk" or "high"; empty while it
    is not assessed. ``late_because``: why the authority was told after the 72 hours; ``untold_because``: why the
    persons need not be told (Art. 34(3)).
    """

    title = models.CharField(max_length=200)
    known_at = models.DateTimeField()
    happened = models.CharField(max_length=200, blank=True, default="")
    holds = models.JSONField(default=list)  # models whose data it concerns, by label
    people = models.PositiveIntegerField(null=True)
    risk = models.CharField(max_length=10, blank=True, default="")
    consequences = models.TextField(blank=True, default="")
    measures = models.TextField(blank=True, default="")
    authority_told_at = models.DateTimeField(null=True)
    late_because = models.TextField(blank=True, default="")
    persons_told_at = models.DateTimeField(null=True)
    untold_because = models.TextField(blank=True, default="")
    closed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-known_at", "-pk")


class BreachNote(models.Model):
    """What was entered about a breach: by whom, when, which fields with which words. Nothing changes it."""

    breach = models.ForeignKey(Breach, on_delete=models.PROTECT, related_name="notes")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    entered = models.JSONField()

    class Meta:
        ordering = ("pk",)
