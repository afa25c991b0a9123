"""The two-person rule: a dangerous act is proposed by one and confirmed by another who holds the role.

Which acts are dangerous is said by the rooms that do them, each by a `Dangerous` in ``site/wiring.py``. Two things hold
the rule: the action itself asks `must_be_seconded` first, so there is no way round the page; and what is confirmed is
bound by its hash to what was proposed. Decision record 0016.
"""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.functional import Promise
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from chancery.core import ledger
from chancery.core.refusal import Denied, Refused
from chancery.records.accounts import notices
from chancery.records.accounts.events import STREAM, ActConfirmed
from chancery.records.accounts.history import note
from chancery.records.accounts.models import Proposal, RoleGrant, User

LASTS = timedelta(days=3)
"""How long a proposal waits for the second person: over a weekend, not over a holiday."""

DEMANDS = ("two", "always", "never")
"""`settings.TWO_PERSONS`: where two people hold the role; always; never."""

Payload = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Dangerous:
    """An act that takes two. ``role`` is held by both.

    ``does`` is called as ``does(payload, by=, at=)`` with the proposer as ``by``, once as a rehearsal that is rolled
    back, so it changes nothing but the store. ``says`` tells in one sentence what is proposed, to people who may see
    it. ``href`` is the page on which it is done.
    """

    key: str
    role: str
    name: str | Promise
    says: Callable[[Payload], str]
    does: Callable[..., Any]
    href: Callable[[Payload], str]


@dataclass(frozen=True)
class Rule:
    """Whether an act takes two persons today, and how many people could be the second one of them."""

    demanded: bool
    holders: int
    setting: str


@dataclass(frozen=True)
class Done:
    """What became of a dangerous act: ``result`` of the act itself, or the ``proposal`` that waits for a second."""

    result: Any = None
    proposal: int | None = None


def acts() -> dict[str, Dangerous]:
    """Every dangerous act of this installation, by its key."""
    return {one.key: one for one in import_string(settings.DANGEROUS_ACTS)}


def rule(key: str) -> Rule:
    holders = _holders(acts()[key].role).count()
    setting = settings.TWO_PERSONS
    return Rule(demanded=setting == "always" or (setting == "two" and holders > 1), holders=holders, setting=setting)


def _holders(role: str) -> Any:
    return RoleGrant.objects.filter(role=role, user__is_active=True)


def digest_of(key: str, payload: Payload) -> str:
    told = json.dumps({"act": key, "payload": payload}, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(told.encode()).hexdigest()


def must_be_seconded(key: str, payload: Payload, *, by: int, at: datetime) -> None:
    """Called first by the action itself. Raises `Refused` where two are needed and nobody has confirmed exactly this.

    A confirmation is used up here, in the transaction of the act, and enters the ledger with both names.
    """
    if not rule(key).demanded:
        return
    found = (
        Proposal.objects.select_for_update()
        .filter(act=key, digest=digest_of(key, payload), proposed_by_id=by, state="confirmed", entry=None)
        .first()
    )
    if found is None:
        raise Refused.because(_("This act takes two persons. Propose it; somebody else with your role confirms it."))
    event = ActConfirmed(
        act=key,
        digest=found.digest,
        proposed_by=by,
        proposed_at=ledger.instant(found.proposed_at),
        confirmed_by=found.decided_by_id or 0,
    )
    [entry] = ledger.append(STREAM, [event], after=None, at=at)
    Proposal.objects.filter(pk=found.pk).update(entry=entry.number)


def do_or_propose(key: str, payload: Payload, *, by: int, at: datetime) -> Done:
    """Do a dangerous act where one person may; where two are needed, propose it."""
    if rule(key).demanded:
        return Done(proposal=propose(key, payload, by=by, at=at))
    return Done(result=acts()[key].does(payload, by=by, at=at))


def propose(key: str, payload: Payload, *, by: int, at: datetime) -> int:
    """Propose an act that two persons do. What the law has against it is said now: it is rehearsed. Returns its id."""
    act = acts()[key]
    _must_hold(act.role, by)
    digest = digest_of(key, payload)
    with transaction.atomic():
        if Proposal.objects.filter(digest=digest, state="open", expires_at__gt=at).exists():
            raise Refused.because(_("Exactly this is proposed already, and waits to be confirmed."))
        made = Proposal.objects.create(
            act=key, payload=dict(payload), digest=digest, proposed_by_id=by, proposed_at=at, expires_at=at + LASTS
        )
        _rehearse(act, made, at=at)
        note("proposed", at=at, by=by, about=by, act=key)
        transaction.on_commit(
            lambda: notices.proposed(seconds(made.pk), str(act.name), expires_at=made.expires_at, at=at)
        )
        return made.pk


def _rehearse(act: Dangerous, row: Proposal, *, at: datetime) -> None:
    """Do it as if it were confirmed, and take everything back: whatever stands against it is raised."""
    with transaction.atomic():
        Proposal.objects.filter(pk=row.pk).update(state="confirmed")
        act.does(row.payload, by=row.proposed_by_id, at=at)
        transaction.set_rollback(True)


def confirm(proposal_id: int, *, by: int, at: datetime) -> Any:
    """Confirm what somebody else proposed: it is done in this transaction, or, when it is refused, not confirmed.

    The caller has seen to it that who confirms has shown a second factor a moment ago. Returns the act's own result.
    """
    with transaction.atomic():
        row, act = _open(proposal_id, by=by, at=at)
        if row.proposed_by_id == by:
            raise Refused.because(_("You proposed this yourself. Somebody else confirms it."))
        if row.proposed_by_id is None or not _holders(act.role).filter(user_id=row.proposed_by_id).exists():
            raise Refused.because(_("Who proposed this does not hold the role any more. Propose it yourself."))
        Proposal.objects.filter(pk=row.pk).update(state="confirmed", decided_by_id=by, decided_at=at)
        result = act.does(row.payload, by=row.proposed_by_id, at=at)
        note("confirmed", at=at, by=by, about=row.proposed_by_id, act=row.act)
        return result


def decline(proposal_id: int, *, reason: str = "", by: int, at: datetime) -> None:
    """Say no to what somebody else proposed; the reason is shown to who did."""
    with transaction.atomic():
        row, act = _open(proposal_id, by=by, at=at)
        if row.proposed_by_id == by:
            raise Refused.because(_("You proposed this yourself. Withdraw it instead."))
        _decide(row, "declined", by=by, at=at, reason=reason.strip()[:1000])
        note("declined", at=at, by=by, about=row.proposed_by_id, act=row.act)
        proposer = row.proposed_by
    if proposer is not None:
        notices.declined(proposer, str(act.name), reason=reason.strip()[:1000], at=at)


def take_back(proposal_id: int, *, by: int, at: datetime) -> None:
    """Withdraw one's own proposal."""
    with transaction.atomic():
        row, _act = _open(proposal_id, by=by, at=at)
        if row.proposed_by_id != by:
            raise Denied.because(_("Only who proposed it withdraws it. You may decline it."))
        _decide(row, "withdrawn", by=by, at=at)
        note("taken back", at=at, by=by, about=by, act=row.act)


def _open(proposal_id: int, *, by: int, at: datetime) -> tuple[Proposal, Dangerous]:
    """An open proposal, for those who hold its role; to everyone else it is not there."""
    row = Proposal.objects.select_for_update().filter(pk=proposal_id, state="open", expires_at__gt=at).first()
    act = acts().get(row.act) if row else None
    if row is None or act is None or not _holders(act.role).filter(user_id=by).exists():
        raise Refused.because(_("This proposal is decided, withdrawn or expired already."))
    return row, act


def _decide(row: Proposal, state: str, *, by: int, at: datetime, reason: str = "") -> None:
    Proposal.objects.filter(pk=row.pk).update(state=state, decided_by_id=by, decided_at=at, reason=reason)


def standing() -> list[tuple[Dangerous, Rule]]:
    """Every dangerous act, and what applies to it today."""
    return [(act, rule(key)) for key, act in acts().items()]


def _must_hold(role: str, user_id: int) -> None:
    if not _holders(role).filter(user_id=user_id).exists():
        raise Denied.because(_("This act is for: %(roles)s.") % {"roles": role})


# What is shown


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A proposal, to those who hold its role. ``state`` may also be "expired"."""

    id: int
    name: str
    says: str
    href: str
    proposer: str
    mine: bool
    proposed_at: datetime
    expires_at: datetime
    state: str
    decider: str
    decided_at: datetime | None
    reason: str
    entry: int | None


def proposals(user_id: int, *, at: datetime, limit: int = 50) -> list[Shown]:
    """The proposals of every act whose role this person holds: the open ones, and what became of the others."""
    known = acts()
    roles = {*RoleGrant.objects.filter(user_id=user_id, user__is_active=True).values_list("role", flat=True)}
    keys = [key for key, act in known.items() if act.role in roles]
    rows = Proposal.objects.filter(act__in=keys).select_related("proposed_by", "decided_by")
    return [_shown(row, known[row.act], user_id, at) for row in rows[:limit]]


def waiting_for(user_id: int, *, at: datetime) -> int:
    """How many proposals of others wait for this person, or somebody else with the role."""
    return sum(one.state == "open" and not one.mine for one in proposals(user_id, at=at))


def seconds(proposal_id: int) -> list[User]:
    """Who may confirm it: everyone else who holds the role. They are told of it."""
    row = Proposal.objects.get(pk=proposal_id)
    holders = _holders(acts()[row.act].role).exclude(user_id=row.proposed_by_id).select_related("user")
    return [grant.user for grant in holders]


def _shown(row: Proposal, act: Dangerous, user_id: int, at: datetime) -> Shown:
    expired = row.state == "open" and row.expires_at <= at
    return Shown(
        id=row.pk,
        name=str(act.name),
        says=act.says(row.payload),
        href=act.href(row.payload),
        proposer=str(row.proposed_by or ""),
        mine=row.proposed_by_id == user_id,
        proposed_at=row.proposed_at,
        expires_at=row.expires_at,
        state="expired" if expired else row.state,
        decider=str(row.decided_by or ""),
        decided_at=row.decided_at,
        reason=row.reason,
        entry=row.entry,
    )
