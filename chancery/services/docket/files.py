"""Whose time limits a docket holds: applications for patents, and registration files, asked in one way."""

from collections.abc import Iterable, Mapping
from datetime import date

from chancery.records.register import queries as register
from chancery.records.register.queries import Registration, Right
from chancery.services.docket import doing
from chancery.treaties import pct
from chancery.treaties.kernel import TimeLimit

File = Right | Registration
LATE = "_late"
"""At the end of the key of a limit that runs on after its last day, at a price."""


def file(number: str) -> File | None:
    """An application, or a registration file, by its number."""
    return register.registration(number) if register.system_of(number) else register.right(number)


def files(numbers: Iterable[str]) -> Mapping[str, File]:
    """The same for several numbers."""
    every = list(numbers)
    return {**register.rights(every), **register.registrations(every)}


def title(one: File) -> str:
    """What it is called; nothing where that has been erased."""
    if one.received_on is None:
        return ""
    return one.title if isinstance(one, Registration) else str(one.application.title)


def limits(one: File) -> tuple[TimeLimit, ...]:
    """Every time limit of a file, in an order that stays. A file of which something is erased has none.

    A limit of a registration after which the act can still be done at a price (renewal) stands there twice: with its
    last day, and at the end of the list with the last day of grace.
    """
    if one.erased or one.received_on is None:
        return ()
    if isinstance(one, Right):
        return pct.time_limits(one.record)
    found = one.limits()
    return (*found, *(_late(limit) for limit in found if isinstance(limit.late_until, date)))


def _late(limit: TimeLimit) -> TimeLimit:
    assert limit.late_until is not None
    return limit._replace(
        key=f"{limit.key}{LATE}",
        act=f"{limit.act} {limit.relief}." if limit.relief else limit.act,
        nominal=limit.late_until,
        due=limit.late_until,
        steps=(*limit.steps, *limit.late_steps),
        relief="",
        late_until=None,
    )


def kind(one: File, limit: TimeLimit) -> str:
    """How a limit concerns the person whose docket it is: "duty", "option" or "office"."""
    if isinstance(one, Right):
        return doing.kind(limit.key, limit.actor)
    return doing.kind_in_registration(limit.key.removesuffix(LATE), limit.actor)


def done(one: File, limit: TimeLimit) -> bool:
    """Whether the act has been done, as far as the register knows."""
    if isinstance(one, Right):
        return doing.done(one, limit.key)
    return bool(one.ended) or limit.done_on is not None or _is_over(one)


def _is_over(one: Registration) -> bool:
    """Whether the registration itself has come to its end by what was entered: then nothing is left to keep."""
    last = max((each.on for each in one.facts.happenings), default=one.received_on or date.min)
    return any(each.terminal and each.strand == "registration" for each in one.statuses(on=last))
