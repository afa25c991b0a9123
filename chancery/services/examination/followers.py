"""Lays each application on the desk, as the ledger has it."""

from collections.abc import Sequence
from typing import ClassVar

from chancery.core.follow import Rebuildable
from chancery.core.ledger import Entry
from chancery.records.register import queries as register
from chancery.records.register.events import (
    ApplicationFiled,
    ApplicationPublished,
    CorrectionInvited,
    CorrectionReceived,
    FilingDateAccorded,
    FoundNotAnApplication,
    PaymentRecorded,
)
from chancery.services.examination import docket
from chancery.services.examination.models import Case


class Desk(Rebuildable):
    """One row for each application, from the entries alone: what day it is, the queues ask when they are read."""

    name: ClassVar[str] = "examination.desk"
    kinds: ClassVar[frozenset[str] | None] = frozenset(
        kind.kind()
        for kind in (
            ApplicationFiled,
            CorrectionInvited,
            CorrectionReceived,
            FilingDateAccorded,
            FoundNotAnApplication,
            PaymentRecorded,
            ApplicationPublished,
        )
    )

    def apply(self, entries: Sequence[Entry]) -> None:
        touched = dict.fromkeys(entry.stream for entry in entries)
        for number, right in register.rights(touched).items():
            if right.received_on is None:  # erased before it was ever read: nothing of it is left to lay on the desk
                Case.objects.filter(number=number).delete()
            else:
                Case.objects.update_or_create(number=number, defaults=docket.row(right))

    def forget(self) -> None:
        Case.objects.all().delete()
