"""Sharing a draft or an application with an organisation; telling those concerned; and who can see it, and why.

With a person it is shared by a delegation, which that person accepts: the accounts room does that.
"""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from chancery.core import clock
from chancery.core.refusal import Denied, Refused
from chancery.records.accounts import queries as accounts
from chancery.records.register import actions as register
from chancery.records.register import queries as rights
from chancery.services.filing import sharing_notices, whole
from chancery.services.filing.models import Draft
from chancery.services.filing.whole import DRAFT


@dataclass(frozen=True, kw_only=True)
class Seer:
    """Somebody who can see a matter: at which level, until when, and for which reason."""

    name: str
    level: str
    until: date | None
    why: str


def level(matter: str, user_id: int, *, on: date) -> str | None:
    """At which level a draft ("draft/17") or an application is this person's; None when it is not."""
    if not matter.startswith(DRAFT):
        return rights.level(matter, user_id, on=on)
    row = _draft(matter)
    return whole.level_of(row, user_id, on=on) if row else None


def with_organisation(matter: str, *, organisation: int, level: str, until: date | None, by: int, at: datetime) -> None:
    """Share with an organisation of which the owner is a member, for a time or without an end."""
    on = clock.local_day(at)
    with transaction.atomic():
        _must_own(matter, by, on=on)
        if organisation not in {one.id for one in accounts.organisations_of(by, on)}:
            raise Refused.because(_("Choose an organisation you belong to."), field="organisation")
        if until is not None and until < on:
            raise Refused.because(_("The last day is past already."), field="until")
        before = _levels(matter, organisation, on=on)
        _name_the_owner(matter, at=at)
        register.share(matter, organisation=organisation, level=level, until=until, at=at)
        _tell(matter, before, _levels(matter, organisation, on=on), until=until, by=by, at=at)


def end(matter: str, *, share: int, by: int, at: datetime) -> None:
    """Take a share back."""
    on = clock.local_day(at)
    with transaction.atomic():
        _must_own(matter, by, on=on)
        [organisation, *_none] = [one.organisation for one in rights.shares(matter, on=on) if one.id == share] or [None]
        before = _levels(matter, organisation, on=on)
        register.end_share(matter, share=share)
        _tell(matter, before, _levels(matter, organisation, on=on), by=by, at=at)


def end_those_over(*, at: datetime) -> int:
    """Take back the shares with organisations whose last day is past, and tell of it, once. Returns how many."""
    on = clock.local_day(at)
    with transaction.atomic():
        over = register.end_shares_over(on=on)
        for matter, organisation in over:
            lost = [user for user, held in _levels(matter, organisation, on=on).items() if held is None]
            sharing_notices.ended(matter, lost, at=at)
    return len(over)


def _levels(matter: str, organisation: int | None, *, on: date) -> dict[int, str | None]:
    """At which level it is theirs who act for an organisation."""
    acting = accounts.who_acts_for(organisation, scope=matter, on=on) if organisation is not None else ()
    return {user: level(matter, user, on=on) for user, _mandate in acting}


def carry_over(draft: int, *, to: str, at: datetime) -> None:
    """Whoever could see the draft can see the application that it has become."""
    for one in rights.shares(whole.matter(draft), on=clock.local_day(at)):
        register.share(to, user=one.user, organisation=one.organisation, level=one.level, until=one.until, at=at)


def forget(draft: int, *, by: int, at: datetime) -> None:
    """A draft that is about to go is shared with nobody; those who saw it are told, unless it has been handed in."""
    matter, on = whole.matter(draft), clock.local_day(at)
    row, shares = _draft(matter), rights.shares(matter, on=on)
    seeing = {user for one in shares for user in _levels(matter, one.organisation, on=on)} - {by}
    register.end_shares(matter)
    if row and row.is_open:
        sharing_notices.ended(matter, seeing, at=at)


def _tell(
    matter: str,
    before: dict[int, str | None],
    after: dict[int, str | None],
    *,
    by: int,
    at: datetime,
    until: date | None = None,
) -> None:
    """Tell everybody whose level has changed, but who did it."""
    changed = {user: level for user, level in after.items() if level != before.get(user) and user != by}
    given = {user: level for user, level in changed.items() if level}
    sharing_notices.shared(matter, given, until=until, at=at)
    sharing_notices.ended(matter, changed.keys() - given.keys(), at=at)


def who_can_see(matter: str, *, on: date) -> list[Seer]:
    """Everybody who can see a matter on this day, each reason a line. The office's staff see what was handed in."""
    shares, draft = rights.shares(matter, on=on), _draft(matter)
    found = [seer for share in shares for seer in _of(share, matter, on)]
    if draft and all(share.user != draft.owner_id for share in shares):
        found = [*_person(draft.owner_id, "owner", None, _("began it")), *found]
    return found


def _of(share: rights.Shared, matter: str, on: date) -> list[Seer]:
    if share.organisation is not None:
        mandates = accounts.who_acts_for(share.organisation, scope=matter, on=on)
        return [
            seer
            for user, mandate in mandates
            for seer in _person(user, _lower(share.level, mandate.level), share.until or mandate.until, mandate.why)
        ]
    if share.user is None:
        return []
    own = _person(share.user, share.level, share.until, _("filed it, or was given it"))
    given = accounts.delegations_from(user_id=share.user, on=on)
    return own + [
        Seer(
            name=one.holder,
            level=_lower(share.level, one.level),
            until=one.until,
            why=_("delegated by %(name)s on %(day)s") % {"name": one.giver, "day": one.since.isoformat()},
        )
        for one in given
        if one.scope in {"everything", "filing", matter}
    ]


def _person(user: int, level: str, until: date | None, why: str) -> list[Seer]:
    return [Seer(name=person.name, level=level, until=until, why=why) for person in accounts.people([user])]


def _lower(one: str, other: str) -> str:
    return min(one, other, key=rights.LEVELS.index)


def _draft(matter: str) -> Draft | None:
    """The draft that a matter is; None for an application."""
    if not matter.startswith(DRAFT):
        return None
    return Draft.objects.filter(pk=int(matter.removeprefix(DRAFT))).first()


def _name_the_owner(matter: str, *, at: datetime) -> None:
    """A draft is its owner's without a share; the first share of another writes that down."""
    draft = _draft(matter)
    if draft:
        register.share(matter, user=draft.owner_id, level="owner", until=None, at=at)


def _must_own(matter: str, by: int, *, on: date) -> None:
    if level(matter, by, on=on) != "owner":
        raise Denied.because(_("Only an owner shares it. Ask the owner."))
