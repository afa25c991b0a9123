"""Groups of an organisation: some of its members act for it in the same things; and what a plain member may do.

An organisation that lets its plain members do nothing (`say_members_level` with "") is one where each sees what their
groups are for, and nothing else of the house.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from chancery.core import clock
from chancery.core.refusal import Refused
from chancery.records.accounts.history import note
from chancery.records.accounts.mandates import LEVELS, in_force, membership_role, seen_name
from chancery.records.accounts.models import Group, GroupMember, Organisation
from chancery.records.accounts.organisations import must_administer

MOST_GROUPS, MOST_SCOPES = 100, 200


@dataclass(frozen=True, kw_only=True)
class GroupShown:
    """A group as the members of its organisation see it; ``members`` are pairs of id and name."""

    id: int
    name: str
    scopes: tuple[str, ...]
    level: str
    members: tuple[tuple[int, str], ...]


def say_members_level(organisation_id: int, *, level: str, by: int, at: datetime) -> None:
    """Say what a plain member may do in all that the organisation does; "": nothing but by groups."""
    if level not in ("", *LEVELS):
        raise Refused.because(_("Choose what the person may do."), field="level")
    with transaction.atomic():
        must_administer(organisation_id, by, on=clock.local_day(at))
        Organisation.objects.filter(pk=organisation_id).update(members_level=level)
        note("members' level", at=at, by=by, organisation=organisation_id, level=level)


def make_group(
    organisation_id: int, *, name: str, scopes: Sequence[str], level: str = "editor", by: int, at: datetime
) -> int:
    """A new group without members. Returns its id."""
    facts = _checked(name, scopes, level)
    with transaction.atomic():
        must_administer(organisation_id, by, on=clock.local_day(at))
        groups = Group.objects.filter(organisation_id=organisation_id)
        if groups.filter(name__iexact=facts["name"]).exists():
            raise Refused.because(_("There is a group of this name already."), field="name")
        if groups.count() >= MOST_GROUPS:
            raise Refused.because(_("An organisation has at most a hundred groups."), field="name")
        made = Group.objects.create(organisation_id=organisation_id, made_at=at, **facts)
        note("group made", at=at, by=by, organisation=organisation_id, group=made.name, level=level)
        return made.pk


def change_group(group_id: int, *, name: str, scopes: Sequence[str], level: str, by: int, at: datetime) -> None:
    facts = _checked(name, scopes, level)
    with transaction.atomic():
        found = _administered(group_id, by, at)
        same = Group.objects.filter(organisation_id=found.organisation_id, name__iexact=facts["name"])
        if same.exclude(pk=group_id).exists():
            raise Refused.because(_("There is a group of this name already."), field="name")
        Group.objects.filter(pk=group_id).update(**facts)
        note("group changed", at=at, by=by, organisation=found.organisation_id, group=str(facts["name"]), level=level)


def end_group(group_id: int, *, by: int, at: datetime) -> None:
    """Nobody acts by this group any more, at once."""
    with transaction.atomic():
        found = _administered(group_id, by, at)
        note("group ended", at=at, by=by, organisation=found.organisation_id, group=found.name)
        found.delete()


def add_to_group(group_id: int, user_id: int, *, by: int, at: datetime) -> None:
    """Put a member of the organisation into one of its groups."""
    with transaction.atomic():
        today = clock.local_day(at)
        found = _administered(group_id, by, at)
        if not membership_role(found.organisation_id, user_id, today):
            raise Refused.because(_("This person is not a member of the organisation."), field="user")
        if in_force(GroupMember.objects.filter(group=found, user_id=user_id), today).exists():
            raise Refused.because(_("This person is in the group already."), field="user")
        GroupMember.objects.create(group=found, user_id=user_id, since=today)
        note("group joined", at=at, by=by, about=user_id, organisation=found.organisation_id, group=found.name)


def take_from_group(group_id: int, user_id: int, *, by: int, at: datetime) -> None:
    """Take somebody out of a group, at once."""
    with transaction.atomic():
        found = _administered(group_id, by, at)
        mine = GroupMember.objects.filter(group=found, user_id=user_id, ended_on=None)
        if not mine.update(ended_on=clock.local_day(at)):
            raise Refused.because(_("This person is not in the group."))
        note("group left", at=at, by=by, about=user_id, organisation=found.organisation_id, group=found.name)


def _administered(group_id: int, user_id: int, at: datetime) -> Group:
    """The group, for an administrator of its organisation; to everyone else it is not there."""
    found = Group.objects.filter(pk=group_id).first()
    if found is None or membership_role(found.organisation_id, user_id, clock.local_day(at)) != "admin":
        raise Refused.because(_("There is no such group in an organisation that you administer."))
    return found


def _checked(name: str, scopes: Sequence[str], level: str) -> dict[str, object]:
    wanted = sorted({one.strip()[:40] for one in scopes} - {""})
    if not name.strip():
        raise Refused.because(_("The name of the group is missing."), field="name")
    if not wanted:
        raise Refused.because(_("Say for what the group acts."), field="scopes")
    if len(wanted) > MOST_SCOPES:
        raise Refused.because(_("A group is for at most two hundred applications."), field="scopes")
    if level not in LEVELS:
        raise Refused.because(_("Choose what the person may do."), field="level")
    return {"name": name.strip()[:80], "scopes": wanted, "level": level}


def groups_of(organisation_id: int, on: date) -> list[GroupShown]:
    """The groups of an organisation by name, each with its members of this day."""
    found = list(Group.objects.filter(organisation_id=organisation_id))
    belonging = in_force(GroupMember.objects.filter(group__in=found), on).select_related("user")
    members: dict[int, list[tuple[int, str]]] = {}
    for one in belonging:
        members.setdefault(one.group_id, []).append((one.user_id, seen_name(one.user)))
    return [
        GroupShown(
            id=one.pk,
            name=one.name,
            scopes=tuple(one.scopes),
            level=one.level,
            members=tuple(members.get(one.pk, ())),
        )
        for one in found
    ]


def house_of(group_id: int) -> int | None:
    """The organisation of a group."""
    return Group.objects.filter(pk=group_id).values_list("organisation_id", flat=True).first()
