"""Choosing the designated parties all at once: what was filled in for those that stay, stays."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from chancery.core import clock
from chancery.services.filing import books, content, whole
from chancery.services.filing.whole import Saved

LISTED = "designations"


def designate(draft: int, *, parties: Collection[str], by: int, at: datetime) -> Saved:
    """Designate these parties and no others. New ones stand after those that were there, in the order given."""
    with transaction.atomic():
        row = whole.open_draft(draft, by=by, on=clock.local_day(at))
        book, there = books.of(row), [one["party"] for one in row.application[LISTED]]
        stay = [place for place, code in enumerate(there) if code in parties and code not in there[:place]]
        new = [code for code in dict.fromkeys(parties) if code not in there]
        if not new and len(stay) == len(there):
            return Saved(row.revision)
        content.reorder(book, row.application, (row.unread, row.files), LISTED, stay)
        row.application[LISTED] += [{**(book.empty(LISTED) or {}), "party": code} for code in new]
        row.revision += 1
        row.touch(LISTED)
        return whole.store(row, at=at)
