"""A facts file told in full: each finding, fee and time limit with its citation and its reasoning.

A facts file is TOML: ``treaty = "pct"``, ``on`` (the day), ``[application]`` and, for a case under way, ``[record]``.
"""

import importlib
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from chancery.treaties.kernel.fees import FeeSheet
from chancery.treaties.kernel.limits import TimeLimit
from chancery.treaties.kernel.plain import BadData
from chancery.treaties.kernel.rule import Finding
from chancery.treaties.kernel.step import Step

SEVERITIES = {"prevents": "PREVENTS FILING", "raised": "WILL BE RAISED", "hint": "HINT"}
FACTS = {"treaty", "on", "application", "record"}


def explain(path: Path | str) -> str:
    """The text of ``chancery explain FACTS``. Raises ``BadData`` with the remedy, or ``FileNotFoundError``."""
    file = Path(path)
    try:
        facts = tomllib.loads(file.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadData("", f"{file} is not TOML: {error}") from None
    return explain_facts(facts)


def explain_facts(facts: Mapping[str, Any]) -> str:
    """The same for facts already read."""
    on = facts.get("on")
    if not isinstance(on, date):
        raise BadData("on", "the day is missing; write on = 2026-11-22")
    strange = sorted(set(facts) - FACTS)
    if strange:
        raise BadData(strange[0], f"there is no such part; the parts are {', '.join(sorted(FACTS))}")
    treaty = _treaty(str(facts.get("treaty", "")))
    application = treaty.Application.from_dict(facts.get("application", {}))
    record = treaty.Record.from_dict(facts["record"]) if "record" in facts else treaty.Record.of(application)
    lines: list[str] = []
    if "application" in facts:
        lines += [*_findings(treaty.check(application, on=on)), "", *_fees(treaty.fees(application, on=on)), ""]
    if hasattr(treaty, "publication"):
        lines += [*_publication(treaty.publication(record)), ""]
    return "\n".join([*lines, *_limits(treaty.time_limits(record))])


def _treaty(name: str) -> Any:
    try:
        return importlib.import_module(f"chancery.treaties.{name}") if name.isidentifier() else _unknown(name)
    except ModuleNotFoundError:
        return _unknown(name)


def _unknown(name: str) -> Any:
    raise BadData("treaty", f'{name!r} is not a treaty that is known here; write treaty = "pct"')


def _findings(findings: Sequence[Finding]) -> Iterator[str]:
    yield f"FINDINGS ({len(findings)})" if findings else "FINDINGS: none"
    for finding in findings:
        place = f" at {finding.field}" if finding.field else ""
        yield f"  {SEVERITIES[finding.severity]}{place}: {finding}{_mark(finding.confidence)}"


def _fees(sheet: FeeSheet) -> Iterator[str]:
    yield "FEES"
    for line in sheet.lines:
        yield f"  {line.label}: {line.amount} [{line.cites}]{_mark(line.confidence)}"
        yield from _steps(line.steps)
    totals = " and ".join(str(total) for total in sheet.totals) or "nothing"
    yield f"  Total of what is known: {totals}" if not sheet.complete else f"  Total: {totals}"


def _publication(found: Any) -> Iterator[str]:
    yield "PUBLICATION"
    yield f"  Not before {found.not_before} [{found.cites}]"
    yield f"  Expected on {found.expected}, an estimate{_mark(found.confidence)}"
    yield from _steps(found.steps)


def _limits(limits: Iterable[TimeLimit]) -> Iterator[str]:
    yield "TIME LIMITS"
    for limit in limits:
        word = {"limit": "until", "not before": "not before", "target": "by"}[limit.nature]
        yield f"  {limit.act}"
        where = f" at {limit.office}" if limit.nature == "limit" else ""
        yield f"    {limit.actor}{where}, {word} {limit.due} [{limit.cites}]{_mark(limit.confidence)}"
        yield from _steps(limit.steps, indent=6)
        if limit.in_time_until:
            yield f"      Counts as in time until {limit.in_time_until}"
        if limit.late_until is not None:
            yield f"      Can still be saved until {limit.late_until}"
        if limit.done_on:
            yield f"      Done on {limit.done_on}"
        if limit.relief:
            yield f"      Relief: {limit.relief}"
        if limit.consequence:
            yield f"      Otherwise: {limit.consequence}"


def _steps(steps: Iterable[Step], indent: int = 4) -> Iterator[str]:
    for step in steps:
        yield f"{' ' * indent}- {step}"


def _mark(confidence: str) -> str:
    return "" if confidence == "rule" else f" ({confidence})"


def main(argv: Sequence[str] | None = None) -> int:
    """``python -m chancery.treaties.kernel.explain FACTS.toml``: 0, or 2 when the facts cannot be read."""
    paths = list(sys.argv[1:] if argv is None else argv)
    if len(paths) != 1:
        print("Usage: explain FACTS.toml", file=sys.stderr)
        return 2
    try:
        print(explain(paths[0]))
    except (BadData, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
