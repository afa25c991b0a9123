"""Checking an extract that somebody carried away, offline: every entry in it must lead to the one signed checkpoint."""

import io
import json
from dataclasses import dataclass
from typing import Any

import pikepdf

from chancery.core import checkpoint, tree, verify
from chancery.core.checkpoint import Checkpoint
from chancery.records.register.extract import ATTACHED, FORMAT


@dataclass(frozen=True)
class Checked:
    """The checkpoint to which all of it leads; how many events are open in it, and of how many only the leaf is there.

    That the data and the life are what the events give is not checked here: read the register again for that.
    """

    signed: Checkpoint
    open: int
    closed: int


def carried_text(data: bytes) -> str:
    """What a file that was carried away says: the extract that a certified PDF has in it, or the text of any other.

    Raises ValueError for a PDF without an extract, and for what is neither PDF nor text.
    """
    if not data.startswith(b"%PDF-"):
        return data.decode()
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            return pdf.attachments[ATTACHED].get_file().read_bytes().decode()
    except (KeyError, pikepdf.PdfError):
        raise ValueError("There is no extract in this PDF. Certified extracts carry one; letters do not.") from None


def is_extract(text: str) -> bool:
    """Whether a file says that it is an extract; whatever is no JSON says nothing."""
    try:
        found = json.loads(text)
    except ValueError:
        return False
    return isinstance(found, dict) and found.get("format") == FORMAT


def extract_file(text: str, verifier_key: str) -> Checked:
    """Check an extract. Raises ValueError saying what is wrong."""
    extract = json.loads(text)
    try:
        note, proofs, number = str(extract["checkpoint"]), list(extract["proofs"]), extract["file"]
        streams = {one["event"]["stream"] for one in proofs if "event" in one}
    except (KeyError, TypeError) as trouble:
        raise ValueError(f"This is not an extract of the register ({trouble}).") from None
    signed = checkpoint.opened(note, verifier_key)
    if streams - {number} or not proofs:
        raise ValueError(f"There are proofs in it that are not of {number}, or none at all.")
    opened = [one for one in proofs if "event" in one]
    for one in opened:
        verify.proof_file(json.dumps(one | {"checkpoint": note}), verifier_key)
    for one in proofs:
        if "event" not in one:
            _leaf(one, signed)
    return Checked(signed, len(opened), len(proofs) - len(opened))


def _leaf(one: dict[str, Any], signed: Checkpoint) -> None:
    """Of what is not open, the leaf alone leads to the root."""
    try:
        leaf = tree.leaf_hash(bytes.fromhex(one["commitment"]))
        path = [bytes.fromhex(digest) for digest in one["path"]]
        place = int(one["entry"]) - 1
    except (KeyError, TypeError, ValueError) as trouble:
        raise ValueError(f"This is not an extract of the register ({trouble}).") from None
    if not tree.verify_inclusion(leaf=place, size=signed.size, leaf_digest=leaf, path=path, root=signed.root):
        raise ValueError(f"Entry {place + 1} does not lead to the signed root: it was never entered like that.")
