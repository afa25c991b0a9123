"""What the pages of a case and of a registration file show alike: acts, time limits, letters, what happened."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Generic, TypeVar

from chancery.core.ledger import Entry
from chancery.records.accounts import queries as accounts
from chancery.records.mail import queries as mail
from chancery.records.register import queries as register
from chancery.records.register.queries import Said, describe
from chancery.services.examination.desks import Words
from chancery.treaties.kernel import Finding, TimeLimit

SOON = 5
"""How many of the coming time limits the page shows unfolded."""

Against = tuple[Finding, ...]
Act = TypeVar("Act")


@dataclass(frozen=True)
class Dated:
    """A time limit whose day is known, and whether that day is over."""

    limit: TimeLimit
    due: date
    over: bool


@dataclass(frozen=True)
class Limits:
    """The time limits whose day is known, the next one first, those that are over at the end."""

    dated: tuple[Dated, ...]

    @property
    def next(self) -> list[Dated]:
        """Those that come next."""
        return [one for one in self.dated if not one.over][:SOON]

    @property
    def further(self) -> list[Dated]:
        """Those that come later, and those that are over."""
        soon = self.next
        return [one for one in self.dated if one not in soon]


@dataclass(frozen=True)
class Sent:
    """A letter that went out: its PDF by hash, to whom, when it was written and read."""

    subject: str
    sha256: str
    to: str
    written_at: datetime
    read_at: datetime | None


@dataclass(frozen=True)
class Told:
    """One line of the timeline, with the findings of an invitation and the facts of a notification beside it."""

    said: Said
    kind: str
    body: dict[str, Any]


@dataclass(frozen=True)
class RoleActs(Generic[Act]):
    """The acts of one Office on a case: those that are possible now, and the others with what stands against them."""

    role: str
    name: Words
    now: list[Act]
    closed: list[tuple[Act, Against]]


def limits(several: Iterable[TimeLimit], *, on: date) -> Limits:
    found = [Dated(one, one.due, one.due < on) for one in several if isinstance(one.due, date)]
    return Limits(tuple(sorted(found, key=lambda one: (one.over, one.due))))


def letters(number: str) -> list[Sent]:
    """The letters that went out about a case, newest first."""
    names = {person.id: person.name for person in accounts.people(register.holders(number))}
    return [
        Sent(one.subject, one.sha256, names.get(one.recipient, ""), one.written_at, one.read_at)
        for one in mail.letters_sent_about(number)
    ]


def timeline(entries: Sequence[Entry]) -> list[Told]:
    """What happened, newest first, in the register's words."""
    return [Told(describe(entry, shown=True), entry.kind, entry.body or {}) for entry in reversed(entries)]


def role_acts(role: str, name: Words, acts: Iterable[Act], refusals: Callable[[Act], Against]) -> RoleActs[Act]:
    """What an Office can do now, and what it cannot yet."""
    judged = [(act, refusals(act)) for act in acts]
    open_now = [act for act, against in judged if not against]
    return RoleActs(role, name, open_now, [(act, against) for act, against in judged if against])
