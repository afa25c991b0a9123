"""Tables of the rights that take effect at once, of erasures, and of what the run of retention has done."""

from django.conf import settings
from django.db import models


class Exercise(models.Model):
    """A person used a right, and it took effect at once. ``kind``: a key of `rights.KINDS`; ``what``: a particular."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20)
    what = models.CharField(max_length=80, blank=True, default="")
    at = models.DateTimeField()

    class Meta:
        ordering = ("-at", "-pk")


class Erasure(models.Model):
    """An account was erased. It is named by its number alone.

    ``keys_destroyed_at``: since when no backup can give back what was its own; None while a place of the keys could
    not be reached.
    """

    account = models.PositiveBigIntegerField()
    at = models.DateTimeField()
    receipt = models.CharField(max_length=64)
    keys_destroyed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-at", "-pk")


class Look(models.Model):
    """Somebody opened an unpublished application, or an account of somebody else, on a day.

    ``number`` is the application, or ``about`` the account. A day is one row, however often it was opened.
    """

    viewer = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    number = models.CharField(max_length=40, blank=True, default="", db_index=True)
    about = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="+")
    on = models.DateField()

    class Meta:
        ordering = ("-on", "-pk")
        constraints = [
            models.UniqueConstraint(
                fields=["viewer", "number", "on"], condition=~models.Q(number=""), name="one_look_at_a_number_a_day"
            ),
            models.UniqueConstraint(
                fields=["viewer", "about", "on"], condition=models.Q(number=""), name="one_look_at_an_account_a_day"
            ),
        ]


class Hold(models.Model):
    """Nothing of one account, or of one application, is erased while this stands: somebody needs it for a legal claim.

    ``account`` is the number of an account, or ``number`` that of an application; ``reason`` is shown to the person.
    """

    account = models.PositiveBigIntegerField(null=True)
    number = models.CharField(max_length=40, blank=True, default="")
    reason = models.TextField()
    placed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    placed_at = models.DateTimeField()
    lifted_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-placed_at", "-pk")


class Destroyed(models.Model):
    """What one run of retention destroyed in one table, by which declaration: numbers and words, nothing of anybody."""

    at = models.DateTimeField(db_index=True)
    model = models.CharField(max_length=80)
    keep = models.TextField()
    fields = models.TextField(blank=True, default="")
    rows = models.PositiveBigIntegerField()

    class Meta:
        ordering = ("-at", "pk")
