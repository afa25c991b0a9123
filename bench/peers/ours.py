"""The finder's embedded engine, through its public interface alone."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from bench.peers import ROWS, Question, lucene
from chancery.finder import Document, open_index, parse

NAME = "ours"
NEVER = 10**12  # units from which a query would be dear: here all run in this process, where they can be timed


def build(place: Path, documents: Iterable[Document]) -> None:
    engine = open_index(place)
    with engine.rebuilding() as writer:
        writer.add(documents)
    engine.close()


class Asker:
    def __init__(self, place: Path) -> None:
        self.engine = open_index(place, dear=NEVER)
        self.values = 100

    def prepared(self, question: Question) -> Any:
        how = {"facets": question.facets, "sort": "newest" if question.newest else "relevance"}
        return parse(written(question)), how, question.marked

    def ask(self, prepared: Any) -> int:
        query, how, marked = prepared
        self.values += 1  # nothing is remembered of the time before
        found = self.engine.search(query, limit=ROWS, facet_limit=self.values, **how)
        for hit in found.hits:
            _ = hit.document, marked and hit.highlights
        return found.total

    def close(self) -> None:
        self.engine.close()


def written(question: Question) -> str:
    """The question as a person types it."""
    if question.joined == "near":
        return " NEAR5 ".join(part.words for part in question.parts)
    if question.joined == "number":
        return question.parts[0].words
    years = " published:[{} TO {}]".format(*question.years) if question.years else ""
    return lucene(question) + years
