"""The window of a release: the ISO week of the office's calendar."""

from dataclasses import dataclass
from datetime import date, timedelta

DAYS = 7


@dataclass(frozen=True, order=True)
class Week:
    """Monday to Sunday. Written ``2026-W47``."""

    year: int
    number: int

    def __str__(self) -> str:
        return f"{self.year}-W{self.number:02}"

    @classmethod
    def of(cls, day: date) -> "Week":
        year, number, _weekday = day.isocalendar()
        return cls(year, number)

    @classmethod
    def parse(cls, text: str) -> "Week":
        """Raises ValueError for what is no week."""
        year, _w, number = text.partition("-W")
        return cls.of(date.fromisocalendar(int(year), int(number), 1))

    @property
    def first(self) -> date:
        return date.fromisocalendar(self.year, self.number, 1)

    @property
    def last(self) -> date:
        return self.first + timedelta(days=DAYS - 1)

    @property
    def days(self) -> tuple[date, ...]:
        return tuple(self.first + timedelta(days=step) for step in range(DAYS))

    @property
    def next(self) -> "Week":
        return Week.of(self.first + timedelta(days=DAYS))
