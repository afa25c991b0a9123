"""Counting: facts become counters of the open week, as far as the visitor's bounds allow."""

import logging
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from chancery.services.analytics import keys
from chancery.services.analytics.book import Book, Busy
from chancery.services.analytics.countries import Countries
from chancery.services.analytics.facts import Fact, Stay, View
from chancery.services.analytics.promise import (
    COUNTRIES,
    DAYS,
    LANGUAGES,
    MOST_LIVES,
    PAGES,
    REFERRERS,
    SERVICES,
    STAYS,
)
from chancery.services.analytics.visitors import Visitors
from chancery.services.analytics.weeks import Week

log = logging.getLogger("chancery.analytics")


class Tally:
    """The counter's state: the open week's book, and whom today's key knows. Where none is open, nothing is counted."""

    def __init__(self, folder: Path, countries: Countries) -> None:
        self._folder = folder
        self._countries = countries
        self._book: Book | None = None
        self._visitors: Visitors | None = None
        self._day: date | None = None

    def turn_to(self, day: date) -> None:
        """Be at this day. A new day, or a book that has just been found, has a new key; the old one is forgotten."""
        week = Week.of(day)
        if self._book is not None and self._book.week != week:
            self.close()
        if self._book is None:
            self._book = self._opened(week)
            self._day = None
        if self._book is not None and self._day != day:
            life = self._book.begin_life(day.weekday())
            self._day, self._visitors = day, Visitors(self._book.room(day.weekday(), life))
            if life > MOST_LIVES:
                log.warning(
                    "nothing more is counted on %s: the counter was started more than %d times", day, MOST_LIVES
                )

    def _opened(self, week: Week) -> Book | None:
        try:
            return Book(self._folder, week)
        except (FileNotFoundError, Busy):
            return None

    def count(self, facts: Iterable[Fact]) -> None:
        for fact in facts:
            if self._visitors is None:
                return
            visitor = self._visitors.mark(fact.address, fact.agent)
            for table, key in self._cells(fact):
                self._count(visitor, table, key)

    def _count(self, visitor: bytes, table: str, key: str) -> None:
        assert self._book is not None
        assert self._visitors is not None
        if self._book.knows(table, key) and self._visitors.is_new(visitor, table, key, bound=self._book.bounds[table]):
            self._book.add(table, key)

    def _cells(self, fact: Fact) -> Iterator[tuple[str, str]]:
        """In which cells a fact would stand. A route that is not known counts for nothing at all."""
        assert self._book is not None
        if not self._book.knows(PAGES.name, fact.route):
            return
        service = keys.service_of(fact.route)
        if isinstance(fact, Stay):
            yield STAYS.name, keys.stay(service, keys.stay_class(fact.seconds))
            return
        yield from self._cells_of_view(fact, service)

    def _cells_of_view(self, view: View, service: str) -> Iterator[tuple[str, str]]:
        assert self._day is not None
        yield DAYS.name, self._day.isoformat()
        yield PAGES.name, view.route
        yield SERVICES.name, service
        yield LANGUAGES.name, view.language
        if view.referrer:
            yield REFERRERS.name, view.referrer
        if self._countries.codes:
            yield COUNTRIES.name, self._countries.of(view.address)

    def sync(self) -> None:
        """To the disk itself, so that a power cut loses no more than what came since."""
        if self._book is not None:
            self._book.sync()

    def close(self) -> None:
        if self._book is not None:
            self._book.close()
        self._book, self._visitors, self._day = None, None, None
