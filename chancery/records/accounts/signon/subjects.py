"""As whom a service knows a person: another name at every service, so that two services cannot compare notes.

AES-SIV (RFC 5297) of the account's number, with the service as associated data. It is deterministic, so the name stays
the same; reversible by whoever holds the key, so no table of names is kept; and authentic, so an invented name is found
out. The key is never changed: with another key everybody would be a stranger everywhere.
"""

import base64
import binascii
from functools import lru_cache
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESSIV
from django.conf import settings

from chancery.core.kept import kept

WIDTH = 16  # bytes of the number, so that the length of a name says nothing


def subject(user_id: int, service: str) -> str:
    """The person's name at this service: 43 characters."""
    sealed = _cipher(settings.SIGNON_SUBJECTS_KEY).encrypt(user_id.to_bytes(WIDTH, "big"), [service.encode()])
    return base64.urlsafe_b64encode(sealed).decode().rstrip("=")


def person(subject: str, service: str) -> int | None:
    """Whose name this is; None where it was not given to this service by this office."""
    try:
        sealed = base64.urlsafe_b64decode(subject + "=" * (-len(subject) % 4))
        return int.from_bytes(_cipher(settings.SIGNON_SUBJECTS_KEY).decrypt(sealed, [service.encode()]), "big")
    except (InvalidTag, ValueError, binascii.Error):
        return None


@lru_cache(maxsize=4)
def _cipher(path: Path) -> AESSIV:
    return AESSIV(base64.b64decode(kept(path, make=lambda: base64.b64encode(AESSIV.generate_key(512)))))
