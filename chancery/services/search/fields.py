"""Search by field: a box for each field, whose words are read as in any query, composed into one.

A box of codes takes their names as well, in the reader's language or in English, and proposes both.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chancery.finder import Not, Query, QueryError, Range, Term, Wildcard, all_of, any_of, as_text, parse, within
from chancery.finder.dates import span
from chancery.services.search import choices, words


@dataclass(frozen=True)
class Box:
    """One box: its name in the address, the field it looks into, an example of what it takes, and the collections whose
    records have it, where not all of them do.
    """

    name: str
    field: str
    label: str | Promise
    example: str = ""
    only: tuple[str, ...] = ()

    def fits(self, collection: str) -> bool:
        return not self.only or collection in self.only


RECORDS = ("", "patents", "marks", "designs", "indications", "decisions")
"""Where there are records of rights: everywhere but among the laws alone."""

WORDS = (
    Box("words", "any", _("All words"), 'wind "fuel cell" latch*'),
    Box("title", "title", _("Title, mark or denomination"), "turbine NEAR3 blade", RECORDS),
    Box("name", "name", _("Applicant, holder or party"), "siemens OR bosch", RECORDS),
    Box("inventor", "inventor", _("Inventor"), "curie", ("patents", "designs")),
    Box("agent", "agent", _("Representative"), "mayer OR partner", ("patents", "marks", "designs")),
    Box("text", "text", _("Goods, services, description"), "solar", ("", "patents", "marks", "designs", "indications")),
    Box("claims", "claims", _("Claims"), "impeller NEAR5 housing", ("patents",)),
    Box("description", "description", _("Description"), "bronze OR brass", ("patents",)),
    Box("without", "any", _("None of these words"), "toy"),
)
VALUES = (
    Box("number", "number", _("Number, however written"), "WO 2002/014184", RECORDS),
    Box("provision", "number", _("Provision, however cited"), "PCT Rule 80.5", ("laws",)),
    Box("treaty", "treaty", words.SCHEMES["treaty"], "Madrid", ("laws",)),
    Box("provision_kind", "kind", words.FACETS_OF_LAWS["kind"], "rule", ("laws",)),
    Box("application", "application_number", _("Application number"), "PCT/IB2026/000001", ("patents", "designs")),
    Box("priority", "priority_number", _("Priority number"), "US 08/123,456", ("patents", "marks", "designs")),
    Box("cited", "cited_number", _("Document cited"), "EP 1234567", ("patents",)),
    Box("class", "class", _("Class, with all below it"), "H01M 10/44", ("", "patents")),
    Box("nice", "nice", words.SCHEMES["nice"], "9", ("marks",)),
    Box("vienna", "vienna", words.SCHEMES["vienna"], "26.4", ("marks",)),
    Box("locarno", "locarno", words.SCHEMES["locarno"], "02-04", ("designs",)),
    Box("product", "product", words.SCHEMES["product"], "Food", ("indications",)),
    Box("feature", "feature", words.MORE["feature"], "Figurative", ("marks",)),
    Box("kind", "kind", _("Kind"), "PDO", ("indications",)),
    Box("provider", "provider", words.MORE["provider"], "WIPO", ("decisions",)),
    Box("party", "party", _("Designated party"), "JP", ("patents", "marks", "designs")),
    Box("national", "national_office", _("National phase"), "JP", ("patents",)),
    Box("searcher", "searcher", _("International Searching Authority"), "EP", ("patents",)),
    Box("status", "status", _("Status"), "registered", RECORDS),
    Box("sure", "status", words.FACETS_OF_LAWS["status"], "unverified", ("laws",)),
    Box("office", "office", _("Office"), "EP", ("", "patents", "marks", "designs", "indications")),
    Box("country", "country", _("Country of origin"), "PT", ("", "patents", "marks", "designs", "indications")),
    Box("priority_country", "priority_country", _("Country of the priority"), "US", ("patents", "marks", "designs")),
    Box("language", "language", _("Language"), "en", ("", "patents", "marks", "designs")),
)
TOLD: Mapping[tuple[str, str], tuple[str | Promise, str]] = {
    ("patents", "title"): (_("Title"), "turbine NEAR3 blade"),
    ("patents", "name"): (_("Applicant"), "siemens OR bosch"),
    ("patents", "text"): (_("Abstract"), "solar"),
    ("patents", "agent"): (_("Agent"), "mayer OR partner"),
    ("marks", "words"): (_("All words"), "terra nov*"),
    ("marks", "title"): (_("Mark"), "terra*"),
    ("marks", "name"): (_("Applicant or holder"), "siemens OR bosch"),
    ("marks", "number"): (_("Number, however written"), "018222197"),
    ("designs", "words"): (_("All words"), "lamp OR lantern"),
    ("designs", "title"): (_("Product"), "lamp"),
    ("designs", "name"): (_("Applicant or holder"), "siemens OR bosch"),
    ("designs", "inventor"): (_("Creator"), "curie"),
    ("designs", "number"): (_("Number, however written"), "001063002-0001"),
    ("indications", "words"): (_("All words"), "queijo OR fromage"),
    ("indications", "title"): (_("Denomination"), "parmigiano"),
    ("indications", "name"): (_("Beneficiary, or a form of the name"), "feta"),
    ("indications", "number"): (_("Number, however written"), "PDO-AT-01272"),
    ("decisions", "words"): (_("All words"), "shop*"),
    ("decisions", "title"): (_("Domain name"), "shop*"),
    ("decisions", "name"): (_("Complainant’s mark"), "shopify"),
    ("decisions", "number"): (_("Case number"), "D2020-0603"),
    ("decisions", "status"): (_("Status"), "decided"),
}
"""By collection and box: what the field is called there, and an example of its own."""
DATED = ("from", "until")
NUMBERED = frozenset({"number", "application", "priority", "cited", "provision", "product"})
"""Boxes whose values may have commas in them."""
CITED = frozenset({"provision"})
_OR, _OR_COMMA, _AND = re.compile(r"\s+OR\s+"), re.compile(r"\s+OR\s+|[,;،；、]"), re.compile(r"\s+AND\s+")
_NOT, _SIGNS = re.compile(r"NOT\s+|-"), re.compile(r"[*?]")


@dataclass(frozen=True)
class Wrong:
    """What is wrong with a box."""

    box: str
    error: QueryError


def composed(data: QueryDict) -> tuple[str, list[Wrong]]:
    """The query that the filled boxes make together, in our own language, and what is wrong with which box."""
    parts: list[Query] = []
    wrong: list[Wrong] = []
    for box in (*WORDS, *VALUES):
        text = data.get(box.name, "").strip()[:500]
        try:
            parts += [_clause(box, text)] if text else []
        except QueryError as error:
            wrong.append(Wrong(box.name, error))
    try:
        parts += period(data)
    except QueryError as error:
        wrong.append(Wrong("dates", error))
    return (as_text(all_of(parts)) if parts else ""), wrong


def _clause(box: Box, text: str) -> Query:
    if box.field == "any":
        query = parse(text)
        return Not(query) if box.name == "without" else query
    if box in VALUES:
        return any_of(all_of(_value(box, part) for part in _AND.split(each)) for each in _alternatives(box, text))
    return within(box.field, parse(text))


def _alternatives(box: Box, text: str) -> list[str]:
    """What is joined by OR; by commas too where a comma is no part of a value, as it is of ``US 08/123,456``."""
    parts = (_OR if box.name in NUMBERED else _OR_COMMA).split(text)
    return [part for part in parts if part.strip()] or [text]


def _value(box: Box, text: str) -> Query:
    """One value; a minus or NOT before it excludes it, * and ? stand for letters. Raises `QueryError` for none."""
    wanted = _NOT.sub("", text.strip()).strip(' "')
    if not wanted:
        raise QueryError("argument_missing", None)
    value = choices.meant(box.name, wanted)
    is_pattern = bool(_SIGNS.search(value)) and box.name not in CITED
    found: Query = Wildcard(re.sub(r"\s", "", value), box.field) if is_pattern else Term(value, box.field)
    return Not(found) if _NOT.match(text.strip()) else found


def period(data: QueryDict) -> list[Query]:
    """The span of time that was typed; nothing where none was. Raises `QueryError`."""
    name = data.get("date", "published")
    ends = [data.get(end, "").strip()[:20] for end in DATED]
    if not any(ends) or name not in words.ANY_DATES:
        return []
    found = [span(end, lenient=True) if end else None for end in ends]
    for place, end in enumerate(ends):
        if end and not found[place]:
            raise QueryError("no_date", None, text=end, forms="2000, 2000-02, 2000-02-01")
    low, high = (found[0][0] if found[0] else None), (found[1][1] if found[1] else None)
    if low and high and low > high:
        raise QueryError("range_backwards", None, low=ends[0], high=ends[1])
    return [Range(name, low, high)]


def filled(data: QueryDict) -> Mapping[str, str]:
    """What was typed, box by box."""
    return {name: data.get(name, "") for name in (*(box.name for box in (*WORDS, *VALUES)), "date", *DATED)}


def boxes(collection: str) -> tuple[list[Box], list[Box]]:
    """The boxes of a collection, of words and of values."""
    found = [[_as_told(box, collection) for box in row if box.fits(collection)] for row in (WORDS, VALUES)]
    return found[0], found[1]


def _as_told(box: Box, collection: str) -> Box:
    """The box under the name of the collection's own field, with an example out of it."""
    label, example = TOLD.get((collection, box.name), (box.label, box.example))
    return replace(box, label=label, example=example)
