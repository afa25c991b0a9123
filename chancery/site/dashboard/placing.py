"""Where a person has put which piece: plain data and pure functions, so that a button and a drag do the same."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any


@dataclass(frozen=True)
class Placed:
    """A piece at its place; ``wide``: it takes the whole width."""

    key: str
    wide: bool = False


@dataclass(frozen=True)
class Dashboard:
    """What is placed, in order."""

    placed: tuple[Placed, ...]

    @classmethod
    def of(cls, data: Mapping[str, Any] | None, *, usual: Sequence[Placed]) -> "Dashboard":
        """What was kept; the usual arrangement for whoever has placed nothing."""
        rows = (data or {}).get("placed")
        placed = tuple(usual) if rows is None else tuple(Placed(row["key"], bool(row["wide"])) for row in rows)
        return cls(placed)

    def plain(self) -> dict[str, Any]:
        return {"placed": [{"key": one.key, "wide": one.wide} for one in self.placed]}

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(one.key for one in self.placed)

    def added(self, key: str) -> "Dashboard":
        return self if key in self.keys else replace(self, placed=(*self.placed, Placed(key)))

    def removed(self, key: str) -> "Dashboard":
        return replace(self, placed=tuple(one for one in self.placed if one.key != key))

    def resized(self, key: str) -> "Dashboard":
        """Wide if it was narrow, and the other way round."""
        changed = (replace(one, wide=not one.wide) if one.key == key else one for one in self.placed)
        return replace(self, placed=tuple(changed))

    def moved(self, key: str, step: int) -> "Dashboard":
        """One place earlier (-1) or later (1); at the end it stays."""
        if key not in self.keys:
            return self
        here = self.keys.index(key)
        there = min(max(here + step, 0), len(self.placed) - 1)
        rest = [one for one in self.placed if one.key != key]
        return replace(self, placed=(*rest[:there], self.placed[here], *rest[there:]))

    def ordered(self, keys: Iterable[str]) -> "Dashboard":
        """In this order; pieces that it does not name (added in another tab) come after, and none is lost."""
        places = {key: place for place, key in enumerate(dict.fromkeys(keys))}
        return replace(self, placed=tuple(sorted(self.placed, key=lambda one: places.get(one.key, len(places)))))
