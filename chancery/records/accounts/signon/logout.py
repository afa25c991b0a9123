"""Signing out reaches the services: OpenID Connect Back-Channel Logout 1.0, tried again until it arrives.

A call is written in the transaction in which somebody signs out, and delivered afterwards by the followers' process. A
service that does not answer is called again after a minute, five, thirty and so on; after a day it is given up, and the
operator's page says so.
"""

import logging
import secrets
import urllib.error
import urllib.request
from collections.abc import Callable
from datetime import datetime, timedelta
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from allauth.idp.oidc.models import Token
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import Exists, OuterRef

from chancery.records.accounts.signon import keys, subjects
from chancery.records.accounts.signon.models import Access, Code, LogoutCall, Service, SignIn, SpentRefresh

log = logging.getLogger("chancery.accounts")
EVENT = "http://schemas.openid.net/event/backchannel-logout"
LIFE = timedelta(minutes=2)  # of a logout token: section 2.4 asks for no more
PAUSES = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 360, 960))
PATIENCE = 5.0  # seconds that a service has to answer
BATCH = 20  # calls in one round
KEPT = timedelta(days=30)  # calls and sign-ins that are over

Post = Callable[[str, bytes], str]
"""Send a body to an address; what went wrong in a few words, or nothing."""


def leave(session_key: str, *, at: datetime) -> int:
    """A session here has ended: its sign-ins are over, and each service is told. How many there were."""
    with transaction.atomic():
        rows = SignIn.objects.select_for_update().filter(session_key=session_key, left_at=None)
        sign_ins = list(rows.select_related("access__service"))
        for sign_in in sign_ins:
            _call(sign_in.access, sign_in.sid, at=at)
            _void(sign_in, types=(Token.Type.ACCESS_TOKEN,))
        SignIn.objects.filter(pk__in=[one.pk for one in sign_ins]).update(left_at=at)
    return len(sign_ins)


def leave_ended(*, at: datetime) -> int:
    """The sign-ins whose session here is gone, however: ended from another browser, by a new password, by its age."""
    alive = Session.objects.filter(session_key=OuterRef("session_key"), expire_date__gt=at)
    gone = SignIn.objects.filter(~Exists(alive), left_at=None).values_list("session_key", flat=True).distinct()
    return sum(leave(key, at=at) for key in gone[:BATCH])


def end(sign_in: SignIn, *, at: datetime) -> None:
    """Nothing that came from this sign-in works any more: a code or a refresh token was shown twice."""
    _void(sign_in, types=(Token.Type.ACCESS_TOKEN, Token.Type.REFRESH_TOKEN))
    SignIn.objects.filter(pk=sign_in.pk).update(ended_at=at)


def end_access(access: Access, *, at: datetime) -> None:
    """Every sign-in of a person at a service is over, and every token void."""
    if access.sign_ins.exists():
        _call(access, "", at=at)
    Token.objects.filter(client_id=access.service_id, user_id=access.user_id).delete()


def _void(sign_in: SignIn, *, types: tuple[str, ...]) -> None:
    """Its tokens; those of one person at one service are few, and each names its sign-in."""
    theirs = Token.objects.filter(client_id=sign_in.access.service_id, user_id=sign_in.access.user_id, type__in=types)
    Token.objects.filter(pk__in=[one.pk for one in theirs if (one.data or {}).get("sign_in") == sign_in.pk]).delete()


def _call(access: Access, sid: str, *, at: datetime) -> None:
    if access.service.logout_address:
        sub = subjects.subject(access.user_id, access.service_id)
        LogoutCall.objects.create(service=access.service, sub=sub, sid=sid, made_at=at, due_at=at)


def logout_token(call: LogoutCall, *, at: datetime) -> str:
    """Signed, for this service only, without a nonce, so that nobody can take it for an ID token (section 2.4)."""
    claims: dict[str, Any] = {
        "iss": settings.SITE_URL,
        "aud": call.service_id,
        "sub": call.sub,
        "iat": int(at.timestamp()),
        "exp": int((at + LIFE).timestamp()),
        "jti": secrets.token_urlsafe(16),
        "events": {EVENT: {}},
    }
    if call.sid:
        claims["sid"] = call.sid
    return keys.signed(claims, at=at, typ="logout+jwt")


def tell(*, at: datetime) -> int:
    """What the followers' process does once a second: notice sessions that have ended, and tell the services."""
    leave_ended(at=at)
    return deliver_due(at=at)


def deliver_due(*, at: datetime, post: Post | None = None) -> int:
    """Tell the services what is due; how many were told. One that does not answer is not asked again in this round."""
    told, silent = 0, set[str]()
    for call in LogoutCall.objects.filter(due_at__lte=at).select_related("service").order_by("due_at")[:BATCH]:
        if call.service_id in silent:
            continue
        body = urlencode({"logout_token": logout_token(call, at=at)}).encode()
        trouble = (post or _post)(call.service.logout_address, body)
        if trouble:
            silent.add(call.service_id)
        told += not trouble
        _record(call, trouble, at=at)
    return told


def _record(call: LogoutCall, trouble: str, *, at: datetime) -> None:
    """Delivered; or due again later; or, after the last pause, given up."""
    pause = PAUSES[call.tries] if trouble and call.tries < len(PAUSES) else None
    if trouble:
        log.warning("%s was not told of a sign-out: %s", call.service.logout_address, trouble)
    LogoutCall.objects.filter(pk=call.pk).update(
        tries=call.tries + 1,
        due_at=at + pause if pause else None,
        delivered_at=None if trouble else at,
        trouble=trouble[:200],
    )


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A logout token goes where the operator said, and nowhere else."""

    def redirect_request(self, *_details: Any) -> None:
        return None


_opener = urllib.request.build_opener(_NoRedirect, urllib.request.ProxyHandler({}))


def _post(address: str, body: bytes) -> str:
    request = urllib.request.Request(  # noqa: S310 - the operator registered it: http or https
        address, data=body, headers={"Content-Type": "application/x-www-form-urlencoded", "User-Agent": "Chancery"}
    )
    try:
        with _opener.open(request, timeout=PATIENCE) as answer:
            return "" if answer.status in {HTTPStatus.OK, HTTPStatus.NO_CONTENT} else f"answered {answer.status}"
    except urllib.error.HTTPError as trouble:
        trouble.close()
        return f"answered {trouble.code}"
    except (OSError, ValueError) as trouble:
        return f"out of reach: {trouble}"


def clear(*, at: datetime) -> None:
    """What is over: tokens and codes that have expired, sign-ins and calls of long ago. Safe to repeat."""
    with transaction.atomic():
        Token.objects.filter(expires_at__lte=at).delete()
        Code.objects.filter(expires_at__lte=at - timedelta(days=1)).delete()
        SpentRefresh.objects.filter(spent_at__lte=at - settings.SIGNON_LONGEST).delete()
        LogoutCall.objects.filter(made_at__lte=at - KEPT, due_at=None).delete()
        SignIn.objects.filter(at__lte=at - settings.SIGNON_LONGEST, left_at__lte=at - KEPT).delete()


def troubles(service: Service) -> list[LogoutCall]:
    """The calls to a service that have not arrived: due again, or given up."""
    return list(
        LogoutCall.objects.filter(service=service, delivered_at=None).exclude(trouble="").order_by("-made_at")[:20]
    )
