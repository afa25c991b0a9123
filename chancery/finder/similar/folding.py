"""A name as it is compared: in Latin letters, small, words apart, nothing else.

Every script is written in Latin letters letter by letter (``anyascii``): Ψαρά as psara, 麦当劳 as mai dang lao. Accents
fall away, signs part words, an apostrophe and a dot between letters do not: L'Oréal is loreal, H.I.S. is his.
"""

import re

from anyascii import anyascii

LONGEST = 200
"""Characters of a name that are compared; what comes after them is text, not a name."""

_INSIDE = re.compile(r"(?<=[A-Za-z])['’`´.](?=[A-Za-z])")
_APART = re.compile(r"[^a-z0-9]+")


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name, folded; none where it is all signs."""
    text = name[:LONGEST]
    latin = text if text.isascii() else anyascii(text)
    return tuple(_APART.sub(" ", _INSIDE.sub("", latin.replace("&", " and ")).lower()).split())
