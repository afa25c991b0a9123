"""A registration file as an act of an Office sees it: the file, its entries, and the day."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from chancery.core.ledger import Entry
from chancery.records.register.queries import Registration, Requested
from chancery.services.examination import roles
from chancery.services.examination.registrations import docket, findings
from chancery.treaties.kernel import Finding, TimeLimit
from chancery.treaties.kernel.reckoning import Reckoning
from chancery.treaties.registrations import Asked, Possible

Against = tuple[Finding, ...]


def no(message: str, cites: str, field: str = "") -> Against:
    """One reason why something cannot be done."""
    return (Finding(cites=cites, message=message, field=field, severity="prevents"),)


@dataclass(frozen=True)
class FileDossier:
    """One registration file at a certain time; ``on`` is the office's day of it."""

    file: Registration
    entries: tuple[Entry, ...]
    on: date
    at: datetime

    @property
    def system(self) -> str:
        return self.file.system.key

    @cached_property
    def docket(self) -> docket.Docket:
        return docket.Docket(self.file, self.entries)

    @cached_property
    def found(self) -> tuple[Finding, ...]:
        return findings.found(self.file)

    @cached_property
    def limits(self) -> tuple[TimeLimit, ...]:
        return self.file.limits()

    @property
    def pending(self) -> bool:
        return self.docket.pending

    @cached_property
    def to_notify(self) -> tuple[str, ...]:
        return docket.to_notify(self.file, on=self.on)

    @cached_property
    def registration(self) -> Reckoning:
        """The date that the registration bears, or would bear if it were made now."""
        return self.file.system.registration(self.file.facts)

    @cached_property
    def publication(self) -> Reckoning:
        return self.file.system.publication(self.file.facts)

    @cached_property
    def origin(self) -> str:
        """The Office of origin: where it was presented, or that of the party of origin."""
        named = self.file.office if self.file.office != "IB" else getattr(self.file.application, "origin", "")
        return named if isinstance(named, str) else ""

    @cached_property
    def parties(self) -> tuple[str, ...]:
        """The parties that are or were designated."""
        return tuple(life.code for life in self.file.lives(on=self.on))

    def speaks_for(self, code: str) -> bool:
        """Whether this installation is the Office of that party."""
        return roles.plays("DO", code)

    def possible(self, act: str, asked: Asked, *, on: date | None = None) -> Possible:
        return self.file.possible(act, on=on or self.on, asked=asked)

    def request_possible(self, one: Requested) -> Possible:
        """Whether what was asked for could be done on the day on which it came."""
        return self.file.possible(one.act, on=one.received_on, asked=one.asked)

    def complete_on(self, one: Requested) -> date:
        """The day on which a request was complete: of its receipt, or of the last answer to a notice about it."""
        answers = (each.answered_on for each in self.file.notices if each.request == one.request)
        return max((day for day in answers if day), default=one.received_on)
