"""The keys with which ID tokens are signed: made on first use, kept in the data folder, changed every ninety days.

A new key is published a week before it signs, so that every service has fetched it; an old one stays published for a
month after, so that what it signed can still be verified (a person may sign out long after signing in).
"""

import json
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

import jwt
from allauth.core.internal.jwkkit import load_jwk_from_pem
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from django.conf import settings

from chancery.core.kept import kept, replace

SIGNS = timedelta(days=90)
AHEAD = timedelta(days=7)
AFTER = timedelta(days=30)
BITS = 2048
ALGORITHM = "RS256"


@dataclass(frozen=True, kw_only=True)
class SigningKey:
    """One key: from when it signs; until when it is published, None while it is the newest."""

    pem: str
    not_before: str
    expires_at: str | None = None

    @property
    def since(self) -> datetime:
        return datetime.fromisoformat(self.not_before)

    @property
    def until(self) -> datetime | None:
        return datetime.fromisoformat(self.expires_at) if self.expires_at else None


def signing_keys(*, at: datetime) -> tuple[SigningKey, ...]:
    """Every key that is kept, oldest first. Read again when the file has changed: each process sees a new key."""
    path = settings.SIGNON_KEYS
    kept(path, make=lambda: _written([_new(at)]))
    return _read(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=4)
def _read(path: Path, _changed: int) -> tuple[SigningKey, ...]:
    return tuple(SigningKey(**one) for one in json.loads(path.read_text()))


@lru_cache(maxsize=16)
def material(pem: str) -> tuple[dict[str, Any], rsa.RSAPrivateKey]:
    """The public key as JWK with its ``kid``, and the private one, which OpenSSL takes long to read and to check."""
    jwk, private = load_jwk_from_pem(pem)
    return {**jwk, "alg": ALGORITHM, "use": "sig"}, private


def signing_key(*, at: datetime) -> SigningKey:
    """The newest one whose time has come; the first one has signed since ever."""
    first, *later = signing_keys(at=at)
    return max((first, *(key for key in later if key.since <= at)), key=lambda key: key.since)


def signed(claims: dict[str, Any], *, at: datetime, typ: str = "JWT") -> str:
    """A token signed with the key of this moment."""
    jwk, private = material(signing_key(at=at).pem)
    return jwt.encode(claims, private, algorithm=ALGORITHM, headers={"kid": jwk["kid"], "typ": typ})


def verified(token: str, *, audience: str | None = None, at: datetime) -> dict[str, Any] | None:
    """What an ID token of ours says, however old it is; None where it is not ours, or for another service."""
    try:
        kid = jwt.get_unverified_header(token).get("kid")
        public = next(private.public_key() for jwk, private in _known(at=at) if jwk["kid"] == kid)
        options: Any = {"verify_exp": False, "verify_iat": False, "verify_aud": audience is not None}
        said = jwt.decode(
            token, public, algorithms=[ALGORITHM], options=options, audience=audience, issuer=settings.SITE_URL
        )
    except (jwt.PyJWTError, StopIteration):
        return None
    return None if "events" in said else said


def _known(*, at: datetime) -> list[tuple[dict[str, Any], rsa.RSAPrivateKey]]:
    return [material(key.pem) for key in signing_keys(at=at) if key.until is None or key.until > at]


def published(*, at: datetime) -> list[dict[str, Any]]:
    """What services fetch: the keys that sign, will sign, or have signed not long ago."""
    return [jwk for jwk, _private in _known(at=at)]


def rotate(*, at: datetime) -> bool:
    """Make the next key when it is time, and let go of those that nobody needs. Returns whether it did."""
    keys = [key for key in signing_keys(at=at) if key.until is None or key.until > at]
    newest = keys[-1]
    if at < newest.since + SIGNS - AHEAD:
        return False
    follows = max(newest.since + SIGNS, at + AHEAD)
    keys[-1] = SigningKey(pem=newest.pem, not_before=newest.not_before, expires_at=(follows + AFTER).isoformat())
    replace(settings.SIGNON_KEYS, _written([*keys, _new(follows)]))
    return True


def _new(since: datetime) -> SigningKey:
    private = rsa.generate_private_key(public_exponent=65537, key_size=BITS)
    pem = private.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return SigningKey(pem=pem.decode(), not_before=since.isoformat())


def _written(keys: list[SigningKey]) -> bytes:
    return json.dumps([asdict(key) for key in keys], indent=1).encode()
