"""An international application as data. Every field has an empty default, so that a half-written draft can
be checked.

States and Offices are written as WIPO ST.3 codes (``"CH"``, ``"IB"``, ``"EP"``), languages as ISO 639-1
codes (``"en"``). Dates are the local dates of the receiving Office.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from chancery.treaties.kernel.plain import Plain

PartKind = Literal["", "description", "claims", "abstract", "drawings", "sequence listing"]
Format = Literal["", "paper", "pdf", "request coded", "all coded"]
"""How the application is filed: on paper; in electronic form, the request not character coded (``pdf``);
the request character coded; or request, description, claims and abstract character coded. It decides the
fee reduction.
"""


@dataclass(frozen=True, kw_only=True)
class Party:
    """A person named in the request as applicant, inventor or both. ``address`` may have several lines.

    ``registration`` is the number under which an applicant is registered with the receiving Office (Rule
    4.5(e)); ``designations`` the States for which the person is applicant, where not for all (Rule 4.5(d)).
    """

    name: str = ""
    kind: Literal["", "natural", "legal"] = ""
    address: str = ""
    country: str = ""
    nationality: str = ""
    residence: str = ""
    applicant: bool = True
    inventor: bool = False
    email: str = ""
    phone: str = ""
    registration: str = ""
    designations: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Agent:
    """An agent, or an applicant appointed as common representative (Rules 90.1 and 90.2).

    ``power_of_attorney`` says whether a power signed by all applicants is there; nothing where nobody asked.
    """

    name: str = ""
    address: str = ""
    country: str = ""
    kind: Literal["agent", "common representative"] = "agent"
    email: str = ""
    phone: str = ""
    registration: str = ""
    power_of_attorney: bool | None = None


@dataclass(frozen=True, kw_only=True)
class PriorityClaim:
    """An earlier application. ``added_on`` is the day a later-added claim was received, nothing for one
    made on filing; ``ceased_on`` the day on which the claim was withdrawn or considered void.

    ``filed_for`` is the State for which a regional application was filed (Rule 4.10(b)(ii)). ``document`` says
    how the certified copy comes: enclosed, from the receiving Office (Rule 17.1(b)) or from a digital library
    (Rule 17.1(b-bis)), there with ``access_code``. ``decided`` is what became of the claim.
    """

    office: str = ""
    number: str = ""
    filed_on: date | None = None
    restoration_requested: bool = False
    added_on: date | None = None
    ceased_on: date | None = None
    filed_for: str = ""
    document: Literal["", "enclosed", "receiving office", "digital library"] = ""
    access_code: str = ""
    restoration_reasons: str = ""
    restoration_criterion: Literal["", "due care", "unintentional"] = ""
    decided: Literal["", "void", "withdrawn", "restored", "not restored"] = ""


@dataclass(frozen=True, kw_only=True)
class SheetMeasure:
    """One measured sheet, in millimetres. Margins run from the edge to the nearest ink; nothing when the
    sheet is blank.

    ``text`` is what can be read on the sheet, line by line; nothing where it was not read out. ``capital_mm`` and
    ``figure_mm`` are the heights which the capital letters and the figures of the sheet reach, but for a few indices;
    ``spacing`` is the distance between lines of text, as a multiple of the size of the letters; nothing where it
    was not measured.
    """

    width_mm: float = 0.0
    height_mm: float = 0.0
    top_mm: float | None = None
    left_mm: float | None = None
    right_mm: float | None = None
    bottom_mm: float | None = None
    has_text: bool = False
    colour: bool = False
    text: str | None = None
    capital_mm: float | None = None
    figure_mm: float | None = None
    spacing: float | None = None


@dataclass(frozen=True, kw_only=True)
class Part:
    """A part of the application as filed: one file. ``words`` matters for the abstract only.

    ``language`` is given where it is not that of the application. A part that came after the filing has
    ``received_on``, and ``late`` says what it is: one that was missing, or the right one in place of one filed by
    mistake (``"erroneous"`` stands at the mistaken one). ``incorporated`` says that it was wholly contained in the
    earlier application (Rule 20.6).
    """

    kind: PartKind = ""
    sha256: str = ""
    name: str = ""
    sheets: int = 0
    words: int | None = None
    measured: tuple[SheetMeasure, ...] = ()
    language: str = ""
    received_on: date | None = None
    late: Literal["", "missing", "correct", "erroneous"] = ""
    incorporated: bool = False


@dataclass(frozen=True, kw_only=True)
class Signature:
    """A signature. ``party`` is the place of the party, ``agent`` that of the agent, for whom it stands; nothing
    where only the name says it.
    """

    name: str = ""
    capacity: str = ""
    signed_on: date | None = None
    party: int | None = None
    agent: int | None = None


@dataclass(frozen=True, kw_only=True)
class Declaration:
    """A declaration under Rule 4.17: ``item`` is ``"i"`` (inventor) to ``"v"`` (no prejudice to novelty).

    ``states`` are those for which it is made, where not for all. A declaration of inventorship (``"iv"``) is
    signed by the inventors: ``signed_by`` names them.
    """

    item: Literal["", "i", "ii", "iii", "iv", "v"] = ""
    text: str = ""
    states: tuple[str, ...] = ()
    signed_by: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class EarlierSearch:
    """An earlier search whose results the Authority is asked to use (Rule 4.12). ``same`` says that the earlier
    application is the same, but for its language.
    """

    office: str = ""
    number: str = ""
    filed_on: date | None = None
    same: bool = False


@dataclass(frozen=True, kw_only=True)
class Parent:
    """An earlier application or grant of which the applicant wants a continuation or an addition (Rule 4.11)."""

    kind: Literal["", "continuation", "continuation in part", "addition"] = ""
    state: str = ""
    number: str = ""
    filed_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Deposit:
    """Deposited biological material (Rule 13bis.3): the institution, the day and the number of the deposit."""

    institution: str = ""
    address: str = ""
    deposited_on: date | None = None
    number: str = ""


@dataclass(frozen=True, kw_only=True)
class Application(Plain):
    """``request_sheets`` is nothing until the request is laid out; ``received_on`` is nothing for a draft.

    ``fee_reduction_claimed`` is what the applicants say on item 5 of the Schedule of Fees (the reduction by
    90%); nothing where they were not asked. ``beneficial_owners`` says whether all who will own the application
    besides them are entitled to it too. ``request_language`` is given where it is not the language of filing.
    ``abstract_figure`` is the figure that the applicant suggests for publication with the abstract.
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
    beneficial_owners: bool | None = None
    request_language: str = ""
    correspondence_address: str = ""
    earlier_searches: tuple[EarlierSearch, ...] = ()
    parents: tuple[Parent, ...] = ()
    deposits: tuple[Deposit, ...] = ()
    abstract_figure: str = ""

    @property
    def applicants(self) -> tuple[Party, ...]:
        return tuple(party for party in self.parties if party.applicant)

    def part(self, kind: PartKind) -> Part | None:
        """The first part of that kind, or nothing."""
        return next((part for part in self.parts if part.kind == kind), None)
