"""The desk's own tables: the cases, made again from the ledger at any time, and who has taken which one."""

from django.conf import settings
from django.db import models


class Case(models.Model):
    """One application as it lies on the desk. Written by `followers.Desk` alone.

    ``barred``: something stands against a filing date (PCT Art. 11(1)). ``not_invited``: findings to correct that no
    invitation has named so far. ``invitation_due``: the earliest time limit of an open invitation. ``answered_on``: the
    day of an answer on which the office has still to act.
    ``fees_open``: something is still to be paid. ``publish_from`` and ``publish_expected``: the earliest and the
    expected day of publication, once there is a filing date. ``due_on``, ``due_for``, ``due_cites``: the earliest of
    what must happen next.
    """

    number = models.CharField(primary_key=True, max_length=40)
    treaty = models.CharField(max_length=10)
    title = models.TextField()
    applicant = models.TextField()
    status = models.CharField(max_length=30)
    version = models.PositiveIntegerField()
    received_on = models.DateField()
    filing_date = models.DateField(null=True)
    barred = models.BooleanField(default=False)
    not_invited = models.PositiveIntegerField(default=0)
    invitation_due = models.DateField(null=True)
    answered_on = models.DateField(null=True)
    fees_open = models.BooleanField(default=False)
    publish_from = models.DateField(null=True)
    publish_expected = models.DateField(null=True)
    publication_number = models.CharField(max_length=40)
    due_on = models.DateField(null=True)
    due_for = models.CharField(max_length=20)
    due_cites = models.CharField(max_length=80)

    class Meta:
        indexes = [models.Index(fields=["status", "due_on"], name="case_status_due")]


class Assignment(models.Model):
    """An officer has taken a case. Not in the ledger: who works on what is no fact of the right."""

    number = models.CharField(primary_key=True, max_length=40)
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    since = models.DateTimeField()
