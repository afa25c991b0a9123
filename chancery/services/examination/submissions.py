"""What applicants and third parties sent after filing, and whether the office has looked at it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from chancery.core.ledger import Entry
from chancery.records.register import events
from chancery.records.register.queries import describe

ACKNOWLEDGED_IN = "entry"
"""Under this key a notification names the entry that it acknowledges."""

KINDS = frozenset(kind.kind() for kind in events.SUBMISSIONS) - {events.ChapterIIDemanded.kind()}
"""Not the demand, which the Examining Authority acknowledges itself, and not observations, which are decided on."""

FORMS = {
    events.ClaimsAmended.kind(): "PCT/IB/345",
    events.Withdrawn.kind(): "PCT/IB/307",
    events.PaperReceived.kind(): "PCT/IB/345",
    events.RequestChanged.kind(): "PCT/IB/306",
}
BY_ACT = {
    "withdraw_priority": "PCT/IB/317",
    "add_priority": "PCT/IB/318",
    "correct_priority": "PCT/IB/318",
    "add_declaration": "PCT/IB/371",
    "furnish_priority_document": "PCT/IB/304",
}
GENERAL = "PCT/IB/345"


@dataclass(frozen=True)
class Sent:
    """One submission: the ledger entry, what it is in words, the form by which it is acknowledged."""

    entry: int
    at: datetime
    received_on: date
    words: str
    detail: str
    cites: str
    form: str
    act: str


def unseen(entries: Iterable[Entry]) -> tuple[Sent, ...]:
    """Submissions that no notification has acknowledged yet, oldest first."""
    everything = tuple(entries)
    seen = {_acknowledges(entry) for entry in everything}
    waiting = (one for one in everything if one.kind in KINDS and one.body is not None)
    return tuple(_sent(one) for one in waiting if str(one.number) not in seen)


def _acknowledges(entry: Entry) -> str:
    if entry.kind != events.NotificationSent.kind() or entry.body is None:
        return ""
    return str(entry.body.get("facts", {}).get(ACKNOWLEDGED_IN, ""))


def count_unseen(entries: Iterable[Entry]) -> int:
    """How many wait, without putting them into words: for the follower."""
    everything = tuple(entries)
    seen = {_acknowledges(entry) for entry in everything}
    return sum(one.kind in KINDS and one.body is not None and str(one.number) not in seen for one in everything)


def _sent(entry: Entry) -> Sent:
    body = entry.body or {}
    said = describe(entry, shown=True)
    form = BY_ACT.get(body.get("act", ""), FORMS.get(entry.kind, GENERAL))
    received_on = date.fromisoformat(body["received_on"])
    return Sent(entry.number, entry.at, received_on, said.words, said.detail, said.cites, form, body.get("act", ""))
