"""A case as an act of an Office sees it: the right, its entries, and the day."""

from dataclasses import dataclass
from datetime import date

from chancery.core.ledger import Entry
from chancery.records.register.queries import Right
from chancery.treaties import pct
from chancery.treaties.kernel import TimeLimit, of_office


@dataclass(frozen=True)
class Dossier:
    """One case on a certain day."""

    right: Right
    entries: tuple[Entry, ...]
    on: date

    def limit(self, key: str) -> TimeLimit | None:
        """A time limit of the case by its key; None where its occasion has not come."""
        return next((one for one in self.time_limits if one.key == key), None)

    @property
    def time_limits(self) -> tuple[TimeLimit, ...]:
        return pct.time_limits(self.right.record, calendars=of_office)

    def due(self, key: str) -> date | None:
        """The last day of a time limit; None where there is none, or no day can be told."""
        found = self.limit(key)
        return found.due if found and isinstance(found.due, date) else None
