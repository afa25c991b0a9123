"""A document as an index of tantivy holds it."""

from base64 import b64encode

import msgspec

from chancery.finder.document import Document
from chancery.finder.embedded import numbered
from chancery.finder.entries import entry, identity, written

_encode = msgspec.json.Encoder().encode


def indexed(document: Document, source: bytes = b"") -> str:
    """The document with everything it can be found, counted and sorted by, in JSON: tantivy reads a whole entry faster
    than it takes its fields one by one. ``source``: as it is stored, where that is known.
    """
    own = {
        "id": identity(document.collection, document.key),
        "source": b64encode(source or written(document)).decode("ascii"),
    }
    return _encode(own | numbered.entry(document) | entry(document)).decode()
