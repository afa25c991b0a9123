"""Two to four records side by side, line by line, with what differs."""

from collections.abc import Sequence
from dataclasses import dataclass

from chancery.finder import Document, QueryError, Term
from chancery.finder.numbers import canonical
from chancery.services.search import queries
from chancery.services.search.records.lines import Line, lines

FEWEST, MOST = 2, 4
_LOOKED_AT = 20  # records that tell of a number


@dataclass(frozen=True, slots=True)
class Compared:
    """One datum of all the records. ``code`` is its INID code where it is the same in each; ``cells`` holds the line
    of each record, None where it has none.
    """

    key: str
    label: str
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
    """The records of ``collection/key`` names or of numbers, each once, at most four of them."""
    wanted = list(dict.fromkeys(name.strip() for name in names if name.strip()))
    found = {name: queries.record(*name.partition("/")[::2]) or _numbered(name) for name in wanted[:MOST]}
    return Choice(
        documents=tuple({name_of(one): one for one in found.values() if one}.values()),
        missing=tuple(name for name, one in found.items() if one is None),
        too_many=len(wanted) > MOST,
    )


def _numbered(number: str) -> Document | None:
    """The record that bears a number as its own, however it is written; else the newest one that tells of it."""
    try:
        found = queries.engine().search(Term(number, "number"), sort="newest", limit=_LOOKED_AT)
    except QueryError:
        return None
    documents = [hit.document for hit in found.hits]
    own = (one for one in documents if canonical(one.number) == canonical(number))
    return next(own, documents[0] if documents else None)


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
        label=" / ".join(dict.fromkeys(str(line.label) for line in there)),
        code=codes.pop() if len(codes) == 1 else "",
        differs=len({frozenset(line.values) if line else None for line in cells}) > 1,
        cells=cells,
    )
