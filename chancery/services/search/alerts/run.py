"""Which newly published records an alert finds: each once, none left out, whatever dies in between.

Every alert has a bookmark in the ledger. A run reads what has been published since, puts those records alone into a
small index of their own, and asks it what each alert asks: so a record is judged as it was published, however far the
public index has come, and whichever engine keeps it. What was found, the mail or call that tells of it, and the
bookmark are written in one transaction, some alerts at a time: after a crash all of it is there, or it is done again.
"""

import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from tempfile import TemporaryDirectory

from django.db import transaction
from django.db.models import Min
from django.utils.translation import override

from chancery.core import ledger
from chancery.core.follow import Outward
from chancery.core.ledger import Entry
from chancery.core.models import OutboxItem
from chancery.finder import Document, Engine, QueryError, open_index
from chancery.records.register.events import ApplicationPublished, RecordImported, RegistrationPublished
from chancery.services.search.alerts import alerts
from chancery.services.search.alerts import calls as alert_calls
from chancery.services.search.alerts import mail as alert_mail
from chancery.services.search.followers import document_of
from chancery.services.search.models import Alert, Found
from chancery.services.search.queries import Question
from chancery.services.search.saved import saved
from chancery.services.search.templatetags.finding import spoken

log = logging.getLogger("chancery.search")
PUBLISHING = frozenset({RecordImported.kind(), ApplicationPublished.kind(), RegistrationPublished.kind()})
BATCH = 5_000
"""Entries of the ledger in one step: every search is asked once a step, however many records are in it."""
TOGETHER = 50  # alerts that are written down in one transaction
News = Mapping[int, Document]
"""Newly published records by the ledger entry that published them."""
Finding = tuple[Alert, News]
"""An alert, and what of the news it finds."""


class Alerts(Outward):
    """Owes every alert a look at what was published; the looking is tried again until it succeeds."""

    name = "search alerts"
    kinds = PUBLISHING
    repeatable = True

    def take(self, entries: Sequence[Entry], *, at: datetime) -> None:
        """One look for all of them: it goes up to the last."""
        super().take(entries[-1:], at=at)

    def recipients(self, entry: Entry) -> Iterable[tuple[str, dict[str, object]]]:  # noqa: ARG002 - all alerts alike
        yield "alerts", {}

    def deliver(self, item: OutboxItem, *, at: datetime) -> None:  # noqa: ARG002 - it goes further than was asked
        """As far as the ledger has come meanwhile: the longer a look takes, the more the next one sees at once."""
        catch_up(at=at)


def catch_up(*, at: datetime) -> int:
    """Bring every alert up to date, also those that began to go on again. Returns how much was found."""
    return run(upto=ledger.size(), at=at)


def run(*, upto: int, at: datetime) -> int:
    """Judge what was published up to this entry, for every alert that has not judged it. Returns how much was found.

    An alert that fails for a reason of ours keeps the others from nothing, and is tried again: the first such failure
    is raised at the end.
    """
    found, failed = 0, dict[int, Exception]()
    while (low := _furthest_behind(upto, failed)) is not None:
        entries = [entry for entry in ledger.read(low, BATCH) if entry.number <= upto]
        found += _step(entries, failed, at=at)
    if failed:
        raise next(iter(failed.values()))
    return found


def _furthest_behind(upto: int, failed: Mapping[int, Exception]) -> int | None:
    """The earliest bookmark that is before this entry."""
    waiting = alerts.running().filter(through__lt=upto).exclude(pk__in=failed)
    return waiting.aggregate(low=Min("through"))["low"]  # type: ignore[no-any-return]


def _step(entries: Sequence[Entry], failed: dict[int, Exception], *, at: datetime) -> int:
    """Judge these entries; every alert that was behind them is at their end afterwards, stands still, or has failed."""
    last = entries[-1].number
    news = {entry.number: one for entry in entries if (one := _published_by(entry)) is not None}
    waiting = alerts.running().filter(through__lt=last).exclude(pk__in=failed)
    if not news:
        waiting.update(through=last)
        return 0
    found, empty, full = 0, list[int](), list[Finding]()
    with _index(news.values()) as engine:
        judge = Judge(engine, news)
        for alert in list(waiting.select_related("search")):
            mine = _judged(judge, alert, failed, at=at)
            if mine:
                full.append((alert, mine))
            elif mine is not None:
                empty.append(alert.pk)
            if len(full) == TOGETHER:
                found += _note(full, failed, last=last, at=at)
                full = []
    found += _note(full, failed, last=last, at=at)
    _pass(empty, last)
    return found


def _judged(judge: "Judge", alert: Alert, failed: dict[int, Exception], *, at: datetime) -> News | None:
    """What the alert finds; None where its search cannot be read, so that it stands still, or where judging failed."""
    try:
        numbers = judge.numbers(saved.question(alert.search))
        if isinstance(numbers, QueryError):
            _stop(alert, numbers, at=at)
            return None
    except Exception as trouble:
        log.exception("alert %d could not be judged; it will be tried again", alert.pk)
        failed[alert.pk] = trouble
        return None
    return {number: judge.news[number] for number in sorted(numbers) if number > alert.through}


def _published_by(entry: Entry) -> Document | None:
    """The record that this entry is the first to publish; what is published again is no news."""
    if entry.kind not in PUBLISHING or entry.erased:
        return None
    if entry.version > 1:
        first = next(one for one in ledger.stream(entry.stream) if one.kind in PUBLISHING)
        if first.number != entry.number:
            return None
    return document_of(entry)


@contextmanager
def _index(documents: Iterable[Document]) -> Iterator[Engine]:
    """An index of these records alone, for as long as they are judged."""
    with TemporaryDirectory(prefix="chancery-alerts-") as folder:
        engine = open_index(folder)
        try:
            with engine.writing() as writer:
                writer.add(documents)
            yield engine
        finally:
            engine.close()


class Judge:
    """What searches find among the news. Those that ask for the same are asked once."""

    def __init__(self, engine: Engine, news: News) -> None:
        self.news = news
        self._engine = engine
        self._entries = {(one.collection, one.key): number for number, one in news.items()}
        self._known: dict[object, frozenset[int] | QueryError] = {}

    def numbers(self, question: Question) -> frozenset[int] | QueryError:
        """The entries whose records the question finds, or what is wrong with it."""
        asked = _what_is_asked(question)
        if asked not in self._known:
            try:
                self._known[asked] = self.matching(question)
            except QueryError as error:
                self._known[asked] = error
        return self._known[asked]

    def matching(self, question: Question) -> frozenset[int]:
        results = self._engine.search(
            question.parsed(),
            collections=question.collections,
            filters=question.filters,
            sort="number",
            limit=len(self.news),
        )
        return frozenset(self._entries[hit.document.collection, hit.document.key] for hit in results.hits)


def _what_is_asked(question: Question) -> object:
    """All of a question that decides what it finds: neither its order nor how it is shown."""
    filters = frozenset((name, frozenset(values)) for name, values in question.filters.items())
    sets = tuple(question.sets.items())
    return question.text, question.dialect, question.stemming, sets, question.collection, filters


def _stop(alert: Alert, error: QueryError, *, at: datetime) -> None:
    with override(alert.language):
        alerts.stop(alert, " ".join(spoken(error)), at=at)


def _note(found: Sequence[Finding], failed: dict[int, Exception], *, last: int, at: datetime) -> int:
    """Write down what these alerts found, together; where that fails, each alone. Returns how much was found."""
    try:
        return _written(found, last=last, at=at)
    except Exception as trouble:
        if len(found) > 1:
            return sum(_note([one], failed, last=last, at=at) for one in found)
        [(alert, _)] = found
        log.exception("alert %d could not be told; it will be tried again", alert.pk)
        failed[alert.pk] = trouble
        return 0


def _written(found: Sequence[Finding], *, last: int, at: datetime) -> int:
    """Write down what was found, owe what tells of it, and move the bookmarks: all of it, or nothing.

    Nothing of an alert whose bookmark another process has moved, or that has been ended or changed, since it was read.
    """
    with transaction.atomic():
        keys = [alert.pk for alert, _ in found]
        there = dict(alerts.running().select_for_update().filter(pk__in=keys).values_list("pk", "through"))
        mine = [(alert, news) for alert, news in found if there.get(alert.pk) == alert.through]
        Alert.objects.filter(pk__in=[alert.pk for alert, _ in mine]).update(through=last)
        Found.objects.bulk_create(row for alert, news in mine for row in _rows(alert, news, at=at))
        for alert, news in mine:
            _tell(alert, news, at=at)
    return sum(len(news) for _, news in mine)


def _rows(alert: Alert, news: News, *, at: datetime) -> Iterator[Found]:
    for number, one in news.items():
        yield Found(alert=alert, entry=number, collection=one.collection, key=one.key, at=at, told=_at_once(alert))


def _tell(alert: Alert, news: News, *, at: datetime) -> None:
    """Owe the mail or the call that names it; a summary and a feed are read off what was found."""
    if _at_once(alert):
        alert_mail.tell_found(alert, list(news.values()), alerts.where(alert), at=at)
    elif alert.way == "webhook":
        alert_calls.owe(alert, news, at=at)


def _at_once(alert: Alert) -> bool:
    return alert.way == "mail" and alert.every == "at once"


def _pass(keys: Sequence[int], last: int) -> None:
    """Alerts that find nothing of it are past it. One that was changed meanwhile stays past it too: for what is
    published from now on its new search holds.
    """
    for start in range(0, len(keys), 500):
        Alert.objects.filter(pk__in=keys[start : start + 500], through__lt=last).update(through=last)
