"""SQLite's full text search: a table of records, and an index over it that holds no copy of the text."""

import itertools
import sqlite3
import time
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from bench.peers import ROWS, SECONDS, Cut, Part, Question, rows
from chancery.finder import Document

NAME = "FTS5"
COUNTS = {
    **{name: ("from found join records r on r.id = found.rowid", f"r.{name}") for name in ("office", "year", "status")},
    "class": ("from found join levels l on l.record = found.rowid", "l.level"),
}
"""Facet to what is read for it, and what is counted there."""
STEPS = 10_000  # of SQLite's machine, after which we look at the clock
TABLES = """
create table records (id integer primary key, key, number, title, text, names, office, status, day, year);
create table levels (record integer, level text, primary key (record, level)) without rowid;
create virtual table found using
    fts5(title, text, names, content=records, content_rowid=id, tokenize='porter unicode61');
"""
FILL = "insert into records values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
FILL_LEVELS = "insert into levels values (?, ?)"
BLOCK = 1_000


def build(place: Path, documents: Iterable[Document]) -> None:
    place.mkdir(parents=True)
    store = sqlite3.connect(place / "records.sqlite3")
    store.executescript("pragma journal_mode=wal; pragma synchronous=normal; pragma cache_size=-262144;" + TABLES)
    numbered = enumerate(rows(documents), start=1)
    while block := list(itertools.islice(numbered, BLOCK)):
        store.executemany(FILL, ((number, *row[:-1]) for number, row in block))
        store.executemany(FILL_LEVELS, ((number, level) for number, row in block for level in row.levels))
    store.execute("insert into found (found) values ('rebuild')")
    store.executescript("create index of_number on records (number); create index of_day on records (day)")
    store.execute("analyze")
    store.commit()
    store.close()


class Asker:
    def __init__(self, place: Path) -> None:
        self.store = sqlite3.connect(place / "records.sqlite3")
        self.store.execute("pragma cache_size=-262144")
        self._until = 0.0
        self.store.set_progress_handler(lambda: time.monotonic() > self._until, STEPS)

    def prepared(self, question: Question) -> Any:
        if question.joined == "number":
            number = question.parts[0].words
            whole = "from records r where number = ?"
            return [(f"select r.* {whole} limit {ROWS}", (number,)), (f"select count(*) {whole}", (number,))]
        match, whole = written(question), "from found join records r on r.id = found.rowid where found match ?"
        values: tuple = (match,)
        if question.years:
            first, last = question.years
            whole += " and r.day between ? and ?"
            values = match, date(first, 1, 1).toordinal(), date(last, 12, 31).toordinal()
        order = "r.day desc" if question.newest else "rank"
        marks = ", highlight(found, 0, '<b>', '</b>'), snippet(found, 1, '<b>', '</b>', '…', 30)" * question.marked
        count = whole if question.years else "from found where found match ?"
        asked = [(f"select r.*{marks} {whole} order by {order} limit {ROWS}", values)]
        if question.facets:
            asked += [
                (f"select {what}, count(*) {read} where found match ? group by 1 order by 2 desc limit 100", values)
                for read, what in map(COUNTS.__getitem__, question.facets)
            ]
        return [*asked, (f"select count(*) {count}", values)]

    def ask(self, prepared: Any) -> int:
        self._until = time.monotonic() + SECONDS
        try:
            for text, values in prepared:
                answer = self.store.execute(text, values).fetchall()
        except sqlite3.OperationalError as error:
            if "interrupted" not in str(error):
                raise
            raise Cut from None
        return answer[0][0]

    def close(self) -> None:
        self.store.close()


def written(question: Question) -> str:
    if question.joined == "near":
        return f"NEAR({' '.join(part.words for part in question.parts)}, 5)"
    star = "*" if question.joined == "prefix" else ""
    return (" OR " if question.joined == "or" else " AND ").join(_part(part, star) for part in question.parts)


def _part(part: Part, star: str) -> str:
    return f"{part.field} : " * bool(part.field) + f'"{part.words}"{star}'
