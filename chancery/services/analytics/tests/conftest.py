"""A room where a week is open, and visitors who come to it."""

from datetime import UTC, date, datetime

import pytest

from chancery.services.analytics import actions, book, middleware
from chancery.services.analytics.counting import Tally
from chancery.services.analytics.countries import Countries
from chancery.services.analytics.facts import View
from chancery.services.analytics.sender import folder
from chancery.services.analytics.weeks import Week

AT = datetime(2026, 11, 18, 9, 0, tzinfo=UTC)  # a Wednesday
LATER = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)  # the Monday after
DAY = date(2026, 11, 18)
WEEK = Week(2026, 47)
ADDRESS = "203.0.113.77"
PERSON = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


def view(route="search/", *, address=ADDRESS, agent=PERSON, language="en", referrer="none"):
    return View(address, agent, route, language, referrer)


def numbers(week=WEEK):
    """The counters as they lie in the file: table -> key -> number."""
    opened = book.Book(folder(), week)
    found = {sheet.name: dict(zip(sheet.keys, opened.counters(sheet), strict=True)) for sheet in opened.head.sheets}
    opened.close()
    return found


class Heard(list):
    """Stands for a worker's sender: no thread, no socket."""

    def put(self, fact):
        self.append(fact)


@pytest.fixture(autouse=True)
def heard(monkeypatch, settings):
    """What the worker would have told the counter."""
    settings.ANALYTICS = True
    facts = Heard()
    monkeypatch.setattr(middleware, "sender", lambda: facts)
    return facts


@pytest.fixture
def open_week(db):
    actions.turn(at=AT)
    return WEEK


@pytest.fixture
def added(open_week):
    """What some facts add to the counters: ``added([view()])["pages"]``. Each call is one life of the day's key."""

    def added(facts, *, day=DAY, countries=()):
        before = numbers()
        tally = Tally(folder(), Countries(countries))
        tally.turn_to(day)
        tally.count(facts)
        tally.close()
        after = numbers()
        grown = {
            table: {key: after[table][key] - was for key, was in keys.items() if after[table][key] != was}
            for table, keys in before.items()
        }
        return {table: keys for table, keys in grown.items() if keys}

    return added
