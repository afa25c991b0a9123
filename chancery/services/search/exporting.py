"""Everything a question finds, streamed row by row: CSV and NDJSON, without a ceiling."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from django.http import HttpRequest, StreamingHttpResponse
from django.urls import reverse

from chancery.finder import Document
from chancery.services.search import queries, quota
from chancery.services.search.queries import Question
from chancery.standards.tables import as_csv

COLUMNS = (
    *("collection", "number", "kind", "title", "names", "classes", "date", "status", "office", "country"),
    *("application", "priority", "registration", "family", "address"),
)


class Refused(Exception):
    """The caller has taken more rows than the limit; ``allowance`` says until when."""

    def __init__(self, allowance: quota.Allowance) -> None:
        super().__init__("export quota")
        self.allowance = allowance


def export(request: HttpRequest, question: Question, format_name: str, *, second: int) -> StreamingHttpResponse:
    """The answer with the file. Raises `QueryError`, and `Refused` when the caller has to wait."""
    media_type, rows = FORMATS[format_name]
    number = queries.number(question)
    allowance = quota.take(request, number, second=second)
    if allowance.refused:
        raise Refused(allowance)
    name = f"chancery-{question.collection or 'records'}.{format_name}"
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "X-Total-Count": str(number),
        **allowance.headers,
    }
    stream = rows(question, request.build_absolute_uri)
    return StreamingHttpResponse(stream, content_type=f"{media_type}; charset=utf-8", headers=headers)


def _address(one: Document, absolute: Callable[[str], str]) -> str:
    return absolute(reverse("search:record", args=(one.collection, one.key)))


def _csv(question: Question, absolute: Callable[[str], str]) -> Iterator[str]:
    return as_csv(_rows(question, absolute))


def _rows(question: Question, absolute: Callable[[str], str]) -> Iterator[Iterable[object]]:
    yield COLUMNS
    for hit in queries.everything(question):
        one = hit.document
        symbols = [symbol for scheme in one.classes.values() for symbol in scheme]
        numbered = ["; ".join(one.numbered.get(role, ())) for role in ("application", "priority", "registration")]
        yield (
            *(one.collection, one.number, one.kind, one.title(), "; ".join(one.names), "; ".join(symbols)),
            *(one.date or "", one.status, one.office, one.country, *numbered, one.family, _address(one, absolute)),
        )


def _ndjson(question: Question, absolute: Callable[[str], str]) -> Iterator[str]:
    for hit in queries.everything(question):
        row = {**as_facts(hit.document), "address": _address(hit.document, absolute)}
        yield json.dumps(row, ensure_ascii=False) + "\n"


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
        "classes": {scheme: list(symbols) for scheme, symbols in one.classes.items()},
        "dates": {name: day.isoformat() for name, day in one.dates.items()},
        "numbered": {role: list(numbers) for role, numbers in one.numbered.items() if numbers},
        "family": one.family,
        "text": one.text,
        "source": one.facts.get("source", ""),
    }
    return {name: value for name, value in facts.items() if value}


Rows = Callable[[Question, Callable[[str], str]], Iterator[str]]
FORMATS: Mapping[str, tuple[str, Rows]] = {
    "csv": ("text/csv", _csv),
    "ndjson": ("application/x-ndjson", _ndjson),
}
"""Name of a format to its media type and what makes its rows."""
