"""The desk's own tables: the cases, made again from the ledger at any time, and who has taken which one."""

from django.conf import settings
from django.db import models

from chancery.services.examination.registrations.models import RegistrationCase

__all__ = ["Appearance", "Assignment", "Case", "RegistrationCase"]


class Case(models.Model):
    """One application as it lies on the desk. Written by `followers.Desk` alone.

    ``barred``: something stands against a filing date (PCT Art. 11(1)). ``not_invited``: findings to correct that no
    invitation has named so far. ``invitation_due``: the earliest time limit of an open invitation. ``answered_on``: the
    day of an answer on which the office has still to act. ``fees_open``: something is still to be paid.
    ``publish_from`` and ``publish_expected``: the earliest and the expected day of publication, once there is a filing
    date. ``prepared_on``: its technical preparations are completed; ``kind_code`` and ``again``: as what it is to be
    published, and published again. ``copies_open``: record or search copy are still to go. ``search_due``: a search
    report is waited for, until then. ``papers``: how much came in that nobody has acknowledged or decided on.
    ``demanded_on``: a report of Chapter II is waited for. ``report_from``: from that day the report of Chapter I is
    made. ``due_on``, ``due_for``, ``due_cites``: the earliest of what must happen next.
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
    prepared_on = models.DateField(null=True)
    kind_code = models.CharField(max_length=2, default="")
    again = models.CharField(max_length=2, default="")
    copies_open = models.BooleanField(default=False)
    search_due = models.DateField(null=True)
    papers = models.PositiveIntegerField(default=0)
    demanded_on = models.DateField(null=True)
    report_from = models.DateField(null=True)
    due_on = models.DateField(null=True)
    due_for = models.CharField(max_length=20)
    due_cites = models.CharField(max_length=80)

    class Meta:
        indexes = [models.Index(fields=["status", "due_on"], name="case_status_due")]


class Appearance(models.Model):
    """One publication in one issue of the gazette: all of it is public. Written by `followers.Desk` alone."""

    entry = models.BigIntegerField(primary_key=True)
    number = models.CharField(max_length=40)
    publication_number = models.CharField(max_length=40)
    kind_code = models.CharField(max_length=2)
    published_on = models.DateField()
    issue = models.CharField(max_length=20, db_index=True)
    title = models.TextField()
    applicant = models.TextField()
    symbols = models.CharField(max_length=400)

    class Meta:
        ordering = ("publication_number", "kind_code")


class Assignment(models.Model):
    """An officer has taken a case. Not in the ledger: who works on what is no fact of the right."""

    number = models.CharField(primary_key=True, max_length=40)
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    since = models.DateTimeField()
