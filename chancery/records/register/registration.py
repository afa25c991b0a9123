"""A registration file: one application for international registration, and the registration that came of it."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from chancery.records.register.right import Payment
from chancery.treaties.kernel import Step, TimeLimit
from chancery.treaties.registrations import SYSTEMS, Asked, Deed, Facts, PartyLife, Possible, Reached, System

EVERYTHING = Asked()
DECIDING = frozenset(
    {"grant", "grant_after_refusal", "confirm_refusal", "withdraw_refusal", "decide_further", "invalidate"}
)
"""Acts of an Office after which nothing is left to be answered."""
PREFIXES = {f"{key.upper()}/": key for key in SYSTEMS}
"""How the numbers of registration files begin: "MADRID/2026/000001"."""

NUMBERS = {"madrid": "{given}", "hague": "DM/{given:06d}", "lisbon": "AO {given}"}
"""How a registration is numbered in each system; the digits run from 1 in each."""

COLLECTIONS = {"madrid": "marks", "hague": "designs", "lisbon": "indications"}
"""In which collection of the databases a registration is found."""


def system_of(number: str) -> System | None:
    """The system of a file by its number; nothing where it is no registration file."""
    return next((SYSTEMS[key] for prefix, key in PREFIXES.items() if number.startswith(prefix)), None)


@dataclass(frozen=True, kw_only=True)
class Notice:
    """A notice of the International Bureau, and when it was answered. ``due`` is nothing where the law has no day."""

    notice: int
    rule: str
    findings: tuple[dict[str, str], ...]
    dated: date
    due: date | None
    remedied_by: str
    party: str = ""
    request: int = 0
    remark: str = ""
    answered_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Requested:
    """A later act of applicant or holder: waiting, recorded, or declined."""

    request: int
    act: str
    received_on: date
    parties: tuple[str, ...]
    things: tuple[int, ...]
    facts: dict[str, str]
    application: dict[str, Any] | None
    documents: tuple[dict[str, Any], ...]
    remark: str
    recorded_on: date | None = None
    declined_on: date | None = None
    reason: str = ""

    @property
    def asked(self) -> Asked:
        """For what it is asked: parties, things, the party of a new owner, the parties that a renewal keeps."""
        return Asked(
            parties=self.parties,
            things=self.things,
            new_owner=self.facts.get("holder", ""),
            keep=tuple(self.facts.get("keep", "").split()),
        )

    @property
    def waits(self) -> bool:
        return self.recorded_on is None and self.declined_on is None


@dataclass(frozen=True, kw_only=True)
class Statement:
    """What an Office has stated. ``answer_until`` is the day until which the holder may answer, where there is one."""

    statement: int
    office: str
    act: str
    on: date
    things: tuple[int, ...]
    days: dict[str, date]
    facts: dict[str, str]
    grounds: tuple[dict[str, str], ...]
    answer_until: date | None
    documents: tuple[dict[str, Any], ...]
    remark: str


@dataclass(frozen=True, kw_only=True)
class Printed:
    """One appearance in the bulletin: of the registration, or of what was recorded."""

    what: str
    on: date
    issue: str


@dataclass(frozen=True, kw_only=True)
class Registration:
    """One file as the register knows it. ``facts`` are what its system judges by.

    ``registered_on`` is the date that the registration bears, ``entered_on`` the day on which it was made.
    """

    number: str
    system: System
    version: int = 0
    entries: tuple[int, ...] = ()
    received_at: datetime | None = None
    received_on: date | None = None
    office: str = ""
    facts: Facts = field(default_factory=lambda: Facts(application=None, record=None))
    documents: tuple[dict[str, Any], ...] = ()
    forwarded_on: date | None = None
    notices: tuple[Notice, ...] = ()
    requests: tuple[Requested, ...] = ()
    statements: tuple[Statement, ...] = ()
    payments: tuple[Payment, ...] = ()
    refunds: tuple[Payment, ...] = ()
    registration_number: str = ""
    registered_on: date | None = None
    entered_on: date | None = None
    notified: tuple[tuple[str, date], ...] = ()  # which party, when
    printed: tuple[Printed, ...] = ()
    ended: str = ""  # how: "abandoned", "refused", "withdrawn"
    ended_on: date | None = None
    ended_because: str = ""
    erased: bool = False

    @property
    def application(self) -> Any:
        """The application, and after registration the registration, as it stands: an object of its system."""
        return self.facts.application

    @property
    def title(self) -> str:
        return self.system.title(self.application)

    @property
    def holders(self) -> tuple[str, ...]:
        return self.system.holders(self.application)

    @property
    def things(self) -> tuple[str, ...]:
        return self.system.things(self.application)

    @property
    def collection(self) -> str:
        """The collection of the databases in which it is found once it is published."""
        return COLLECTIONS[self.system.key]

    @property
    def key(self) -> str:
        """The registration number as the databases have it in addresses: ``IR1234567``, ``DM231456``, ``AO1203``."""
        bare = "".join(one for one in self.registration_number if one.isalnum())
        return f"IR{bare}" if self.system.key == "madrid" and bare else bare

    @property
    def publication(self) -> Printed | None:
        """The publication of the registration itself."""
        return next((one for one in self.printed if one.what == "registration"), None)

    @property
    def is_part(self) -> bool:
        """It came out of another registration, by a partial change in ownership or a division: it has a letter."""
        return self.registration_number[-1:].isalpha()

    @property
    def open_notices(self) -> tuple[Notice, ...]:
        return tuple(one for one in self.notices if one.answered_on is None)

    @property
    def open_requests(self) -> tuple[Requested, ...]:
        return tuple(one for one in self.requests if one.waits)

    @property
    def renewals(self) -> tuple[Requested, ...]:
        """The renewals that are recorded, the first one first."""
        return tuple(one for one in self.requests if one.act == "renew" and one.recorded_on)

    @property
    def status(self) -> str:
        """One word for the state; the rooms put it into the words of those who read it."""
        if self.ended:
            return self.ended
        if self.registered_on:
            return "published" if self.publication else "registered"
        if self.open_notices:
            return "irregular"
        return "examined" if self.forwarded_on else "presented"

    # What its system says of it, on a day

    def limits(self) -> tuple[TimeLimit, ...]:
        """Those of the law, and until when the holder may answer Offices, as their statements say."""
        return (*self.system.limits(self.facts), *self._answers())

    def _answers(self) -> Iterator[TimeLimit]:
        """What an Office has stated with a day for the answer, unless it has decided since."""
        last = {one.office: one for one in self.statements if one.answer_until or one.act in DECIDING}
        for one in last.values():
            if one.answer_until and one.act not in DECIDING:
                step = Step("The Office's statement says until when", self.system.act(one.act).cites, one.answer_until)
                yield TimeLimit(
                    key="answer_at_office",
                    act="Answer at the Office, by its law.",
                    actor="holder",
                    office=one.office,
                    nominal=one.answer_until,
                    due=one.answer_until,
                    cites=step.cites,
                    steps=(step,),
                    consequence="The Office decides without an answer",
                )

    def possible(self, act: str, *, on: date, asked: Asked = EVERYTHING) -> Possible:
        """Whether an act can be done on that day. Raises ``KeyError`` for a key that is none."""
        return self.system.possible(act, self.facts, on=on, asked=asked)

    def statuses(self, *, on: date) -> tuple[Reached, ...]:
        return self.system.statuses(self.facts, on=on)

    def lives(self, *, on: date) -> tuple[PartyLife, ...]:
        """What became of it in each designated party."""
        return self.system.lives(self.facts, on=on)

    def until(self, *, on: date) -> date | None:
        """The last day of its term."""
        return self.system.until(self.facts, on=on)

    def deed(self, deed: Deed, **changes: Any) -> "Registration":
        """The same after a deed."""
        return replace(self, facts=self.system.after(self.facts, deed), **changes)
