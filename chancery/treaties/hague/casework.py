"""What the facts and results of a Hague case file are called.

``given`` is read as ``Facts`` below; what is called as in a record may also stand there under its own name. Results are
named after rules (a list of fields, empty when satisfied) and time limits (the day; with ``_nominal`` the day before it
moved, with ``_late`` the last for a late act), and ``findings``, ``filing``, ``registration``, ``total``, ``lines``
(code -> amount), ``second_part`` and ``act`` (which governs). Of what happened: ``effect`` (party -> where each design
stands), ``renewable`` (party -> places of designs), ``until`` and ``statuses``; of acts: ``can``, ``why_`` and the act,
and ``fee_`` and the act.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any, Literal

from chancery.treaties import hague
from chancery.treaties.hague.basis import Basis
from chancery.treaties.kernel.plain import BadData, from_plain
from chancery.treaties.kernel.standing import places
from chancery.treaties.kernel.telling import told, told_sheet

Asked = Literal["", "application", "renewal", "renewal in grace"]


@dataclass(frozen=True, kw_only=True)
class Facts:
    """Everything a case may give. ``between``: the applicant's parties and, last, the designated one. ``named`` are the
    places of the designs that acts are asked for, ``new_owner`` is the party with which a new owner has a link.
    """

    record: hague.Record = field(default_factory=hague.Record)
    application: hague.Application = field(default_factory=hague.Application)
    asked: Asked = ""
    number: int = 1
    second_part_of: hague.Designation | None = None
    between: tuple[str, ...] = ()
    happenings: tuple[hague.Happening, ...] = ()
    acts: tuple[str, ...] = ()
    named: tuple[int, ...] = ()
    new_owner: str = ""
    changes: tuple[str, ...] = ()


def case(given: Mapping[str, Any], on: date | None) -> dict[str, Any]:
    """All results for the facts of one case. Raises ``BadData`` for facts that cannot be read."""
    facts = read(given)
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


def read(given: Mapping[str, Any]) -> Facts:
    """The facts of a case; what is called as in a record goes into the record."""
    names = {part.name for part in fields(hague.Record)}
    known = {key: value for key, value in given.items() if key in names}
    rest = {key: value for key, value in given.items() if key not in names}
    return from_plain(Facts, {**rest, "record": {**known, **rest.get("record", {})}})


def _findings(facts: Facts, on: date) -> dict[str, Any]:
    findings = hague.check(facts.application, on=on)
    return {rule.slug: [one.field for one in findings if one.rule == rule.slug] for rule in hague.RULES} | {
        "findings": [one.rule for one in findings]
    }


def _limits(facts: Facts) -> dict[str, Any]:
    results: dict[str, Any] = {}
    if facts.record == hague.Record():
        return results
    basis = Basis(facts.record)
    results |= {"filing": told(basis.filing.day), "registration": told(basis.registration.day)}
    for found in hague.time_limits(facts.record):
        results[found.key] = told(found.due)
        results[f"{found.key}_nominal"] = told(found.nominal)
        if found.late_until:
            results[f"{found.key}_late"] = told(found.late_until)
    return results


def _fees(facts: Facts, on: date) -> dict[str, Any]:
    results: dict[str, Any] = {}
    if facts.asked == "application":
        results |= told_sheet(hague.fees(facts.application, on=on))
    elif facts.asked:
        grace = facts.asked == "renewal in grace"
        results |= told_sheet(hague.renewal_fees(facts.application, number=facts.number, on=on, in_grace=grace))
    if facts.second_part_of and facts.record.registered_on:
        line = hague.second_part(facts.second_part_of, registered_on=facts.record.registered_on, on=on)
        results["second_part"] = told(line.amount)
    results |= {code: told(hague.later_fee(code, on=on, registrations=facts.number).amount) for code in facts.changes}
    return results


def _act(facts: Facts, on: date) -> dict[str, Any]:
    if not facts.between:
        return {}
    *own, designated = facts.between
    return {"act": hague.governing(own, designated, on) or "none"}


def _effect(facts: Facts, on: date) -> dict[str, Any]:
    found = hague.protection(facts.happenings, designs=facts.application.designs, on=on)
    reached = hague.statuses(facts.record, facts.application, facts.happenings, on=on)
    results: dict[str, Any] = {"statuses": [one.key for one in reached]}
    if not found.parties:
        return results
    designs = range(facts.application.designs)
    effect = {
        code: [state.name.lower() for one in designs if (state := found.state(code, one)) is not None]
        for code in found.parties
    }
    left = {code: list(places(held)) for code, held in hague.renewable(found).items()}
    return results | {"effect": effect, "renewable": left, "until": found.until}


def _acts(facts: Facts, on: date) -> dict[str, Any]:
    wants: dict[str, Any] = {"designs": facts.named, "new_owner": facts.new_owner}
    asked = [
        hague.possible(key, facts.record, facts.application, facts.happenings, on=on, **wants) for key in facts.acts
    ]
    results: dict[str, Any] = {"can": [one.act.key for one in asked if one.open]}
    for one in asked:
        results[f"why_{one.act.key}"] = [finding.rule for finding in one.findings]
        if one.fee:
            results[f"fee_{one.act.key}"] = told(one.fee.amount)
    return results
