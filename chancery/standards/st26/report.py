"""What is said of a listing: a summary of what stands in it, and where it departs from the Standard."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from itertools import islice

from chancery.standards.st26.listing import Listing
from chancery.standards.st26.reading import read
from chancery.standards.st26.rules import RULES
from chancery.standards.st26.vocabulary import SHORTEST
from chancery.treaties.kernel.rule import At, Finding, Rule, Severity

SHOWN = 20
"""Places of one fault that are told; a listing can have thousands."""
IN_A_LINE = 3


@dataclass(frozen=True)
class Fault:
    """One rule that is not kept: how often, and the first places in words (none where it is of the whole file)."""

    rule: Rule
    count: int
    places: tuple[str, ...]

    @property
    def severity(self) -> Severity:
        return self.rule.severity

    @property
    def cites(self) -> str:
        return self.rule.cites

    @property
    def message(self) -> str:
        """The sentence of the rule, the same for every listing."""
        return self.rule.message

    @property
    def left_out(self) -> int:
        """How many places are not told."""
        return self.count - len(self.places) if self.places else 0

    def finding(self, field: str) -> Finding:
        """As a finding on a field of an application: the sentence of the rule, then the first places."""
        more = self.count - IN_A_LINE
        told = [*self.places[:IN_A_LINE], *([f"And {more} more."] if more > 0 else [])]
        detail = " ".join(told)
        message = f"{self.rule.message} {detail}" if detail else self.rule.message
        return Finding(
            self.rule.cites, message, field, self.rule.severity, self.rule.slug, "", self.rule.confidence, detail
        )


@dataclass(frozen=True)
class Molecule:
    """The sequences of one molecule: how many, their residues in all, the shortest and the longest."""

    name: str
    count: int
    residues: int
    shortest: int
    longest: int


@dataclass(frozen=True, kw_only=True)
class Summary:
    """A listing in a few lines. ``organisms`` with the number of their sequences, the most frequent first."""

    version: str
    software: str
    produced: str
    total: int
    skipped: int
    molecules: tuple[Molecule, ...]
    organisms: tuple[tuple[str, int], ...]
    molecule_types: tuple[tuple[str, int], ...]
    features: int
    languages: tuple[str, ...]
    file_reference: str
    titles: tuple[str, ...]


@dataclass(frozen=True)
class Report:
    summary: Summary
    faults: tuple[Fault, ...]

    @property
    def slugs(self) -> frozenset[str]:
        """The rules that are not kept, by their names."""
        return frozenset(one.rule.slug for one in self.faults)

    @property
    def to_correct(self) -> tuple[Fault, ...]:
        return tuple(one for one in self.faults if one.severity != "hint")

    @property
    def hints(self) -> tuple[Fault, ...]:
        return tuple(one for one in self.faults if one.severity == "hint")


def check(data: bytes, *, on: date) -> Report:
    """Read a listing and check it by the Standard as in force on a day. Raises `NotAListing`."""
    listing = read(data)
    asked = (_fault(rule, listing, on) for rule in RULES if rule.in_force(on))
    return Report(summary(listing), tuple(one for one in asked if one))


def summary(listing: Listing) -> Summary:
    sources = [source for one in listing.written for source in one.sources]
    software = (listing.attributes.get(name, "") for name in ("softwareName", "softwareVersion"))
    return Summary(
        version=listing.version,
        software=" ".join(filter(None, software)),
        produced=listing.attributes.get("productionDate", ""),
        total=len(listing.sequences),
        skipped=sum(one.is_skipped for one in listing.sequences),
        molecules=tuple(_molecules(listing)),
        organisms=_counted([value for source in sources for value in source.values("organism")]),
        molecule_types=_counted([value for source in sources for value in source.values("mol_type")]),
        features=sum(len(one.table) for one in listing.sequences),
        languages=_languages(listing),
        file_reference=listing.file_reference,
        titles=tuple(one.text for one in listing.titles),
    )


def _molecules(listing: Listing) -> list[Molecule]:
    lengths: dict[str, list[int]] = {}
    for one in listing.written:
        lengths.setdefault(one.molecule, []).append(len("".join(one.residues.split())))
    return [
        Molecule(name, len(found), sum(found), min(found), max(found))
        for name in SHORTEST
        if (found := lengths.get(name))
    ]


def _counted(values: list[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(filter(None, values)).items(), key=lambda pair: (-pair[1], pair[0])))


def _languages(listing: Listing) -> tuple[str, ...]:
    """The languages of the free text: English where any value is, and the one that the root names."""
    values = [one for _sequence, _feature, one in listing.qualifiers()]
    english = ["en"] if any(one.value for one in values) else []
    other = listing.attributes.get("nonEnglishFreeTextLanguageCode", "")
    return (*english, *([other] if other and any(one.other for one in values) else []))


def _fault(rule: Rule, listing: Listing, on: date) -> Fault | None:
    found = rule.finds(listing, on)
    first = list(islice(found, SHOWN))
    count = len(first) + sum(1 for _ in found)
    details = tuple(one.detail for one in first if isinstance(one, At) and one.detail)
    return Fault(rule, count, details) if count else None
