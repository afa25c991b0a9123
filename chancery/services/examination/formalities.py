"""What the treaty says of a case: findings, forms, time limits, dates. Pure functions of a right and its entries."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from chancery.core.ledger import Entry
from chancery.core.refusal import Refused
from chancery.records.documents import queries as documents
from chancery.records.register.events import ApplicationFiled, CorrectionReceived
from chancery.records.register.queries import Invited, Right
from chancery.treaties import pct
from chancery.treaties.kernel import FeeLine, Finding, Money, TimeLimit, months, of_office
from chancery.treaties.kernel.citation import Citation, NotACitation, parse

ARTICLE_11 = "PCT/RO/103"
ARTICLE_14 = "PCT/RO/106"


PRIORITY = "PCT/RO/110"
PAY = "PCT/RO/133"
PARTS = "PCT/RO/107"
SEARCH_TRANSLATION = "PCT/RO/150"
PUBLICATION_TRANSLATION = "PCT Rule 12.4(c)"
DEMAND = "PCT/IPEA/404"
UNITY_AGAIN = "PCT/IPEA/405"
UNITY = "PCT/ISA/206"
OPINION = "PCT/IPEA/408"

TO_CORRECT = (ARTICLE_11, ARTICLE_14, PRIORITY)
"""The forms by which the desk invites about findings of the rules. Other forms that a rule may name (PCT/RO/132,
PCT/RO/157) are not invitations to correct with a time limit of this kind.
"""

ANSWERS = {
    ARTICLE_11: "art11_correction",
    ARTICLE_14: "art14_defects",
    PRIORITY: "prio_claim_correct",
    PAY: "fees_late",
    PARTS: "missing_part",
    UNITY: "unity_isa",
    "PCT/RO/115": "art14_4_arguments",
    SEARCH_TRANSLATION: "transl_search",
    PUBLICATION_TRANSLATION: "transl_publication",
    UNITY_AGAIN: "unity_ipea",
}
"""The forms by which Offices invite, and the time limit that the treaty states for the answer."""


def measured(application: pct.Application) -> pct.Application:
    """The application with its sheets' measures, which are kept with the files and not in the ledger."""
    return replace(application, parts=tuple(_measured(part) for part in application.parts))


def _measured(part: pct.Part) -> pct.Part:
    found = documents.measured(part.sha256) if part.sha256 else None
    sheets = found.sheets() if found else []
    return replace(part, measured=tuple(pct.SheetMeasure(**sheet) for sheet in sheets)) if sheets else part


def check(application: pct.Application) -> tuple[Finding, ...]:
    """What the rules in force on the day of receipt say of an application."""
    if application.received_on is None:
        raise ValueError("An application is examined after it has been received.")
    return pct.check(measured(application), on=application.received_on)


def findings(right: Right) -> tuple[Finding, ...]:
    """What stands against the application as it is now. A correction does not change the day of receipt."""
    return check(replace(right.application, received_on=right.received_on))


def bars_the_filing_date(finding: Finding) -> bool:
    """Without it there is no international filing date (PCT Art. 11(1))."""
    return finding.invites == ARTICLE_11


def to_be_invited(right: Right, standing: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings that call for an invitation and that no invitation has named yet."""
    named = named_in(right.invitations)
    return tuple(
        one for one in standing if is_invitable(one) and one.severity != "hint" and (one.cites, one.field) not in named
    )


def named_in(invitations: Iterable[Invited]) -> set[tuple[str, str]]:
    """What these invitations object to: provision and field. The words of a finding change with what was measured."""
    return {(one["cites"], one["field"]) for sent in invitations for one in sent.findings}


def is_invitable(finding: Finding) -> bool:
    return finding.invites in TO_CORRECT


# Invitations


def form_of(finding: Finding) -> str:
    """The form by which the office invites: the rule's own; for a finding of the officer's, by what it cites.

    Raises ``NotACitation`` where that cannot be read.
    """
    if finding.invites or finding.rule:
        return finding.invites
    cited = parse(finding.cites)
    return ARTICLE_11 if _is_of_article_11(cited) else ARTICLE_14


def _is_of_article_11(cited: Citation) -> bool:
    if cited.treaty != "pct":
        raise NotACitation(_("%(cited)s is not a provision of the PCT") % {"cited": cited})
    top = cited.place.split("(")[0].split(".")[0]
    return (cited.kind, top) in {("art", "11"), ("rule", "20")}


@dataclass(frozen=True)
class Proposed:
    """An invitation as it would be sent: one form, its findings, and the time limit for the answer."""

    form: str
    findings: tuple[Finding, ...]
    due: date
    limit: TimeLimit


def proposed(right: Right, chosen: Sequence[Finding], *, on: date) -> tuple[Proposed, ...]:
    """One invitation for each form: defects under Article 11 and under Article 14 are never mixed in one.

    Raises `Refused` where the treaty gives no time limit for the answer, or one that is over: then nobody is invited.
    """
    groups: dict[str, list[Finding]] = {}
    for finding in chosen:
        groups.setdefault(form_of(finding), []).append(finding)
    return tuple(_proposed(right, form, tuple(group), on=on) for form, group in sorted(groups.items()))


def _proposed(right: Right, form: str, group: tuple[Finding, ...], *, on: date) -> Proposed:
    limit = answer_limit(right, form, on=on)
    if limit is None:
        raise _no_time(_("The treaty states no time limit for an answer to %(form)s in this case.") % {"form": form})
    if not isinstance(limit.due, date):
        raise _no_time(
            _("The time limit for an answer to %(form)s is %(day)s.") % {"form": form, "day": limit.due}, limit.cites
        )
    if limit.due < on:
        raise _no_time(
            _("The time limit for an answer to %(form)s ended on %(day)s.") % {"form": form, "day": limit.due},
            limit.cites,
        )
    return Proposed(form, group, limit.due, limit)


def _no_time(message: str, cites: str = "") -> Refused:
    return Refused.because(message, cites=cites, field="findings")


def answer_limit(right: Right, form: str, *, on: date) -> TimeLimit | None:
    """Until when an invitation dated ``on`` can be answered."""
    record = replace(right.record, invitations=(pct.Invitation(kind=form, dated=on),))
    limits = pct.time_limits(record, calendars=of_office)
    return next((one for one in limits if one.key == ANSWERS.get(form)), None)


def waiting(right: Right) -> tuple[Invited, ...]:
    """Invitations that still wait for an answer: those whose matter is settled otherwise do not."""
    settled = {PAY} if not unpaid(right) else set()
    if right.search:
        settled.add(UNITY)
    if any(one.chapter == "II" for one in right.reports):
        settled |= {OPINION, DEMAND, UNITY_AGAIN}
    if right.priority_decisions:
        settled.add("PCT/RO/158")
    return tuple(one for one in right.open_invitations if one.form not in settled)


# The filing date


@dataclass(frozen=True)
class Receipt:
    """A day on which papers arrived, and what stood against a filing date once they were there."""

    on: date
    barred_by: tuple[Finding, ...]


def receipts(entries: Iterable[Entry]) -> tuple[Receipt, ...]:
    """The days on which the application, and its corrections, were received; in order."""
    kinds: Mapping[str, type[ApplicationFiled | CorrectionReceived]] = {
        kind.kind(): kind for kind in (ApplicationFiled, CorrectionReceived)
    }
    found: list[Receipt] = []
    first: date | None = None
    for entry in entries:
        if entry.kind not in kinds or entry.body is None:
            continue
        event = kinds[entry.kind].from_body(entry.body)
        on = date.fromisoformat(event.received_on)
        first = first or on
        application = replace(pct.Application.from_dict(event.application), received_on=first)
        found.append(Receipt(on, tuple(one for one in check(application) if bars_the_filing_date(one))))
    return tuple(found)


def met_on(received: Sequence[Receipt]) -> date | None:
    """The day from which all requirements of Article 11(1) are met; None while one is not.

    The day of receipt, or the day on which the last correction that was needed arrived (PCT Art. 11(2)(b), Rule
    20.3(b)(i)).
    """
    since: date | None = None
    for one in received:
        since = None if one.barred_by else since or one.on
    return since


def filing_date_cites(on: date, received_on: date | None) -> str:
    return "PCT Art. 11(1); PCT Rule 20.2(a)" if on == received_on else "PCT Art. 11(2)(b); PCT Rule 20.3(b)(i)"


def examine_by(received_on: date) -> date:
    """Until when the office should have examined and invited: a target, without sanction (PCT Rule 26.1)."""
    return months(1).after(received_on)


# Fees


@dataclass(frozen=True)
class OpenFee:
    """A fee not paid in full. ``rest`` is None where its amount is not determinable."""

    line: FeeLine
    rest: Money | None


def open_fees(right: Right) -> tuple[OpenFee, ...]:
    """What is still to be paid of the fees due on filing (PCT Rules 14, 15, 16)."""
    if right.charged_on is None:
        return ()
    charged = replace(right.charged, received_on=right.charged_on)
    found = (_open(line, right) for line in pct.fees(charged, on=right.charged_on).lines)
    return tuple(one for one in found if one)


def unpaid(right: Right) -> bool:
    """Whether anything is still to be paid. A fee whose amount is not determinable is open until something comes."""
    return bool(open_fees(right))


def _open(line: FeeLine, right: Right) -> OpenFee | None:
    paid = [Decimal(one.amount) for one in right.payments if one.line == line.code]
    if not isinstance(line.amount, Money):
        return None if paid else OpenFee(line, None)
    rest = line.amount.amount - sum(paid, Decimal(0))
    return OpenFee(line, Money.of(rest, line.amount.currency)) if rest > 0 else None


def rest_in_one_currency(fees: Sequence[OpenFee]) -> Money | None:
    """The sum of what is open; None where it is not determinable, or in several currencies: nothing is converted."""
    rests = [one.rest for one in fees if one.rest]
    currencies = {one.currency for one in rests}
    if len(rests) < len(fees) or len(currencies) != 1:
        return None
    return Money.of(sum((one.amount for one in rests), Decimal(0)), currencies.pop())


def fee_limit(right: Right) -> TimeLimit | None:
    return next((one for one in pct.time_limits(right.record, calendars=of_office) if one.key == "fees_RO"), None)
