"""The receipt of an erasure: what went, what the law keeps, where it was looked for; signed with the office's key.

It is a C2SP signed note (https://c2sp.org/signed-note), as checkpoints are. Its first line is not the origin of the
log, so it can never be taken for a checkpoint.
"""

import base64
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from chancery.core.checkpoint import Signer, key_hash
from chancery.core.ledger import instant
from chancery.records.privacy.traces import Trace

TITLE = "receipt of an erasure"
PENDING = "backups: the key to what was this account's own is not destroyed yet; it is tried again every hour"


@dataclass(frozen=True, kw_only=True)
class Kept:
    """What stays of a person in one table, why, and the law that says so."""

    model: str
    what: str
    rows: int | None
    keep: str
    cites: str


def written(
    *,
    office: str,
    account: int,
    at: datetime,
    erased: Mapping[str, int],
    kept: Iterable[Kept],
    searched: int,
    found: Iterable[Trace],
) -> str:
    """The text of the receipt. It names the account by its number alone, and says nothing else of the person."""
    lines = [f"{office} {TITLE}", f"account {account}", f"erased at {instant(at)}", ""]
    lines += [f"erased {model}: {rows}" for model, rows in sorted(erased.items()) if rows]
    lines += [f"kept by law {one.model}: {_count(one)} ({one.cites or one.keep})" for one in kept]
    lines += ["", f"searched for the e-mail addresses of the account: {searched} fields of all tables"]
    lines += [f"found in {one.model}.{one.field}: {one.rows}" for one in found] or ["found nowhere"]
    lines += [PENDING]
    return "\n".join(lines) + "\n"


def of_backups(*, made: bool, at: datetime, last: date | None) -> list[str]:
    """What became of the account in the backups; ``last`` is the last day on which one of today's can be opened."""
    if not made:
        return ["backups: this system has made none"]
    lines = [f"backups: the key to what was this account's own was destroyed at {instant(at)}"]
    if last:
        lines.append(f"backups: what other records say of it cannot be read after {last.isoformat()}")
    return lines


def completed(note: str, lines: Iterable[str]) -> str:
    """The text of a receipt, with what is now known of the backups."""
    text, _gap, _signature = note.rpartition("\n\n")
    return f"{text}\n".replace(PENDING, "\n".join(lines))


def _count(kept: Kept) -> str:
    return "where it belongs to an application" if kept.rows is None else str(kept.rows)


def signed(text: str, signer: Signer) -> str:
    """The text, an empty line, and the line with the signature."""
    public = signer.key.public_key().public_bytes_raw()
    blob = key_hash(signer.name, public) + signer.key.sign(text.encode())
    return f"{text}\n— {signer.name} {base64.b64encode(blob).decode()}\n"


def is_genuine(note: str, verifier_key: str) -> bool:
    """Whether the office whose key this is has signed the note, as it stands."""
    name, _hash, encoded = verifier_key.split("+", 2)
    public = base64.b64decode(encoded)[1:]
    text, _gap, last = note.rpartition("\n\n")
    parts = last.strip().split(" ")
    if len(parts) != 3 or parts[:2] != ["—", name]:
        return False
    blob = base64.b64decode(parts[2])
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(blob[4:], f"{text}\n".encode())
    except InvalidSignature:
        return False
    return blob[:4] == key_hash(name, public)
