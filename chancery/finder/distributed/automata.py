"""Patterns of one word written for Lucene's automata, whose signs differ from those of other regular expressions."""

from chancery.finder.patterns import Choice, Node, One, Repeat, Row

_SIGNS = frozenset('.?+*|{}[]()"\\#@&<>~^$-')


def regex(node: Node) -> str:
    """The pattern as Lucene reads it, with its optional signs switched off."""
    match node:
        case One(ranges, negated):
            return _one(ranges, negated=negated)
        case Row(parts):
            return "".join(map(regex, parts))
        case Choice(parts):
            return f"({'|'.join(map(regex, parts))})"
        case Repeat(part, least, most):
            inner = regex(part)
            unit = inner if isinstance(part, One) else f"({inner})"
            return unit + _count(least, most)
    raise TypeError(f"Not a pattern: {node!r}")


def _one(ranges: tuple[tuple[str, str], ...], *, negated: bool) -> str:
    if not ranges:
        return "."
    if len(ranges) == 1 and ranges[0][0] == ranges[0][1] and not negated:
        return _escaped(ranges[0][0])
    inside = "".join(_escaped(low) if low == high else f"{_escaped(low)}-{_escaped(high)}" for low, high in ranges)
    return f"[{'^' if negated else ''}{inside}]"


def _escaped(letter: str) -> str:
    return f"\\{letter}" if letter in _SIGNS else letter


def _count(least: int, most: int | None) -> str:
    plain = {(0, None): "*", (1, None): "+", (0, 1): "?"}
    return plain.get((least, most)) or f"{{{least},{'' if most is None else most}}}"
