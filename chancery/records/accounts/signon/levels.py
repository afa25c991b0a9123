"""How surely somebody has shown who they are: what ID tokens call ``acr``, ``amr`` and ``auth_time``.

Three levels, each better than the one before. They are asked for by services and, before what is dangerous, by the
portal itself (`stepup`).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

PASSWORD, SECOND_FACTOR, PASSKEY = LEVELS = ("password", "second-factor", "passkey")
"""The values of ``acr``, weakest first. The first is any way that a person has, another provider's word too; the second
a code or a key besides; the third a key that no other site can ask for."""

SECOND = ("totp", "recovery_codes")

METHODS = {"password": "pwd", "totp": "otp", "webauthn": "pop"}
"""RFC 8176: password, one-time password, proof of possession of a key. Recovery codes have no name there."""


@dataclass(frozen=True)
class Authentication:
    """The last time that somebody showed who they are, how surely, and by which means."""

    at: datetime
    level: str
    methods: tuple[str, ...]

    def reaches(self, level: str) -> bool:
        return LEVELS.index(self.level) >= LEVELS.index(level)


def authentication(records: Iterable[Mapping[str, Any]], *, since: datetime | None = None) -> Authentication | None:
    """From what the session remembers of the ways in which its owner has shown who they are, ``since`` then if given.

    The time is that of the proof on which the level rests: a password typed now makes yesterday's passkey no newer.
    None where there is no proof.
    """
    at = {_kind(one): datetime.fromtimestamp(float(one["at"]), UTC) for one in records}  # the last of each kind
    proofs = {kind: when for kind, when in at.items() if since is None or when >= since}
    if not proofs:
        return None
    second = [kind for kind in SECOND if kind in proofs]
    first = [kind for kind in proofs if kind not in {*SECOND, "webauthn"}]
    if "webauthn" in proofs:
        return _rests(PASSKEY, ["webauthn"], proofs)
    if first and second:
        return _rests(SECOND_FACTOR, [*first, *second], proofs)
    return _rests(PASSWORD, list(proofs), proofs)


def _kind(record: Mapping[str, Any]) -> str:
    return str(record.get("type") or record["method"])


def _rests(level: str, kinds: list[str], proofs: Mapping[str, datetime]) -> Authentication:
    methods = {METHODS[kind] for kind in proofs if kind in METHODS} | ({"mfa"} if level != PASSWORD else set())
    return Authentication(max(proofs[kind] for kind in kinds), level, tuple(sorted(methods)))


def asked_level(values: Iterable[str]) -> str:
    """The weakest level that satisfies ``acr_values``: any of them will do. Unknown words are passed over."""
    known = [value for value in values if value in LEVELS]
    return min(known, key=LEVELS.index, default=LEVELS[0])
