"""Acts on one's own data: ask the office, have everything erased that the law does not keep."""

import hashlib
import secrets
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils.translation import gettext as _

from chancery.core import follow, tiles
from chancery.core.follow import Follower, Rebuildable
from chancery.core.personal import Holding
from chancery.core.refusal import Refused
from chancery.records.privacy import receipt
from chancery.records.privacy.consents import forget_consents, give_consent, withdraw_consent
from chancery.records.privacy.models import Receipt, Request
from chancery.records.privacy.queries import RIGHTS, addresses_of, kept_of
from chancery.records.privacy.traces import columns, traces
from chancery.records.privacy.versions import accept, forget_readers, publish, tell

__all__ = ["accept", "give_consent", "publish", "tell", "withdraw_consent"]

Forgetter = Callable[..., Mapping[str, int] | None]
"""A room's ``forget_person(user_id, at=)``: what it erased or made anonymous, rows by model."""

LEDGER = "core.Entry"
FETCHED_WITHIN = timedelta(days=30)
OPEN_AT_ONCE = 10


def ask(right: str, text: str, *, by: int, at: datetime) -> int:
    """Ask the office to correct or restrict, or object. Returns the id of the request."""
    if right not in RIGHTS:
        raise Refused.because(_("Choose what you ask for."), field="right")
    if not text.strip():
        raise Refused.because(_("Say which data, and why."), field="text")
    if Request.objects.filter(user_id=by, answered_at=None).count() >= OPEN_AT_ONCE:
        raise Refused.because(_("Ten requests of yours are waiting. Withdraw one first."), field="text")
    return Request.objects.create(user_id=by, right=right, text=text.strip()[:4000], made_at=at).pk


def withdraw(request_id: int, *, by: int) -> None:
    Request.objects.filter(pk=request_id, user_id=by, answered_at=None).delete()


def answer(request_id: int, text: str, *, by: int, at: datetime) -> None:
    """Answer a request, once. Who may is the page's question: accounts and privacy do not know each other."""
    if not text.strip():
        raise Refused.because(_("The answer is empty."), field="answer")
    waiting = Request.objects.filter(pk=request_id, answered_at=None)
    if not waiting.update(answer=text.strip()[:4000], answered_at=at, answered_by_id=by):
        raise Refused.because(_("This request is answered or withdrawn already."))


def erase(
    user_id: int,
    *,
    forgetters: Sequence[Forgetter],
    followers: Sequence[Follower],
    holdings: Sequence[Holding],
    at: datetime,
) -> str:
    """Have every room forget a person, in one transaction. Returns the code under which the receipt can be fetched.

    Where a room has erased entries of the ledger, what is made from the ledger is made again, so that nothing of them
    is left in it. The receipt says what went, what the law keeps, and where the person's addresses are still found.
    """
    if not get_user_model()._default_manager.filter(pk=user_id).exists():
        raise Refused.because(_("This account is erased already."))
    erased: dict[str, int] = {}
    with transaction.atomic():
        addresses = addresses_of(user_id)
        for forget in forgetters:
            for model, rows in (forget(user_id, at=at) or {}).items():
                erased[model] = erased.get(model, 0) + rows
        text = receipt.written(
            office=settings.LEDGER_ORIGIN,
            account=user_id,
            at=at,
            erased=erased,
            kept=kept_of(user_id, holdings),
            searched=sum(1 for _column in columns()),
            found=[trace for address in addresses for trace in traces(address)],
        )
        code = _keep(receipt.signed(text, tiles.office_signer()), at=at)
    if erased.get(LEDGER):
        for follower in followers:
            if isinstance(follower, Rebuildable):
                follow.rebuild(follower, at=at)
    return code


def _keep(note: str, *, at: datetime) -> str:
    code = secrets.token_urlsafe(18)
    Receipt.objects.filter(made_at__lt=at - FETCHED_WITHIN).delete()
    Receipt.objects.create(digest=hashlib.sha256(code.encode()).hexdigest(), note=note, made_at=at)
    return code


def forget_person(user_id: int, *, at: datetime) -> dict[str, int]:  # noqa: ARG001 - an act is always at some time
    """Erase a person's requests, and take them out of the ledger of consents. Rows by model."""
    mine = Request.objects.filter(user_id=user_id)
    found = mine.count()
    mine.delete()
    return {
        "privacy.Request": found,
        "privacy.Consent": forget_consents(user_id, addresses_of(user_id)),
        **forget_readers(user_id),
    }
