"""A contracting party in a draft: a row of the table and a tile of the map, in every system alike."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Literal

from django.utils.translation import gettext as _

from chancery.services.filing.registrations.offered import country_name
from chancery.services.filing.shapes import Text
from chancery.treaties.kernel import FeeLine, Money


@dataclass(frozen=True)
class Note:
    """What a party asks for or may do, in a few words, and the provision it rests on."""

    text: Text
    cites: str


@dataclass(frozen=True, kw_only=True)
class PartyRow:
    """A party that can be designated, or why not. ``fee`` is what its designation costs in this application.

    ``place`` is that of its designation in the application, where it has one.
    """

    code: str
    fee: FeeLine | None
    asks: tuple[Note, ...]
    place: int | None = None
    barred: Note | None = None

    @property
    def name(self) -> str:
        return country_name(self.code)

    @property
    def chosen(self) -> bool:
        return self.place is not None

    @property
    def tone(self) -> Literal["on", "part", "off"]:
        """As the map has it: designated, not possible, possible."""
        if self.chosen:
            return "on"
        return "off" if self.barred is None else "part"

    @property
    def label(self) -> str:
        """In words, for the tile: the name, what it costs, or why not."""
        if self.barred:
            return f"{self.name}: {self.barred.text}"
        cost = str(self.fee.amount) if self.fee and isinstance(self.fee.amount, Money) else _("fee not yet known")
        return f"{self.name}: {cost}, {_('designated') if self.chosen else _('not designated')}"

    @property
    def href(self) -> str:
        return f"#party-{self.code}"


def fees_by_party(lines: Iterable[FeeLine], codes: Collection[str]) -> dict[str, FeeLine]:
    """Of the lines of a fee sheet those of single parties, by their codes."""
    ends = ((line.code.rpartition("_")[2], line) for line in lines)
    return {code: line for code, line in ends if code in codes}


def by_name(rows: Iterable[PartyRow]) -> list[PartyRow]:
    """In the order of the names in the language of the page."""
    return sorted(rows, key=lambda row: row.name.casefold())
