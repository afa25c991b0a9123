"""What an act after filing is made of: the case it is done in, what stands against it, the act, and the answer."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from chancery.treaties.kernel import acting
from chancery.treaties.kernel.calendar import Calendars, of_office
from chancery.treaties.kernel.fees import FeeLine
from chancery.treaties.kernel.limits import TimeLimit
from chancery.treaties.kernel.rule import Finding
from chancery.treaties.pct.application import Application
from chancery.treaties.pct.basis import Role
from chancery.treaties.pct.record import Record

Who = Literal["applicant", "all applicants", "anyone"]
"""Who may do an act. ``applicant``: an applicant, or the agent or common representative for all of them."""


@dataclass(frozen=True)
class Case:
    """One application on one day: what an act is judged by.

    ``limits`` are its time limits by key; several invitations may have made several of one key.
    """

    record: Record
    application: Application
    on: date
    limits: Mapping[str, tuple[TimeLimit, ...]]
    calendars: Calendars = of_office

    def happened(self, name: str) -> bool:
        """Whether a date of the record is known and has come."""
        day = getattr(self.record, name)
        return day is not None and day <= self.on

    def invited(self, form: str) -> bool:
        """Whether this invitation or notification has been sent."""
        return any(one.kind == form and (one.dated or self.on) <= self.on for one in self.record.invitations)

    def is_over(self, key: str) -> bool:
        """Whether the last day of a time limit is known and has passed."""
        days = [one.due for one in self.limits.get(key, ()) if isinstance(one.due, date)]
        return bool(days) and max(days) < self.on


Bar = acting.Bar[Case]
"""A sentence that stands against an act where it holds."""


def _always(_: Case) -> bool:
    return True


@dataclass(frozen=True, kw_only=True)
class Act:
    """Something that can be done after filing.

    ``at`` is the Office that receives it, ``or_at`` others that take it too. ``limit`` is the key of the time
    limit; where one of ``or_limits`` is still open, that one counts. ``fee`` and ``more_fees`` are codes of
    `pct.act_fee`, payable where ``fee_due``. ``form`` is the Treaty's form for it, ``answered_by`` that of the
    Office's answer. ``bars`` stand against it, ``notes`` are to be known before; ``still`` are the bars that end
    the days of grace after the time limit: where there are none, late is late.
    """

    key: str
    title: str
    cites: str
    who: Who = "applicant"
    at: Role
    or_at: tuple[Role, ...] = ()
    limit: str = ""
    or_limits: tuple[str, ...] = ()
    fee: str = ""
    more_fees: tuple[str, ...] = ()
    fee_due: Callable[[Case], bool] = field(repr=False, compare=False, default=_always)
    form: str = ""
    answered_by: str = ""
    says: str = ""
    bars: tuple[Bar, ...] = ()
    notes: tuple[Bar, ...] = ()
    still: tuple[Bar, ...] = ()

    @property
    def limits(self) -> tuple[str, ...]:
        return tuple(key for key in (self.limit, *self.or_limits) if key)

    @property
    def fees(self) -> tuple[str, ...]:
        return tuple(code for code in (self.fee, *self.more_fees) if code)


@dataclass(frozen=True, kw_only=True)
class Possible:
    """Whether an act can be done today. ``findings`` say why not; empty, it can.

    ``until`` is the time limit that governs it, ``late`` says why it still can be done after that. ``fee`` is the
    first fee, ``more_fees`` the others. ``notes`` do not prevent it.
    """

    act: Act
    findings: tuple[Finding, ...] = ()
    until: TimeLimit | None = None
    fee: FeeLine | None = None
    more_fees: tuple[FeeLine, ...] = ()
    late: str = ""
    notes: tuple[Finding, ...] = ()

    @property
    def open(self) -> bool:
        return not self.findings
