"""Gathering signatures: an act is prepared, others sign it at a secret address, then it is handed in (Rule 90bis.5)."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

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
from chancery.services.filing.acts import doing
from chancery.services.filing.acts.doing import Brought, Prepared, Sent
from chancery.services.filing.models import ActSignature, PreparedAct
from chancery.treaties import pct
from chancery.treaties.kernel.plain import to_plain

MOST = 100  # invitations to sign one act
LASTS = timedelta(days=30)
"""How long an invitation to sign can be used."""

OF_THE_DAY = frozenset({"received_on", "paper", "signatures", "observation"})
"""What an event says of when it is entered and by whose hand, not of what is done by it."""


@dataclass(frozen=True)
class Place:
    """Somebody whose signature can be gathered: for whom (``party.1``), and whether it is there."""

    place: str
    who: str
    signed_as: str
    asked: ActSignature | None


def begin(number: str, key: str, sent: Sent, *, by: int, at: datetime) -> int:
    """Keep an act that others are to sign. Everything but the signatures is looked at now."""
    with transaction.atomic():
        doing.prepare(number, key, sent, by=by, at=at, signing=True)
        row = PreparedAct.objects.create(
            by_id=by,
            number=number,
            key=key,
            version=sent.version,
            values=dict(sent.values),
            files=[{"kind": one.kind, "sha256": one.sha256, "name": one.name} for one in sent.files],
            signatures=[to_plain(one) for one in sent.signatures],
            prepared_at=at,
        )
        return row.pk


def mine(pk: int, *, by: int) -> PreparedAct | None:
    """An act that this person has prepared; None as well for one of somebody else."""
    return PreparedAct.objects.filter(pk=pk, by_id=by).first()


def waiting(number: str, *, by: int) -> Sequence[PreparedAct]:
    """The acts on an application that this person has prepared and not handed in."""
    return list(PreparedAct.objects.filter(number=number, by_id=by, entry=None))


def sent(row: PreparedAct) -> Sent:
    """What the act would send now: as it was prepared, with the signatures that have been given since."""
    typed = [pct.Signature(**{**one, "signed_on": None}) for one in row.signatures]
    given = [_signature(one) for one in row.requests.exclude(signed_at=None)]
    places = {(one.party, one.agent) for one in given}
    return Sent(
        version=row.version,
        values=row.values,
        files=tuple(Brought(**one) for one in row.files),
        signatures=(*(one for one in typed if (one.party, one.agent) not in places), *given),
    )


def _signature(one: ActSignature) -> pct.Signature:
    kind, place = one.place.split(".")
    if kind == "party":
        return pct.Signature(name=one.signed_as, capacity="applicant", party=int(place))
    return pct.Signature(name=one.signed_as, capacity="agent", agent=int(place))


def prepared(row: PreparedAct, *, at: datetime) -> Prepared:
    """The act as it would be entered, with or without all signatures. Raises `Denied`, `Refused`."""
    return doing.prepare(row.number, row.key, sent(row), by=row.by_id, at=at, signing=True)


def places(row: PreparedAct) -> list[Place]:
    """Everybody who can sign: applicants, agents; and how far that has come."""
    right = rights.right(row.number, version=row.version)
    if right is None:
        return []
    application = right.application
    asked = {one.place: one for one in row.requests.all()}
    given = {_place(one): one.name for one in sent(row).signatures}
    people = [(f"party.{place}", one.name) for place, one in enumerate(application.parties) if one.applicant]
    people += [(f"agent.{place}", one.name) for place, one in enumerate(application.agents)]
    return [Place(place, who, given.get(place, ""), asked.get(place)) for place, who in people]


def _place(one: pct.Signature) -> str:
    return f"agent.{one.agent}" if one.agent is not None else f"party.{one.party or 0}"


def lacking(row: PreparedAct) -> tuple[Any, ...]:
    """Whose signature is still missing, by the Rule."""
    right = rights.right(row.number, version=row.version)
    return pct.unsigned(row.key, right.application, sent(row).signatures) if right else ()


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
    words = {"name": name, "office": settings.OFFICE_NAME, "link": address(secret), "act": said(pct.act(row.key).title)}
    body = _(
        "%(name)s,\n\nyou are asked to sign an act on an international application: %(act)s. Read and sign it here:\n\n"
        "%(link)s\n\nKeep the address to yourself: the application may not be public.\n\n%(office)s\n"
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
        row.entry = doing.hand_in(row.number, row.key, _as_of_now(row, by=by, at=at), by=by, at=at)
        row.save(update_fields=["entry"])
        return row.entry


def _as_of_now(row: PreparedAct, *, by: int, at: datetime) -> Sent:
    """The act for the file as it stands now. Raises `Refused` where it would do something else than what was signed."""
    then = sent(row)
    right = rights.right(row.number)
    if right is None or right.version == row.version:
        return then
    now = Sent(version=right.version, values=then.values, files=then.files, signatures=then.signatures)
    before = doing.prepare(row.number, row.key, then, by=by, at=at, signing=True)
    after = doing.prepare(row.number, row.key, now, by=by, at=at, signing=True)
    if [_what(one) for one in before.events] != [_what(one) for one in after.events]:
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
