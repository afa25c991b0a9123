"""Everything a question finds, streamed as it is read: CSV, NDJSON and Parquet, without a ceiling.

In memory is a page of records, never all of them. Each row ends with a mark: an export that was cut off, or taken in
parts, goes on after any row when its mark is given as ``cursor``. The order is that of the question; by relevance there
is none that a row could be found again in, so the newest records then come first. Grouped by family, each family is the
row of its record that comes first.
"""

import itertools
import json
import sys
import weakref
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpRequest, StreamingHttpResponse
from django.urls import reverse

from chancery.finder import Document, Hit, Results, Sort
from chancery.services.search import queries
from chancery.services.search.exports.stalling import end_stalled
from chancery.services.search.fairness import fairness, quota
from chancery.services.search.fairness.quota import EXPORTED, ROWS, SEARCHED, Allowance
from chancery.services.search.fairness.turns import TURNS, NoRoom
from chancery.services.search.queries import Question
from chancery.services.search.records import citing
from chancery.standards.parquet import Kind, as_parquet
from chancery.standards.tables import as_csv

PAGE, DEAR_PAGE = 500, 5_000  # records read at a time; more of them where each page runs a dear query again
ORDER: Mapping[Sort, Sort] = {"relevance": "newest"}
Absolute = Callable[[str], str]


@dataclass(frozen=True)
class Column:
    """One column: what stands in it of a record, and of what kind that is."""

    value: Callable[[Document], Any]
    kind: Kind = "text"


def _numbered(role: str) -> Column:
    return Column(lambda one: list(one.numbered.get(role, ())), "texts")


def _people(role: str) -> Column:
    return Column(lambda one: list(one.people.get(role, ())), "texts")


COLUMNS: Mapping[str, Column] = {
    "collection": Column(lambda one: one.collection),
    "number": Column(lambda one: one.number),
    "kind": Column(lambda one: one.kind),
    "title": Column(lambda one: one.title()),
    "names": Column(lambda one: list(one.names), "texts"),
    "inventors": _people("inventor"),
    "agents": _people("agent"),
    "classes": Column(lambda one: [symbol for scheme in one.classes.values() for symbol in scheme], "texts"),
    "date": Column(lambda one: one.date, "day"),
    "status": Column(lambda one: one.status),
    "office": Column(lambda one: one.office),
    "country": Column(lambda one: one.country),
    "application": _numbered("application"),
    "priority": _numbered("priority"),
    "registration": _numbered("registration"),
    "cited": Column(lambda one: [each.document for each in citing.cited(one)], "texts"),
    "family": Column(lambda one: one.family),
    "key": Column(lambda one: one.key),
    "text": Column(lambda one: one.text),
}
"""What can be chosen. Every row has besides its ``address`` and, last, its ``cursor``."""

USUAL = tuple(name for name in COLUMNS if name not in ("key", "text"))
LAST = ("address", "cursor")


@dataclass(frozen=True)
class Taken:
    """What of a question is taken out. ``columns``: empty for all that are usual; ``most`` rows, None for all;
    ``cursor``: the mark of the row before.
    """

    question: Question
    format: str
    columns: tuple[str, ...] = ()
    most: int | None = None
    cursor: str | None = None


def known_columns(names: Iterable[str]) -> tuple[str, ...]:
    """Those of the names that are columns, each once, in their order; names may stand together behind commas."""
    wanted = (name.strip() for several in names for name in several.split(","))
    return tuple(dict.fromkeys(name for name in wanted if name in COLUMNS))


def export(request: HttpRequest, taken: Taken, *, second: int) -> StreamingHttpResponse:
    """The answer with the file. Raises `QueryError`, and `fairness.Wait` when the caller has to wait."""
    taken.question.parsed()  # what cannot be read is said first: to wait would not help
    caller = quota.caller(request)
    left = EXPORTED.look(caller, limit=ROWS, second=second)
    if left.spent:
        raise fairness.enough_rows(left)
    try:
        let_go = TURNS.stream(caller)
    except NoRoom as full:
        raise fairness.no_room(left, own=full.own) from None
    pages = _pages(taken, caller=caller, second=second)
    try:
        first = next(pages)
    except BaseException:
        let_go()
        raise
    end_stalled(int(request.META.get("SERVER_PORT") or 0))
    media_type, write = FORMATS[taken.format]
    hits = (hit for page in itertools.chain([first], pages) for hit in page.hits)
    headers = _headers(taken, _rows_of(first), left)
    flow = _Flow(write(hits, taken.columns, request.build_absolute_uri), let_go)
    return StreamingHttpResponse(flow, content_type=media_type, headers=headers)


def number(question: Question) -> int:
    """How many rows all of it has. Raises `QueryError`."""
    return _rows_of(queries.ask(question, limit=0, by_family=question.by_family))


def _rows_of(found: Results) -> int:
    return found.total if found.families is None else found.families


def _headers(taken: Taken, total: int, left: Allowance) -> dict[str, str]:
    """``X-Total-Count`` is of all that the question lists, wherever this export begins."""
    rows = total if taken.most is None else min(total, taken.most)
    after = replace(left, left=left.left - rows)
    name = f"chancery-{taken.question.collection or 'records'}.{taken.format}"
    return {
        "Content-Disposition": f'attachment; filename="{name}"',
        "X-Total-Count": str(total),
        "X-Export-Rows-Limit": str(after.limit),
        "X-Export-Rows-Remaining": str(max(after.left, 0)),
        "X-Export-Rows-Reset": str(after.reset),
        **quota.headers([after]),
    }


class _Flow(Iterator[Any]):
    """What is sent, and room in the queue that is given back when it ends, when the reader goes away, or when nobody
    ever read it.
    """

    def __init__(self, pieces: Iterator[Any], let_go: Callable[[], None]) -> None:
        self._pieces = pieces
        self._let_go = weakref.finalize(self, let_go)

    def __next__(self) -> Any:
        try:
            return next(self._pieces)
        except BaseException:
            self._let_go()
            raise

    def close(self) -> None:
        """Django calls it whatever happened."""
        self._let_go()


def _pages(taken: Taken, *, caller: str, second: int) -> Iterator[Results]:
    """What is found, page after page; each is run in the caller's turn where it is dear, and charged by its rows."""
    question, engine = taken.question, queries.engine()
    query, cursor = question.parsed(), taken.cursor
    left = taken.most if taken.most is not None else sys.maxsize
    dear = engine.cost(query, rows=PAGE).dear
    if dear and (spent := SEARCHED.look(caller, limit=quota.cost_limit(), second=second)).spent:
        raise fairness.spent(spent)
    size = DEAR_PAGE if dear else PAGE
    while True:
        limit = min(size, left)
        with fairness.fairly(caller, engine.cost(query, rows=limit), second=second, streaming=True):
            page = engine.search(
                query,
                collections=question.collections,
                filters=question.filters,
                sort=ORDER.get(question.sort, question.sort),
                limit=limit,
                cursor=cursor,
                by_family=question.by_family,
            )
        EXPORTED.take(caller, len(page.hits), limit=ROWS, second=second)
        yield page
        cursor, left = page.cursor, left - len(page.hits)
        if cursor is None or left <= 0:
            return


# The formats


def _row(hit: Hit, columns: Sequence[str], absolute: Absolute) -> tuple[Any, ...]:
    return (*(COLUMNS[name].value(hit.document) for name in columns), _address(hit.document, absolute), hit.cursor)


def _address(one: Document, absolute: Absolute) -> str:
    return absolute(reverse("search:record", args=(one.collection, one.key)))


def _csv(hits: Iterable[Hit], columns: Sequence[str], absolute: Absolute) -> Iterator[str]:
    chosen = columns or USUAL
    rows = ([_cell(value) for value in _row(hit, chosen, absolute)] for hit in hits)
    return as_csv(itertools.chain([(*chosen, *LAST)], rows))


def _cell(value: Any) -> Any:
    return "; ".join(value) if isinstance(value, list) else value


def _ndjson(hits: Iterable[Hit], columns: Sequence[str], absolute: Absolute) -> Iterator[str]:
    """All facts of each record, or the columns chosen; what a record does not have is left out."""
    for hit in hits:
        if columns:
            row = dict(zip((*columns, *LAST), _row(hit, columns, absolute), strict=True))
        else:
            row = {**as_facts(hit.document), "address": _address(hit.document, absolute), "cursor": hit.cursor}
        yield json.dumps({name: value for name, value in row.items() if value}, ensure_ascii=False, default=str) + "\n"


def _parquet(hits: Iterable[Hit], columns: Sequence[str], absolute: Absolute) -> Iterator[bytes]:
    chosen = columns or USUAL
    kinds: dict[str, Kind] = {name: COLUMNS[name].kind for name in chosen} | dict.fromkeys(LAST, "text")
    return as_parquet(kinds, (_row(hit, chosen, absolute) for hit in hits))


def as_facts(one: Document) -> dict[str, Any]:
    """A record as plain facts; what it does not have is left out."""
    facts = {
        "collection": one.collection,
        "key": one.key,
        "number": one.number,
        "kind": one.kind,
        "office": one.office,
        "country": one.country,
        "status": one.status,
        "titles": {language or "und": title for language, title in one.titles.items()},
        "names": list(one.names),
        "people": {role: list(names) for role, names in one.people.items()},
        "classes": {scheme: list(symbols) for scheme, symbols in one.classes.items()},
        "dates": {name: day.isoformat() for name, day in one.dates.items()},
        "days": {name: [day.isoformat() for day in days] for name, days in one.days.items()},
        "numbered": {role: list(numbers) for role, numbers in one.numbered.items() if numbers},
        "codes": {name: list(values) for name, values in one.codes.items()},
        "family": one.family,
        "text": one.text,
        "cited": [citing.as_fact(each) for each in citing.cited(one)],
        "source": one.facts.get("source", ""),
    }
    return {name: value for name, value in facts.items() if value}


Write = Callable[[Iterable[Hit], Sequence[str], Absolute], Iterator[str] | Iterator[bytes]]
FORMATS: Mapping[str, tuple[str, Write]] = {
    "csv": ("text/csv; charset=utf-8", _csv),
    "ndjson": ("application/x-ndjson; charset=utf-8", _ndjson),
    "parquet": ("application/vnd.apache.parquet", _parquet),
}
"""Name of a format to its media type and what writes it."""
