"""What the facts and results of a Lisbon case file are called.

``given`` is read as ``Facts`` below; what is called as in a record may also stand there under its own name. Results are
named after time limits, and ``registration``, single fees by their code, ``total``, ``lines`` and ``act``.
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
    fee: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    least_developed: bool = False
    between: tuple[str, ...] = ()


def case(given: Mapping[str, Any], on: date | None) -> dict[str, Any]:
    """All results for the facts of one case. Raises ``BadData`` for facts that cannot be read."""
    names = {part.name for part in fields(lisbon.Record)}
    known = {key: value for key, value in given.items() if key in names}
    rest = {key: value for key, value in given.items() if key not in names}
    facts = from_plain(Facts, {**rest, "record": {**known, **rest.get("record", {})}})
    if on is None:
        raise BadData("on", "the day is missing; write on = 2026-11-22")
    return _limits(facts) | _fees(facts, on) | _act(facts, on)


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
