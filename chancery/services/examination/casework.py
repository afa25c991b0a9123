"""What the page of one case shows, and which acts it offers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, ClassVar

from chancery.records.accounts import queries as accounts
from chancery.records.fees import queries as fees
from chancery.records.fees.queries import InvoiceView
from chancery.records.register import queries as register
from chancery.records.register.queries import in_address
from chancery.services.examination import casefile, decisions, formalities, queries, strands
from chancery.services.examination.casefile import Limits, RoleActs, Sent, Told
from chancery.services.examination.decisions import Against
from chancery.services.examination.dossier import Dossier
from chancery.services.examination.formalities import Receipt
from chancery.services.examination.offices import table
from chancery.services.examination.offices.act import OfficeAct
from chancery.services.examination.roles import ROLES, against_role
from chancery.services.examination.strands import Strand
from chancery.treaties import pct
from chancery.treaties.kernel import Finding, TimeLimit, of_office

SEVERITIES = ("prevents", "raised", "hint")


@dataclass(frozen=True)
class Folder(Dossier):
    """One case, open on the desk on a certain day."""

    document_page: ClassVar[str] = "examination:document"

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
    def roles(self) -> list[RoleActs[OfficeAct]]:
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

    @cached_property
    def dated(self) -> Limits:
        return casefile.limits(self.time_limits, on=self.on)

    @property
    def publication(self) -> pct.Publication:
        return pct.publication(self.right.record, calendars=of_office)

    @property
    def invoice(self) -> InvoiceView | None:
        return fees.invoice(self.right.number)

    @property
    def officer(self) -> accounts.Person | None:
        return queries.officer(self.right.number)

    @property
    def holders(self) -> list[accounts.Person]:
        """To whom letters about the case go."""
        return accounts.people(register.holders(self.right.number))

    @cached_property
    def letters(self) -> list[Sent]:
        return casefile.letters(self.right.number)

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
        return casefile.timeline(self.entries)


def _file_name(document: dict[str, Any]) -> str:
    return str(document.get("name") or f"{document.get('kind')}.pdf")


def _acts_of(folder: Folder, role: str) -> RoleActs[OfficeAct]:
    if against_role(role, folder.right):
        return RoleActs(role, ROLES[role], [], [])
    acts = (act for act in table.ACTS if act.role == role)
    return casefile.role_acts(role, ROLES[role], acts, lambda act: act.refusals(folder))


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
