"""What can be looked into: each field once, with the codes and words people know it by in our own language.

The codes are those of PATENTSCOPE where our records hold what they name; ``LACKING`` names the others, so that
whoever asks for claims is told that there are none here, and not merely that nothing was found.
"""

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from chancery.finder.document import COLLECTIONS, PARTS
from chancery.finder.query import ANY, And, Fuzzy, Near, Or, Phrase, Query, Term, Weighted

Kind = Literal["words", "number", "class", "date", "code"]


FULL = "fulltext"
"""Everything that ``any`` looks into, and the long texts too."""
EVERYWHERE = (ANY, FULL)
"""Fields that every record has filled."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field. ``label`` says what it holds, for help and explanations; ``values`` are all that it has, in small
    letters, where these are few.
    """

    name: str
    kind: Kind
    label: str
    aliases: tuple[str, ...] = ()
    values: tuple[str, ...] = ()


FIELDS = (
    Field(ANY, "words", "title, name, text or number", ("fp", "anywhere")),
    Field(FULL, "words", "title, name, text, claims, description or number", ("all", "alltxt")),
    Field("title", "words", "title, mark or denomination", ("ti", "mark", "denomination", "domain")),
    Field(
        "name",
        "words",
        "applicant, holder or complainant",
        ("pa", "paa", "applicant", "holder", "owner", "complainant", "assignee"),
    ),
    Field("inventor", "words", "inventor or designer", ("in", "ina", "designer", "creator")),
    Field("agent", "words", "agent or representative", ("rp", "rpa", "representative", "attorney")),
    Field("name_first", "words", "first applicant, holder or complainant", ("paf",)),
    Field("inventor_first", "words", "first inventor or designer", ("inf",)),
    Field("agent_first", "words", "first agent or representative", ("rpf",)),
    Field("names", "words", "any name: applicant, holder, inventor, agent", ("allnames", "all_names")),
    Field("text", "words", "abstract, goods and services", ("goods", "ab", "abstract")),
    Field("claims", "words", "claims of a patent application"),
    Field("description", "words", "description of a patent application", ("de",)),
    Field("number", "number", "any number of the record", ("allnum", "num", "id", "case", "provision")),
    Field("publication_number", "number", "publication number", ("pn", "wo", "gn", "publicationnumber")),
    Field("application_number", "number", "application number", ("an", "applicationnumber")),
    Field("priority_number", "number", "priority number", ("np", "pi", "prioritynumber", "priorpctan", "priorpctwo")),
    Field("registration_number", "number", "registration number", ("rn", "registrationnumber")),
    Field("national_number", "number", "number or Office of a national phase", ("npan", "npa")),
    Field("cited_number", "number", "number of a document cited", ("cited", "ct", "citation")),
    Field("class", "class", "symbol of any classification", ("classification", "cl")),
    Field("ipc", "class", "International Patent Classification", ("ic",)),
    Field("ipc_first", "class", "first symbol of the International Patent Classification", ("icf",)),
    Field("cpc", "class", "Cooperative Patent Classification"),
    Field("nice", "class", "Nice class"),
    Field("locarno", "class", "Locarno class"),
    Field("vienna", "class", "Vienna code"),
    Field("product", "class", "product class"),
    Field("treaty", "class", "treaty or instrument of a provision of law", ("law", "instrument")),
    Field("class_exact", "class", "symbol of any classification, none below it"),
    Field("ipc_exact", "class", "IPC symbol, none below it", ("ic_ex",)),
    Field("cpc_exact", "class", "CPC symbol, none below it", ("cpc_ex",)),
    Field("locarno_exact", "class", "Locarno class, none below it"),
    Field("vienna_exact", "class", "Vienna code, none below it"),
    Field("date", "date", "principal date of the record", ("year",)),
    Field("published", "date", "publication date", ("dp", "publication_date", "pub_date")),
    Field("filed", "date", "filing date", ("ad", "filing", "application_date")),
    Field("registered", "date", "registration date", ("registration",)),
    Field("priority", "date", "priority date", ("pd", "priority_date")),
    Field("decided", "date", "date of the decision", ("decision_date",)),
    Field("expires", "date", "expiry date", ("expiry",)),
    Field("entered", "date", "entry into a national phase", ("nped",)),
    Field("office", "code", "office", ("of", "ctr")),
    Field("country", "code", "country of origin", ("origin", "aadc")),
    Field("nationality", "code", "nationality of an applicant", ("ana",)),
    Field("residence", "code", "residence of an applicant", ("are",)),
    Field("inventor_country", "code", "country of an inventor", ("iadc",)),
    Field("priority_country", "code", "country of the priority", ("pcn",)),
    Field("language", "code", "language of filing or publication", ("lgf", "lgp", "lang")),
    Field("status", "code", "status"),
    Field("kind", "code", "kind of document or right", ("type",)),
    Field("feature", "code", "feature of the mark", ("markfeature",)),
    Field("provider", "code", "provider of dispute resolution"),
    Field("party", "code", "designated party in which it is not over", ("ds", "dc", "designated")),
    Field("national_office", "code", "Office of a national phase", ("npcc",)),
    Field("searcher", "code", "authority of the international search", ("isa",)),
    Field("search_report", "code", "international search: report, declaration", ("isr",), ("report", "declaration")),
    Field(
        "supplementary_report",
        "code",
        "supplementary search: report, declaration, none",
        ("sis",),
        ("report", "declaration", "none"),
    ),
    Field("observations", "code", "third-party observations: yes, no", ("tpo",), ("yes", "no")),
    Field("licensing", "code", "applicant ready to license: yes, no", ("li",), ("yes", "no")),
    Field("collection", "code", f"collection ({', '.join(COLLECTIONS)})", ("database",)),
)

LACKING: Mapping[str, str] = {
    "iad": "inventors' addresses",
    "aad": "identifiers and addresses of applicants",
    **dict.fromkeys(("rad", "rcn"), "identifiers and addresses of representatives"),
    **dict.fromkeys(("ici", "icn", "ici_ex", "icn_ex"), "inventive and additional symbols apart"),
    **dict.fromkeys(("fi", "fterm"), "Japanese classes"),
    "npet": "types of entry into national phases",
    "ipe": "preliminary examination, which is not public (PCT Art. 38)",
    "chem": "chemical structures",
}
"""Codes of PATENTSCOPE that name what our records do not hold."""

INFLECTED = (ANY, FULL, "title", "text", *PARTS)
"""Fields whose words are looked for in all their forms; names have one."""
_BY_NAME = {field.name: field for field in FIELDS}
_BY_SPELLING = {spelling: field for field in FIELDS for spelling in (field.name, *field.aliases)}
_LANGUAGE = re.compile(r"(?P<base>title|text|claims|description|any|fulltext)[._](?P<language>[a-z]{2,3})")
_CODED = re.compile(r"(?P<language>[a-z]{2})_(?P<what>ti|ab|cl|de|all|alltxt)(?:_s)?")
_BASES = {"ti": "title", "ab": "text", "cl": "claims", "de": "description", "all": FULL, "alltxt": FULL}
_IN_LANGUAGE = {
    "title": "title in",
    "text": "text in",
    "claims": "claims in",
    "description": "description in",
    ANY: "title or text in",
    FULL: "title or any text in",
}


def named(spelling: str) -> Field | None:
    """The field a person means, by any of its names, in any case; ``EN_TI`` is the title in English."""
    plain = spelling.lower()
    if match := _CODED.fullmatch(plain):
        return _in_language(_BASES[match["what"]], match["language"])
    if match := _LANGUAGE.fullmatch(plain):
        return _in_language(match["base"], match["language"])
    return _BY_SPELLING.get(plain)


def lacking(spelling: str) -> str | None:
    """What a known code names that our records do not hold."""
    return LACKING.get(spelling.lower())


def get(name: str) -> Field:
    """The field of a query model. Raises KeyError where no such field is."""
    match = _LANGUAGE.fullmatch(name)
    return _in_language(match["base"], match["language"]) if match else _BY_NAME[name]


def base(name: str) -> tuple[str, str]:
    """A field of words and the language it is narrowed to, ``""`` when to none: ``title.fr`` is title and fr."""
    head, _, language = name.partition(".")
    return head, language


def meant(spelling: str) -> list[str]:
    """Spellings that a person may have meant, best first."""
    return difflib.get_close_matches(spelling.lower()[:40], _BY_SPELLING, n=3, cutoff=0.5)


def weighs(query: Query) -> bool:
    """Whether the query puts its hits in an order of its own, so that sorting by relevance means something."""
    match query:
        case And(parts) | Or(parts):
            return any(weighs(part) for part in parts)
        case Weighted(part):
            return weighs(part)
        case Term(_, name):
            return get(name).kind in ("words", "number")
    return isinstance(query, Phrase | Near | Fuzzy)


@cache
def _in_language(head: str, language: str) -> Field:
    return Field(f"{head}.{language}", "words", f"{_IN_LANGUAGE[head]} {language.upper()}")
