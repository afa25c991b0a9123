"""Alerts on the status of registrations, as entries of the ledger and the days of renewals bring them about."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, time, timedelta
from typing import Any, ClassVar

from chancery.core import clock, ledger
from chancery.core.follow import Outward
from chancery.core.ledger import Entry
from chancery.core.models import OutboxItem
from chancery.records.register import events
from chancery.records.register import queries as rights
from chancery.services.filing.registrations import alerts

FRESH = timedelta(days=14)
"""What is older when it is read is no news: an office that begins to tell does not tell its history."""


class StatusAlerts(Outward):
    """Tells once of each entry that changes a status, and once of each day of a renewal.

    The days are owed in advance: at every entry of a file those of its next renewal, under the number of its first
    entry, so that each is there once. When one comes, it is told if it still is that of the file.
    """

    name: ClassVar[str] = "filing.status alerts"
    kinds: ClassVar[frozenset[str] | None] = frozenset(kind.kind() for kind in events.OF_REGISTRATIONS)

    def take(self, entries: Sequence[Entry], *, at: datetime) -> None:
        super().take([entry for entry in entries if at - entry.at <= FRESH], at=at)
        files = rights.registrations(dict.fromkeys(entry.stream for entry in entries))
        owed = [one for file in files.values() for one in self._days(file, at)]
        OutboxItem.objects.bulk_create(owed, ignore_conflicts=True)

    def recipients(self, entry: Entry) -> Iterable[tuple[str, dict[str, Any]]]:
        if entry.erased or not alerts.changed(entry):
            return []
        return [(str(user), {}) for user, _own in alerts.concerned(entry.stream, on=clock.local_day(entry.at))]

    def _days(self, file: rights.Registration, at: datetime) -> Iterator[OutboxItem]:
        due = alerts.term(file, on=clock.local_day(at))
        for one in alerts.news(due) if due else ():
            yield OutboxItem(
                follower=self.name,
                number=file.entries[0],
                recipient=one.key,
                payload={"term": True},
                due=datetime.combine(one.since, time.min, tzinfo=clock.office_zone()),
            )

    def deliver(self, item: OutboxItem, *, at: datetime) -> None:
        entry = ledger.entry(item.number)
        if entry is None:
            return
        if item.payload.get("term"):
            _tell_term(entry.stream, item.recipient, at=at)
        else:
            alerts.tell_change(entry, int(item.recipient), at=at)


def _tell_term(number: str, key: str, *, at: datetime) -> None:
    """Tell of a day of a renewal, if it is still that of the file, and still news."""
    on, file = clock.local_day(at), rights.registration(number)
    due = alerts.term(file, on=on) if file else None
    if due and any(one.key == key and one.since <= on <= one.until for one in alerts.news(due)):
        alerts.tell_term(number, due, at=at)
