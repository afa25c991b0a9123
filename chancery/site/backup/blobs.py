"""The kept files in a folder of backups: each sealed once, under its own key, whatever number of backups name it.

The name of a sealed file cannot be told from its content without the key, nor the content from the name.
"""

import hashlib
import os
import secrets
from pathlib import Path

from chancery.records.documents import store
from chancery.records.privacy.ring import Key
from chancery.site.backup.sealing import Broken, seal, sync_folder, unseal


class Blobs:
    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def has(self, key: Key, sha256: str) -> bool:
        return self._path(key, sha256).exists()

    def put(self, key: Key, sha256: str) -> int:
        """Seal a kept file, read it back, and give it its name. Returns its size. Raises `store.Missing`."""
        data = store.current().content(sha256)
        path = self._path(key, sha256)
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = path.with_name(f"{path.name}.{secrets.token_hex(4)}.partial")
        with os.fdopen(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(seal(key.secret, data, about=sha256.encode()))
            file.flush()
            os.fsync(file.fileno())
        if _opened(partial, key, sha256) != data:
            raise Broken(f"a file that was just written to {path.parent} reads otherwise: look at that disk")
        partial.rename(path)
        sync_folder(path.parent)
        return len(data)

    def get(self, key: Key, sha256: str) -> bytes:
        """The bytes, checked against their hash. Raises `Broken`."""
        path = self._path(key, sha256)
        if not path.exists():
            raise Broken(f"a file of the backup is missing: {path}")
        data = _opened(path, key, sha256)
        if hashlib.sha256(data).hexdigest() != sha256:
            raise Broken(f"a file of the backup is damaged: {path}")
        return data

    def delete(self, key: Key, sha256: str) -> None:
        """Delete a sealed file, if it is there."""
        self._path(key, sha256).unlink(missing_ok=True)

    def _path(self, key: Key, sha256: str) -> Path:
        name = hashlib.sha256(key.secret + b"name of " + sha256.encode()).hexdigest()
        return self.folder / name[:2] / name


def _opened(path: Path, key: Key, sha256: str) -> bytes:
    return unseal(key.secret, path.read_bytes(), about=sha256.encode())
