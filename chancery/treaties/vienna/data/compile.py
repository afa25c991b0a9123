"""Make the data file from the research table: python -m chancery.treaties.vienna.data.compile TABLES.

``TABLES`` is the folder with vienna.csv. Divisions are written by hand.
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from chancery.treaties.kernel.compiling import GENERATED, quoted, rows

HERE = Path(__file__).parent


def categories(table: Sequence[dict[str, str]]) -> Iterator[str]:
    """The edition, how much it holds, then the categories. Its first day of force was not confirmed."""
    first = table[0]
    yield f"# The categories of the Vienna Classification, with short titles of our own. {GENERATED}\n"
    yield "[edition]"
    yield f"name = {quoted(first['edition'])}"
    yield 'confidence = "rule"'
    yield f"source = {quoted(first['source'])}"
    yield "\n[counted]"
    yield from (f"{what} = {first[f'{what}_total']}" for what in ("divisions", "main_sections", "auxiliary_sections"))
    yield "\n[categories]"
    yield from (f"{row['category']} = {quoted(row['short_title_own_words'])}" for row in table)


if __name__ == "__main__":
    found = categories(rows(Path(sys.argv[1]) / "vienna.csv"))
    (HERE / "categories.toml").write_text("\n".join(found) + "\n", "utf-8")
