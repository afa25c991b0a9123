"""What the page of one case shows, and which acts it offers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from chancery.records.accounts import queries as accounts
from chancery.records.fees import queries as fees
from chancery.records.fees.queries import InvoiceView
from chancery.records.mail import queries as mail
from chancery.records.register import queries as register
from chancery.records.register.queries import Said, describe, in_address
from chancery.services.examination import decisions, formalities, queries, strands
from chancery.services.examination.decisions import Against
from chancery.services.examination.dossier import Dossier
from chancery.services.examination.formalities import Receipt
from chancery.services.examination.offices import table
from chancery.services.examination.offices.act import OfficeAct
from chancery.services.examination.roles import ROLES, Words, against_role
from chancery.services.examination.strands import Strand
from chancery.treaties import pct
from chancery.treaties.kernel import Finding, TimeLimit, of_office

SOON = 5
"""How many of the coming time limits the page shows unfolded."""

SEVERITIES = ("prevents", "raised", "hint")


@dataclass(frozen=True)
class Dated:
    """A time limit whose day is known, and whether that day is over."""

    limit: TimeLimit
    due: date
    over: bool


@dataclass(frozen=True)
class Sent:
    """A letter that went out: its PDF by hash, to whom, when it was written and read."""

    subject: str
    sha256: str
    to: str
    written_at: datetime
    read_at: datetime | None


@dataclass(frozen=True)
class Told:
    """One line of the timeline, with the findings of an invitation and the facts of a notification beside it."""

    said: Said
    kind: str
    body: dict[str, Any]


@dataclass(frozen=True)
class RoleActs:
    """The acts of one Office on a case: those that are possible now, and the others with what stands against them."""

    role: str
    name: Words
    now: list[OfficeAct]
    closed: list[tuple[OfficeAct, Against]]


@dataclass(frozen=True)
class Folder(Dossier):
    """One case, open on the desk on a certain day."""

    @property
    def address(self) -> str:
        return in_address(self.right.number)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        return formalities.findings(self.right)

    @cached_property
    def receipts(self) -> tuple[Receipt, ...]:
        return formalities.receipts(self.entries)

    @property
    def grouped(self) -> list[tuple[str, list[Finding]]]:
        """The findings by severity, those that bar the filing date first."""
        return [
            (severity, found)
            for severity in SEVERITIES
            if (found := [one for one in self.findings if one.severity == severity])
        ]

    @cached_property
    def offered(self) -> dict[str, Finding]:
        """The findings that an invitation can be about, each under a key that outlives other findings."""
        found: dict[str, Finding] = {}
        for one in self.findings:
            barred = formalities.bars_the_filing_date(one) and self.right.filing_date is not None
            if formalities.is_invitable(one) and not barred:
                found[_free_key(f"{one.rule}:{one.field}", found)] = one
        return found

    @cached_property
    def not_yet_invited(self) -> list[str]:
        """The keys of `offered` that no invitation has named: what the form proposes."""
        fresh = formalities.to_be_invited(self.right, self.offered.values())
        return [key for key, one in self.offered.items() if one in fresh]

    @cached_property
    def time_limits(self) -> tuple[TimeLimit, ...]:
        return super().time_limits

    @property
    def strands(self) -> list[Strand]:
        """Where the case stands, strand by strand."""
        return strands.strands(self)

    @property
    def roles(self) -> list[RoleActs]:
        """What each Office that this installation is can do now, and what it cannot yet."""
        return [one for one in (_acts_of(self, role) for role in ROLES) if one.now or one.closed]

    @property
    def against_inviting(self) -> Against:
        return decisions.against_any_act(self.right)

    @cached_property
    def against_according(self) -> Against:
        return decisions.against_according(self.right, self.receipts)

    @cached_property
    def against_finding_none(self) -> Against:
        return decisions.against_finding_none(self.right, self.receipts, on=self.on)

    @cached_property
    def met_on(self) -> date | None:
        return formalities.met_on(self.receipts)

    @property
    def filing_days(self) -> list[date]:
        """The days that can be accorded as filing date: from when the requirements are met, days of receipt."""
        met = self.met_on
        return sorted({one.on for one in self.receipts if met and one.on >= met})

    @property
    def next_limits(self) -> list[Dated]:
        """The time limits that come next."""
        return [one for one in self.limits if not one.over][:SOON]

    @property
    def further_limits(self) -> list[Dated]:
        """Those that come later, and those that are over."""
        soon = self.next_limits
        return [one for one in self.limits if one not in soon]

    @cached_property
    def limits(self) -> list[Dated]:
        """The time limits whose day is known, the next one first, those that are over at the end."""
        found = [
            Dated(limit, limit.due, limit.due < self.on) for limit in self.time_limits if isinstance(limit.due, date)
        ]
        return sorted(found, key=lambda one: (one.over, one.due))

    @property
    def publication(self) -> pct.Publication:
        return pct.publication(self.right.record, calendars=of_office)

    @property
    def invoice(self) -> InvoiceView | None:
        return fees.invoice(self.right.number)

    @property
    def officer(self) -> accounts.Person | None:
        return queries.officer(self.right.number)

    @cached_property
    def holders(self) -> list[accounts.Person]:
        """To whom letters about the case go."""
        return accounts.people(register.holders(self.right.number))

    @cached_property
    def letters(self) -> list[Sent]:
        """The letters that went out about the case, newest first."""
        names = {person.id: person.name for person in self.holders}
        return [
            Sent(one.subject, one.sha256, names.get(one.recipient, ""), one.written_at, one.read_at)
            for one in mail.letters_sent_about(self.right.number)
        ]

    @property
    def files(self) -> dict[str, str]:
        """Every file of the case, and the letters about it: hash and name."""
        letters = {one.sha256: f"{one.subject}.pdf" for one in self.letters}
        return letters | {str(one.get("sha256")): _file_name(one) for one in (*self.right.documents, *self.later_files)}

    @property
    def later_files(self) -> list[dict[str, Any]]:
        """What came after filing: papers, amendments, observations, reports."""
        right = self.right
        sources: tuple[Any, ...] = (
            *right.papers,
            *right.amendments,
            *right.observations,
            *right.searches,
            *right.reports,
        )
        return [document for one in sources for document in one.documents]

    @property
    def timeline(self) -> list[Told]:
        """What happened, newest first, in the register's words."""
        return [Told(describe(entry, shown=True), entry.kind, entry.body or {}) for entry in reversed(self.entries)]


def _file_name(document: dict[str, Any]) -> str:
    return str(document.get("name") or f"{document.get('kind')}.pdf")


def _acts_of(folder: Folder, role: str) -> RoleActs:
    if against_role(role, folder.right):
        return RoleActs(role, ROLES[role], [], [])
    judged = [(act, act.refusals(folder)) for act in table.ACTS if act.role == role]
    return RoleActs(
        role,
        ROLES[role],
        [act for act, against in judged if not against],
        [(act, against) for act, against in judged if against],
    )


def _free_key(key: str, taken: Mapping[str, Finding]) -> str:
    """A rule may find several things in one field; the second gets another key."""
    return _free_key(f"{key}+", taken) if key in taken else key


def open_folder(number: str, *, on: date) -> Folder | None:
    """The case as the register has it now; None when there is none, or all of it was erased."""
    entries = register.timeline(number)
    right = register.right(number)
    if right is None or right.received_on is None:
        return None
    return Folder(right, entries, on)
