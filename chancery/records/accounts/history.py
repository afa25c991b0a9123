"""The log of an account and of an organisation: who did what when, in words for those whom it concerns."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils.functional import Promise
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from chancery.records.accounts.mandates import seen_name
from chancery.records.accounts.models import Act, Membership, User

KINDS: Mapping[str, str | Promise] = {
    "signed in": _("signed in for the first time with %(device)s"),
    "founded": _("founded %(organisation)s"),
    "changed": _("changed the name or the address of %(organisation)s"),
    "invited": _("invited %(email)s to %(organisation)s"),
    "uninvited": _("withdrew the invitation of %(email)s to %(organisation)s"),
    "joined": _("joined %(organisation)s"),
    "left": _("left %(organisation)s"),
    "removed": _("ended the membership of %(person)s in %(organisation)s"),
    "handed over": _("handed the administration of %(organisation)s over to %(person)s"),
    "closed": _("closed %(organisation)s"),
    "delegated": _("let %(person)s act for %(giver)s"),
    "revoked": _("ended what %(giver)s had delegated to %(person)s"),
    "sessions ended": _("ended every session of %(person)s"),
    "role given": _("gave %(person)s the role “%(role)s”"),
    "role withdrawn": _("took the role “%(role)s” from %(person)s"),
    "members' level": _("said what a plain member of %(organisation)s may do"),
    "group made": _("made the group “%(group)s” in %(organisation)s"),
    "group changed": _("changed the group “%(group)s” of %(organisation)s"),
    "group ended": _("ended the group “%(group)s” of %(organisation)s"),
    "group joined": _("added %(person)s to the group “%(group)s” of %(organisation)s"),
    "group left": _("took %(person)s out of the group “%(group)s” of %(organisation)s"),
    "claimed": _("asked the office to become administrator of %(organisation)s"),
    "claim allowed": _("let %(person)s become administrator of %(organisation)s, unless an administrator says no"),
    "claim refused": _("refused that %(person)s becomes administrator of %(organisation)s"),
    "claim contradicted": _("said no to %(person)s becoming administrator of %(organisation)s"),
    "claim withdrawn": _("no longer asks to become administrator of %(organisation)s"),
    "claim fulfilled": _("became administrator of %(organisation)s"),
    "proposed": _("proposed what takes two persons: %(what)s"),
    "confirmed": _("confirmed what %(person)s had proposed: %(what)s"),
    "declined": _("declined what %(person)s had proposed: %(what)s"),
    "taken back": _("withdrew a proposal: %(what)s"),
    "service allowed": _("signed in to %(service)s with this account, and agreed to what it gets"),
    "service ended": _("ended what %(service)s gets from this account"),
    "service registered": _("let people sign in to %(service)s with their account here"),
    "service changed": _("changed what is said of the service %(service)s"),
    "service secret": _("gave the service %(service)s a new secret"),
    "service closed": _("closed signing in to %(service)s"),
    "linked": _("linked the account at %(provider)s"),
    "unlinked": _("unlinked the account at %(provider)s"),
    "staff invited": _("invited %(email)s to the office as “%(role)s”"),
}


@dataclass(frozen=True, kw_only=True)
class Happened:
    """One line of the log: who (empty: the installation, or somebody whose account is gone), what, when, with what."""

    at: datetime
    who: str
    what: str
    scope: str
    level: str
    until: str


def note(
    kind: str,
    *,
    at: datetime,
    by: int | None,
    about: int | None = None,
    organisation: int | None = None,
    **facts: str,
) -> None:
    """Write a line. Called by the act itself, in its transaction."""
    if kind not in KINDS:
        raise KeyError(kind)
    Act.objects.create(kind=kind, at=at, by_id=by, about_id=about, organisation_id=organisation, facts=facts)


def history_of(user_id: int, *, limit: int = 100) -> list[Happened]:
    """What a person did, what was done to them, and what happened in the organisations they are a member of."""
    mine = Membership.objects.filter(user_id=user_id, ended_on=None).values("organisation_id")
    rows = Act.objects.filter(Q(by_id=user_id) | Q(about_id=user_id) | Q(organisation_id__in=mine))
    return _happened(rows[:limit], reader=user_id)


def history_of_organisation(organisation_id: int, *, limit: int = 100) -> list[Happened]:
    return _happened(Act.objects.filter(organisation_id=organisation_id)[:limit])


def _happened(rows: "QuerySet[Act]", *, reader: int | None = None) -> list[Happened]:
    return [_line(row, reader) for row in rows.select_related("by", "about", "organisation")]


def _line(row: Act, reader: int | None) -> Happened:
    organisation = row.organisation.name if row.organisation else row.facts.get("organisation", "")
    by, person = _named(row.by, reader), _named(row.about, reader)
    giver = organisation or by
    words = {"organisation": organisation, "person": person, "giver": giver, "email": "", "role": "", "group": ""}
    words |= {**row.facts, "what": _act(row.facts.get("act", ""))}
    return Happened(
        at=row.at,
        who=by,
        what=str(KINDS[row.kind]) % words,
        scope=row.facts.get("scope", ""),
        level=row.facts.get("level", ""),
        until=row.facts.get("until", ""),
    )


def _named(user: User | None, reader: int | None) -> str:
    """Nobody's name is hidden from themselves."""
    if user is None:
        return ""
    return str(user) if user.pk == reader else seen_name(user)


def _act(key: str) -> str:
    """What a dangerous act is called; its key, where this installation does not know it any more."""
    return next((str(one.name) for one in import_string(settings.DANGEROUS_ACTS) if one.key == key), key)
