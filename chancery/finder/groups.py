"""Which groups of the International and the Cooperative Patent Classification lie under which: the dots of the schemes.

No symbol says it: D06F 1/10 lies under 1/06, and 1/02 does not. The offices publish it with their schemes, WIPO that of
the IPC as one file of XML (https://www.wipo.int/ipc/itos4ipc/ITSupport_and_download_area/), the EPO and the United
States Office that of the CPC as a file a subclass, packed together (https://www.cooperativepatentclassification.org/).
They are not shipped here; a table made of them lies beside the index. Without it a group finds itself alone.
"""

import io
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import IO
from xml.etree import ElementTree as ET

from chancery.finder import classes
from chancery.finder.query import Leaf, Query, Term, transformed

FILE = "groups.tsv"
"""The name of the table: a line a subclass, with the scheme, the subclass, and its groups with their dots."""
SCHEMES = ("ipc", "cpc")

_IPC_ENTRY = "ipcEntry"  # nested as its groups are; ``kind`` m is a main group, 1 to 9, A and B a group of so many dots
_DOTS = {"m": 0, **{sign: int(sign, 16) for sign in "123456789AB"}}
_CPC_ITEM, _CPC_SYMBOL = "classification-item", "classification-symbol"
_MAIN_GROUP = 7  # the ``level`` of a main group in the scheme of the CPC
_GROUP = re.compile(r"(?P<subclass>[A-HY]\d\d[A-Z])(?P<group>\d{1,4}/\d{2,6})")

Found = tuple[str, str, int]
"""Scheme, symbol and dots of a group, in the order of the scheme."""


class Groups:
    """The table. Each subclass is read when somebody asks for one of its groups."""

    def __init__(self, lines: Iterable[str] = ()) -> None:
        self._lines = {(scheme, subclass): rest for scheme, subclass, rest in (line.split("\t") for line in lines)}

    @cached_property
    def schemes(self) -> tuple[str, ...]:
        """The schemes that it knows."""
        return tuple(dict.fromkeys(scheme for scheme, _subclass in self._lines))

    def number_of(self, scheme: str) -> int:
        """How many groups of a scheme it knows."""
        return sum(len(rows.split()) for (one, _subclass), rows in self._lines.items() if one == scheme)

    def below(self, scheme: str, symbol: str) -> tuple[str, ...]:
        """The groups under a group that is no main group, whatever the dots between; of others the symbols say it."""
        match = _GROUP.fullmatch("".join(classes.levels(scheme, symbol)[-1:]))
        if not match or match["group"].endswith("/00"):
            return ()
        rows = [row.split(":") for row in self._lines.get((scheme, match["subclass"]), "").split()]
        at = next((place for place, (_dots, group) in enumerate(rows) if group == match["group"]), len(rows))
        found = []
        for dots, group in rows[at + 1 :]:
            if int(dots) <= int(rows[at][0]):
                break
            found.append(f"{match['subclass']}{group}")
        return tuple(found)

    def widened(self, query: Query) -> Query:
        """The query with each group finding what lies under it; those asked for exactly stay as they are."""

        def widen(leaf: Leaf) -> Query:
            if not isinstance(leaf, Term) or leaf.field not in _WIDE:
                return leaf
            below = [symbol for scheme in _WIDE[leaf.field] for symbol in self.below(scheme, leaf.text)]
            return replace(leaf, below=tuple(dict.fromkeys(below))) if below else leaf

        return transformed(query, widen) if self._lines else query


_WIDE: Mapping[str, tuple[str, ...]] = {"class": SCHEMES, "ipc": ("ipc",), "ipc_first": ("ipc",), "cpc": ("cpc",)}
"""Fields that find what lies below, with the schemes they look into."""


def at(path: Path) -> Groups:
    """The table in a file, read again when the file changes; an empty one where there is none."""
    try:
        stamp = path.stat()
    except FileNotFoundError:
        return _NONE
    return _read(path, stamp.st_mtime_ns, stamp.st_size)


_NONE = Groups()


@lru_cache(maxsize=1)
def _read(path: Path, _changed: int, _size: int) -> Groups:
    return Groups(path.read_text("utf-8").splitlines())


def written(files: Iterable[Path], before: Iterable[str] = ()) -> list[str]:
    """The lines of a table of these files (XML, or packed as ZIP). ``before`` are the lines of the table until now: its
    schemes that the files do not tell stay. ValueError for a file in which there is no group.
    """
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for file in files:
        number = 0
        for scheme, symbol, dots in _groups(file):
            if match := _GROUP.fullmatch("".join(classes.levels(scheme, symbol)[-1:])):
                found[scheme, match["subclass"]].append(f"{dots}:{match['group']}")
                number += 1
        if not number:
            raise ValueError(
                f"{file.name} tells no group of the IPC or the CPC. Give the scheme's own XML, or its ZIP."
            )
    told = {scheme for scheme, _subclass in found}
    kept = [line for line in before if line.partition("\t")[0] not in told]
    return sorted((*kept, *(f"{scheme}\t{name}\t{' '.join(rows)}" for (scheme, name), rows in found.items())))


def _groups(file: Path) -> Iterator[Found]:
    if not zipfile.is_zipfile(file):
        with file.open("rb") as stream:
            yield from _of_xml(stream)
        return
    with zipfile.ZipFile(file) as packed:
        for name in sorted(packed.namelist()):
            if name.lower().endswith(".xml"):
                yield from _of_xml(io.BytesIO(packed.read(name)))


def _of_xml(stream: IO[bytes]) -> Iterator[Found]:
    """The groups of one file in the order in which they begin. Raises ValueError where it is no XML."""
    levels: list[str] = []  # of the items of the CPC that are open
    try:
        for event, element in ET.iterparse(stream, events=("start", "end")):  # noqa: S314 - see above
            name = element.tag.rpartition("}")[2]
            if name == _CPC_ITEM:
                levels.append(element.get("level", "")) if event == "start" else levels.pop()
            found = _begun(name, element) if event == "start" else _told(name, element, levels[-1:])
            if found and found[2] >= 0:
                yield found
            if event == "end" and name in (_IPC_ENTRY, _CPC_ITEM):
                element.clear()
    except ET.ParseError as trouble:
        raise ValueError(f"This is no XML: {trouble}") from None


def _begun(name: str, element: ET.Element) -> Found | None:
    """A group of the IPC, whose attributes are there from the beginning."""
    return ("ipc", element.get("symbol", ""), _DOTS.get(element.get("kind", ""), -1)) if name == _IPC_ENTRY else None


def _told(name: str, element: ET.Element, level: list[str]) -> Found | None:
    """A group of the CPC, whose symbol stands in it."""
    if name != _CPC_SYMBOL or not level or not level[0].isdecimal():
        return None
    return "cpc", (element.text or "").strip(), int(level[0]) - _MAIN_GROUP
