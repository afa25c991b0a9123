"""How a right stands: a fold of pure functions over its events."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from chancery.core.event import Event
from chancery.core.ledger import Entry
from chancery.records.register import steps_international, steps_receiving
from chancery.records.register.events import Submission
from chancery.records.register.right import Right

Step = Callable[[Right, Any, datetime], Right]
STEPS: dict[str, tuple[type[Event], Step]] = {
    kind.kind(): (kind, step) for kind, step in (*steps_receiving.STEPS, *steps_international.STEPS)
}
"""What each kind of event does to a right."""


def fold(number: str, entries: Iterable[Entry]) -> Right:
    """The right after these entries, in the order of the ledger. An erased entry is passed over, and marked."""
    right = Right(number=number)
    for entry in entries:
        right = replace(right, version=entry.version, entries=(*right.entries, entry.number))
        if entry.body is None:
            right = replace(right, erased=True)
        elif entry.kind in STEPS:
            kind, _step = STEPS[entry.kind]
            right = _next(right, kind.from_body(entry.body), entry.at)
    return right


def _next(right: Right, event: Event, at: datetime) -> Right:
    """The right after one event; what the applicant has done is kept by act and day."""
    _kind, step = STEPS[event.kind()]
    after = step(right, event, at)
    if isinstance(event, Submission):
        return replace(after, done=(*after.done, (event.act, date.fromisoformat(event.received_on))))
    return after


def foresee(right: Right, events: Iterable[Event], *, at: datetime) -> Right:
    """The right as it would stand after events that nobody has entered."""
    for event in events:
        right = _next(right, event, at)
    return right
