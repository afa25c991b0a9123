"""A query as text in the house's language; parsing the text gives the query again."""

from chancery.finder.query import Query
from chancery.finder.writing import FamilyWriter, Pen

PEN = Pen()


def as_text(query: Query) -> str:
    """The query written out."""
    return FamilyWriter(PEN).written(query).text
