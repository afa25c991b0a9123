"""A document as an index of OpenSearch holds it."""

import hashlib
from typing import Any

from chancery.finder.distributed.schema import SOURCE
from chancery.finder.document import Document
from chancery.finder.entries import entry, identity, restored, written

_LONGEST = 512  # bytes of a name in OpenSearch


def name_of(collection: str, key: str) -> str:
    """The name of a document in the index; a long key by its hash."""
    name = identity(collection, key)
    return name if len(name.encode()) <= _LONGEST else hashlib.blake2b(name.encode()).hexdigest()


def indexed(document: Document) -> dict[str, Any]:
    """The document with everything it can be found, counted and sorted by."""
    return {SOURCE: written(document).decode(), **entry(document)}


def given(hit: dict[str, Any]) -> Document:
    """The document of a hit."""
    source: str = hit["_source"][SOURCE]
    return restored(source.encode())
