"""Fees for single acts: restoration of priority, publication on request, copies, priority documents, passing on."""

from chancery.treaties.kernel.fees import Fee, FeeLine, Running
from chancery.treaties.kernel.money import Money
from chancery.treaties.kernel.step import Step
from chancery.treaties.pct.fees_occasion import Occasion, entry_of, listed, named, read

RESTORATION = Fee(
    code="restoration",
    label="Fee for requesting restoration of the right of priority",
    cites="PCT Rule 26bis.3(d)",
    fixed_by="request",
)
EARLY = Fee(code="early_publication", label="Special publication fee", cites="PCT Rule 48.4", fixed_by="request")
LATE_PRIORITY = Fee(
    code="publish_26bis_2e",
    label="Fee for publishing information on a priority claim",
    cites="PCT Rule 26bis.2(e)",
    fixed_by="request",
)
REFUSED = Fee(
    code="publish_91_3d",
    label="Fee for publishing a refused request for rectification",
    cites="PCT Rule 91.3(d)",
    fixed_by="request",
)
COPIES = Fee(code="copies", label="Fee for copies", cites="PCT Rule 94", fixed_by="request")
PRIORITY_DOCUMENT = Fee(
    code="priority_document", label="Fee for a priority document", cites="PCT Rule 17.1(b)", fixed_by="request"
)
TRANSFER = Fee(
    code="transfer",
    label="Fee for passing an application on to the International Bureau",
    cites="PCT Rule 19.4(b)",
    fixed_by="request",
)


def restoration(occasion: Occasion) -> FeeLine:
    """Rule 26bis.3(d): the receiving Office may ask for a fee, and sets it. Whether one that has no table asks for
    none is not known.
    """
    return listed(RESTORATION, occasion, occasion.receiving_office, day=occasion.on, whose="the Office")


def early_publication(occasion: Occasion) -> FeeLine:
    """Rule 48.4, AI 113(a): for publication before eighteen months, where no search report is published with it."""
    if occasion.record.isr_transmitted:
        nothing = Step("The international search report is there, so that no special fee is due", "PCT Rule 48.4", "0")
        return EARLY.line(Running(Money.of(0, "CHF"), (nothing,)), occasion.on)
    return _by_sheets(EARLY, occasion)


def publish_26bis_2e(occasion: Occasion) -> FeeLine:
    """Rule 26bis.2(e), AI 113(c): to publish information on a priority claim that was furnished too late."""
    return _by_sheets(LATE_PRIORITY, occasion)


def publish_91_3d(occasion: Occasion) -> FeeLine:
    """Rule 91.3(d), AI 113(b): to publish a request for rectification that was refused."""
    return _by_sheets(REFUSED, occasion)


def _by_sheets(fee: Fee, occasion: Occasion) -> FeeLine:
    """A fee of the International Bureau, with a supplement for each sheet after the first where its table has one."""
    day = occasion.on
    entry = entry_of(fee.code, "IB", day)
    if entry is None:
        return fee.missing(f"the {named(fee)} on {day}", day)
    running = read(fee, entry, occasion, f"{fee.label} on {day}")
    further = max(0, occasion.sheets - 1)
    if "sheet" in entry.values and further:
        each = Money.of(entry.values["sheet"], running.amount.currency)
        more = f"{further} further sheet{'s' if further > 1 else ''} at {each}"
        running = running.then(running.amount + each * further, more, "PCT AI 113")
    return fee.line(running, day)


def copies(occasion: Occasion) -> FeeLine:
    """Rule 94: the cost of copies, by page, as the Office that keeps the file asks for it; ``sheets`` are the pages."""
    office, day = occasion.office or "IB", occasion.on
    entry = entry_of("copies", office, day)
    if entry is None:
        return COPIES.missing(f"the price of a copied page at the Office {office}", day)
    running = read(COPIES, entry, occasion, f"For each page at the Office {office} on {day}")
    pages = max(1, occasion.sheets)
    return COPIES.line(running.then(running.amount * pages, f"For {pages} pages", "PCT Rule 94"), day)


def priority_document(occasion: Occasion) -> FeeLine:
    """Rule 17.1(b): for preparing the priority document, where the receiving Office also keeps the earlier filing."""
    return listed(PRIORITY_DOCUMENT, occasion, occasion.receiving_office, day=occasion.on, whose="the Office")


def transfer(occasion: Occasion) -> FeeLine:
    """Rule 19.4(b): an Office that may not act as receiving Office may ask the transmittal fee for passing on."""
    return listed(TRANSFER, occasion, occasion.receiving_office, day=occasion.on, whose="the Office")
