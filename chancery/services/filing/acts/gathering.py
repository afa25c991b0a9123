"""Gathering signatures: an act is prepared, others sign it at a secret address, then it is handed in.

The engine is one for applications under the PCT and for registrations; what differs a `Matter` says.
"""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from chancery.core.event import Event
from chancery.core.refusal import Denied, Refused
from chancery.core.saying import said
from chancery.records.accounts.queries import digest
from chancery.records.mail import actions as mail
from chancery.records.register import queries as rights
from chancery.services.filing.acts.gathering_requests import Requests
from chancery.services.filing.models import ActSignature, PreparedAct
from chancery.services.filing.registrations.acts_gathering import RegistrationRequests
from chancery.treaties.kernel import Finding

MOST = 100  # invitations to sign one act
LASTS = timedelta(days=30)
"""How long an invitation to sign can be used."""

OF_THE_DAY = frozenset({"received_on", "paper", "request", "signatures", "observation"})
"""What an event says of when it is entered and by whose hand, not of what is done by it."""


@dataclass(frozen=True)
class Place:
    """Somebody whose signature can be gathered: for whom (``party.1``), and whether it is there."""

    place: str
    who: str
    signed_as: str
    asked: ActSignature | None


class Matter(Protocol):
    """The acts on one kind of file. ``done`` and ``acts`` are the addresses of what was entered, and of the list."""

    done: str
    acts: str

    def act(self, row: PreparedAct) -> Any:
        """The act itself: its title, what it says, its provision."""

    def people(self, row: PreparedAct) -> list[tuple[str, str]]:
        """Everybody who can sign, by place (``party.1``) and name."""

    def signatures(self, sent: Any) -> list[dict[str, Any]]:
        """The signatures that were typed when the act was prepared, as they are kept."""

    def sent(self, row: PreparedAct, given: Mapping[str, str]) -> Any:
        """What the act would send; ``given`` are the names under which those signed who were invited, by place."""

    def signed(self, row: PreparedAct, sent: Any) -> dict[str, str]:
        """Who has signed, by place."""

    def lacking(self, row: PreparedAct, sent: Any) -> tuple[Finding, ...]:
        """Whose signature is still missing."""

    def version(self, number: str) -> int | None:
        """The version of the file as it stands now; None where there is none any more."""

    def at_version(self, sent: Any, version: int) -> Any:
        """The same for another version of the file."""

    def prepare(self, number: str, key: str, sent: Any, *, by: int, at: datetime) -> Any:
        """The act as it would be entered, with or without all signatures. Raises `Denied`, `Refused`."""

    def events(self, prepared: Any) -> tuple[Event, ...]:
        """What would be entered."""

    def hand_in(self, row: PreparedAct, sent: Any, *, by: int, at: datetime) -> int:
        """Do it. Returns the ledger entry."""


def matter(number: str) -> Matter:
    """The kind of acts that a file has, by its number."""
    return RegistrationRequests() if rights.system_of(number) else Requests()


def begin(number: str, key: str, sent: Any, *, by: int, at: datetime) -> int:
    """Keep an act that others are to sign. Everything but the signatures is looked at now."""
    with transaction.atomic():
        matter(number).prepare(number, key, sent, by=by, at=at)
        row = PreparedAct.objects.create(
            by_id=by,
            number=number,
            key=key,
            version=sent.version,
            values=dict(sent.values),
            files=[{"kind": one.kind, "sha256": one.sha256, "name": one.name} for one in sent.files],
            signatures=matter(number).signatures(sent),
            prepared_at=at,
        )
        return row.pk


def mine(pk: int, *, by: int) -> PreparedAct | None:
    """An act that this person has prepared; None as well for one of somebody else."""
    return PreparedAct.objects.filter(pk=pk, by_id=by).first()


def waiting(number: str, *, by: int) -> Sequence[PreparedAct]:
    """The acts on an application that this person has prepared and not handed in."""
    return list(PreparedAct.objects.filter(number=number, by_id=by, entry=None))


def sent(row: PreparedAct) -> Any:
    """What the act would send now: as it was prepared, with the signatures that have been given since."""
    return matter(row.number).sent(row, _given(row))


def _given(row: PreparedAct) -> dict[str, str]:
    return {one.place: one.signed_as for one in row.requests.exclude(signed_at=None)}


def prepared(row: PreparedAct, *, at: datetime) -> Any:
    """The act as it would be entered, with or without all signatures. Raises `Denied`, `Refused`."""
    return matter(row.number).prepare(row.number, row.key, sent(row), by=row.by_id, at=at)


def places(row: PreparedAct) -> list[Place]:
    """Everybody who can sign, and how far that has come."""
    known = matter(row.number)
    asked = {one.place: one for one in row.requests.all()}
    given = {**known.signed(row, sent(row)), **_given(row)}
    return [Place(place, who, given.get(place, ""), asked.get(place)) for place, who in known.people(row)]


def lacking(row: PreparedAct) -> tuple[Finding, ...]:
    """Whose signature is still missing."""
    return matter(row.number).lacking(row, sent(row))


def invite(pk: int, *, place: str, email: str, by: int, at: datetime) -> str:
    """Ask somebody to sign. Returns the secret of the address, once; it is sent by e-mail where the office does."""
    with transaction.atomic():
        row = _open(pk, by=by)
        who = next((one.who for one in places(row) if one.place == place), None)
        if who is None:
            raise Refused.because(_("Choose who is to sign."), field="place")
        try:
            validate_email(email.strip())
        except ValidationError:
            message = _("Write the e-mail address of the person, such as name@example.org.")
            raise Refused.because(message, field="email") from None
        if row.requests.count() >= MOST:
            raise Refused.because(_("The list is full: at most {most} are taken.").format(most=MOST), field="email")
        secret = secrets.token_urlsafe(24)
        row.requests.filter(place=place, signed_at=None).delete()
        row.requests.create(place=place, who=who, email=email.strip(), digest=digest(secret), asked_at=at)
        _write(row, email.strip(), who, secret, at=at)
    return secret


def address(secret: str) -> str:
    """Where the person who is invited reads and signs."""
    return str(settings.SITE_URL) + reverse("filing:sign-act", args=[secret])


def _write(row: PreparedAct, email: str, name: str, secret: str, *, at: datetime) -> None:
    words = {
        "name": name,
        "office": settings.OFFICE_NAME,
        "link": address(secret),
        "act": said(matter(row.number).act(row).title),
    }
    body = _(
        "%(name)s,\n\nyou are asked to sign an act on an international application or registration: %(act)s. "
        "Read and sign it here:\n\n%(link)s\n\n"
        "Keep the address to yourself: the file may not be public.\n\n%(office)s\n"
    )
    subject = _("%(office)s: a request for your signature") % words
    mail.send_note(email, kind="invitation", about="signature", subject=subject, body=body % words, at=at)


def asked(secret: str, *, at: datetime) -> ActSignature | None:
    """The invitation behind an address; None for one that is not known, or too old."""
    found = ActSignature.objects.select_related("act").filter(digest=digest(secret)).first()
    return found if found and at <= found.asked_at + LASTS else None


def sign(secret: str, *, name: str, at: datetime) -> None:
    """Sign by the address of an invitation, with the name typed. Raises `Denied` for an address that does not work."""
    with transaction.atomic():
        found = asked(secret, at=at)
        if found is None:
            raise Denied.because(_("This invitation to sign does not work any more. Ask for a new one."))
        if found.signed_at:
            raise Refused.because(_("You have signed already."))
        if found.act.entry is not None:
            raise Refused.because(_("It has been handed in already."))
        typed = " ".join(name.split())[:300]
        if not typed:
            raise Refused.because(_("Type your name to sign."), field="name")
        found.signed_at, found.signed_as = at, typed
        found.save(update_fields=["signed_at", "signed_as"])


def leave(pk: int, *, by: int) -> None:
    """The act is not done: it and its invitations are gone. What was handed in stays in the register."""
    with transaction.atomic():
        _open(pk, by=by).delete()


def hand_in(pk: int, *, by: int, at: datetime) -> int:
    """Do it, with the signatures that were given. Returns the ledger entry; sent twice, the first one's.

    What others have entered in the file meanwhile does not matter where the act still does the very same; where it
    would not, what was signed is no longer what would be entered, and it is refused.
    """
    with transaction.atomic():
        row = mine(pk, by=by)
        if row is None:
            raise Denied.because(_("There is no such act among yours."))
        if row.entry is not None:
            return row.entry
        if missed := lacking(row):
            raise Refused(missed)
        row.entry = matter(row.number).hand_in(row, _as_of_now(row, by=by, at=at), by=by, at=at)
        row.save(update_fields=["entry"])
        return row.entry


def _as_of_now(row: PreparedAct, *, by: int, at: datetime) -> Any:
    """The act for the file as it stands now. Raises `Refused` where it would do something else than what was signed."""
    then, known = sent(row), matter(row.number)
    version = known.version(row.number)
    if version is None or version == row.version:
        return then
    now = known.at_version(then, version)
    before, after = (
        [_what(one) for one in known.events(known.prepare(row.number, row.key, each, by=by, at=at))]
        for each in (then, now)
    )
    if before != after:
        message = _("The file has changed: the act would do something else than what was signed. Prepare it anew.")
        raise Refused.because(message)
    return now


def _what(event: Event) -> tuple[str, dict[str, Any]]:
    """What an event does, whenever it is entered."""
    return event.kind(), {name: value for name, value in event.to_body().items() if name not in OF_THE_DAY}


def _open(pk: int, *, by: int) -> PreparedAct:
    row = mine(pk, by=by)
    if row is None:
        raise Denied.because(_("There is no such act among yours."))
    if row.entry is not None:
        raise Refused.because(_("It has been handed in already."))
    return row
