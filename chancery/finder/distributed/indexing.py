"""A document as an index of OpenSearch holds it."""

import hashlib
from typing import Any

from chancery.finder.distributed.schema import SOURCE
from chancery.finder.document import Document
from chancery.finder.entries import dates, identity, places_by_date, restored, sort_field, texts, written

_LONGEST = 512  # bytes of a name in OpenSearch


def name_of(collection: str, key: str) -> str:
    """The name of a document in the index; a long key by its hash."""
    name = identity(collection, key)
    return name if len(name.encode()) <= _LONGEST else hashlib.blake2b(name.encode()).hexdigest()


def indexed(document: Document) -> dict[str, Any]:
    """The document with everything it can be found, counted and sorted by."""
    entry: dict[str, Any] = {SOURCE: written(document).decode()}
    several: dict[str, list[str]] = {}
    for field, text in texts(document):
        several.setdefault(field, []).append(text)
    for field, values in several.items():
        entry[field] = values[0] if len(values) == 1 else values
    for name, day in dates(document):
        entry[name] = day.toordinal()
    for name, place in places_by_date(document):
        entry[sort_field(name)] = place
    return entry


def given(hit: dict[str, Any]) -> Document:
    """The document of a hit."""
    source: str = hit["_source"][SOURCE]
    return restored(source.encode())
