"""What can be done in the life of a mark: every act, who may do it, until when, at what fee, what stands against it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from chancery.treaties.kernel.calendar import Calendars, of_office
from chancery.treaties.kernel.fees import FeeSheet
from chancery.treaties.kernel.limits import TimeLimit, governing, is_past
from chancery.treaties.kernel.rule import Finding
from chancery.treaties.madrid import acts_application, acts_changes, acts_offices
from chancery.treaties.madrid.acts_terms import Act, Asked, Bar, Case, Possible, Where, Who
from chancery.treaties.madrid.application import Application, Designation
from chancery.treaties.madrid.fees import fees, renewal_fees, second_part, subsequent_designation_fees
from chancery.treaties.madrid.fees_later import later_fee
from chancery.treaties.madrid.limits import time_limits
from chancery.treaties.madrid.protection import Protection
from chancery.treaties.madrid.record import Record
from chancery.treaties.madrid.renewal import renewed

OVER = "The time limit for it is over."
NOT_ASKED = "Nothing has come that this would answer, or it was answered."
WITHOUT_PRIORITY = frozenset({"apply", "certify", "designate"})
"""Acts that can be done after their time limit; what is lost is a date, as the limit's consequence says."""

ACTS: tuple[Act, ...] = (*acts_application.ACTS, *acts_changes.ACTS, *acts_offices.ACTS)
"""The table of contents of what applicants, holders, Offices and others may do."""

BARS: tuple[Bar, ...] = tuple(dict.fromkeys(bar for one in ACTS for bar in (*one.bars, *one.notes)))
"""Every sentence that can stand against an act, or is to be known before it, once."""

EVERYTHING = Asked()
"""An act asked for all parties and all goods and services."""

_BY_KEY = {one.key: one for one in ACTS}


def act(key: str) -> Act:
    """An act by its key. Raises ``KeyError`` for a key that is none."""
    return _BY_KEY[key]


def acts(
    record: Record,
    application: Application,
    folded: Protection,
    *,
    on: date,
    asked: Asked = EVERYTHING,
    calendars: Calendars = of_office,
) -> tuple[Possible, ...]:
    """Every act, possible or not on that day, for what is asked. ``folded`` is where goods and services stand then."""
    case = _case(record, application, folded, on=on, asked=asked, calendars=calendars)
    return tuple(_possible(one, case) for one in ACTS)


def possible(
    key: str,
    record: Record,
    application: Application,
    folded: Protection,
    *,
    on: date,
    asked: Asked = EVERYTHING,
    calendars: Calendars = of_office,
) -> Possible:
    """Whether one act can be done on that day. Raises ``KeyError`` for a key that is none."""
    return _possible(act(key), _case(record, application, folded, on=on, asked=asked, calendars=calendars))


def _case(
    record: Record, application: Application, folded: Protection, *, on: date, asked: Asked, calendars: Calendars
) -> Case:
    limits: dict[str, tuple[TimeLimit, ...]] = {}
    for limit in time_limits(_of_parties(record, asked.parties), calendars=calendars):
        limits[limit.key] = (*limits.get(limit.key, ()), limit)
    return Case(record, application, folded, on, asked, limits)


def _of_parties(record: Record, parties: Sequence[str]) -> Record:
    """The record with what concerns these parties alone; as it is where none is named."""
    if not parties:
        return record
    return replace(
        record,
        designated=tuple(one for one in record.designated if one.party in parties),
        irregularities=tuple(one for one in record.irregularities if one.party in ("", *parties)),
    )


def _possible(one: Act, case: Case) -> Possible:
    against = [bar.finding() for bar in one.bars if bar.holds(case)]
    until, late = _governing(one, case), ""
    if one.answers and until is None:
        against.append(Finding(one.cites, NOT_ASKED, severity="prevents", rule="nothing_to_answer"))
    elif until is not None and is_past(until.due, case.on):
        late = _saves(one, until, case.on)
        against += [] if late else [_over(one, until)]
    return Possible(
        act=one,
        findings=tuple(against),
        until=until,
        fees=_fees(one, case, late=bool(late)),
        late="" if against else late,
        notes=tuple(bar.finding("hint") for bar in one.notes if bar.holds(case)),
    )


def _governing(one: Act, case: Case) -> TimeLimit | None:
    """Of the time limits for an act the next to end; otherwise one not known yet, or the last that has ended."""
    limits = [limit for key in one.limits for limit in case.limits.get(key, ())]
    limits = [limit for limit in limits if one.under in ("", limit.cites) and not (one.answers and limit.done_on)]
    return governing(limits, case.on)


def _saves(one: Act, limit: TimeLimit, on: date) -> str:
    """Why a late act still counts, and what it loses; empty where it does not count."""
    if isinstance(limit.late_until, date) and on <= limit.late_until:
        return limit.relief
    return limit.consequence if one.key in WITHOUT_PRIORITY else ""


def _over(one: Act, limit: TimeLimit) -> Finding:
    detail = f"It ended on {limit.due}."
    return Finding(limit.cites, f"{OVER} {detail}", severity="prevents", rule=one.key, detail=detail)


def _fees(one: Act, case: Case, *, late: bool) -> FeeSheet | None:
    """What an act costs in the amounts of that day; nothing where it has no fee before the International Bureau."""
    application = replace(case.application, origin=case.record.holder or case.application.origin)
    if one.fee == "application":
        return fees(application, on=case.on)
    if one.fee == "renewal":
        kept = renewed(application, case.folded, parties=case.asked.parties, keep=case.asked.keep)
        return renewal_fees(kept, on=case.on, in_grace=late)
    if one.fee == "subsequent designation":
        return subsequent_designation_fees(_designating(application, case), on=case.on)
    if one.fee == "second part":
        owing = [Designation(party=code) for code in case.asked.parties or _owing(case)]
        return FeeSheet(tuple(second_part(each, application, on=case.on) for each in owing))
    return FeeSheet((later_fee(one.fee, on=case.on),)) if one.fee else None


def _owing(case: Case) -> tuple[str, ...]:
    """The parties whose Office told that the second part is due, and where it was not paid yet."""
    return tuple(one.party for one in case.record.irregularities if one.rule == "34(3)" and not one.remedied_on)


def _designating(application: Application, case: Case) -> Application:
    named = tuple(Designation(party=code, goods=case.asked.goods) for code in case.asked.parties)
    return replace(application, designations=named)


__all__ = ["ACTS", "BARS", "Act", "Asked", "Bar", "Case", "Possible", "Where", "Who", "act", "acts", "possible"]
