"""Acts on organisations: found, change, leave, hand over, close; and on who may act for whom."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from chancery.core import clock
from chancery.core.refusal import Denied, Refused
from chancery.records.accounts import mandate_notices
from chancery.records.accounts.history import note
from chancery.records.accounts.mandates import FILING, LEVELS, in_force, membership_role
from chancery.records.accounts.models import Claim, Delegation, GroupMember, Invitation, Membership, Organisation, User

ADMIN, MEMBER = "admin", "member"


def found(name: str, *, address: str = "", country: str = "", by: int, at: datetime) -> int:
    """A new organisation; who founds it is its first administrator. Returns its id."""
    facts = _checked(name, address, country)
    with transaction.atomic():
        made = Organisation.objects.create(**facts, founded_at=at)
        Membership.objects.create(organisation=made, user_id=by, role=ADMIN, since=clock.local_day(at))
        note("founded", at=at, by=by, about=by, organisation=made.pk)
        return made.pk


def change_organisation(
    organisation_id: int, *, name: str, address: str = "", country: str = "", by: int, at: datetime
) -> None:
    facts = _checked(name, address, country)
    with transaction.atomic():
        must_administer(organisation_id, by, on=clock.local_day(at))
        Organisation.objects.filter(pk=organisation_id).update(**facts)
        note("changed", at=at, by=by, organisation=organisation_id)


def _checked(name: str, address: str, country: str) -> dict[str, str]:
    if not name.strip():
        raise Refused.because(_("The name of the organisation is missing."), field="name")
    return {"name": name.strip()[:200], "address": address.strip()[:1000], "country": country.strip().upper()[:2]}


def must_administer(organisation_id: int, user_id: int, *, on: date) -> None:
    """Raise `Denied` unless the person administers the organisation on this day."""
    if membership_role(organisation_id, user_id, on) != ADMIN:
        raise Denied.because(_("This act is for the administrators of the organisation."))


def add_member(organisation_id: int, user_id: int, *, role: str, at: datetime) -> None:
    """Somebody joins; called where an invitation is answered."""
    if membership_role(organisation_id, user_id, clock.local_day(at)):
        raise Refused.because(_("You are a member of this organisation already."))
    Membership.objects.create(organisation_id=organisation_id, user_id=user_id, role=role, since=clock.local_day(at))
    note("joined", at=at, by=user_id, about=user_id, organisation=organisation_id)


def leave(organisation_id: int, *, by: int, at: datetime) -> None:
    """Leave an organisation, at once. The last administrator hands it over, or closes it, first."""
    with transaction.atomic():
        _end_membership(organisation_id, by, at=at)
        note("left", at=at, by=by, about=by, organisation=organisation_id)


def remove_member(organisation_id: int, user_id: int, *, by: int, at: datetime) -> None:
    """End somebody's membership, at once."""
    with transaction.atomic():
        must_administer(organisation_id, by, on=clock.local_day(at))
        _end_membership(organisation_id, user_id, at=at)
        note("removed", at=at, by=by, about=user_id, organisation=organisation_id)


def _end_membership(organisation_id: int, user_id: int, *, at: datetime) -> None:
    """With it ends what the organisation delegated to this person, their place in its groups, and what they claim."""
    today = clock.local_day(at)
    members = in_force(Membership.objects.select_for_update().filter(organisation_id=organisation_id), today)
    mine = next((one for one in members if one.user_id == user_id), None)
    if mine is None:
        raise Refused.because(_("This person is not a member of the organisation."))
    if mine.role == ADMIN and not any(one.role == ADMIN for one in members if one.user_id != user_id):
        raise Refused.because(
            _("This is the last administrator. Hand the organisation over to another member first, or close it.")
        )
    Membership.objects.filter(pk=mine.pk).update(ended_on=today)
    Delegation.objects.filter(organisation_id=organisation_id, holder_id=user_id, ended_on=None).update(ended_on=today)
    in_groups = GroupMember.objects.filter(group__organisation_id=organisation_id, user_id=user_id, ended_on=None)
    in_groups.update(ended_on=today)
    claims = Claim.objects.filter(organisation_id=organisation_id, claimant_id=user_id, ended_at=None)
    claims.update(state="withdrawn", ended_at=at)


def hand_over(organisation_id: int, *, to: int, by: int, at: datetime) -> None:
    """Succession: another member becomes administrator, and who hands over stays as a member."""
    with transaction.atomic():
        today = clock.local_day(at)
        must_administer(organisation_id, by, on=today)
        if to == by or not membership_role(organisation_id, to, today):
            raise Refused.because(_("Choose another member of the organisation."), field="to")
        _set_role(organisation_id, to, ADMIN)
        _set_role(organisation_id, by, MEMBER)
        note("handed over", at=at, by=by, about=to, organisation=organisation_id)


def _set_role(organisation_id: int, user_id: int, role: str) -> None:
    Membership.objects.filter(organisation_id=organisation_id, user_id=user_id, ended_on=None).update(role=role)


def close(organisation_id: int, *, by: int, at: datetime) -> None:
    """Nobody acts for the organisation any more; its name stays where it stands in the register."""
    with transaction.atomic():
        must_administer(organisation_id, by, on=clock.local_day(at))
        shut(organisation_id, at=at)
        note("closed", at=at, by=by, organisation=organisation_id)


def shut(organisation_id: int, *, at: datetime) -> None:
    """End all that anybody holds in it."""
    today = clock.local_day(at)
    Organisation.objects.filter(pk=organisation_id, closed_on=None).update(closed_on=today)
    Membership.objects.filter(organisation_id=organisation_id, ended_on=None).update(ended_on=today)
    Delegation.objects.filter(organisation_id=organisation_id, ended_on=None).update(ended_on=today)
    GroupMember.objects.filter(group__organisation_id=organisation_id, ended_on=None).update(ended_on=today)
    Claim.objects.filter(organisation_id=organisation_id, ended_at=None).update(state="withdrawn", ended_at=at)
    Invitation.objects.filter(organisation_id=organisation_id, answered_at=None).delete()


# Acting for others


def delegate(
    *,
    to: int,
    by: int,
    at: datetime,
    organisation: int | None = None,
    scope: str = FILING,
    level: str = "editor",
    until: date | None = None,
) -> int:
    """Let somebody act for an organisation that ``by`` administers or, without one, for ``by``. Returns its id."""
    today = clock.local_day(at)
    check_delegation(scope, level, until, on=today)
    with transaction.atomic():
        if organisation is not None:
            must_administer(organisation, by, on=today)
        return give(to=to, by=by, at=at, organisation=organisation, scope=scope, level=level, until=until)


def check_delegation(scope: str, level: str, until: date | None, *, on: date) -> None:
    if level not in LEVELS:
        raise Refused.because(_("Choose what the person may do."), field="level")
    if not scope.strip():
        raise Refused.because(_("Say for what the person may act."), field="scope")
    if until is not None and until < on:
        raise Refused.because(_("The last day is past already."), field="until")


def give(
    *, to: int, by: int, at: datetime, organisation: int | None, scope: str, level: str, until: date | None
) -> int:
    """Write a delegation that has been checked; it replaces an earlier one in the same scope."""
    if to == by and organisation is None:
        raise Refused.because(_("You act for yourself already."))
    if not User.objects.filter(pk=to, is_active=True).exists():
        raise Refused.because(_("There is no such account, or it is closed."))
    today, giver = clock.local_day(at), None if organisation is not None else by
    there = Delegation.objects.filter(organisation=organisation, giver=giver, holder=to, scope=scope)
    there.filter(ended_on=None).update(ended_on=today)
    made = Delegation.objects.create(
        organisation_id=organisation,
        giver_id=giver,
        holder_id=to,
        scope=scope,
        level=level,
        since=today,
        until=until,
        given_by_id=by,
    )
    until_day = until.isoformat() if until else ""
    note("delegated", at=at, by=by, about=to, organisation=organisation, scope=scope, level=level, until=until_day)
    mandate_notices.given(made.pk, at=at)
    return made.pk


def revoke(delegation_id: int, *, by: int, at: datetime) -> None:
    """End a delegation, at once: its giver, an administrator of the organisation that gave it, or its holder."""
    with transaction.atomic():
        today = clock.local_day(at)
        found = Delegation.objects.filter(pk=delegation_id, ended_on=None).first()
        if found is None or not _may_revoke(found, by, today):
            raise Refused.because(_("There is no such delegation in force."))
        Delegation.objects.filter(pk=found.pk).update(ended_on=today)
        note("revoked", at=at, by=by, about=found.holder_id, organisation=found.organisation_id, scope=found.scope)
        mandate_notices.ended(found.pk, by=by, at=at)


def _may_revoke(found: Delegation, user_id: int, on: date) -> bool:
    if user_id in (found.giver_id, found.holder_id):
        return True
    return found.organisation_id is not None and membership_role(found.organisation_id, user_id, on) == ADMIN
