"""Who is bound by the Lisbon Agreement and by its Geneva Act, and which of the two governs between two parties."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any, Literal

from chancery.treaties.kernel.confidence import Confidence

Act = Literal["Geneva Act", "1967 Act"]
KEYS: dict[Act, str] = {"Geneva Act": "geneva_act", "1967 Act": "agreement"}


@dataclass(frozen=True, kw_only=True)
class Party:
    """A contracting party. ``bound`` is the first day under each Act, ``sure`` how sure that day is.

    ``declared`` are the provisions of the Geneva Act under which it made a declaration.
    """

    code: str
    name: str
    bound: Mapping[Act, date]
    sure: Mapping[Act, Confidence]
    declared: frozenset[str]
    note: str
    source: str


@cache
def table() -> Mapping[str, Party]:
    """Every party by its code, in the order of the list."""
    found = tomllib.loads(resources.files(__package__).joinpath("data/parties.toml").read_text("utf-8"))
    return {code: _party(code, row) for code, row in found.items()}


def _party(code: str, row: Mapping[str, Any]) -> Party:
    return Party(
        code=code,
        name=row["name"],
        bound={act: row[key] for act, key in KEYS.items() if key in row},
        sure={act: row[f"{key}_confidence"] for act, key in KEYS.items() if key in row},
        declared=frozenset(row["declared"]),
        note=row["note"],
        source=row["source"],
    )


def party(code: str) -> Party | None:
    """The party with that code; nothing where there is none."""
    return table().get(code)


def bound(on: date) -> tuple[Party, ...]:
    """The parties that are bound by either Act on that day."""
    return tuple(each for each in table().values() if any(day <= on for day in each.bound.values()))


def governing(origin: str, other: str, on: date) -> Act | None:
    """Which Act governs between two parties: the Geneva Act where it binds both; nothing where none does."""
    one, two = party(origin), party(other)
    if one is None or two is None:
        return None
    acts: tuple[Act, ...] = ("Geneva Act", "1967 Act")
    return next((act for act in acts if all(_binds(each, act, on) for each in (one, two))), None)


def _binds(one: Party, act: Act, on: date) -> bool:
    return act in one.bound and one.bound[act] <= on


def covered(origin: str, kind: str, on: date) -> tuple[str, ...]:
    """The parties that a registration covers: all that share an Act with the party of origin, and not that party.

    A geographical indication that is no appellation of origin is covered under the Geneva Act only.
    """
    acts: tuple[Act, ...] = ("Geneva Act",) if kind == "indication" else ("Geneva Act", "1967 Act")
    return tuple(each.code for each in bound(on) if each.code != origin and governing(origin, each.code, on) in acts)
