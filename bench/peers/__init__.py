"""What ``bench.finder`` asks, and of whom: one module a peer, each with the same two doors.

``build(place, documents)`` fills an index, and ``Asker(place)`` asks it: ``prepared(question)`` writes a question in
the peer's own language, once; ``ask(prepared)`` answers it, which is what is timed: the first 20 rows as plain values
and how many hits there are, which it returns. ``ask`` raises `Cut` where the peer's time was used up.
"""

import itertools
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

from chancery.finder import Document

ROWS = 20
SINGLE = ("office", "year", "status")
FACETS = (*SINGLE, "class")
SECONDS = 20  # that a peer may take for one question
SHORTEST = 4  # letters of a word that is asked for
STOP_WORDS = """
about above after again against because been before being below between both cannot could doing down during each
from further have having here hers herself himself into itself just more most myself once only other ours ourselves
over same should some such than that their theirs them themselves then there these they this those through under
until very what when where which while whom will with your yours yourself yourselves
"""
"""What PostgreSQL's list of English stop words has of at least four letters: it could not be asked for there."""
STOP = frozenset(STOP_WORDS.split())


class Cut(Exception):
    """The peer did not answer in time."""


class Part(NamedTuple):
    """One word or phrase; ``field`` is ``title``, ``text`` or ``""`` for anywhere."""

    field: str
    words: str


@dataclass(frozen=True)
class Question:
    """What is looked for, in no one's language. ``joined`` is and, or, phrase, prefix, near or number."""

    joined: str
    parts: tuple[Part, ...]
    years: tuple[int, int] | None = None
    facets: tuple[str, ...] = ()
    newest: bool = False
    marked: bool = False


class Asker(Protocol):
    """See the top of this module."""

    def prepared(self, question: Question) -> Any: ...

    def ask(self, prepared: Any) -> int: ...

    def close(self) -> None: ...


class Row(NamedTuple):
    """A record as peers keep it: nothing but values. ``levels`` are the classes as our facets count them."""

    key: str
    number: str
    title: str
    text: str
    names: str
    office: str
    status: str
    day: int
    year: int
    levels: list[str]


def rows(documents: Iterable[Document]) -> Iterator[Row]:
    for one in documents:
        levels = (level for scheme, some in one.classes.items() for symbol in some for level in _levels(scheme, symbol))
        yield Row(
            key=one.key,
            number=one.number,
            title=one.titles["en"],
            text=one.text,
            names="; ".join(one.names),
            office=one.office,
            status=one.status,
            day=one.date.toordinal(),
            year=one.date.year,
            levels=list(dict.fromkeys(levels)),
        )


def _levels(scheme: str, symbol: str) -> list[str]:
    """Section, class and subclass, as our facets count them: ``A21D 13/00`` is ``ipc:A``, ``ipc:A21``, ``ipc:A21D``."""
    return [f"{scheme}:{symbol[:length]}" for length in (1, 3, 4)]


def lucene(question: Question) -> str:
    """The words of a question in the language that tantivy and OpenSearch both read."""
    if question.joined == "near":
        return f'"{" ".join(part.words for part in question.parts)}"~5'
    glue = " OR " if question.joined == "or" else " AND "
    star = "*" if question.joined == "prefix" else ""
    return glue.join(f"{part.field}:" * bool(part.field) + _quoted(part.words) + star for part in question.parts)


def _quoted(words: str) -> str:
    return f'"{words}"' if " " in words else words


def questions(documents: Sequence[Document], number: int, *, field: str) -> dict[str, list[Question]]:
    """Each kind of question ``number`` times, of words that stand in the records, frequent ones oftener than rare ones.

    ``field`` is ``text``, so that everyone looks in the same place, or ``""`` for plain words.
    """
    dice = random.Random(f"{number} {field}")

    def document() -> Document:
        return dice.choice(documents)

    def word(text: str | None = None, letters: int = SHORTEST) -> str:
        known = [one for one in (text or document().text).lower().strip(".").split() if _fits(one, letters)]
        return dice.choice(known) if known else word(None, letters)

    def two() -> str:
        words = document().text.lower().strip(".").split()
        pairs = [f"{a} {b}" for a, b in itertools.pairwise(words) if _fits(a) and _fits(b)]
        return dice.choice(pairs) if pairs else two()

    def some(count: int) -> tuple[Part, ...]:
        return tuple(Part(field, word()) for _ in range(count))

    def ranged() -> tuple[Part, ...]:
        one = document()
        return Part("title", word(one.titles["en"])), Part("text", word(one.text))

    kinds = {
        "one word": lambda: Question("and", some(1)),
        "AND": lambda: Question("and", some(2)),
        "phrase": lambda: Question("phrase", (Part(field, two()),)),
        "OR of 5": lambda: Question("or", some(5)),
        "field + range": lambda: Question("and", ranged(), years=(2000, 2010)),
        "prefix": lambda: Question("prefix", (Part(field, word(None, 6)[:5]),)),
        "facets": lambda: Question("and", some(1), facets=SINGLE),
        "and classes": lambda: Question("and", some(1), facets=FACETS),
        "sorted": lambda: Question("and", some(1), newest=True),
        "highlighted": lambda: Question("and", some(2), marked=True),
    }
    if not field:
        kinds["near"] = lambda: Question("near", tuple(Part("", one) for one in two().split()))
        kinds["number"] = lambda: Question("number", (Part("", document().number),))
    return {kind: [make() for _ in range(number)] for kind, make in kinds.items()}


def _fits(word: str, letters: int = SHORTEST) -> bool:
    return len(word) >= letters and word.isascii() and word.isalpha() and word not in STOP
