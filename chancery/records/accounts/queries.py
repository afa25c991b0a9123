"""What other rooms may ask about people."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from chancery.core.refusal import Denied
from chancery.records.accounts.models import Token, User

ROLES = ("officer", "publisher", "operator")


@dataclass(frozen=True)
class Person:
    """As much of an account as another room needs."""

    id: int
    email: str
    name: str
    language: str


def person(user_id: int) -> Person | None:
    return next(iter(people([user_id])), None)


def people(user_ids: Iterable[int]) -> list[Person]:
    rows = User.objects.filter(pk__in=list(user_ids))
    return [Person(row.pk, row.email, row.name, row.language) for row in rows]


def holders_of(role: str) -> list[Person]:
    """Everyone who holds a role; for notices to the desk."""
    rows = User.objects.filter(grants__role=role, is_active=True)
    return [Person(row.pk, row.email, row.name, row.language) for row in rows]


def roles_of(user_id: int) -> frozenset[str]:
    user = User.objects.filter(pk=user_id, is_active=True).first()
    return user.roles if user else frozenset()


def require(user_id: int, *roles: str) -> None:
    """Raise `Denied` unless the person holds one of these roles. Called first in every action of the office."""
    if not roles_of(user_id) & set(roles):
        raise Denied.because(f"This act is for: {', '.join(roles)}. Ask an operator of the office for the role.")


def by_email(email: str) -> Person | None:
    row = User.objects.filter(email__iexact=email, is_active=True).first()
    return Person(row.pk, row.email, row.name, row.language) if row else None


def digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def by_token(token: str) -> User | None:
    """The account behind a personal token; None when it is unknown, revoked or its account is closed."""
    row = Token.objects.select_related("user").filter(digest=digest(token), revoked_at=None).first()
    return row.user if row and row.user.is_active else None


@dataclass(frozen=True)
class PersonalToken:
    """A token as its owner sees it, without the secret."""

    id: int
    label: str
    made_at: object
    revoked_at: object


def tokens_of(user_id: int) -> list[PersonalToken]:
    return [
        PersonalToken(row.pk, row.label, row.made_at, row.revoked_at) for row in Token.objects.filter(user_id=user_id)
    ]
