"""What each party asks for beside the designs, and what it costs to designate it: one line a party."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext_lazy as _

from chancery.services.filing.registrations.offered import country_name
from chancery.services.filing.shapes import Text
from chancery.treaties import hague
from chancery.treaties.hague import article_5_parties as besides
from chancery.treaties.kernel import FeeLine


@dataclass(frozen=True)
class Ask:
    """Something that a party asks for, in a word or two, with its provision."""

    what: Text
    cites: str


@dataclass(frozen=True)
class PartyLine:
    """A party that can be designated: its fee for this application, and what it asks for."""

    code: str
    fee: FeeLine | None
    asks: tuple[Ask, ...]
    chosen: bool
    place: int | None = None

    @property
    def name(self) -> str:
        return country_name(self.code)


_ASKS: tuple[tuple[Ask, Callable[[hague.Party], bool]], ...] = (
    (Ask(_("creator"), "Hague Art. 5(2)(b)(i)"), lambda one: "creator" in one.contents),
    (Ask(_("creator as applicant, oath"), "Hague Rule 8(1)"), lambda one: one.code in besides.CREATORS),
    (Ask(_("description"), "Hague Art. 5(2)(b)(ii)"), lambda one: "description" in one.contents),
    (Ask(_("claim"), "Hague Art. 5(2)(b)(iii)"), lambda one: "claim" in one.contents),
    (Ask(_("certain views"), "Hague Rule 9(3)"), lambda one: one.code in besides.VIEWS),
    (Ask(_("one design, or one concept"), "Hague Art. 13(1)"), lambda one: one.code in besides.UNITY),
    (Ask(_("documents on priority and disclosure"), "Hague Rule 7(5)"), lambda one: one.code in besides.DOCUMENTED),
    (Ask(_("no deferment"), "Hague Art. 11(3)"), lambda one: one.deferment == 0),
)


def lines(application: hague.Application, on: date) -> list[PartyLine]:
    """Every party that can be designated on that day, by name. Fees are those of this application."""
    possible = hague.designable(on)
    places = {one.party: place for place, one in enumerate(application.designations)}
    fees = _fees(application, [one.code for one in possible], on)
    found = (
        PartyLine(one.code, fees.get(one.code), tuple(_asked(one)), one.code in places, places.get(one.code))
        for one in possible
    )
    return sorted(found, key=lambda line: line.name.casefold())


def _asked(party: hague.Party) -> Iterator[Ask]:
    return (ask for ask, asks in _ASKS if asks(party))


def _fees(application: hague.Application, codes: list[str], on: date) -> dict[str, FeeLine]:
    """What each designation costs: as it is filled in where it is chosen, else with nothing said of it."""
    known = {one.party: one for one in application.designations}
    every = tuple(known.get(code, hague.Designation(party=code)) for code in codes)
    sheet = hague.fees(replace(application, designations=every), on=on)
    return {line.code.rpartition("_")[2]: line for line in sheet.lines if line.code.rpartition("_")[2] in codes}
