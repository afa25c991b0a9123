"""A document as an index of tantivy holds it."""

import tantivy

from chancery.finder.document import Document
from chancery.finder.entries import dates, identity, places_by_date, sort_field, texts, written


def indexed(document: Document) -> tantivy.Document:
    """The document with everything it can be found, counted and sorted by."""
    entry = tantivy.Document()
    entry.add_text("id", identity(document.collection, document.key))
    entry.add_bytes("source", written(document))
    for field, text in texts(document):
        entry.add_text(field, text)
    for name, day in dates(document):
        entry.add_integer(name, day.toordinal())
    for name, place in places_by_date(document):
        entry.add_unsigned(sort_field(name), place)
    return entry
