"""Google Patents: ``assignee:``, ``country:US,WO``, ``before:priority:2018``, ``TI=(…)``, ``NEAR/5``, ``ADJ``, bare CPC
symbols; ``?`` one letter or none, ``#`` one, ``*`` and ``$`` any, ``$3`` up to three.

The same field twice side by side asks for either. ``before`` leaves the day out, ``after`` has it in. WITH is a
sentence (20 words); SAME, a paragraph, is AND: a title or text here is one paragraph.
"""

import re
from datetime import date, timedelta

from chancery.finder import grammar
from chancery.finder.dialects.names import Names
from chancery.finder.leaves import MOST_NEAR
from chancery.finder.lexer import USUAL_DISTANCE
from chancery.finder.manner import Manner, Sign
from chancery.finder.query import Leaf, Query, QueryError, Range, Term, transformed
from chancery.finder.ranges import merged
from chancery.finder.writing import FamilyWriter, Pen, Written

NAMES = Names(
    known={
        "ti": "title",
        "ab": "text",
        "cl": "claims",
        "tac": "any",
        "assignee": "name",
        "inventor": "inventor",
        "country": "office",
        "cpc": "cpc",
        "language": "language",
        "status": "status",
        "type": "collection",
        "publication": "published",
        "filing": "filed",
        "priority": "priority",
    },
    missing={
        "litigation": "litigation",
        **dict.fromkeys(("sss", "smiles", "~"), "chemical structures"),
    },
)
_LANGUAGES = {
    "ARABIC": "ar",
    "CHINESE": "zh",
    "ENGLISH": "en",
    "FRENCH": "fr",
    "GERMAN": "de",
    "JAPANESE": "ja",
    "KOREAN": "ko",
    "PORTUGUESE": "pt",
    "RUSSIAN": "ru",
    "SPANISH": "es",
}
"""The languages of international publication (PCT Rule 48.3(a)) by their names, as well as by their codes."""
_STATUS = {"grant": Term("granted", "status"), "application": Term("published", "status")}
_TYPE = {"patent": Term("patents", "collection"), "design": Term("designs", "collection")}

_KINDS = {"priority": "priority", "filed": "filing", "published": "publication"}
_SECTION = re.compile(r"(TI|AB|CL|CPC|TAC|SSS|SMILES)=(?=\S)")
_DATED = re.compile(r"(before|after):(?:(priority|filing|publication):)?([\w./-]+)")
_NEAR = re.compile(r"(NEAR|ADJ)/?(\d*)(?![^\s()])|/(\d{1,3})w(?![^\s()])")
_ABOUT = re.compile(r"(WITH|SAME)(?![^\s()])")


def _section(text: str, at: int) -> tuple[Sign, ...] | None:
    match = _SECTION.match(text, at)
    return (Sign("field", match[1], at, match.end()),) if match else None


def _structure(text: str, at: int) -> tuple[Sign, ...] | None:
    """``~`` before a name asks for its chemical structure."""
    known = text[at] == "~" and text[at + 1 : at + 2].isalpha()
    return (Sign("field", "~", at, at + 1),) if known else None


def _dated(text: str, at: int) -> tuple[Sign, ...] | None:
    match = _DATED.match(text, at)
    if not match:
        return None
    if not match[2]:
        meant = ", ".join(f"{match[1]}:{kind}:{match[3]}" for kind in _KINDS.values())
        raise QueryError("unknown_field", at, field=match[1], meant=meant)
    sign = "<" if match[1] == "before" else ">="
    return (
        Sign("field", match[2], at, match.end(2) + 1),
        Sign("compare", sign, match.start(3), match.end(), high=match[3]),
    )


def _near(text: str, at: int) -> tuple[Sign, ...] | None:
    if match := _NEAR.match(text, at):
        distance = int((match[2] or match[3] or str(USUAL_DISTANCE if match[1] == "NEAR" else 1))[:4])
        return (Sign("near", match[0], at, match.end(), distance=distance, ordered=match[1] == "ADJ"),)
    if match := _ABOUT.match(text, at):
        if match[1] == "SAME":
            return (Sign("and", match[0], at, match.end()),)
        return (Sign("near", match[0], at, match.end(), distance=MOST_NEAR),)
    return None


MANNER = Manner(
    named=NAMES.named,
    lacking=NAMES.lacking,
    meant=NAMES.meant,
    marks={"*": "*", "$": "*", "#": "?", "?": "maybe"},
    rules=(_section, _structure, _dated, _near),
    values={"status": _STATUS, "type": _TYPE},
    lists=True,
    same_field_or=True,
    fuzzy=False,
)
PEN = Pen(
    spelling={
        "any": "",
        "title": "TI=",
        "text": "AB=",
        "claims": "CL=",
        "name": "assignee:",
        "inventor": "inventor:",
        "office": "country:",
        "cpc": "cpc:",
        "language": "language:",
    },
    only=True,
    one="#",
    near="NEAR/{distance}",
    before="ADJ/{distance}",
    fuzzy=False,
    weights=False,
    spans=False,
    regexes=False,
    special=r"[\s()\"\[\]{}\\:~^*?$#]",
    bare_and=False,
    sayings={
        _STATUS["grant"]: "status:GRANT",
        _STATUS["application"]: "status:APPLICATION",
        _TYPE["patent"]: "type:PATENT",
        _TYPE["design"]: "type:DESIGN",
    },
)


class _Writer(FamilyWriter):
    def range(self, query: Range) -> str:
        kind = _KINDS.get(query.field)
        if kind is None:
            return self.omitted("field_left_out", query.field)
        texts = [f"after:{kind}:{query.low:%Y%m%d}"] if query.low else []
        if query.high and query.high != date.max:
            texts.append(f"before:{kind}:{query.high + timedelta(days=1):%Y%m%d}")
        return f"({' '.join(texts)})" if len(texts) > 1 else "".join(texts)


def read(text: str) -> Query:
    """What the text asks for. Raises QueryError."""
    return merged(transformed(grammar.read(text, MANNER), _by_code))


def _by_code(leaf: Leaf) -> Query:
    """A language by its code, where it is called by its name."""
    if isinstance(leaf, Term) and leaf.field == "language":
        return Term(_LANGUAGES.get(leaf.text.upper(), leaf.text), "language")
    return leaf


def write(query: Query) -> Written:
    """The query in this dialect."""
    return _Writer(PEN).written(query)
