"""Acts on accounts. Sign-up, passwords and second factors are allauth's; these are the office's own."""

import secrets
from datetime import datetime

from allauth.account.models import EmailAddress
from django.db import transaction

from chancery.core.refusal import Refused
from chancery.records.accounts.models import RoleGrant, Token, User
from chancery.records.accounts.queries import ROLES, digest, require

TOKENS_PER_PERSON = 20


def open_account(email: str, *, name: str, password: str, language: str = "en") -> int:
    """An account with a verified address, made by the operator (or by the demo). Returns its id."""
    with transaction.atomic():
        if User.objects.filter(email__iexact=email).exists():
            raise Refused.because("There is an account with this address already.", field="email")
        user = User.objects.create_user(email, password, name=name, language=language)
        EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
        return user.pk


def grant(user_id: int, *, role: str, by: int | None, at: datetime) -> None:
    """Give a role. ``by`` is None only when the installation itself does it."""
    if by is not None:
        require(by, "operator")
    if role not in ROLES:
        raise Refused.because(f"There is no role {role!r}. The roles are: {', '.join(ROLES)}.", field="role")
    RoleGrant.objects.get_or_create(user_id=user_id, role=role, defaults={"granted_by_id": by, "granted_at": at})


def withdraw(user_id: int, *, role: str, by: int) -> None:
    """Take a role back. The last operator stays operator."""
    require(by, "operator")
    with transaction.atomic():
        others = RoleGrant.objects.filter(role="operator").exclude(user_id=user_id)
        if role == "operator" and not others.exists():
            raise Refused.because("This is the last operator. Give the role to someone else first.", field="role")
        RoleGrant.objects.filter(user_id=user_id, role=role).delete()


def make_token(label: str, *, by: int, at: datetime) -> str:
    """A personal token for the API. The secret is returned once and never stored."""
    if not label.strip():
        raise Refused.because("Give the token a name, so that you know later what it is for.", field="label")
    if Token.objects.filter(user_id=by, revoked_at=None).count() >= TOKENS_PER_PERSON:
        raise Refused.because("Twenty tokens are in use. Revoke one first.", field="label")
    secret = f"chy_{secrets.token_urlsafe(32)}"
    Token.objects.create(user_id=by, label=label.strip()[:80], digest=digest(secret), made_at=at)
    return secret


def revoke_token(token_id: int, *, by: int, at: datetime) -> None:
    if not Token.objects.filter(pk=token_id, user_id=by, revoked_at=None).update(revoked_at=at):
        raise Refused.because("There is no such token in use.")
