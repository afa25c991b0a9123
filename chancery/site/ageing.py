"""The files of applications whose time of keeping is over, in every room that holds a part of them (PCT Rule 93.2)."""

from collections import Counter
from datetime import date, datetime

from django.db import transaction

from chancery.records.documents import actions as documents
from chancery.records.mail import actions as mail
from chancery.records.privacy import actions as privacy
from chancery.records.privacy import holds
from chancery.records.privacy.traces import is_named
from chancery.records.register import actions as register
from chancery.records.register import queries as files
from chancery.site.wiring import FOLLOWERS

KEEP = "30 years after the last entry, where it was never published (PCT Rule 93.2(a))"


def due(*, on: date) -> list[str]:
    """The dry run: numbers of the applications of which something goes. A legal hold keeps a whole file."""
    return [number for number in files.aged(on=on) if number not in holds.held_numbers()]


def run(*, at: datetime, on: date) -> Counter[str]:
    """Empty the files that are due, one transaction each, and make again what was made from them. Rows by model."""
    gone: Counter[str] = Counter()
    for number in due(on=on):
        gone += _empty(number)
    for model, rows in sorted(gone.items()):
        privacy.note_destroyed(model, KEEP, rows=rows, at=at)
    if gone["core.Entry"]:
        privacy.rebuild(FOLLOWERS, at=at)
    return gone


def _empty(number: str) -> Counter[str]:
    with transaction.atomic():
        emptied = register.erase_file(number)
        gone = Counter(emptied.rows)
        if emptied.rows.get("core.Entry"):
            gone["mail.Letter"] = mail.forget_file(number)
            gone["documents.File"] = documents.forget_files(emptied.hashes, named=is_named)
        return gone
