"""A sequence listing as data: what stands in the file, as it is written there, and in which line."""

from collections.abc import Iterator
from dataclasses import dataclass

SKIPPED = "000"
"""Stands in place of the residues of a sequence that was left out on purpose (ST.26, paragraph 58)."""


@dataclass(frozen=True, slots=True)
class Qualifier:
    """``other`` is the value in another language than English; None where the element is not there."""

    name: str
    value: str | None = None
    other: str | None = None


@dataclass(frozen=True, slots=True)
class Feature:
    key: str
    location: str
    qualifiers: tuple[Qualifier, ...] = ()

    def values(self, name: str) -> list[str]:
        """Every value of the qualifiers of this name, in English or else in the other language."""
        return [one.value or one.other or "" for one in self.qualifiers if one.name == name]


@dataclass(frozen=True, slots=True)
class Sequence:
    """``number``, ``length``, ``molecule`` and ``division`` as written; ``features`` None where there is no table."""

    line: int
    number: str = ""
    length: str = ""
    molecule: str = ""
    division: str = ""
    residues: str = ""
    features: tuple[Feature, ...] | None = None

    @property
    def name(self) -> str:
        """How messages speak of it."""
        return f"Sequence {self.number}" if self.number else f"The sequence in line {self.line}"

    @property
    def is_skipped(self) -> bool:
        return self.residues == SKIPPED

    @property
    def is_protein(self) -> bool:
        return self.molecule == "AA"

    @property
    def table(self) -> tuple[Feature, ...]:
        return self.features or ()

    @property
    def sources(self) -> list[Feature]:
        """The features that say what the molecule is and where it comes from."""
        return [one for one in self.table if one.key == "source"]


@dataclass(frozen=True, slots=True)
class Named:
    """A text of the general part in one language, by its two-letter code."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Identified:
    """An application: Office by its ST.3 code, number, and filing date as written."""

    office: str
    number: str
    filed_on: str


@dataclass(frozen=True, slots=True)
class Doctype:
    """The DOCTYPE declaration: its root, and the public and system identifiers of the DTD."""

    root: str
    public: str
    system: str


@dataclass(frozen=True, kw_only=True)
class Listing:
    """``attributes`` are those of the root. ``faults`` say where the file departs from the DTD, with the line."""

    declared: bool = False
    encoding: str = ""
    doctype: Doctype | None = None
    attributes: dict[str, str]
    file_reference: str = ""
    application: Identified | None = None
    priority: Identified | None = None
    applicants: tuple[Named, ...] = ()
    applicant_latin: str = ""
    inventors: tuple[Named, ...] = ()
    inventor_latin: str = ""
    titles: tuple[Named, ...] = ()
    total: str = ""
    sequences: tuple[Sequence, ...] = ()
    faults: tuple[str, ...] = ()

    @property
    def version(self) -> str:
        """The DTD's, as the root says it: ``V1_3``."""
        return self.attributes.get("dtdVersion", "")

    @property
    def written(self) -> Iterator[Sequence]:
        """The sequences that were not left out on purpose."""
        return (one for one in self.sequences if not one.is_skipped)

    def features(self) -> Iterator[tuple[Sequence, Feature]]:
        return ((sequence, feature) for sequence in self.sequences for feature in sequence.table)

    def qualifiers(self) -> Iterator[tuple[Sequence, Feature, Qualifier]]:
        return ((sequence, feature, one) for sequence, feature in self.features() for one in feature.qualifiers)
