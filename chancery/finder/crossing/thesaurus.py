"""The thesaurus that ships: which words, and which names of up to four words, say the same in 23 languages.

English stands in the middle: a French word leads to its English ones, and these to the German. A strength is that of
the way, the product of its two steps; names of several words that a register's lists tell of one thing have strength 1.

A pair is a line of text with the keys that it is looked up by, worked out when the file is written: to stem its hundred
thousand texts takes a second, and as objects they take four times the room. A line is read when it is found.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import zstandard

from chancery.finder.stems import stem
from chancery.finder.words import tokens

ENGLISH = "en"
SHIPPED = Path(__file__).parent / "data" / "pairs.tsv.zst"
COLUMNS = ("language", "key", "text", "english_key", "english", "strength")
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

    def __init__(self, pairs: Iterable[Pair] = (), *, ready: Iterable[str] = ()) -> None:
        """``ready`` are pairs as ``line`` writes them."""
        self._lines = sorted((*ready, *map(line, pairs)))
        self._from_english: dict[str, list[int]] = defaultdict(list)
        self._longest = 0
        languages = {ENGLISH}
        for number, one in enumerate(self._lines):
            language, _key, text, english_key, english, _strength = one.split("\t")
            self._longest = max(self._longest, len(text), len(english))
            self._from_english[english_key].append(number)
            languages.add(language)
        self.languages = frozenset(languages)
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
            for second in self._said_for(first.text):
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
            if language == ENGLISH:
                spelled = dict.fromkeys(pair.english for pair in self._of_english(known))
                yield from ((Said(ENGLISH, text, 1.0), one) for one in spelled)
            yield from ((Said(ENGLISH, pair.english, pair.strength), pair.text) for pair in self._of(language, known))

    def _said_for(self, english: str) -> Iterator[Said]:
        """What an English text is called anywhere, itself first."""
        yield Said(ENGLISH, english, 1.0)
        for pair in self._of_english(key(english, ENGLISH)):
            yield Said(pair.language, pair.text, pair.strength)

    def _of_english(self, known: str) -> list[Pair]:
        return [pair_of(self._lines[number]) for number in self._from_english.get(known, ())]

    def _of(self, language: str, known: str) -> Iterator[Pair]:
        """The pairs of a text of a language: they stand together."""
        beginning = f"{language}\t{known}\t"
        at = bisect_left(self._lines, beginning)
        while at < len(self._lines) and self._lines[at].startswith(beginning):
            yield pair_of(self._lines[at])
            at += 1


def key(text: str, language: str) -> str:
    """What two spellings of the same text have in common: the stems of its words."""
    return " ".join(stem(word, language) for word in tokens(text))


def line(pair: Pair) -> str:
    """A pair as a line of the file. ValueError where a text would break it."""
    keys = key(pair.text, pair.language), key(pair.english, ENGLISH)
    values = (pair.language, keys[0], pair.text, keys[1], pair.english, f"{pair.strength:g}")
    if any(sign in value for value in values for sign in "\t\n"):
        raise ValueError(f"A tab or a line's end in {pair}")
    return "\t".join(values)


def pair_of(written: str) -> Pair:
    """The pair that a line tells."""
    language, _key, text, _english_key, english, strength = written.split("\t")
    return Pair(language, text, english, float(strength))


@cache
def shipped() -> Thesaurus:
    """The thesaurus of this release, read once."""
    return Thesaurus(ready=lines(SHIPPED))


def lines(file: Path) -> Sequence[str]:
    """The lines of a file that ``write`` made, in order."""
    text = zstandard.ZstdDecompressor().decompress(file.read_bytes()).decode()
    return text.split("\n")[1:-1]


def read(file: Path) -> list[Pair]:
    """The pairs of such a file."""
    return [pair_of(one) for one in lines(file)]


def write(pairs: Iterable[Pair], file: Path) -> None:
    """The same pairs make the same file."""
    rows = ("\t".join(COLUMNS), *sorted(map(line, pairs)), "")
    file.write_bytes(zstandard.ZstdCompressor(level=19).compress("\n".join(rows).encode()))
