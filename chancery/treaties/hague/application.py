"""An application for international registration of designs, as far as rules and fees ask for it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from chancery.treaties.kernel.plain import from_plain, to_plain

Category = Literal["", "small", "micro", "reduced"]
"""Under which lower tariff of a party the applicant falls: size of the entity (US), or a category of its own law."""


@dataclass(frozen=True, kw_only=True)
class Designation:
    """A designated party. ``level`` of its standard fee may be given where our list does not have it."""

    party: str
    category: Category = ""
    level: int | None = None


@dataclass(frozen=True, kw_only=True)
class Application:
    """What is asked of the International Bureau.

    ``origin`` are the contracting parties with which the applicant has a link (Art. 3). ``words`` are those of the
    description. ``least_developed`` says that the link is with least developed countries only.
    """

    origin: tuple[str, ...] = ()
    least_developed: bool = False
    designs: int = 1
    reproductions: int = 1
    paper_pages: int = 0
    words: int = 0
    deferred: bool = False
    designations: tuple[Designation, ...] = ()
    received_on: date | None = field(default=None)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "Application":
        """Read plain data. Raises `BadData` with the place and the remedy."""
        return from_plain(cls, data)

    def to_dict(self) -> dict[str, Any]:
        plain: dict[str, Any] = to_plain(self)
        return plain
