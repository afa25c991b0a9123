"""What the page of one registration file shows, and which acts it offers."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any, ClassVar

from chancery.core import clock
from chancery.records.accounts import queries as accounts
from chancery.records.fees import queries as fees
from chancery.records.fees.queries import InvoiceView
from chancery.records.register import queries as register
from chancery.records.register.queries import Line, in_address
from chancery.services.examination import casefile, queries
from chancery.services.examination.casefile import Limits, RoleActs, Sent, Told
from chancery.services.examination.registrations import findings
from chancery.services.examination.registrations.acts import table
from chancery.services.examination.registrations.acts.act import FileAct, against_role
from chancery.services.examination.registrations.acts.recording import against_recording
from chancery.services.examination.registrations.dossier import Against, FileDossier
from chancery.services.examination.registrations.findings import cites_of
from chancery.services.examination.registrations.shown import Group, groups
from chancery.services.examination.registrations.words import ROLES
from chancery.treaties.kernel import Finding
from chancery.treaties.registrations import PartyLife, Reached

WHAT_IT_IS = {
    "madrid": {"526", "527", "540", "541", "551", "552", "553", "554", "555", "556", "558", "561", "566", "571", "591"},
    "hague": set[str](),
    "lisbon": {
        *("Lisbon Art. 2(1)", "Lisbon Rule 5(2)(a)(iv)", "Lisbon Rule 5(2)(b)"),
        *("Lisbon Rule 5(6)", "Lisbon Rule 5(2)(a)(vii)"),
    },
}
"""The register's data that say what the mark or the name is, by their codes (ST.60), or by what asks for them."""


@dataclass(frozen=True)
class FileFolder(FileDossier):
    """One file, open on the desk."""

    document_page: ClassVar[str] = "examination:registration-document"

    @property
    def address(self) -> str:
        return in_address(self.file.number)

    @cached_property
    def application(self) -> dict[str, Any]:
        """The application as plain data, with how its persons can be reached."""
        return register.reached(self.file.number, self.file.application.to_dict())

    @cached_property
    def shown(self) -> list[Group]:
        """What shows the mark or the designs; with what the rules find of it while that can still be remedied."""
        return groups(self.file, self.found if self.pending else ())

    @property
    def described(self) -> list[Line]:
        """What the mark or the name is, in the register's words: how it is written, sounds, and what it means."""
        kept = WHAT_IT_IS[self.system]
        return [one for one in register.data_lines(self.file) if (one.inid or one.cites) in kept]

    @property
    def found_by_rule(self) -> list[tuple[str, list[Finding]]]:
        """What no notice has told yet, under the Rules by which it would be told."""
        grouped = findings.by_rule(self.system, self.docket.to_notice)
        return [(cites_of(self.system, rule), several) for rule, several in grouped.items()]

    @property
    def hints(self) -> list[Finding]:
        return [one for one in self.found if one.severity == "hint"]

    @property
    def roles(self) -> list[RoleActs[FileAct]]:
        """What each Office that this installation is can do now, and what it cannot yet."""
        return [one for one in (_acts_of(self, role) for role in ROLES) if one.now or one.closed]

    @cached_property
    def dated(self) -> Limits:
        return casefile.limits((one for one in self.limits if one.done_on is None), on=self.on)

    @cached_property
    def lives(self) -> tuple[PartyLife, ...]:
        return self.file.lives(on=self.on)

    @cached_property
    def statuses(self) -> tuple[Reached, ...]:
        return self.file.statuses(on=self.on)

    @property
    def requests(self) -> list[tuple[Any, str, Against]]:
        """Each request with its title, and what stands against recording it while it waits."""
        return [
            (one, self.file.system.act(one.act).title, against_recording(self, one) if one.waits else ())
            for one in self.file.requests
        ]

    @property
    def statements(self) -> list[tuple[Any, str, str]]:
        """Each statement of an Office with its title and provision, the newest first."""
        acts = ((one, self.file.system.act(one.act)) for one in reversed(self.file.statements))
        return [(one, register.called(one.act), act.cites) for one, act in acts]

    @property
    def invoice(self) -> InvoiceView | None:
        return fees.invoice(self.file.number)

    @property
    def officer(self) -> accounts.Person | None:
        return queries.officer(self.file.number)

    @cached_property
    def letters(self) -> list[Sent]:
        return casefile.letters(self.file.number)

    @property
    def documents(self) -> list[dict[str, Any]]:
        """Every file that came with the application, a request or a statement."""
        file = self.file
        asked = [document for one in file.requests for document in one.documents]
        stated = [document for one in file.statements for document in one.documents]
        return [*file.documents, *asked, *stated]

    @property
    def files(self) -> dict[str, str]:
        """Every file, and the letters about it: hash and name."""
        letters = {one.sha256: f"{one.subject}.pdf" for one in self.letters}
        return letters | {str(one.get("sha256")): str(one.get("name") or one.get("kind")) for one in self.documents}

    @property
    def timeline(self) -> list[Told]:
        return casefile.timeline(self.entries)


def _acts_of(folder: FileFolder, role: str) -> RoleActs[FileAct]:
    if against_role(role, folder):
        return RoleActs(role, ROLES[role], [], [])
    acts = (act for act in table.of(folder.system) if act.role == role)
    return casefile.role_acts(role, ROLES[role], acts, lambda act: act.refusals(folder))


def open_file(number: str, *, at: datetime) -> FileFolder | None:
    """The file as the register has it now; None when there is none, or all of it was erased."""
    file = register.registration(number)
    if file is None or file.received_on is None:
        return None
    return FileFolder(file, register.timeline(number), clock.local_day(at), at)
