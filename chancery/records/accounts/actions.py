"""Acts on accounts. Sign-up, passwords and second factors are allauth's; these are the office's own."""

import secrets
from collections.abc import Sequence
from datetime import datetime

from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from chancery.core.refusal import Refused
from chancery.records.accounts.forgetting import forget_person
from chancery.records.accounts.groups import (
    add_to_group,
    change_group,
    end_group,
    make_group,
    say_members_level,
    take_from_group,
)
from chancery.records.accounts.history import note
from chancery.records.accounts.invitations import decline, invite, invite_staff, join, offer, uninvite
from chancery.records.accounts.mandate_notices import end_those_over as end_delegations_over
from chancery.records.accounts.models import RoleGrant, Token, User
from chancery.records.accounts.organisations import (
    change_organisation,
    close,
    delegate,
    found,
    hand_over,
    leave,
    remove_member,
    revoke,
)
from chancery.records.accounts.preferences import change_dashboard, choose_language, choose_theme
from chancery.records.accounts.queries import ROLES, digest, require
from chancery.records.accounts.succession import allow, claim, contradict, fulfil_claims, refuse, withdraw_claim
from chancery.records.accounts.two_persons import (
    confirm,
    do_or_propose,
    must_be_seconded,
    propose,
    take_back,
)
from chancery.records.accounts.two_persons import decline as decline_proposal

__all__ = [
    "add_to_group",
    "allow",
    "change_dashboard",
    "change_group",
    "change_organisation",
    "change_profile",
    "choose_language",
    "choose_theme",
    "claim",
    "close",
    "confirm",
    "contradict",
    "decline",
    "decline_proposal",
    "delegate",
    "do_or_propose",
    "end_delegations_over",
    "end_group",
    "end_sessions",
    "forget_person",
    "found",
    "fulfil_claims",
    "grant",
    "hand_over",
    "invite",
    "invite_staff",
    "join",
    "leave",
    "make_group",
    "make_token",
    "must_be_seconded",
    "offer",
    "open_account",
    "propose",
    "refuse",
    "remove_member",
    "revoke",
    "revoke_token",
    "say_members_level",
    "take_back",
    "take_from_group",
    "uninvite",
    "withdraw",
    "withdraw_claim",
]

TOKENS_PER_PERSON = 20

GUARDED = frozenset({"publisher", "operator"})
"""Roles that two operators give and take together, where there are two: with them the other dangerous acts are done."""

CHANGE_ROLE = "accounts.role"


def open_account(email: str, *, name: str, password: str, language: str = "en") -> int:
    """An account with a verified address, made by the operator (or by the demo). Returns its id."""
    with transaction.atomic():
        if User.objects.filter(email__iexact=email).exists():
            raise Refused.because(_("There is an account with this address already."), field="email")
        first_name, _space, last_name = name.strip().rpartition(" ")
        names = {"name": name, "first_name": first_name, "last_name": last_name}
        user = User.objects.create_user(email, password, **names, language=language)
        EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
        return user.pk


def change_profile(
    *,
    first_name: str,
    last_name: str,
    language: str,
    address: str = "",
    country: str = "",
    phone: str = "",
    reads: Sequence[str] = (),
    by: int,
) -> None:
    """What a person says of themselves, and the language in which the office writes to them.

    One of the two names is enough: not everybody has two.
    """
    name = full_name(first_name, last_name)
    if not name:
        raise Refused.because(_("Your name is missing. Letters are addressed to it."), field="last_name")
    if not {language, *reads} <= set(dict(settings.LANGUAGES)):
        raise Refused.because(_("The office does not write in this language."), field="language")
    User.objects.filter(pk=by).update(
        name=name,
        first_name=first_name.strip()[:100],
        last_name=last_name.strip()[:100],
        address=address.strip()[:1000],
        country=country.strip().upper()[:2],
        phone=phone.strip()[:40],
        language=language,
        reads=sorted({*reads} - {language}),
    )


def restrict(*, by: int, at: datetime) -> None:
    """Keep what is known of a person, and do not use it, from now on (GDPR Art. 18). The person can go on using it."""
    User.objects.filter(pk=by, restricted_at=None).update(restricted_at=at)


def lift_restriction(*, by: int) -> None:
    User.objects.filter(pk=by).update(restricted_at=None)


def full_name(first_name: str, last_name: str) -> str:
    return f"{first_name.strip()} {last_name.strip()}".strip()[:200]


def grant(user_id: int, *, role: str, by: int | None, at: datetime) -> None:
    """Give a role. ``by`` is None only when the installation itself does it."""
    if by is not None:
        require(by, "operator")
    if role not in ROLES:
        message = _("There is no role %(role)r. The roles are: %(roles)s.")
        raise Refused.because(message % {"role": role, "roles": ", ".join(ROLES)}, field="role")
    if not User.objects.filter(pk=user_id, is_active=True).exists():
        raise Refused.because(_("There is no such account, or it is closed."))
    with transaction.atomic():
        if by is not None and role in GUARDED:
            must_be_seconded(CHANGE_ROLE, role_change(user_id, role, give=True), by=by, at=at)
        given = {"granted_by_id": by, "granted_at": at}
        _row, new = RoleGrant.objects.get_or_create(user_id=user_id, role=role, defaults=given)
        if new and by is not None:
            note("role given", at=at, by=by, about=user_id, role=role)


def withdraw(user_id: int, *, role: str, by: int, at: datetime) -> None:
    """Take a role back. The last operator stays operator."""
    require(by, "operator")
    with transaction.atomic():
        # locked, so that two operators who withdraw each other's role at once cannot leave the office without one
        operators = RoleGrant.objects.select_for_update().filter(role="operator", user__is_active=True)
        if role == "operator" and {grant.user_id for grant in operators} <= {user_id}:
            message = _("This is the last operator. Give the role to someone else first.")
            raise Refused.because(message, field="role")
        if role in GUARDED:
            must_be_seconded(CHANGE_ROLE, role_change(user_id, role, give=False), by=by, at=at)
        taken, _tables = RoleGrant.objects.filter(user_id=user_id, role=role).delete()
        if taken:
            note("role withdrawn", at=at, by=by, about=user_id, role=role)


def role_change(user_id: int, role: str, *, give: bool) -> dict[str, object]:
    """What two operators agree on when they give or take a guarded role."""
    return {"user": user_id, "role": role, "give": give}


def end_sessions(user_id: int, *, by: int, at: datetime) -> int:
    """End every session of somebody, at once: a device was stolen, a colleague has left. Returns how many."""
    require(by, "operator")
    with transaction.atomic():
        sessions = list(UserSession.objects.filter(user_id=user_id))
        for session in sessions:
            session.end()
        note("sessions ended", at=at, by=by, about=user_id)
        return len(sessions)


def make_token(label: str, *, by: int, at: datetime) -> str:
    """A personal token for the API. The secret is returned once and never stored."""
    if not label.strip():
        raise Refused.because(_("Give the token a name, so that you know later what it is for."), field="label")
    if Token.objects.filter(user_id=by, revoked_at=None).count() >= TOKENS_PER_PERSON:
        raise Refused.because(_("Twenty tokens are in use. Revoke one first."), field="label")
    secret = f"chy_{secrets.token_urlsafe(32)}"
    Token.objects.create(user_id=by, label=label.strip()[:80], digest=digest(secret), made_at=at)
    return secret


def revoke_token(token_id: int, *, by: int, at: datetime) -> None:
    if not Token.objects.filter(pk=token_id, user_id=by, revoked_at=None).update(revoked_at=at):
        raise Refused.because(_("There is no such token in use."))
