"""Who may act for whom, in what, until when, and why: one person's mandates on one day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from django.db.models import Model, Q, QuerySet
from django.utils.translation import gettext as _

from chancery.records.accounts.models import Delegation, GroupMember, Membership, Organisation, User

Row = TypeVar("Row", bound=Model)

LEVELS = ("viewer", "editor", "owner")
"""What one may do, each more than the one before: look; also write; also hand in, withdraw and share."""

EVERYTHING, FILING = "everything", "filing"


@dataclass(frozen=True, kw_only=True)
class Mandate:
    """One person may act for an organisation, or for a person (``person``), where ``organisation`` is None.

    A person's own mandate comes first: ``person`` is then the one who asked. ``until`` is the last day, if any.
    """

    organisation: int | None
    name: str
    level: str
    until: date | None
    why: str
    person: int | None = None
    scope: str = EVERYTHING


@dataclass(frozen=True, kw_only=True)
class OrganisationShown:
    id: int
    name: str
    address: str
    country: str
    closed_on: date | None
    members_level: str


@dataclass(frozen=True, kw_only=True)
class OrganisationMember:
    """Somebody of an organisation, as the others of it see them."""

    user: int
    name: str
    email: str
    role: str
    since: date


@dataclass(frozen=True, kw_only=True)
class Delegated:
    """A delegation as giver and holder see it; ``giver`` and ``holder`` are names."""

    id: int
    giver: str
    holder: str
    scope: str
    level: str
    since: date
    until: date | None


def in_force(rows: "QuerySet[Row]", on: date) -> "QuerySet[Row]":
    """Of memberships or delegations, those that hold on this day."""
    begun = rows.filter(since__lte=on).filter(Q(until=None) | Q(until__gte=on))
    return begun.filter(Q(ended_on=None) | Q(ended_on__gt=on))


def organisation(organisation_id: int) -> OrganisationShown | None:
    row = Organisation.objects.filter(pk=organisation_id).first()
    return _shown(row) if row else None


def organisations_of(user_id: int, on: date) -> tuple[OrganisationShown, ...]:
    """The organisations this person is a member of on this day, by name."""
    return tuple(sorted((_shown(one.organisation) for one in _memberships(user_id, on)), key=lambda one: one.name))


def members_of(organisation_id: int, on: date) -> tuple[OrganisationMember, ...]:
    """Who belongs to it on this day, the longest first. Nobody, once it is closed."""
    rows = in_force(Membership.objects.filter(organisation_id=organisation_id, organisation__closed_on=None), on)
    return tuple(_member(row) for row in rows.filter(user__is_active=True).select_related("user"))


def _member(row: Membership) -> OrganisationMember:
    email = "" if row.user.restricted_at else row.user.email
    return OrganisationMember(user=row.user_id, name=seen_name(row.user), email=email, role=row.role, since=row.since)


def seen_name(user: User) -> str:
    """The name as colleagues see it: whoever has their data restricted is a member without one."""
    return _("a member who is not shown") if user.restricted_at else str(user)


def membership_role(organisation_id: int, user_id: int, on: date) -> str:
    """Somebody's role in it on this day, "admin" or "member"; empty for those who do not belong to it."""
    return next((one.role for one in members_of(organisation_id, on) if one.user == user_id), "")


def on_behalf(user_id: int, *, on: date) -> tuple[Mandate, ...]:
    """For whom this person may file on this day: first for themselves, then for others by name."""
    return acts_for(user_id, FILING, on)


def acts_for(user_id: int, scope: str, on: date) -> tuple[Mandate, ...]:
    """For whom this person may act in ``scope``: "filing", or the number of one right. None once the account is closed.

    Where two reasons give different levels for the same organisation or person, the higher one stands.
    """
    user = User.objects.filter(pk=user_id, is_active=True).first()
    if user is None:
        return ()
    own = Mandate(
        organisation=None, person=user.pk, name=str(user), level="owner", until=None, why=_("your own account")
    )
    others = (*_by_membership(user_id, on), *_by_group(user_id, scope, on), *_by_delegation(user_id, scope, on))
    return own, *_best(others)


def may_act(user_id: int, organisation_id: int, *, scope: str, on: date) -> str:
    """The level at which this person acts for an organisation in ``scope``; "" where not at all."""
    found = (one.level for one in acts_for(user_id, scope, on) if one.organisation == organisation_id)
    return next(found, "")


def who_acts_for(organisation_id: int, *, scope: str, on: date) -> tuple[tuple[int, Mandate], ...]:
    """Everybody who may act for an organisation in ``scope``, with the reason: "who can see this and why"."""
    members = in_force(Membership.objects.filter(organisation_id=organisation_id), on)
    given = in_force(Delegation.objects.filter(organisation_id=organisation_id, scope__in=(EVERYTHING, scope)), on)
    people = sorted({*members.values_list("user_id", flat=True), *given.values_list("holder_id", flat=True)})
    found = ((user, one) for user in people for one in acts_for(user, scope, on))
    return tuple((user, one) for user, one in found if one.organisation == organisation_id)


def acting_by_name(organisation_id: int, on: date) -> list[tuple[str, Mandate]]:
    """Who may file for an organisation and why, by name as colleagues see it."""
    found = who_acts_for(organisation_id, scope=FILING, on=on)
    names = {user.pk: seen_name(user) for user in User.objects.filter(pk__in={user for user, _why in found})}
    return sorted(((names[user], mandate) for user, mandate in found), key=lambda pair: pair[0])


def delegates_of(user_id: int, *, on: date) -> tuple[int, ...]:
    """Everybody who may act for a person in something; in what, ``acts_for`` says."""
    given = in_force(Delegation.objects.filter(giver_id=user_id), on)
    return tuple(sorted(set(given.values_list("holder_id", flat=True))))


def delegations_from(*, organisation_id: int | None = None, user_id: int | None = None, on: date) -> list[Delegated]:
    """What an organisation, or a person, has delegated and is in force or still to come."""
    rows = Delegation.objects.filter(organisation=organisation_id, giver=user_id)
    return _delegated(rows.filter(ended_on=None).filter(Q(until=None) | Q(until__gte=on)))


def delegations_to(user_id: int, on: date) -> list[Delegated]:
    """What has been delegated to this person and is in force or still to come."""
    rows = Delegation.objects.filter(holder_id=user_id, ended_on=None)
    return _delegated(rows.filter(Q(until=None) | Q(until__gte=on)))


def _memberships(user_id: int, on: date) -> "QuerySet[Membership]":
    rows = in_force(Membership.objects.filter(user_id=user_id, organisation__closed_on=None), on)
    return rows.select_related("organisation")


def _by_membership(user_id: int, on: date) -> Iterable[Mandate]:
    for one in _memberships(user_id, on):
        level = "owner" if one.role == "admin" else one.organisation.members_level
        if not level:
            continue  # members of this organisation act by their groups
        since = {"name": one.organisation.name, "day": one.since.isoformat()}
        words = (
            _("administrator of %(name)s since %(day)s")
            if one.role == "admin"
            else _("member of %(name)s since %(day)s")
        )
        yield Mandate(
            organisation=one.organisation_id,
            name=one.organisation.name,
            level=level,
            until=one.until,
            why=words % since,
        )


def _by_group(user_id: int, scope: str, on: date) -> Iterable[Mandate]:
    """Groups hold while one is a member of the organisation: who leaves it has left them."""
    houses = [one.organisation_id for one in _memberships(user_id, on)]
    rows = in_force(GroupMember.objects.filter(user_id=user_id, group__organisation_id__in=houses), on)
    for one in rows.select_related("group__organisation"):
        if not {EVERYTHING, scope} & set(one.group.scopes):
            continue
        words = {"group": one.group.name, "name": one.group.organisation.name, "day": one.since.isoformat()}
        yield Mandate(
            organisation=one.group.organisation_id,
            name=one.group.organisation.name,
            level=one.group.level,
            until=one.until,
            scope=EVERYTHING if EVERYTHING in one.group.scopes else scope,
            why=_("in the group “%(group)s” of %(name)s since %(day)s") % words,
        )


def _by_delegation(user_id: int, scope: str, on: date) -> Iterable[Mandate]:
    rows = in_force(Delegation.objects.filter(holder_id=user_id, scope__in=(EVERYTHING, scope)), on)
    rows = rows.exclude(organisation__closed_on__isnull=False).exclude(giver__is_active=False)
    for one in rows.select_related("organisation", "giver"):
        giver = one.organisation or one.giver
        yield Mandate(
            organisation=one.organisation_id,
            person=one.giver_id,
            name=str(giver),
            level=one.level,
            until=one.until,
            scope=one.scope,
            why=_("delegated by %(name)s on %(day)s") % {"name": giver, "day": one.since.isoformat()},
        )


def _best(mandates: Iterable[Mandate]) -> list[Mandate]:
    best: dict[tuple[int | None, int | None], Mandate] = {}
    for one in mandates:
        key = (one.organisation, one.person)
        if key not in best or LEVELS.index(one.level) > LEVELS.index(best[key].level):
            best[key] = one
    return sorted(best.values(), key=lambda one: (one.name, one.organisation or 0, one.person or 0))


def _delegated(rows: "QuerySet[Delegation]") -> list[Delegated]:
    return [
        Delegated(
            id=row.pk,
            giver=str(row.organisation or row.giver),
            holder=str(row.holder),
            scope=row.scope,
            level=row.level,
            since=row.since,
            until=row.until,
        )
        for row in rows.select_related("organisation", "giver", "holder")
    ]


def _shown(row: Organisation) -> OrganisationShown:
    return OrganisationShown(
        id=row.pk,
        name=row.name,
        address=row.address,
        country=row.country,
        closed_on=row.closed_on,
        members_level=row.members_level,
    )
