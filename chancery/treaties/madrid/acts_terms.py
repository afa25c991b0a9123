"""What a later act is made of: what is asked, the case it is asked in, what stands against it, the act, the answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from chancery.treaties.kernel import acting
from chancery.treaties.kernel.fees import FeeSheet
from chancery.treaties.kernel.limits import TimeLimit
from chancery.treaties.kernel.rule import Finding
from chancery.treaties.madrid.application import Application
from chancery.treaties.madrid.parties import Party, party
from chancery.treaties.madrid.protection import Protection, bits
from chancery.treaties.madrid.record import Designated, Record

Who = Literal[
    "applicant",
    "holder",
    "holder or new owner",
    "holder or representative",
    "holder or licensee",
    "former holder",
    "Office of origin",
    "Office of a designated party",
    "anyone concerned",
]
"""Who may do an act; a representative stands for the applicant or holder."""

Where = Literal["International Bureau", "Office of origin", "Office of the holder", "Office of the designated party"]
FeeCode = str
"""A code of `LATER`, or one of ``application``, ``subsequent designation``, ``renewal``, ``second part``."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """For what an act is asked: parties, all where none is named; goods, as places in the list, likewise.

    ``new_owner`` is the party with which a new owner has a link by nationality, domicile or establishment (Art. 2(1)).
    ``keep`` are parties that a renewal would leave out, and that the holder asks to keep (Rule 30(2)(b)).
    """

    parties: tuple[str, ...] = ()
    goods: tuple[int, ...] = ()
    new_owner: str = ""
    keep: tuple[str, ...] = ()


@dataclass(frozen=True)
class Case:
    """One mark on one day, and what is asked: what an act is judged by.

    ``folded`` is where its goods and services stand on that day. ``limits`` are its time limits by key; where parties
    are named, those of other parties are not among them.
    """

    record: Record
    application: Application
    folded: Protection
    on: date
    asked: Asked
    limits: Mapping[str, tuple[TimeLimit, ...]]

    def happened(self, name: str) -> bool:
        """Whether a date of the record is known and has come."""
        day = getattr(self.record, name)
        return day is not None and day <= self.on

    @property
    def registered(self) -> bool:
        return self.happened("registered_on")

    @property
    def designated(self) -> frozenset[str]:
        """The parties that are or were designated, by the Register; before registration by the application."""
        known = {*self.folded.parties, *(one.party for one in self.record.designated)}
        return frozenset(known or {one.party for one in self.application.designations})

    @property
    def parties(self) -> tuple[str, ...]:
        """The parties for which the act is asked."""
        return self.asked.parties or tuple(sorted(self.designated))

    @property
    def named(self) -> tuple[Party, ...]:
        """What is known of the parties that are named."""
        return tuple(found for found in map(party, self.asked.parties) if found)

    @property
    def designations(self) -> tuple[Designated, ...]:
        """The dates of the designations that are asked about."""
        return tuple(one for one in self.record.designated if one.party in self.parties)

    def live(self, code: str) -> int:
        """What is left in a party, as bits: not refused, invalidated or taken away."""
        return self.folded.live(code)

    @property
    def goods(self) -> int:
        """The goods and services that are asked about, as bits; all of them where none is named."""
        return bits(self.asked.goods) if self.asked.goods else ~0

    def declared(self, *provisions: str) -> bool:
        """Whether a party that is named has made one of these declarations."""
        return any(one.declared.intersection(provisions) for one in self.named)


Bar = acting.Bar[Case]
"""A sentence that stands against an act where it holds."""


@dataclass(frozen=True, kw_only=True)
class Act:
    """Something that can be done in the life of a mark.

    ``limit`` is the key of the time limit; where one of ``or_limits`` is still open, that one counts. ``under`` keeps
    of these the ones of a provision. An act that ``answers`` cannot be done before what it answers has come, or twice.
    ``fee`` is the code of its fee, none where nothing is due. ``form`` is the form for it. ``bars`` stand against it,
    ``notes`` are to be known before.
    """

    key: str
    title: str
    cites: str
    who: Who = "holder"
    at: Where = "International Bureau"
    or_at: tuple[Where, ...] = ()
    limit: str = ""
    or_limits: tuple[str, ...] = ()
    under: str = ""
    answers: bool = False
    fee: FeeCode = ""
    form: str = ""
    says: str = ""
    bars: tuple[Bar, ...] = ()
    notes: tuple[Bar, ...] = ()

    @property
    def limits(self) -> tuple[str, ...]:
        return tuple(key for key in (self.limit, *self.or_limits) if key)


@dataclass(frozen=True, kw_only=True)
class Possible:
    """Whether an act can be done on a day. ``findings`` say why not; empty, it can.

    ``until`` is the time limit that governs it, ``late`` says why it still can be done after that. ``fees`` are what it
    costs, nothing where no fee is known to the law. ``notes`` do not prevent it.
    """

    act: Act
    findings: tuple[Finding, ...] = ()
    until: TimeLimit | None = None
    fees: FeeSheet | None = None
    late: str = ""
    notes: tuple[Finding, ...] = ()

    @property
    def open(self) -> bool:
        return not self.findings
