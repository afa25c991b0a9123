"""A service asks to sign somebody in: the request as it came, checked, and what has to happen before it is answered."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import Enum, auto
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from allauth.idp.oidc.models import Client
from django.conf import settings
from django.core import signing
from django.http import HttpRequest
from oauthlib.oauth2.rfc6749.errors import FatalClientError, OAuth2Error

from chancery.records.accounts.signon import engine
from chancery.records.accounts.signon.levels import LEVELS, Authentication, asked_level, authentication
from chancery.records.accounts.signon.models import Access, Service

BEGUN, LESS = "begun", "less"
"""What we add to a request that comes back: when somebody was sent away to sign in, signed, for this request only; and
that they cannot or will not show more than they have.
"""

CHALLENGE = re.compile(r"[A-Za-z0-9_-]{43}")  # S256 of anything: RFC 7636, section 4.2
SALT = "chancery.signon.begun"
PROMPTS = frozenset({"none", "login", "consent", "select_account"})


class Unanswerable(Exception):
    """The request names no service or no address that we know: nothing may be sent anywhere, only said on a page."""


@dataclass(frozen=True)
class Failed(Exception):
    """The service is told on its own address what is wrong (RFC 6749, section 4.1.2.1)."""

    address: str
    state: str
    error: str
    description: str = ""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A request that may be answered, once the person has signed in and agreed."""

    service: Service
    client: Client
    redirect_uri: str
    state: str
    nonce: str
    challenge: str
    scopes: tuple[str, ...]
    prompts: frozenset[str]
    max_age: timedelta | None
    level: str
    query: str
    begun: datetime | None
    less: bool

    def failed(self, error: str, description: str = "") -> Failed:
        return Failed(self.redirect_uri, self.state, error, description)

    @property
    def silent(self) -> bool:
        return "none" in self.prompts


class Step(Enum):
    """What stands between the request and its answer."""

    SIGN_IN = auto()
    AGAIN = auto()
    RAISE = auto()
    CONSENT = auto()
    ANSWER = auto()


SILENT = {
    Step.SIGN_IN: "login_required",
    Step.AGAIN: "login_required",
    Step.RAISE: "interaction_required",
    Step.CONSENT: "consent_required",
}
"""What the service is told where it wants nobody to be shown a page (OpenID Connect Core, section 3.1.2.6)."""


def read(request: HttpRequest, *, at: datetime) -> Asked:
    """The request in the query. Raises `Unanswerable` or `Failed`."""
    query = request.GET
    try:
        address, _method, _body, headers = engine.extracted(request)  # never the body: that is our own form
        scopes, info = engine.server(at=at).validate_authorization_request(address, "GET", "", headers)
    except FatalClientError as wrong:
        raise Unanswerable(wrong.description or wrong.error) from wrong
    except OAuth2Error as wrong:
        raise Failed(wrong.redirect_uri, wrong.state or "", wrong.error, wrong.description or "") from wrong
    client = info["request"].client
    plain = _without(request.META.get("QUERY_STRING", ""), BEGUN, LESS)
    asked = Asked(
        service=client.service,
        client=client,
        redirect_uri=info["redirect_uri"],
        state=info.get("state") or "",
        nonce=query.get("nonce", ""),
        challenge=query.get("code_challenge", ""),
        scopes=tuple(scopes),
        prompts=frozenset(query.get("prompt", "").split()),
        max_age=_max_age(query.get("max_age", "")),
        level=asked_level(query.get("acr_values", "").split()),
        query=plain,
        begun=_begun(query.get(BEGUN, ""), plain),
        less=LESS in query,
    )
    _check(asked, query)
    return asked


def _check(asked: Asked, query: Mapping[str, str]) -> None:
    """What the library lets pass or does not know."""
    if query.get("code_challenge_method") != "S256" or not CHALLENGE.fullmatch(asked.challenge):
        raise asked.failed("invalid_request", "PKCE with code_challenge_method=S256 is required.")
    if not asked.prompts <= PROMPTS or (asked.silent and len(asked.prompts) > 1):
        raise asked.failed("invalid_request", "prompt must be none, or some of login, consent, select_account.")
    if query.get("max_age") and asked.max_age is None:
        raise asked.failed("invalid_request", "max_age must be a number of seconds.")
    if query.get("response_mode", "query") != "query":
        raise asked.failed("invalid_request", "response_mode must be query.")
    for name in ("request", "request_uri", "registration"):
        if name in query:
            raise asked.failed(f"{name}_not_supported")
    if len(asked.nonce) > NONCE or len(asked.state) > STATE:
        raise asked.failed("invalid_request", "nonce or state is too long.")


NONCE, STATE = 500, 2000  # characters


def _max_age(text: str) -> timedelta | None:
    return timedelta(seconds=int(text)) if re.fullmatch(r"[0-9]{1,9}", text) else None


def shown(asked: Asked, records: list[dict[str, Any]], *, at: datetime) -> Authentication | None:
    """How the person has shown who they are, as far as it counts here: old proofs do not, where the request says so."""
    return authentication(records, since=_since(asked, at=at))


def _since(asked: Asked, *, at: datetime) -> datetime | None:
    """From when on a proof counts. Who was sent away to give one may have taken a while over it."""
    if "login" in asked.prompts or asked.max_age == timedelta(0):
        return asked.begun or at
    if asked.max_age is not None:
        return min(at - asked.max_age, asked.begun or at)
    return None


def next_step(asked: Asked, *, known: bool, proof: Authentication | None, access: Access | None) -> Step:
    """What comes next."""
    if not known:
        return Step.SIGN_IN
    if proof is None:
        return Step.AGAIN
    if not proof.reaches(asked.service.level) or not (asked.less or proof.reaches(asked.level)):
        return Step.RAISE
    if access is None or asked.prompts & {"consent", "select_account"}:
        return Step.CONSENT
    return Step.ANSWER


def wanted_level(asked: Asked) -> str:
    return max(asked.level, asked.service.level, key=LEVELS.index)


def carried(asked: Asked, *, less: bool | None = None) -> str:
    """The request's query with what we have added to it so far."""
    more = {BEGUN: _stamp(asked, asked.begun)} if asked.begun else {}
    more |= {LESS: "1"} if (asked.less if less is None else less) else {}
    return f"{asked.query}&{urlencode(more)}" if more else asked.query


def again(asked: Asked, *, at: datetime) -> str:
    """The query with which the request comes back after the person was sent away, with the time at which that was."""
    return carried(replace(asked, begun=asked.begun or at))


def _stamp(asked: Asked, at: datetime) -> str:
    return signing.dumps({"of": _digest(asked.query), "at": at.timestamp()}, salt=SALT)


def _begun(stamp: str, query: str) -> datetime | None:
    if not stamp:
        return None
    try:
        said = signing.loads(stamp, salt=SALT, max_age=3600)
    except signing.BadSignature:
        return None
    return datetime.fromtimestamp(said["at"], UTC) if said["of"] == _digest(query) else None


def _digest(query: str) -> str:
    return hashlib.sha256(query.encode()).hexdigest()[:32]


def _without(query: str, *names: str) -> str:
    return "&".join(part for part in query.split("&") if part and part.partition("=")[0] not in names)


def answer(asked: Asked | Failed, address: str, **said: str) -> str:
    """Where the browser goes with the answer: with ``state``, and with ``iss`` against mix-up (RFC 9207)."""
    parts = urlsplit(address)
    mine = {name: value for name, value in said.items() if value}
    state = {"state": asked.state} if asked.state else {}
    query = [*parse_qsl(parts.query, keep_blank_values=True), *{**mine, **state, "iss": settings.SITE_URL}.items()]
    return urlunsplit(parts._replace(query=urlencode(query)))
