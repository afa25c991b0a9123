"""Until when publication can be deferred: the shortest time that a designated party has declared."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from chancery.services.filing.registrations.offered import country_name
from chancery.treaties import hague
from chancery.treaties.hague.rule_16 import LONGEST
from chancery.treaties.kernel import TimeLimit


@dataclass(frozen=True)
class Deferment:
    """``months`` at most; ``shortest`` are the parties that declared them, none where it is the thirty of Rule 16(1).

    ``without`` are designated parties that allow none: the Bureau asks to withdraw them, or deferment is disregarded.
    ``publication`` is the time limit as if the application were presented today.
    """

    months: int
    shortest: tuple[str, ...]
    without: tuple[str, ...]
    publication: TimeLimit | None

    @property
    def due(self) -> date | None:
        found = self.publication.due if self.publication else None
        return found if isinstance(found, date) else None


def deferment(application: hague.Application, limits: Iterable[TimeLimit]) -> Deferment:
    """What the designations of an application leave of the time for which it can be deferred."""
    designated = [found for one in application.designations if (found := hague.party(one.party))]
    declared = [one for one in designated if one.deferment]
    months = min((one.deferment for one in declared), default=LONGEST)
    shortest = [one for one in declared if one.deferment == months < LONGEST]
    return Deferment(
        months=min(months, LONGEST),
        shortest=tuple(country_name(one.code) for one in shortest),
        without=tuple(country_name(one.code) for one in designated if one.deferment == 0),
        publication=next((one for one in limits if one.key == "publication"), None),
    )
