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


class Letters(Outward):
    """A letter is typeset while nobody waits, and entered once; the e-mail comes afterwards (`post`)."""

    name: ClassVar[str] = "mail.letters"
    kinds: ClassVar[frozenset[str] | None] = frozenset(LETTERS)
    repeatable: ClassVar[bool] = True

    def recipients(self, entry: Entry) -> Iterable[tuple[str, dict[str, Any]]]:
        if entry.erased:
            return []
        return [(str(holder), {}) for holder in register.holders(entry.stream)]

    def deliver(self, item: OutboxItem, *, at: datetime) -> None:
        actions.write(item.number, to=int(item.recipient), at=at)
