"""Lays each registration file on the desk, as the ledger has it."""

from collections.abc import Sequence
from typing import ClassVar

from chancery.core.event import Event
from chancery.core.follow import Rebuildable
from chancery.core.ledger import Entry
from chancery.records.register import events
from chancery.records.register import queries as register
from chancery.services.examination.registrations import docket
from chancery.services.examination.registrations.models import RegistrationCase

OF_A_FILE: tuple[type[Event], ...] = (*events.OF_REGISTRATIONS, events.PaymentRecorded, events.FeeRefunded)
KINDS = frozenset(kind.kind() for kind in OF_A_FILE)
"""Whatever can happen to a registration file."""


class RegistrationDesk(Rebuildable):
    """One row for each file, from the entries alone: what day it is, the queues ask when they are read."""

    name: ClassVar[str] = "examination.registrations"
    kinds: ClassVar[frozenset[str] | None] = KINDS

    def apply(self, entries: Sequence[Entry]) -> None:
        touched = dict.fromkeys(entry.stream for entry in entries if register.system_of(entry.stream))
        files, timelines = register.registrations(touched), register.timelines(touched)
        for number, file in files.items():
            if file.received_on is None:  # erased before it was ever read: nothing of it is left to lay on the desk
                RegistrationCase.objects.filter(number=number).delete()
            else:
                RegistrationCase.objects.update_or_create(number=number, defaults=docket.row(file, timelines[number]))

    def forget(self) -> None:
        RegistrationCase.objects.all().delete()
