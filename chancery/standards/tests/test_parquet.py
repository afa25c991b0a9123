"""Parquet, read back by the reader that others measure themselves by."""

import io
from datetime import date, timedelta

import pytest

from chancery.standards.parquet import as_parquet

parquet = pytest.importorskip("pyarrow.parquet")
COLUMNS = {"title": "text", "filed": "day", "names": "texts"}
ROWS = [
    ("Φέτα / Feta", date(1962, 9, 24), ["Φέτα", "Feta"]),
    (None, None, []),
    ("", date(1, 1, 1), ["only one"]),
    ("电池" * 5_000, date(9999, 12, 31), ["", "a", "b"]),
]


def read(rows, **how):
    return parquet.ParquetFile(io.BytesIO(b"".join(as_parquet(COLUMNS, rows, **how))))


@pytest.mark.parametrize("group", [1, 2, 3, 100])
def test_what_was_written_is_read_back(group):
    table = read(ROWS, group=group).read()
    assert [tuple(row.values()) for row in table.to_pylist()] == ROWS
    assert [str(field.type) for field in table.schema] == ["string", "date32[day]", "list<element: string not null>"]


def test_a_file_without_rows_has_its_columns():
    table = read([]).read()
    assert (table.num_rows, table.column_names) == (0, list(COLUMNS))


def test_many_rows_are_written_in_groups_and_none_is_kept():
    alive = []

    def rows():
        for number in range(25_000):
            alive.append(number)
            yield f"title {number}", date(2000, 1, 1) + timedelta(days=number), [str(number)] * (number % 4)

    pieces = as_parquet(COLUMNS, rows(), group=1_000)
    next(pieces)
    seen = []
    for piece in pieces:
        seen.append((len(alive), len(piece)))
    assert [number for number, _ in seen[:3]] == [1_000, 2_000, 3_000]
    assert max(size for _, size in seen[:-1]) < 60_000
    found = read(rows(), group=1_000)
    assert (found.metadata.num_rows, found.metadata.num_row_groups) == (25_000, 25)
    column = found.metadata.row_group(3).column(0)
    assert (column.compression, column.num_values) == ("ZSTD", 1_000)
    assert found.metadata.row_group(0).total_byte_size > 0
    assert found.read().column("title")[24_999].as_py() == "title 24999"
