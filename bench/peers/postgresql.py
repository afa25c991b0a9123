"""PostgreSQL's full text search: a column of lexemes with a GIN index, in the server that the tests run on."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import psycopg

from bench.peers import ROWS, SECONDS, Cut, Part, Question, rows
from chancery.finder import Document

NAME = "PostgreSQL"
LEXEMES = """setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', names), 'B')
    || setweight(to_tsvector('english', text), 'D')"""
COLUMNS = "key, number, title, text, names, office, status, day, year"
TABLE = f"""
drop table if exists records;
create table records (key text, number text, title text, text text, names text, office text, status text, day int,
    year int, levels text[], words tsvector generated always as ({LEXEMES}) stored);
"""
INDEXES = ("gin (words)", "btree (number)", "btree (day)")
SETTINGS = "set work_mem = '256MB'; set maintenance_work_mem = '512MB'"
WEIGHTS = {"title": "A", "text": "D", "": ""}


def build(place: str, documents: Iterable[Document]) -> None:
    with psycopg.connect(place, autocommit=True) as store:
        store.execute(SETTINGS)
        store.execute(TABLE)
        with store.transaction(), store.cursor().copy(f"copy records ({COLUMNS}, levels) from stdin") as lines:
            for row in rows(documents):
                lines.write_row(row)
        for index in INDEXES:
            store.execute(f"create index on records using {index}")
        store.execute("vacuum analyze records")


class Asker:
    def __init__(self, place: str) -> None:
        self.store = psycopg.connect(place, autocommit=True)
        self.store.execute(f"{SETTINGS}; set statement_timeout = '{SECONDS}s'")

    def prepared(self, question: Question) -> Any:
        if question.joined == "number":
            number = (question.parts[0].words,)
            return [(f"select {COLUMNS} from records where number = %s limit {ROWS}", number),
                    ("select count(*) from records where number = %s", number)]  # fmt: skip
        whole, values = "from records, to_tsquery('english', %s) asked where words @@ asked", [written(question)]
        if question.years:
            first, last = question.years
            whole += " and day between %s and %s"
            values += [date(first, 1, 1).toordinal(), date(last, 12, 31).toordinal()]
        order = "day" if question.newest else "ts_rank(words, asked)"
        marks = ", ts_headline('english', title, asked), ts_headline('english', text, asked)" * question.marked
        listed = f"select {COLUMNS} {whole} order by {order} desc limit {ROWS}"
        if marks:
            listed = f"select *{marks} from ({listed.replace(COLUMNS, COLUMNS + ', asked', 1)}) listed"
        asked = [(listed, values)]
        if question.facets:
            sets = "grouping sets ((office), (year), (status))"
            asked.append((f"select office, year, status, count(*) {whole} group by {sets}", values))
        if "class" in question.facets:
            levels = whole.replace(",", ", unnest(levels) level,", 1)
            asked.append((f"select level, count(*) {levels} group by 1", values))
        return [*asked, (f"select count(*) {whole}", values)]

    def ask(self, prepared: Any) -> int:
        try:
            for text, values in prepared:
                answer = self.store.execute(text, values).fetchall()
        except psycopg.errors.QueryCanceled:
            raise Cut from None
        return answer[0][0]

    def close(self) -> None:
        self.store.close()


def written(question: Question) -> str:
    star = "*" if question.joined == "prefix" else ""
    return (" | " if question.joined == "or" else " & ").join(_part(part, star) for part in question.parts)


def _part(part: Part, star: str) -> str:
    """A word with where it stands (``A`` is the title), or words one after the other."""
    marks = WEIGHTS[part.field] + star
    colon = f":{marks}" if marks else ""
    return " <-> ".join(f"{word}{colon}" for word in part.words.split())
