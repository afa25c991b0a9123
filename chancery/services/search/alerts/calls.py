"""Calls to webhooks, as Standard Webhooks 1.0.0 has them (standard-webhooks.md in its repository; its headings here in
brackets): signed over ``webhook-id``, ``webhook-timestamp`` and body [Signature scheme], small [Payload size].

A call is written with what it tells of, in one transaction, and is sent afterwards, beside the followers, so that a
machine which does not answer keeps nobody waiting. It is sent again until it is answered 2xx; the same ``webhook-id``
says that it is the same call, ``webhook-timestamp`` when it was sent this time. After the last pause it is given up,
and its owner is told [Deliverability and reliability].
"""

import hashlib
import hmac
import json
import logging
import secrets
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from chancery.core.ledger import instant
from chancery.core.refusal import Refused
from chancery.finder import Document
from chancery.services.search.alerts import alerts
from chancery.services.search.alerts import posting as alert_posting
from chancery.services.search.alerts.posting import Unreachable
from chancery.services.search.exports.exporting import as_facts
from chancery.services.search.models import Alert, Call

log = logging.getLogger("chancery.search")
PAUSES = (
    timedelta(seconds=5),
    *(timedelta(minutes=minutes) for minutes in (5, 30)),
    *(timedelta(hours=hours) for hours in (2, 5, 10, 14, 20, 24)),
)
"""How long each further try waits: 75 hours in all, as in the specification's example [Retry schedule]."""
JITTER = 0.1  # of a pause, at most, that is added to it, so that not all come back at once
BUSY = frozenset({HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.BAD_GATEWAY, HTTPStatus.SERVICE_UNAVAILABLE})
BUSY |= {HTTPStatus.GATEWAY_TIMEOUT}
"""Answers of a machine that has too much to do: its other calls wait, too [Delivery success and failure]."""
MOST_RECORDS, MOST_BYTES = 100, 20_000  # of the records in one call; a single record is told whole however long it is
BATCH, AT_ONCE = 40, 8  # calls in one round; calls at the same time


def owe(alert: Alert, found: Mapping[int, Document], *, at: datetime) -> None:
    """Write down the calls that tell of these records, by ledger entry."""
    told = [{"entry": number, **as_facts(one), "address": _page(one)} for number, one in found.items()]
    for records in _shared_out(told):
        _write(alert, "records.published", {"records": records}, at=at)


def _shared_out(told: Iterable[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """The records, in calls of a fit size."""
    call, size = list[dict[str, Any]](), 0
    for one in told:
        own = len(_as_json(one).encode())
        if call and (len(call) == MOST_RECORDS or size + own > MOST_BYTES):
            yield call
            call, size = [], 0
        call.append(one)
        size += own
    if call:
        yield call


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
    call = {"message_id": f"msg_{secrets.token_hex(12)}", "body": _as_json(message)}
    Call.objects.create(alert=alert, **call, made_at=at, due_at=at)


def _as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


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
        sent = list(at_once.map(lambda one: _sent(*one), prepared))
    for call, outcome in zip(due, sent, strict=True):
        _record(call, outcome, at=at, outside=outside)
    return sum(not outcome.trouble for outcome in sent)


def _headers(call: Call, at: datetime) -> dict[str, str]:
    second = int(at.timestamp())
    return {
        "Content-Type": "application/json",
        "User-Agent": "Chancery",
        "webhook-id": call.message_id,
        "webhook-timestamp": str(second),
        "webhook-signature": " ".join(
            signature(key, call.message_id, second, call.body.encode()) for key in alerts.signing_keys(call.alert)
        ),
    }


@dataclass(frozen=True)
class Outcome:
    """What became of a try. ``trouble``: what went wrong in a few words; nothing where it arrived."""

    trouble: str = ""
    status: int = 0
    retry_after: str = ""


def _sent(url: str, body: bytes, headers: Mapping[str, str]) -> Outcome:
    try:
        answer = alert_posting.post(url, body, headers)
    except Unreachable as trouble:
        return Outcome(str(trouble))
    if HTTPStatus.OK <= answer.status < HTTPStatus.MULTIPLE_CHOICES:
        return Outcome()
    return Outcome(f"answered {answer.status}", answer.status, answer.retry_after)


def _record(call: Call, outcome: Outcome, *, at: datetime, outside: datetime) -> None:
    """Delivered; or due again later; or given up, after the last pause or where it says that it is gone (410)."""
    trouble = outcome.trouble
    again = trouble and outcome.status != HTTPStatus.GONE and call.tries < len(PAUSES)
    due = at + max(_pause(call), _asked_for(outcome.retry_after, outside)) if again else None
    with transaction.atomic():
        mine = Call.objects.filter(pk=call.pk, delivered_at=None)
        mine.update(
            tries=call.tries + 1, due_at=due, delivered_at=None if trouble else at, trouble=outcome.trouble[:200]
        )
        if due and outcome.status in BUSY:
            Call.objects.filter(alert=call.alert, due_at__lt=due).update(due_at=due)
        if trouble and due is None:
            log.warning("a call of alert %d was given up: %s", call.alert_id, trouble)
            _give_up(call.alert, trouble, at=at)


def _pause(call: Call) -> timedelta:
    """How long the next try waits: a little longer for some than for others, and for the same call the same."""
    chance = hashlib.sha256(f"{call.message_id} {call.tries}".encode()).digest()[0] / 256
    return PAUSES[call.tries] * (1 + JITTER * chance)


def _asked_for(retry_after: str, outside: datetime) -> timedelta:
    """How long the receiver asks us to wait, in seconds or until a date (RFC 9110, 10.2.3): not longer than we do.

    What cannot be read asks for nothing.
    """
    if retry_after.isascii() and retry_after.isdecimal():
        return min(timedelta(seconds=int(retry_after[:9])), PAUSES[-1])
    try:
        until = parsedate_to_datetime(retry_after)
    except ValueError:
        return timedelta()
    return max(timedelta(), min((until if until.tzinfo else until.replace(tzinfo=UTC)) - outside, PAUSES[-1]))


def _give_up(alert: Alert, trouble: str, *, at: datetime) -> None:
    """The webhook stands still, and so do its calls that wait, until its owner lets it go on."""
    Call.objects.filter(alert=alert, delivered_at=None).update(due_at=None)
    with override(alert.language):
        why = _("The webhook could not be reached: %(trouble)s. See to it, then press “Go on”.")
        alerts.stop(alert, why % {"trouble": trouble}, at=at)
