"""A document as an index of tantivy holds it."""

from base64 import b64encode
from zlib import crc32

import msgspec

from chancery.finder.document import Document
from chancery.finder.embedded.schema import FAMILY_PART, PARTS
from chancery.finder.entries import Entry, entry, identity, written

_encode = msgspec.json.Encoder().encode


def indexed(document: Document, source: bytes = b"") -> str:
    """The document with everything it can be found, counted and sorted by, in JSON: tantivy reads a whole entry faster
    than it takes its fields one by one. ``source``: as it is stored, where that is known.
    """
    own: Entry = {
        "id": identity(document.collection, document.key),
        "source": b64encode(source or written(document)).decode("ascii"),
    }
    if document.family:
        own[FAMILY_PART] = crc32(document.family.encode()) % PARTS
    return _encode(own | entry(document)).decode()
