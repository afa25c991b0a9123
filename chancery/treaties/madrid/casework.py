"""What the facts and results of a Madrid case file are called.

``given`` is read as ``Facts`` below; what is called as in a record may also stand there under its own name. Results are
named after rules (a list of fields, empty when satisfied) and time limits (the day; with ``_nominal`` the day before it
moved, with ``_late`` the last for a late act), and ``findings``, ``registration``, ``total``, ``lines`` (code ->
amount), single fees by the code of the act, ``second_part``, ``refund``, ``renewed``, ``safeguarded``, ``bound``.
What is asked of acts and statuses, casework_acts.py tells.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any, Literal

from chancery.treaties import madrid
from chancery.treaties.kernel.fees import FeeSheet
from chancery.treaties.kernel.money import Money
from chancery.treaties.kernel.plain import BadData, from_plain
from chancery.treaties.kernel.telling import UNKNOWN, told, told_sheet
from chancery.treaties.madrid import casework_acts
from chancery.treaties.madrid.tariffs import CURRENCY

Asked = Literal["", "application", "subsequent designation", "renewal", "renewal in grace"]


@dataclass(frozen=True, kw_only=True)
class Facts:
    """Everything a case may give. Amounts are whole francs or text; ``acts`` are codes of later acts."""

    record: madrid.Record = field(default_factory=madrid.Record)
    application: madrid.Application = field(default_factory=madrid.Application)
    asked: Asked = ""
    acts: tuple[str, ...] = ()
    registrations: int = 1
    ungrouped_terms: int = 0
    wrong_terms: int = 0
    second_part_of: str = ""
    abandoned: str = ""
    paid: str = ""
    due: str = ""
    told_in_last_three_months: bool = False
    between: tuple[str, ...] = ()
    doing: tuple[str, ...] = ()
    asks: madrid.Asked = field(default_factory=madrid.Asked)
    happenings: tuple[madrid.Happening, ...] = ()
    listed: int = 0
    number: str = ""
    taken: tuple[str, ...] = ()


def case(given: Mapping[str, Any], on: date | None) -> dict[str, Any]:
    """All results for the facts of one case. Raises ``BadData`` for facts that cannot be read."""
    facts = read(given)
    if on is None:
        raise BadData("on", "the day is missing; write on = 2026-11-22")
    return (
        _findings(facts, on)
        | _limits(facts)
        | _sheet(facts, on)
        | _single(facts, on)
        | _payments(facts, on)
        | _parties(facts, on)
        | _life(facts, on)
    )


def read(given: Mapping[str, Any]) -> Facts:
    """The facts of a case; what is called as in a record goes into the record."""
    names = {part.name for part in fields(madrid.Record)} - {part.name for part in fields(Facts)}
    known = {key: value for key, value in given.items() if key in names}
    rest = {key: value for key, value in given.items() if key not in names}
    return from_plain(Facts, {**rest, "record": {**known, **rest.get("record", {})}})


def _findings(facts: Facts, on: date) -> dict[str, Any]:
    findings = madrid.check(facts.application, on=on)
    return {rule.slug: [one.field for one in findings if one.rule == rule.slug] for rule in madrid.RULES} | {
        "findings": [one.rule for one in findings]
    }


def _limits(facts: Facts) -> dict[str, Any]:
    results: dict[str, Any] = {}
    if facts.record == madrid.Record():
        return results
    results["registration"] = told(madrid.registration(facts.record))
    for found in madrid.time_limits(facts.record):
        results[found.key] = told(found.due)
        results[f"{found.key}_nominal"] = told(found.nominal)
        if found.late_until:
            results[f"{found.key}_late"] = told(found.late_until)
    return results


def _sheet(facts: Facts, on: date) -> dict[str, Any]:
    sheet = _asked(facts, on)
    if sheet is None:
        return {}
    return told_sheet(sheet)


def _asked(facts: Facts, on: date) -> FeeSheet | None:
    if facts.asked == "application":
        return madrid.fees(facts.application, on=on)
    if facts.asked == "subsequent designation":
        return madrid.subsequent_designation_fees(facts.application, on=on)
    if facts.asked:
        return madrid.renewal_fees(facts.application, on=on, in_grace=facts.asked == "renewal in grace")
    return None


def _single(facts: Facts, on: date) -> dict[str, Any]:
    lines = [madrid.later_fee(_known(code), on=on, requests=facts.registrations) for code in facts.acts]
    if facts.ungrouped_terms:
        lines.append(madrid.ungrouped_fee(facts.ungrouped_terms, on=on))
    if facts.wrong_terms:
        lines.append(madrid.wrong_class_fee(facts.wrong_terms, on=on))
    results: dict[str, Any] = {line.code: told(line.amount) for line in lines}
    if facts.second_part_of:
        designation = madrid.Designation(party=facts.second_part_of)
        results["second_part"] = told(madrid.second_part(designation, facts.application, on=on).amount)
    return results


def _known(code: str) -> str:
    if code not in madrid.LATER:
        raise BadData("acts", f"{code!r} is not one of {', '.join(madrid.LATER)}")
    return code


def _payments(facts: Facts, on: date) -> dict[str, Any]:
    results: dict[str, Any] = {}
    if facts.abandoned:
        back = madrid.refund(facts.abandoned, _money(facts.paid, "paid"), on=on)
        results["refund"] = told(back.amount) if back else UNKNOWN
    if facts.due:
        results["renewed"] = madrid.renewed_though_short(
            _money(facts.paid, "paid"),
            _money(facts.due, "due"),
            told_in_last_three_months=facts.told_in_last_three_months,
        )
    return results


def _parties(facts: Facts, on: date) -> dict[str, Any]:
    results: dict[str, Any] = {}
    if facts.between:
        holder, designated = facts.between
        found = madrid.party(designated)
        results["safeguarded"] = madrid.safeguarded(holder, designated, on)
        results["bound"] = found is not None and found.bound(on)
    return results


def _life(facts: Facts, on: date) -> dict[str, Any]:
    found = casework_acts.folded(facts.happenings, facts.application, facts.record, listed=facts.listed, on=on)
    return (
        casework_acts.results(facts.doing, facts.application, facts.record, found, on=on, asks=facts.asks)
        | casework_acts.standing(facts.record, found, on)
        | casework_acts.numbered(facts.number, facts.taken)
    )


def _money(text: str, path: str) -> Money:
    if not text.replace(".", "", 1).isdigit():
        raise BadData(path, 'an amount of francs is expected here, such as "1113"')
    return Money.of(text, CURRENCY)
