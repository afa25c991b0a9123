"""Effect over time, folded: where the things of a registration stand in each party, and every turn on the way.

Things (designs, goods) are bits of a whole number: a happening moves all it touches at once. A treaty brings its states
and its table of effects; what it lets happen by itself it moves too, and that is told like a happening.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum
from typing import Generic, NamedTuple, TypeVar

S = TypeVar("S", bound=IntEnum)
EVERY = ~0
"""All things, whatever their number."""


@dataclass(frozen=True, kw_only=True)
class Effect(Generic[S]):
    """What a kind of happening does: what is named goes from some states to another, the ``rest`` elsewhere."""

    title: str
    cites: str
    takes: tuple[S, ...] = ()
    to: S | None = None
    rest: S | None = None
    rest_takes: tuple[S, ...] = ()


class Turn(NamedTuple):
    """From a day on, things of a party stand elsewhere. ``things`` are bits, ``state`` the number of the state."""

    on: date
    party: str
    things: int
    state: int
    kind: str


@dataclass
class Standing(Generic[S]):
    """The states by party, as bits by the number of the state; ``since`` is the day of the designation."""

    effects: Mapping[str, Effect[S]]
    states: type[S]
    parties: dict[str, list[int]] = field(default_factory=dict)
    since: dict[str, date] = field(default_factory=dict)
    until: date | None = None
    turns: list[Turn] = field(default_factory=list)

    def state(self, party: str, thing: int = 0) -> S | None:
        """Where a thing stands in a party; nothing where the party was never designated for it."""
        bit = 1 << thing
        return next(
            (self.states(place) for place, found in enumerate(self.parties.get(party, ())) if found & bit), None
        )

    def within(self, party: str, *states: S) -> int:
        """What stands in any of these states in a party, as bits."""
        found = self.parties.get(party)
        return sum(found[state] for state in states) if found else 0

    def anywhere(self, *states: S) -> bool:
        """Whether anything stands in one of these states in any party."""
        return any(self.within(party, *states) for party in self.parties)

    def at(self, day: date) -> dict[str, dict[S, int]]:
        """The states on an earlier day, by party: what the turns until then come to."""
        found: dict[str, dict[S, int]] = {}
        for turn in self.turns:
            if turn.on <= day:
                states = {state: held & ~turn.things for state, held in found.get(turn.party, {}).items()}
                state = self.states(turn.state)
                states[state] = states.get(state, 0) | turn.things
                found[turn.party] = {each: held for each, held in states.items() if held}
        return found

    def enter(self, party: str, day: date, kind: str, things: int, state: S) -> None:
        """A party is designated: things that do not stand there yet begin in a state."""
        held = self.parties.setdefault(party, [0] * len(self.states))
        new = things
        for found in held:
            new &= ~found
        self.since.setdefault(party, day)
        self._arrive(party, day, kind, new, state)

    def move(self, party: str, day: date, kind: str, things: int = EVERY) -> int:
        """What a happening does to things of a party; returns what it moved, as bits."""
        if party not in self.parties:
            return 0
        effect = self.effects[kind]
        moved = self._leave(party, effect.takes, effect.to, things)
        left = self._leave(party, effect.rest_takes, effect.rest, ~things)
        self._arrive(party, day, kind, moved, effect.to)
        self._arrive(party, day, kind, left, effect.rest)
        return moved | left

    def _leave(self, party: str, takes: tuple[S, ...], to: S | None, things: int) -> int:
        held, moved = self.parties[party], 0
        for state in takes if to is not None else ():
            if state != to:
                moved |= held[state] & things
                held[state] &= ~things
        return moved

    def _arrive(self, party: str, day: date, kind: str, things: int, state: S | None) -> None:
        if things and state is not None:
            self.parties[party][state] |= things
            self.turns.append(Turn(day, party, things, int(state), kind))


def bits(places: Iterable[int]) -> int:
    """Places in the list as bits."""
    found = 0
    for place in places:
        found |= 1 << place
    return found


def places(found: int) -> tuple[int, ...]:
    """Bits as places in the list."""
    return tuple(place for place in range(found.bit_length()) if found >> place & 1)
