"""What the three systems cost: the sheet that is paid together, and what falls due later."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from chancery.services.laws.registrations.questions import DesignFees, MarkFees, NameFees
from chancery.treaties import hague, lisbon, madrid
from chancery.treaties.kernel import FeeLine, FeeSheet
from chancery.treaties.kernel.plain import BadData

UNGROUPED, WRONG_CLASS = "ungrouped", "wrong_class"
"""Fees of Rule 12 of Madrid, reckoned by the number of terms."""

SECOND_PARTS = {"madrid": "Madrid Rule 34(3)", "hague": "Hague Rule 12(3)"}


@dataclass(frozen=True)
class Quote:
    """``later`` is what falls due only later, at the day's amounts: second parts, and a deferred publication."""

    on: date
    sheet: FeeSheet
    later: tuple[FeeLine, ...] = ()

    @property
    def together(self) -> tuple[FeeLine, ...]:
        """The lines that belong to no single party."""
        return tuple(line for line in self.sheet.lines if not party_of(line))

    @property
    def by_party(self) -> tuple[FeeLine, ...]:
        return tuple(line for line in self.sheet.lines if party_of(line))


def party_of(line: FeeLine) -> str:
    """The code of the party whose line it is, or nothing: lines of parties end in theirs (``individual_JP``)."""
    tail = line.code.rpartition("_")[2]
    return tail if tail.isupper() else ""


def marks(asked: MarkFees, *, on: date) -> Quote:
    """Fees of the Madrid System in the amounts of a day. Raises `BadData` for facts that cannot be."""
    application = asked.application()
    if asked.act == "application":
        sheet = madrid.fees(application, on=on)
    elif asked.act == "subsequent designation":
        sheet = madrid.subsequent_designation_fees(application, on=on)
    else:
        sheet = madrid.renewal_fees(application, on=on, in_grace=asked.act == "renewal in grace")
    return Quote(on, sheet, tuple(_second_parts(application, sheet, on)))


def _second_parts(application: madrid.Application, sheet: FeeSheet, on: date) -> Iterator[FeeLine]:
    for each in application.designations:
        if _goes_on(sheet, each.party, SECOND_PARTS["madrid"]):
            yield madrid.second_part(each, application, on=on)


def _goes_on(sheet: FeeSheet, party: str, rule: str) -> bool:
    """Whether the party's line says that a second part follows."""
    its = (line for line in sheet.lines if party_of(line) == party)
    return any(step.cites == rule for line in its for step in line.steps)


def designs(asked: DesignFees, *, on: date) -> Quote:
    """Fees of the Hague System in the amounts of a day. Raises `BadData` for facts that cannot be."""
    application = asked.application()
    if asked.act == "publication":
        return Quote(on, FeeSheet(hague.publication_fees(application, on=on)))
    if asked.act == "application":
        sheet = hague.fees(application, on=on)
        published = hague.publication_fees(application, on=on) if asked.deferred else ()
        return Quote(on, sheet, (*published, *_later_parts(application, sheet, on)))
    in_grace = asked.act == "renewal in grace"
    return Quote(on, hague.renewal_fees(application, number=asked.renewal, on=on, in_grace=in_grace))


def _later_parts(application: hague.Application, sheet: FeeSheet, on: date) -> Iterator[FeeLine]:
    for each in application.designations:
        if _goes_on(sheet, each.party, SECOND_PARTS["hague"]):
            yield hague.second_part(each, registered_on=on, on=on)


def names(asked: NameFees, *, on: date) -> Quote:
    """Fees of the Lisbon System in the amounts of a day. Raises `BadData` for an act that has none."""
    if asked.act == "registration":
        together = lisbon.fee(asked.act, on=on, least_developed=asked.least_developed)
        return Quote(on, FeeSheet((together, *_by_party(asked.parties, on))))
    if asked.act == "renewal":
        return Quote(on, FeeSheet((lisbon.renewal_fee(on=on),)))
    if asked.act not in lisbon.FEES:
        raise BadData("act", f"{asked.act!r} is not one of {', '.join((*lisbon.FEES, 'renewal'))}")
    return Quote(on, FeeSheet((lisbon.fee(asked.act, on=on, least_developed=asked.least_developed),)))


def _by_party(parties: tuple[str, ...], on: date) -> Iterator[FeeLine]:
    """The individual fees; the code of each ends with that of its party, as those of the other systems do."""
    for code in dict.fromkeys(parties):
        for line in lisbon.individual_fees((code,), on=on):
            yield line if party_of(line) else replace(line, code=f"{line.code}_{code}")


# Later acts


def later_acts(system: str) -> dict[str, str]:
    """The later acts that have a fee of their own (or are free of charge): code and name."""
    if system == "hague":
        return {code: one.fee.label for code, one in hague.LATER.items()}
    named = {code: one.fee.label for code, one in madrid.LATER.items()}
    return {**named, UNGROUPED: "Goods and services not grouped", WRONG_CLASS: "Terms in a wrong class"}


def later(system: str, act: str, count: int, *, on: date) -> Quote:
    """What a later act costs, for so many registrations (or terms). Raises `BadData` for an act that is none."""
    if act not in later_acts(system):
        raise BadData("act", f"{act!r} is not one of {', '.join(later_acts(system))}")
    if system == "hague":
        line = hague.later_fee(act, on=on, registrations=count)
    elif act == UNGROUPED:
        line = madrid.ungrouped_fee(count, on=on)
    elif act == WRONG_CLASS:
        line = madrid.wrong_class_fee(count, on=on)
    else:
        line = madrid.later_fee(act, on=on, requests=count)
    return Quote(on, FeeSheet((line,)))
