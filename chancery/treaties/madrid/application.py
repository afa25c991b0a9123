"""An application for international registration as data. Every field has an empty default, so that a half-written draft
can be checked.

Parties and Offices are written as WIPO ST.3 codes (``"CH"``, ``"BX"``, ``"EM"``), languages as ISO 639-1 codes.
"""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal

from chancery.treaties.kernel.plain import Plain

MarkKind = Literal["ordinary", "collective"]
"""``collective``: collective, certification and guarantee marks; some parties have another tariff for them."""

Form = Literal[
    "",
    "word",
    "figurative",
    "three-dimensional",
    "colour",
    "sound",
    "motion",
    "multimedia",
    "hologram",
    "position",
    "pattern",
]
"""In what a mark consists."""

Link = Literal["", "national", "domiciled", "established"]
"""By what an applicant may file through an Office of origin (Art. 2(1)): nationality, domicile, or a real and effective
industrial or commercial establishment.
"""


@dataclass(frozen=True, kw_only=True)
class Applicant:
    """Who applies. ``link`` is with the party of the Office of origin; ``linked_in`` names the State where it lies.

    ``legal_form`` and the State under whose law it is made are given for legal entities where an Office wants them.
    """

    name: str = ""
    kind: Literal["", "natural", "legal"] = ""
    address: str = ""
    country: str = ""
    email: str = ""
    link: Link = ""
    linked_in: str = ""
    legal_form: str = ""
    formed_in: str = ""


@dataclass(frozen=True, kw_only=True)
class Representative:
    """One representative at most; the first named counts (Rule 3(1))."""

    name: str = ""
    address: str = ""
    country: str = ""
    email: str = ""


@dataclass(frozen=True, kw_only=True)
class BasicMark:
    """The application or registration at the Office of origin on which the international application rests.

    ``classes`` are those of its list; ``holder`` its applicant or holder as the Office has it.
    """

    kind: Literal["", "application", "registration"] = ""
    number: str = ""
    dated: date | None = None
    holder: str = ""
    classes: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Reproduction:
    """A file that shows the mark, or lets it be heard: what was measured of it."""

    format: str = ""
    width_cm: float | None = None
    height_cm: float | None = None
    size: int = 0
    colour: bool | None = None


@dataclass(frozen=True, kw_only=True)
class Mark:
    """The mark. ``latin`` is false where it holds other than Latin letters, or other than Arabic or Roman numerals."""

    form: Form = ""
    words: str = ""
    standard_characters: bool = False
    colours_claimed: str = ""
    described: str = ""
    latin: bool = True
    transliteration: str = ""
    translation: str = ""
    disclaimed: str = ""
    reproductions: tuple[Reproduction, ...] = ()


@dataclass(frozen=True, slots=True)
class Good:
    """A good or service as it stands in the list: its class of the Nice Classification, and its words."""

    number: int
    text: str


@dataclass(frozen=True, kw_only=True)
class PriorityClaim:
    """An earlier application; ``goods`` are those to which the claim extends, all where there are none."""

    office: str = ""
    number: str = ""
    filed_on: date | None = None
    goods: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Designation:
    """A contracting party in which protection is asked for.

    ``goods`` are places in the list of goods and services, where it is limited there (Rule 9(4)(a)(xiii)); ``classes``
    say the same where only the number of classes matters. ``intends_use`` tells that the declaration of intention to
    use the mark is there, ``form_signed`` that it is on the signed form which some parties want.
    """

    party: str = ""
    goods: tuple[int, ...] = ()
    classes: tuple[int, ...] = ()
    intends_use: bool = False
    form_signed: bool = False
    second_language: str = ""


@dataclass(frozen=True, kw_only=True)
class Certification:
    """What the Office of origin certifies (Rule 9(5)(d)). Nothing where nobody asked yet."""

    received_on: date | None = None
    same_applicant: bool | None = None
    same_mark: bool | None = None
    same_indications: bool | None = None
    colours_covered: bool | None = None
    goods_covered: bool | None = None
    signed: bool = False


@dataclass(frozen=True, kw_only=True)
class Application(Plain):
    """What is asked of the International Bureau through the Office of origin.

    ``origin`` is the contracting party of the Office of origin; after registration, of the holder. ``classes`` may
    stand for ``goods`` where only their number matters. ``least_developed`` says that the applicant's country of
    origin is on the list of least developed countries of the United Nations. ``colour``: the mark is in colour.
    """

    origin: str = ""
    language: str = ""
    kind: MarkKind = "ordinary"
    colour: bool = False
    least_developed: bool = False
    applicants: tuple[Applicant, ...] = ()
    representative: Representative | None = None
    basis: tuple[BasicMark, ...] = ()
    mark: Mark = field(default_factory=Mark)
    goods: tuple[Good, ...] = ()
    classes: tuple[int, ...] = ()
    priorities: tuple[PriorityClaim, ...] = ()
    designations: tuple[Designation, ...] = ()
    certification: Certification = field(default_factory=Certification)
    received_on: date | None = None

    @cached_property
    def in_classes(self) -> frozenset[int]:
        """The classes in which there are goods or services; kept, as it is asked for each party."""
        return frozenset(self.classes) | {good.number for good in self.goods}

    def classes_in(self, designation: Designation) -> int:
        """In how many classes a party is designated."""
        if not designation.goods and not designation.classes:
            return len(self.in_classes)
        return len(self._classes_of(designation.goods) | set(designation.classes) or self.in_classes)

    def _classes_of(self, goods: tuple[int, ...]) -> frozenset[int]:
        """The classes of some places in the list. Most parties are limited alike: each limitation is read once."""
        found = self._read.get(goods)
        if found is None:
            found = frozenset(self._numbers[place] for place in goods if place in self._numbers)
            self._read[goods] = found
        return found

    @cached_property
    def _numbers(self) -> dict[int, int]:
        return {place: good.number for place, good in enumerate(self.goods)}

    @cached_property
    def _read(self) -> dict[tuple[int, ...], frozenset[int]]:
        return {}
