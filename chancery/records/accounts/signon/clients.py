"""Acts of the office on the services that people sign in to: register, change, give a new secret, close."""

import hashlib
import hmac
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from allauth.idp.oidc.models import Client, Token
from django.db import transaction
from django.utils.translation import gettext as _

from chancery.core.refusal import Refused
from chancery.records.accounts.history import note
from chancery.records.accounts.queries import require
from chancery.records.accounts.signon import addresses, logout
from chancery.records.accounts.signon.levels import LEVELS
from chancery.records.accounts.signon.models import Access, Service
from chancery.records.accounts.signon.scopes import ALWAYS, SCOPES
from chancery.records.accounts.two_persons import must_be_seconded
from chancery.treaties.kernel import Finding

CLOSE = "signon.close"
"""The name under which two persons do it (decision 0016): what people agreed to does not come back."""

GRANTS = ("authorization_code", "refresh_token")


@dataclass(frozen=True, kw_only=True)
class Terms:
    """What an operator says of a service. ``native``: it runs on people's devices and can keep no secret."""

    name: str
    run_by: str
    purpose: str
    policy_address: str
    redirect_addresses: Sequence[str]
    scopes: Sequence[str]
    native: bool = False
    home_address: str = ""
    logout_address: str = ""
    after_logout: Sequence[str] = ()
    level: str = "password"


def register(terms: Terms, *, by: int, at: datetime) -> tuple[str, str]:
    """Let a service use the sign-in. Returns its number and its secret, shown once; a native one has none."""
    require(by, "operator")
    _check(terms)
    secret = "" if terms.native else secrets.token_urlsafe(32)
    with transaction.atomic():
        client = Client(secret=digest(secret), type=Client.Type.PUBLIC if terms.native else Client.Type.CONFIDENTIAL)
        _fill(client, terms)
        Service.objects.create(client=client, registered_by_id=by, policy_at=at, **_policy(terms), **_rest(terms))
        note("service registered", at=at, by=by, service=terms.name)
    return client.pk, secret


def change(service_id: str, terms: Terms, *, by: int, at: datetime) -> None:
    """Change a service. Where its operator, purpose or policy changes, everybody is asked again before they go on."""
    require(by, "operator")
    _check(terms)
    with transaction.atomic():
        service = _open(service_id)
        changed = any(getattr(service, name) != value for name, value in _policy(terms).items())
        _fill(service.client, terms)
        for name, value in {**_policy(terms), **_rest(terms)}.items():
            setattr(service, name, value)
        service.policy_at = at if changed else service.policy_at
        service.save()
        note("service changed", at=at, by=by, service=terms.name)


def renew_secret(service_id: str, *, by: int, at: datetime) -> str:
    """A new secret, shown once; the old one no longer works from now on."""
    require(by, "operator")
    with transaction.atomic():
        service = _open(service_id)
        if service.client.type == Client.Type.PUBLIC:
            raise Refused.because(_("A service that runs on people's devices has no secret."))
        secret = secrets.token_urlsafe(32)
        Client.objects.filter(pk=service_id).update(secret=digest(secret))
        note("service secret", at=at, by=by, service=service.client.name)
    return secret


def close(service_id: str, *, by: int, at: datetime) -> None:
    """Nobody signs in to this service any more; it is told of everybody who is signed in, and its tokens are void.

    Raises `Refused` until a second operator has confirmed it.
    """
    require(by, "operator")
    with transaction.atomic():
        must_be_seconded(CLOSE, closing(service_id), by=by, at=at)
        service = _open(service_id)
        for access in Access.objects.filter(service=service).select_related("service"):
            logout.end_access(access, at=at)
        Access.objects.filter(service=service).delete()
        Token.objects.filter(client_id=service_id).delete()
        Service.objects.filter(pk=service_id).update(closed_at=at)
        note("service closed", at=at, by=by, service=service.client.name)


def closing(service_id: str) -> dict[str, str]:
    """What is proposed and confirmed where closing a service takes two."""
    return {"service": service_id}


def digest(secret: str) -> str:
    """Secrets are of 256 random bits: nobody guesses one, so one round of SHA-256 hides it well enough."""
    return hashlib.sha256(secret.encode()).hexdigest()


def knows_secret(client: Client, secret: str) -> bool:
    return client.type == Client.Type.CONFIDENTIAL and hmac.compare_digest(client.secret, digest(secret))


def _open(service_id: str) -> Service:
    service = Service.objects.select_for_update().filter(pk=service_id, closed_at=None).first()
    if service is None:
        raise Refused.because(_("There is no such service, or it is closed."))
    return service


def _fill(client: Client, terms: Terms) -> None:
    client.name = terms.name
    client.set_scopes([ALWAYS, *(scope for scope in SCOPES if scope in terms.scopes and scope != ALWAYS)])
    client.set_grant_types(list(GRANTS))
    client.set_redirect_uris(list(terms.redirect_addresses))
    client.set_post_logout_redirect_uris(list(terms.after_logout))
    client.save()


def _policy(terms: Terms) -> dict[str, str]:
    """What a person agrees to beside the items: a change of it is asked of everybody again."""
    return {"run_by": terms.run_by, "purpose": terms.purpose, "policy_address": terms.policy_address}


def _rest(terms: Terms) -> dict[str, str]:
    return {"home_address": terms.home_address, "logout_address": terms.logout_address, "level": terms.level}


def _check(terms: Terms) -> None:
    findings = [*_missing(terms), *_unusable(terms)]
    if unknown := set(terms.scopes) - set(SCOPES):
        findings.append(Finding("", _("Unknown: %(names)s.") % {"names": ", ".join(sorted(unknown))}, field="scopes"))
    if terms.level not in LEVELS:
        findings.append(Finding("", _("There is no such level."), field="level"))
    if findings:
        raise Refused(tuple(findings))


def _missing(terms: Terms) -> list[Finding]:
    needed = {
        "name": _("Give the service its name, as people know it."),
        "run_by": _("Say who runs the service: people want to know who gets their data."),
        "purpose": _("Say what the service needs the data for."),
        "policy_address": _("Give the address of the service's own privacy policy."),
        "redirect_addresses": _("Give at least one address to which people come back."),
    }
    return [Finding("", words, field=field) for field, words in needed.items() if not getattr(terms, field)]


def _unusable(terms: Terms) -> list[Finding]:
    given = {
        "redirect_addresses": terms.redirect_addresses,
        "after_logout": terms.after_logout,
        "policy_address": [terms.policy_address],
        "home_address": [terms.home_address],
        "logout_address": [terms.logout_address],
    }
    device = {"redirect_addresses", "after_logout"}
    return [
        Finding("", words, field=field)
        for field, several in given.items()
        for one in several
        if one and (words := addresses.fault(one, native=terms.native and field in device))
    ]
