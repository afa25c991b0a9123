"""A restore is not done unseen: it stands in the ledger, and everybody who answers for the office is told.

Whoever has the machine, the backup and its keys needs nobody else for it (decision 0016). So it is no question of a
permission, but of witnesses.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from chancery.core import ledger, verify
from chancery.records.accounts import notices
from chancery.records.accounts.events import STREAM, OfficeRestored
from chancery.records.accounts.models import User
from chancery.site.backup.restoring import Restored

TOLD = ("operator", "publisher")


@dataclass(frozen=True)
class Witnessed:
    """The entry in the ledger, and how many people are told."""

    entry: int
    people: int


def witness(done: Restored, *, at: datetime) -> Witnessed:
    """Enter what was restored, and tell the operators and publishers whom the restored office knows."""
    made_at = done.checked.made_at
    event = OfficeRestored(made_at=made_at, size=done.checked.entries, root=verify.root_text(done.checked.root))
    people = list(User.objects.filter(is_active=True, grants__role__in=TOLD).distinct())
    with transaction.atomic():
        [entry] = ledger.append(STREAM, [event], after=None, at=at)
        notices.restored(people, made_at=made_at, entry=entry.number, at=at)
    return Witnessed(entry=entry.number, people=len(people))
