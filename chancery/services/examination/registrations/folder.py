"""What the page of one registration file shows, and which acts it offers."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from chancery.core import clock
from chancery.records.accounts import queries as accounts
from chancery.records.fees import queries as fees
from chancery.records.fees.queries import InvoiceView
from chancery.records.mail import queries as mail
from chancery.records.register import queries as register
from chancery.records.register.queries import Line, Said, describe, in_address
from chancery.services.examination import queries
from chancery.services.examination.casework import Dated, Sent, Told
from chancery.services.examination.registrations import findings
from chancery.services.examination.registrations.acts import table
from chancery.services.examination.registrations.acts.act import FileAct, against_role
from chancery.services.examination.registrations.acts.recording import against_recording
from chancery.services.examination.registrations.dossier import Against, FileDossier
from chancery.services.examination.registrations.findings import cites_of
from chancery.services.examination.registrations.words import ROLES, Words
from chancery.treaties.kernel import Finding
from chancery.treaties.registrations import PartyLife, Reached

SOON = 5
"""How many of the coming time limits the page shows unfolded."""

WHAT_IT_IS = {
    "madrid": {"526", "527", "540", "541", "550", "551", "554", "556", "558", "561", "566", "571", "591"},
    "hague": set[str](),
    "lisbon": {
        *("Lisbon Art. 2(1)", "Lisbon Rule 5(2)(a)(iv)", "Lisbon Rule 5(2)(b)"),
        *("Lisbon Rule 5(6)", "Lisbon Rule 5(2)(a)(vii)"),
    },
}
"""The register's data that say what the mark or the name is, by their codes (ST.60), or by what asks for them."""


@dataclass(frozen=True)
class RoleActs:
    """The acts of one Office on a file: those that are possible now, and the others with what stands against them."""

    role: str
    name: Words
    now: list[FileAct]
    closed: list[tuple[FileAct, Against]]


@dataclass(frozen=True)
class FileFolder(FileDossier):
    """One file, open on the desk."""

    @property
    def address(self) -> str:
        return in_address(self.file.number)

    @cached_property
    def application(self) -> dict[str, Any]:
        """The application as plain data, with how its persons can be reached."""
        return register.reached(self.file.number, self.file.application.to_dict())

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
    def roles(self) -> list[RoleActs]:
        """What each Office that this installation is can do now, and what it cannot yet."""
        return [one for one in (_acts_of(self, role) for role in ROLES) if one.now or one.closed]

    @cached_property
    def dated(self) -> list[Dated]:
        """The time limits whose day is known, the next one first, those that are over at the end."""
        known = [
            Dated(one, one.due, one.due < self.on)
            for one in self.limits
            if isinstance(one.due, date) and one.done_on is None
        ]
        return sorted(known, key=lambda one: (one.over, one.due))

    @property
    def next_limits(self) -> list[Dated]:
        return [one for one in self.dated if not one.over][:SOON]

    @property
    def further_limits(self) -> list[Dated]:
        soon = self.next_limits
        return [one for one in self.dated if one not in soon]

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
        """The letters that went out about the file, newest first."""
        names = {person.id: person.name for person in accounts.people(register.holders(self.file.number))}
        return [
            Sent(one.subject, one.sha256, names.get(one.recipient, ""), one.written_at, one.read_at)
            for one in mail.letters_sent_about(self.file.number)
        ]

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
        """What happened, newest first, in the register's words."""
        return [Told(_said(entry), entry.kind, entry.body or {}) for entry in reversed(self.entries)]


def _said(entry: Any) -> Said:
    return describe(entry, shown=True)


def _acts_of(folder: FileFolder, role: str) -> RoleActs:
    if against_role(role, folder):
        return RoleActs(role, ROLES[role], [], [])
    judged = [(act, act.refusals(folder)) for act in table.of(folder.system) if act.role == role]
    return RoleActs(
        role,
        ROLES[role],
        [act for act, against in judged if not against],
        [(act, against) for act, against in judged if against],
    )


def open_file(number: str, *, at: datetime) -> FileFolder | None:
    """The file as the register has it now; None when there is none, or all of it was erased."""
    file = register.registration(number)
    if file is None or file.received_on is None:
        return None
    return FileFolder(file, register.timeline(number), clock.local_day(at), at)
