"""Every contracting party as a designation: what it would cost, what it asks for, why it cannot be chosen."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from django.utils.translation import gettext as _

from chancery.services.filing.registrations.madrid.offered import UNION
from chancery.services.filing.registrations.offered import country_name
from chancery.treaties import madrid
from chancery.treaties.kernel import FeeLine, Money
from chancery.treaties.madrid.parties import Party, table
from chancery.treaties.madrid.rule_9 import INTENTION, ON_A_FORM
from chancery.treaties.madrid.tariffs import amounts

LONGER, STILL_LONGER = "Art. 5(2)(b)", "Art. 5(2)(c)"


@dataclass(frozen=True)
class Note:
    """One sentence about a party, and the provision it rests on."""

    text: str
    cites: str


@dataclass(frozen=True)
class PartyRow:
    """A party in the table and on the map. ``fee`` is what its designation costs for the goods as they stand."""

    code: str
    name: str
    chosen: bool
    fee: FeeLine | None
    asks: tuple[Note, ...]
    barred: Note | None

    @property
    def tone(self) -> Literal["on", "part", "chosen", "off"]:
        """As the map has it: designated, the applicant's own, not possible, possible."""
        if self.chosen:
            return "on"
        return "off" if self.barred is None else "part"

    @property
    def label(self) -> str:
        """In words, for the tile: the name, what it costs, or why not."""
        if self.barred:
            return f"{self.name}: {self.barred.text}"
        cost = str(self.fee.amount) if self.fee and isinstance(self.fee.amount, Money) else _("fee not yet known")
        return f"{self.name}: {cost}, {_('designated') if self.chosen else _('not designated')}"

    @property
    def href(self) -> str:
        return f"#party-{self.code}"


def rows(application: madrid.Application, *, on: date) -> list[PartyRow]:
    """Every party by its name in the language of the page."""
    fees, chosen = _fees(application, on), {one.party for one in application.designations}
    found = [
        PartyRow(
            code=one.code,
            name=country_name(one.code),
            chosen=one.code in chosen,
            fee=fees.get(one.code),
            asks=tuple(_asks(one, application, on)),
            barred=_barred(one, application, on),
        )
        for one in table().values()
    ]
    return sorted(found, key=lambda row: row.name.casefold())


def _fees(application: madrid.Application, on: date) -> dict[str, FeeLine]:
    """What each party costs for this application: those that are not designated yet are quoted for all its goods."""
    there = {one.party for one in application.designations}
    others = [madrid.Designation(party=one.code) for one in madrid.designable(on) if one.code not in there]
    quoted = replace(application, designations=(*application.designations, *others))
    lines = madrid.fees(quoted, on=on).lines
    return {line.code.rpartition("_")[2]: line for line in lines if "_" in line.code}


def _barred(party: Party, application: madrid.Application, on: date) -> Note | None:
    """Why the party cannot be designated in this application."""
    if party.code == application.origin:
        return Note(_("the party of the Office of origin"), "Madrid Art. 3bis")
    if party.through:
        name = country_name(party.through)
        return Note(_("only through {name}").format(name=name), "Madrid Art. 3ter(1)")
    if not party.bound(on):
        day = party.since.isoformat() if party.since else ""
        return Note(_("bound only from {day}").format(day=day), "Madrid Art. 3ter(1)")
    return None


def _asks(party: Party, application: madrid.Application, on: date) -> Iterator[Note]:
    """What it asks for besides, and what it may do."""
    if party.code in ON_A_FORM:
        yield Note(_("intention to use declared on form MM18, signed"), "Madrid Rule 7(2)")
    elif INTENTION in party.declared:
        yield Note(_("the designation declares the intention to use"), "Madrid Rule 7(2)")
    if party.code == UNION:
        yield Note(_("a second language"), "Madrid Rule 9(5)(g)(ii)")
    if amounts(party.code, "designation", application.kind, "second"):
        yield Note(_("a second part of the fee, once the mark is found registrable"), "Madrid Rule 34(3)")
    if LONGER in party.declared and not madrid.safeguarded(application.origin, party.code, on):
        later = STILL_LONGER in party.declared
        text = _("refusal within 18 months, on opposition later still") if later else _("refusal within 18 months")
        yield Note(text, f"Madrid {STILL_LONGER if later else LONGER}")
