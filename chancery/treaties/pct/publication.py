"""Article 21 and Rule 48: the day of international publication.

The law gives a day before which there is no publication; the day itself follows the practice of the
International Bureau. So ``expected`` is an estimate with a mark, and never a legal limit.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from chancery.treaties.kernel.calendar import Calendar
from chancery.treaties.kernel.confidence import Confidence, least
from chancery.treaties.kernel.determine import NotDeterminable
from chancery.treaties.kernel.periods import days, months
from chancery.treaties.kernel.reckoning import Reckoning, later_of
from chancery.treaties.kernel.step import Step
from chancery.treaties.pct.record import Record

RULE = "PCT Art. 21(2)(a)"
EARLY = "PCT Art. 21(2)(b)"
WEEKLY = "PCT AI 406"
PRACTICE_SEEN_FROM = date(2009, 1, 1)
LEAST_LAG, OLDER_LAG = 3, 6
"""Least days between the end of the 18 months and the Thursday: measured on 317 publications of 2009 to 2016, and on 33
of the years before.
"""
PREPARATIONS = days(15)
THURSDAY = 3
WEEK = timedelta(days=7)
YEAR_END = ((12, 24), (12, 25), (12, 31), (1, 1))


@dataclass(frozen=True)
class Publication:
    """``not_before`` is law; ``expected`` and ``technical_preparations`` are practice."""

    earliest: Reckoning
    day: Reckoning
    preparations: Reckoning
    cites: str = RULE

    @property
    def not_before(self) -> date | NotDeterminable:
        """The first day on which publication is allowed."""
        return self.earliest.day

    @property
    def expected(self) -> date | NotDeterminable:
        """The day on which publication is to be expected: a Thursday, or near one."""
        return self.day.day

    @property
    def technical_preparations(self) -> date | NotDeterminable:
        """The day on which technical preparations are generally complete, 15 days before publication."""
        return self.preparations.day

    @property
    def steps(self) -> tuple[Step, ...]:
        """The reasoning of the expected day, and then of the preparations."""
        return tuple(dict.fromkeys(self.day.steps + self.preparations.steps))

    @property
    def confidence(self) -> Confidence:
        """How sure the expected day is."""
        return self.day.confidence


def publication_of(record: Record, *, priority: Reckoning, filing: Reckoning, bureau: Calendar) -> Publication:
    """When a case may be published, and when that is to be expected, from the priority and the filing date reckoned."""
    early = bool(record.early_publication_requested and not record.early_publication_withdrawn)
    earliest = _earliest(record, priority, filing, early=early)
    expected = _expected(earliest, bureau, early=early)
    if record.published_on:
        expected = Reckoning.of(record.published_on, "the day of publication", RULE)
    preparations = expected.minus(PREPARATIONS, "PCT RO Guidelines 337")
    if record.prepared_on:
        preparations = Reckoning.of(record.prepared_on, "the completion of technical preparations", "PCT Art. 21")
    return Publication(earliest, expected, preparations)


def _earliest(record: Record, priority: Reckoning, filing: Reckoning, *, early: bool) -> Reckoning:
    if early:
        asked = Reckoning.of(record.early_publication_requested, "the request for early publication", EARLY)
        return later_of(asked, filing, EARLY)
    return priority.plus(months(18), RULE).following("Publication comes after that day", RULE)


def _expected(earliest: Reckoning, bureau: Calendar, *, early: bool) -> Reckoning:
    """The first Thursday at least three days after the 18 months; moved where the Bureau is closed that day."""
    if isinstance(earliest.day, NotDeterminable):
        return earliest
    lag = 0 if early else LEAST_LAG
    thursday = _thursday(earliest.day, lag)
    if not early and thursday < PRACTICE_SEEN_FROM:
        lag = OLDER_LAG
        thursday = _thursday(earliest.day, lag)
    if issue_day(thursday, bureau)[0] < earliest.day:  # a Wednesday on which publication is not allowed yet
        thursday += WEEK
    years = "2009 to 2016" if lag != OLDER_LAG else "1992 to 2008"
    text = f"The first Thursday at least {lag} days after the 18 months" if lag else "The next Thursday"
    steps = (*earliest.steps, Step(f"{text} (practice seen in {years})", WEEKLY, thursday))
    sure: Confidence = "practice" if lag == LEAST_LAG else "unverified"
    day, moved = issue_day(thursday, bureau)
    return Reckoning(day, (*steps, *moved), least(sure, earliest.confidence))


def _thursday(allowed: date, lag: int) -> date:
    """The first Thursday at least ``lag`` days after the end of the 18 months, the day before ``allowed``.

    Without a lag, the first from the allowed day on.
    """
    first = allowed + timedelta(days=max(lag - 1, 0))
    return first + timedelta(days=(THURSDAY - first.weekday()) % 7)


def issue_day(thursday: date, bureau: Calendar) -> tuple[date, tuple[Step, ...]]:
    """Where the Thursday is closed: the Friday after it; around Christmas and New Year the Wednesday before."""
    year_end = (thursday.month, thursday.day) in YEAR_END
    reason = bureau.closed(thursday) or ("the end of the year" if year_end else None)
    if reason is None:
        return thursday, ()
    friday, wednesday = thursday + timedelta(days=1), thursday - timedelta(days=1)
    preferred = (wednesday, friday) if year_end else (friday, wednesday)
    day = next((day for day in preferred if not bureau.closed(day)), None) or bureau.roll(friday)[0]
    return day, (Step(f"No publication on {thursday} ({reason}); {day:%A} instead, as in other years", WEEKLY, day),)
