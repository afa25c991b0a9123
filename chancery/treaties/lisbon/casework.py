"""What the facts and results of a Lisbon case file are called.

``given`` is read as ``Facts`` below; what is called as in a record may also stand there under its own name. Results are
named after rules (a list of fields, empty when satisfied) and time limits, and ``findings``, ``registration``, single
fees by their code, ``total``, ``lines`` and ``act``. Of what happened: ``effect`` (party -> where it stands), ``since``
(party -> the first day of protection) and ``statuses``; of acts: ``can``, ``why_`` and the act, ``fee_`` and the act.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any

from chancery.treaties import lisbon
from chancery.treaties.kernel.plain import BadData, from_plain
from chancery.treaties.kernel.telling import told, told_sheet
from chancery.treaties.lisbon.limits import Basis


@dataclass(frozen=True, kw_only=True)
class Facts:
    """Everything a case may give. ``fee`` are codes of single fees, ``parties`` those in which protection is wanted."""

    record: lisbon.Record = field(default_factory=lisbon.Record)
    application: lisbon.Application = field(default_factory=lisbon.Application)
    fee: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    least_developed: bool = False
    between: tuple[str, ...] = ()
    happenings: tuple[lisbon.Happening, ...] = ()
    acts: tuple[str, ...] = ()


def case(given: Mapping[str, Any], on: date | None) -> dict[str, Any]:
    """All results for the facts of one case. Raises ``BadData`` for facts that cannot be read."""
    names = {part.name for part in fields(lisbon.Record)}
    known = {key: value for key, value in given.items() if key in names}
    rest = {key: value for key, value in given.items() if key not in names}
    facts = from_plain(Facts, {**rest, "record": {**known, **rest.get("record", {})}})
    if on is None:
        raise BadData("on", "the day is missing; write on = 2026-11-22")
    return (
        _findings(facts, on)
        | _limits(facts)
        | _fees(facts, on)
        | _act(facts, on)
        | _effect(facts, on)
        | _acts(facts, on)
    )


def _findings(facts: Facts, on: date) -> dict[str, Any]:
    findings = lisbon.check(facts.application, on=on)
    return {rule.slug: [one.field for one in findings if one.rule == rule.slug] for rule in lisbon.RULES} | {
        "findings": [one.rule for one in findings]
    }


def _limits(facts: Facts) -> dict[str, Any]:
    if facts.record == lisbon.Record():
        return {}
    results: dict[str, Any] = {"registration": told(Basis(facts.record).registration.day)}
    for found in lisbon.time_limits(facts.record):
        results |= {found.key: told(found.due), f"{found.key}_nominal": told(found.nominal)}
    return results


def _fees(facts: Facts, on: date) -> dict[str, Any]:
    single = {code: lisbon.fee(code, on=on, least_developed=facts.least_developed) for code in facts.fee}
    results: dict[str, Any] = {code: told(line.amount) for code, line in single.items()}
    if facts.parties:
        results |= told_sheet(lisbon.fees(facts.parties, on=on, least_developed=facts.least_developed))
    return results


def _act(facts: Facts, on: date) -> dict[str, Any]:
    if not facts.between:
        return {}
    origin, other = facts.between
    return {"act": lisbon.governing(origin, other, on) or "none"}


def _effect(facts: Facts, on: date) -> dict[str, Any]:
    found = lisbon.protection(facts.happenings, on=on)
    results: dict[str, Any] = {
        "statuses": [one.key for one in lisbon.statuses(facts.record, facts.happenings, on=on)],
        "since": {code: day for code in found.parties if (day := lisbon.protected_since(found, code))},
        "effect": {code: state.name.lower() for code in found.parties if (state := found.state(code)) is not None},
    }
    return results


def _acts(facts: Facts, on: date) -> dict[str, Any]:
    least = facts.least_developed
    asked = [lisbon.possible(key, facts.record, facts.happenings, on=on, least_developed=least) for key in facts.acts]
    results: dict[str, Any] = {"can": [one.act.key for one in asked if one.open]}
    for one in asked:
        results[f"why_{one.act.key}"] = [finding.rule for finding in one.findings]
        if one.fee:
            results[f"fee_{one.act.key}"] = told(one.fee.amount)
    return results
