"""Signed statements of how long the ledger is and what its root is, as C2SP tlog-checkpoint notes.

https://c2sp.org/tlog-checkpoint and https://c2sp.org/signed-note (Ed25519, algorithm byte 0x01).
"""

import base64
import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from chancery.core.kept import kept

ED25519 = b"\x01"


@dataclass(frozen=True)
class Checkpoint:
    """What a checkpoint states: the log's origin, its size and its root hash."""

    origin: str
    size: int
    root: bytes

    def text(self) -> str:
        return f"{self.origin}\n{self.size}\n{base64.b64encode(self.root).decode()}\n"


@dataclass(frozen=True)
class Signer:
    """The office's key. The verifier key is what the world needs to check its signatures."""

    name: str
    key: Ed25519PrivateKey

    def sign(self, checkpoint: Checkpoint) -> str:
        """The note: text, empty line, signature line. Ed25519 is deterministic: same text, same note."""
        text = checkpoint.text()
        signature = self.key.sign(text.encode())
        blob = base64.b64encode(key_hash(self.name, self._public()) + signature).decode()
        return f"{text}\n— {self.name} {blob}\n"

    @property
    def verifier_key(self) -> str:
        """``name+hash+key`` as in https://c2sp.org/signed-note."""
        public = self._public()
        encoded = base64.b64encode(ED25519 + public).decode()
        return f"{self.name}+{key_hash(self.name, public).hex()}+{encoded}"

    def _public(self) -> bytes:
        return self.key.public_key().public_bytes_raw()


def key_hash(name: str, public: bytes) -> bytes:
    return hashlib.sha256(name.encode() + b"\n" + ED25519 + public).digest()[:4]


@lru_cache(maxsize=4)
def signer(name: str, path: Path) -> Signer:
    """The signer whose key lies at ``path``; the key is made on first use and readable by its owner only."""
    key = serialization.load_pem_private_key(kept(path, make=_new_key), password=None)
    if not isinstance(key, Ed25519PrivateKey):
        raise TypeError(f"{path} holds no Ed25519 key. Put the ledger's own key back from the backup.")
    return Signer(name, key)


def _new_key() -> bytes:
    return Ed25519PrivateKey.generate().private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


def opened(note: str, verifier_key: str) -> Checkpoint:
    """The checkpoint inside a signed note. Raises ValueError when the signature is not the key's."""
    name, _, encoded = verifier_key.split("+", 2)
    public = base64.b64decode(encoded)[1:]
    text, _, signatures = note.partition("\n\n")
    text += "\n"
    for line in signatures.splitlines():
        dash, signer_name, blob = line.split(" ", 2)
        raw = base64.b64decode(blob)
        if dash == "—" and signer_name == name and raw[:4] == key_hash(name, public):
            _check(public, raw[4:], text.encode())
            origin, size, root, *_ = text.split("\n")
            return Checkpoint(origin, int(size), base64.b64decode(root))
    raise ValueError(f"The note bears no signature of {name}.")


def _check(public: bytes, signature: bytes, text: bytes) -> None:
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, text)
    except InvalidSignature:
        raise ValueError("The signature does not match the note.") from None
