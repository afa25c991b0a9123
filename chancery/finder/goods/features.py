"""What of a term tells its class: its words, neighbouring words, runs of letters, the parts of compounds; hashed.

A feature is a number below ``BUCKETS``: no word can be read back from it. The same word of two languages is one
feature, so what is learnt of *software* in English serves the other 22; runs of letters do the same for kindred words.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Protocol
from zlib import crc32

from chancery.finder.goods.folding import COMPOUNDING, parts_of, spelled

BUCKETS = 1 << 16
SHORTEST, LONGEST = 3, 5
"""Letters of a run, its edges counted."""


class Known(Protocol):
    def __contains__(self, word: object, /) -> bool: ...


def number(feature: str) -> int:
    """The bucket of a feature."""
    return crc32(feature.encode()) % BUCKETS


def features(term: str, language: str = "", known: Known = frozenset()) -> list[tuple[str, list[str]]]:
    """The words of a term as they are written, each with its features; those of two words are the second's."""
    written = spelled(term, language)
    words = [word for _, word in written]
    found = [(as_written, list(_of_word(word, language, known))) for as_written, word in written]
    for at, (one, other) in enumerate(pairwise(words)):
        found[at + 1][1].append(f"2 {one} {other}")
    if words:
        found[0][1].append(f"< {words[0]}")
        found[-1][1].append(f"> {words[-1]}")
    return found


def _of_word(word: str, language: str, known: Known) -> Iterator[str]:
    yield f"w {word}"
    edged = f"^{word}$"
    for length in range(SHORTEST, LONGEST + 1):
        for at in range(len(edged) - length + 1):
            yield edged[at : at + length]
    if language in COMPOUNDING:
        for place, part in zip("[]", parts_of(word, known), strict=False):
            yield f"w {part}"
            yield f"{place} {part}"
