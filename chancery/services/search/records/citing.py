"""Documents that a patent record cites, those of them that are published here, and the records here that cite it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chancery.finder import Document, Query, Term, any_of, as_text
from chancery.finder.document import CITED
from chancery.finder.numbers import canonical
from chancery.records.register.queries import Cited
from chancery.services.search import queries

FIELD = f"{CITED}_number"
LOOKED_FOR = 500
"""Documents cited of which the records here are looked for: no search report has as many, some grants have more."""
SHOWN = 20
"""Citing records that stand on the page of a record; the whole list is a search."""
HEADS: Mapping[str, str | Promise] = {
    "document": _("Document"),
    "published": _("Published on"),
    "category": _("Category"),
    "by": _("Brought up by"),
    "passages": _("Passages"),
    "claims": _("Claims"),
    "here": _("Published here"),
}
_PLACES = {letter: f"{place:02}" for place, letter in enumerate("XYEPAOTLD&")}
"""The order of categories: what weighs against an application first."""


@dataclass(frozen=True, slots=True)
class Row:
    """A document cited; ``record`` is that of the same publication, where it is among the records here."""

    cited: Cited
    record: Document | None = None


@dataclass(frozen=True, slots=True)
class Citing:
    """The records that cite one: how many, the newest of them, and the query that finds all."""

    total: int
    newest: tuple[Document, ...]
    query: str


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column: ``sort`` is what the address asks for to sort by it, or the other way."""

    name: str
    label: str | Promise
    sort: str
    order: str = ""


def as_fact(one: Cited) -> dict[str, Any]:
    """A document cited as the index keeps it; what is not known is left out."""
    return {name: value for name, value in asdict(one).items() if value}


def cited(document: Document) -> list[Cited]:
    """The documents that a record cites, as it has them."""
    return [Cited(**fact) for fact in document.facts.get(CITED, ())]


def rows(document: Document, sort: str = "") -> list[Row]:
    """The documents cited with their records. ``sort`` is a column, with a minus before it the other way."""
    found = cited(document)
    here = _here(found)
    told = [Row(one, here.get(canonical(one.number)) if one.number else None) for one in found]
    name = sort.removeprefix("-")
    if name not in HEADS:
        return told
    there = [row for row in told if _key(row, name)]
    without = [row for row in told if not _key(row, name)]
    return sorted(there, key=lambda row: _key(row, name), reverse=sort.startswith("-")) + without


def _here(found: Sequence[Cited]) -> dict[str, Document]:
    """The records of these publications, by their numbers; of one in several kinds, the first published."""
    sought = [Term(one.number, "publication_number") for one in found if one.number][:LOOKED_FOR]
    if not sought:
        return {}
    results = queries.engine().search(any_of(sought), collections=("patents",), sort="newest", limit=4 * len(sought))
    return {canonical(hit.document.number): hit.document for hit in results.hits}


def _key(row: Row, name: str) -> str:
    """What a row is sorted by; empty where it has nothing there, so that it comes last either way."""
    if name == "here":
        return row.record.number if row.record else ""
    if name == "category":
        return "".join(sorted(_PLACES[letter] for letter in row.cited.letters))
    text: str = getattr(row.cited, name)
    return re.sub(r"\d+", lambda digits: digits[0].zfill(4), text) if name == "claims" else text


def heads(rows: Sequence[Row], sort: str) -> list[Head]:
    """The heads of the columns in which something stands, each with what sorts by it."""
    return [
        Head(
            name,
            label,
            sort=f"-{name}" if sort == name else name,
            order={name: "ascending", f"-{name}": "descending"}.get(sort, ""),
        )
        for name, label in HEADS.items()
        if any(_key(row, name) for row in rows)
    ]


def citing(document: Document) -> Citing:
    """The records here that cite this one, under any of its publication numbers."""
    sought = _sought(document)
    found = queries.engine().search(sought, collections=("patents",), sort="newest", limit=SHOWN)
    return Citing(found.total, tuple(hit.document for hit in found.hits), as_text(sought))


def _sought(document: Document) -> Query:
    published = document.numbered.get("publication") or (document.number,)
    return any_of(Term(number, FIELD) for number in published)
