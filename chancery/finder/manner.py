"""How one dialect of the common family writes things: field names, wildcards, its own signs.

PATENTSCOPE, Lucene, Google and the USPTO share one grammar (words side by side, AND OR NOT, parentheses, ``field:``)
and differ in what a ``Manner`` says.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from chancery.finder.fields import Field
from chancery.finder.query import Query

SignKind = Literal[
    "(", ")", "and", "or", "not", "near", "field", "word", "phrase", "regex", "range", "compare", "number", "class",
    "weight",
]  # fmt: skip

Mark = Literal["*", "?", "maybe"]
"""What a wildcard stands for: any characters, exactly one, one or none."""


@dataclass(frozen=True, slots=True)
class Sign:
    """One piece of a query text, and where it stands.

    ``wild``: the text holds wildcards, written ``*`` and ``?`` here whatever the dialect writes; ``variants``: the
    spellings of a word some of whose letters may be missing. ``distance``: the n of ``~n`` or ``NEARn``;
    ``ordered``: left before right. ``opens``: a range leaves its lower and upper end out.
    """

    kind: SignKind
    text: str
    start: int
    end: int
    wild: bool = False
    distance: int | None = None
    high: str = ""
    ordered: bool = False
    opens: tuple[bool, bool] = (False, False)
    variants: tuple[str, ...] = ()


Rule = Callable[[str, int], tuple[Sign, ...] | None]
"""Reads signs of a dialect's own at a place of the text; None where there are none."""


@dataclass(frozen=True, slots=True)
class Manner:
    """One dialect of the family. ``named`` gives the field of a spelling, ``lacking`` what a known spelling names
    that no record holds, ``values`` what the words of a field mean where they are not simply its values.
    """

    named: Callable[[str], Field | None]
    lacking: Callable[[str], str | None]
    meant: Callable[[str], list[str]]
    marks: Mapping[str, Mark] = field(default_factory=lambda: {"*": "*", "?": "?"})
    rules: tuple[Rule, ...] = ()
    values: Mapping[str, Mapping[str, Query]] = field(default_factory=dict)
    lists: bool = False
    """``country:US,WO``: commas part the values of a code."""
    same_field_or: bool = False
    """The same field twice, side by side, asks for either."""
    fuzzy: bool = True
    """``word~`` is an approximation."""
