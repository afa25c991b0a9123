"""What the contracting parties declared, each provision in one plain sentence.

A provision that is not in these tables is shown by its citation alone: nothing is guessed about it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from chancery.treaties import hague, lisbon, madrid
from chancery.treaties.kernel.confidence import Confidence


@dataclass(frozen=True)
class Declared:
    """A declaration of a party: its lasting name in an address, what it rests on, and what it means for a holder."""

    key: str
    cites: str
    says: Any
    confidence: Confidence = "rule"


MADRID: Mapping[str, Any] = {
    "Art. 5(2)(b)": _("The Office has eighteen months, not twelve, to refuse."),
    "Art. 5(2)(c)": _("A refusal that rests on an opposition may come after the eighteen months."),
    "Art. 14(5)": _("A registration made before this party was bound cannot be extended to it."),
    "Rule 7(2)": _("Who designates this party declares the intention to use the mark there."),
    "Rule 17(5)(d)": _("The Office reviews its provisional refusals, whether or not the holder asks for it."),
    "Rule 17(5)(e)": _("A provisional refusal of the Office is not open to review before that Office."),
    "Rule 20bis(6)(a)": _(
        "The law of this party has no recording of licences: one recorded internationally has no effect."
    ),
    "Rule 20bis(6)(b)": _("A licence recorded in the international register has no effect in this party."),
    "Rule 27bis(6)": _("A registration cannot be divided for this party."),
    "Rule 27ter(2)(b)": _("Registrations that came of a division cannot be merged for this party."),
    "Rule 34(2)(b)": _("The Office takes the fees of its own applicants and sends them on."),
    "Rule 34(3)(a)": _(
        "The individual fee is paid in two parts: the second when the Office finds the mark registrable."
    ),
    "Rule 40(6), 27bis(1)": _("Division does not apply here while the law of this party does not provide for it."),
    "Rule 40(6), 27ter(2)(a)": _("Merger after division does not apply here while the law does not provide for it."),
    "Rule 40(8)": _("The least time to answer a refusal, two months, does not bind this Office yet."),
}
"""Provision -> what a declaration under it means. In our words; the declaration itself binds."""

LISBON: Mapping[str, Any] = {
    "Art. 6(5)(b)": _("Protection begins here on the day that the party names, not on that of the registration."),
    "Art. 7(4)": _("An individual fee is due for protection in this party."),
    "Art. 7(4), use": _("An administrative fee is due for the use of the name in this party."),
    "Art. 29(4)": _("For registrations older than its accession this party has one more year to refuse."),
}

CONTENTS: Mapping[str, tuple[str, Any]] = {
    "creator": ("Art. 5(2)(b)(i)", _("The application names the creator of the design.")),
    "description": (
        "Art. 5(2)(b)(ii)",
        _("The application describes the reproductions or the features of the design."),
    ),
    "claim": ("Art. 5(2)(b)(iii)", _("The application has a claim, in the words that the party prescribes.")),
}
"""Hague: what a party asks for besides -> its provision and its sentence."""

INDIVIDUAL = _("A designation costs a fee of its own, not the standard one.")
TWELVE_MONTHS = _("The Office has twelve months, not six, to refuse.")
NO_DEFERMENT = _("Publication cannot be deferred where this party is designated.")
SHORT_DEFERMENT = _("Publication can be deferred for less than thirty months where this party is designated.")
OFFICE_CLOSED = _("Applications cannot be filed through the Office of this party.")
CLEARANCE = _("An application that comes from this party needs a security clearance.")
THIRTY = 30
SIX = 6


def of_madrid(one: madrid.Party) -> tuple[Declared, ...]:
    """In the order of the law, the individual fee first."""
    own = [Declared("Art. 8(7)", "Madrid Art. 8(7)(a)", INDIVIDUAL)] if one.fee == "individual" else []
    return (*own, *_listed(MADRID, "Madrid", one.declared))


def of_lisbon(one: lisbon.Party) -> tuple[Declared, ...]:
    return _listed(LISBON, "Lisbon", one.declared)


def _listed(known: Mapping[str, Any], law: str, declared: Iterable[str]) -> tuple[Declared, ...]:
    """Those known in the order of the law, then the others, which have no sentence."""
    found = set(declared)
    ordered = [each for each in known if each in found] + sorted(found - set(known))
    return tuple(Declared(each, f"{law} {each.partition(',')[0]}", known.get(each, "")) for each in ordered)


def of_hague(one: hague.Party) -> tuple[Declared, ...]:
    return tuple(_hague(one))


def _hague(one: hague.Party) -> Iterable[Declared]:
    if one.office_closed:
        yield Declared("Art. 4(1)(b)", "Hague Art. 4(1)(b)", OFFICE_CLOSED)
    for content in one.contents:
        place, says = CONTENTS.get(content, (content, ""))
        yield Declared(place, f"Hague {place}", says)
    if one.fee == "individual":
        yield Declared("Art. 7(2)", "Hague Art. 7(2)", INDIVIDUAL)
    if one.deferment < THIRTY:
        says = SHORT_DEFERMENT if one.deferment else NO_DEFERMENT
        yield Declared("Art. 11(1)", "Hague Art. 11(1)", says, one.deferment_confidence)
    if one.clearance:
        yield Declared("Rule 13(4)", "Hague Rule 13(4)", CLEARANCE)
    if one.refusal > SIX:
        yield Declared("Rule 18(1)(b)", "Hague Rule 18(1)(b)", TWELVE_MONTHS, one.refusal_confidence)
