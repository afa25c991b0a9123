"""What has been published: noisy numbers only. Private to this room."""

from django.db import models


class Release(models.Model):
    """One week's tables, published once. ``lives``: the most keys that a day of it had, by which the noise has grown.

    ``epsilon`` is what the release costs a visitor-day in sum, by OpenDP's own proof of each table.
    """

    week = models.CharField(max_length=8, unique=True)
    released_at = models.DateTimeField()
    lives = models.PositiveSmallIntegerField()
    days = models.PositiveSmallIntegerField()
    epsilon = models.FloatField()

    class Meta:
        ordering = ("week",)


class Cell(models.Model):
    """One number of a release, with its noise. It may be negative: noise that is cut off at nothing would no longer add
    up to the truth over many weeks.
    """

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="cells")
    table = models.CharField(max_length=12)
    key = models.CharField(max_length=400)
    value = models.IntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["release", "table", "key"], name="one_cell_a_key")]
