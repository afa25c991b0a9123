"""Make the data file from the research table: python -m chancery.treaties.locarno.data.compile TABLES.

``TABLES`` is the folder with locarno.csv. Subclasses and what moved are written by hand.
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from chancery.treaties.kernel.compiling import GENERATED, quoted, rows

HERE = Path(__file__).parent


def classes(table: Sequence[dict[str, str]]) -> Iterator[str]:
    """The edition, whose day is from memory, then the classes."""
    first = table[0]
    yield f"# The classes of the Locarno Classification, with short titles of our own. {GENERATED}\n"
    yield "[edition]"
    yield f"name = {quoted(first['edition'])}"
    yield f"since = {first['in_force'].partition(' ')[0]}"
    yield 'confidence = "unverified"'
    yield f"source = {quoted(first['source'])}"
    yield "\n[classes]"
    yield from (f"{quoted(row['class'])} = {quoted(row['short_title_own_words'])}" for row in table)


if __name__ == "__main__":
    found = classes(rows(Path(sys.argv[1]) / "locarno.csv"))
    (HERE / "classes.toml").write_text("\n".join(found) + "\n", "utf-8")
