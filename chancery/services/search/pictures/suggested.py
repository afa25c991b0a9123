"""Classes suggested by what is near: Vienna codes for a mark's picture, Locarno subclasses for a design.

A class weighs what the nearest pictures that have it score, out of what all of them score that have any. It is what
others were given, not what an office would decide.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from chancery.finder import Document
from chancery.services.search.pictures.pictures import Found
from chancery.treaties import locarno, vienna

NEIGHBOURS, LEAST, MOST = 20, 0.3, 5
"""So many of the nearest are asked, if they score at least this; and so many classes are suggested."""

SCHEMES = {"marks": "vienna", "designs": "locarno"}
_READ = {"vienna": vienna.classification, "locarno": locarno.classification}


@dataclass(frozen=True)
class Suggestion:
    """A class with its title, its share of the weight from 0 to 1, and the records that have it, the nearest first."""

    scheme: str
    symbol: str
    title: str
    share: float
    because: tuple[Document, ...]


def suggestions(hits: Sequence[Found]) -> list[Suggestion]:
    """The classes of the nearest, those with the largest share first, of each classification by itself."""
    near = [one for one in hits if one.similar.score >= LEAST][:NEIGHBOURS]
    return [suggestion for collection in SCHEMES for suggestion in _of(collection, near)]


def _of(collection: str, near: Sequence[Found]) -> list[Suggestion]:
    scheme = SCHEMES[collection]
    having = [one for one in near if one.document.collection == collection and one.document.classes.get(scheme)]
    whole = sum(one.similar.score for one in having)
    by_symbol: dict[str, list[Found]] = {}
    for one in having:
        for symbol in dict.fromkeys(one.document.classes[scheme]):
            by_symbol.setdefault(symbol, []).append(one)
    found = [
        Suggestion(
            scheme=scheme,
            symbol=symbol,
            title=_title(scheme, symbol),
            share=sum(one.similar.score for one in those) / whole,
            because=tuple(one.document for one in those),
        )
        for symbol, those in by_symbol.items()
    ]
    return sorted(found, key=lambda one: (-one.share, one.symbol))[:MOST]


def _title(scheme: str, symbol: str) -> str:
    """The title of the class or, where it is not known, of the nearest one above it."""
    classification = _READ[scheme]()
    mark = "." if scheme == "vienna" else "-"
    numbers = symbol.split(mark)
    for length in range(len(numbers), 0, -1):
        if heading := classification.find(mark.join(numbers[:length])):
            return heading.title
    return ""
