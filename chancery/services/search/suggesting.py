"""What a box proposes while somebody types: names and titles of the records, as they stand there, and classes by the
words of their titles.
"""

from collections import Counter
from collections.abc import Iterator

from chancery.finder import COLLECTIONS, Document, Query, QueryError, Term, Wildcard, all_of
from chancery.finder.words import tokens
from chancery.services.search import naming, queries

BOXES = ("name", "title", "class")
_WORDS = ("name", "title")
LONGEST = 200  # characters of what is typed that are looked at
SHORTEST, LOOKED_AT, MOST = 2, 50, 10
"""Letters of the last word from which on something is proposed; records that are looked at; and so many proposals."""


def options(box: str, typed: str, collection: str = "") -> list[tuple[str, str]]:
    """What may be written in the box, each with what it means."""
    if box == "class":
        return classes(typed)
    return [(phrase(one), one) for one in proposed(box, typed, collection)]


def classes(typed: str) -> list[tuple[str, str]]:
    """Symbols of the International Patent Classification in whose titles every word begins a word; or that begin so."""
    words, symbol = tokens(typed), typed.replace(" ", "").upper()
    if not words or len(words[-1]) < SHORTEST:
        return []
    return [
        (code, title)
        for code, title in naming.headings("ipc")
        if (code.startswith(symbol) and code != symbol) or _fits(title, words)
    ][:MOST]


def proposed(box: str, typed: str, collection: str = "") -> list[str]:
    """The names or titles that have all the words, the last of them perhaps not yet whole; most frequent first.

    Nothing where the words are signs of the query language, or cost too much.
    """
    words = tokens(typed)
    if box not in _WORDS or not words or len(words[-1]) < SHORTEST:
        return []
    try:
        found = queries.engine().search(
            _query(box, words), collections=(collection,) if collection in COLLECTIONS else None, limit=LOOKED_AT
        )
    except QueryError:
        return []
    texts = (text for hit in found.hits for text in _texts(hit.document, box) if _fits(text, words))
    return [text for text, _count in Counter(texts).most_common(MOST)]


def phrase(text: str) -> str:
    """A proposal as the box takes it: its words in their order, whatever signs it has."""
    return '"{}"'.format(" ".join(text.replace('"', " ").split()))


def _query(box: str, words: list[str]) -> Query:
    return all_of([*(Term(word, box) for word in words[:-1]), Wildcard(f"{words[-1]}*", box)])


def _texts(one: Document, box: str) -> Iterator[str]:
    yield from one.names if box == "name" else one.titles.values()


def _fits(text: str, words: list[str]) -> bool:
    """Of a record's several names only those that have the words; forms of a word are no name."""
    there = tokens(text)
    return all(any(one.startswith(word) for one in there) for word in words)
