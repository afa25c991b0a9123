"""Providers elsewhere with whose accounts people may sign in here: a file of the operator, read at the start.

[[provider]]
id = "ministry"                     # in addresses: small letters, figures, hyphens
kind = "oidc"                       # or "saml"
name = "Ministry of Economy"        # on the button
issuer = "https://login.ministry.example"
client_id = "…"
client_secret_file = "ministry.secret"
verifies_addresses = false          # true: an address it calls confirmed is taken as such for a new account

[[provider]]
id = "university"
kind = "saml"
name = "University"
entity_id = "https://idp.university.example/metadata"
sso_url = "https://idp.university.example/sso"
certificate_file = "university.pem"
"""

import importlib.util
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured

OIDC, SAML = "openid_connect", "saml"
SETTING = "CHANCERY_IDENTITY_PROVIDERS"
NEEDED = {
    "oidc": ("issuer", "client_id", "client_secret_file"),
    "saml": ("entity_id", "sso_url", "certificate_file"),
}
ALWAYS, EITHER = ("id", "kind", "name"), ("verifies_addresses",)


def read(path: str) -> dict[str, Any]:
    """The file as allauth wants it; nothing where there is none. What is wrong stops the start, with its remedy."""
    if not path:
        return {}
    file = Path(path).expanduser()
    try:
        said = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as trouble:
        raise ImproperlyConfigured(f"{SETTING} names {file}, which cannot be read: {trouble.strerror}.") from trouble
    except tomllib.TOMLDecodeError as trouble:
        raise ImproperlyConfigured(f"{file} is not TOML: {trouble}.") from trouble
    providers = said.get("provider", [])
    if not providers or set(said) != {"provider"}:
        raise ImproperlyConfigured(f"{file} must hold [[provider]] tables and nothing else.")
    for place, one in enumerate(providers, start=1):
        _check(one, f"{file}, provider {place}")
    names = [one["id"] for one in providers]
    if len(set(names)) < len(names):
        raise ImproperlyConfigured(f"{file} gives the same id to two providers.")
    return _grouped(providers, file.parent)


def _check(one: Mapping[str, Any], where: str) -> None:
    kind = one.get("kind")
    if kind not in NEEDED:
        raise ImproperlyConfigured(f'{where}: kind must be "oidc" or "saml", not {kind!r}.')
    known = {*ALWAYS, *EITHER, *NEEDED[kind]}
    if missing := [name for name in (*ALWAYS, *NEEDED[kind]) if not one.get(name)]:
        raise ImproperlyConfigured(f"{where} lacks {', '.join(missing)}.")
    if unknown := sorted(set(one) - known):
        raise ImproperlyConfigured(
            f"{where} says {', '.join(unknown)}, which is unknown. Known: {', '.join(sorted(known))}."
        )
    if not re.fullmatch(r"[a-z0-9-]{1,40}", one["id"]):
        raise ImproperlyConfigured(f"{where}: id {one['id']!r} may hold small letters, figures and hyphens only.")
    _check_addresses(one, where)
    if kind == "saml" and importlib.util.find_spec("onelogin") is None:
        raise ImproperlyConfigured(f"{where}: SAML needs python3-saml. Install requirements/saml.txt.")


def _check_addresses(one: Mapping[str, Any], where: str) -> None:
    for name in ("issuer", "sso_url"):
        address = str(one.get(name, "https://"))
        if not re.match(r"https://|http://(localhost|127\.0\.0\.1)[:/]", address):
            raise ImproperlyConfigured(f"{where}: {name} must begin with https://.")


def _grouped(providers: list[dict[str, Any]], folder: Path) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for one in providers:
        kind, app = (OIDC, _oidc(one, folder)) if one["kind"] == "oidc" else (SAML, _saml(one, folder))
        made.setdefault(kind, {"APPS": []})["APPS"].append(app)
    if OIDC in made:
        made[OIDC]["OAUTH_PKCE_ENABLED"] = True
    return made


def _oidc(one: Mapping[str, Any], folder: Path) -> dict[str, Any]:
    return {
        "provider_id": one["id"],
        "name": one["name"],
        "client_id": one["client_id"],
        "secret": _file(one, "client_secret_file", folder),
        "settings": {"server_url": one["issuer"].rstrip("/"), **_common(one)},
    }


def _saml(one: Mapping[str, Any], folder: Path) -> dict[str, Any]:
    idp = {"entity_id": one["entity_id"], "sso_url": one["sso_url"], "x509cert": _file(one, "certificate_file", folder)}
    advanced = {"strict": True, "want_assertion_signed": True, "reject_deprecated_algorithm": True}
    return {
        "provider_id": one["id"],
        "name": one["name"],
        "client_id": one["id"],
        "settings": {"idp": idp, "advanced": advanced, **_common(one)},
    }


def _common(one: Mapping[str, Any]) -> dict[str, Any]:
    return {"verifies_addresses": bool(one.get("verifies_addresses", False)), "email_authentication": False}


def _file(one: Mapping[str, Any], name: str, folder: Path) -> str:
    path = folder / str(one[name])
    if not path.is_file():
        raise ImproperlyConfigured(f"{one['id']}: {name} names {path}, which is not there.")
    return path.read_text(encoding="utf-8").strip()
