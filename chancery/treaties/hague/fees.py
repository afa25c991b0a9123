"""What an application and a renewal of designs cost (Art. 7, 17; Rules 12, 24; Schedule of Fees).

All amounts are in Swiss francs (Rule 28(1)).
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from chancery.treaties.hague.application import Application, Designation
from chancery.treaties.hague.parties import Party, party
from chancery.treaties.hague.tariffs import CURRENCY, amounts, reckoned, says_enough, schedule, second_part_for
from chancery.treaties.kernel.determine import NotDeterminable
from chancery.treaties.kernel.fees import Fee, FeeLine, FeeSheet, Running
from chancery.treaties.kernel.money import Money
from chancery.treaties.kernel.step import Step

HALF = Decimal("0.5")
BASIC = Fee(code="basic", label="Basic fee", cites="Hague Rule 12(1)(a)(i)", fixed_by="receipt")
STANDARD = Fee(code="standard", label="Standard designation fee", cites="Hague Rule 12(1)(a)(ii)", fixed_by="receipt")
INDIVIDUAL = Fee(code="individual", label="Individual designation fee", cites="Hague Art. 7(2)", fixed_by="receipt")
SECOND = Fee(code="second", label="Second part of the designation fee", cites="Hague Rule 12(3)", fixed_by="request")
PUBLICATION = Fee(code="publication", label="Publication fee", cites="Hague Rule 12(1)(a)(iv)", fixed_by="receipt")
WORDS = Fee(code="words", label="Description over 100 words", cites="Hague Rule 11(2)", fixed_by="receipt")
SURCHARGE = Fee(
    code="surcharge", label="Surcharge for late renewal", cites="Hague Schedule item 10", fixed_by="payment"
)
FEES = (BASIC, STANDARD, INDIVIDUAL, SECOND, PUBLICATION, WORDS, SURCHARGE)
"""What an application and a renewal cost; fees of later acts: fees_later.py."""


def fees(application: Application, *, on: date) -> FeeSheet:
    """What an international application costs, in the amounts of the day of receipt.

    Where publication is deferred, the publication fee may be paid later (Rule 16(3)); it is not in this sheet then.
    """
    day = application.received_on or on
    return FeeSheet(
        (
            _scheduled(BASIC, "basic", application.designs, application, day),
            *_words(application, day),
            *(() if application.deferred else publication_fees(application, on=day)),
            *(_designation(each, application, day) for each in application.designations),
        )
    )


def publication_fees(application: Application, *, on: date) -> tuple[FeeLine, ...]:
    """What the publication costs: by reproduction, and more for further pages where they are on paper."""
    line = _scheduled(PUBLICATION, "publication", application.reproductions, application, on)
    if application.paper_pages <= 1:
        return (line,)
    pages = _scheduled(PUBLICATION, "paper", application.paper_pages, application, on)
    return (line, replace(pages, code="paper", label="Further pages of reproductions on paper"))


def renewal_fees(
    application: Application,
    *,
    number: int,
    on: date,
    in_grace: bool = False,
    counts: Mapping[str, int] | None = None,
) -> FeeSheet:
    """What a renewal costs. ``number`` is 1 for the first one: some parties' fees rise with it, or end.

    ``counts`` are the designs that go on, by party, where there are fewer than in the application. Within the months of
    grace half of the basic fee is added; that share is from memory.
    """
    basic = _scheduled(BASIC, "renewal_basic", application.designs, application, on)
    late = (_surcharge(basic, on),) if in_grace else ()
    return FeeSheet((basic, *late, *_renewals(application, number, on, counts or {})))


def second_part(designation: Designation, *, registered_on: date, on: date) -> FeeLine:
    """The second part of an individual fee, by the time of the registration (Rule 12(3))."""
    part = second_part_for(registered_on, designation.party)
    found = amounts(designation.party, "application", part)
    entry = found.at(on) if found else None
    if entry is None:
        return SECOND.missing(f"the second part of the fee of {designation.party} on {on}", on)
    return _named(SECOND.line(reckoned(entry, designation.party, 1, designation.category), on), designation.party)


def _lower(application: Application) -> str:
    return "least_developed" if application.least_developed else ""


def _scheduled(fee: Fee, item: str, count: int, application: Application, day: date) -> FeeLine:
    entry = schedule()[item].at(day)
    if entry is None:
        return fee.missing(f"the amount of the {fee.label.lower()} on {day}", day)
    return fee.line(reckoned(entry, fee.label, count, _lower(application)), day)


def _words(application: Application, day: date) -> Iterator[FeeLine]:
    entry = schedule()["words"].at(day)
    free = entry.values["free"] if entry else 0
    over = application.described_words - free
    if entry and over > 0:
        each = Money.of(entry.values["each"], CURRENCY)
        step = Step(f"{over} words over {free}, at {each} each", entry.cites, str(each * over))
        yield WORDS.line(Running(each * over, (step,), entry.confidence), day)


def _designation(each: Designation, application: Application, day: date) -> FeeLine:
    found = party(each.party)
    if found is None:
        return INDIVIDUAL.missing(f"a contracting party {each.party or '(not named)'}", day)
    if _takes_individual(found, "application", day):
        return _named(_individual(each, application, "application", day), each.party)
    return _named(_standard(each, found, application, day), each.party)


def _takes_individual(found: Party, operation: str, day: date) -> bool:
    """A party that went over to the standard fee is paid it from the day on which its level was declared."""
    if found.fee == "individual":
        return True
    before = found.level_from is not None and day < found.level_from
    return before and amounts(found.code, operation, "whole") is not None


def _standard(each: Designation, found: Party, application: Application, day: date) -> FeeLine:
    known = found.level if found.level_from is None or found.level_from <= day else None
    level = each.level or known
    if level is None:
        first = schedule()["standard_1"].at(day)
        least = f"at level 1: {reckoned(first, '', application.designs, _lower(application)).amount}" if first else ""
        return STANDARD.missing(NotDeterminable((f"the level of the standard fee of {each.party}",), least), day)
    return _scheduled(STANDARD, f"standard_{level}", application.designs, application, day)


def _individual(each: Designation, application: Application, operation: str, day: date) -> FeeLine:
    found = amounts(each.party, operation, "whole", "first")
    entry = found.at(day) if found else None
    if entry is None:
        return INDIVIDUAL.missing(f"the individual fee of {each.party} for {operation} on {day}", day)
    lower = each.category or _lower(application)
    if not says_enough(entry, application.designs):
        return _first_only(reckoned(entry, each.party, 1, lower), each.party, day)
    line = INDIVIDUAL.line(reckoned(entry, each.party, application.designs, lower), day)
    if amounts(each.party, operation, "first") is found:
        later = Step("A second part is due when the Office finds the design registrable", "Hague Rule 12(3)")
        return replace(line, steps=(*line.steps, later))
    return line


def _first_only(first: Running, code: str, day: date) -> FeeLine:
    """The line where our table has the amount of the first design only."""
    missing = NotDeterminable((f"what each further design costs in {code}",), f"for the first: {first.amount}")
    return INDIVIDUAL.unsure(missing, day, first)


def _renewals(whole: Application, number: int, day: date, counts: Mapping[str, int]) -> Iterator[FeeLine]:
    for each in whole.designations:
        found = party(each.party)
        application = replace(whole, designs=counts.get(each.party, whole.designs))
        if found is None:
            yield INDIVIDUAL.missing(f"a contracting party {each.party or '(not named)'}", day)
        elif found.fee == "standard":
            yield _named(_scheduled(STANDARD, "renewal_standard", application.designs, application, day), each.party)
        elif (line := _individual_renewal(each, application, number, day)) is not None:
            yield _named(line, each.party)


def _individual_renewal(each: Designation, application: Application, number: int, day: date) -> FeeLine | None:
    """The fee for that renewal. A party with amounts for earlier renewals only takes none for a later one."""
    for operation in (f"renewal {number}", "renewal"):
        found = amounts(each.party, operation, "whole")
        entry = found.at(day) if found else None
        if entry:
            return INDIVIDUAL.line(reckoned(entry, each.party, application.designs, each.category), day)
    first = amounts(each.party, "renewal 1", "whole")
    if first and first.at(day):
        return None
    return INDIVIDUAL.missing(f"the individual fee of {each.party} for renewal {number} on {day}", day)


def _surcharge(basic: FeeLine, day: date) -> FeeLine:
    if isinstance(basic.amount, NotDeterminable):
        return SURCHARGE.missing(basic.amount, day)
    half = basic.amount * HALF
    return SURCHARGE.line(
        Running(half, (Step("Half of the basic fee", SURCHARGE.cites, str(half)),), "unverified"), day
    )


def _named(line: FeeLine, code: str) -> FeeLine:
    """A line of a party says whose it is."""
    found = party(code)
    return replace(line, code=f"{line.code}_{code}", label=f"{line.label}, {found.name if found else code}")
