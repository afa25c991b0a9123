"""What each party asks for beside the designs, and what it costs to designate it: one line a party."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext_lazy as _

from chancery.services.filing.registrations.parties import Note, PartyRow, by_name, fees_by_party
from chancery.treaties import hague
from chancery.treaties.hague import article_5_parties as besides
from chancery.treaties.kernel import FeeLine


@dataclass(frozen=True, kw_only=True)
class DesignatedRow(PartyRow):
    """A row that leads to what is said of the designation, where there is one."""

    @property
    def href(self) -> str:
        return f"#item-designations.{self.place}" if self.chosen else super().href


_ASKS: tuple[tuple[Note, Callable[[hague.Party], bool]], ...] = (
    (Note(_("creator"), "Hague Art. 5(2)(b)(i)"), lambda one: "creator" in one.contents),
    (Note(_("creator as applicant, oath"), "Hague Rule 8(1)"), lambda one: one.code in besides.CREATORS),
    (Note(_("description"), "Hague Art. 5(2)(b)(ii)"), lambda one: "description" in one.contents),
    (Note(_("claim"), "Hague Art. 5(2)(b)(iii)"), lambda one: "claim" in one.contents),
    (Note(_("certain views"), "Hague Rule 9(3)"), lambda one: one.code in besides.VIEWS),
    (Note(_("one design, or one concept"), "Hague Art. 13(1)"), lambda one: one.code in besides.UNITY),
    (Note(_("documents on priority and disclosure"), "Hague Rule 7(5)"), lambda one: one.code in besides.DOCUMENTED),
    (Note(_("no deferment"), "Hague Art. 11(3)"), lambda one: one.deferment == 0),
)


def lines(application: hague.Application, on: date) -> list[PartyRow]:
    """Every party that can be designated on that day, by name. Fees are those of this application."""
    possible = hague.designable(on)
    places = {one.party: place for place, one in enumerate(application.designations)}
    fees = _fees(application, [one.code for one in possible], on)
    return by_name(
        DesignatedRow(code=one.code, fee=fees.get(one.code), asks=tuple(_asked(one)), place=places.get(one.code))
        for one in possible
    )


def _asked(party: hague.Party) -> Iterator[Note]:
    return (note for note, asks in _ASKS if asks(party))


def _fees(application: hague.Application, codes: list[str], on: date) -> dict[str, FeeLine]:
    """What each designation costs: as it is filled in where it is chosen, else with nothing said of it."""
    known = {one.party: one for one in application.designations}
    every = tuple(known.get(code, hague.Designation(party=code)) for code in codes)
    return fees_by_party(hague.fees(replace(application, designations=every), on=on).lines, codes)
