"""Invitations to an organisation, to act for somebody, to the office: a code that works once, for one address."""

import secrets
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from allauth.account.models import EmailAddress
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext as _

from chancery.core import clock
from chancery.core.refusal import Refused
from chancery.records.accounts import organisations
from chancery.records.accounts.history import note
from chancery.records.accounts.mandates import FILING, membership_role
from chancery.records.accounts.models import Invitation, RoleGrant
from chancery.records.accounts.queries import ROLES, digest, require
from chancery.records.accounts.two_persons import rule

LASTS = timedelta(days=14)
OPEN_AT_ONCE = 50
DELEGATE = "delegate"


@dataclass(frozen=True, kw_only=True)
class Invited:
    """An open invitation, as it is shown. ``to`` is the organisation or the person; empty: the office."""

    id: int
    email: str
    role: str
    organisation: int | None
    to: str
    scope: str
    level: str
    until: date | None
    invited_at: datetime
    expires_at: datetime


def invite(organisation_id: int, email: str, *, role: str = "member", by: int, at: datetime) -> str:
    """Invite somebody to join an organisation. Returns the code, once. Says nothing of whether there is an account."""
    with transaction.atomic():
        today = clock.local_day(at)
        organisations.must_administer(organisation_id, by, on=today)
        if role not in (organisations.ADMIN, organisations.MEMBER):
            raise Refused.because(_("Choose member or administrator."), field="role")
        code = _open(email, role=role, organisation_id=organisation_id, by=by, at=at)
        note("invited", at=at, by=by, organisation=organisation_id, email=_address(email))
        return code


def offer(
    email: str,
    *,
    organisation: int | None = None,
    scope: str = FILING,
    level: str = "editor",
    until: date | None = None,
    by: int,
    at: datetime,
) -> str:
    """Offer somebody to act for an organisation of ``by`` or, without one, for ``by``. Returns the code, once."""
    today = clock.local_day(at)
    organisations.check_delegation(scope, level, until, on=today)
    with transaction.atomic():
        if organisation is not None:
            organisations.must_administer(organisation, by, on=today)
        giver = None if organisation is not None else by
        terms = {"scope": scope.strip()[:40], "level": level, "until": until}
        return _open(email, role=DELEGATE, organisation_id=organisation, giver_id=giver, by=by, at=at, **terms)


def invite_staff(email: str, *, role: str, by: int, at: datetime) -> str:
    """Invite somebody to the office. Returns the code, once."""
    require(by, "operator")
    if role not in ROLES:
        raise Refused.because(_("Choose a role of the office."), field="role")
    _check_guarded(role)
    with transaction.atomic():
        code = _open(email, role=role, by=by, at=at)
        note("staff invited", at=at, by=by, email=_address(email), role=role)
        return code


def _check_guarded(role: str) -> None:
    """What two operators give together is not given by a letter that one of them sent."""
    if role != "officer" and rule("accounts.role").demanded:
        message = _("Two operators give this role together. Invite as an officer, then propose the role on their page.")
        raise Refused.because(message, field="role")


def _address(email: str) -> str:
    return email.strip().lower()


def _open(email: str, *, role: str, by: int, at: datetime, **of: object) -> str:
    try:
        validate_email(_address(email))
    except ValidationError:
        raise Refused.because(_("This is not an e-mail address."), field="email") from None
    waiting = Invitation.objects.filter(invited_by_id=by, answered_at=None, expires_at__gt=at)
    if waiting.count() >= OPEN_AT_ONCE:
        raise Refused.because(_("Fifty invitations of yours are waiting for an answer. Withdraw one first."))
    code = secrets.token_urlsafe(18)
    Invitation.objects.create(
        email=_address(email),
        role=role,
        digest=digest(code),
        invited_by_id=by,
        invited_at=at,
        expires_at=at + LASTS,
        **of,
    )
    return code


def uninvite(invitation_id: int, *, by: int, at: datetime) -> None:
    """Withdraw an invitation that waits for an answer."""
    with transaction.atomic():
        found = Invitation.objects.filter(pk=invitation_id, answered_at=None).first()
        if found is None or not _may_withdraw(found, by, at):
            raise Refused.because(_("There is no such invitation waiting."))
        found.delete()
        if found.organisation_id:
            note("uninvited", at=at, by=by, organisation=found.organisation_id, email=found.email)


def _may_withdraw(found: Invitation, user_id: int, at: datetime) -> bool:
    if user_id in (found.invited_by_id, found.giver_id):
        return True
    if found.organisation_id is None:
        return False
    return membership_role(found.organisation_id, user_id, clock.local_day(at)) == organisations.ADMIN


def join(code: str, *, by: int, at: datetime) -> Invited:
    """Answer an invitation with yes. Returns what it was for."""
    with transaction.atomic():
        found = _waiting(code, by=by, at=at)
        if found is None:
            raise Refused.because(
                _("This invitation is for another address, has expired, or has been answered or withdrawn."),
                field="code",
            )
        Invitation.objects.filter(pk=found.pk).update(answered_at=at)
        _fulfil(found, by=by, at=at)
        return _shown(found)


def _fulfil(found: Invitation, *, by: int, at: datetime) -> None:
    inviter = found.invited_by_id
    if found.role == DELEGATE:
        if inviter is None:
            raise Refused.because(_("Whoever invited you has no account any more."))
        organisations.delegate(
            to=by,
            by=inviter,
            at=at,
            organisation=found.organisation_id,
            scope=found.scope,
            level=found.level,
            until=found.until,
        )
    elif found.organisation_id is not None:
        organisations.add_member(found.organisation_id, by, role=found.role, at=at)
    else:
        _check_guarded(found.role)
        given = {"granted_by_id": inviter, "granted_at": at}
        RoleGrant.objects.get_or_create(user_id=by, role=found.role, defaults=given)
        note("role given", at=at, by=inviter, about=by, role=found.role)


def decline(code: str, *, by: int, at: datetime) -> None:
    """Answer an invitation with no: it is deleted, and nothing is said of who declined."""
    found = _waiting(code, by=by, at=at)
    if found is not None:
        found.delete()


def invitation(code: str, *, by: int, at: datetime) -> Invited | None:
    """What a code is for; None when it is not for this person, or not any more."""
    found = _waiting(code, by=by, at=at)
    return _shown(found) if found else None


def invitations_to(organisation_id: int, *, at: datetime) -> list[Invited]:
    rows = Invitation.objects.filter(organisation_id=organisation_id, answered_at=None, expires_at__gt=at)
    return [_shown(row) for row in rows.select_related("organisation", "giver")]


def invitations_by(user_id: int, *, at: datetime) -> list[Invited]:
    """What this person has offered, in their own name or the office's, and waits for an answer."""
    rows = Invitation.objects.filter(invited_by_id=user_id, organisation=None, answered_at=None, expires_at__gt=at)
    return [_shown(row) for row in rows.select_related("organisation", "giver")]


def _waiting(code: str, *, by: int, at: datetime) -> Invitation | None:
    mine = EmailAddress.objects.filter(user_id=by, verified=True).values_list("email", flat=True)
    rows = Invitation.objects.filter(digest=digest(code.strip()), answered_at=None, expires_at__gt=at)
    rows = rows.filter(email__in=[address.lower() for address in mine])
    return rows.select_related("organisation", "giver").first()


def _shown(row: Invitation) -> Invited:
    return Invited(
        id=row.pk,
        email=row.email,
        role=row.role,
        organisation=row.organisation_id,
        to=str(row.organisation or row.giver or ""),
        scope=row.scope,
        level=row.level,
        until=row.until,
        invited_at=row.invited_at,
        expires_at=row.expires_at,
    )
