"""Signing the request: by the person who writes it, or by somebody who is invited to sign (PCT Rules 4.15, 90)."""

import secrets
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from chancery.core import clock
from chancery.core.refusal import Denied, Refused
from chancery.records.accounts.queries import digest
from chancery.records.mail import actions as mail
from chancery.services.filing import content, whole
from chancery.services.filing.fields import SIGNATURE
from chancery.services.filing.models import Draft, SignatureRequest
from chancery.services.filing.whole import Saved
from chancery.treaties import pct
from chancery.treaties.kernel import Finding
from chancery.treaties.kernel.plain import to_plain

MOST = 100
LASTS = timedelta(days=30)
"""How long an invitation to sign can be used."""


def sign(draft: int, *, name: str, capacity: str, by: int, at: datetime) -> Saved:
    """Sign the request as it stands, with the office's date. A later change makes the signature lapse."""
    with transaction.atomic():
        row = whole.open_draft(draft, by=by, on=clock.local_day(at))
        return _put(row, _read_signature(name, capacity), at=at)


def take_back_signature(draft: int, *, place: int, by: int, at: datetime) -> Saved:
    with transaction.atomic():
        row = whole.open_draft(draft, by=by, on=clock.local_day(at))
        if 0 <= place < len(row.signed):
            del row.signed[place]
        row.revision += 1
        row.touch("signatures")
        return whole.store(row, at=at, signing=True)


def ask_signature(draft: int, *, name: str, capacity: str, email: str, by: int, at: datetime) -> str:
    """Invite somebody to sign. Returns the secret of the address, once; it is sent by e-mail where the office does."""
    with transaction.atomic():
        row = whole.open_draft(draft, by=by, on=clock.local_day(at))
        if row.answers is not None:
            raise Refused.because(_("An answer is not signed here. Send it, and add signed papers as files."))
        signature = _read_signature(name, capacity)
        try:
            validate_email(email.strip())
        except ValidationError:
            message = _("Write the e-mail address of the person, such as name@example.org.")
            raise Refused.because(message, field="email") from None
        if row.signature_requests.count() >= MOST:
            raise Refused.because(_("The list is full: at most {most} are taken.").format(most=MOST), field="email")
        secret = secrets.token_urlsafe(24)
        row.signature_requests.create(
            name=signature["name"],
            capacity=signature["capacity"],
            email=email.strip(),
            digest=digest(secret),
            asked_at=at,
        )
        _invite(email.strip(), signature["name"], secret, at=at)
    return secret


def take_back_request(draft: int, *, request: int, by: int, at: datetime) -> None:
    """The address of an invitation to sign stops working. A signature that was given stays."""
    with transaction.atomic():
        row = whole.open_draft(draft, by=by, on=clock.local_day(at))
        row.signature_requests.filter(pk=request).delete()


def sign_invited(secret: str, *, name: str, at: datetime) -> Saved:
    """Sign by the address of an invitation, with the name typed. Raises `Denied` for an address that does not work."""
    with transaction.atomic():
        asked = invitation(secret, at=at)
        if asked is None:
            raise Denied.because(_("This invitation to sign does not work any more. Ask for a new one."))
        if asked.signed_at:
            raise Refused.because(_("You have signed already."))
        row = Draft.objects.select_for_update().get(pk=asked.draft_id)
        if not row.is_open:
            raise Refused.because(_("The application has been handed in already."))
        signature = _read_signature(name, asked.capacity)
        asked.signed_at = at
        asked.save(update_fields=["signed_at"])
        return _put(row, signature, at=at)


def invitation(secret: str, *, at: datetime) -> SignatureRequest | None:
    """The invitation behind an address; None for one that is not known, or too old."""
    found = SignatureRequest.objects.select_related("draft").filter(digest=digest(secret)).first()
    return found if found and at <= found.asked_at + LASTS else None


def address(secret: str) -> str:
    """Where the person who is invited reads and signs."""
    return str(settings.SITE_URL) + reverse("filing:sign", args=[secret])


def _invite(email: str, name: str, secret: str, *, at: datetime) -> None:
    words = {"name": name, "office": settings.OFFICE_NAME, "link": address(secret)}
    body = _(
        "%(name)s,\n\nyou are asked to sign an international application. Read and sign it here:\n\n%(link)s\n\n"
        "Keep the address to yourself: the application is not public.\n\n%(office)s\n"
    )
    subject = _("%(office)s: a request for your signature") % words
    mail.send_note(email, kind="invitation", about="signature", subject=subject, body=body % words, at=at)
    told = _(
        "You are asked to sign an international application. Its address comes by e-mail or from whoever asks you."
    )
    mail.tell_address(email, kind="invitation", service="filing", subject=subject, body=told, at=at)


def _put(row: Draft, signature: dict[str, Any], *, at: datetime) -> Saved:
    signature["signed_on"] = clock.local_day(at).isoformat()
    others = [one for one in row.signed if one["name"] != signature["name"]]
    row.signed[:] = [*others, signature][-MOST:]
    row.revision += 1
    row.touch("signatures")
    return whole.store(row, at=at, signing=True)


def _read_signature(name: str, capacity: str) -> dict[str, Any]:
    found: list[Finding] = []
    typed: dict[str, Any] = {"name": name, "capacity": capacity}
    for field in SIGNATURE:
        try:
            typed[field.name] = content.read(field, content.normal(field, typed[field.name]))
        except content.Unreadable as unreadable:
            found.append(Finding("", str(unreadable), f"signatures.0.{field.name}", "prevents"))
    if not typed["name"]:
        found.append(Finding("", _("Type your name to sign."), "signatures.0.name", "prevents"))
    if found:
        raise Refused(found)
    plain: dict[str, Any] = to_plain(pct.Signature(**typed))
    return plain
