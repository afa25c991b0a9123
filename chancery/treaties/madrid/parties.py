"""Who is bound by the Madrid Protocol, since when, what each declared, and where the safeguard clause bites."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any, Literal

from chancery.treaties.kernel.confidence import Confidence

Kind = Literal["state", "organization", "common Office", "territory of NL", "territory of GB"]
FeeKind = Literal["standard", "individual", "unknown", ""]
"""What a designation of the party costs: the complementary fee, or a fee of its own (Art. 8(7)). Empty for a State that
can only be designated through its common Office.
"""

SAFEGUARD = date(2008, 9, 1)
"""The first day of the safeguard clause as it stands, from memory (Art. 9sexies(1)(b))."""


@dataclass(frozen=True, kw_only=True)
class Party:
    """Something that can be designated, or through whose Office one files. ``code`` is that of WIPO ST.3.

    ``since`` is the first day on which the Protocol is in force there; nothing where that day is not known.
    ``dual`` says that it was bound by the Agreement too. ``through`` names the common Office by which alone it can be
    designated. ``declared`` are the provisions under which it made a declaration.
    """

    code: str
    name: str
    kind: Kind
    since: date | None
    dual: bool
    through: str
    fee: FeeKind
    declared: frozenset[str]
    declarations_known: bool
    confidence: Confidence
    note: str
    source: str

    def bound(self, on: date) -> bool:
        """Whether the Protocol is in force there on that day. Where the day is not known, it is taken to be."""
        return self.since is None or self.since <= on


@cache
def table() -> Mapping[str, Party]:
    """Every party by its code, in the order of the list."""
    found = tomllib.loads(resources.files(__package__).joinpath("data/parties.toml").read_text("utf-8"))
    return {code: _party(code, row) for code, row in found.items()}


def _party(code: str, row: Mapping[str, Any]) -> Party:
    return Party(
        code=code,
        name=row["name"],
        kind=row["kind"],
        since=row.get("since"),
        dual=row["dual"],
        through=row["through"],
        fee=row["fee"],
        declared=frozenset(row["declared"]),
        declarations_known=row["declarations_known"],
        confidence=row["confidence"],
        note=row["note"],
        source=row["source"],
    )


def party(code: str) -> Party | None:
    """The party with that code; nothing where there is none."""
    return table().get(code)


def designable(on: date) -> tuple[Party, ...]:
    """What can be designated on that day: parties that are bound, each State of a common Office through that Office."""
    return tuple(each for each in table().values() if each.bound(on) and not each.through)


def safeguarded(holder: str, designated: str, on: date) -> bool:
    """Whether both are bound by Agreement and Protocol.

    Then what the designated party declared on fees and on the time for refusal has no effect between them
    (Art. 9sexies(1)(b)). An organization or a territory never was party to the Agreement.
    """
    one, other = party(holder), party(designated)
    return on >= SAFEGUARD and one is not None and other is not None and one.dual and other.dual
