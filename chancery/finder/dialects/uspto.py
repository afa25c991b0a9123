"""The field tags of the USPTO's trademark search: ``CM:solar IC:009 LD:true FD:[20230101 TO 20231231]``."""

import re

from chancery.finder import grammar
from chancery.finder.dialects.lucene import LucenesWriter
from chancery.finder.dialects.names import Names
from chancery.finder.manner import Manner, Sign
from chancery.finder.patterns import regular
from chancery.finder.query import Leaf, Not, Present, Query, QueryError, Range, Term, Wildcard, any_of, transformed
from chancery.finder.writing import Pen, Written

_ONLY_THERE = (
    "ad", "af", "ar", "cb", "cd", "cr", "dm", "ob", "od", "pf", "pr", "re", "sf", "sr", "tc", "td", "tf", "ud",
)  # fmt: skip
NAMES = Names(
    known={
        "cm": "title",
        **dict.fromkeys(("wm", "bi", "fm", "mi", "mn", "mp"), "title"),
        "gs": "text",
        **dict.fromkeys(("de", "ti", "tl"), "text"),
        "ow": "name",
        "on": "name",
        "at": "agent",
        "sn": "application_number",
        "so": "application_number",
        "rn": "registration_number",
        "ir": "registration_number",
        "ic": "nice",
        "cc": "nice",
        "dc": "vienna",
        "sd": "vienna",
        "fd": "filed",
        "rd": "registered",
        "po": "published",
        "pd": "priority",
        "tm": "kind",
        "st": "status",
        "ld": "status",
        "rg": "registered",
    },
    missing={
        "us": "classes of the United States",
        "ds": "disclaimers",
        "dd": "designs of the drawing in words",
        "md": "codes of drawings",
        "ft": "types of filing",
        **dict.fromkeys(("pi", "pm"), "pseudo marks"),
        **dict.fromkeys(_ONLY_THERE, "what only the register of the United States holds"),
    },
)
"""The tags of the present search and of TESS before it, which lawyers still think in."""

LIVE = any_of(
    Term(status, "status")
    for status in ("filed", "examined", "published", "opposed", "appealed", "registered", "challenged")
)
DEAD = any_of(Term(status, "status") for status in ("refused", "withdrawn", "lapsed"))
_VALUES: dict[str, dict[str, Query]] = {
    "ld": {"true": LIVE, "false": DEAD, "live": LIVE, "dead": DEAD},
    "rg": {"true": Present("registered"), "false": Not(Present("registered"))},
}

_WORD = re.compile(r'(?:\w|[*$?]|\{[cv]\}|\{"\w+" \d+(?::\d+)?\})+(?![^\s()])')
_PIECE = re.compile(r'\{([cv])\}|\{"(\w+)" (\d+)(?::(\d+))?\}|([*$?])|(\w)')
_TRUNCATED = re.compile(r"(\d\d|\d{4})[?]+")
_KINDS = {"v": "[aeiou]", "c": "[bcdfghjklmnpqrstvwxyz]"}
_SIGNS = {"*": ".*", "$": ".*", "?": "."}


def _tess_pattern(text: str, at: int) -> tuple[Sign, ...] | None:
    """A word with TESS's ``{v}`` (a vowel), ``{c}`` (a consonant) or ``{"e" 1:2}`` (so many times) as an expression."""
    match = _WORD.match(text, at)
    if not match or "{" not in match[0]:
        return None
    expression = "".join(map(_expressed, _PIECE.finditer(match[0])))
    try:
        regular(expression)
    except QueryError as fault:
        raise QueryError(fault.code, at, **fault.values) from None
    return (Sign("regex", expression, at, match.end()),)


def _expressed(piece: re.Match[str]) -> str:
    kind, repeated, least, most, sign, letter = piece.groups()
    if repeated:
        return f"({repeated}){{{least},{most or least}}}"
    return _KINDS.get(kind) or _SIGNS.get(sign) or letter


MANNER = Manner(
    named=NAMES.named,
    lacking=NAMES.lacking,
    meant=NAMES.meant,
    marks={"*": "*", "?": "?", "$": "*"},
    rules=(_tess_pattern,),
    values=_VALUES,
)
PEN = Pen(
    spelling={
        "any": "",
        **{ours: f"{theirs.upper()}:" for ours, theirs in NAMES.spelling().items()},
    },
    only=True,
    spans=False,
    special=r"[\s()\"\[\]{}\\:~^*?$]",
    sayings={LIVE: "LD:true", DEAD: "LD:false", Present("registered"): "RG:true"},
)


class _Writer(LucenesWriter):
    def range(self, query: Range) -> str:
        low, high = (day.strftime("%Y%m%d") if day else "*" for day in (query.low, query.high))
        return self.with_prefix(query.field, f"[{low} TO {high}]")


def read(text: str) -> Query:
    """What the text asks for. Raises QueryError."""
    return transformed(grammar.read(text, MANNER), _design_code)


def _design_code(leaf: Leaf) -> Query:
    """``03????``, TESS's way to ask for all codes of a category, as the category: it finds what lies below it."""
    if isinstance(leaf, Wildcard) and leaf.field == "vienna" and (found := _TRUNCATED.fullmatch(leaf.pattern)):
        return Term(found[1], "vienna")
    return leaf


def write(query: Query) -> Written:
    """The query in this dialect."""
    return _Writer(PEN).written(query)
