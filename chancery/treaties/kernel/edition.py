"""Which edition of the law's code and tables an answer was computed by: one name that changes when any of them does."""

import hashlib
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

LENGTH = 12
ASIDE = frozenset({"tests", "cases", "__pycache__"})


@cache
def edition() -> str:
    """Twelve hexadecimal digits. The same digits: the same rules, tables and calendars, so the same answer."""
    digest = hashlib.sha256()
    for name, content in sorted(_files(resources.files("chancery.treaties"), "")):
        digest.update(f"{name}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()[:LENGTH]


def _files(folder: Traversable, path: str) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for one in folder.iterdir():
        name = f"{path}/{one.name}"
        if one.is_dir():
            found += [] if one.name in ASIDE else _files(one, name)
        elif one.name.endswith((".py", ".toml")):
            found.append((name, one.read_bytes()))
    return found
