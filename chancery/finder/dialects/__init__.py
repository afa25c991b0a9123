"""The query languages people know: each read into the one query model, and the model written in each.

found = read('ti=solar and pd within "2000 2005"')      # recognised: found.dialect is "cql"
write(found.query, "patentscope").text                     # EN: title:solar published:[…]
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from chancery.finder.dialects import cql, cql_writing, google, lucene, plain, rsql, rsql_writing, signs, uspto
from chancery.finder.lexer import CURLY
from chancery.finder.parse import parse
from chancery.finder.printing import PEN
from chancery.finder.query import Query, QueryError
from chancery.finder.writing import FamilyWriter, Written

__all__ = ["DIALECTS", "HOUSE", "Dialect", "Read", "dialect", "read", "recognised", "write"]

HOUSE = "patentscope"
"""Our own language, which is PATENTSCOPE's with our fields: what a text is taken for when nothing speaks against it."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """One query language. ``label`` is the name people know, ``sample`` a query in it. ``signs`` are spellings that
    only this language has: a text that shows one is taken for it.
    """

    name: str
    label: str
    sample: str
    parse: Callable[[str], Query]
    write: Callable[[Query], Written]
    signs: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True)
class Read:
    """A query, and the language its text was read in."""

    query: Query
    dialect: str


def _in_house(query: Query) -> Written:
    return FamilyWriter(PEN).written(query)


DIALECTS = (
    Dialect(
        HOUSE,
        "PATENTSCOPE",
        'EN_TI:("wind turbine" AND electric) PA:siemens DP:[2015 TO 2024]',
        parse,
        _in_house,
    ),
    Dialect(
        "cql",
        "Espacenet (CQL)",
        'ti="wind turbine" and pa=siemens and pd within "2015 2024"',
        cql.read,
        cql_writing.write,
        signs.CQL,
    ),
    Dialect(
        "google",
        "Google Patents",
        "TI=(turbine NEAR/3 blade) assignee:siemens after:publication:2015",
        google.read,
        google.write,
        signs.GOOGLE,
    ),
    Dialect(
        "lucene",
        "Lens (Lucene)",
        'title:"wind turbine" AND applicant.name:siemens AND date_published:[20150101 TO 20241231]',
        lucene.read,
        lucene.write,
        signs.LENS,
    ),
    Dialect(
        "rsql",
        "EUIPO (RSQL)",
        "niceClasses=in=(9,35);status==REGISTERED;applicationDate>=2020-01-01",
        rsql.read,
        rsql_writing.write,
        signs.RSQL,
    ),
    Dialect(
        "uspto",
        "USPTO (field tags)",
        "CM:terra* IC:009 LD:true FD:[20200101 TO 20231231]",
        uspto.read,
        uspto.write,
        signs.USPTO,
    ),
    Dialect("words", "Plain words", "wind turbine blade", plain.read, plain.write),
)

_BY_NAME = {each.name: each for each in DIALECTS}
_QUOTED = re.compile(rf'"[^"]*"|{CURLY}')


def dialect(name: str) -> Dialect:
    """The language of that name. Raises QueryError."""
    if name not in _BY_NAME:
        raise QueryError("no_dialect", name=name, names=", ".join(_BY_NAME))
    return _BY_NAME[name]


def recognised(text: str) -> str:
    """The language that a text is most likely written in: the one whose own spellings it shows first."""
    unquoted = _QUOTED.sub('""', text[:2000])
    places = [
        (match.start(), -len(match[0]), each.name)
        for each in DIALECTS
        if each.signs and (match := each.signs.search(unquoted))
    ]
    return min(places)[2] if places else HOUSE


def read(text: str, name: str = "") -> Read:
    """The query that a text means in the language ``name``, or in the one it is recognised as. Raises QueryError."""
    chosen = dialect(name or recognised(text))
    return Read(chosen.parse(text), chosen.name)


def write(query: Query, name: str) -> Written:
    """The query in the language ``name``. Raises QueryError where there is no such language."""
    return dialect(name).write(query)
