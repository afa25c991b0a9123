"""Spellings that only one query language has: a text that shows one of them is taken for that language.

Field names are those the dialects read, so that a name that is understood is recognised too.
"""

import re
from collections.abc import Iterable

from chancery.finder import fields
from chancery.finder.dialects import cql_terms, lucene, rsql, uspto
from chancery.finder.leaves import ORDERED

_GOOGLES = r"(?:TI|AB|CL|CPC|TAC)"
_ONE_LETTER = ("a", "c")  # indexes of CQL that are as well letters in an equation
_SHORT = "ti|ab|ta|txt|pa|ia|pn|ap|pr|num|pd|cl|cpc|ipc|ic"
_OURS = tuple(field.name for field in fields.FIELDS)
_YEAR = r"(?:1[89]|2\d)\d\d"
_RSQL_SIGN = r"\s*(?:==|!=|=(?:in|out|all|lt|le|gt|ge)=)"


def _one_of(names: Iterable[str]) -> str:
    """One of the names, the longest that is there; ``x.*`` stands for all that begin so."""
    longest = sorted(names, key=lambda name: (-len(name), name))
    return "|".join(re.escape(name).replace(r"\.\*", r"\.[\w.]+") for name in longest)


def _is_ours(name: str) -> bool:
    """Whether the name means something in our own language already."""
    return fields.named(name) is not None or fields.lacking(name) is not None


def _of_cql() -> str:
    names = {*cql_terms.NAMES.known, *cql_terms.NAMES.missing, *cql_terms.BOTH} - {*_ONE_LETTER}
    compared = [name for name, ours in cql_terms.NAMES.known.items() if fields.get(ours).kind in ORDERED]
    return "|".join(
        (
            rf"(?<![\w.:=])(?!{_GOOGLES}\s*=)(?i:{_one_of(names)})\s*==?",
            rf"(?<![\w.:=])(?i:{_one_of(compared)})\s*[<>]=?",
            rf"(?<![\w.:=])(?:{_one_of(_OURS)})=(?![\s=]|\w+=)",
            rf"\b(?:{_SHORT})\s+(?:any|all|within)\s",
            r"\b(?:title|abstract|applicant|publicationdate)\s+(?:any|all|within)\s+[\"\d]",
            r"\bprox/",
            rf"(?<!\S){_YEAR}\d{{0,4}}:{_YEAR}\d{{0,4}}(?!\S)",
        )
    )


def _of_rsql() -> str:
    names = {*rsql.NAMES.known, *rsql.NAMES.missing, *_OURS} - {*cql_terms.NAMES.known, *cql_terms.NAMES.missing}
    compared = [field.name for field in fields.FIELDS if field.kind in ORDERED]
    return "|".join(
        (
            rf"\b[A-Za-z_][\w.]*{_RSQL_SIGN.replace('==|', '')}",
            rf"(?<![\w.:])(?i:{_one_of(names)}){_RSQL_SIGN}",
            rf"(?<![\w.:])(?:{_one_of(compared)})\s*[<>]=?\s*[\dA-Z'\"]",
            r"^\s*\(*\s*[A-Za-z_.]+==\S.*[;,]",
            r"\b[a-z]+[A-Z]\w*(?:\.\w+)?\s*(?:==|[<>]=?)",
        )
    )


def _of_lens() -> str:
    names = {*lucene.NAMES.known, *lucene.NAMES.missing}
    dotted = [name for name in names if re.search(r"[._]", name) and not _is_ours(name)]
    return "|".join(
        (
            rf"(?<![\w.])(?:{_one_of((*dotted, 'ids', 'jurisdiction', 'claim', 'created', '_exists_'))}):",
            r"(?<!\S)(?:&&|\|\|)(?!\S)",
        )
    )


def _of_the_uspto() -> str:
    tags = [tag.upper() for tag in (*uspto.NAMES.known, *uspto.NAMES.missing) if not _is_ours(tag)]
    return rf"(?<![\w:/.])(?:(?:{_one_of((*tags, 'DC'))}):(?=\S)|IC:\(?0?\d\d?\b)"


CQL = re.compile(_of_cql())
GOOGLE = re.compile(
    rf"\b{_GOOGLES}=|\b(?:SSS|SMILES)=|\b(?:before|after):(?:(?:priority|filing|publication):|\d)"
    r"|\b(?:NEAR|ADJ)/\d|\bADJ\d*\b|(?<!\S)/\d+w\b"
    r"|\bstatus:(?:GRANT|APPLICATION)\b|\btype:(?:PATENT|DESIGN)\b|\blanguage:[A-Z]{4,}|\b(?:country|language):[A-Za-z]{2},"
    r"|(?<!\S)~[A-Za-z]{3}|\blitigation:|\bassignee:\S+\s+assignee:"
)
LENS = re.compile(_of_lens())
RSQL = re.compile(_of_rsql())
USPTO = re.compile(_of_the_uspto())
