"""An account is erased: what the accounts hold about a person, the libraries' tables and unsent mail included."""

from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from allauth.account.models import EmailAddress, EmailConfirmation
from allauth.idp.oidc.models import Token as ServiceToken
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import SET_NULL, ForeignObjectRel, Model, ProtectedError, QuerySet
from django.utils.translation import gettext as _

from chancery.core import clock
from chancery.core.refusal import Refused
from chancery.records.accounts import organisations
from chancery.records.accounts.mandates import members_of, organisations_of
from chancery.records.accounts.models import (
    Act,
    Claim,
    Delegation,
    GroupMember,
    Invitation,
    Membership,
    Organisation,
    Proposal,
    RoleGrant,
    Token,
    User,
)
from chancery.records.accounts.signon import access
from chancery.records.accounts.signon.models import Access


def forget_person(user_id: int, *, at: datetime) -> dict[str, int]:
    """Erase an account, and end everything that lets anybody in with it. Rows by model.

    Where a kept record points to the account, an empty row stays in its place. The last operator cannot go.
    """
    with transaction.atomic():
        user = User.objects.select_for_update().filter(pk=user_id, erased_at=None).first()
        if user is None:
            raise Refused.because(_("This account is erased already."))
        _check_office(user)
        addresses = _addresses(user)
        _hand_on_organisations(user, at=at)
        access.forget(user, at=at)
        done = {model._meta.label: _delete(rows) for model, rows in _holdings(user, addresses)}
        Act.objects.filter(facts__email__in=addresses).update(facts={})
        _leave_proposals(user, at=at)
        _take_off(user)
        _empty(user, at=at)
        transaction.on_commit(lambda: _delete_mail(addresses))
        return done | {"accounts.User": 1}


def _check_office(user: User) -> None:
    operators = RoleGrant.objects.select_for_update().filter(role="operator", user__is_active=True)
    if {grant.user_id for grant in operators} == {user.pk}:
        raise Refused.because(_("You are the last operator. Give the role to someone else first."))


def _addresses(user: User) -> list[str]:
    more = EmailAddress.objects.filter(user_id=user.pk).values_list("email", flat=True)
    return sorted({user.email.lower(), *(address.lower() for address in more)})


def _hand_on_organisations(user: User, *, at: datetime) -> None:
    """The member of longest standing takes an organisation over; one without another member is closed."""
    today = clock.local_day(at)
    for one in organisations_of(user.pk, today):
        members = members_of(one.id, today)
        others = [member for member in members if member.user != user.pk]
        if not others:
            _close(one.id, user, at=at)
        elif not any(member.role == organisations.ADMIN for member in others):
            organisations.hand_over(one.id, to=others[0].user, by=user.pk, at=at)


def _close(organisation_id: int, user: User, *, at: datetime) -> None:
    """Close an organisation; nothing is left of one that never had another member, unless a kept record names it."""
    organisations.shut(organisation_id, at=at)
    if not Membership.objects.filter(organisation_id=organisation_id).exclude(user=user).exists():
        with suppress(ProtectedError):
            Organisation.objects.filter(pk=organisation_id).delete()


def _holdings(user: User, addresses: list[str]) -> list[tuple[type[Model], QuerySet[Any]]]:
    """Each table with the rows that go; in this order, so that nothing is counted twice by a cascade."""
    sessions = UserSession.objects.filter(user_id=user.pk)
    keys = list(sessions.values_list("session_key", flat=True))
    invited = Invitation.objects.filter(email__in=addresses) | Invitation.objects.filter(invited_by_id=user.pk)
    delegated = Delegation.objects.filter(holder_id=user.pk) | Delegation.objects.filter(giver_id=user.pk)
    return [
        (Session, Session.objects.filter(session_key__in=keys)),
        (UserSession, sessions),
        (Authenticator, Authenticator.objects.filter(user_id=user.pk)),
        (EmailConfirmation, EmailConfirmation.objects.filter(email_address__user_id=user.pk)),
        (EmailAddress, EmailAddress.objects.filter(user_id=user.pk)),
        (SocialAccount, SocialAccount.objects.filter(user_id=user.pk)),
        (Access, Access.objects.filter(user_id=user.pk)),
        (Token, Token.objects.filter(user_id=user.pk)),
        (ServiceToken, ServiceToken.objects.filter(user_id=user.pk)),
        (RoleGrant, RoleGrant.objects.filter(user_id=user.pk)),
        (Invitation, invited),
        (Delegation, delegated),
        (GroupMember, GroupMember.objects.filter(user_id=user.pk)),
        (Claim, Claim.objects.filter(claimant_id=user.pk)),
        (Membership, Membership.objects.filter(user_id=user.pk)),
        (Act, Act.objects.filter(about_id=user.pk)),
    ]


def _leave_proposals(user: User, *, at: datetime) -> None:
    """What they proposed waits no more; what two persons did stays done, without their words and their name."""
    Proposal.objects.filter(proposed_by=user, state="open").update(state="withdrawn", decided_at=at)
    Proposal.objects.filter(decided_by=user).update(reason="")


def _delete(rows: QuerySet[Any]) -> int:
    found = rows.count()
    rows.delete()
    return found


def _take_off(user: User) -> None:
    """Take a person off what stays without them: who gave a role, who answered, who proposed. In every room."""
    Proposal.objects.filter(decided_by=user).update(reason="")
    for relation in User._meta.get_fields(include_hidden=True):
        if isinstance(relation, ForeignObjectRel) and relation.on_delete is SET_NULL:
            rows: Any = relation.related_model
            rows._base_manager.filter(**{relation.field.name: user}).update(**{relation.field.name: None})


def _empty(user: User, *, at: datetime) -> None:
    """Delete the row itself or, where a kept record points to it, leave nothing in it."""
    try:
        with transaction.atomic():
            user.delete()
    except ProtectedError:
        blank = User(pk=user.pk, email=f"erased-{user.pk}@erased.invalid", is_active=False, joined_at=at, erased_at=at)
        blank.set_unusable_password()
        blank.save(force_update=True)


def _delete_mail(addresses: list[str]) -> None:
    """Where the office sends no e-mail, messages lie in a folder: those to the person go."""
    folder = Path(settings.EMAIL_FILE_PATH)
    for message in folder.glob("*.log") if folder.is_dir() else ():
        text = message.read_text(encoding="utf-8", errors="replace").lower()
        if any(address in text for address in addresses):
            message.unlink()
