"""How a right stands: a fold of pure functions over its events."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from chancery.core.event import Event
from chancery.core.ledger import Entry
from chancery.records.register import events
from chancery.treaties import pct


@dataclass(frozen=True, kw_only=True)
class Invited:
    """An invitation, and when it was answered (None while it is open)."""

    invitation: int
    form: str
    findings: tuple[dict[str, str], ...]
    dated: date
    due: date
    remark: str
    answered_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Payment:
    line: str
    amount: str
    currency: str
    received_on: date
    reference: str


@dataclass(frozen=True, kw_only=True)
class Publication:
    number: str
    kind_code: str
    on: date
    issue: str

    @property
    def key(self) -> str:
        """The number as it stands in an address and names the record in the databases: "WO2028000001"."""
        return self.number.replace(" ", "").replace("/", "")


@dataclass(frozen=True, kw_only=True)
class Right:
    """One international application as the register knows it."""

    number: str
    version: int = 0
    entries: tuple[int, ...] = ()
    received_at: datetime | None = None
    received_on: date | None = None
    application: pct.Application = field(default_factory=pct.Application)
    documents: tuple[dict[str, Any], ...] = ()
    filing_date: date | None = None
    filing_date_cites: str = ""
    invitations: tuple[Invited, ...] = ()
    payments: tuple[Payment, ...] = ()
    publication: Publication | None = None
    not_an_application: str = ""
    decided_on: date | None = None
    erased: bool = False

    @property
    def open_invitations(self) -> tuple[Invited, ...]:
        return tuple(one for one in self.invitations if one.answered_on is None)

    @property
    def status(self) -> str:
        """One word for the state; the pages say it with `queries.STATUS_WORDS`."""
        if self.not_an_application:
            return "not an application"
        if self.publication:
            return "published"
        if self.open_invitations:
            return "invited"
        return "accorded" if self.filing_date else "received"

    @property
    def record(self) -> pct.Record:
        """The dates of the case, as the treaty's time limits want them."""
        return pct.Record.of(
            self.application,
            filing_date=self.filing_date,
            published_on=self.publication.on if self.publication else None,
            not_an_application_on=self.decided_on,
            invitations=tuple(pct.Invitation(kind=one.form, dated=one.dated) for one in self.invitations),
        )


def fold(number: str, entries: Iterable[Entry]) -> Right:
    """The right after these entries, in the order of the ledger. An erased entry is passed over, and marked."""
    right = Right(number=number)
    for entry in entries:
        right = replace(right, version=entry.version, entries=(*right.entries, entry.number))
        if entry.body is None:
            right = replace(right, erased=True)
        elif entry.kind in _STEPS:
            kind, step = _STEPS[entry.kind]
            right = step(right, kind.from_body(entry.body), entry.at)
    return right


def _filed(right: Right, event: events.ApplicationFiled, at: datetime) -> Right:
    return replace(
        right,
        received_at=at,
        received_on=date.fromisoformat(event.received_on),
        application=pct.Application.from_dict(event.application),
        documents=event.documents,
    )


def _invited(right: Right, event: events.CorrectionInvited, _at: datetime) -> Right:
    invited = Invited(
        invitation=event.invitation,
        form=event.form,
        findings=event.findings,
        dated=date.fromisoformat(event.dated),
        due=date.fromisoformat(event.due),
        remark=event.remark,
    )
    return replace(right, invitations=(*right.invitations, invited))


def _corrected(right: Right, event: events.CorrectionReceived, _at: datetime) -> Right:
    answered = date.fromisoformat(event.received_on)
    return replace(
        right,
        application=pct.Application.from_dict(event.application),
        documents=event.documents,
        invitations=tuple(
            replace(one, answered_on=answered) if one.invitation == event.invitation else one
            for one in right.invitations
        ),
    )


def _accorded(right: Right, event: events.FilingDateAccorded, _at: datetime) -> Right:
    return replace(right, filing_date=date.fromisoformat(event.filing_date), filing_date_cites=event.cites)


def _refused(right: Right, event: events.FoundNotAnApplication, _at: datetime) -> Right:
    return replace(right, not_an_application=event.reason, decided_on=date.fromisoformat(event.decided_on))


def _paid(right: Right, event: events.PaymentRecorded, _at: datetime) -> Right:
    payment = Payment(
        line=event.line,
        amount=event.amount,
        currency=event.currency,
        received_on=date.fromisoformat(event.received_on),
        reference=event.reference,
    )
    return replace(right, payments=(*right.payments, payment))


def _published(right: Right, event: events.ApplicationPublished, _at: datetime) -> Right:
    publication = Publication(
        number=event.publication_number,
        kind_code=event.kind_code,
        on=date.fromisoformat(event.published_on),
        issue=event.issue,
    )
    return replace(right, publication=publication)


_Step = Callable[[Right, Any, datetime], Right]
_STEPS: dict[str, tuple[type[Event], _Step]] = {
    kind.kind(): (kind, step)
    for kind, step in (
        (events.ApplicationFiled, _filed),
        (events.CorrectionInvited, _invited),
        (events.CorrectionReceived, _corrected),
        (events.FilingDateAccorded, _accorded),
        (events.FoundNotAnApplication, _refused),
        (events.PaymentRecorded, _paid),
        (events.ApplicationPublished, _published),
    )
}
