"""What became of each thing in each party, as spans of time: read off the turns of a fold."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Any

from chancery.treaties.kernel.standing import places
from chancery.treaties.registrations.terms import PartyLife, Span, Tone


@dataclass(frozen=True, kw_only=True)
class Turned:
    """A turn of any system's fold: things of a party went to a state on a day."""

    on: date
    party: str
    things: int
    state: IntEnum
    kind: str


def lives(
    turns: Iterable[Turned],
    *,
    effects: Mapping[Any, Any],
    tones: Mapping[IntEnum, Tone],
    name: Callable[[str], str],
) -> tuple[PartyLife, ...]:
    """A life for each party, in the order in which they were designated. A state without a tone is over."""
    by_party: dict[str, list[Turned]] = {}
    for turn in turns:
        by_party.setdefault(turn.party, []).append(turn)
    return tuple(
        PartyLife(
            code=code,
            name=name(code),
            since=own[0].on,
            spans=tuple(_span(turn, until, left, effects, tones) for turn, until, left in _until(own)),
        )
        for code, own in by_party.items()
    )


def _until(turns: list[Turned]) -> Iterator[tuple[Turned, date | None, int]]:
    """Each turn with the day on which the last of its things turned again, and what has not."""
    for place, turn in enumerate(turns):
        left = turn.things
        last: date | None = None
        for later in turns[place + 1 :]:
            if left & later.things:
                left, last = left & ~later.things, later.on
        yield turn, last if not left else None, left


def _span(
    turn: Turned, until: date | None, left: int, effects: Mapping[Any, Any], tones: Mapping[IntEnum, Tone]
) -> Span:
    effect = effects[turn.kind]
    return Span(
        since=turn.on,
        until=until,
        things=places(turn.things),
        still=places(left),
        state=turn.state.name.lower(),
        says=getattr(turn.state, "says", ""),
        tone=tones.get(turn.state, "over"),
        by=turn.kind,
        title=effect.title,
        cites=effect.cites,
    )
