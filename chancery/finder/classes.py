"""Symbols of classifications: one spelling each, and the levels above them, so that a parent finds its children.

IPC and CPC go section, class, subclass, main group, group. The dots between groups of one main group (D06F 1/06
above D06F 1/10) stand in the scheme's table, not in the symbol, and are not followed
here (see ``groups``).
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from chancery.finder.document import SCHEMES
from chancery.finder.words import tokens

_PATENT = re.compile(
    r"(?P<section>[A-HY])(?:(?P<cls>\d\d)(?:(?P<sub>[A-Z])(?:(?P<main>\d{1,4})(?:/(?P<group>\d{2,6}))?)?)?)?"
)
_ST8 = re.compile(r"([A-HY]\d\d[A-Z])(\d{4})(\d{6})")
_BARE = re.compile(r"[A-HY]\d\d[A-Z]\s?\d{1,4}/\d{2,6}(?![^\s()\"^])")
_DIGITS = re.compile(r"[0-9]{1,4}")

_LONGEST = 6  # digits of a number in a symbol; what is longer is no symbol

_OF_WORDS = ("product", "treaty")

LAST_NICE = 45
"""The Nice Classification has classes 1 to 45."""


@lru_cache(maxsize=50_000)
def levels(scheme: str, symbol: str) -> tuple[str, ...]:
    """The symbol's own spelling last, before it each symbol above it; a symbol of another shape as its words."""
    if scheme in ("ipc", "cpc"):
        found = _patent_levels(symbol)
    elif scheme == "nice":
        found = _numbered(symbol, most=1, width=0, mark="")
    elif scheme == "locarno":
        found = _numbered(symbol, most=2, width=2, mark="-")
    elif scheme == "vienna":
        found = _numbered(symbol, most=3, width=2, mark=".")
    elif scheme == "treaty":
        found = _treaty(symbol)
    else:
        found = ()
    return found or ((" ".join(tokens(symbol)),) if tokens(symbol) else ())


def has_below(symbol: str) -> bool:
    """Whether what lies below a symbol is known here; of a group of IPC or CPC it is not, unless it is a main group."""
    group = _patent_levels(symbol)[-1:]
    return not group or "/" not in group[0] or group[0].endswith("/00")


@lru_cache(maxsize=50_000)
def counted(scheme: str, symbol: str) -> tuple[str, ...]:
    """The levels that are counted: down to the subclass, not the groups."""
    found = levels(scheme, symbol)
    return tuple(f"{scheme}:{level}" for level in (found[:3] if scheme in ("ipc", "cpc") else found[:2]))


@lru_cache(maxsize=50_000)
def keys(scheme: str, symbol: str, *, first: bool = False) -> tuple[str, ...]:
    """What a symbol of a document is indexed under: each level, with ``=`` the symbol itself, and each level again
    with ``1`` where it is the first of its document.
    """
    found = levels(scheme, symbol)
    signed = [f"1{scheme}:{level}" for level in found] if first else []
    return (*(f"{scheme}:{level}" for level in found), *(f"={scheme}:{level}" for level in found[-1:]), *signed)


def asked(field: str, symbol: str, below: Iterable[str] = ()) -> tuple[str, ...]:
    """The keys of which a document must have one when a class field is asked for a symbol, and what is ``below`` it."""
    return tuple(
        f"{_sign(field)}{scheme}:{found[-1]}"
        for scheme in _schemes(field)
        for each in (symbol, *below)
        if (found := levels(scheme, each))
    )


def asked_patterns(field: str, pattern: str) -> tuple[str, ...]:
    """The wildcard patterns over the keys: ``G06*`` in ``ipc`` is ``ipc:G06*``."""
    compact = re.sub(r"\s", "", pattern)
    return tuple(
        f"{_sign(field)}{scheme}:{compact.lower() if scheme in _OF_WORDS else compact.upper()}"
        for scheme in _schemes(field)
    )


def asked_span(field: str, low: str, high: str) -> tuple[str, ...]:
    """The classes of a scheme of plain numbers (Nice) from ``low`` to ``high``; empty for every other scheme."""
    if field.removesuffix("_exact") != "nice" or not all(_DIGITS.fullmatch(end) for end in (low, high) if end):
        return ()
    first, last = int(low or 1), min(int(high or LAST_NICE), LAST_NICE)
    return tuple(f"{_sign(field)}nice:{number}" for number in range(first, last + 1))


def _sign(field: str) -> str:
    return "=" if field.endswith("_exact") else "1" if field.endswith("_first") else ""


def _schemes(field: str) -> tuple[str, ...]:
    """The schemes a class field looks into: all of them for ``class``."""
    scheme = field.removesuffix("_exact").removesuffix("_first")
    return SCHEMES if scheme == "class" else (scheme,)


def find(text: str, start: int) -> int | None:
    """Where an IPC or CPC group (``H04L 63/00``) that begins at ``start`` ends."""
    match = _BARE.match(text, start)
    return match.end() if match else None


def _patent_levels(symbol: str) -> tuple[str, ...]:
    compact = re.sub(r"\(.*?\)|\s", "", symbol.upper())
    if full := _ST8.fullmatch(compact):
        group = full[3].rstrip("0").ljust(2, "0")
        compact = f"{full[1]}{int(full[2])}/{group}"
    match = _PATENT.fullmatch(compact)
    if not match:
        return ()
    found = [match["section"]]
    for part in (match["cls"], match["sub"]):
        if part:
            found.append(found[-1] + part)
    if match["main"]:
        head = f"{found[-1]}{int(match['main'])}/"
        found.append(head + "00")
        if match["group"] and match["group"].strip("0"):
            found.append(head + match["group"])
    return tuple(found)


def _treaty(symbol: str) -> tuple[str, ...]:
    """The treaty is the first word, its instrument the whole: PCT, PCT Regulations."""
    found = tokens(symbol)
    return tuple(dict.fromkeys((*found[:1], " ".join(found))))


def _numbered(symbol: str, *, most: int, width: int, mark: str) -> tuple[str, ...]:
    numbers = re.findall(r"\d+", symbol)
    if len(numbers) == 1 and width and len(numbers[0]) in (4, 6):  # 0204, 260401
        numbers = re.findall("..", numbers[0])
    if not numbers or len(numbers) > most or any(len(number) > _LONGEST for number in numbers):
        return ()
    padded = [str(int(number)).zfill(width) for number in numbers]
    return tuple(mark.join(padded[: depth + 1]) for depth in range(len(padded)))
