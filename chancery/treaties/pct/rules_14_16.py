"""Rules 14, 15 and 16: transmittal, international filing and search fee, in the amounts of the day of
receipt.

The amount is that of the day on which the application is received, even if it is paid later (Rules 14.1(c),
15.3 and 16.1(f)). An amount that no table gives is not determinable.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Any

from chancery.treaties.kernel.confidence import Confidence, least
from chancery.treaties.kernel.dated import Dated, Entry, load
from chancery.treaties.kernel.determine import NotDeterminable
from chancery.treaties.kernel.fees import FeeLine, FeeSheet
from chancery.treaties.kernel.money import Money
from chancery.treaties.kernel.step import Step
from chancery.treaties.pct.application import Application
from chancery.treaties.pct.days import day_of_filing
from chancery.treaties.pct.reduction import ITEM_5, Reduction, reduction
from chancery.treaties.pct.sheets import Sheets, count_sheets

FREE_SHEETS = 30
TENTH = Decimal("0.10")
ENTITLEMENT = "whether every applicant is entitled to the reduction by 90%"
TIERS = {"pdf": ("pdf", "(a)"), "request coded": ("request", "(b)"), "all coded": ("all", "(c)")}
"""Format of filing -> column of the table and letter of item 4."""


@cache
def tables() -> dict[str, Any]:
    """The fee tables: fee -> Office or Authority -> dated amounts."""
    return load(resources.files(__package__).joinpath("data/fees.toml"))


def fees(application: Application, *, on: date) -> FeeSheet:
    """The fees payable to the receiving Office, for an application received on its local date ``on``."""
    day = day_of_filing(application, on)
    cut = reduction(application, day)
    lines = (transmittal(application, day, cut), international_filing(application, day, cut), search(application, day))
    return FeeSheet(lines)


def transmittal(application: Application, day: date, cut: Reduction) -> FeeLine:
    office = application.receiving_office
    entry = _at(tables()["transmittal"].get(office), day)
    label, cites = "Transmittal fee", "PCT Rule 14.1"
    if entry is None:
        missing = NotDeterminable((f"the transmittal fee of the Office {office or '(not named)'}",))
        return FeeLine(code="transmittal", label=label, amount=missing, cites=cites)
    steps = (_table_step(f"Transmittal fee of the Office {office} on {day}", entry, entry.money),)
    if "exempt" not in entry.values or cut.applies == "no":
        return FeeLine(
            code="transmittal", label=label, amount=entry.money, cites=cites, steps=steps, confidence=entry.confidence
        )
    return _exempt(FeeLine(code="transmittal", label=label, amount=entry.money, cites=cites, steps=steps), entry, cut)


def _exempt(line: FeeLine, entry: Entry, cut: Reduction) -> FeeLine:
    """The International Bureau takes no transmittal fee from applicants who qualify under item 5."""
    amount: Money | NotDeterminable
    if cut.applies == "yes":
        amount, sure = Money.of(0, entry.money.currency), cut.confidence
        last = Step("No transmittal fee is payable by applicants under item 5", ITEM_5, str(amount))
    else:
        amount = NotDeterminable((ENTITLEMENT,), f"{entry.money} without the reduction, nothing with it")
        sure = entry.confidence
        last = Step("It is waived for applicants under item 5", ITEM_5)
    return FeeLine(
        code=line.code,
        label=line.label,
        amount=amount,
        cites=line.cites,
        steps=(*line.steps, *cut.steps, last),
        confidence=sure,
    )


@dataclass(frozen=True)
class _Running:
    """An amount on its way through the schedule."""

    amount: Money
    steps: tuple[Step, ...]
    confidence: Confidence

    def then(self, amount: Money, text: str, cites: str, sure: Confidence = "rule") -> "_Running":
        return _Running(amount, (*self.steps, Step(text, cites, str(amount))), least(self.confidence, sure))


def international_filing(application: Application, day: date, cut: Reduction) -> FeeLine:
    """Base, plus the sheets over 30, less the reduction for electronic filing, and of the rest a tenth under item 5."""
    office = application.receiving_office
    entry = _at(tables()["international_filing"].get(office), day)
    if entry is None:
        return _filing_line(_no_table(office, day), ())
    sheets = count_sheets(application)
    running = _with_sheets(_base(entry, office, day), sheets, entry)
    tiered = _with_tier(running, application, entry)
    if isinstance(tiered, NotDeterminable):
        return _filing_line(tiered, running.steps, running.confidence)
    return _with_item_5(tiered, cut)


def _base(entry: Entry, office: str, day: date) -> _Running:
    base = Money.of(entry.values["base"], entry.values["currency"])
    step = _table_step(f"International filing fee at the Office {office} on {day}", entry, base)
    return _Running(base, (step,), entry.confidence)


def _with_sheets(running: _Running, sheets: Sheets, entry: Entry) -> _Running:
    running = _Running(running.amount, (*running.steps, *sheets.steps), running.confidence)
    over = max(0, sheets.count - FREE_SHEETS)
    if not over:
        return running
    each = Money.of(entry.values["sheet"], running.amount.currency)
    text = f"{over} sheet{'s' if over > 1 else ''} over {FREE_SHEETS}, at {each} each"
    return running.then(running.amount + each * over, text, "PCT Schedule item 1", sheets.confidence)


def _with_tier(running: _Running, application: Application, entry: Entry) -> _Running | NotDeterminable:
    if application.format == "paper":
        return running
    if not application.format:
        return NotDeterminable(("the form in which the application is filed",), f"{running.amount} on paper")
    column, letter = TIERS[application.format]
    if column not in entry.values:
        missing = f"the reduction under item 4{letter} at the Office {application.receiving_office}"
        return NotDeterminable((missing,), f"{running.amount} without it")
    less = Money.of(entry.values[column], running.amount.currency)
    text = f"Filed in electronic form, item 4{letter}: less {less}"
    return running.then(running.amount - less, text, "PCT Schedule item 4")


def _with_item_5(running: _Running, cut: Reduction) -> FeeLine:
    reduced = running.amount * TENTH
    sure = least(running.confidence, cut.confidence)
    steps = (*running.steps, *cut.steps)
    if cut.applies == "unknown":
        known = f"{running.amount} without it, {reduced} with it"
        return _filing_line(NotDeterminable((ENTITLEMENT,), known), steps, sure)
    if cut.applies == "no":
        return _filing_line(running.amount, steps, sure)
    last = Step("Reduced by 90%, after the reduction for electronic filing", ITEM_5, str(reduced))
    return _filing_line(reduced, (*steps, last), sure)


def search(application: Application, day: date) -> FeeLine:
    """The search fee as the receiving Office collects it; failing that, in the Authority's own currency, and marked."""
    authority, office = application.searching_authority, application.receiving_office
    prices = tables()["search"].get(authority, {})
    through = _at(prices.get("own" if office == authority else office), day)
    if through:
        step = _table_step(f"Search fee of {authority} through the Office {office} on {day}", through, through.money)
        return _search_line(through.money, (step, *_smaller(through)), through.confidence)
    own = _at(prices.get("own"), day)
    if own is None:
        missing = f"the search fee of {authority}" if authority else "the choice of a searching Authority"
        return _search_line(NotDeterminable((missing,)))
    step = _table_step(f"Search fee of {authority} in its own currency on {day}", own, own.money)
    note = Step(
        f"The equivalent that the Office {office} collects is published, and not in our data", "PCT Rule 16.1(b)"
    )
    return _search_line(own.money, (step, *_smaller(own), note), "unverified")


def _smaller(entry: Entry) -> tuple[Step, ...]:
    """Amounts for small and micro entities, where the table has them: which one applies is not asked."""
    found = [
        f"{size} entities {entry.values['currency']} {entry.values[size]}"
        for size in ("small", "micro")
        if size in entry.values
    ]
    return (Step(f"Lower for {', '.join(found)}; the full amount is shown", entry.cites),) if found else ()


def _search_line(
    amount: Money | NotDeterminable, steps: tuple[Step, ...] = (), confidence: Confidence = "rule"
) -> FeeLine:
    return FeeLine(
        code="search", label="Search fee", amount=amount, cites="PCT Rule 16.1", steps=steps, confidence=confidence
    )


def _filing_line(amount: Money | NotDeterminable, steps: tuple[Step, ...], confidence: Confidence = "rule") -> FeeLine:
    return FeeLine(
        code="international_filing",
        label="International filing fee",
        amount=amount,
        cites="PCT Rule 15.1",
        steps=steps,
        confidence=confidence,
    )


def _no_table(office: str, day: date) -> NotDeterminable:
    schedule = _at(tables()["international_filing"]["IB"], day)
    known = f"the schedule has {Money.of(schedule.values['base'], 'CHF')}" if schedule else ""
    return NotDeterminable((f"the equivalent amount at the Office {office or '(not named)'}",), known)


def _at(amounts: Dated | None, day: date) -> Entry | None:
    return amounts.at(day) if amounts else None


def _table_step(text: str, entry: Entry, amount: Money) -> Step:
    return Step(f"{text} (since {entry.since})", entry.cites, str(amount))
