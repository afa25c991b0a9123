"""What a PCT case file may ask of the time after filing.

``acts`` in ``given`` names acts; results are ``can`` (those that can be done on the day of the case), ``why_KEY`` (what
stands against one, by name), ``late_KEY`` (whether it is done in days of grace) and ``unsigned_KEY`` (provisions under
which a signature is missing; whose, ``signatures`` tells). ``state`` is that of ST.27, as ``"A1"``, and ``events`` are
the detailed codes of what has happened until that day.
"""

from collections.abc import Iterable
from dataclasses import fields
from datetime import date
from typing import Any

from chancery.treaties import pct
from chancery.treaties.kernel.calendar import Calendars
from chancery.treaties.kernel.plain import BadData


def results(
    keys: Iterable[str],
    application: pct.Application,
    record: pct.Record,
    *,
    on: date,
    signatures: tuple[pct.Signature, ...],
    calendars: Calendars,
) -> dict[str, Any]:
    """All results for one case. Raises ``BadData`` for an act that is none."""
    found: dict[str, Any] = {"can": []}
    for key in keys:
        possible = _possible(key, record, application, on, calendars)
        found["can"] += [key] if possible.open else []
        found[f"why_{key}"] = [finding.rule for finding in possible.findings]
        found[f"late_{key}"] = bool(possible.late)
        found[f"unsigned_{key}"] = [finding.cites for finding in pct.unsigned(key, application, signatures)]
    state = pct.state_at(record, on)
    found["state"] = f"{state.state}{state.stage}"
    found["events"] = [one.event.st27 for one in pct.history(record, on=on)]
    return found


def joined(application: pct.Application, record: pct.Record) -> pct.Record:
    """The record of an application filed as it stands, with what the record of the case says besides."""
    empty = pct.Record()
    said = {part.name: getattr(record, part.name) for part in fields(pct.Record)}
    known = {name: value for name, value in said.items() if value != getattr(empty, name)}
    return pct.Record.of(application, **{"filing_date": application.received_on, **known})


def _possible(
    key: str, record: pct.Record, application: pct.Application, on: date, calendars: Calendars
) -> pct.Possible:
    try:
        return pct.possible(key, record, application, on=on, calendars=calendars)
    except KeyError:
        raise BadData("acts", f"{key!r} is no act; there are {', '.join(act.key for act in pct.ACTS)}") from None
