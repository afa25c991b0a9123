"""Which day it is at an Office, and when that day ends (PCT Rules 80.4 and 80.7).

The date on which an act counts is that of the place where it is due: what leaves Tokyo at six in the morning
reaches Geneva on the day before.
"""

import tomllib
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from importlib import resources
from typing import Any
from zoneinfo import ZoneInfo

from chancery.treaties.kernel.confidence import Confidence
from chancery.treaties.kernel.determine import NotDeterminable

MIDNIGHT = "24:00"


@dataclass(frozen=True)
class Clock:
    """The clock of an Office. ``closes`` is the hour after which a paper is late; nothing where it is not known."""

    office: str
    zone: ZoneInfo
    closes: str = ""
    source: str = ""
    confidence: Confidence = "unverified"

    def day(self, instant: datetime) -> date:
        """The local date of an instant. Raises ``ValueError`` for one without a time zone."""
        if instant.tzinfo is None:
            raise ValueError("an instant needs its time zone; write it as 2026-11-22T23:30:00+00:00")
        return instant.astimezone(self.zone).date()

    def end(self, day: date) -> datetime:
        """The instant from which a paper is too late for that day; midnight where no closing hour is known."""
        if self.closes in ("", MIDNIGHT):
            return datetime.combine(day + timedelta(days=1), time.min, self.zone)
        return datetime.combine(day, time.fromisoformat(self.closes), self.zone)


@cache
def clock_of(office: str) -> Clock | None:
    """The clock of an Office by its ST.3 code, or nothing where its time zone is not in our data."""
    facts = _data().get(office)
    return Clock(office, **{**facts, "zone": ZoneInfo(facts["zone"])}) if facts else None


def local_day(office: str, instant: datetime) -> date | NotDeterminable:
    """The date at an Office of an instant: the day on which what arrives then has arrived."""
    clock = clock_of(office)
    return clock.day(instant) if clock else _unknown(office)


def in_time(office: str, instant: datetime, *, due: date) -> bool | NotDeterminable:
    """Whether what arrives at that instant has arrived by the end of the last day, at the Office."""
    clock = clock_of(office)
    return instant < clock.end(due) if clock else _unknown(office)


def _unknown(office: str) -> NotDeterminable:
    return NotDeterminable((f"the time zone of the Office {office}".rstrip(),))


@cache
def _data() -> dict[str, Any]:
    text = resources.files(__package__).joinpath("data/zones.toml").read_text("utf-8")
    return tomllib.loads(text)
