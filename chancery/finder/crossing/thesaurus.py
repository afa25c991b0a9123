"""The thesaurus that ships: which words, and which names of up to four words, say the same in 23 languages.

English stands in the middle: a French word leads to its English ones, and these to the German. A strength is that of
the way, the product of its two steps; names of several words that a register's lists tell of one thing have strength 1.
"""

import csv
import io
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import zstandard

from chancery.finder.stems import stem
from chancery.finder.words import tokens

ENGLISH = "en"
SHIPPED = Path(__file__).parent / "data" / "pairs.tsv.zst"
COLUMNS = ("language", "text", "english", "strength")
LONGEST = 4
"""Words of the longest text that the thesaurus knows."""


@dataclass(frozen=True)
class Pair:
    """A text of a language and an English one that say the same; ``strength`` from 0 to 1."""

    language: str
    text: str
    english: str
    strength: float


@dataclass(frozen=True)
class Said:
    """A text that says the same in a language; ``strength`` from 0 to 1."""

    language: str
    text: str
    strength: float


_FOLDED = 2  # times its length that a text may have in another spelling


class Thesaurus:
    """Looks texts up. Words are compared as in search: folded, and by their stem in the language they are of."""

    def __init__(self, pairs: Iterable[Pair]) -> None:
        self._from_english: dict[str, list[Said]] = defaultdict(list)
        self._to_english: dict[tuple[str, str], list[tuple[Said, str]]] = defaultdict(list)
        self._english: dict[str, set[str]] = defaultdict(set)
        self._longest = 0
        for pair in pairs:
            self._longest = max(self._longest, len(pair.text), len(pair.english))
            english = key(pair.english, ENGLISH)
            self._english[english].add(pair.english)
            self._from_english[english].append(Said(pair.language, pair.text, pair.strength))
            self._to_english[pair.language, key(pair.text, pair.language)].append(
                (Said(ENGLISH, pair.english, pair.strength), pair.text)
            )
        self.languages = frozenset({ENGLISH, *(language for language, _ in self._to_english)})
        """The languages that it knows words of."""

    def knows(self, text: str, written: Collection[str] = ()) -> bool:
        """Whether this is a text of one of the languages (of any, where none is named)."""
        return bool(self._english_of(text, written))

    def same(self, text: str, *, written: Collection[str] = (), into: Collection[str]) -> list[Said]:
        """What says the same in the languages ``into``, the strongest of each first.

        ``written`` are the languages that the text may be in; any, where none is named.
        """
        best: dict[tuple[str, str], Said] = {}
        asked = " ".join(tokens(text))
        for first in self._english_of(text, written):
            for second in (Said(ENGLISH, first.text, 1.0), *self._from_english.get(key(first.text, ENGLISH), ())):
                folded = " ".join(tokens(second.text))
                strength = round(first.strength * second.strength, 2)
                before = best.get((second.language, folded))
                if second.language in into and folded != asked and (before is None or before.strength < strength):
                    best[second.language, folded] = Said(second.language, second.text, strength)
        return sorted(best.values(), key=lambda one: (one.language, -one.strength, one.text))

    def _english_of(self, text: str, written: Collection[str]) -> list[Said]:
        """What the text is in English. Where no language is named, those count first in which it stands just so:
        *cheese* is English, and not a form of the Romanian word for key.
        """
        if len(text) > _FOLDED * self._longest:
            return []
        found = list(self._read(text, [one for one in written or sorted(self.languages) if one in self.languages]))
        asked = " ".join(tokens(text))
        just_so = [said for said, known in found if " ".join(tokens(known)) == asked]
        return just_so if just_so and not written else [said for said, _ in found]

    def _read(self, text: str, languages: Iterable[str]) -> Iterator[tuple[Said, str]]:
        """The English texts, each with the text of the thesaurus that led to it."""
        for language in languages:
            known = key(text, language)
            if language == ENGLISH and known in self._from_english:
                yield from ((Said(ENGLISH, text, 1.0), spelled) for spelled in self._english[known])
            yield from self._to_english.get((language, known), ())


def key(text: str, language: str) -> str:
    """What two spellings of the same text have in common: the stems of its words."""
    return " ".join(stem(word, language) for word in tokens(text))


@cache
def shipped() -> Thesaurus:
    """The thesaurus of this release, read once."""
    return Thesaurus(read(SHIPPED))


def read(file: Path) -> list[Pair]:
    """The pairs of a file that ``write`` made."""
    with zstandard.open(file, "rt", encoding="utf-8", newline="") as stream:
        rows = csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [Pair(row["language"], row["text"], row["english"], float(row["strength"])) for row in rows]


def write(pairs: Iterable[Pair], file: Path) -> None:
    """The same pairs make the same file."""
    text = io.StringIO(newline="")
    rows = csv.writer(text, delimiter="\t", quoting=csv.QUOTE_NONE, lineterminator="\n")
    rows.writerow(COLUMNS)
    rows.writerows(sorted((one.language, one.text, one.english, f"{one.strength:g}") for one in pairs))
    file.write_bytes(zstandard.ZstdCompressor(level=19).compress(text.getvalue().encode()))
