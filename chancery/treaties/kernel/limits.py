"""What is said of a time limit: which act, by whom, until when, why, and what a late act still obtains."""

from collections.abc import Sequence
from datetime import date
from typing import Literal, NamedTuple

from chancery.treaties.kernel.confidence import Confidence
from chancery.treaties.kernel.determine import NotDeterminable
from chancery.treaties.kernel.step import Step

Nature = Literal["limit", "not before", "target"]
"""``limit``: an act after it is late. ``not before``: the earliest day. ``target``: an office's duty
without sanction.
"""


class TimeLimit(NamedTuple):
    """One time limit of one case. (A named tuple, because a docket makes fifty of them, and dockets come in thousands.)

    ``nominal`` is the day on which the period ends by counting, ``due`` the last day after moving over days
    on which the office is closed. ``in_time_until`` names the event before which a late act still counts as
    in time; ``relief`` says what else the law offers; ``consequence`` what follows otherwise.
    """

    key: str
    act: str
    actor: str
    office: str
    nominal: date | NotDeterminable
    due: date | NotDeterminable
    cites: str
    steps: tuple[Step, ...] = ()
    relief: str = ""
    in_time_until: str = ""
    consequence: str = ""
    nature: Nature = "limit"
    confidence: Confidence = "rule"
    late_until: date | NotDeterminable | None = None
    late_steps: tuple[Step, ...] = ()
    done_on: date | None = None


def governing(limits: Sequence[TimeLimit], on: date) -> TimeLimit | None:
    """Of the time limits for an act the next to end; otherwise one not known yet, or the last that has ended."""
    dated = [(limit.due, place) for place, limit in enumerate(limits) if isinstance(limit.due, date)]
    coming = [each for each in dated if each[0] >= on]
    if coming:
        return limits[min(coming)[1]]
    unknown = next((limit for limit in limits if not isinstance(limit.due, date)), None)
    return unknown or (limits[max(dated)[1]] if dated else None)


def is_past(day: date | NotDeterminable | None, on: date) -> bool:
    """Whether a day is known and has passed."""
    return isinstance(day, date) and day < on
