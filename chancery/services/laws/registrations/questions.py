"""What is asked of the fees of the three systems, as the pages and the API both ask it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from chancery.treaties import hague, lisbon, madrid
from chancery.treaties.kernel.plain import BadData

MOST_CLASSES = 45
MOST_DESIGNS = 100
MOST_PARTIES = 200
MOST_REPRODUCTIONS = 10_000
MOST_RENEWALS = 20

MadridAct = Literal["application", "subsequent designation", "renewal", "renewal in grace"]
HagueAct = Literal["application", "renewal", "renewal in grace", "publication"]


@dataclass(frozen=True, kw_only=True)
class MarkParty:
    """A designated party; ``classes`` where protection is wanted in fewer of them there, 0 for all."""

    party: str
    classes: int = 0


@dataclass(frozen=True, kw_only=True)
class MarkFees:
    """What fees of the Madrid System depend on. ``holder``: the party of the applicant or holder (of origin)."""

    act: MadridAct = "application"
    holder: str = ""
    classes: int = 1
    colour: bool = False
    collective: bool = False
    least_developed: bool = False
    parties: tuple[MarkParty, ...] = ()

    def application(self) -> madrid.Application:
        """An application with just the facts that the fees ask for. Raises `BadData` for numbers that cannot be."""
        _within("classes", self.classes, MOST_CLASSES)
        _few(self.parties)
        return madrid.Application(
            origin=self.holder,
            kind="collective" if self.collective else "ordinary",
            colour=self.colour,
            least_developed=self.least_developed,
            classes=tuple(range(1, self.classes + 1)),
            designations=tuple(self._designation(place, one) for place, one in enumerate(self.parties)),
        )

    def _designation(self, place: int, one: MarkParty) -> madrid.Designation:
        if one.classes > self.classes:
            raise BadData(f"parties.{place}.classes", f"at most the {self.classes} classes of the list can be wanted")
        return madrid.Designation(party=one.party, classes=tuple(range(1, one.classes + 1)))


@dataclass(frozen=True, kw_only=True)
class DesignParty:
    """A designated party; ``category`` of a lower tariff of its own, ``level`` of its standard fee where not known."""

    party: str
    category: hague.Category = ""
    level: int = 0


@dataclass(frozen=True, kw_only=True)
class DesignFees:
    """What fees of the Hague System depend on. ``renewal`` is 1 for the first renewal."""

    act: HagueAct = "application"
    designs: int = 1
    reproductions: int = 1
    paper_pages: int = 0
    words: int = 0
    least_developed: bool = False
    deferred: bool = False
    renewal: int = 1
    parties: tuple[DesignParty, ...] = ()

    def application(self) -> hague.Application:
        """An application with just the facts that the fees ask for. Raises `BadData` for numbers that cannot be."""
        _within("designs", self.designs, MOST_DESIGNS)
        _within("reproductions", self.reproductions, MOST_REPRODUCTIONS)
        _within("renewal", self.renewal, MOST_RENEWALS)
        _few(self.parties)
        return hague.Application(
            designs=self.designs,
            reproductions=self.reproductions,
            paper_pages=self.paper_pages,
            words=self.words,
            least_developed=self.least_developed,
            publication="deferred" if self.deferred else "standard",
            designations=tuple(self._designation(place, one) for place, one in enumerate(self.parties)),
        )

    def _designation(self, place: int, one: DesignParty) -> hague.Designation:
        if one.level not in (0, *LEVELS):
            raise BadData(f"parties.{place}.level", "the levels of the standard fee are 1, 2 and 3")
        return hague.Designation(party=one.party, category=one.category, level=one.level or None)


LEVELS = (1, 2, 3)


@dataclass(frozen=True, kw_only=True)
class NameFees:
    """What fees of the Lisbon System depend on. ``parties``: those in which protection is wanted and not waived."""

    act: str = "registration"
    least_developed: bool = False
    parties: tuple[str, ...] = ()


LISBON_ACTS: Mapping[str, str] = {code: fee.label for code, fee in lisbon.FEES.items()} | {"renewal": "Renewal"}


def _within(field: str, number: int, most: int) -> None:
    if not 1 <= number <= most:
        raise BadData(field, f"a number from 1 to {most} is expected here, not {number}")


def _few(parties: tuple[object, ...]) -> None:
    if len(parties) > MOST_PARTIES:
        raise BadData("parties", f"at most {MOST_PARTIES} parties are reckoned at once")
