"""What services and browsers speak to in the course of a sign-in."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.reauthentication import get_reauthentication_flows
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from oauthlib.oauth2.rfc6749.errors import OAuth2Error

from chancery.core.access import public, signed_in
from chancery.records.accounts.signon import access, asking, engine, keys, scopes
from chancery.records.accounts.signon.addresses import origin
from chancery.records.accounts.signon.asking import Asked, Failed, Step, Unanswerable
from chancery.records.accounts.signon.levels import LEVELS, Authentication
from chancery.records.accounts.signon.models import Access
from chancery.records.accounts.signon.views import moment
from chancery.records.accounts.views import me


@public
@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def authorize(request: HttpRequest) -> HttpResponseBase:
    """A service sends somebody here to sign in. Sent as a form, the same is asked again as an address."""
    if request.method == "POST":
        return redirect(f"{reverse('signon:authorize')}?{request.POST.urlencode()}")
    try:
        asked = asking.read(request, at=moment())
        return _proceed(request, asked)
    except Unanswerable as wrong:
        return _unanswerable(request, wrong)
    except Failed as failed:
        return _to_service(request, _error(failed))


def _proceed(request: HttpRequest, asked: Asked) -> HttpResponseBase:
    at, known = moment(), request.user.is_authenticated
    records = get_authentication_records(request, request.user) if known else []
    proof = asking.shown(asked, records, at=at)
    agreed = access.agreed(asked.service, me(request), asked.scopes) if known else None
    step = asking.next_step(asked, known=known, proof=proof, access=agreed)
    if asked.silent and step in asking.SILENT:
        raise asked.failed(asking.SILENT[step])
    if step is Step.ANSWER and agreed and proof:
        return _to_service(request, _answer(request, asked, agreed, proof))
    return _PAGES[step](request, asked)


def _answer(request: HttpRequest, asked: Asked, agreed: Access, proof: Authentication) -> str:
    at = moment()
    with transaction.atomic():
        key = request.session.session_key or ""
        sign_in = access.begin(agreed, wanted=asked.scopes, shown=proof, session_key=key, at=at)
        code = engine.issue(
            sign_in, redirect_uri=asked.redirect_uri, challenge=asked.challenge, nonce=asked.nonce, at=at
        )
    return asking.answer(asked, asked.redirect_uri, code=code)


def _back(asked: Asked) -> dict[str, str]:
    """Where a page of signing in comes back to."""
    return {"next": f"{reverse('signon:authorize')}?{asking.again(asked, at=moment())}"}


def _sign_in(_request: HttpRequest, asked: Asked) -> HttpResponse:
    return redirect(f"{reverse('account_login')}?{urlencode(_back(asked))}")


def _again(request: HttpRequest, asked: Asked) -> HttpResponse:
    """To the page that asks for the password or the passkey again; who has neither here signs in anew."""
    if get_reauthentication_flows(request.user):
        return redirect(f"{reverse('account_reauthenticate')}?{urlencode(_back(asked))}")
    back = _back(asked)
    get_adapter().logout(request)
    return redirect(f"{reverse('account_login')}?{urlencode(back)}")


def _raise(request: HttpRequest, asked: Asked) -> HttpResponse:
    """The service wants more than a password: which means the person has, and how to get one."""
    wanted, required = asking.wanted_level(asked), asked.service.level
    codes = wanted != "passkey" and is_mfa_enabled(request.user, types=["totp"])
    context = {
        "asked": asked,
        "wanted": wanted,
        "back": urlencode(_back(asked)),
        "passkey": is_mfa_enabled(request.user, types=["webauthn"]),
        "codes": codes,
        "less": "" if required == wanted else asking.carried(asked, less=True),
    }
    return render(request, "signon/more.html", context)


def _consent(request: HttpRequest, asked: Asked) -> HttpResponse:
    context = {"asked": asked, "shown": scopes.shown(asked.scopes, request.user)}  # type: ignore[arg-type]
    context |= {"query": asking.carried(asked), "bare": asked.query}
    return _leading_to(render(request, "signon/consent.html", context), asked.redirect_uri)


_PAGES = {Step.SIGN_IN: _sign_in, Step.AGAIN: _again, Step.RAISE: _raise, Step.CONSENT: _consent}


@signed_in
@never_cache
@require_POST
def consent(request: HttpRequest) -> HttpResponseBase:
    """The person's answer. The request is read and weighed anew: what the page said is not taken on trust."""
    try:
        asked = asking.read(request, at=moment())
        if "allow" not in request.POST:
            raise asked.failed("access_denied")
        return _agreed(request, asked)
    except Unanswerable as wrong:
        return _unanswerable(request, wrong)
    except Failed as failed:
        return _to_service(request, _error(failed))


def _agreed(request: HttpRequest, asked: Asked) -> HttpResponseBase:
    at = moment()
    proof = asking.shown(asked, get_authentication_records(request, request.user), at=at)
    given = access.agreed(asked.service, me(request), asked.scopes)
    step = asking.next_step(asked, known=True, proof=proof, access=given)
    if proof is None or step not in {Step.CONSENT, Step.ANSWER}:
        return _PAGES[step](request, asked)
    with transaction.atomic():
        wanted = request.POST.getlist("item")
        word = access.agree(asked.service, asked=asked.scopes, given=wanted, by=me(request), at=at)
        return _to_service(request, _answer(request, asked, word, proof))


@signed_in
@never_cache
@require_POST
def switch(request: HttpRequest) -> HttpResponse:
    """Sign out here, and sign in with another account for the same request."""
    try:
        asked = asking.read(request, at=moment())
    except (Unanswerable, Failed) as wrong:
        return _unanswerable(request, wrong)
    back = _back(asked)
    get_adapter().logout(request)
    return redirect(f"{reverse('account_login')}?{urlencode(back)}")


@public
@csrf_exempt
@never_cache
@require_POST
def token(request: HttpRequest) -> HttpResponse:
    """A code or a refresh token for an access token."""
    with transaction.atomic():
        return _response(*engine.server(at=moment()).create_token_response(*engine.extracted(request)))


@public
@csrf_exempt
@never_cache
@require_http_methods(["GET", "POST"])
def userinfo(request: HttpRequest) -> HttpResponse:
    """What the person has allowed this service to know."""
    try:
        answer = engine.server(at=moment()).create_userinfo_response(*engine.extracted(request))
    except OAuth2Error as wrong:
        return _response({**wrong.headers, "Content-Type": "application/json"}, wrong.json, wrong.status_code)
    return _response(*answer)


def _response(headers: dict[str, str], body: str | None, status: int) -> HttpResponse:
    return HttpResponse(body or "", status=status, headers=headers)


@public
@csrf_exempt
@require_POST
def revoke(request: HttpRequest) -> HttpResponse:
    """A service gives a token back."""
    with transaction.atomic():
        return _response(*engine.server(at=moment()).create_revocation_response(*engine.extracted(request)))


@public
@require_safe
def jwks(_request: HttpRequest) -> JsonResponse:
    return _open(JsonResponse({"keys": keys.published(at=moment())}), seconds=3600)


@public
@require_safe
def configuration(_request: HttpRequest) -> JsonResponse:
    """OpenID Connect Discovery 1.0: only what is so."""
    return _open(JsonResponse(_configuration()), seconds=3600)


def _configuration() -> dict[str, Any]:
    address = {name: settings.SITE_URL + reverse(f"signon:{name}") for name in ADDRESSES}
    return {
        "issuer": settings.SITE_URL,
        **{key: address[name] for name, key in ADDRESSES.items()},
        "scopes_supported": list(scopes.SCOPES),
        "response_types_supported": ["code"],
        "response_modes_supported": ["query"],
        "grant_types_supported": ["authorization_code", "refresh_token"],
        "subject_types_supported": ["pairwise"],
        "id_token_signing_alg_values_supported": [keys.ALGORITHM],
        "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post", "none"],
        "revocation_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post", "none"],
        "code_challenge_methods_supported": ["S256"],
        "acr_values_supported": list(LEVELS),
        "prompt_values_supported": ["none", "login", "consent", "select_account"],
        "claims_supported": list(CLAIMS),
        "ui_locales_supported": [code for code, _name in settings.LANGUAGES],
        "claims_parameter_supported": False,
        "request_parameter_supported": False,
        "request_uri_parameter_supported": False,
        "authorization_response_iss_parameter_supported": True,
        "backchannel_logout_supported": True,
        "backchannel_logout_session_supported": True,
        "service_documentation": settings.SITE_URL + reverse("signon:about"),
    }


ADDRESSES = {
    "authorize": "authorization_endpoint",
    "token": "token_endpoint",
    "userinfo": "userinfo_endpoint",
    "revoke": "revocation_endpoint",
    "logout": "end_session_endpoint",
    "jwks": "jwks_uri",
}
CLAIMS = (
    *("iss", "sub", "aud", "exp", "iat", "jti", "nonce", "at_hash", "auth_time", "acr", "amr", "sid"),
    *("name", "given_name", "family_name", "locale", "email", "email_verified"),
    *("phone_number", "phone_number_verified", "address"),
)


def _open(response: JsonResponse, *, seconds: int) -> JsonResponse:
    """For any page of any service to read."""
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Cache-Control"] = f"public, max-age={seconds}"
    return response


def _error(failed: Failed) -> str:
    return asking.answer(failed, failed.address, error=failed.error, error_description=failed.description)


def _to_service(request: HttpRequest, address: str) -> HttpResponse:
    """To an address that was registered; it may have a scheme of its own, which Django's class refuses.

    Who comes from a form of ours is led on by a page that moves on by itself: a browser lets a form lead where the
    policy of its page says and no further, redirects included, and the sign-in page knows of no service.
    """
    headers = {"Referrer-Policy": "no-referrer"}
    if request.method != "POST" and asking.BEGUN in request.GET:
        page = render(request, "signon/go_on.html", {"address": address})
        page["Referrer-Policy"] = headers["Referrer-Policy"]
        return page
    return HttpResponse(status=302, headers={"Location": address, **headers})


def _leading_to(response: HttpResponse, address: str) -> HttpResponse:
    """The page's form ends at a service: `site.middleware` says so in the content security policy."""
    response.form_leads_to = origin(address)  # type: ignore[attr-defined]
    return response


def _unanswerable(request: HttpRequest, wrong: Unanswerable | Failed) -> HttpResponse:
    return render(request, "signon/unanswerable.html", {"wrong": str(wrong)}, status=400)
