"""Every contracting party as a designation: what it would cost, what it asks for, why it cannot be chosen."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from django.utils.translation import gettext as _

from chancery.services.filing.registrations.madrid.offered import UNION
from chancery.services.filing.registrations.offered import country_name
from chancery.services.filing.registrations.parties import Note, PartyRow, by_name, fees_by_party
from chancery.treaties import madrid
from chancery.treaties.kernel import FeeLine
from chancery.treaties.madrid.parties import Party, table
from chancery.treaties.madrid.rule_9 import INTENTION, ON_A_FORM
from chancery.treaties.madrid.tariffs import amounts

LONGER, STILL_LONGER = "Art. 5(2)(b)", "Art. 5(2)(c)"


def rows(application: madrid.Application, *, on: date) -> list[PartyRow]:
    """Every party by its name in the language of the page."""
    places = {one.party: place for place, one in enumerate(application.designations)}
    fees = _fees(application, on)
    return by_name(
        PartyRow(
            code=one.code,
            fee=fees.get(one.code),
            asks=tuple(_asks(one, application, on)),
            place=places.get(one.code),
            barred=_barred(one, application, on),
        )
        for one in table().values()
    )


def _fees(application: madrid.Application, on: date) -> dict[str, FeeLine]:
    """What each party costs for this application: those that are not designated yet are quoted for all its goods."""
    there = {one.party for one in application.designations}
    others = [madrid.Designation(party=one.code) for one in madrid.designable(on) if one.code not in there]
    quoted = replace(application, designations=(*application.designations, *others))
    return fees_by_party(madrid.fees(quoted, on=on).lines, table())


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
