"""What the facts and results of a PCT case file are called.

``given`` is read as ``Facts`` below; a date of a record may also stand there under its own name (``filing_date``).
Results are named after rules (a list of fields, empty when satisfied), time limits (the day; with ``_nominal`` the
day before it moved), designated Offices (``entry_US``, ``late_entry_CN``), fees (``"1330 CHF"``), and ``ends``,
``due``, ``bound``, ``designated``, ``elected``,
``findings``, ``total``, ``status``, ``publication_expected``. Those on Offices: casework_offices; on what can be
done after filing: casework_acts.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import Any

from chancery.treaties import pct
from chancery.treaties.kernel.calendar import Calendar, Calendars, of_office
from chancery.treaties.kernel.determine import NotDeterminable
from chancery.treaties.kernel.fees import FeeLine
from chancery.treaties.kernel.money import Money
from chancery.treaties.kernel.periods import Period, months
from chancery.treaties.kernel.plain import BadData, from_plain
from chancery.treaties.pct import casework_acts, casework_offices
from chancery.treaties.pct.casework_offices import Asked
from chancery.treaties.pct.fees_tables import Entity
from chancery.treaties.pct.states import designated, elected

SHORT = {
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


@dataclass(frozen=True, kw_only=True)
class Facts:
    """Everything a case may give. Amounts are text, ``"900 CHF"``; ``invited`` is form -> date of the invitation;
    ``fees`` are codes of single fees to be reckoned, ``asked`` what is asked of Offices, ``acts`` what one wants to do.
    """

    application: pct.Application | None = None
    record: pct.Record = field(default_factory=pct.Record)
    invited: dict = field(default_factory=dict)
    added_priority: date | None = None
    withdrawn_priority: bool = False

    start: date | None = None
    period: str = ""
    nominal_expiry: date | None = None
    office: str = ""
    closed: tuple[date, ...] = ()
    known_on: date = date.max

    state: str = ""
    deposit: date | None = None

    fees: tuple[str, ...] = ()
    unpaid: str = ""
    paid_on: date | None = None
    entity: Entity = ""
    sheets: int = 1
    asked: Asked | None = None

    acts: tuple[str, ...] = ()
    signatures: tuple[pct.Signature, ...] = ()


def case(given: Mapping[str, Any], on: date | None) -> dict[str, Any]:
    """All results for the facts of one case. Raises ``BadData`` for facts that cannot be read."""
    facts = read(given)
    results = _counting(facts) | _membership(facts, on)
    if facts.application is not None:
        results |= _application(facts.application, _day_of(on), facts.entity)
    if facts.record != pct.Record():
        results |= _record(facts, on)
    return results | _single_fees(facts, on) | _offices(facts, on) | _acts(facts, on)


def read(given: Mapping[str, Any]) -> Facts:
    """The facts of a case; dates of a record by their own or their short names go into the record."""
    names = {part.name for part in fields(pct.Record)}
    known = {SHORT.get(key, key): value for key, value in given.items() if key in SHORT or key in names}
    rest = {key: value for key, value in given.items() if key not in SHORT and key not in names}
    facts = from_plain(Facts, {**rest, "record": {**known, **rest.get("record", {})}})
    invitations = [{"kind": kind, "dated": dated} for kind, dated in facts.invited.items()]
    more = tuple(from_plain(pct.Invitation, one, "invited") for one in invitations)
    record = replace(facts.record, invitations=facts.record.invitations + more)
    return replace(facts, record=replace(record, receiving_office=facts.office) if facts.office and known else record)


def _acts(facts: Facts, on: date | None) -> dict[str, Any]:
    if not facts.acts:
        return {}
    application = facts.application or pct.Application()
    return casework_acts.results(
        facts.acts,
        application,
        casework_acts.joined(application, facts.record),
        on=_day_of(on),
        signatures=facts.signatures,
        calendars=_calendars(facts),
    )


def _day_of(on: date | None) -> date:
    if on is None:
        raise BadData("on", "the day is missing; write on = 2026-11-22")
    return on


def _counting(facts: Facts) -> dict[str, Any]:
    results: dict[str, Any] = {}
    if facts.start and facts.period:
        results["ends"] = _period(facts.period).after(facts.start)
    nominal = facts.nominal_expiry or results.get("ends")
    if nominal:
        results["due"] = _calendars(facts)(facts.office).roll(nominal, knowing=facts.known_on)[0]
    return results


def _membership(facts: Facts, on: date | None) -> dict[str, Any]:
    results: dict[str, Any] = {}
    if facts.deposit:
        results["bound"] = months(3).after(facts.deposit)
    if facts.state:
        day = _day_of(on)
        results["designated"] = facts.state in designated(day)
        results["elected"] = facts.state in elected(day)
    return results


def _application(application: pct.Application, on: date, entity: Entity) -> dict[str, Any]:
    findings = pct.check(application, on=on)
    results: dict[str, Any] = {
        rule.slug: [finding.field for finding in findings if finding.rule == rule.slug] for rule in pct.RULES
    }
    sheet = pct.fees(application, on=on, entity=entity)
    results |= {line.code: _amount(line) for line in sheet.lines}
    results["total"] = [_money(total) for total in sheet.totals] if sheet.complete else "not determinable"
    results["findings"] = [finding.rule for finding in findings]
    return results | _limits(pct.Record.of(application), of_office)


def _record(facts: Facts, on: date | None) -> dict[str, Any]:
    record = facts.record
    if facts.added_priority or facts.withdrawn_priority:
        record = _with_change(facts, _day_of(on))
    return _limits(record, _calendars(facts))


def _with_change(facts: Facts, on: date) -> pct.Record:
    """A claim added, or the only one withdrawn, on the day of the case."""
    ceased = on if facts.withdrawn_priority else None
    claims = [pct.PriorityClaim(filed_on=facts.record.priority_date, ceased_on=ceased)]
    if facts.added_priority:
        claims.append(pct.PriorityClaim(filed_on=facts.added_priority, added_on=on))
    return replace(facts.record, priority_date=None, priority_claims=tuple(claims))


def _limits(record: pct.Record, calendars: Calendars) -> dict[str, Any]:
    results: dict[str, Any] = {}
    for limit in pct.time_limits(record, calendars=calendars):
        results.setdefault(limit.key, _day(limit.due))
        results.setdefault(f"{limit.key}_nominal", _day(limit.nominal))
    results["publication_expected"] = _day(pct.publication(record, calendars=calendars).expected)
    results["status"] = [status.key for status in pct.statuses(record)]
    for entry in pct.national_limits(record, calendars=calendars) if record.offices else ():
        if entry.applies:
            results |= {f"entry_{entry.asked}": _day(entry.due), f"late_entry_{entry.asked}": _day(entry.late_until)}
    return results


def _offices(facts: Facts, on: date | None) -> dict[str, Any]:
    asked = facts.asked or (Asked() if facts.state else None)
    if asked is None:
        return {}
    about = facts.application or facts.record
    return casework_offices.results(
        asked, state=facts.state, office=facts.office, entity=facts.entity, case=about, on=_day_of(on)
    )


def _single_fees(facts: Facts, on: date | None) -> dict[str, Any]:
    return {code: _amount(_fee(code, facts, _day_of(on))) for code in facts.fees}


def _fee(code: str, facts: Facts, on: date) -> FeeLine:
    if code not in pct.FEES:
        raise BadData("fees", f"{code!r} is no fee; there are {', '.join(pct.FEES)}")
    return pct.act_fee(
        code,
        facts.application,
        facts.record,
        on=on,
        paid_on=facts.paid_on,
        entity=facts.entity,
        unpaid=_read(facts.unpaid) if facts.unpaid else None,
        sheets=facts.sheets,
        office=facts.office,
    )


def _calendars(facts: Facts) -> Calendars:
    """The calendars of the Offices, with the closed days that the case itself states."""
    extra = dict.fromkeys(facts.closed, "closed in this case")

    def calendars(office: str) -> Calendar:
        known = of_office(office)
        return replace(known, listed={**known.listed, **extra}) if extra else known

    return calendars


def _period(text: str) -> Period:
    """``"30 months"``, ``"1 year and 10 days"``."""
    counts = re.findall(r"(\d+) (year|month|day)s?", text)
    if not counts:
        raise BadData("period", f"{text!r} is not a period; write '30 months' or '1 year and 10 days'")
    return Period(**{f"{unit}s": int(count) for count, unit in counts})


def _day(day: date | NotDeterminable | None) -> date | str:
    return day if isinstance(day, date) else str(day or "")


def _read(text: str) -> Money:
    found = re.fullmatch(r"(\d+(?:\.\d+)?) ([A-Z]{3})", text)
    if not found:
        raise BadData("given", f"{text!r} is not an amount; write '900 CHF'")
    return Money.of(found[1], found[2])


def _amount(line: FeeLine) -> str:
    return _money(line.amount) if isinstance(line.amount, Money) else str(line.amount)


def _money(money: Money) -> str:
    whole = money.amount == money.amount.to_integral_value()
    return f"{money.amount:.0f} {money.currency}" if whole else f"{money.amount:.2f} {money.currency}"
