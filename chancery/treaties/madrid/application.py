"""An application for international registration, as far as rules and fees ask for it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from chancery.treaties.kernel.plain import from_plain, to_plain

MarkKind = Literal["ordinary", "collective"]
"""``collective``: collective, certification and guarantee marks; some parties have another tariff for them."""


@dataclass(frozen=True, kw_only=True)
class Designation:
    """A contracting party in which protection is asked for.

    ``classes`` are those for which it is designated, where the list of goods and services is limited there
    (Rule 9(4)(a)(xiii)); all of the application's where there are none.
    """

    party: str
    classes: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Application:
    """What is asked of the International Bureau through the Office of origin.

    ``origin`` is the contracting party of the Office of origin; after registration, of the holder. ``classes`` are
    those of the Nice Classification in which there are goods or services. ``least_developed`` says that the applicant's
    country of origin is on the list of least developed countries of the United Nations.
    """

    origin: str = ""
    kind: MarkKind = "ordinary"
    colour: bool = False
    least_developed: bool = False
    classes: tuple[int, ...] = ()
    designations: tuple[Designation, ...] = ()
    received_on: date | None = field(default=None)

    def classes_in(self, designation: Designation) -> int:
        """In how many classes a party is designated."""
        return len(set(designation.classes or self.classes))

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "Application":
        """Read plain data. Raises `BadData` with the place and the remedy."""
        return from_plain(cls, data)

    def to_dict(self) -> dict[str, Any]:
        plain: dict[str, Any] = to_plain(self)
        return plain
