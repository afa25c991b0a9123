"""The desk's table of registration files, made again from the ledger at any time."""

from django.db import models


class RegistrationCase(models.Model):
    """One registration file as it lies on the desk. Written by `followers.RegistrationDesk` alone.

    ``office`` is where it was presented. ``send_by``: it lies at that Office, and must be with the International Bureau
    by then to keep its day; ``with_bureau``: it is there. ``to_notice``: findings of which no notice has told.
    ``notices_open``, ``notice_due``: notices without an answer, and the first day on which one is due; ``classes``: one
    proposes classes; ``for_origin``: one is for the Office of origin. ``answered_on``: the last answer, while nothing
    is decided. ``ready``: nothing stands against registering. ``to_notify``: parties that wait for their notification.
    ``publish_from``: the first day on which the registration may be published. ``unprinted``: what was recorded or
    stated since, and stands in no bulletin; ``stated_on``: the last statement among it. ``requests_open``,
    ``requested_on``: requests to be recorded or declined, and the first of them. ``until``, ``grace_until``: the end of
    the term and of its grace. ``deferred_until``: the end of the deferment. ``over``: nothing of it stands in any
    party. ``due_on``, ``due_for``, ``due_cites``: the earliest of what must happen next.
    """

    number = models.CharField(primary_key=True, max_length=40)
    system = models.CharField(max_length=10)
    title = models.TextField()
    holder = models.TextField()
    office = models.CharField(max_length=2)
    status = models.CharField(max_length=20)
    version = models.PositiveIntegerField()
    received_on = models.DateField()
    registration_number = models.CharField(max_length=40)
    registered_on = models.DateField(null=True)
    with_bureau = models.BooleanField(default=False)
    send_by = models.DateField(null=True)
    to_notice = models.PositiveIntegerField(default=0)
    notices_open = models.PositiveIntegerField(default=0)
    notice_due = models.DateField(null=True)
    classes = models.BooleanField(default=False)
    for_origin = models.BooleanField(default=False)
    answered_on = models.DateField(null=True)
    ready = models.BooleanField(default=False)
    to_notify = models.PositiveIntegerField(default=0)
    publish_from = models.DateField(null=True)
    unprinted = models.PositiveIntegerField(default=0)
    stated_on = models.DateField(null=True)
    requests_open = models.PositiveIntegerField(default=0)
    requested_on = models.DateField(null=True)
    until = models.DateField(null=True)
    grace_until = models.DateField(null=True)
    deferred_until = models.DateField(null=True)
    over = models.BooleanField(default=False)
    due_on = models.DateField(null=True)
    due_for = models.CharField(max_length=20)
    due_cites = models.CharField(max_length=80)

    class Meta:
        indexes = [models.Index(fields=["system", "status", "due_on"], name="registration_case_due")]
