"""The cost of going on: what the Offices ask in the national phase, by Office, each amount with its source and date.

An estimate. Currencies are never summed with each other, agents and translators are not in it, and what a schedule does
not say is named, not guessed.
"""

from dataclasses import dataclass
from datetime import date

from chancery.treaties.kernel.confidence import Confidence, least
from chancery.treaties.kernel.determine import NotDeterminable
from chancery.treaties.kernel.fees import FeeLine, FeeSheet
from chancery.treaties.kernel.money import Money
from chancery.treaties.kernel.periods import Period
from chancery.treaties.kernel.step import Step
from chancery.treaties.pct.application import Application
from chancery.treaties.pct.costs_case import Extent, Facts, Translation, translation
from chancery.treaties.pct.costs_tables import OfficeFee, Renewal, Schedule, Stage, schedules
from chancery.treaties.pct.fees_tables import Entity
from chancery.treaties.pct.offices import name_of
from chancery.treaties.pct.record import Record
from chancery.treaties.pct.states import is_bound, regional_offices, routes

LAST_YEAR = 20
REGIONAL = frozenset({"AP", "EA", "EP", "OA"})
NONE = FeeSheet(())
NOT_ASKED = Translation()
FRESH = Period(years=1)
"""For so long after it was read a schedule is trusted as it is."""


@dataclass(frozen=True, kw_only=True)
class OfficeCost:
    """What one Office asks, by when it is paid. ``possible`` are fees that come only with lateness or at choice, and
    ``unknown`` what would be paid as well. Where the national route is closed, ``enter_with`` names the Offices that
    lead there, and nothing is reckoned; where it is open, ``also_through`` names regional Offices that lead there too.
    """

    office: str
    name: str
    enter_with: tuple[str, ...] = ()
    also_through: tuple[str, ...] = ()
    entry: FeeSheet = NONE
    examination: FeeSheet = NONE
    grant: FeeSheet = NONE
    renewals: FeeSheet = NONE
    possible: tuple[FeeLine, ...] = ()
    translation: Translation = NOT_ASKED
    unknown: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    source: str = ""
    read: date | None = None
    effective: date | None = None


def national_costs(
    case: Application | Record,
    *,
    offices: tuple[str, ...],
    on: date,
    translation_words: int | None = None,
    extent: Extent | None = None,
    entity: Entity = "",
    years: int = LAST_YEAR,
) -> tuple[OfficeCost, ...]:
    """What the national phase costs in each of these Offices, as their schedules stood when they were read.

    ``extent`` says how long the application is; what is not given there is taken from the application, and is otherwise
    named as missing. ``translation_words`` are the words to be translated, ``years`` until which renewal is reckoned.
    """
    facts = Facts.of(case, extent or Extent(), on=on, words=translation_words, entity=entity, years=years)
    return tuple(_of_office(office, facts) for office in dict.fromkeys(offices))


def _of_office(office: str, facts: Facts) -> OfficeCost:
    closed = _through_others(office, facts.on)
    if closed:
        text = f"The national route is closed: enter with {' or '.join(closed)} (Article 45(2))"
        return OfficeCost(office=office, name=name_of(office), enter_with=closed, notes=(text,))
    schedule = schedules().get(office)
    if schedule is None:
        return _unknown(office, facts)
    return _reckoned(schedule, facts)


def _unknown(office: str, facts: Facts) -> OfficeCost:
    """An Office whose schedule was not read, or one that cannot be entered at all."""
    if not (is_bound(office, facts.on) or office in REGIONAL):
        text = f"{office} is neither a Contracting State on {facts.on} nor a regional Office: it cannot be entered"
        return OfficeCost(office=office, name=name_of(office), notes=(text,))
    return OfficeCost(
        office=office,
        name=name_of(office),
        also_through=regional_offices(office, facts.on),
        unknown=(f"the schedule of fees of the Office {office}",),
        translation=translation((), facts),
    )


def _through_others(office: str, on: date) -> tuple[str, ...]:
    """The regional Offices through which alone a State can be entered; none where its own Office is open."""
    if not is_bound(office, on):
        return ()
    ways = routes(office, on)
    return ways.regional if ways.regional_only else ()


def _reckoned(schedule: Schedule, facts: Facts) -> OfficeCost:
    by_year = tuple(_renewal(one, schedule, facts) for one in schedule.renewals if one.year <= facts.years)
    return OfficeCost(
        office=schedule.office,
        name=name_of(schedule.office),
        also_through=regional_offices(schedule.office, facts.on),
        entry=FeeSheet(_stage("entry", schedule, facts)),
        examination=FeeSheet(_stage("examination", schedule, facts)),
        grant=FeeSheet(_stage("grant", schedule, facts)),
        possible=_stage("possible", schedule, facts),
        renewals=FeeSheet((*_stage("renewal", schedule, facts), *by_year)),
        translation=translation(schedule.languages, facts),
        unknown=schedule.unknown,
        notes=(*schedule.notes, *_age(schedule, facts.on)),
        source=schedule.source,
        read=schedule.read,
        effective=schedule.effective,
    )


def _stage(stage: Stage, schedule: Schedule, facts: Facts) -> tuple[FeeLine, ...]:
    lines = (_line(fee, schedule, facts) for fee in schedule.fees if fee.stage == stage)
    return tuple(line for line in lines if line)


def _line(fee: OfficeFee, schedule: Schedule, facts: Facts) -> FeeLine | None:
    """The line of one item; none where it does not apply, or nothing is beyond its threshold."""
    applies = facts.applies(fee)
    amount, steps = _counted(fee, facts)
    if applies is False or amount is None:
        return None
    if applies is None:
        known = f"{amount} if it applies" if isinstance(amount, Money) else ""
        amount = NotDeterminable(("which Authority made the international search",), known)
    said = Step(
        f"Item {fee.item} of the schedule of {schedule.office}, read on {schedule.read}", "", str(fee.price(""))
    )
    return FeeLine(
        code=fee.code,
        label=fee.label,
        amount=amount,
        cites="",
        steps=(said, *steps),
        confidence=least(fee.confidence, _sure(schedule, facts.on)),
        fixed_by="payment",
        day=schedule.effective or schedule.read,
    )


def _counted(fee: OfficeFee, facts: Facts) -> tuple[Money | NotDeterminable | None, tuple[Step, ...]]:
    """The amount of an item, counted where it is counted by something."""
    each = fee.price(facts.entity)
    if not fee.per:
        return each, ()
    count = facts.count(fee.per)
    if count is None:
        what = f"{each} for each {fee.per}" if fee.each == 1 else f"{each} for every {fee.each} {_plural(fee.per)}"
        return NotDeterminable((f"the number of {_plural(fee.per)}",), f"{what} over {fee.over}"), ()
    beyond = max(0, min(count, fee.up_to or count) - fee.over)
    units = -(-beyond // fee.each)
    if not units:
        return None, ()
    return each * units, (Step(f"{count} {_plural(fee.per)}: {units} times {each}", "", str(each * units)),)


def _plural(word: str) -> str:
    return {"priority": "priority claims"}.get(word, f"{word}s")


def _renewal(one: Renewal, schedule: Schedule, facts: Facts) -> FeeLine:
    """The line of one year, with what the claims add."""
    amount: Money | NotDeterminable = one.price(facts.entity)
    steps = [Step(f"Year {one.year}, schedule of {schedule.office}, read on {schedule.read}", "", str(amount))]
    if one.each_claim and facts.claims is None:
        amount = NotDeterminable(("the number of claims",), f"{amount} and {one.each_claim} for each claim")
    elif one.each_claim and facts.claims and isinstance(amount, Money):
        amount = amount + one.each_claim * facts.claims
        steps.append(Step(f"{facts.claims} claims at {one.each_claim}", "", str(amount)))
    steps += _when(one.year, schedule, facts.filed_on)
    return FeeLine(
        code="renewal",
        label=f"Renewal, year {one.year}",
        amount=amount,
        cites="",
        steps=tuple(steps),
        confidence=_sure(schedule, facts.on),
        fixed_by="payment",
        day=schedule.effective or schedule.read,
    )


def _when(year: int, schedule: Schedule, filed_on: date | None) -> tuple[Step, ...]:
    """When a year is, where it is counted from the filing date and that is known."""
    if schedule.counted == "grant":
        return (Step("Years are counted from the grant"),)
    if filed_on is None:
        return ()
    if schedule.counted == "anniversary":
        day = Period(years=year).after(filed_on)
        return (Step(f"Due on anniversary {year} of the international filing date", "", day),)
    day = Period(years=year - 1).after(filed_on)
    return (Step(f"The year begins {year - 1} years after the international filing date", "", day),)


def _sure(schedule: Schedule, on: date) -> Confidence:
    return "unverified" if _age(schedule, on) else "practice"


def _age(schedule: Schedule, on: date) -> tuple[str, ...]:
    """What to say of a schedule that is not of the day asked for."""
    if schedule.effective and on < schedule.effective:
        return (f"The schedule applies only since {schedule.effective}",)
    if on > FRESH.after(schedule.read):
        return (f"The schedule was read on {schedule.read}, more than a year before",)
    return ()
