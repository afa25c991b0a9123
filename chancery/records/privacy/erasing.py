"""A person is erased: from every room, from what is made of the ledger, from the backups by destroying a key."""

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
from chancery.records.privacy import receipt, ring
from chancery.records.privacy.models import Erasure, Hold, Receipt
from chancery.records.privacy.queries import addresses_of, kept_of, standing
from chancery.records.privacy.traces import columns, traces

Forgetter = Callable[..., Mapping[str, int] | None]
"""A room's ``forget_person(user_id, at=)``: what it erased or made anonymous, rows by model."""

LEDGER = "core.Entry"
FETCHED_WITHIN = timedelta(days=30)


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
    is left in it. Then the person's key to the backups is destroyed. The receipt says what went, table by table, what
    the law keeps, and where the person's addresses are still found.
    """
    if not get_user_model()._default_manager.filter(pk=user_id).exists():
        raise Refused.because(_("This account is erased already."))
    _refuse_held(user_id)
    with transaction.atomic():
        addresses, before = addresses_of(user_id), _counted(user_id, holdings)
        erased = forget_everywhere(user_id, forgetters=forgetters, at=at)
        after = _counted(user_id, holdings)
        erased |= {model: max(rows - after.get(model, 0), erased.get(model, 0)) for model, rows in before.items()}
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
        Erasure.objects.create(account=user_id, at=at, receipt=_digest(code))
    destroy_keys(at=at)
    if erased.get(LEDGER):
        rebuild(followers, at=at)
    return code


def _counted(user_id: int, holdings: Sequence[Holding]) -> dict[str, int]:
    """How many rows each table holds about a person: the receipt lists what is fewer afterwards, whoever deleted it."""
    return {one.model: one.rows for one in standing(user_id, holdings) if one.rows}


def rebuild(followers: Sequence[Follower], *, at: datetime) -> None:
    """After an entry of the ledger was erased: make everything again that was made from it."""
    for follower in followers:
        if isinstance(follower, Rebuildable):
            follow.rebuild(follower, at=at)


def _refuse_held(user_id: int) -> None:
    """What somebody needs for a legal claim is not erased while it is needed."""
    hold = Hold.objects.filter(account=user_id, lifted_at=None).first()
    if hold:
        raise Refused.because(
            _("Nothing of this account can be erased for now: %(reason)s") % {"reason": hold.reason},
            cites="GDPR Art. 17(3)(e)",
        )


def forget_everywhere(user_id: int, *, forgetters: Sequence[Forgetter], at: datetime) -> dict[str, int]:
    """Every room forgets a person, in the order given. Rows by model. A restore does it again."""
    erased: dict[str, int] = {}
    for forget in forgetters:
        for model, rows in (forget(user_id, at=at) or {}).items():
            erased[model] = erased.get(model, 0) + rows
    return erased


def destroy_keys(*, at: datetime) -> int:
    """Destroy the keys to the backups of those who are erased. Returns for how many it is still to be done.

    It is done with the erasure; where a place of the keys could not be reached then, it is tried again every hour.
    """
    keys, waiting = ring.current(), list(Erasure.objects.filter(keys_destroyed_at=None))
    if waiting and keys.destroy((f"{ring.PERSON}:{one.account}" for one in waiting), at=at):
        return len(waiting)
    for one in waiting:
        with transaction.atomic():
            Erasure.objects.filter(pk=one.pk).update(keys_destroyed_at=at)
            _complete(one.receipt, keys, at=at)
    return 0


def _complete(digest: str, keys: ring.Ring, *, at: datetime) -> None:
    """Say in a receipt what became of the keys, and sign it again."""
    row = Receipt.objects.filter(pk=digest).first()
    if row:
        lines = receipt.of_backups(made=keys.exists(), at=at, last=keys.last_day())
        row.note = receipt.signed(receipt.completed(row.note, lines), tiles.office_signer())
        row.save(update_fields=["note"])


def _keep(note: str, *, at: datetime) -> str:
    code = secrets.token_urlsafe(18)
    drop_receipts(at=at)
    Receipt.objects.create(digest=_digest(code), note=note, made_at=at)
    return code


def drop_receipts(*, at: datetime) -> int:
    """Receipts that lay long enough to be fetched. Returns how many."""
    gone, _rows = Receipt.objects.filter(made_at__lt=at - FETCHED_WITHIN).delete()
    return gone


def _digest(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()
