"""What an application, a subsequent designation and a renewal cost (Art. 7, 8; Rules 10, 24, 30; Schedule of Fees).

All amounts are in Swiss francs (Rule 35(1)). Which day's amounts count, Rule 34(7) says; the caller gives that day.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from chancery.treaties.kernel.dated import Dated, Entry
from chancery.treaties.kernel.determine import NotDeterminable
from chancery.treaties.kernel.fees import Fee, FeeLine, FeeSheet, Running
from chancery.treaties.kernel.money import Money
from chancery.treaties.kernel.step import Step
from chancery.treaties.madrid.application import Application, Designation
from chancery.treaties.madrid.parties import party, safeguarded
from chancery.treaties.madrid.tariffs import Operation, Part, amounts, reckoned, schedule

FREE_CLASSES = 3
HALF = Decimal("0.5")
SAFEGUARD = "Madrid Art. 9sexies(1)(b)"

BASIC = Fee(code="basic", label="Basic fee", cites="Madrid Art. 8(2)(i)", fixed_by="receipt")
SUPPLEMENTARY = Fee(code="supplementary", label="Supplementary fee", cites="Madrid Art. 8(2)(ii)", fixed_by="receipt")
COMPLEMENTARY = Fee(code="complementary", label="Complementary fee", cites="Madrid Art. 8(2)(iii)", fixed_by="receipt")
INDIVIDUAL = Fee(code="individual", label="Individual fee", cites="Madrid Art. 8(7)(a)", fixed_by="receipt")
SECOND = Fee(code="second", label="Second part of the individual fee", cites="Madrid Rule 34(3)", fixed_by="request")
SURCHARGE = Fee(
    code="surcharge", label="Surcharge for late renewal", cites="Madrid Schedule item 6.5", fixed_by="payment"
)
FEES = (BASIC, SUPPLEMENTARY, COMPLEMENTARY, INDIVIDUAL, SECOND, SURCHARGE)
"""What an application, a designation and a renewal cost; fees of later acts: fees_later.py."""


def fees(application: Application, *, on: date) -> FeeSheet:
    """What an international application costs, in the amounts of the day on which the Office of origin received it."""
    day = application.received_on or on
    return FeeSheet(
        (_basic(application, day), *_supplementary(application, day), *_designations(application, "designation", day))
    )


def subsequent_designation_fees(application: Application, *, on: date) -> FeeSheet:
    """What a subsequent designation costs. There is no supplementary fee, whatever the number of classes (item 5)."""
    return FeeSheet((_item("subsequent_basic", BASIC, on), *_designations(application, "designation", on)))


def renewal_fees(application: Application, *, on: date, in_grace: bool = False) -> FeeSheet:
    """What a renewal costs, in the amounts of ``on``: the day of payment, or the due date where it is paid later.

    Within the six months of grace half of the basic fee is added (Rule 30(1)); some parties then have another tariff.
    """
    operation: Operation = "renewal in grace" if in_grace else "renewal"
    late = (_surcharge(on),) if in_grace else ()
    return FeeSheet(
        (
            _item("renewal_basic", BASIC, on),
            *late,
            *_supplementary(application, on),
            *_designations(application, operation, on),
        )
    )


def second_part(designation: Designation, application: Application, *, on: date) -> FeeLine:
    """The second part of an individual fee, due when the Office finds that the mark can be registered (Rule 34(3))."""
    entry = _entry(designation.party, "designation", application, "second", on)
    if entry is None:
        missing = SECOND.missing(f"the second part of the individual fee of {designation.party} on {on}", on)
        return _named(missing, designation)
    return _named(SECOND.line(reckoned(entry, designation.party, application.classes_in(designation)), on), designation)


def takes_individual_fee(designation: Designation, application: Application, day: date) -> bool | None:
    """Whether the party is paid a fee of its own for this holder; nothing where what it declared is not known."""
    found = party(designation.party)
    if found is None or found.fee == "unknown":
        return None
    return found.fee == "individual" and not safeguarded(application.origin, designation.party, day)


def _basic(application: Application, day: date) -> FeeLine:
    entry = schedule()["basic"].at(day)
    if entry is None:
        return BASIC.missing(f"the basic fee on {day}", day)
    colour = bool(application.colour)
    amount = Money.of(entry.values["colour" if colour else "amount"], entry.values["currency"])
    step = _read(f"A reproduction of the mark {'in colour' if colour else 'without colour'}", entry, amount)
    running = Running(amount, (step,), entry.confidence)
    if not application.least_developed:
        return BASIC.line(running, day)
    return _for_the_least_developed(running, entry, day, colour=colour)


def _for_the_least_developed(running: Running, entry: Entry, day: date, *, colour: bool) -> FeeLine:
    column = "least_developed_colour" if colour else "least_developed"
    if column not in entry.values:
        return BASIC.unsure(
            NotDeterminable((f"the reduced basic fee on {day}",), f"{running.amount} without"), day, running
        )
    reduced = Money.of(entry.values[column], entry.values["currency"])
    return BASIC.line(running.then(reduced, "A tenth: the country of origin is least developed", entry.cites), day)


def _item(item: str, fee: Fee, day: date) -> FeeLine:
    """A fee that is one amount of the Schedule."""
    entry = schedule()[item].at(day)
    if entry is None:
        return fee.missing(f"the amount of the {fee.label.lower()} on {day}", day)
    return fee.line(Running(entry.money, (_read(fee.label, entry, entry.money),), entry.confidence), day)


def _read(text: str, entry: Entry, amount: Money) -> Step:
    return Step(f"{text} (since {entry.since})", entry.cites, str(amount))


def _supplementary(application: Application, day: date) -> Iterator[FeeLine]:
    """For each class above three, unless every designated party is paid a fee of its own (Art. 8(7)(a)(i))."""
    beyond = len(application.in_classes) - FREE_CLASSES
    paid = [takes_individual_fee(each, application, day) for each in application.designations]
    if beyond <= 0 or (paid and all(paid)):
        return
    entry = schedule()["supplementary"].at(day)
    if entry is None:
        yield SUPPLEMENTARY.missing(f"the supplementary fee on {day}", day)
        return
    running = Running(entry.money * beyond, (_supplement(beyond, entry),), entry.confidence)
    if False not in paid and None in paid:
        missing = NotDeterminable(("what every designated party declared on fees",), f"{running.amount}, or nothing")
        yield SUPPLEMENTARY.unsure(missing, day, running)
        return
    standard = ", ".join(each.party for each, one in zip(application.designations, paid, strict=True) if one is False)
    why = (
        f"Not every designated party is paid a fee of its own: {standard}" if standard else "No party is designated yet"
    )
    yield SUPPLEMENTARY.line(running.noting(Step(why, "Madrid Art. 8(7)(a)(i)")), day)


def _supplement(beyond: int, entry: Entry) -> Step:
    text = f"{beyond} class{'es' if beyond > 1 else ''} above {FREE_CLASSES}, at {entry.money} each"
    return Step(text, entry.cites, str(entry.money * beyond))


def _designations(application: Application, operation: Operation, day: date) -> Iterator[FeeLine]:
    for each in application.designations:
        own = takes_individual_fee(each, application, day)
        if own is None:
            yield _named(INDIVIDUAL.missing(f"what {each.party or 'a party'} declared on fees", day), each)
        elif own:
            yield _named(_individual(each, application, operation, day), each)
        else:
            yield _named(_complementary(each, application, day), each)


def _complementary(each: Designation, application: Application, day: date) -> FeeLine:
    line = _item("complementary", COMPLEMENTARY, day)
    found = party(each.party)
    if found is None or found.fee != "individual":
        return line
    why = f"{each.party} and {application.origin} are both bound by Agreement and Protocol, so no fee of its own"
    return replace(line, steps=(*line.steps, Step(why, SAFEGUARD)))


def _individual(each: Designation, application: Application, operation: Operation, day: date) -> FeeLine:
    """A party's own fee. In the months of grace some parties have a tariff that replaces or adds to that of renewal."""
    if operation != "renewal in grace":
        return _tariff(each, application, operation, day)
    entry = _entry(each.party, operation, application, "whole", day)
    if entry is None:
        return _tariff(each, application, "renewal", day)
    classes = application.classes_in(each)
    if not entry.values.get("adds"):
        return INDIVIDUAL.line(reckoned(entry, each.party, classes), day)
    line, more = _tariff(each, application, "renewal", day), reckoned(entry, each.party, classes)
    if isinstance(line.amount, NotDeterminable):
        return line
    total = line.amount + more.amount
    step = Step(f"In the months of grace {more.amount} more", "Madrid Rule 30(1)(a)", str(total))
    return replace(line, amount=total, steps=(*line.steps, step))


def _tariff(each: Designation, application: Application, operation: Operation, day: date) -> FeeLine:
    for part in PARTS:
        entry = _entry(each.party, operation, application, part, day)
        if entry is not None:
            line = INDIVIDUAL.line(reckoned(entry, each.party, application.classes_in(each)), day)
            later = Step("A second part is due when the Office finds the mark registrable", "Madrid Rule 34(3)")
            return replace(line, steps=(*line.steps, later)) if part == "first" else line
    return INDIVIDUAL.missing(_unknown(each, application, operation, day), day)


PARTS: tuple[Part, ...] = ("whole", "first")


def _entry(code: str, operation: Operation, application: Application, part: Part, day: date) -> Entry | None:
    found = amounts(code, operation, application.kind, part)
    return found.at(day) if found else None


def _unknown(each: Designation, application: Application, operation: Operation, day: date) -> NotDeterminable:
    """What is missing, and the amounts on the nearest days on which they are known."""
    missing = f"the individual fee of {each.party} for {operation} on {day}"
    found = amounts(each.party, operation, application.kind, "whole")
    near = _nearest(found, day) if found else ()
    classes = application.classes_in(each)
    known = [f"{reckoned(entry, each.party, classes).amount} on {entry.since}" for entry in near]
    return NotDeterminable((missing,), ", ".join(known))


def _nearest(found: Dated, day: date) -> tuple[Entry, ...]:
    before = max((entry for entry in found.entries if entry.since < day), key=lambda entry: entry.since, default=None)
    after = min((entry for entry in found.entries if entry.since > day), key=lambda entry: entry.since, default=None)
    return tuple(entry for entry in (before, after) if entry)


def _named(line: FeeLine, each: Designation) -> FeeLine:
    """A line of a party says whose it is."""
    found = party(each.party)
    return replace(line, code=f"{line.code}_{each.party}", label=f"{line.label}, {found.name if found else each.party}")


def _surcharge(day: date) -> FeeLine:
    entry = schedule()["renewal_basic"].at(day)
    if entry is None:
        return SURCHARGE.missing(f"the basic fee for renewal on {day}", day)
    half = entry.money * HALF
    return SURCHARGE.line(
        Running(half, (Step("Half of the basic fee", SURCHARGE.cites, str(half)),), entry.confidence), day
    )
