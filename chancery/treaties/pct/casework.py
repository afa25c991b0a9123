"""What the facts and results of a PCT case file are called.

``given`` holds an ``application`` or a ``record`` as their dataclasses spell them, or the short names of ``RECORD``
below; for plain counting ``start``, ``period``, ``nominal_expiry``, ``office``, ``closed``, ``known_on``; for
membership ``state`` and ``deposit``; for single fees the names in ``_single_fees``. Results are named after rules
(a list of fields, empty when satisfied), time limits (the day; with ``_nominal`` the day before moving), fees
(``"1330 CHF"``) and the words used here.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from typing import Any

from chancery.treaties import pct
from chancery.treaties.kernel.calendar import Calendar, of_office
from chancery.treaties.kernel.determine import NotDeterminable
from chancery.treaties.kernel.fees import FeeLine
from chancery.treaties.kernel.money import Money
from chancery.treaties.kernel.periods import Period, months
from chancery.treaties.kernel.plain import BadData
from chancery.treaties.pct import other_fees
from chancery.treaties.pct.states import designated, elected

RECORD = {
    "earlier_filing": "priority_date",
    "priority": "priority_date",
    "ifd": "filing_date",
    "receipt": "received_on",
    "isr_transmittal": "isr_transmitted",
    "search_copy": "search_copy_received",
    "demand": "demand_received",
    "start_of_ipe": "examination_started",
}
"""Short names of dates of a record."""

OTHERS = frozenset(
    [
        "application",
        "record",
        "start",
        "period",
        "nominal_expiry",
        "office",
        "closed",
        "known_on",
        "state",
        "deposit",
        "added_priority",
        "withdrawn_priority",
        "unpaid",
        "transmittal",
        "filing",
        "handling_fee",
        "authority",
        "paid_on",
        "reduced",
        "publication",
        "sheets",
        "invited",
    ]
)


def case(given: Mapping[str, Any], on: date | None) -> dict[str, Any]:
    """All results for the facts of one case. Raises ``BadData`` for facts with unknown names."""
    names = {part.name for part in fields(pct.Record)}
    for key in given:
        if key not in OTHERS | RECORD.keys() | names:
            raise BadData(key, f"there is no such fact; known are {', '.join(sorted(OTHERS | RECORD.keys() | names))}")
    results: dict[str, Any] = {}
    for part in (_counting, _membership, _application, _record, _single_fees):
        results |= part(given, on)
    return results


def _counting(given: Mapping[str, Any], _on: date | None) -> dict[str, Any]:
    results: dict[str, Any] = {}
    if "start" in given and "period" in given:
        results["ends"] = _period(given["period"]).after(given["start"])
    nominal = given.get("nominal_expiry", results.get("ends"))
    if nominal:
        knowing = given.get("known_on", date.max)
        results["due"] = _calendars(given)(given.get("office", "")).roll(nominal, knowing=knowing)[0]
    return results


def _membership(given: Mapping[str, Any], on: date | None) -> dict[str, Any]:
    results: dict[str, Any] = {}
    if "deposit" in given:
        results["bound"] = months(3).after(given["deposit"])
    if "state" in given and on:
        results["designated"] = given["state"] in designated(on)
        results["elected"] = given["state"] in elected(on)
    return results


def _application(given: Mapping[str, Any], on: date | None) -> dict[str, Any]:
    if "application" not in given:
        return {}
    if on is None:
        raise BadData("on", "the day is missing; write on = 2026-11-22")
    application = pct.Application.from_dict(given["application"])
    findings = pct.check(application, on=on)
    results: dict[str, Any] = {
        rule.slug: [finding.field for finding in findings if finding.rule == rule.slug] for rule in pct.RULES
    }
    sheet = pct.fees(application, on=on)
    results |= {line.code: _amount(line) for line in sheet.lines}
    results["total"] = [_money(total) for total in sheet.totals] if sheet.complete else "not determinable"
    results["findings"] = [finding.rule for finding in findings]
    return results | _limits(pct.Record.of(application), of_office)


def _record(given: Mapping[str, Any], on: date | None) -> dict[str, Any]:
    names = {part.name for part in fields(pct.Record)}
    short = {RECORD.get(key, key): value for key, value in given.items() if key in RECORD or key in names}
    if not short and "record" not in given:
        return {}
    record = pct.Record.from_dict({**given.get("record", {}), **short})
    if "office" in given:
        record = replace(record, receiving_office=given["office"])
    record = replace(record, invitations=record.invitations + _invitations(given))
    return _limits(_with_changes(record, given, on), _calendars(given))


def _invitations(given: Mapping[str, Any]) -> tuple[pct.Invitation, ...]:
    return tuple(pct.Invitation(kind=kind, dated=dated) for kind, dated in given.get("invited", {}).items())


def _with_changes(record: pct.Record, given: Mapping[str, Any], on: date | None) -> pct.Record:
    """A claim added, or the only one withdrawn, on the day of the case."""
    if "added_priority" not in given and not given.get("withdrawn_priority"):
        return record
    ceased = on if given.get("withdrawn_priority") else None
    claims = [pct.PriorityClaim(filed_on=record.priority_date, ceased_on=ceased)]
    if "added_priority" in given:
        claims.append(pct.PriorityClaim(filed_on=given["added_priority"], added_on=on))
    return replace(record, priority_date=None, priority_claims=tuple(claims))


def _limits(record: pct.Record, calendars: Callable[[str], Calendar]) -> dict[str, Any]:
    results: dict[str, Any] = {}
    for limit in pct.time_limits(record, calendars=calendars):
        results.setdefault(limit.key, _day(limit.due))
        results.setdefault(f"{limit.key}_nominal", _day(limit.nominal))
    results["publication_expected"] = _day(pct.publication(record, calendars=calendars).expected)
    results["status"] = [status.key for status in pct.statuses(record)]
    return results


def _single_fees(given: Mapping[str, Any], on: date | None) -> dict[str, Any]:
    lines: list[FeeLine] = []
    if "unpaid" in given and "transmittal" in given:
        lines.append(
            other_fees.late_payment(
                _read(given["unpaid"]), transmittal=_read(given["transmittal"]), filing=_read(given["filing"])
            )
        )
    elif "unpaid" in given:
        lines.append(
            other_fees.late_payment_for_examination(_read(given["unpaid"]), handling=_read(given["handling_fee"]))
        )
    if "authority" in given and "paid_on" in given:
        lines.append(
            other_fees.handling(given["authority"], paid_on=given["paid_on"], reduced=given.get("reduced", False))
        )
    if "publication" in given and on:
        lines.append(other_fees.publication_on_request(given["publication"], on=on, sheets=given.get("sheets", 1)))
    return {line.code: _amount(line) for line in lines}


def _calendars(given: Mapping[str, Any]) -> Callable[[str], Calendar]:
    """The calendars of the Offices, with the closed days that the case itself states."""
    extra = dict.fromkeys(given.get("closed", ()), "closed in this case")

    def calendars(office: str) -> Calendar:
        known = of_office(office)
        return replace(known, listed={**known.listed, **extra}) if extra else known

    return calendars


def _period(text: str) -> Period:
    """``"30 months"``, ``"1 year and 10 days"``."""
    words = text.replace(" and ", " ").split()
    counts = {unit.rstrip("s") + "s": int(count) for count, unit in zip(words[::2], words[1::2], strict=True)}
    return Period(**counts)


def _day(day: date | NotDeterminable) -> date | str:
    return day if isinstance(day, date) else str(day)


def _read(text: str) -> Money:
    amount, _, currency = text.partition(" ")
    return Money(Decimal(amount), currency)


def _amount(line: FeeLine) -> str:
    return _money(line.amount) if isinstance(line.amount, Money) else str(line.amount)


def _money(money: Money) -> str:
    whole = money.amount == money.amount.to_integral_value()
    return f"{money.amount:.0f} {money.currency}" if whole else f"{money.amount:.2f} {money.currency}"
