"""Paths of an application's data: ``parties.0.name``, ``shown.2.views.0.legend``, ``representative.name``.

A *pattern* is a path with ``#`` for the place in a list. What is kept beside an application by path (what could not be
read, files) moves along when a list is put in another order.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

PLACE = "#"


def at(content: Any, path: str) -> Any:
    """The stored value at a path; None where there is nothing."""
    for step in path.split("."):
        if isinstance(content, list):
            content = content[int(step)] if _is_place(step) and int(step) < len(content) else None
        else:
            content = content.get(step) if isinstance(content, Mapping) else None
    return content


def put(content: dict[str, Any], path: str, value: Any) -> None:
    """Set a value. The list items on the way must be there."""
    way, _dot, last = path.rpartition(".")
    place = at(content, way) if way else content
    place[last] = value


def exists(content: Any, path: str) -> bool:
    """Whether the list items that a path goes through are (still) there."""
    for step in path.split(".")[:-1]:
        if isinstance(content, list):
            if not _is_place(step) or int(step) >= len(content):
                return False
            content = content[int(step)]
        else:
            content = content.get(step) if isinstance(content, Mapping) else None
    return True


def pattern_of(path: str) -> str:
    """The pattern of a path."""
    return ".".join(PLACE if _is_place(step) else step for step in path.split("."))


def found(content: Any, pattern: str) -> Iterator[str]:
    """Every path of this pattern that there is in an application."""
    start, place, rest = pattern.partition(f".{PLACE}.")
    if not place:
        yield pattern
        return
    for number in range(len(at(content, start) or ())):
        for inner in found(at(content, f"{start}.{number}"), rest):
            yield f"{start}.{number}.{inner}"


def moved(kept: dict[str, Any], listed: str, order: Sequence[int]) -> None:
    """Move what is kept by path along with the items of a list. ``order`` are the old places in their new order."""
    now = {old: new for new, old in enumerate(order)}
    start = f"{listed}."
    for path in [path for path in kept if path.startswith(start)]:
        value = kept.pop(path)
        place, dot, rest = path.removeprefix(start).partition(".")
        if int(place) in now:
            kept[f"\0{listed}.{now[int(place)]}{dot}{rest}"] = value
    for path in [path for path in kept if path.startswith("\0")]:
        kept[path[1:]] = kept.pop(path)


def _is_place(step: str) -> bool:
    return step.isascii() and step.isdigit()
