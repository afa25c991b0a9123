"""Series of numbers, and who may see a right before it is public. The rights themselves are in the ledger."""

from django.conf import settings
from django.db import models


class Series(models.Model):
    """A running number without gaps: "PCT/IB2026" → 17 given so far (PCT Administrative Instructions, Section 307)."""

    name = models.CharField(primary_key=True, max_length=40)
    given = models.PositiveIntegerField(default=0)


class Share(models.Model):
    """A person, or an organisation, that may see a right, and act on it, before publication. ``until``: last day."""

    number = models.CharField(max_length=40)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    organisation = models.PositiveBigIntegerField(null=True, db_index=True)
    level = models.CharField(max_length=20)
    since = models.DateTimeField()
    until = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["number", "user"], name="one_share_per_person"),
            models.UniqueConstraint(fields=["number", "organisation"], name="one_share_per_organisation"),
            models.CheckConstraint(
                condition=models.Q(user__isnull=True) ^ models.Q(organisation__isnull=True), name="share_has_one_holder"
            ),
        ]


class Contact(models.Model):
    """How to reach a person named in a request. Beside the ledger, because it is never published."""

    number = models.CharField(max_length=40)
    name = models.TextField()
    email = models.CharField(max_length=320, blank=True, default="")
    phone = models.CharField(max_length=100, blank=True, default="")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["number", "name"], name="one_contact_per_person")]


class Closure(models.Model):
    """What an Office has declared of itself (PCT Rules 82quater.2, .3). Written with the event itself."""

    entry = models.BigIntegerField(primary_key=True)
    office = models.CharField(max_length=2)
    what = models.CharField(max_length=20)
    first = models.DateField()
    last = models.DateField()
    announced = models.DateField()
    reason = models.CharField(max_length=300)

    class Meta:
        ordering = ("-first", "-entry")


class Disclosure(models.Model):
    """A right that has been published: from then on it is open to everyone. Written with the event itself."""

    number = models.CharField(primary_key=True, max_length=40)
    publication_number = models.CharField(max_length=40, unique=True)
    published_on = models.DateField(db_index=True)
    issue = models.CharField(max_length=20, db_index=True)


class Printing(models.Model):
    """One appearance of a registration in the bulletin of its system: all of it is public. Written with the event.

    ``what`` is "registration", or the key of the act that was recorded. Patents have their own table in the gazette.
    """

    entry = models.BigIntegerField(primary_key=True)
    system = models.CharField(max_length=10)
    number = models.CharField(max_length=40)
    registration_number = models.CharField(max_length=40)
    what = models.CharField(max_length=60)
    published_on = models.DateField()
    issue = models.CharField(max_length=20)

    class Meta:
        indexes = [models.Index(fields=["system", "issue"], name="printing_of_an_issue")]
        ordering = ("entry",)
