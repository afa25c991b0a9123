"""What can be done after filing: every act, who may do it, until when, at what fee, and what stands against it."""

from datetime import date

from chancery.treaties.kernel.calendar import Calendars, of_office
from chancery.treaties.kernel.limits import TimeLimit, governing, is_past
from chancery.treaties.kernel.rule import Finding
from chancery.treaties.pct import acts_application, acts_file, acts_search, acts_withdrawals
from chancery.treaties.pct.acts_terms import Act, Bar, Case, Possible, Who
from chancery.treaties.pct.application import Application
from chancery.treaties.pct.closures import OUTAGE
from chancery.treaties.pct.fees_acts import act_fee
from chancery.treaties.pct.limits import LIMITS, time_limits
from chancery.treaties.pct.record import Record

OVER = "The time limit for it is over."
EXCUSED = "Excused: when the time limit ended, the electronic means of the Office were not available"

ACTS: tuple[Act, ...] = (*acts_application.ACTS, *acts_search.ACTS, *acts_withdrawals.ACTS, *acts_file.ACTS)
"""The table of contents of what an applicant, or anyone, may do after filing."""

BARS: tuple[Bar, ...] = tuple(dict.fromkeys(bar for one in ACTS for bar in (*one.bars, *one.notes, *one.still)))
"""Every sentence that can stand against an act, once."""

_BY_KEY = {one.key: one for one in ACTS}


def act(key: str) -> Act:
    """An act by its key. Raises ``KeyError`` for a key that is none."""
    return _BY_KEY[key]


def acts(
    record: Record, application: Application, *, on: date, calendars: Calendars = of_office
) -> tuple[Possible, ...]:
    """Every act, possible or not on that day. ``on`` is the local date of the Office at which an act is due."""
    case = _case(record, application, on, calendars)
    return tuple(_possible(one, case) for one in ACTS)


def possible(
    key: str, record: Record, application: Application, *, on: date, calendars: Calendars = of_office
) -> Possible:
    """Whether one act can be done on that day. Raises ``KeyError`` for a key that is none."""
    return _possible(act(key), _case(record, application, on, calendars))


def _case(record: Record, application: Application, on: date, calendars: Calendars) -> Case:
    limits: dict[str, tuple[TimeLimit, ...]] = {}
    for limit in time_limits(record, calendars=calendars):
        limits[limit.key] = (*limits.get(limit.key, ()), limit)
    return Case(record, application, on, limits, calendars)


def _possible(one: Act, case: Case) -> Possible:
    against = tuple(bar.finding() for bar in one.bars if bar.holds(case))
    until = _governing(one, case)
    late = ""
    if until is not None and is_past(until.due, case.on):
        late = _grace(one, until, case)
        against = against if late else (*against, _over(one, until))
    codes = one.fees if one.fee_due(case) else ()
    lines = tuple(act_fee(code, case.application, case.record, on=case.on) for code in codes)
    return Possible(
        act=one,
        findings=against,
        until=until,
        fee=lines[0] if lines else None,
        more_fees=lines[1:],
        late="" if against else late,
        notes=tuple(bar.finding("hint") for bar in one.notes if bar.holds(case)),
    )


def _governing(one: Act, case: Case) -> TimeLimit | None:
    """Of the time limits for an act the next to end; otherwise one not known yet, or the last that has ended."""
    limits = [limit for key in one.limits for limit in case.limits.get(key, ())]
    return governing(limits, case.on)


def _grace(one: Act, limit: TimeLimit, case: Case) -> str:
    """Why a late act still counts; empty where it does not."""
    if _is_excused(limit, case.on):
        return EXCUSED
    if not one.still or any(bar.holds(case) for bar in one.still):
        return ""
    return _still(limit.in_time_until, limit.relief)


def _is_excused(limit: TimeLimit, on: date) -> bool:
    """Whether the Office could not be reached when the time limit ended, and has only just become so again."""
    by_outage = any(step.cites == OUTAGE for step in limit.late_steps)
    return by_outage and isinstance(limit.late_until, date) and on <= limit.late_until


def _still(in_time_until: str, relief: str) -> str:
    return f"Still in time until {in_time_until}" if in_time_until else relief


def graces() -> tuple[str, ...]:
    """Every sentence that ``Possible.late`` can be."""
    keys = {key for one in ACTS if one.still for key in one.limits}
    said = (_still(one.in_time_until, one.relief) for one in LIMITS if one.key in keys)
    return tuple(dict.fromkeys((*said, EXCUSED)))


def _over(one: Act, limit: TimeLimit) -> Finding:
    detail = f"It ended on {limit.due}."
    return Finding(limit.cites, f"{OVER} {detail}", severity="prevents", rule=one.key, detail=detail)


__all__ = ["ACTS", "BARS", "Act", "Bar", "Case", "Possible", "Who", "act", "acts", "graces", "possible"]
