"""What is kept, and who brought it. The bytes themselves lie in the store under the same hash."""

from django.db import models


class File(models.Model):
    """One content, once, however often it is brought. ``measures`` is there for PDFs and pictures that were inspected.

    ``small`` is a small picture of a picture, made once when it came. Nobody brought it: it goes with its pictures.
    """

    sha256 = models.CharField(primary_key=True, max_length=64)
    size = models.PositiveBigIntegerField()
    media_type = models.CharField(max_length=100)
    kept_at = models.DateTimeField()
    measures = models.JSONField(null=True)
    small = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="large")


class Deposit(models.Model):
    """Somebody brought a content, under a name. ``depositor`` is None for what the office itself made."""

    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="deposits")
    name = models.CharField(max_length=255)
    depositor = models.BigIntegerField(null=True, db_index=True)
    at = models.DateTimeField()
