"""A change of a calendar or of a time limit, tried on every open file before it is put in force. Nothing is kept."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from chancery.core.saying import said
from chancery.records.register import queries as register
from chancery.services.examination.models import Case
from chancery.services.examination.queues import ALIVE
from chancery.treaties import pct
from chancery.treaties.kernel import Reckoning, months
from chancery.treaties.pct.basis import Basis
from chancery.treaties.pct.simulation import Law, Moved, simulate

STARTS = ("priority", "filing", "receipt")
"""From what a time limit may be counted instead: properties of `Basis`."""

LONGEST = 62
"""How many days an Office may be tried as closed at once."""


@dataclass(frozen=True)
class Change:
    """What is tried: an Office closed on some days, or a time limit counted in another way, or both.

    ``months`` count from ``start``, which is one of `STARTS`.
    """

    office: str = ""
    first: date | None = None
    last: date | None = None
    key: str = ""
    months: int | None = None
    start: str = "priority"

    @property
    def law(self) -> Law:
        """The law as it would be."""
        law = Law()
        if self.office and self.first:
            law = law.closing(self.office, dict.fromkeys(self._days(), "closed, as tried here"))
        if self.key and self.months is not None:
            law = law.with_limit(self.key, self._counted)
        return law

    def _days(self) -> list[date]:
        if self.first is None:
            return []
        count = ((self.last or self.first) - self.first).days + 1
        return [self.first + timedelta(days=day) for day in range(count)]

    def _counted(self, basis: Basis) -> Iterator[Reckoning]:
        start: Reckoning = getattr(basis, self.start)
        yield start.plus(months(self.months or 0), "")


@dataclass(frozen=True)
class Tried:
    """What a change would move: how many files were looked at, and each date that moves."""

    files: int
    moves: tuple[Moved, ...]

    @property
    def cases(self) -> int:
        """In how many files something moves."""
        return len({one.case for one in self.moves})


def try_out(change: Change, *, on: date) -> Tried:
    """Compare the law in force with the changed one, over all files that are open on a day."""
    numbers = list(Case.objects.filter(ALIVE).order_by("number").values_list("number", flat=True))
    found = register.rights(numbers)
    records = [(number, found[number].record) for number in numbers if number in found]
    return Tried(len(records), simulate(records, after=change.law, open_on=on))


def act_of(key: str) -> str:
    """What a time limit is for, by its key."""
    return next((said(one.act) for one in pct.LIMITS if one.key == key), key)
