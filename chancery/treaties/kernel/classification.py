"""A classification as data: symbols and titles in a tree, the edition they are of, and what moved between editions.

Nice, Locarno and Vienna are each one. A symbol is found as it is written (``6-1``, ``06-01``, ``06.01``); one that is
deeper than the tree is found by what it stands in.
"""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from importlib import resources
from typing import Any

from chancery.treaties.kernel.confidence import Confidence

_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d+")
_MOST_LETTERS = 200
_MOST_DIGITS = 4


@dataclass(frozen=True)
class Edition:
    """Which edition a classification is told in. ``since`` is its first day of force, nothing where it is not known."""

    name: str
    since: date | None
    confidence: Confidence
    source: str


@dataclass(frozen=True)
class Heading:
    """A class of the classification, or what is below it; ``parent`` is empty at the top. The title is our own."""

    symbol: str
    title: str
    parent: str
    kind: str = ""


@dataclass(frozen=True)
class Move:
    """What an edition put elsewhere. ``target`` is empty where it was spread over several."""

    what: str
    origin: str
    target: str
    edition: str
    since: date | None
    confidence: Confidence
    note: str = ""


@dataclass(frozen=True)
class Hit:
    """A heading that was searched for; ``whole`` says that all words asked for are words of its title."""

    heading: Heading
    whole: bool


@dataclass(frozen=True, kw_only=True)
class Classification:
    """One classification in one edition. ``spell`` writes a symbol from its numbers, as the classification does."""

    key: str
    name: str
    edition: Edition
    headings: tuple[Heading, ...]
    moves: tuple[Move, ...]
    spell: Callable[[tuple[int, ...]], str]
    missing: str = ""

    @cached_property
    def _by_symbol(self) -> Mapping[str, Heading]:
        return {one.symbol: one for one in self.headings}

    @property
    def top(self) -> tuple[Heading, ...]:
        return self.below("")

    def below(self, symbol: str) -> tuple[Heading, ...]:
        """The headings right under one; the top ones under the empty symbol."""
        return tuple(one for one in self.headings if one.parent == symbol)

    def get(self, symbol: str) -> Heading | None:
        """The heading with exactly this symbol, in the classification's own spelling."""
        return self._by_symbol.get(symbol)

    def find(self, written: str) -> Heading | None:
        """The heading of a symbol in any spelling; of a deeper one, the nearest heading above it that is known."""
        numbers = tuple(int(one) for one in _NUMBER.findall(written) if len(one) <= _MOST_DIGITS)
        while numbers:
            if (found := self.get(self.spell(numbers))) is not None:
                return found
            numbers = numbers[:-1]
        return None

    def path(self, heading: Heading) -> tuple[Heading, ...]:
        """From the top down to a heading, itself included."""
        above = self.get(heading.parent)
        return (*self.path(above), heading) if above else (heading,)

    def covers(self, wanted: str, symbol: str) -> bool:
        """Whether whoever asks for ``wanted`` finds ``symbol``: the same, or one below it."""
        asked, found = self.find(wanted), self.find(symbol)
        return asked is not None and found is not None and asked in self.path(found)

    def search(self, text: str, said: Callable[[str], str] = str) -> tuple[Heading, ...]:
        """The headings of a symbol, or those in whose title every word begins a word: in English, or as it is ``said``.

        Whole words come before beginnings, and otherwise the order of the classification stands.
        """
        asked = text[:_MOST_LETTERS]
        if _is_symbol(asked):
            found = self.find(asked)
            return (found, *self.below(found.symbol)) if found else ()
        words = _words(asked)
        hits = [hit for one in self.headings for hit in _hit(one, words, said)] if words else []
        return tuple(hit.heading for hit in sorted(hits, key=lambda hit: not hit.whole))

    def moved(self, symbol: str) -> tuple[Move, ...]:
        """What came into a heading or left it with some edition."""
        return tuple(one for one in self.moves if symbol in {one.origin, one.target})


def _is_symbol(text: str) -> bool:
    return bool(_NUMBER.search(text)) and not re.search(r"[^\W\d]", text)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _hit(heading: Heading, words: list[str], said: Callable[[str], str]) -> Iterator[Hit]:
    title = _words(f"{heading.title} {said(heading.title)}")
    if all(any(one.startswith(word) for one in title) for word in words):
        yield Hit(heading, set(words) <= set(title))


def table(package: str, file: str) -> dict[str, Any]:
    """One of a package's data files."""
    return tomllib.loads(resources.files(package).joinpath(f"data/{file}").read_text("utf-8"))


def edition_of(row: Mapping[str, Any]) -> Edition:
    return Edition(row["name"], row.get("since"), row["confidence"], row["source"])


def moves_of(rows: Mapping[str, Any]) -> tuple[Move, ...]:
    """Moves as a data file tells them, under ``moves``."""
    return tuple(
        Move(
            what=row["what"],
            origin=row["origin"],
            target=row.get("target", ""),
            edition=row["edition"],
            since=row.get("since"),
            confidence=row["confidence"],
            note=row.get("note", ""),
        )
        for row in rows["moves"]
    )
