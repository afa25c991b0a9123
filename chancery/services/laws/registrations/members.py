"""The contracting parties as a table and as a map: which are asked for, in which order, and how each tile looks."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from django.urls import reverse
from django.utils.translation import gettext as _

from chancery.services.laws.registrations.parties import NAMES, Bond, Key, Member, codes, everywhere, members
from chancery.treaties.kernel.confidence import Confidence, least

OLD_ACTS = frozenset({"1960", "1967 Act"})
"""Acts under which a party alone does not share the latest one."""


@dataclass(frozen=True)
class Wanted:
    """What the reader asks for: words of the name or code, a declaration, organizations or States, days.

    ``on`` is the day for which all is told; with ``bound``, only who is bound then is asked for. ``since``: only who
    became bound on that day or later.
    """

    on: date
    bound: bool = False
    since: date | None = None
    words: str = ""
    declared: str = ""
    kind: Literal["", "state", "organization"] = ""
    systems: tuple[str, ...] = ()

    def names(self, code: str, name: str) -> bool:
        asked = self.words.casefold()
        return asked in name.casefold() or asked == code.casefold()

    def fits(self, one: Member) -> bool:
        """Whether a party is one of those asked for."""
        if self.kind and one.organization != (self.kind == "organization"):
            return False
        return self.names(one.code, one.name) and (not self.declared or one.has(self.declared)) and self.dates(one)

    def dates(self, one: Member) -> bool:
        """Whether the days of a party are those asked for. A day that is not known is not later than any."""
        if self.bound and not one.bound(self.on):
            return False
        return self.since is None or (one.since is not None and one.since >= self.since)


@dataclass(frozen=True)
class Line:
    """A party over the four systems."""

    code: str
    name: str
    organization: bool
    by_system: Mapping[Key, Member]

    def in_all(self, systems: Iterable[str], on: date) -> bool:
        """Whether it is bound by each of these systems on that day."""
        return all(any(one.system == key and one.bound(on) for one in self.by_system.values()) for key in systems)

    @property
    def confidence(self) -> Confidence:
        return least(*(one.confidence for one in self.by_system.values()))

    @property
    def cells(self) -> list[Member | None]:
        """One for each system, in the order of the heads of the table."""
        return [self.by_system.get(key) for key in NAMES]  # type: ignore[call-overload]  # its keys are these


Tone = Literal["on", "part", "chosen", "off"]
"""How a tile of the map looks: wholly, in part, the reader's own choice, or a mere outline."""


@dataclass(frozen=True)
class Tile:
    """A party on the map."""

    code: str
    label: str
    tone: Tone
    href: str


def found(system: str, wanted: Wanted, sort: str = "") -> list[Member]:
    """The parties of one system that are asked for, in the order of a key of ``ORDERS``; ``-key`` the other way."""
    return ordered([one for one in members(system).values() if wanted.fits(one)], sort, ORDERS)


def lines(wanted: Wanted, sort: str = "") -> list[Line]:
    """The parties of all systems, or of all those named together."""
    every = [_line(code, name) for code, name in codes().items() if wanted.names(code, name)]
    kept = [one for one in every if not wanted.kind or one.organization == (wanted.kind == "organization")]
    dated = [one for one in kept if any(map(wanted.dates, one.by_system.values()))]
    return ordered([one for one in dated if one.in_all(wanted.systems, wanted.on)], sort, LINE_ORDERS)


def _line(code: str, name: str) -> Line:
    its = everywhere(code)
    return Line(code, name, any(one.organization for one in its), {one.system: one for one in its})


def ordered(rows: list[Any], sort: str, orders: Mapping[str, Callable[[Any], Any]]) -> list[Any]:
    """A key that is none leaves the order of the names."""
    order = orders.get(sort.removeprefix("-"), orders["name"])
    return sorted(rows, key=order, reverse=sort.startswith("-"))


LAST = date.max
ORDERS: Mapping[str, Callable[[Member], Any]] = {
    "code": lambda one: one.code,
    "name": lambda one: one.name,
    "since": lambda one: one.since or LAST,
    "declared": lambda one: (-len(one.declared), one.name),
}
LINE_ORDERS: Mapping[str, Callable[[Line], Any]] = {
    "code": lambda one: one.code,
    "name": lambda one: one.name,
    **{key: (lambda one, key=key: _since(one, key)) for key in NAMES},  # type: ignore[misc]
}


def _since(one: Line, key: Key) -> tuple[bool, date]:
    member = one.by_system.get(key)
    return member is None, (member.since if member else None) or LAST


# The map


def tiles(system: str, shown: Iterable[Member], *, on: date) -> list[Tile]:
    """Every party of a system: those shown as they are bound, the others as a mere outline."""
    kept = {one.code for one in shown}
    return [
        Tile(one.code, label(one, on), tone(one, on) if one.code in kept else "off", page(one.code))
        for one in members(system).values()
    ]


def tone(one: Member, on: date) -> Tone:
    """``part`` where it is bound only later, only by an older Act, or designated through a common Office."""
    now = [bond for bond in one.bonds if bond.since is None or bond.since <= on]
    return "on" if now and not one.through and any(bond.act not in OLD_ACTS for bond in now) else "part"


def label(one: Member, on: date) -> str:
    """A party in a few words, for its tile."""
    words = [since(bond, on) for bond in one.bonds]
    if one.through:
        words.append(_("designated through %(office)s") % {"office": one.through})
    return f"{one.name}: {', '.join(words)}"


def since(bond: Bond, on: date) -> str:
    """``Act of 1999, bound since 2004-12-23``: the day as data write it."""
    if bond.since is None:
        said = _("bound; since when is not known")
    else:
        said = (_("bound from %(day)s") if bond.since > on else _("bound since %(day)s")) % {"day": bond.since}
    return f"{bond.law}, {said}" if bond.act else said


def world(shown: Iterable[Line], *, on: date) -> list[Tile]:
    """The parties of all systems: whole where a party is bound by all four, in part where by some."""
    return [
        Tile(one.code, f"{one.name}: {_systems(one, on)}", "on" if one.in_all(NAMES, on) else "part", page(one.code))
        for one in shown
    ]


def _systems(one: Line, on: date) -> str:
    return ", ".join(str(NAMES[key]) for key, member in one.by_system.items() if member.bound(on)) or _("not bound yet")


def page(code: str) -> str:
    return reverse("laws:party", args=(code,))


def declarations_of(system: str) -> list[str]:
    """The declarations that a party of the system has made, in the order in which parties tell them."""
    found: dict[str, None] = {}
    for one in members(system).values():
        found.update(dict.fromkeys(each.key for each in one.declared))
    return sorted(found)
