"""The books of the treaties under which one can draft here, by the name that a draft keeps."""

from collections.abc import Mapping

from chancery.services.filing.book import Book
from chancery.services.filing.books.pct import PCT
from chancery.services.filing.models import Draft
from chancery.services.filing.registrations.hague.book import HAGUE
from chancery.services.filing.registrations.lisbon.book import LISBON
from chancery.services.filing.registrations.madrid.book import MADRID

BOOKS: Mapping[str, Book] = {one.treaty: one for one in (PCT, MADRID, HAGUE, LISBON)}


def of_matter(matter: str) -> Book:
    """The book of a draft ("draft/17") or of what was handed in, by its number."""
    if matter.startswith("draft/"):
        return of(Draft.objects.get(pk=int(matter.removeprefix("draft/"))))
    return BOOKS[matter.partition("/")[0].lower()]


def of(row: Draft) -> Book:
    """The book of a draft."""
    return BOOKS[row.treaty]
