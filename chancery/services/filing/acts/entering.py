"""Entering what an act becomes, once: the button pressed twice answers as the first time."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from chancery.core.event import Event
from chancery.core.ledger import Entry
from chancery.core.refusal import Conflict
from chancery.records.register import actions as register
from chancery.records.register import queries as rights


def enter_once(number: str, events: Sequence[Event], *, version: int, at: datetime) -> int:
    """Enter events behind the version that the person had before them. Returns the ledger entry of the first.

    Sent twice, the entry is that of the first time. Raises `Conflict` if something else has been entered meanwhile.
    """
    with transaction.atomic():
        later = rights.timeline(number)[version:]
        if later and _are(later, events):
            return later[0].number
        if later:
            raise Conflict.because(
                _("Something has been entered in this file since you looked at it. Check once more what will change.")
            )
        entries = [register.enter(number, event, after=version + place, at=at) for place, event in enumerate(events)]
    return entries[0].number


def _are(entries: Sequence[Entry], expected: Sequence[Event]) -> bool:
    return len(entries) >= len(expected) and all(map(_is, entries, expected))


def _is(entry: Entry, event: Event) -> bool:
    """Whether an entry is this event; what is kept beside the ledger does not count."""
    if entry.body is None or entry.kind != event.kind():
        return False
    return type(event).from_body(entry.body) == rights.as_entered(event)
