"""The house's own query language, which is PATENTSCOPE's too: the shared grammar with our fields.

``parse`` raises nothing but QueryError, and what it gives can be printed by ``printing.as_text`` and parsed again.
"""

import re

from chancery.finder import fields, grammar
from chancery.finder.manner import Manner, Sign
from chancery.finder.query import Query

__all__ = ["HOUSE", "parse"]

_SLASHED = re.compile(r"([A-Z]{2,8}(?:_[A-Z]{2,6}(?:_S)?)?)/(?=[\w\"(\[*?])")


def slashed_field(text: str, at: int) -> tuple[Sign, ...] | None:
    """``CODE/value``, PATENTSCOPE's other way to name a field; a number like ``WO/2002/014184`` is none."""
    match = _SLASHED.match(text, at)
    if not match or (at and text[at - 1].isalnum()):
        return None
    field = fields.named(match[1])
    known = field is not None and not (field.kind in ("date", "number") and not text[match.end()].isdecimal())
    if not known or re.compile(r"[A-Z]{2}/\d{2,4}/\d+").match(text, at):
        return None
    return (Sign("field", match[1], at, match.end()),)


HOUSE = Manner(named=fields.named, lacking=fields.lacking, meant=fields.meant, rules=(slashed_field,))


def parse(text: str) -> Query:
    """The query that the text means; everything for an empty text.

    Raises QueryError, pointing at the character, with what to write instead.
    """
    return grammar.read(text, HOUSE)
