"""Calls to webhooks, signed as Standard Webhooks has it (its specification, 1.0): ``webhook-id``,
``webhook-timestamp``, and ``webhook-signature`` over both and the body.

A call is written with what it tells of, in one transaction, and is sent afterwards, beside the followers, so that a
machine which does not answer keeps nobody waiting. It is sent again until it is answered 2xx; the same ``webhook-id``
says that it is the same call. After the last pause it is given up, and its owner is told.
"""

import hashlib
import hmac
import json
import logging
import secrets
from base64 import b64encode
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from http import HTTPStatus

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from chancery.core.ledger import instant
from chancery.core.refusal import Refused
from chancery.finder import Document
from chancery.services.search import alert_posting, alerts
from chancery.services.search.alert_posting import Unreachable
from chancery.services.search.exporting import as_facts
from chancery.services.search.models import Alert, Call

log = logging.getLogger("chancery.search")
PAUSES = (
    timedelta(seconds=5),
    *(timedelta(minutes=minutes) for minutes in (5, 30)),
    *(timedelta(hours=hours) for hours in (2, 5, 10, 14, 20, 24)),
)
"""How long each further try waits: 75 hours in all."""
MOST_RECORDS = 100  # in one call
BATCH, AT_ONCE = 40, 8  # calls in one round; calls at the same time


def owe(alert: Alert, found: Mapping[int, Document], *, at: datetime) -> None:
    """Write down the calls that tell of these records, by ledger entry."""
    rows = list(found.items())
    for start in range(0, len(rows), MOST_RECORDS):
        told = [
            {"entry": number, **as_facts(one), "address": _page(one)} for number, one in rows[start:][:MOST_RECORDS]
        ]
        _write(alert, "records.published", {"records": told}, at=at)


def try_out(alert_id: int, *, by: int, at: datetime) -> None:
    """A call without records, to see that it arrives."""
    alert = alerts.own(alert_id, by)
    if alert is None or alert.way != "webhook":
        raise Refused.because(_("This webhook is not among yours."))
    if Call.objects.filter(alert=alert, due_at__isnull=False).exists():
        raise Refused.because(_("A call is on its way already. Look again in a moment."))
    _write(alert, "webhook.test", {"records": []}, at=at)


def _page(one: Document) -> str:
    return str(settings.SITE_URL) + reverse("search:record", args=[one.collection, one.key])


def _write(alert: Alert, kind: str, data: Mapping[str, object], *, at: datetime) -> None:
    search = {"alert": alert.pk, "savedSearch": alert.search_id, "name": alert.search.name}
    message = {"type": kind, "timestamp": instant(at), "data": {**search, **data}}
    body = json.dumps(message, ensure_ascii=False, separators=(",", ":"))
    Call.objects.create(alert=alert, message_id=f"msg_{secrets.token_hex(12)}", body=body, made_at=at, due_at=at)


def signature(key: bytes, message_id: str, second: int, body: bytes) -> str:
    signed = f"{message_id}.{second}.".encode() + body
    return f"v1,{b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()}"


def send_due(*, at: datetime, outside: datetime) -> int:
    """Send what is due, one call of each alert at a time. Returns how many have arrived.

    ``outside``: the true time, by which a receiver judges whether a call is fresh; nobody there sets the clock forward.
    """
    due, taken = list[Call](), set[int]()
    waiting = Call.objects.filter(due_at__lte=at).select_related("alert__search").order_by("due_at", "pk")
    for call in waiting[: BATCH * 5]:
        if call.alert_id not in taken and len(due) < BATCH:
            taken.add(call.alert_id)
            due.append(call)
    if not due:
        return 0
    prepared = [(call.alert.url, call.body.encode(), _headers(call, outside)) for call in due]
    with ThreadPoolExecutor(max_workers=AT_ONCE) as at_once:  # they touch the network alone, not the store
        troubles = list(at_once.map(lambda one: _sent(*one), prepared))
    for call, trouble in zip(due, troubles, strict=True):
        _record(call, trouble, at=at)
    return troubles.count("")


def _headers(call: Call, at: datetime) -> dict[str, str]:
    second = int(at.timestamp())
    return {
        "Content-Type": "application/json",
        "User-Agent": "Chancery",
        "webhook-id": call.message_id,
        "webhook-timestamp": str(second),
        "webhook-signature": signature(alerts.signing_key(call.alert), call.message_id, second, call.body.encode()),
    }


def _sent(url: str, body: bytes, headers: Mapping[str, str]) -> str:
    """What went wrong in a few words, or nothing."""
    try:
        status = alert_posting.post(url, body, headers)
    except Unreachable as trouble:
        return str(trouble)
    return "" if HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES else f"answered {status}"


def _record(call: Call, trouble: str, *, at: datetime) -> None:
    """Delivered; or due again later; or given up, after the last pause or where it says that it is gone (410)."""
    gone = trouble == f"answered {HTTPStatus.GONE.value}"
    pause = PAUSES[call.tries] if trouble and not gone and call.tries < len(PAUSES) else None
    with transaction.atomic():
        mine = Call.objects.filter(pk=call.pk, delivered_at=None)
        mine.update(
            tries=call.tries + 1,
            due_at=at + pause if pause else None,
            delivered_at=None if trouble else at,
            trouble=trouble[:200],
        )
        if trouble and pause is None:
            log.warning("a call of alert %d was given up: %s", call.alert_id, trouble)
            _give_up(call.alert, trouble, at=at)


def _give_up(alert: Alert, trouble: str, *, at: datetime) -> None:
    """The webhook stands still, and so do its calls that wait, until its owner lets it go on."""
    Call.objects.filter(alert=alert, delivered_at=None).update(due_at=None)
    with override(alert.language):
        why = _("The webhook could not be reached: %(trouble)s. See to it, then press “Go on”.")
        alerts.stop(alert, why % {"trouble": trouble}, at=at)
