"""Similar pictures: the indexes of what shows marks and designs, a question as it is asked, what is found, and why.

Only what is published is in the indexes, and nothing is shown but what the search index shows now. A picture that is
brought is looked at and kept nowhere.
"""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from chancery.core.refusal import Refused
from chancery.finder import Document, QueryError
from chancery.finder.cost import Cost
from chancery.finder.pictures import Features, Index, Picture, SimilarPicture, Unreadable, features, network
from chancery.records.documents import queries as documents
from chancery.records.register import queries as register
from chancery.services.search import queries, words
from chancery.services.search.addresses import at
from chancery.services.search.fairness.fairness import cost_of
from chancery.services.search.queries import Question
from chancery.services.search.templatetags.finding import spoken

COLLECTIONS = ("marks", "designs")
SCHEMES = {"marks": "nice", "designs": "locarno"}
LIMITS = (20, 50, 100)
MOST_WITHIN = 20_000
"""Records that words, classes and a status may leave: all their pictures are compared one by one."""

_CLASS = re.compile(r"(\d{1,2})(?:-(\d{1,2}))?")


@dataclass(frozen=True)
class Wanted:
    """What is asked besides the picture; ``wrong`` says of each box what is wrong with it."""

    collection: str
    text: str
    classes: tuple[str, ...]
    status: str
    limit: int
    wrong: Mapping[str, str]

    @property
    def collections(self) -> tuple[str, ...]:
        return (self.collection,) if self.collection else COLLECTIONS

    @property
    def narrowed(self) -> bool:
        return bool(self.text or self.classes or self.status)

    def question(self, collection: str) -> Question | None:
        """The records among which it is looked; None where none of the classes asked for is one of this collection."""
        scheme = SCHEMES[collection]
        symbols = [one for one in self.classes if scheme == "locarno" or "-" not in one]
        if self.classes and not symbols:
            return None
        either = " OR ".join(f'{scheme}:"{symbol}"' for symbol in symbols)
        text = " AND ".join(f"({one})" for one in (self.text, either) if one)
        filters = {"status": (self.status,)} if self.status else {}
        return Question(text=text, collection=collection, filters=filters)


def limited(asked: Wanted, limit: int) -> Wanted:
    """The same with another number of pictures."""
    return replace(asked, limit=limit)


@dataclass(frozen=True)
class Found:
    """A similar picture with its record."""

    similar: SimilarPicture
    document: Document


def wanted(data: Mapping[str, str]) -> Wanted:
    """Read a form or an address. What is typed is kept, and what is wrong with it is said box by box."""
    text, written = data.get("q", "").strip(), data.get("classes", "")[:500]
    collection, status, limit = (data.get(name, "") for name in ("collection", "status", "limit"))
    wrong = {}
    classes = _classes(written)
    if classes is None:
        wrong["classes"] = _("Write Nice classes of marks, as 9 or 42, or Locarno classes of designs, as 26 or 26-05.")
    if text and (fault := _fault(text)):
        wrong["q"] = fault
    return Wanted(
        collection=collection if collection in COLLECTIONS else "",
        text=text,
        classes=classes or (),
        status=status if status in words.STATUSES else "",
        limit=int(limit) if limit in map(str, LIMITS) else LIMITS[0],
        wrong=wrong,
    )


def _classes(written: str) -> tuple[str, ...] | None:
    """The symbols, each once; None where something written is none."""
    found = []
    for part in re.split(r"[\s,;]+", written.strip()):
        match = _CLASS.fullmatch(part)
        if part and not match:
            return None
        if match:
            found.append(f"{int(match[1]):02}-{int(match[2]):02}" if match[2] else str(int(match[1])))
    return tuple(dict.fromkeys(found))


def _fault(text: str) -> str:
    try:
        Question(text=text).parsed()
    except QueryError as error:
        return " ".join(spoken(error))
    return ""


@lru_cache(maxsize=4)
def _open(folder: Path, looks: bool) -> Index:
    return Index(folder, looks=looks)


def index(collection: str) -> Index:
    """The index of the pictures of a collection, as this machine can measure them."""
    return _open(Path(settings.INDEX_DIR) / "similar-pictures" / collection, network() is not None)


def compared(collections: Sequence[str]) -> int:
    """How many pictures are there to compare with."""
    return sum(len(index(collection)) for collection in collections)


@dataclass(frozen=True)
class Source:
    """The picture that is asked with: of a record, or brought, and then known by its hash alone."""

    features: Features
    name: str
    document: Document | None = None

    @property
    def title(self) -> str:
        if self.document:
            return f"{self.document.title() or self.document.number}, {self.document.number}"
        return f"a picture with the SHA-256 {self.name}"

    @property
    def key(self) -> str:
        """Of the record that asks; empty where the picture is brought."""
        return self.document.key if self.document else ""


def brought(data: bytes, *, field: str = "picture") -> Source:
    """A picture that somebody brings: checked in a process of its own, compared, and kept nowhere. Raises `Refused`."""
    try:
        found = features(documents.seen_small(data, field=field), network())
    except Unreadable as unreadable:
        raise Refused.because(_("There is nothing on this picture to compare."), field=field) from unreadable
    return Source(found, hashlib.sha256(data).hexdigest())


def of_record(collection: str, key: str, name: str = "") -> Source | None:
    """A picture of a record, the first where none is named. None where there is none, or none that is published."""
    document = queries.record(collection, key) if collection in COLLECTIONS else None
    for picture in shown(document) if document else ():
        if name in ("", picture) and (found := index(collection).features(Picture(key, picture))):
            return Source(found, picture, document)
    return None


def shown(document: Document) -> Sequence[str]:
    """The pictures that anyone may see of a record: none of a record that is not there any more."""
    return tuple(document.facts.get("pictures", ()))


def address(request: HttpRequest, document: Document, name: str) -> str:
    """Where a picture of a record is, whole."""
    registration = register.in_address(document.facts.get("registration", ""))
    return at(request, reverse("search:file-of-registration", args=(registration, name)))


def found(asked: Wanted, source: Source) -> list[Found]:
    """The most similar pictures with their records, the nearest first; not that of the record that asks.

    Raises `Refused` where words and filters leave too many records.
    """
    hits = []
    for collection in asked.collections:
        within = _within(asked, collection)
        for similar in index(collection).search(source.features, asked.limit + 1, within=within):
            document = queries.record(collection, similar.picture.record)
            if document and similar.picture.name in shown(document) and document.key != source.key:
                hits.append(Found(similar, document))
    return sorted(hits, key=lambda one: -one.similar.score)[: asked.limit]


def cost(asked: Wanted) -> Cost:
    """What it costs to read which records words, classes and a status leave."""
    if not asked.narrowed:
        return Cost(0, 0, 0)
    return cost_of(asked.question(asked.collections[0]) or Question(), number=len(asked.collections))


def _within(asked: Wanted, collection: str) -> list[str] | None:
    """The keys of the records that words, classes and a status leave; None where nothing narrows."""
    if not asked.narrowed:
        return None
    question = asked.question(collection)
    if question is None:
        return []
    if queries.number(question) > MOST_WITHIN:
        raise Refused.because(
            _("These words and filters leave more than {most} records. Narrow them, or leave them out.").format(
                most=f"{MOST_WITHIN:,}"
            ),
            field="q",
        )
    return [hit.document.key for hit in queries.everything(question)]
