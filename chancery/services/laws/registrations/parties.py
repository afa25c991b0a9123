"""The contracting parties of four systems, told in one way: bound since when, by which Act, having declared what."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Literal

from django.utils.translation import gettext_lazy as _

from chancery.services.laws.registrations import declarations
from chancery.services.laws.registrations.declarations import Declared
from chancery.treaties import hague, lisbon, madrid
from chancery.treaties.kernel.confidence import Confidence, least
from chancery.treaties.pct.states import states
from chancery.treaties.registrations import SYSTEMS

Key = Literal["madrid", "hague", "lisbon", "pct"]
NAMES: Mapping[str, Any] = {"madrid": _("Madrid"), "hague": _("Hague"), "lisbon": _("Lisbon"), "pct": _("PCT")}
TITLES: Mapping[str, Any] = {
    "madrid": _("Madrid System for marks"),
    "hague": _("Hague System for industrial designs"),
    "lisbon": _("Lisbon System for appellations of origin and geographical indications"),
}
ACTS: Mapping[str, Any] = {
    "1999": _("Act of 1999"),
    "1960": _("Act of 1960"),
    "Geneva Act": _("Geneva Act"),
    "1967 Act": _("Act of 1967"),
}
"""The Acts of the Hague and Lisbon Agreements, as their tables write them -> their names."""

ORGANIZATIONS = {
    "OA": "African Intellectual Property Organization (OAPI)",
    "EM": "European Union",
    "EP": "European Patent Office",
    "EA": "Eurasian Patent Office",
    "AP": "African Regional Intellectual Property Organization (ARIPO)",
    "BX": "Benelux",
}
"""Organizations and common Offices, by the code under which they are designated."""


@dataclass(frozen=True)
class Bond:
    """By what a party is bound: the Act (empty where the system has one), the first day, and how sure that day is.

    No day: it is bound, and the day is not in our data.
    """

    act: str
    since: date | None
    confidence: Confidence

    @property
    def law(self) -> Any:
        """The name of the Act; empty where the system has one."""
        return ACTS.get(self.act, self.act)


@dataclass(frozen=True, kw_only=True)
class Member:
    """A contracting party of one system. ``through`` is the common Office through which alone it is designated.

    ``declarations_known`` is false where it became bound after our list of declarations was read.
    """

    system: Key
    code: str
    name: str
    organization: bool
    bonds: tuple[Bond, ...]
    through: str
    declared: tuple[Declared, ...]
    declarations_known: bool
    note: str
    source: str

    @property
    def since(self) -> date | None:
        """The first day on which any Act binds it."""
        return min((bond.since for bond in self.bonds if bond.since), default=None)

    @property
    def confidence(self) -> Confidence:
        return least(*(bond.confidence for bond in self.bonds))

    def bound(self, on: date) -> bool:
        """Whether any Act binds it on that day. A day that is not known is taken to be past."""
        return any(bond.since is None or bond.since <= on for bond in self.bonds)

    def has(self, provision: str) -> bool:
        return any(one.key == provision for one in self.declared)


@cache
def members(system: str) -> Mapping[str, Member]:
    """The parties of a system by their codes, in the order of the list. Raises ``KeyError`` for none of the four."""
    return {one.code: one for one in READERS[system]()}


def everywhere(code: str) -> tuple[Member, ...]:
    """The same party in each system of which it is one."""
    return tuple(found[code] for found in map(members, NAMES) if code in found)


@cache
def codes() -> Mapping[str, str]:
    """Every code that is a party of any system, with its name; in the order of the names."""
    names = {code: one.name for system in NAMES for code, one in members(system).items()}
    return dict(sorted(names.items(), key=lambda pair: pair[1]))


def _codes(system: str) -> Iterable[str]:
    return (one.code for one in SYSTEMS[system].members())


def _madrid() -> Iterable[Member]:
    for one in filter(None, map(madrid.party, _codes("madrid"))):
        yield Member(
            system="madrid",
            code=one.code,
            name=one.name,
            organization=one.kind in {"organization", "common Office"},
            bonds=(Bond("", one.since, one.confidence),),
            through=one.through,
            declared=declarations.of_madrid(one),
            declarations_known=one.declarations_known,
            note=one.note,
            source=one.source,
        )


def _hague() -> Iterable[Member]:
    for one in filter(None, map(hague.party, _codes("hague"))):
        yield Member(
            system="hague",
            code=one.code,
            name=one.name,
            organization=one.code in ORGANIZATIONS,
            bonds=tuple(Bond(act, day, one.confidence) for act, day in sorted(one.bound.items(), reverse=True))
            or (Bond("", None, one.confidence),),
            through=one.through,
            declared=declarations.of_hague(one),
            declarations_known=True,
            note=one.note,
            source=one.source,
        )


def _lisbon() -> Iterable[Member]:
    for one in filter(None, map(lisbon.party, _codes("lisbon"))):
        yield Member(
            system="lisbon",
            code=one.code,
            name=one.name,
            organization=one.code in ORGANIZATIONS,
            bonds=tuple(Bond(act, day, one.sure[act]) for act, day in one.bound.items()),
            through="",
            declared=declarations.of_lisbon(one),
            declarations_known=True,
            note=one.note,
            source=one.source,
        )


def _pct() -> Iterable[Member]:
    for one in states().values():
        yield Member(
            system="pct",
            code=one.code,
            name=one.name,
            organization=False,
            bonds=(Bond("", one.bound, one.confidence),),
            through="",
            declared=(),
            declarations_known=False,
            note=one.note,
            source=one.source,
        )


READERS = {"madrid": _madrid, "hague": _hague, "lisbon": _lisbon, "pct": _pct}
