"""What other rooms may ask about people."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from allauth.account.models import EmailAddress
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from chancery.core.refusal import Denied
from chancery.records.accounts.history import Happened, history_of, history_of_organisation
from chancery.records.accounts.mandates import (
    LEVELS,
    Delegated,
    Mandate,
    OrganisationMember,
    OrganisationShown,
    acting_by_name,
    acts_for,
    delegates_of,
    delegations_from,
    delegations_to,
    may_act,
    members_of,
    membership_role,
    on_behalf,
    organisation,
    organisations_of,
    who_acts_for,
)
from chancery.records.accounts.models import Token, User
from chancery.records.accounts.preferences import dashboard
from chancery.records.accounts.two_persons import Dangerous, Done, Rule, rule, waiting_for

__all__ = [
    "LEVELS",
    "Dangerous",
    "Delegated",
    "Done",
    "Happened",
    "Mandate",
    "OrganisationMember",
    "OrganisationShown",
    "Rule",
    "acting_by_name",
    "acts_for",
    "addresses_of",
    "dashboard",
    "delegates_of",
    "delegations_from",
    "delegations_to",
    "history_of",
    "history_of_organisation",
    "may_act",
    "members_of",
    "membership_role",
    "on_behalf",
    "organisation",
    "organisations_of",
    "rule",
    "waiting_for",
    "who_acts_for",
]

ROLES = ("officer", "publisher", "operator")


def addresses_of(user_id: int) -> list[str]:
    """All e-mail addresses of an account that are confirmed, and the one to which it signs in; in small letters."""
    main = User.objects.filter(pk=user_id).values_list("email", flat=True)
    more = EmailAddress.objects.filter(user_id=user_id, verified=True).values_list("email", flat=True)
    return sorted({address.lower() for address in (*main, *more)})


@dataclass(frozen=True)
class Person:
    """As much of an account as another room needs."""

    id: int
    email: str
    name: str
    language: str


@dataclass(frozen=True, kw_only=True)
class Profile:
    """What a person says of themselves; another room may take it over into a form."""

    id: int
    first_name: str
    last_name: str
    name: str
    address: str
    country: str
    phone: str
    email: str
    language: str
    reads: tuple[str, ...]


def profile(user_id: int) -> Profile | None:
    row = User.objects.filter(pk=user_id, erased_at=None).first()
    if row is None:
        return None
    return Profile(
        id=row.pk,
        first_name=row.first_name,
        last_name=row.last_name,
        name=row.name,
        address=row.address,
        country=row.country,
        phone=row.phone,
        email=row.email,
        language=row.language,
        reads=tuple(row.reads),
    )


def person(user_id: int) -> Person | None:
    return next(iter(people([user_id])), None)


def people(user_ids: Iterable[int]) -> list[Person]:
    """Those of them who have an account still; it may be closed."""
    rows = User.objects.filter(pk__in=list(user_ids), erased_at=None)
    return [Person(row.pk, row.email, row.name, row.language) for row in rows]


def restricted_since(user_id: int) -> datetime | None:
    """Since when a person has their data kept and not used; None where they are used."""
    return User.objects.filter(pk=user_id).values_list("restricted_at", flat=True).first()


def roles_of(user_id: int) -> frozenset[str]:
    user = User.objects.filter(pk=user_id, is_active=True).first()
    return user.roles if user else frozenset()


def require(user_id: int, *roles: str) -> None:
    """Raise `Denied` unless the person holds one of these roles. Called first in every action of the office."""
    if not roles_of(user_id) & set(roles):
        raise Denied.because(
            _("This act is for: %(roles)s. Ask an operator of the office for the role.") % {"roles": ", ".join(roles)}
        )


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
    made_at: datetime
    revoked_at: datetime | None


def tokens_of(user_id: int) -> list[PersonalToken]:
    return [
        PersonalToken(row.pk, row.label, row.made_at, row.revoked_at) for row in Token.objects.filter(user_id=user_id)
    ]


@dataclass(frozen=True)
class Grant:
    """A role in force: who gave it, and when. ``granted_by`` is empty where the installation itself did."""

    role: str
    granted_by: str
    granted_at: datetime


@dataclass(frozen=True)
class Member:
    """An account as an operator sees it."""

    id: int
    email: str
    name: str
    is_active: bool
    joined_at: datetime
    grants: tuple[Grant, ...]

    @property
    def roles(self) -> tuple[str, ...]:
        return tuple(grant.role for grant in self.grants)


def member_ids(*, matching: str = "", role: str = "") -> "QuerySet[User, int]":
    """Accounts by name, those with this text in name or address, or with this role; in pages, for operators."""
    rows = User.objects.filter(erased_at=None).order_by("name", "pk")
    if matching:
        rows = rows.filter(Q(name__icontains=matching) | Q(email__icontains=matching))
    if role:
        rows = rows.filter(grants__role=role)
    return rows.values_list("pk", flat=True)


def members(user_ids: Iterable[int]) -> list[Member]:
    """These accounts, by name, with their roles."""
    rows = User.objects.prefetch_related("grants__granted_by").filter(pk__in=list(user_ids))
    return [_member(row) for row in rows.order_by("name", "pk")]


def member(user_id: int) -> Member | None:
    return next(iter(members([user_id])), None)


def _member(row: User) -> Member:
    grants = sorted(row.grants.all(), key=lambda grant: grant.granted_at)
    return Member(
        id=row.pk,
        email=row.email,
        name=row.name,
        is_active=row.is_active,
        joined_at=row.joined_at,
        grants=tuple(Grant(one.role, one.granted_by.name if one.granted_by else "", one.granted_at) for one in grants),
    )
