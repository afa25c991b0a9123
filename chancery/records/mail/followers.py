"""Writes the letters that the ledger asks for: one per entry and recipient, whatever dies."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, ClassVar

from chancery.core.follow import Outward
from chancery.core.ledger import Entry
from chancery.core.models import OutboxItem
from chancery.records.mail import actions
from chancery.records.mail.compose import LETTERS
from chancery.records.register import queries as register
from chancery.records.register.events import RegistrationPublished


class Letters(Outward):
    """A letter is typeset while nobody waits, and entered once; the e-mail comes afterwards (`post`).

    What one act publishes for one person in an issue of a bulletin is one letter: it is owed for the first of these
    entries, and ``along`` names the others.
    """

    name: ClassVar[str] = "mail.letters"
    kinds: ClassVar[frozenset[str] | None] = frozenset(LETTERS)
    repeatable: ClassVar[bool] = True

    def recipients(self, entry: Entry) -> Iterable[tuple[str, dict[str, Any]]]:
        if entry.erased:
            return []
        holders = register.holders(entry.stream)
        if entry.kind != RegistrationPublished.kind():
            return [(str(holder), {}) for holder in holders]
        together = {holder: [one.number for one in register.published_together(entry, holder)] for holder in holders}
        return [
            (str(holder), {"along": numbers[1:]})
            for holder, numbers in together.items()
            if numbers[:1] == [entry.number]
        ]

    def deliver(self, item: OutboxItem, *, at: datetime) -> None:
        actions.write(item.number, to=int(item.recipient), at=at, along=item.payload.get("along", ()))
