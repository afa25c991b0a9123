"""Checking the register without trusting it: the whole ledger, or one proof that somebody carried away."""

import base64
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import msgspec

from chancery.core import checkpoint, ledger, models, tree
from chancery.core.event import canonical, plain
from chancery.core.ledger import Entry, commit_to, instant


@dataclass(frozen=True)
class Report:
    """What a check of the whole ledger found. ``faults`` is empty when all is well."""

    size: int
    erased: int
    root: bytes
    faults: tuple[str, ...]


def whole_ledger(progress: Callable[[int], None] = lambda _: None) -> Report:
    """Recompute every commitment and the root from the entries alone, and hold them against what is stored."""
    faults: list[str] = []
    right_edge: list[bytes] = []
    size = erased = 0
    for size, leaf in enumerate(ledger.leaves(), start=1):
        if leaf.number != size:
            faults.append(f"Entry {size} is missing: found {leaf.number} in its place.")
            break
        if leaf.recomputed is None:
            erased += 1
        elif leaf.recomputed != leaf.commitment:
            faults.append(f"Entry {size} ({leaf.stream}) is not what its leaf commits to.")
        tree.push(right_edge, size - 1, tree.leaf_hash(leaf.commitment))
        if size % 1000 == 0:
            progress(size)
    root = tree.fold(right_edge) if right_edge else tree.EMPTY_ROOT
    faults += _stored(size, root)
    return Report(size, erased, root, tuple(faults))


def _stored(size: int, root: bytes) -> list[str]:
    faults = []
    if models.Head.objects.get().size != size:
        faults.append(f"The head says {models.Head.objects.get().size} entries; there are {size}.")
    elif ledger.root(size) != root:
        faults.append("The stored tree does not have the root that the entries give.")
    return faults


def carried(entry: Entry, *, note: str, proof: ledger.Proof) -> dict[str, Any]:
    """What a person takes home: event, salt, audit path and signed checkpoint, as plain JSON data."""
    if entry.body is None or entry.salt is None:
        raise ValueError("The entry has been erased; only its commitment is left.")
    return {
        "format": "chancery-proof/1",
        "entry": entry.number,
        "event": {
            "stream": entry.stream,
            "version": entry.version,
            "kind": entry.kind,
            "at": instant(entry.at),
            "body": entry.body,
        },
        "salt": entry.salt.hex(),
        "path": [digest.hex() for digest in proof.path],
        "checkpoint": note,
    }


def proof_file(text: str, verifier_key: str) -> checkpoint.Checkpoint:
    """Check a carried proof offline. Returns the checkpoint it leads to; raises ValueError saying what is wrong."""
    try:
        proof = json.loads(text)
        event = canonical(**{**proof["event"], "body": plain(proof["event"]["body"])})
        salt = bytes.fromhex(proof["salt"])
        path = [bytes.fromhex(digest) for digest in proof["path"]]
        number, note = int(proof["entry"]), proof["checkpoint"]
    except (KeyError, TypeError, ValueError, msgspec.MsgspecError) as trouble:
        raise ValueError(f"This is not a proof file of the ledger ({trouble}).") from None
    signed = checkpoint.opened(note, verifier_key)
    leaf = tree.leaf_hash(commit_to(salt, event))
    if not tree.verify_inclusion(leaf=number - 1, size=signed.size, leaf_digest=leaf, path=path, root=signed.root):
        raise ValueError("The event does not lead to the signed root: it has been changed, or was never entered.")
    return signed


def root_text(root: bytes) -> str:
    return base64.b64encode(root).decode()
