"""Those who read the ledger in order and keep something up to date, each with its own bookmark.

Nothing happens behind an action's back: it writes to the ledger, and followers come along afterwards.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any, ClassVar

from django.db import transaction

from chancery.core import ledger, models
from chancery.core.ledger import Entry

LONGEST_WAIT = timedelta(hours=1)


class Follower:
    """Base of both kinds. ``kinds`` names the events it wants; None means all."""

    name: ClassVar[str]
    kinds: ClassVar[frozenset[str] | None] = None
    batch: ClassVar[int] = 500

    def take(self, entries: Sequence[Entry], *, at: datetime) -> None:
        raise NotImplementedError

    def wants(self, entry: Entry) -> bool:
        return self.kinds is None or entry.kind in self.kinds


class Rebuildable(Follower):
    """Keeps what can be made again from entry 1: state, index, counts.

    ``outside``: it keeps it outside the database. Then it is applied before the bookmark's transaction, so that no
    writer waits for it; after a crash between the two the same entries come again.
    """

    outside: ClassVar[bool] = False

    def apply(self, entries: Sequence[Entry]) -> None:
        """Bring the state up to date. Runs in one transaction with the bookmark; the same entries may come twice
        where the state lies outside the database, so it must be idempotent.
        """
        raise NotImplementedError

    def forget(self) -> None:
        """Drop everything, before reading again from 1."""
        raise NotImplementedError

    def again(self) -> int:
        """Make it again from all entries beside what is in use until then, and put it in use. Returns the number of the
        last entry; 0 where it cannot.
        """
        return 0

    def stale(self) -> bool:
        """Is what was kept outside the database gone or of an older format? Asked when the runner starts."""
        return False

    def take(self, entries: Sequence[Entry], *, at: datetime) -> None:  # noqa: ARG002 - state depends on entries alone
        self.apply(entries)


class Outward(Follower):
    """Does something that cannot be taken back: a letter, a file to another office. Never rewound.

    First it writes down what it owes to whom (one row per entry and recipient, in one transaction with the
    bookmark); then it delivers, and again until it succeeds.

    ``repeatable``: who delivers twice has delivered once. Then it is delivered before the transaction that notes it,
    so that no writer waits for it; after a crash between the two it is delivered again.
    """

    repeatable: ClassVar[bool] = False

    def recipients(self, entry: Entry) -> Iterable[tuple[str, dict[str, Any]]]:
        """Whom this entry concerns, with what ``deliver`` needs to know."""
        raise NotImplementedError

    def deliver(self, item: models.OutboxItem, *, at: datetime) -> None:
        """Do it. Runs in one transaction with the note that it is done, so database work happens exactly once;
        unless it is ``repeatable``, and sees to that itself.
        """
        raise NotImplementedError

    def take(self, entries: Sequence[Entry], *, at: datetime) -> None:
        owed = [
            models.OutboxItem(follower=self.name, number=entry.number, recipient=recipient, payload=payload, due=at)
            for entry in entries
            for recipient, payload in self.recipients(entry)
        ]
        models.OutboxItem.objects.bulk_create(owed, ignore_conflicts=True)


def advance(follower: Follower, *, at: datetime) -> int:
    """Read one batch. Returns how many entries were passed; 0 means the follower is up to date."""
    position = bookmark(follower)
    entries = ledger.read(position, follower.batch)
    if not entries:
        return 0
    if isinstance(follower, Rebuildable) and follower.outside:
        _take(follower, entries, at=at)
        return len(entries) if _move_bookmark(follower, position, entries) else 0
    with transaction.atomic():
        if _move_bookmark(follower, position, entries):
            _take(follower, entries, at=at)
            return len(entries)
    return 0


def _take(follower: Follower, entries: Sequence[Entry], *, at: datetime) -> None:
    if wanted := [entry for entry in entries if follower.wants(entry)]:
        follower.take(wanted, at=at)


def _move_bookmark(follower: Follower, position: int, entries: Sequence[Entry]) -> bool:
    """False when another runner has moved it since: then these entries are not ours to take."""
    models.Bookmark.objects.get_or_create(follower=follower.name)
    mine = models.Bookmark.objects.filter(follower=follower.name, number=position)
    return bool(mine.update(number=entries[-1].number))


def deliver_due(follower: Outward, *, at: datetime, limit: int = 50) -> int:
    """Deliver what is owed. A failure is noted and tried again later, twice as late each time."""
    due = models.OutboxItem.objects.filter(follower=follower.name, delivered_at=None, due__lte=at).order_by("due")
    delivered = 0
    for key in list(due.values_list("pk", flat=True)[:limit]):
        delivered += _deliver(follower, key, at=at)
    return delivered


def _deliver(follower: Outward, key: int, *, at: datetime) -> bool:
    try:
        if follower.repeatable:
            follower.deliver(models.OutboxItem.objects.get(pk=key), at=at)
        with transaction.atomic():
            item = models.OutboxItem.objects.select_for_update().get(pk=key)
            if item.delivered_at is not None:
                return False
            if not follower.repeatable:
                follower.deliver(item, at=at)
            item.delivered_at, item.trouble = at, ""
            item.save(update_fields=["delivered_at", "trouble"])
    except Exception as trouble:  # noqa: BLE001 - whatever the outside world throws is noted, shown and tried again
        _postpone(key, trouble, at=at)
        return False
    return True


def _postpone(key: int, trouble: Exception, *, at: datetime) -> None:
    item = models.OutboxItem.objects.get(pk=key)
    item.attempts += 1
    item.due = at + min(timedelta(seconds=2**item.attempts), LONGEST_WAIT)
    item.trouble = f"{type(trouble).__name__}: {trouble}"[:500]
    item.save(update_fields=["attempts", "due", "trouble"])


def catch_up(followers: Iterable[Follower], *, at: datetime) -> int:
    """Bring all of them up to date and deliver what is due; for the runner, for tests and for imports."""
    done = 0
    for follower in followers:
        while passed := advance(follower, at=at):
            done += passed
        if isinstance(follower, Outward):
            done += deliver_due(follower, at=at)
    return done


def rebuild(follower: Rebuildable, *, at: datetime) -> int:
    """Make it again from entry 1: beside what is in use where the follower can, else it forgets everything first."""
    reached = follower.again()
    with transaction.atomic():
        if not reached:
            follower.forget()
        models.Bookmark.objects.update_or_create(follower=follower.name, defaults={"number": reached})
    return reached + catch_up([follower], at=at)


def rebuild_stale(followers: Iterable[Follower], *, at: datetime) -> list[str]:
    """Rebuild those whose keepings are gone although they had read something. Returns their names."""
    gone = [one for one in followers if isinstance(one, Rebuildable) and bookmark(one) and one.stale()]
    for follower in gone:
        rebuild(follower, at=at)
    return [follower.name for follower in gone]


def bookmark(follower: Follower) -> int:
    mark = models.Bookmark.objects.filter(follower=follower.name).first()
    return mark.number if mark else 0


def lag(followers: Iterable[Follower]) -> dict[str, int]:
    """How many entries each follower has still to read."""
    size = ledger.size()
    marks = dict(models.Bookmark.objects.values_list("follower", "number"))
    return {follower.name: size - marks.get(follower.name, 0) for follower in followers}
