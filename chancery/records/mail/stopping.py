"""The address in a mail by which it is stopped, without signing in (RFC 8058).

It holds the class and the person, sealed: nobody reads them from it, and nobody makes one but the office. It works as
long as the office has its secret key, because a mail may be years old when its reader has had enough.
"""

import base64
import binascii
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESSIV
from django.conf import settings
from django.urls import reverse

from chancery.records.mail.classes import CLASSES


@dataclass(frozen=True, kw_only=True)
class Stop:
    """What an address stops: mail of one class, to an account or else to an e-mail address."""

    kind: str
    user: int | None = None
    email: str = ""


def token(stop: Stop) -> str:
    person = str(stop.user) if stop.user is not None else stop.email.strip().lower()
    sealed = _seal(settings.SECRET_KEY).encrypt(f"{stop.kind} {person}".encode(), None)
    return base64.urlsafe_b64encode(sealed).decode().rstrip("=")


def opened(text: str) -> Stop | None:
    """What a token stands for; None for one that the office has not made."""
    for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
        for sealed in _bytes(text):
            try:
                kind, _space, person = _seal(str(key)).decrypt(sealed, None).decode().partition(" ")
            except (InvalidTag, ValueError):
                continue
            if kind in CLASSES and not CLASSES[kind].mandatory:
                return Stop(kind=kind, user=int(person)) if person.isdigit() else Stop(kind=kind, email=person)
    return None


def _bytes(text: str) -> Iterator[bytes]:
    try:
        yield base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return


def _seal(secret: str) -> AESSIV:
    return AESSIV(hashlib.sha512(b"chancery.mail.stop\0" + secret.encode()).digest())


def address(stop: Stop) -> str:
    return str(settings.SITE_URL) + reverse("inbox:stop", args=[token(stop)])


def headers(stop: Stop) -> dict[str, str]:
    """What a mail program needs to offer its own button: RFC 2369, 8058 and 2919."""
    return {
        "List-Unsubscribe": f"<{address(stop)}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "List-Id": f"<{stop.kind}.{urlsplit(settings.SITE_URL).hostname}>",
    }
