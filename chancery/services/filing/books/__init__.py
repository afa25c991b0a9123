"""The books of the treaties under which one can draft here, by the name that a draft keeps."""

from collections.abc import Mapping

from chancery.services.filing.book import Book
from chancery.services.filing.books.pct import PCT
from chancery.services.filing.models import Draft

BOOKS: Mapping[str, Book] = {one.treaty: one for one in (PCT,)}


def of(row: Draft) -> Book:
    """The book of a draft."""
    return BOOKS[row.treaty]
