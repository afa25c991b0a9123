"""What Offices have declared of themselves, as the reckoning of time limits wants it."""

from chancery.records.register.models import Closure
from chancery.treaties import pct

FIELDS = ("office", "what", "first", "last", "announced", "reason")


def declared() -> tuple[pct.Closure, ...]:
    """Every declaration, the latest first."""
    return tuple(pct.Closure(**row) for row in Closure.objects.values(*FIELDS))
