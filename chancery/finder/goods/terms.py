"""Accepted terms, and which of them are like a term that is typed: shared words and runs of letters, rare ones more.

A file of names is a table (TSV, packed with zstandard when its name ends so) with the columns ``class``, ``language``,
``term``, ``holders``, ``source`` and ``group``; the last three may be missing.
"""

import csv
import io
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np
import numpy.typing as npt
import zstandard

from chancery.finder.goods.features import BUCKETS, number
from chancery.finder.goods.folding import folded, words_of
from chancery.finder.goods.suggestion import BadTerms, Name, Near

COLUMNS = ("class", "language", "term", "holders", "source", "group")
LEAST = 0.3
"""Terms that are less alike are not shown."""

_CANDIDATES = 200
_LARGEST = 1 << 28  # bytes of a table, unpacked


class Terms:
    """The index of a list of accepted terms."""

    def __init__(self, names: Iterable[Name]) -> None:
        self.names = tuple(names)
        self._exact: dict[str, list[int]] = defaultdict(list)
        self._groups: dict[str, list[Name]] = defaultdict(list)
        for place, name in enumerate(self.names):
            self._exact[folded(name.text)].append(place)
            if name.group:
                self._groups[name.group].append(name)
        self._languages = np.array([name.language for name in self.names])
        self._index([_buckets(name.text, name.language) for name in self.names])

    def __len__(self) -> int:
        return len(self.names)

    def _index(self, buckets: list[list[int]]) -> None:
        sizes = [len(one) for one in buckets]
        flat = np.fromiter((one for each in buckets for one in each), dtype=np.int64, count=sum(sizes))
        owners = np.repeat(np.arange(len(buckets), dtype=np.int32), sizes)
        order = np.argsort(flat, kind="stable")
        self._owners = owners[order]
        held = np.bincount(flat, minlength=BUCKETS)
        self._ends = np.concatenate(([0], np.cumsum(held)))
        self._worth = np.log((1 + len(buckets)) / (1 + held)).astype(np.float32) ** 2
        squares = np.bincount(owners, weights=self._worth[flat], minlength=len(buckets))
        self._lengths = np.sqrt(np.maximum(squares, 1e-9)).astype(np.float32)

    def exact(self, term: str, language: str = "") -> tuple[Name, ...]:
        """The names that are this term but for case, accents, signs and spacing, in this language or in any."""
        found = (self.names[place] for place in self._exact.get(folded(term), ()))
        return tuple(name for name in found if language in {"", name.language})

    def of_class(self, number: int, language: str) -> tuple[Name, ...]:
        """The names of a class in a language; those of most holders first, then by the alphabet."""
        found = (name for name in self.names if name.number == number and name.language == language)
        return tuple(sorted(found, key=lambda name: (-name.holders, folded(name.text))))

    def near(self, term: str, language: str = "") -> tuple[Near, ...]:
        """Names like this term in this language, or in any where none is said; the likest first."""
        likeness = self._likeness(term, language)
        same = {id(name) for name in self.exact(term, language)}
        if language:
            likeness = np.where(self._languages == language, likeness, 0)
        best = np.argsort(-likeness, kind="stable")[:_CANDIDATES].tolist()
        found = [Near(self.names[at], 1.0 if id(self.names[at]) in same else _below(likeness[at])) for at in best]
        found.sort(key=lambda one: (-one.likeness, -one.name.holders))
        return tuple(one for one in found if one.likeness >= LEAST)

    def _likeness(self, term: str, language: str) -> npt.NDArray[np.float32]:
        common = np.zeros(len(self.names), dtype=np.float32)
        asked = _buckets(term, language)
        for bucket in asked:
            common[self._owners[self._ends[bucket] : self._ends[bucket + 1]]] += self._worth[bucket]
        length = float(self._worth[asked].sum()) ** 0.5
        return common / (self._lengths * max(length, 1e-9))

    def others(self, name: Name) -> Mapping[str, Name]:
        """What the same thing is called in other languages, by language."""
        return {one.language: one for one in self._groups.get(name.group, ()) if one.language != name.language}


def _buckets(term: str, language: str) -> list[int]:
    """What two terms are compared by: words and runs of three letters, the edges of a word among them."""
    found = set()
    for word in words_of(term, language):
        edged = f"^{word}$"
        found.add(number(f"w {word}"))
        found.update(number(edged[at : at + 3]) for at in range(len(edged) - 2))
    return sorted(found)


def _below(likeness: float) -> float:
    """Never quite the same: that is said only of what is."""
    return min(float(likeness), 0.99)


def read(file: Path) -> list[Name]:
    """The names of a table. ``BadTerms`` says which line cannot be read, and why."""
    try:
        text = _content(file).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadTerms(f"{file.name} is not UTF-8. Save it as UTF-8.") from None
    except zstandard.ZstdError:
        raise BadTerms(f"{file.name} cannot be unpacked. Pack it with zstandard, or leave it as .tsv.") from None
    rows = csv.DictReader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE)
    missing = {"class", "language", "term"} - set(rows.fieldnames or ())
    if missing:
        raise BadTerms(f"{file.name} has no column {', '.join(sorted(missing))}. Name the columns in its first line.")
    return [_name(row, file, line) for line, row in enumerate(rows, start=2)]


def _content(file: Path) -> bytes:
    content = file.read_bytes()
    if file.suffix != ".zst":
        return content
    return zstandard.ZstdDecompressor().decompress(content, max_output_size=_LARGEST)


def read_folder(folder: Path) -> list[Name]:
    """The names of every table in a folder."""
    if not folder.is_dir():
        raise BadTerms(f"There is no folder {folder}. Make it, or name another.")
    files = sorted({*folder.glob("*.tsv"), *folder.glob("*.tsv.zst")})
    return [name for file in files for name in read(file)]


def _name(row: Mapping[str, str], file: Path, line: int) -> Name:
    written = row["class"] or ""
    if not written.isdecimal() or not 1 <= int(written) <= 45:
        raise BadTerms(f"{file.name}, line {line}: the class is a number from 1 to 45. Found: {written!r}.")
    text = " ".join((row["term"] or "").split())
    if not text:
        raise BadTerms(f"{file.name}, line {line}: there is no term. Write one, or take the line out.")
    holders = row.get("holders") or ""
    return Name(
        text=text,
        language=sys.intern(row["language"] or ""),
        number=int(written),
        holders=int(holders) if holders.isdecimal() else 1,
        source=sys.intern(row.get("source") or file.name),
        group=row.get("group") or "",
    )


def write(names: Iterable[Name], file: Path) -> None:
    """Write a table that ``read`` reads."""
    lines = ["\t".join(COLUMNS)]
    for one in names:
        lines.append("\t".join((str(one.number), one.language, one.text, str(one.holders), one.source, one.group)))
    content = ("\n".join(lines) + "\n").encode()
    file.write_bytes(zstandard.ZstdCompressor(level=19).compress(content) if file.suffix == ".zst" else content)
