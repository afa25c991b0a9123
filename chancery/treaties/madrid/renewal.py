"""Which parties are renewed, and for what (Rule 30): those in which nothing is left drop out.

Where everything is refused, the holder may ask to keep the party; where everything is invalidated, nobody may.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace

from chancery.treaties.madrid.application import Application, Designation
from chancery.treaties.madrid.happenings import LIVE, State
from chancery.treaties.madrid.protection import Protection, places

DROPPED = {
    State.REFUSED: ("Everything is refused there", "Madrid Rule 30(2)(b)"),
    State.INVALIDATED: ("Everything is invalidated there", "Madrid Rule 30(2)(c)"),
}
GONE = ("Nothing is left there", "Madrid Rule 30(1)")


@dataclass(frozen=True)
class Dropped:
    """A party that is not renewed: why, under which provision. One that ``may_stay`` does where the holder asks."""

    party: str
    why: str
    cites: str
    may_stay: bool


def dropped(folded: Protection) -> tuple[Dropped, ...]:
    """The parties that drop out of a renewal, in the order in which they were designated."""
    return tuple(_dropped(party, states) for party, states in folded.parties.items() if not _live(states))


def _dropped(party: str, states: list[int]) -> Dropped:
    decided = next((state for state in DROPPED if states[state]), None)
    why, cites = DROPPED[decided] if decided is not None else GONE
    return Dropped(party, why, cites, decided is State.REFUSED)


def _live(states: list[int]) -> int:
    return sum(states[state] for state in LIVE)


def renewed(
    application: Application, folded: Protection, *, parties: Collection[str] = (), keep: Collection[str] = ()
) -> Application:
    """The application as it is paid for at a renewal: its parties that are left, each with what is left there.

    ``parties`` are those that the holder wants to renew, all where none is named; ``keep`` those that would drop out
    and that the holder asks to keep, for all that was designated. Before anything is known of a registration it is
    the application itself.
    """
    if not folded.parties:
        chosen = tuple(each for each in application.designations if not parties or each.party in parties)
        return replace(application, designations=chosen)
    staying = {one.party for one in dropped(folded) if one.may_stay and one.party in keep}
    named = tuple(
        Designation(party=party, goods=_paid(application, _live(states)))
        for party, states in folded.parties.items()
        if party in staying or (_live(states) and (not parties or party in parties))
    )
    return replace(application, designations=named)


def _paid(application: Application, live: int) -> tuple[int, ...]:
    """Places in the list by which a party is paid; none where all is left, or the application has no list."""
    listed = len(application.goods)
    return () if live in (0, (1 << listed) - 1) else places(live & ((1 << listed) - 1))
