"""The field tags of the USPTO's trademark search: ``CM:solar IC:009 LD:true FD:[20230101 TO 20231231]``."""

from chancery.finder import grammar
from chancery.finder.dialects.names import Names
from chancery.finder.manner import Manner
from chancery.finder.query import Not, Present, Query, Range, Term, any_of
from chancery.finder.writing import FamilyWriter, Pen, Written

NAMES = Names(
    known={
        "cm": "title",
        "wm": "title",
        "bi": "title",
        "gs": "text",
        "de": "text",
        "ow": "name",
        "on": "name",
        "sn": "application_number",
        "rn": "registration_number",
        "ic": "nice",
        "cc": "nice",
        "dc": "vienna",
        "fd": "filed",
        "rd": "registered",
        "po": "published",
        "pd": "priority",
        "tm": "kind",
        "ld": "status",
        "rg": "registered",
    },
    missing={
        "at": "representatives",
        "us": "classes of the United States",
        "ds": "designs of the drawing in words",
        "dd": "designs of the drawing in words",
        "md": "codes of drawings",
        "st": "standard characters",
        "ft": "types of filing",
        "tr": "translations",
        "pm": "pseudo marks",
    },
)

LIVE = any_of(
    Term(status, "status")
    for status in ("filed", "examined", "published", "opposed", "appealed", "registered", "challenged")
)
DEAD = any_of(Term(status, "status") for status in ("refused", "withdrawn", "lapsed"))
_VALUES: dict[str, dict[str, Query]] = {
    "ld": {"true": LIVE, "false": DEAD, "live": LIVE, "dead": DEAD},
    "rg": {"true": Present("registered"), "false": Not(Present("registered"))},
}

MANNER = Manner(
    named=NAMES.named,
    lacking=NAMES.lacking,
    meant=NAMES.meant,
    marks={"*": "*", "?": "?", "$": "*"},
    values=_VALUES,
)
PEN = Pen(
    spelling={
        "any": "",
        **{ours: f"{theirs.upper()}:" for ours, theirs in NAMES.spelling().items() if ours != "status"},
    },
    only=True,
    near="",
    before="",
    spans=False,
    special=r"[\s()\"\[\]{}\\:~^*?$]",
    sayings={LIVE: "LD:true", DEAD: "LD:false", Present("registered"): "RG:true"},
)


class _Writer(FamilyWriter):
    def range(self, query: Range) -> str:
        low, high = (day.strftime("%Y%m%d") if day else "*" for day in (query.low, query.high))
        return self.with_prefix(query.field, f"[{low} TO {high}]")


def read(text: str) -> Query:
    """What the text asks for. Raises QueryError."""
    return grammar.read(text, MANNER)


def write(query: Query) -> Written:
    """The query in this dialect."""
    return _Writer(PEN).written(query)
