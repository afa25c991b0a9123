"""An international application as data. Every field has an empty default, so that a half-written draft can
be checked.

States and Offices are written as WIPO ST.3 codes (``"CH"``, ``"IB"``, ``"EP"``), languages as ISO 639-1
codes (``"en"``). Dates are the local dates of the receiving Office.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from chancery.treaties.kernel.plain import from_plain, to_plain

PartKind = Literal["", "description", "claims", "abstract", "drawings", "sequence listing"]
Format = Literal["", "paper", "pdf", "request coded", "all coded"]
"""How the application is filed: on paper; in electronic form, the request not character coded (``pdf``);
the request character coded; or request, description, claims and abstract character coded. It decides the
fee reduction.
"""


@dataclass(frozen=True, kw_only=True)
class Party:
    """A person named in the request as applicant, inventor or both. ``address`` may have several lines."""

    name: str = ""
    kind: Literal["", "natural", "legal"] = ""
    address: str = ""
    country: str = ""
    nationality: str = ""
    residence: str = ""
    applicant: bool = True
    inventor: bool = False


@dataclass(frozen=True, kw_only=True)
class Agent:
    name: str = ""
    address: str = ""
    country: str = ""
    kind: Literal["agent", "common representative"] = "agent"


@dataclass(frozen=True, kw_only=True)
class PriorityClaim:
    """An earlier application. ``added_on`` is the day a later-added claim was received, nothing for one
    made on filing; ``ceased_on`` the day on which the claim was withdrawn or considered void.
    """

    office: str = ""
    number: str = ""
    filed_on: date | None = None
    restoration_requested: bool = False
    added_on: date | None = None
    ceased_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class SheetMeasure:
    """One measured sheet, in millimetres. Margins run from the edge to the nearest ink; nothing when the
    sheet is blank.
    """

    width_mm: float = 0.0
    height_mm: float = 0.0
    top_mm: float | None = None
    left_mm: float | None = None
    right_mm: float | None = None
    bottom_mm: float | None = None
    has_text: bool = False
    colour: bool = False


@dataclass(frozen=True, kw_only=True)
class Part:
    """A part of the application as filed: one file. ``words`` matters for the abstract only."""

    kind: PartKind = ""
    sha256: str = ""
    name: str = ""
    sheets: int = 0
    words: int | None = None
    measured: tuple[SheetMeasure, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Signature:
    name: str = ""
    capacity: str = ""
    signed_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Declaration:
    """A declaration under Rule 4.17: ``item`` is ``"i"`` (inventor) to ``"v"`` (no prejudice to novelty)."""

    item: Literal["", "i", "ii", "iii", "iv", "v"] = ""
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class Application:
    """``request_sheets`` is nothing until the request is laid out; ``received_on`` is nothing for a draft.

    ``fee_reduction_claimed`` is what the applicants say on item 5 of the Schedule of Fees (the reduction by
    90%); nothing where they were not asked.
    """

    receiving_office: str = "IB"
    searching_authority: str = ""
    file_reference: str = ""
    title: str = ""
    language: str = ""
    parties: tuple[Party, ...] = ()
    agents: tuple[Agent, ...] = ()
    designations_excluded: tuple[str, ...] = ()
    priority_claims: tuple[PriorityClaim, ...] = ()
    incorporation_by_reference: bool = False
    declarations: tuple[Declaration, ...] = ()
    parts: tuple[Part, ...] = ()
    signatures: tuple[Signature, ...] = ()
    received_on: date | None = None
    format: Format = ""
    request_sheets: int | None = None
    fee_reduction_claimed: bool | None = None

    @property
    def applicants(self) -> tuple[Party, ...]:
        return tuple(party for party in self.parties if party.applicant)

    def part(self, kind: PartKind) -> Part | None:
        """The first part of that kind, or nothing."""
        return next((part for part in self.parts if part.kind == kind), None)

    def to_dict(self) -> dict[str, Any]:
        """Plain JSON data; dates as ISO text."""
        data: dict[str, Any] = to_plain(self)
        return data

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "Application":
        """Read plain JSON data. Raises ``BadData`` naming the field; unknown keys are refused with near matches."""
        return from_plain(cls, data)
