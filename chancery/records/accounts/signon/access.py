"""What people have let services know: agreed once, asked again when a service asks more or changes its policy."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from chancery.core.refusal import Refused
from chancery.records.accounts.history import note
from chancery.records.accounts.models import User
from chancery.records.accounts.signon import logout, scopes
from chancery.records.accounts.signon.levels import Authentication
from chancery.records.accounts.signon.models import Access, Service, SignIn


@dataclass(frozen=True, kw_only=True)
class Used:
    """A service that a person signs in to, as their account shows it."""

    id: int
    service: str
    run_by: str
    home_address: str
    policy_address: str
    gets: tuple[str, ...]
    given_at: datetime
    used_at: datetime


def agreed(service: Service, user_id: int, wanted: Sequence[str]) -> Access | None:
    """The person's word that covers this request; None where they have to be asked."""
    access = Access.objects.filter(service=service, user_id=user_id).first()
    if access is None or access.given_at < service.policy_at or not set(wanted) <= set(access.asked):
        return None
    return access


def agree(service: Service, *, asked: Sequence[str], given: Sequence[str], by: int, at: datetime) -> Access:
    """The person agrees. What was agreed before and is not asked now stays as it is."""
    with transaction.atomic():
        before = Access.objects.select_for_update().filter(service=service, user_id=by).first()
        kept = {"asked": set(before.asked) - set(asked), "given": set(before.given) - set(asked)} if before else {}
        row = {
            "asked": sorted({*asked, *kept.get("asked", ())}),
            "given": sorted({scopes.ALWAYS, *(set(given) & set(asked)), *kept.get("given", ())}),
            "given_at": at,
            "used_at": at,
        }
        access, _new = Access.objects.update_or_create(service=service, user_id=by, defaults=row)
        note("service allowed", at=at, by=by, about=by, service=service.client.name)
    return access


def begin(access: Access, *, wanted: Sequence[str], shown: Authentication, session_key: str, at: datetime) -> SignIn:
    """A sign-in at the service begins; what it may know is what it asked for now and the person gave."""
    Access.objects.filter(pk=access.pk).update(used_at=at)
    return SignIn.objects.create(
        access=access,
        sid=secrets.token_urlsafe(32),
        session_key=session_key,
        scopes=[scope for scope in wanted if scope in access.given],
        authenticated_at=shown.at,
        level=shown.level,
        methods=list(shown.methods),
        at=at,
    )


def take_back(access_id: int, *, by: int, at: datetime) -> None:
    """The service loses what it was allowed; it is told that the person has signed out everywhere."""
    with transaction.atomic():
        access = Access.objects.select_for_update().select_related("service__client").filter(pk=access_id, user_id=by)
        found = access.first()
        if found is None:
            raise Refused.because(_("You have not signed in to this service, or you have ended it already."))
        logout.end_access(found, at=at)
        found.delete()
        note("service ended", at=at, by=by, about=by, service=found.service.client.name)


def used_by(user_id: int) -> list[Used]:
    """The services that a person has signed in to, the last one first."""
    rows = Access.objects.filter(user_id=user_id).select_related("service__client")
    return [
        Used(
            id=row.pk,
            service=row.service.client.name,
            run_by=row.service.run_by,
            home_address=row.service.home_address,
            policy_address=row.service.policy_address,
            gets=tuple(scopes.titles(row.given)),
            given_at=row.given_at,
            used_at=row.used_at,
        )
        for row in rows
    ]


def forget(user: User, *, at: datetime) -> None:
    """An account is erased: each service is told that its person has left, and its tokens are void."""
    for access in Access.objects.filter(user=user).select_related("service"):
        logout.end_access(access, at=at)
