"""Lays each application on the desk, as the ledger has it."""

from collections.abc import Sequence
from typing import ClassVar

from chancery.core.event import Event
from chancery.core.follow import Rebuildable
from chancery.core.ledger import Entry
from chancery.records.register import events
from chancery.records.register import queries as register
from chancery.services.examination import docket
from chancery.services.examination.models import Appearance, Case

KINDS = frozenset(
    kind.kind()
    for kind in vars(events).values()
    if isinstance(kind, type) and issubclass(kind, Event) and kind not in events.OF_REGISTRATIONS
) - {events.RecordImported.kind()}
"""Whatever can happen to an application; imported records are no cases, and registration files are others."""


class Desk(Rebuildable):
    """One row for each application, from the entries alone: what day it is, the queues ask when they are read."""

    name: ClassVar[str] = "examination.desk"
    kinds: ClassVar[frozenset[str] | None] = KINDS

    def apply(self, entries: Sequence[Entry]) -> None:
        touched = dict.fromkeys(entry.stream for entry in entries if register.system_of(entry.stream) is None)
        if any(entry.kind == events.OfficeUnavailable.kind() for entry in entries):  # it bears on every file
            touched |= dict.fromkeys(Case.objects.values_list("number", flat=True))
        timelines = register.timelines(touched)
        found = {number: register.fold(number, timeline) for number, timeline in timelines.items()}
        for number, right in found.items():
            if right.received_on is None:  # erased before it was ever read: nothing of it is left to lay on the desk
                Case.objects.filter(number=number).delete()
            else:
                case = docket.row(right, timelines[number])
                Case.objects.update_or_create(number=number, defaults=case)
        for entry in entries:
            if entry.kind == events.ApplicationPublished.kind() and entry.body:
                appeared = docket.appearance(entry, found[entry.stream])
                Appearance.objects.update_or_create(entry=entry.number, defaults=appeared)

    def forget(self) -> None:
        Case.objects.all().delete()
        Appearance.objects.all().delete()
