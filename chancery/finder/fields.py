"""What can be named before a colon: each field once, with the codes and words people know it by."""

import difflib
import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from chancery.finder.document import COLLECTIONS
from chancery.finder.query import ANY

Kind = Literal["words", "number", "class", "date", "code"]


@dataclass(frozen=True, slots=True)
class Field:
    """One field. ``label`` says what it holds, for help and explanations."""

    name: str
    kind: Kind
    label: str
    aliases: tuple[str, ...] = ()


FIELDS = (
    Field(ANY, "words", "title, name, text or number", ("all", "fp", "anywhere")),
    Field("title", "words", "title, mark or denomination", ("ti", "mark", "denomination", "domain")),
    Field(
        "name",
        "words",
        "applicant, holder or complainant",
        ("pa", "paa", "paf", "allnames", "all_names", "applicant", "holder", "owner", "complainant", "assignee"),
    ),
    Field("text", "words", "abstract, goods and services, description", ("goods", "ab", "abstract", "description")),
    Field(
        "number",
        "number",
        "any number of the record",
        ("pn", "an", "wo", "gn", "np", "num", "allnum", "publicationnumber", "applicationnumber", "case"),
    ),
    Field("class", "class", "symbol of any classification", ("classification", "cl")),
    Field("ipc", "class", "International Patent Classification", ("ic",)),
    Field("cpc", "class", "Cooperative Patent Classification"),
    Field("nice", "class", "Nice class"),
    Field("locarno", "class", "Locarno class"),
    Field("vienna", "class", "Vienna code"),
    Field("product", "class", "product class"),
    Field("class_exact", "class", "symbol of any classification, none below it"),
    Field("ipc_exact", "class", "IPC symbol, none below it", ("ic_ex",)),
    Field("cpc_exact", "class", "CPC symbol, none below it", ("cpc_ex",)),
    Field("date", "date", "principal date of the record", ("year",)),
    Field("published", "date", "publication date", ("dp", "publication_date", "pub_date")),
    Field("filed", "date", "filing date", ("ad", "filing", "application_date")),
    Field("registered", "date", "registration date", ("registration",)),
    Field("priority", "date", "priority date", ("pd", "priority_date")),
    Field("decided", "date", "date of the decision", ("decision_date",)),
    Field("expires", "date", "expiry date", ("expiry",)),
    Field("office", "code", "office", ("of", "ctr")),
    Field("country", "code", "country of origin", ("origin",)),
    Field("status", "code", "status"),
    Field("kind", "code", "kind of document or right", ("type",)),
    Field("collection", "code", f"collection ({', '.join(COLLECTIONS)})", ("database",)),
)

_BY_NAME = {field.name: field for field in FIELDS}
_BY_SPELLING = {spelling: field for field in FIELDS for spelling in (field.name, *field.aliases)}
_TITLE_IN = re.compile(r"(?P<code>[a-z]{2})_ti|title[._](?P<language>[a-z]{2,3})")


def named(spelling: str) -> Field | None:
    """The field a person means, by any of its names, in any case; ``EN_TI`` is the title in English."""
    plain = spelling.lower()
    if match := _TITLE_IN.fullmatch(plain):
        return _title_in(match["code"] or match["language"])
    return _BY_SPELLING.get(plain)


def get(name: str) -> Field:
    """The field of a query model. Raises KeyError where no such field is."""
    match = _TITLE_IN.fullmatch(name)
    return _title_in(match["language"]) if match and match["language"] else _BY_NAME[name]


def near(spelling: str) -> list[str]:
    """Spellings that a person may have meant, best first."""
    return difflib.get_close_matches(spelling.lower(), _BY_SPELLING, n=3, cutoff=0.5)


@cache
def _title_in(language: str) -> Field:
    return Field(f"title.{language}", "words", f"title in language {language.upper()}")
