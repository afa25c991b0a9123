# ruff: noqa: ARG002 - oauthlib says what the answers to its questions are given
"""The protocol: oauthlib's grammar, allauth's tables of clients and tokens, and what both leave open, closed.

Closed here: PKCE is asked of everybody; an address is compared sign by sign; a code is taken once, in one statement;
one that is shown twice, like a refresh token, ends everything that came from it (RFC 9700, sections 2.1.1 and 2.2.2);
a client revokes its own tokens only; only the code flow exists.
"""

import secrets
from datetime import datetime
from typing import Any

from allauth.core import context
from allauth.core.internal import httpkit
from allauth.idp.oidc.internal.oauthlib.request_validator import OAuthLibRequestValidator
from allauth.idp.oidc.internal.oauthlib.utils import extract_params, get_validator_context
from allauth.idp.oidc.models import Client, Token
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest
from oauthlib.oauth2.rfc6749.endpoints import AuthorizationEndpoint, RevocationEndpoint, TokenEndpoint
from oauthlib.oauth2.rfc6749.tokens import BearerToken
from oauthlib.openid.connect.core.endpoints.userinfo import UserInfoEndpoint
from oauthlib.openid.connect.core.grant_types import AuthorizationCodeGrant, RefreshTokenGrant

from chancery.records.accounts.signon import addresses, clients, keys, logout, scopes, subjects
from chancery.records.accounts.signon.models import Code, SignIn, SpentRefresh


class Protocol(OAuthLibRequestValidator):  # type: ignore[misc]
    """The answers to what oauthlib asks in the course of one request. ``at`` is when it came."""

    def __init__(self, *, at: datetime) -> None:
        super().__init__()
        self.at = at
        self.code: Code | None = None
        self.sign_in: SignIn | None = None
        self.refresh: Token | None = None

    # who asks

    def _lookup_client(self, request: Any, client_id: str) -> Client | None:
        known = get_validator_context().clients
        if client_id not in known:
            rows = Client.objects.select_related("service").filter(service__closed_at=None, service__isnull=False)
            known[client_id] = rows.filter(pk=client_id).first()
        return known[client_id]

    def authenticate_client(self, request: Any, *args: Any, **kwargs: Any) -> bool:
        """By secret: in the header, or else in the body; not in both (RFC 6749, section 2.3)."""
        client_id, secret = httpkit.extract_basic_auth(request.headers)
        if not client_id and not secret:
            client_id, secret = request.client_id, request.client_secret
        elif request.client_secret:
            return False
        if not isinstance(client_id, str) or not isinstance(secret, str) or not secret:
            return False
        client = self._lookup_client(request, client_id)
        if client is None or not clients.knows_secret(client, secret):
            return False
        self._use_client(request, client)
        return True

    # what is asked

    def validate_redirect_uri(self, client_id: str, redirect_uri: str, request: Any, *args: Any, **kwargs: Any) -> bool:
        return addresses.matches(redirect_uri, request.client.get_redirect_uris())

    def validate_scopes(
        self, client_id: str, wanted: Any, client: Any, request: Any, *args: Any, **kwargs: Any
    ) -> bool:
        return scopes.ALWAYS in wanted and set(wanted) <= set(request.client.get_scopes())

    def get_default_scopes(self, client_id: str, request: Any, *args: Any, **kwargs: Any) -> list[str]:
        return []

    def is_pkce_required(self, client_id: str, request: Any) -> bool:
        return True

    def validate_silent_login(self, request: Any) -> bool:
        return True  # `asking.next_step` sees to it

    def validate_silent_authorization(self, request: Any) -> bool:
        return True  # so it does

    def validate_user_match(self, id_token_hint: str, wanted: Any, claims: Any, request: Any) -> bool:
        """Whom the service believes to be here. Another person must not be answered for in their place."""
        user = context.request.user
        if not id_token_hint or not user.is_authenticated:
            return True
        said = keys.verified(id_token_hint, audience=request.client.pk, at=self.at)
        return said is not None and subjects.person(str(said.get("sub")), request.client.pk) == user.pk

    # codes

    def validate_code(self, client_id: str, code: str, client: Any, request: Any, *args: Any, **kwargs: Any) -> bool:
        """Take the code. Whoever shows it a second time, or in another client's place, gets nothing."""
        rows = Code.objects.select_related("sign_in__access__user", "sign_in__access__service")
        found = rows.filter(pk=clients.digest(code), sign_in__access__service_id=client.pk).first()
        if found is None or found.expires_at <= self.at:
            return False
        if not Code.objects.filter(pk=found.pk, used_at=None).update(used_at=self.at):
            logout.end(found.sign_in, at=self.at)
            return False
        if not self._usable(found.sign_in):
            return False
        self.code, self.sign_in = found, found.sign_in
        request.user, request.scopes = found.sign_in.access.user, found.sign_in.scopes
        return True

    def _usable(self, sign_in: SignIn) -> bool:
        return sign_in.ended_at is None and sign_in.access.user.is_active

    def confirm_redirect_uri(self, client_id: str, code: str, redirect_uri: str, *args: Any, **kwargs: Any) -> bool:
        return self.code is not None and redirect_uri == self.code.redirect_uri

    def get_code_challenge(self, code: str, request: Any) -> str:
        return self.code.challenge if self.code else ""

    def get_code_challenge_method(self, code: str, request: Any) -> str:
        return "S256"

    def get_authorization_code_nonce(self, *args: Any) -> str | None:
        return (self.code.nonce or None) if self.code else None

    def invalidate_authorization_code(self, *args: Any, **kwargs: Any) -> None:
        """It was taken when it was looked at."""

    # tokens

    def save_bearer_token(self, token: dict[str, Any], request: Any, *args: Any, **kwargs: Any) -> None:
        assert self.sign_in is not None
        life = self.at + settings.SIGNON_ACCESS
        rows = [self._token(Token.Type.ACCESS_TOKEN, token["access_token"], request, life)]
        if scopes.AWAY in self.sign_in.scopes and self._may_stay():
            rows.append(self._token(Token.Type.REFRESH_TOKEN, token["refresh_token"], request, self._until()))
            token["refresh_expires_in"] = int((self._until() - self.at).total_seconds())
        else:
            token.pop("refresh_token", None)
        if self.refresh is not None:
            self.refresh.delete()
        Token.objects.bulk_create(rows)

    def _token(self, kind: str, secret: str, request: Any, until: datetime) -> Token:
        assert self.sign_in is not None
        wanted = self.sign_in.scopes if kind == Token.Type.REFRESH_TOKEN else request.scopes
        row = Token(
            type=kind,
            hash=clients.digest(secret),
            client=request.client,
            user=request.user,
            created_at=self.at,
            expires_at=until,
            data={"sign_in": self.sign_in.pk},
        )
        row.set_scopes(wanted)
        return row

    def _until(self) -> datetime:
        """A refresh token lives for a month, and the whole family for half a year."""
        assert self.sign_in is not None
        return min(self.at + settings.SIGNON_REFRESH, self.sign_in.at + settings.SIGNON_LONGEST)

    def _may_stay(self) -> bool:
        return self._until() > self.at

    def validate_refresh_token(self, refresh_token: str, client: Any, request: Any, *args: Any, **kwargs: Any) -> bool:
        """Take the token. A spent one was stolen, before or after: everything that came from its sign-in ends."""
        digest = clients.digest(refresh_token)
        spent = SpentRefresh.objects.select_related("sign_in__access").filter(pk=digest).first()
        if spent is not None:
            if spent.sign_in.access.service_id == client.pk:
                logout.end(spent.sign_in, at=self.at)
            return False
        row = Token.objects.filter(type=Token.Type.REFRESH_TOKEN, hash=digest, client=client, expires_at__gt=self.at)
        found = row.first()
        sign_in = self._sign_in_of(found)
        if found is None or sign_in is None or not self._usable(sign_in):
            return False
        _row, first = SpentRefresh.objects.get_or_create(pk=digest, defaults={"sign_in": sign_in, "spent_at": self.at})
        if not first:
            logout.end(sign_in, at=self.at)
            return False
        self.refresh, self.sign_in, request.user = found, sign_in, sign_in.access.user
        return True

    def get_original_scopes(self, refresh_token: str, request: Any, *args: Any, **kwargs: Any) -> list[str]:
        return list(self.sign_in.scopes) if self.sign_in else []

    def rotate_refresh_token(self, request: Any) -> bool:
        return True

    def _sign_in_of(self, token: Token | None) -> SignIn | None:
        if token is None:
            return None
        rows = SignIn.objects.select_related("access__user", "access__service")
        return rows.filter(pk=int((token.data or {}).get("sign_in", 0))).first()

    def revoke_token(self, token: str, token_type_hint: str, request: Any, *args: Any, **kwargs: Any) -> None:
        """A client revokes its own tokens; with a refresh token goes all that came from its sign-in (RFC 7009, 2.1)."""
        own = Token.objects.filter(hash=clients.digest(token), client=request.client)
        for row in own:
            sign_in = self._sign_in_of(row)
            if row.type == Token.Type.REFRESH_TOKEN and sign_in is not None:
                logout.end(sign_in, at=self.at)
        own.delete()

    # what the client learns

    def finalize_id_token(self, id_token: dict[str, Any], token: Any, token_handler: Any, request: Any) -> str:
        """Who signed in, when and how surely. What they are called is asked of the userinfo endpoint."""
        assert self.sign_in is not None
        claims = {
            **id_token,
            "iss": settings.SITE_URL,
            "aud": request.client.pk,
            "sub": subjects.subject(request.user.pk, request.client.pk),
            "iat": int(self.at.timestamp()),
            "exp": int((self.at + settings.SIGNON_ID_TOKEN).timestamp()),
            "jti": secrets.token_urlsafe(16),
            "auth_time": int(self.sign_in.authenticated_at.timestamp()),
            "acr": self.sign_in.level,
            "amr": self.sign_in.methods,
            "sid": self.sign_in.sid,
        }
        return keys.signed(claims, at=self.at)

    def validate_bearer_token(self, token: str, wanted: Any, request: Any) -> bool:
        """Sent in the header; alive; of a person whose account is open, at a service that is not closed."""
        if not token or "access_token" in (request.uri_query or ""):
            return False
        rows = Token.objects.select_related("user", "client__service").filter(
            type=Token.Type.ACCESS_TOKEN, hash=clients.digest(token), expires_at__gt=self.at
        )
        found = rows.first()
        if found is None or found.client is None or found.user is None or not found.user.is_active:
            return False
        if found.client.service.closed_at or not set(wanted) <= set(found.get_scopes()):
            return False
        self._use_client(request, found.client)
        request.user, request.scopes = found.user, found.get_scopes()
        return True

    def get_userinfo_claims(self, request: Any) -> dict[str, Any]:
        return {
            "sub": subjects.subject(request.user.pk, request.client.pk),
            **scopes.claims(request.scopes, request.user),
        }


class Server(AuthorizationEndpoint, TokenEndpoint, RevocationEndpoint, UserInfoEndpoint):  # type: ignore[misc]
    """The code flow of OpenID Connect and its refresh; no other grant exists here."""

    def __init__(self, protocol: Protocol) -> None:
        code, refresh = AuthorizationCodeGrant(protocol), RefreshTokenGrant(protocol)
        seconds = int(settings.SIGNON_ACCESS.total_seconds())
        bearer = BearerToken(protocol, _secret, seconds, _secret)
        types = {"default_token_type": bearer}
        AuthorizationEndpoint.__init__(self, default_response_type="code", response_types={"code": code}, **types)
        grants = {"authorization_code": code, "refresh_token": refresh}
        TokenEndpoint.__init__(self, default_grant_type="authorization_code", grant_types=grants, **types)
        RevocationEndpoint.__init__(self, protocol)
        UserInfoEndpoint.__init__(self, protocol)


def _secret(_request: Any) -> str:
    return secrets.token_urlsafe(32)


def server(*, at: datetime) -> Server:
    return Server(Protocol(at=at))


def extracted(request: HttpRequest) -> tuple[str, str, str, dict[str, str]]:
    """The request as oauthlib wants it."""
    parts: tuple[str, str, str, dict[str, str]] = extract_params(request)
    return parts


def issue(sign_in: SignIn, *, redirect_uri: str, challenge: str, nonce: str, at: datetime) -> str:
    """A code for this sign-in, good for a minute, once."""
    code = secrets.token_urlsafe(32)
    with transaction.atomic():
        Code.objects.create(
            digest=clients.digest(code),
            sign_in=sign_in,
            redirect_uri=redirect_uri,
            challenge=challenge,
            nonce=nonce,
            expires_at=at + settings.SIGNON_CODE,
        )
    return code
