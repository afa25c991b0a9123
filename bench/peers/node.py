"""One node of OpenSearch, started as the tests start theirs: an index of one shard and no copies."""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from http.client import HTTPConnection
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

import msgspec

from bench.peers import ROWS, SECONDS, Cut, Question, Row, lucene, rows
from chancery.finder import Document

NAME = "OpenSearch"
INDEX = "/records"
BULK = 2_000  # records in one request
WORDS = ("title", "text", "names")
_WORD, _EXACT, _NUMBER = {"type": "text", "analyzer": "english"}, {"type": "keyword"}, {"type": "integer"}
MAPPING = {
    "settings": {"number_of_shards": 1, "number_of_replicas": 0, "refresh_interval": "-1"},
    "mappings": {
        "properties": {
            **dict.fromkeys(WORDS, _WORD),
            **dict.fromkeys(("key", "number", "office", "status", "class"), _EXACT),
            **dict.fromkeys(("year", "day"), _NUMBER),
        }
    },
}


class Line:
    """A connection that stays open. Raises RuntimeError for what the node refuses."""

    def __init__(self, place: str) -> None:
        self._line = HTTPConnection(urlsplit(place).netloc, timeout=600)

    def ask(self, method: str, path: str, body: bytes | None = None, *, kind: str = "json") -> Any:
        self._line.request(method, path, body, {"Content-Type": f"application/{kind}"})
        answer = self._line.getresponse()
        told = answer.read()
        if answer.status >= 300:
            raise RuntimeError(told[:500])
        return msgspec.json.decode(told)

    def close(self) -> None:
        self._line.close()


def build(place: str, documents: Iterable[Document]) -> None:
    line = Line(place)
    line.ask("PUT", INDEX, json.dumps(MAPPING).encode())
    lines = _lines(rows(documents))
    while some := b"".join(islice(lines, BULK)):
        if line.ask("POST", f"{INDEX}/_bulk", some, kind="x-ndjson")["errors"]:
            raise RuntimeError("OpenSearch took not all of the records")
    line.ask("POST", f"{INDEX}/_refresh")
    line.ask("POST", f"{INDEX}/_flush")
    line.close()


def size(place: str) -> int:
    """Bytes of the index."""
    line = Line(place)
    told = line.ask("GET", f"{INDEX}/_stats/store")
    line.close()
    return told["_all"]["total"]["store"]["size_in_bytes"]


def _lines(made: Iterable[Row]) -> Iterator[bytes]:
    for row in made:
        facts = row._asdict()
        facts["class"] = facts.pop("levels")
        yield b'{"index":{}}\n' + msgspec.json.encode(facts) + b"\n"


class Asker:
    def __init__(self, place: str) -> None:
        self._line = Line(place)

    def prepared(self, question: Question) -> bytes:
        asked: dict[str, Any] = {"query": _query(question), "size": ROWS, "track_total_hits": True}
        if question.newest:
            asked["sort"] = [{"day": "desc"}]
        if question.facets:
            asked["aggs"] = {name: {"terms": {"field": name, "size": 100}} for name in question.facets}
        if question.marked:
            asked["highlight"] = {"fields": {"title": {}, "text": {}}}
        return json.dumps({**asked, "timeout": f"{SECONDS}s"}).encode()

    def ask(self, prepared: bytes) -> int:
        answer = self._line.ask("POST", f"{INDEX}/_search?request_cache=false", prepared)
        if answer["timed_out"]:
            raise Cut
        return answer["hits"]["total"]["value"]

    def close(self) -> None:
        self._line.close()


def _query(question: Question) -> dict[str, Any]:
    if question.joined == "number":
        return {"term": {"number": question.parts[0].words}}
    words = {"query_string": {"query": lucene(question), "fields": WORDS}}
    if not question.years:
        return words
    first, last = (date(year, *day).toordinal() for year, day in zip(question.years, ((1, 1), (12, 31)), strict=True))
    return {"bool": {"must": words, "filter": {"range": {"day": {"gte": first, "lte": last}}}}}
