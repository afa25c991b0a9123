"""Where a feature lies in its sequence, as the Standard writes it: ``12..40``, ``complement(3..9)``, ``7^8``.

Paragraphs 64 to 70. In a protein only positions and ranges are taken, no ``^`` and no operators.
"""

import re

_RANGE = re.compile(r"<?([0-9]{1,12})\.\.>?([0-9]{1,12})")
_BETWEEN = re.compile(r"([0-9]{1,12})\^([0-9]{1,12})")
_ONE = re.compile(r"[<>]?([0-9]{1,12})")
_OPERATION = re.compile(r"(join|order|complement)\((.*)\)")
DEEPEST = 5


def wrong(text: str, *, length: int, protein: bool) -> str:
    """What is wrong with a location in a sequence of this length; empty where it is well written and lies within."""
    return _wrong(text, length, protein, 0)


def covers(text: str, *, length: int) -> bool:
    """Whether a location is the whole sequence."""
    return text == f"1..{length}" or (length == 1 and text == "1")


def _wrong(text: str, length: int, protein: bool, depth: int) -> str:
    operation = _OPERATION.fullmatch(text)
    if operation is None:
        return _plain(text, length, protein)
    if protein:
        return f"“{text[:40]}” is not for proteins"
    if depth == DEEPEST:
        return f"“{text[:40]}” nests too deeply"
    name, inner = operation.groups()
    pieces = _parts(inner)
    if name == "complement" and len(pieces) > 1:
        return "complement takes one location"
    if name != "complement" and len(pieces) < 2:
        return f"{name} takes at least two locations"
    return next((found for piece in pieces if (found := _wrong(piece, length, protein, depth + 1))), "")


def _plain(text: str, length: int, protein: bool) -> str:
    if between := _BETWEEN.fullmatch(text):
        first, second = int(between[1]), int(between[2])
        neighbours = second == first + 1 or (first == length and second == 1)  # a circle closes
        return "" if neighbours and not protein else f"“{text[:40]}” does not lie between two neighbours"
    found = _RANGE.fullmatch(text) or _ONE.fullmatch(text)
    if found is None:
        return f"“{text[:40]}” is not a location"
    places = [int(place) for place in found.groups()]
    if places != sorted(places):
        return f"“{text[:40]}” runs backwards"
    return "" if places[0] >= 1 and places[-1] <= length else f"“{text[:40]}” lies outside 1..{length}"


def _parts(text: str) -> list[str]:
    """Split at the commas that do not stand within brackets."""
    pieces, depth, start = [], 0, 0
    for place, sign in enumerate(text):
        depth += (sign == "(") - (sign == ")")
        if sign == "," and depth == 0:
            pieces.append(text[start:place])
            start = place + 1
    return [*pieces, text[start:]]
