"""What the three systems are asked in, and what they answer with."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from chancery.treaties.kernel.confidence import Confidence
from chancery.treaties.kernel.fees import FeeSheet
from chancery.treaties.kernel.limits import TimeLimit
from chancery.treaties.kernel.rule import Finding

Key = Literal["madrid", "hague", "lisbon"]
Tone = Literal["waits", "stands", "refused", "over"]
"""How a state reads: nothing decided yet, protected, refused for now or for good, or gone."""

Side = Literal["holder", "origin", "party", "anyone"]
"""Whose act it is: that of applicant or holder, of the Office of origin, of the Office of a designated party, or of
anyone."""

Bureau = Literal[
    "presented", "forwarded", "noticed", "remedied", "ended", "registered", "notified", "published", "lapsed"
]
"""What the International Bureau enters of its own besides the acts of the table."""


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What a registration file is judged by: what is applied for, its dates, and what happened, in order of the days.

    The three are those of its system: `madrid.Application`, `madrid.Record`, `madrid.Happening`, and so on.
    """

    application: Any
    record: Any
    happenings: tuple[Any, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Asked:
    """For what an act is asked: parties, and things (goods and services, designs) as places in the list; all if empty.

    ``new_owner`` is the party with which a new owner has a link; ``keep`` are parties that a renewal would leave out,
    and that the holder asks to keep.
    """

    parties: tuple[str, ...] = ()
    things: tuple[int, ...] = ()
    new_owner: str = ""
    keep: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Deed:
    """Something that is entered in a file. ``what`` is the key of an act, or one of `Bureau`; ``on`` the day it counts.

    ``days`` and ``facts`` hold what else is known, by name (``sent_on``; ``rule``, ``holder``). ``application`` is the
    application as it stands afterwards, as plain data, where the deed changes it.
    """

    what: str
    on: date
    parties: tuple[str, ...] = ()
    things: tuple[int, ...] = ()
    days: Mapping[str, date] = field(default_factory=dict)
    facts: Mapping[str, str] = field(default_factory=dict)
    application: Mapping[str, Any] | None = None


@dataclass(frozen=True, kw_only=True)
class Act:
    """An act of a system's table: who may do it, where, on which form. ``says`` explains it in a sentence or two."""

    key: str
    title: str
    cites: str
    who: str
    at: str
    side: Side
    form: str = ""
    says: str = ""
    confidence: Confidence = "rule"


@dataclass(frozen=True, kw_only=True)
class Possible:
    """Whether an act can be done on a day: ``findings`` say why not. ``late`` says why it still can after its limit."""

    act: Act
    findings: tuple[Finding, ...] = ()
    until: TimeLimit | None = None
    fees: FeeSheet | None = None
    late: str = ""
    notes: tuple[Finding, ...] = ()

    @property
    def open(self) -> bool:
        return not self.findings


@dataclass(frozen=True, kw_only=True)
class Offered:
    """For what an act can be asked with effect on a day: parties by their codes, things as places in the list.

    ``keep`` are parties that the act would leave out, unless the holder asks to keep them.
    """

    parties: tuple[str, ...] = ()
    things: tuple[int, ...] = ()
    keep: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Reached:
    """A status that a file has reached in one of its strands."""

    key: str
    label: str
    strand: str
    cites: str
    terminal: bool = False


@dataclass(frozen=True, kw_only=True)
class Span:
    """From a day on, things of a party stand in a state; ``until`` is the day on which all of them had left it.

    ``still`` are those that stand there at the end of what was folded. ``by`` is the kind of happening that brought
    them there, ``title`` what it is called, ``cites`` its provision.
    """

    since: date
    until: date | None
    things: tuple[int, ...]
    still: tuple[int, ...]
    state: str
    says: str
    tone: Tone
    by: str
    title: str
    cites: str


@dataclass(frozen=True, kw_only=True)
class PartyLife:
    """What became of the registration in one designated party. The first of ``spans`` is the designation."""

    code: str
    name: str
    since: date
    spans: tuple[Span, ...]

    @property
    def now(self) -> tuple[Span, ...]:
        """Where its things stand at the end of what was folded."""
        return tuple(span for span in self.spans if span.until is None)

    @property
    def tone(self) -> Tone:
        """One word for the whole: protected where anything is, otherwise what is not over, otherwise over."""
        tones = {span.tone for span in self.now}
        order: tuple[Tone, ...] = ("stands", "waits", "refused")
        return next((tone for tone in order if tone in tones), "over")


@dataclass(frozen=True, kw_only=True)
class Member:
    """A contracting party. ``note`` is what is to be known of it, ``declared`` what it made declarations under."""

    code: str
    name: str
    declared: tuple[str, ...] = ()
    note: str = ""
    confidence: Confidence = "rule"
