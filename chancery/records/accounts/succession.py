"""Succession: an organisation whose administrators have left, died or fallen silent gets another one.

Who is erased hands on at once (`forgetting`). For the rest, a member asks and says why; an operator of the office looks
at the reason and lets the waiting begin; every administrator is told, and one who says no ends it. When nobody has said
no in time, the member becomes administrator beside those who are.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from chancery.core import clock
from chancery.core.refusal import Denied, Refused
from chancery.records.accounts import notices
from chancery.records.accounts.history import note
from chancery.records.accounts.mandates import members_of, membership_role
from chancery.records.accounts.models import Claim, Membership, User
from chancery.records.accounts.organisations import ADMIN
from chancery.records.accounts.queries import require
from chancery.records.accounts.two_persons import must_be_seconded

WAITING = timedelta(days=30)
"""How long an administrator has to say no: longer than a holiday, and than most stays in a hospital."""

ALLOW = "accounts.allow_claim"


@dataclass(frozen=True, kw_only=True)
class ClaimShown:
    id: int
    organisation: int
    name: str
    claimant: int
    claimant_name: str
    reason: str
    asked_at: datetime
    due_on: date | None
    state: str


def claim(organisation_id: int, *, reason: str, by: int, at: datetime) -> int:
    """Ask to administer an organisation of which one is a member. Returns the claim's id."""
    with transaction.atomic():
        role = membership_role(organisation_id, by, clock.local_day(at))
        if not role:
            raise Denied.because(_("Only a member of the organisation asks for this."))
        if role == ADMIN:
            raise Refused.because(_("You administer the organisation already."))
        if not reason.strip():
            raise Refused.because(_("Say why the administrators cannot be asked."), field="reason")
        if Claim.objects.filter(organisation_id=organisation_id, ended_at=None).exists():
            raise Refused.because(_("Somebody has asked for this already. The office looks at it."), field="reason")
        made = Claim.objects.create(
            organisation_id=organisation_id, claimant_id=by, reason=reason.strip()[:2000], asked_at=at
        )
        note("claimed", at=at, by=by, about=by, organisation=organisation_id)
        transaction.on_commit(lambda: _tell(made.pk, at=at))
        return made.pk


def allow(claim_id: int, *, by: int, at: datetime) -> date:
    """The office's hand: the waiting begins. Two operators, where there are two. Returns the day on which it ends."""
    require(by, "operator")
    with transaction.atomic():
        found = _open(claim_id, "asked")
        if found.claimant_id == by:
            raise Refused.because(_("Somebody else of the office decides on what you ask for yourself."))
        must_be_seconded(ALLOW, {"claim": claim_id}, by=by, at=at)
        due = clock.local_day(at) + WAITING
        Claim.objects.filter(pk=claim_id).update(state="waiting", allowed_by_id=by, due_on=due)
        note("claim allowed", at=at, by=by, about=found.claimant_id, organisation=found.organisation_id)
        transaction.on_commit(lambda: _tell(claim_id, at=at))
        return due


def refuse(claim_id: int, *, by: int, at: datetime) -> None:
    """The office says no, before the waiting or while it lasts."""
    require(by, "operator")
    with transaction.atomic():
        _end(_open(claim_id), "refused", "claim refused", by=by, at=at)


def contradict(claim_id: int, *, by: int, at: datetime) -> None:
    """An administrator is there after all, and says no."""
    with transaction.atomic():
        found = _open(claim_id)
        if membership_role(found.organisation_id, by, clock.local_day(at)) != ADMIN:
            raise Denied.because(_("This act is for the administrators of the organisation."))
        _end(found, "contradicted", "claim contradicted", by=by, at=at)


def withdraw_claim(claim_id: int, *, by: int, at: datetime) -> None:
    with transaction.atomic():
        found = _open(claim_id)
        if found.claimant_id != by:
            raise Denied.because(_("Only who asked for it withdraws it."))
        _end(found, "withdrawn", "claim withdrawn", by=by, at=at)


def fulfil_claims(*, at: datetime) -> int:
    """Make administrators of those whose waiting is over. Called once an hour; safe to repeat. Returns how many."""
    today = clock.local_day(at)
    with transaction.atomic():
        due = list(Claim.objects.select_for_update().filter(state="waiting", due_on__lte=today))
        for one in due:
            _fulfil(one, today, at=at)
    return len(due)


def _fulfil(found: Claim, today: date, *, at: datetime) -> None:
    if not membership_role(found.organisation_id, found.claimant_id, today):
        _end(found, "withdrawn", "claim withdrawn", by=found.claimant_id, at=at)
        return
    rows = Membership.objects.filter(organisation_id=found.organisation_id, user_id=found.claimant_id, ended_on=None)
    rows.update(role=ADMIN)
    _end(found, "fulfilled", "claim fulfilled", by=found.claimant_id, at=at)


def _open(claim_id: int, *states: str) -> Claim:
    rows = Claim.objects.select_for_update().select_related("organisation", "claimant")
    found = rows.filter(pk=claim_id, ended_at=None, state__in=states or ("asked", "waiting")).first()
    if found is None:
        raise Refused.because(_("This is decided already."))
    return found


def _end(found: Claim, state: str, kind: str, *, by: int, at: datetime) -> None:
    Claim.objects.filter(pk=found.pk).update(state=state, ended_at=at)
    note(kind, at=at, by=by, about=found.claimant_id, organisation=found.organisation_id)


def claim_on(organisation_id: int) -> ClaimShown | None:
    """What is asked for and not decided; the members of the organisation see it."""
    found = Claim.objects.filter(organisation_id=organisation_id, ended_at=None).first()
    return _shown(found) if found else None


def claim_by_id(claim_id: int) -> ClaimShown | None:
    found = Claim.objects.filter(pk=claim_id).first()
    return _shown(found) if found else None


def claims_waiting() -> list[ClaimShown]:
    """Everything that operators have to look at, or that is waiting, the oldest first."""
    return [_shown(one) for one in Claim.objects.filter(ended_at=None).order_by("asked_at")]


def _tell(claim_id: int, *, at: datetime) -> None:
    """Write to those who may say no."""
    found = Claim.objects.select_related("organisation", "claimant").get(pk=claim_id)
    administrators = [one.user for one in members_of(found.organisation_id, clock.local_day(at)) if one.role == ADMIN]
    notices.claimed(
        User.objects.filter(pk__in=administrators),
        organisation_id=found.organisation_id,
        name=found.organisation.name,
        due_on=found.due_on,
        at=at,
    )


def _shown(row: Claim) -> ClaimShown:
    return ClaimShown(
        id=row.pk,
        organisation=row.organisation_id,
        name=row.organisation.name,
        claimant=row.claimant_id,
        claimant_name=str(row.claimant),
        reason=row.reason,
        asked_at=row.asked_at,
        due_on=row.due_on,
        state=row.state,
    )
