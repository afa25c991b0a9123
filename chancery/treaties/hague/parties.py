"""Who is bound by which Act of the Hague Agreement, since when, and what each declared."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib import resources
from typing import Any, Literal

from chancery.treaties.kernel.confidence import Confidence

Act = Literal["1999", "1960"]
FROZEN = date(2025, 1, 1)
"""From that day on no designation is made under the 1960 Act (from memory)."""


COMMON = {"BX": "Benelux"}
"""Common Offices whose States are parties, and that are not one themselves (Art. 19)."""


@dataclass(frozen=True, kw_only=True)
class Party:
    """A contracting party. ``code`` is that of WIPO ST.3, ``bound`` the first day under each Act by which it is bound.

    ``level`` of the standard fee, from ``level_from``; nothing where it is not known. ``contents`` are what it asks for
    besides (Art. 5(2)). ``deferment`` in months, 0 where it allows none. ``refusal`` in months. ``longest`` is the
    longest protection in years, where known; fifteen at least (Art. 17(3)). ``office_closed``: applications cannot be
    filed through its Office (Art. 4(1)(b)). ``clearance``: it asks for a security clearance (Rule 13(4)).
    """

    code: str
    name: str
    bound: Mapping[Act, date]
    through: str
    fee: Literal["standard", "individual"]
    level: int | None
    level_from: date | None
    contents: tuple[str, ...]
    deferment: int
    deferment_confidence: Confidence
    refusal: int
    refusal_confidence: Confidence
    longest: int | None
    office_closed: bool
    clearance: bool
    confidence: Confidence
    note: str
    source: str


@cache
def table() -> Mapping[str, Party]:
    """Every party by its code, in the order of the list."""
    found = tomllib.loads(resources.files(__package__).joinpath("data/parties.toml").read_text("utf-8"))
    states = {code: _party(code, row) for code, row in found.items()}
    return states | {code: _together(code, name, states) for code, name in COMMON.items()}


def _together(code: str, name: str, states: Mapping[str, Party]) -> Party:
    """States of a common Office count as one party (Art. 19), bound from the day on which all are."""
    members = [one for one in states.values() if one.through == code]
    acts: tuple[Act, ...] = ("1999", "1960")
    bound = {act: max(one.bound[act] for one in members) for act in acts if all(act in one.bound for one in members)}
    return replace(members[0], code=code, name=name, bound=bound, through="")


def _party(code: str, row: Mapping[str, Any]) -> Party:
    acts: dict[Act, str] = {"1999": "act_1999", "1960": "act_1960"}
    bound = {act: row[key] for act, key in acts.items() if key in row}
    rest = {key: value for key, value in row.items() if key not in {"act_1999", "act_1960", "contents"}}
    optional = {"level": None, "level_from": None, "longest": None}
    return Party(code=code, bound=bound, contents=tuple(row["contents"]), **(optional | rest))


def party(code: str) -> Party | None:
    """The party with that code; nothing where there is none."""
    return table().get(code)


def designable(on: date) -> tuple[Party, ...]:
    """What can be designated on that day; a State of a common Office only through that Office."""
    acts: tuple[Act, ...] = ("1999",) if on >= FROZEN else ("1999", "1960")
    return tuple(
        each
        for each in table().values()
        if not each.through and any(act in each.bound and each.bound[act] <= on for act in acts)
    )


def governing(applicant_of: Iterable[str], designated: str, on: date) -> Act | None:
    """Which Act governs a designation; nothing where the applicant's parties and the designated one share none.

    Where both are bound by several, the latest governs (Art. 31 of the Geneva Act).
    """
    other = party(designated)
    own = [found for code in applicant_of if (found := party(code))]
    acts: tuple[Act, ...] = ("1999", "1960")
    for act in acts:
        if act == "1960" and on >= FROZEN:
            return None
        if other and _bound(other, act, on) and any(_bound(one, act, on) for one in own):
            return act
    return None


def _bound(one: Party, act: Act, on: date) -> bool:
    return act in one.bound and one.bound[act] <= on
