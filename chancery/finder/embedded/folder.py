"""The folders of one engine (``finder.folders``), each of them an index of tantivy."""

from pathlib import Path

import tantivy

from chancery.finder import entries
from chancery.finder.embedded import schema
from chancery.finder.folders import Folders

Stamp = tuple[int, ...]
"""Changes whenever another commit or another folder is in force."""


class Folder(Folders):
    """The folder of one engine."""

    def __init__(self, root: Path) -> None:
        super().__init__(root, form=entries.FORMAT, fill=_make)

    def stamp(self) -> Stamp:
        """Cheap enough for every search: the engine replaces both files, never writes into them."""
        pointer = self.pointer.stat()
        commit = (self.root / self.current() / "meta.json").stat()
        return pointer.st_ino, pointer.st_mtime_ns, commit.st_ino, commit.st_mtime_ns, commit.st_size

    def open(self, name: str) -> tantivy.Index:
        """The index of that name, for reading or writing."""
        index = schema.register(tantivy.Index.open(str(self.path(name))))
        index.config_reader("manual")
        return index


def _make(folder: Path) -> None:
    tantivy.Index(schema.build(), path=str(folder))
