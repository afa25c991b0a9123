"""Which newly published records an alert finds: each once, none left out, whatever dies in between.

Every alert has a bookmark in the ledger. A run reads what has been published since, puts those records alone into a
small index of their own, and asks it what each alert asks: so a record is judged as it was published, however far the
public index has come, and whichever engine keeps it. What was found, the mail or call that tells of it, and the
bookmark are written in one transaction: after a crash either all of it is there, or it is done again.
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
from chancery.services.search import alert_calls, alert_mail, alerts, saved
from chancery.services.search.followers import document_of
from chancery.services.search.models import Alert, Found
from chancery.services.search.queries import Question
from chancery.services.search.templatetags.finding import spoken

log = logging.getLogger("chancery.search")
PUBLISHING = frozenset({RecordImported.kind(), ApplicationPublished.kind(), RegistrationPublished.kind()})
BATCH = 500  # entries of the ledger in one step
News = Mapping[int, Document]
"""Newly published records by the ledger entry that published them."""


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

    def deliver(self, item: OutboxItem, *, at: datetime) -> None:
        run(upto=item.number, at=at)


def catch_up(*, at: datetime) -> int:
    """Bring alerts up to date that began to go on again. Returns how much was found."""
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
    found, empty = 0, list[int]()
    with _index(news.values()) as engine:
        judged = dict[tuple[str, str], frozenset[int] | QueryError]()
        for alert in list(waiting.select_related("search")):
            try:
                numbers = _numbers(engine, alert, news, judged)
                if isinstance(numbers, QueryError):
                    _stop(alert, numbers, at=at)
                elif mine := {number: news[number] for number in sorted(numbers) if number > alert.through}:
                    found += _note(alert, mine, last=last, at=at)
                else:
                    empty.append(alert.pk)
            except Exception as trouble:
                log.exception("alert %d could not be judged; it will be tried again", alert.pk)
                failed[alert.pk] = trouble
    _pass(empty, last)
    return found


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


def _numbers(
    engine: Engine, alert: Alert, news: News, judged: dict[tuple[str, str], frozenset[int] | QueryError]
) -> frozenset[int] | QueryError:
    """The entries whose records the alert's search finds, or what is wrong with it. Equal searches are asked once."""
    search = alert.search
    key = search.collection, search.asked
    if key not in judged:
        try:
            judged[key] = _matching(engine, saved.question(search), news)
        except QueryError as error:
            judged[key] = error
    return judged[key]


def _matching(engine: Engine, question: Question, news: News) -> frozenset[int]:
    results = engine.search(
        question.parsed(),
        collections=question.collections,
        filters=question.filters,
        sort="number",
        limit=len(news),
    )
    names = {(hit.document.collection, hit.document.key) for hit in results.hits}
    return frozenset(number for number, one in news.items() if (one.collection, one.key) in names)


def _stop(alert: Alert, error: QueryError, *, at: datetime) -> None:
    with override(alert.language):
        alerts.stop(alert, " ".join(spoken(error)), at=at)


def _note(alert: Alert, mine: News, *, last: int, at: datetime) -> int:
    """Write down what was found, owe what tells of it, and move the bookmark: all of it, or nothing.

    Nothing where another process has moved the bookmark, or the alert has been ended or changed, since it was read.
    """
    with transaction.atomic():
        if not alerts.running().filter(pk=alert.pk, through=alert.through).update(through=last):
            return 0
        told = alert.way == "mail" and alert.every == "at once"
        rows = [
            Found(alert=alert, entry=number, collection=one.collection, key=one.key, at=at, told=told)
            for number, one in mine.items()
        ]
        Found.objects.bulk_create(rows)
        if told:
            alert_mail.tell_found(alert, list(mine.values()), alerts.where(alert), at=at)
        elif alert.way == "webhook":
            alert_calls.owe(alert, mine, at=at)
    return len(mine)


def _pass(keys: Sequence[int], last: int) -> None:
    """Alerts that find nothing of it are past it. One that was changed meanwhile stays past it too: for what is
    published from now on its new search holds.
    """
    for start in range(0, len(keys), 500):
        Alert.objects.filter(pk__in=keys[start : start + 500], through__lt=last).update(through=last)
