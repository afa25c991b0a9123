"""Make the data file from the research table: python -m chancery.treaties.nice.data.compile TABLES.

``TABLES`` is the folder with nice.csv. What moved (``moves.toml``) is written by hand.
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from chancery.treaties.kernel.compiling import GENERATED, quoted, rows

HERE = Path(__file__).parent


def classes(table: Sequence[dict[str, str]]) -> Iterator[str]:
    """The edition, then goods and services by class. Titles are from memory but for class 3, so they are unverified."""
    first = table[0]
    yield f"# The classes of the Nice Classification, with short titles of our own. {GENERATED}\n"
    yield "[edition]"
    yield f"name = {quoted(first['edition'])}"
    yield f"since = {first['in_force']}"
    yield 'confidence = "rule"'
    yield f"source = {quoted(first['source'].partition(' | ')[0])}"
    for kind in ("goods", "services"):
        yield f"\n[{kind}]"
        yield from (f"{row['class']} = {quoted(row['short_title_own_words'])}" for row in table if row["kind"] == kind)


if __name__ == "__main__":
    found = classes(rows(Path(sys.argv[1]) / "nice.csv"))
    (HERE / "classes.toml").write_text("\n".join(found) + "\n", "utf-8")
