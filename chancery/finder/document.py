"""What can be found: one published record of any collection, as plain facts.

A document carries only what is public. It is stored whole in the index, so that a result list needs no
second look into the register.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

COLLECTIONS = ("patents", "marks", "designs", "indications", "decisions", "laws")

DATE_NAMES = ("filed", "published", "registered", "priority", "decided", "expires")
"""The dates a document may carry; each can be searched by its name."""

DAY_NAMES = ("entered",)
"""Dates of which a document may carry several: of its entries into national phases."""

PRINCIPAL_DATES = ("published", "registered", "decided", "filed", "priority")
"""The date a record is listed under: the first of these that it has."""

SCHEMES = ("ipc", "cpc", "nice", "locarno", "vienna", "product", "treaty")
"""The classifications a document may carry symbols of; a provision of law is classed by treaty and instrument."""

CITED = "cited"
"""The role of numbers that are those of other documents, which the record cites: it is known by none of them."""

NUMBER_ROLES = ("publication", "application", "priority", "registration", "national", CITED)
"""What a number of a record can be."""

ROLES = ("inventor", "agent")
"""What a person named in a record can be besides its applicant or holder: inventor, designer or creator; agent,
common representative or representative."""

PARTS = ("claims", "description")
"""The long texts of a patent document, beside its abstract."""

CODES = (
    *("priority_country", "language", "feature", "provider", "party"),
    *("nationality", "residence", "inventor_country"),
    *("searcher", "search_report", "supplementary_report", "observations", "licensing", "national_office"),
)
"""Further facts of one word each, which a document may carry several of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One record. ``collection`` and ``key`` together name it; adding the same name again replaces it.

    Raises ValueError for a collection, date or scheme that nobody could search, and for an empty key.
    """

    collection: str
    """One of ``COLLECTIONS``."""
    key: str
    """Unique within the collection, stable for ever, e.g. ``WO2002014184``."""
    office: str = ""
    """ST.3 code of the office or organisation whose record it is, e.g. ``EM``."""
    number: str = ""
    """The number as it is displayed, e.g. ``WO 2002/014184``."""
    numbers: tuple[str, ...] = ()
    """Every other number the record is known by, in any usual spelling."""
    numbered: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Role (one of ``NUMBER_ROLES``) to the numbers that have it; ``number`` too may have one."""
    titles: Mapping[str, str] = field(default_factory=dict)
    """Language (ISO 639; ``""`` or ``und`` when unknown) to title, mark text, denomination or domain name."""
    names: tuple[str, ...] = ()
    """Organisations: applicants, holders, complainants."""
    people: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Role (one of ``ROLES``) to the names of those who have it."""
    classes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Scheme (one of ``SCHEMES``) to symbols, in any usual spelling."""
    dates: Mapping[str, date] = field(default_factory=dict)
    """Name of a date (one of ``DATE_NAMES``) to the date."""
    days: Mapping[str, tuple[date, ...]] = field(default_factory=dict)
    """Name of a date (one of ``DAY_NAMES``) to each of them."""
    status: str = ""
    country: str = ""
    """ST.3 code of the country of origin, where it has one."""
    kind: str = ""
    """Kind of document or right: a kind code (``A1``), ``PDO``, ``figurative`` …"""
    facts: Mapping[str, Any] = field(default_factory=dict)
    """Anything JSON can hold, kept and handed back, never searched."""
    codes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Name of a further fact (one of ``CODES``) to its values."""
    family: str = ""
    """Records of the same invention share it; empty for a record that stands alone."""
    text: str = ""
    """More searchable text: an abstract, goods and services, a description of the product."""
    parts: Mapping[str, str] = field(default_factory=dict)
    """Part of a patent document (one of ``PARTS``) to its text."""
    language: str = ""
    """ISO 639 language of ``text`` and ``parts``; where it is unknown, words are stemmed as English."""

    def __post_init__(self) -> None:
        if self.collection not in COLLECTIONS:
            raise _unknown("collection", (self.collection,), COLLECTIONS)
        for what, name, known in _NAMED:
            if not known.issuperset(given := getattr(self, name)):
                raise _unknown(what, given, known)
        if not self.key:
            raise ValueError("A document needs a key")

    @property
    def date(self) -> date | None:
        """The date the record is listed under, see ``PRINCIPAL_DATES``."""
        return next((self.dates[name] for name in PRINCIPAL_DATES if name in self.dates), None)

    @property
    def texts(self) -> dict[str, str]:
        """Its long texts, by the field in which they are looked for; none that is empty."""
        return {field: text for field, text in (("text", self.text), *self.parts.items()) if text}

    def title(self, language: str = "en") -> str:
        """The title in ``language``, else in English, else the first one there is, else ``""``."""
        for wanted in (language, "en"):
            if self.titles.get(wanted):
                return self.titles[wanted]
        return next((title for title in self.titles.values() if title), "")


_NAMED = (
    ("date", "dates", frozenset(DATE_NAMES)),
    ("date", "days", frozenset(DAY_NAMES)),
    ("classification", "classes", frozenset(SCHEMES)),
    ("role of a number", "numbered", frozenset(NUMBER_ROLES)),
    ("fact", "codes", frozenset(CODES)),
    ("role of a person", "people", frozenset(ROLES)),
    ("part", "parts", frozenset(PARTS)),
)
"""What is named by whoever makes a document: as sets, since every hit of a page is one."""


def _unknown(what: str, given: Iterable[str], known: Collection[str]) -> ValueError:
    value = next(one for one in given if one not in known)
    return ValueError(f"No such {what}: {value!r}. Known: {', '.join(sorted(known))}")
