"""Rules 14, 15 and 16: transmittal, international filing and search fee, in the amounts of the day of
receipt.

The amount is that of the day on which the application is received, even if it is paid later (Rules 14.1(c),
15.3 and 16.1(f)). An amount that no table gives is not determinable.
"""

from datetime import date

from chancery.treaties.kernel.confidence import least
from chancery.treaties.kernel.dated import Entry
from chancery.treaties.kernel.determine import NotDeterminable
from chancery.treaties.kernel.fees import Fee, FeeLine, FeeSheet, Running
from chancery.treaties.kernel.money import Money
from chancery.treaties.kernel.step import Step
from chancery.treaties.pct.application import Application
from chancery.treaties.pct.days import day_of_filing
from chancery.treaties.pct.fees_tables import (
    TENTH,
    Entity,
    entry_at,
    price,
    smaller,
    table_step,
    tables,
)
from chancery.treaties.pct.reduction import ENTITLEMENT, ITEM_5, Reduction, reduction
from chancery.treaties.pct.sheets import Sheets, count_sheets

FREE_SHEETS = 30
TIERS = {"pdf": ("pdf", "(a)"), "request coded": ("request", "(b)"), "all coded": ("all", "(c)")}
"""Format of filing -> column of the table and letter of item 4."""

TRANSMITTAL = Fee(code="transmittal", label="Transmittal fee", cites="PCT Rule 14.1", fixed_by="receipt")
FILING = Fee(code="international_filing", label="International filing fee", cites="PCT Rule 15.1", fixed_by="receipt")
SEARCH = Fee(code="search", label="Search fee", cites="PCT Rule 16.1", fixed_by="receipt")


def fees(application: Application, *, on: date, entity: Entity = "") -> FeeSheet:
    """The fees payable to the receiving Office, for an application received on its local date ``on``.

    ``entity`` is the size of the applicants, where the Office asks for it. Each line's ``steps`` tell how its amount
    came out (Rules 14 to 16, Schedule of Fees).
    """
    day = day_of_filing(application, on)
    cut = reduction(application, day)
    return FeeSheet(
        (
            transmittal(application, day, cut, entity),
            international_filing(application, day, cut),
            search(application, day, entity),
        )
    )


def transmittal(application: Application, day: date, cut: Reduction, entity: Entity = "") -> FeeLine:
    """Rule 14: the receiving Office's own fee. The International Bureau waives it for applicants under item 5."""
    office = application.receiving_office
    entry = entry_at(tables()["transmittal"].get(office), day)
    if entry is None:
        return TRANSMITTAL.missing(f"the transmittal fee of the Office {office or '(not named)'}", day)
    amount = price(entry, entity)
    step = table_step(f"Transmittal fee of the Office {office} on {day}", entry, amount)
    running = Running(amount, (step, *smaller(entry, entity)), entry.confidence)
    running = _with_paper(running, application, entry, entity)
    if "exempt" not in entry.values or cut.applies == "no":
        return TRANSMITTAL.line(running, day)
    return _exempt(running, cut, day)


def _with_paper(running: Running, application: Application, entry: Entry, entity: Entity) -> Running:
    """Some Offices ask more for filing on paper."""
    column = f"paper_{entity}" if f"paper_{entity}" in entry.values else "paper"
    if column not in entry.values or application.format not in {"", "paper"}:
        return running
    more = Money.of(entry.values[column], running.amount.currency)
    if not application.format:
        return running.noting(Step(f"On paper {more} more", entry.cites))
    return running.then(running.amount + more, f"Filed on paper: {more} more", entry.cites)


def _exempt(running: Running, cut: Reduction, day: date) -> FeeLine:
    """The International Bureau takes no transmittal fee from applicants who qualify under item 5."""
    with_cut = running.noting(*cut.steps)
    if cut.applies == "yes":
        nothing = Money.of(0, running.amount.currency)
        waived = with_cut.then(nothing, "No transmittal fee is payable by applicants under item 5", ITEM_5)
        return TRANSMITTAL.line(Running(waived.amount, waived.steps, cut.confidence), day)
    unknown = NotDeterminable((ENTITLEMENT,), f"{running.amount} without the reduction, nothing with it")
    return TRANSMITTAL.unsure(unknown, day, with_cut.noting(Step("It is waived for applicants under item 5", ITEM_5)))


def international_filing(application: Application, day: date, cut: Reduction) -> FeeLine:
    """Rule 15: base, plus the sheets over 30, less the reduction for electronic filing, and of the rest a tenth under
    item 5 of the Schedule of Fees.
    """
    office = application.receiving_office
    entry = entry_at(tables()["international_filing"].get(office), day)
    if entry is None:
        return FILING.missing(_no_table(office, day), day)
    running = _with_sheets(_base(entry, office, day), count_sheets(application), entry)
    tiered = _with_tier(running, application, entry)
    if isinstance(tiered, NotDeterminable):
        return FILING.unsure(tiered, day, running)
    return with_item_5(FILING, tiered, cut, day, "Reduced by 90%, after the reduction for electronic filing")


def _base(entry: Entry, office: str, day: date) -> Running:
    base = Money.of(entry.values["base"], entry.values["currency"])
    step = table_step(f"International filing fee at the Office {office} on {day}", entry, base)
    return Running(base, (step,), entry.confidence)


def _with_sheets(running: Running, sheets: Sheets, entry: Entry) -> Running:
    running = running.noting(*sheets.steps)
    over = max(0, sheets.count - FREE_SHEETS)
    if not over:
        return running
    each = Money.of(entry.values["sheet"], running.amount.currency)
    text = f"{over} sheet{'s' if over > 1 else ''} over {FREE_SHEETS}, at {each} each"
    return running.then(running.amount + each * over, text, "PCT Schedule item 1", sheets.confidence)


def _with_tier(running: Running, application: Application, entry: Entry) -> Running | NotDeterminable:
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


def with_item_5(fee: Fee, running: Running, cut: Reduction, day: date, said: str = "Reduced by 90%") -> FeeLine:
    """The line of a fee to which the reduction by 90% may apply: a tenth, the whole, or one of the two (item 5)."""
    reduced = running.amount * TENTH
    shown = Running(running.amount, (*running.steps, *cut.steps), least(running.confidence, cut.confidence))
    if cut.applies == "unknown":
        return fee.unsure(
            NotDeterminable((ENTITLEMENT,), f"{running.amount} without it, {reduced} with it"), day, shown
        )
    return fee.line(shown if cut.applies == "no" else shown.then(reduced, said, ITEM_5), day)


def search(application: Application, day: date, entity: Entity = "") -> FeeLine:
    """Rule 16: the search fee as the receiving Office collects it; failing that, in the Authority's own currency, and
    marked.
    """
    authority, office = application.searching_authority, application.receiving_office
    prices = tables()["search"].get(authority, {})
    through = entry_at(prices.get("own" if office == authority else office), day)
    if through:
        amount = price(through, entity)
        step = table_step(f"Search fee of {authority} through the Office {office} on {day}", through, amount)
        return SEARCH.line(Running(amount, (step, *_lower(through, entity)), through.confidence), day)
    own = entry_at(prices.get("own"), day)
    if own is None:
        missing = f"the search fee of {authority}" if authority else "the choice of a searching Authority"
        return SEARCH.missing(missing, day)
    amount = price(own, entity)
    step = table_step(f"Search fee of {authority} in its own currency on {day}", own, amount)
    note = Step(
        f"The equivalent that the Office {office} collects is published, and not in our data", "PCT Rule 16.1(b)"
    )
    return SEARCH.line(Running(amount, (step, *_lower(own, entity), note), "unverified"), day)


def _lower(entry: Entry, entity: Entity) -> tuple[Step, ...]:
    """What the search costs less: for small entities, and where an earlier search can be used."""
    if "earlier_search" not in entry.values:
        return smaller(entry, entity)
    less = Money.of(entry.values["earlier_search"], entry.values["currency"])
    return (*smaller(entry, entity), Step(f"{less} less where an earlier search can be used", "PCT Rule 16.3"))


def base_amount(office: str, day: date) -> tuple[Money, Entry] | None:
    """Item 1 of the Schedule without the supplement for sheets, in the table of an Office: what several late fees are
    a part of. Nothing where no table is known.
    """
    entry = entry_at(tables()["international_filing"].get(office), day)
    return (Money.of(entry.values["base"], entry.values["currency"]), entry) if entry else None


def _no_table(office: str, day: date) -> NotDeterminable:
    schedule = base_amount("IB", day)
    known = f"the schedule has {schedule[0]}" if schedule else ""
    return NotDeterminable((f"the equivalent amount at the Office {office or '(not named)'}",), known)
