"""Two to four records side by side, line by line, with what differs."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise

from chancery.finder import Document
from chancery.services.search import queries
from chancery.services.search.lines import Line, lines

FEWEST, MOST = 2, 4


@dataclass(frozen=True, slots=True)
class Compared:
    """One datum of all the records. ``code`` is its INID code where it is the same in each; ``cells`` holds the line
    of each record, None where it has none.
    """

    key: str
    label: str | Promise
    code: str
    differs: bool
    cells: tuple[Line | None, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """The records asked for: those that are there, and the names of those that are not."""

    documents: tuple[Document, ...]
    missing: tuple[str, ...]
    too_many: bool = False


def chosen(names: Sequence[str]) -> Choice:
    """The records of ``collection/key`` names, each once, at most four of them."""
    wanted = list(dict.fromkeys(name.strip() for name in names if name.strip()))
    found = {name: queries.record(*name.partition("/")[::2]) for name in wanted[:MOST]}
    return Choice(
        documents=tuple(one for one in found.values() if one),
        missing=tuple(name for name, one in found.items() if one is None),
        too_many=len(wanted) > MOST,
    )


def name_of(one: Document) -> str:
    """What a record is called in an address."""
    return f"{one.collection}/{one.key}"


def compared(documents: Sequence[Document], language: str = "en") -> list[Compared]:
    """Every datum that any of the records has; titles in one language, that of the reader."""
    told = [{line.key: line for line in lines(one, language) if line.key != "titles"} for one in documents]
    keys = dict.fromkeys(key for one in told for key in one)
    ordered = sorted(keys, key=lambda key: _order(key, told))
    return [_row(key, tuple(one.get(key) for one in told)) for key in ordered]


def _order(key: str, told: Sequence[dict[str, Line]]) -> tuple[bool, str]:
    code = next((one[key].code for one in told if key in one), "")
    return not code, code.ljust(3, "0")


def _row(key: str, cells: tuple[Line | None, ...]) -> Compared:
    there = [line for line in cells if line]
    codes = {line.code for line in there}
    return Compared(
        key=key,
        label=there[0].label,
        code=codes.pop() if len(codes) == 1 else "",
        differs=len({frozenset(line.values) if line else None for line in cells}) > 1,
        cells=cells,
    )
