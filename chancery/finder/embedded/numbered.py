"""Names and families, of which there are many, counted by a number made of each.

To count the values of a column tantivy looks each of them up in the list of all, which for a thousand applicants takes
longer than everything else that a page of hits needs. Numbers need no looking up; what the most frequent of them mean
is read from a record that has it. Two values share a number once in more than ten million indexes of a million values.
"""

import hashlib
from collections.abc import Callable, Mapping
from functools import lru_cache

from chancery.finder.document import Document
from chancery.finder.entries import facet_key

VALUES: Mapping[str, Callable[[Document], tuple[str, ...]]] = {
    "name": lambda document: tuple(facet_key("name", name) for name in document.names),
    "family": lambda document: (document.family,),
}
"""Facet to its values in a document, as they are counted."""
LAST = 2**64 - 1
"""The highest number there can be."""


def field(facet: str) -> str:
    """The field that holds the numbers."""
    return f"numbered_{facet}"


@lru_cache(maxsize=50_000)
def number(value: str) -> int:
    """The number of a value."""
    return int.from_bytes(hashlib.blake2b(value.encode("utf-8", "replace"), digest_size=8).digest())


def entry(document: Document) -> dict[str, list[int]]:
    """The numbers of a document; a facet that it has not is left out."""
    found = {facet: dict.fromkeys(filter(None, values(document))) for facet, values in VALUES.items()}
    return {field(facet): [number(value) for value in there] for facet, there in found.items() if there}
