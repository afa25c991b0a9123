"""An application for international registration of designs as data, in the order of the form DM/1.

Every field has an empty default, so that a half-written draft can be checked. Parties and Offices are written as WIPO
ST.3 codes, languages as ISO 639-1 codes, Locarno subclasses as ``"06-01"``.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from chancery.treaties.hague.record import Timing
from chancery.treaties.kernel.plain import Plain

Category = Literal["", "small", "micro", "reduced"]
"""Under which lower tariff of a party the applicant falls: size of the entity (US), or a category of its own law."""

Bond = Literal["", "national", "domiciled", "established", "resident"]
"""By what an applicant may file (Art. 3). ``resident``: habitual residence, which counts under the Act of 1999 only."""

Annex = Literal["I", "II", "III", "IV", "V"]
"""Annexes of DM/1: oath of the inventor, novelty exception, eligibility, micro entity, priority documents."""

Legend = Literal[
    "", "perspective", "front", "back", "top", "bottom", "left", "right", "reference", "unfolded", "exploded", "section"
]
"""What a view shows (Administrative Instruction 405)."""


@dataclass(frozen=True, kw_only=True)
class Link:
    """What binds an applicant to a contracting party: ``party`` is its code, a State's or an organization's."""

    party: str = ""
    bond: Bond = ""


@dataclass(frozen=True, kw_only=True)
class Applicant:
    """Who applies, and by which links; one link that counts is enough, and each applicant needs one."""

    name: str = ""
    address: str = ""
    country: str = ""
    email: str = ""
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Representative:
    """One representative at most; the first named counts (Rule 3(1))."""

    name: str = ""
    address: str = ""
    country: str = ""
    email: str = ""


@dataclass(frozen=True, kw_only=True)
class Creator:
    """Who made the design. ``applicant``: the creator is one of the applicants."""

    name: str = ""
    address: str = ""
    applicant: bool = False


@dataclass(frozen=True, kw_only=True)
class ReproductionMeasure:
    """What was measured of an image; ``None`` where it was not.

    ``border`` is the widest margin around the design, in pixels; ``background_uniform`` whether all that is not the
    design is of one colour. Centimetres are those of the print; pixels and resolution give them where they are missing.
    """

    format: str = ""
    width: int | None = None
    height: int | None = None
    dpi: int | None = None
    colour_mode: Literal["", "RGB", "grey", "CMYK", "indexed", "bilevel"] = ""
    border: int | None = None
    background_uniform: bool | None = None
    width_cm: float | None = None
    height_cm: float | None = None
    size: int | None = None

    @property
    def sides_cm(self) -> tuple[float, ...]:
        """The sides that are known, in centimetres."""
        found = (self._cm(self.width_cm, self.width), self._cm(self.height_cm, self.height))
        return tuple(side for side in found if side is not None)

    def _cm(self, given: float | None, pixels: int | None) -> float | None:
        if given is not None or pixels is None or not self.dpi:
            return given
        return round(pixels / self.dpi * 2.54, 2)


@dataclass(frozen=True, kw_only=True)
class View:
    """A reproduction of a design; its number follows from its place: ``1.1``, ``1.2`` (AI 405)."""

    legend: Legend = ""
    measure: ReproductionMeasure | None = None


@dataclass(frozen=True, kw_only=True)
class Design:
    """One design: the product that it is, or that it is used with; its views; what is said and not claimed of it.

    ``disclaimer`` is how matter is shown for which no protection is wanted (AI 403). ``creators`` are places in the
    list of creators; all of them where there are none.
    """

    product: str = ""
    subclass: str = ""
    dimensions: Literal["", "two", "three"] = ""
    views: tuple[View, ...] = ()
    description: str = ""
    disclaimer: Literal["", "words", "broken lines", "shading"] = ""
    creators: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PriorityClaim:
    """An earlier filing. ``designs`` are places in the list of designs; all of them where there are none."""

    office: str = ""
    number: str = ""
    filed_on: date | None = None
    designs: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Designation:
    """A designated party. ``level`` of its standard fee may be given where our list does not have it.

    ``claim`` is the wording that some parties prescribe. ``novelty_exception``: a disclosure is to be disregarded.
    """

    party: str
    category: Category = ""
    level: int | None = None
    claim: str = ""
    novelty_exception: bool = False
    annexes: tuple[Annex, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Application(Plain):
    """What is asked of the International Bureau.

    ``designs`` and ``reproductions`` are the numbers that the form states, and that fees are reckoned by;
    ``shown`` are the designs themselves. ``origin`` are the contracting parties with which the applicant has a link,
    where they are not told by applicant. ``words`` are those of the description, where its text is not given.
    ``least_developed`` says that the link is with least developed countries only. ``deferred_months``: how long
    publication is to be deferred, as long as can be where it is ``None``.
    """

    language: str = ""
    filed_through: str = ""
    applicants: tuple[Applicant, ...] = ()
    representative: Representative | None = None
    creators: tuple[Creator, ...] = ()
    origin: tuple[str, ...] = ()
    least_developed: bool = False
    shown: tuple[Design, ...] = ()
    designs: int = 1
    reproductions: int = 1
    paper_pages: int = 0
    specimens: bool = False
    words: int = 0
    priorities: tuple[PriorityClaim, ...] = ()
    designations: tuple[Designation, ...] = ()
    publication: Timing = "standard"
    chosen_on: date | None = None
    deferred_months: int | None = None
    signed: bool = False
    received_on: date | None = field(default=None)

    @property
    def deferred(self) -> bool:
        return self.publication == "deferred"

    @property
    def described_words(self) -> int:
        """The words of all descriptions, or how many there are said to be."""
        return sum(len(one.description.split()) for one in self.shown) or self.words

    @property
    def linked(self) -> tuple[str, ...]:
        """The parties with which an applicant has a link, each once."""
        told = (link.party for one in self.applicants for link in one.links if link.party)
        return tuple(dict.fromkeys((*self.origin, *told)))

    def views(self) -> Iterator[tuple[str, View]]:
        """Every reproduction, with the address of its field."""
        for place, design in enumerate(self.shown):
            for number, view in enumerate(design.views):
                yield f"shown.{place}.views.{number}", view
