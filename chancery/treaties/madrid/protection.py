"""What a registration protects: in each designated party, for each good or service, over time.

A fold over what happened. Goods and services are bits of a whole number: a happening moves all it touches at once.
Where an Office has not refused in time, protection follows by itself; that day is reckoned here and told like a
happening (Art. 4(1)(a)).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from chancery.treaties.kernel.calendar import Calendars, of_office
from chancery.treaties.kernel.periods import Period
from chancery.treaties.madrid.happenings import EFFECTS, LIVE, Happening, Kind, State
from chancery.treaties.madrid.limits_protection import COMPLETION, refusal_period

TERM = Period(years=10)
STATES = len(State)
UNDOING = frozenset(kind for kind, effect in EFFECTS.items() if effect.undoes)


class Turn(NamedTuple):
    """From a day on, goods or services of a party stand elsewhere. ``goods`` are bits, the first good the lowest.

    (A named tuple, because a registration makes dozens of them, and registrations come in hundreds of thousands.)
    """

    on: date
    party: str
    goods: int
    state: State
    kind: Kind

    @property
    def things(self) -> int:
        """The goods, as turns of the other systems call them."""
        return self.goods


@dataclass
class Protection:
    """Where everything stands after the happenings that were folded, and every turn on the way.

    ``parties``: for each designated party the goods and services in each state, as bits, by the number of the state.
    ``announced`` are those whose Office may refuse on an opposition after eighteen months, ``corrected`` those that may
    refuse what is protected because it was corrected: until when, and which goods and services, as bits.
    """

    parties: dict[str, list[int]] = field(default_factory=dict)
    since: dict[str, date] = field(default_factory=dict)
    until: date | None = None
    turns: list[Turn] = field(default_factory=list)
    announced: set[str] = field(default_factory=set)
    corrected: dict[str, tuple[date, int]] = field(default_factory=dict)

    def state(self, party: str, good: int) -> State | None:
        """Where a good or service stands in a party; nothing where the party was never designated for it."""
        bit = 1 << good
        return next((State(place) for place, bits in enumerate(self.parties.get(party, ())) if bits & bit), None)

    def protected(self, party: str) -> int:
        """What is protected in a party, as bits."""
        return self.parties[party][State.PROTECTED] if party in self.parties else 0

    def live(self, party: str) -> int:
        """What is left in a party, as bits: not refused for good, invalidated or taken away."""
        states = self.parties.get(party)
        return sum(states[state] for state in LIVE) if states else 0

    def at(self, day: date) -> dict[str, dict[State, int]]:
        """The states on an earlier day, by party: what the turns until then come to."""
        found: dict[str, dict[State, int]] = {}
        for turn in self.turns:
            if turn.on <= day:
                states = found.setdefault(turn.party, {})
                for state, bits in list(states.items()):
                    states[state] = bits & ~turn.goods
                states[turn.state] = states.get(turn.state, 0) | turn.goods
        return {party: {state: bits for state, bits in states.items() if bits} for party, states in found.items()}


class _Waiting(NamedTuple):
    """Until when something may come, by party: a refusal, or the completion of one for the goods that it was about."""

    refusal: dict[str, date]
    completion: dict[str, tuple[date, int]]


_Fold = Callable[[Sequence[Happening], date], Protection]
"""Fold some happenings until a day, for the registration at hand."""


def bits(goods: Iterable[int]) -> int:
    """Places in the list as bits."""
    found = 0
    for place in goods:
        found |= 1 << place
    return found


def places(goods: int) -> tuple[int, ...]:
    """Bits as places in the list."""
    return tuple(place for place in range(goods.bit_length()) if goods >> place & 1)


def protection(
    happenings: Sequence[Happening], *, goods: int, origin: str, on: date, calendars: Calendars = of_office
) -> Protection:
    """Fold what happened until ``on``. ``goods`` is how many goods and services the registration has.

    ``happenings`` come in the order of their days. ``origin`` is the party of the first holder, for the safeguard
    clause; after a change in ownership the clause is asked of the new holder's.
    """
    folded = Protection()
    waiting = _Waiting({}, {})
    holder = origin

    def again(other: Sequence[Happening], day: date) -> Protection:
        return protection(other, goods=goods, origin=origin, on=day, calendars=calendars)

    for place, one in enumerate(happenings):
        if one.on > on:
            break
        _passed(folded, waiting, one.on)
        if one.kind in UNDOING:
            _undo(folded, happenings[:place], one, again)
        else:
            _happens(folded, one, (1 << goods) - 1)
        if one.kind in TIMED:
            TIMED[one.kind](folded, one, _Clock(waiting, holder, calendars))
        holder = one.holder or holder
    _passed(folded, waiting, on)
    return folded


def _undo(folded: Protection, before: Sequence[Happening], one: Happening, fold: _Fold) -> None:
    """Goods taken by a change go, in the parties where it has no effect, where they would stand without it.

    They do so from the day of the declaration on: what the Register said until then stays what it said.
    """
    taken = _taken_by(one)
    for party in one.parties or tuple(folded.parties):
        states = folded.parties.get(party)
        if states and states[taken]:
            declared = [each for each in (*before, one) if each.kind in UNDOING and _touches(each, party)]
            without = [each for each in before if each.kind not in UNDOING and not _is_undone(each, declared)]
            _restore(folded, party, one, fold(without, one.on).parties[party])


def _touches(one: Happening, party: str) -> bool:
    return not one.parties or party in one.parties


def _taken_by(one: Happening) -> State:
    """The state into which the change went that is without effect."""
    undone = EFFECTS[one.kind].undoes
    taken = EFFECTS[undone].to if undone else None
    assert taken is not None, f"{one.kind} undoes nothing"
    return taken


def _is_undone(change: Happening, declared: Iterable[Happening]) -> bool:
    """Whether one of these declarations is of that change: of its kind and day, or of all of its kind until then."""
    return any(
        EFFECTS[each.kind].undoes == change.kind and change.on <= each.on and each.recorded_on in (None, change.on)
        for each in declared
    )


def _restore(folded: Protection, party: str, one: Happening, would: list[int]) -> None:
    states, taken = folded.parties[party], _taken_by(one)
    for place, goods in enumerate(would):
        back = states[taken] & goods if place != taken else 0
        if back:
            states[taken] ^= back
            states[place] |= back
            folded.turns.append(Turn(one.on, party, back, State(place), one.kind))


def _happens(folded: Protection, one: Happening, every: int) -> None:
    named = bits(one.goods) if one.goods else every
    if one.kind in ("registered", "designated"):
        _designate(folded, one, named)
        return
    if one.kind == "renewed":
        _renew(folded, one)
        return
    for party in one.parties or tuple(folded.parties):
        if party in folded.parties:
            if one.kind == "refused" and party in folded.corrected:
                _open_again(folded, party, one.on, named)
            _move(folded, party, one.on, one.kind, named)


def _open_again(folded: Protection, party: str, day: date, named: int) -> None:
    """What is protected can be refused again after it was corrected, in the time for that (Rule 28(3))."""
    until, goods = folded.corrected[party]
    if day <= until:
        _shift(folded.parties[party], (State.PROTECTED,), State.PENDING, named & goods)


def _designate(folded: Protection, one: Happening, named: int) -> None:
    """A party that was renounced can be designated again; what was cancelled everywhere cannot come back."""
    if one.kind == "registered":
        folded.until = TERM.after(one.on)
    for party in one.parties:
        states = folded.parties.get(party)
        new = named & ~(states[State.CANCELLED] | states[State.CEASED]) if states else named
        folded.parties[party] = states = [state & ~new for state in states] if states else [0] * STATES
        states[State.ASKED] |= new
        folded.since[party] = one.on
        folded.turns.append(Turn(one.on, party, new, State.ASKED, one.kind))


def _renew(folded: Protection, one: Happening) -> None:
    """The term runs ten years more in the parties that were renewed; in the others the registration lapses.

    Where everything is refused it goes on only if the holder asked for that (Rule 30(2)(b)).
    """
    folded.until = TERM.after(folded.until or one.on)
    for party, states in folded.parties.items():
        if any(states[state] for state in LIVE):
            if one.parties and party not in one.parties:
                _move(folded, party, one.on, "lapsed", ~0)
        elif party not in one.kept:
            _move(folded, party, one.on, "not_kept", ~0)


def _move(folded: Protection, party: str, day: date, kind: Kind, named: int) -> None:
    states, effect = folded.parties[party], EFFECTS[kind]
    moved = _shift(states, effect.takes, effect.to, named)
    left = _shift(states, effect.rest_takes, effect.rest, ~named)
    if moved and effect.to is not None:
        folded.turns.append(Turn(day, party, moved, effect.to, kind))
    if left and effect.rest is not None:
        folded.turns.append(Turn(day, party, left, effect.rest, kind))


def _shift(states: list[int], takes: tuple[State, ...], to: State | None, named: int) -> int:
    moved = 0
    if to is None:
        return moved
    for state in takes:
        if state != to:
            found = states[state] & named
            states[state] ^= found
            moved |= found
    states[to] |= moved
    return moved


class _Clock(NamedTuple):
    """What time is reckoned with: what waits, the party of the holder, the calendars."""

    waiting: _Waiting
    holder: str
    calendars: Calendars

    def refusal(self, folded: Protection, party: str, notified: date) -> date | None:
        """The last day on which the Office of a designated party may refuse; nothing where that is not known."""
        if party not in folded.parties:
            return None
        return _last_day(party, folded.since[party], notified, self.holder, self.calendars)


def _notified(folded: Protection, one: Happening, clock: _Clock) -> None:
    """From a notification on, the Office has its time for a refusal; after the last day of it protection follows."""
    for party in one.parties or tuple(folded.parties):
        last = clock.refusal(folded, party, one.on)
        if last is not None:
            clock.waiting.refusal[party] = last


def _announced(folded: Protection, one: Happening, clock: _Clock) -> None:
    for party in one.parties:
        clock.waiting.refusal.pop(party, None)
        folded.announced.add(party)


def _corrected(folded: Protection, one: Happening, clock: _Clock) -> None:
    """What was corrected may be refused in a time of its own (Rule 28(3))."""
    for party in one.parties or tuple(folded.parties):
        last = clock.refusal(folded, party, one.on)
        if last is not None:
            folded.corrected[party] = last, bits(one.goods) if one.goods else ~0


def _incomplete(folded: Protection, one: Happening, clock: _Clock) -> None:
    """While an Office may complete a refusal, its time does not pass for what that was about (Rule 18(1)(d))."""
    for party in one.parties:
        if party not in folded.announced and clock.refusal(folded, party, one.on) is not None:
            last = _rolled(COMPLETION, one.on, clock.calendars)
            clock.waiting.completion[party] = last, bits(one.goods) if one.goods else ~0


def _complete(_folded: Protection, one: Happening, clock: _Clock) -> None:
    for party in one.parties:
        clock.waiting.completion.pop(party, None)


TIMED: dict[str, Callable[[Protection, Happening, _Clock], None]] = {
    "notified": _notified,
    "opposition_announced": _announced,
    "corrected": _corrected,
    "refusal_incomplete": _incomplete,
    "refusal_completed": _complete,
}
"""What a happening does to the time of an Office."""


def _last_day(party: str, since: date, notified: date, origin: str, calendars: Calendars) -> date | None:
    """The last day on which the Office may refuse; nothing where what it declared is not known."""
    period = refusal_period(party, origin, since)
    return _rolled(period[0], notified, calendars) if period else None


@lru_cache(1 << 14)
def _rolled(period: Period, notified: date, calendars: Calendars) -> date:
    return calendars("IB").roll(period.after(notified), interruptions=False)[0]


def _passed(folded: Protection, waiting: _Waiting, day: date) -> None:
    """What is protected because the time for refusal has passed before a day."""
    for party in [party for party, last in waiting.refusal.items() if last < day]:
        last = waiting.refusal.pop(party)
        until, held = waiting.completion.get(party, (last, 0))
        _move(folded, party, last + timedelta(days=1), "time_passed", ~held if until > last else ~0)
    if not waiting.completion:
        return
    for party in [party for party, (until, _) in waiting.completion.items() if until < day]:
        until, held = waiting.completion.pop(party)
        if party not in waiting.refusal:
            _move(folded, party, until + timedelta(days=1), "time_passed", held)


def spans(folded: Protection, party: str, good: int) -> Iterator[tuple[date, State, Kind]]:
    """The life of one good or service in a party: from which day it stood where, and why."""
    bit = 1 << good
    return ((turn.on, turn.state, turn.kind) for turn in folded.turns if turn.party == party and turn.goods & bit)
