"""tantivy alone, with the schema anyone would give it: what nobody who builds on it can be faster than."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import tantivy

from bench.peers import ROWS, Question, lucene, rows
from chancery.finder import Document

NAME = "tantivy"
WORDS = ("title", "text", "names")
HEAP, THREADS = 256 * 2**20, 2


def schema() -> tantivy.Schema:
    made = tantivy.SchemaBuilder()
    for name in WORDS:
        made.add_text_field(name, stored=True, tokenizer_name="en_stem", index_option="position")
    for name in ("key", "number"):
        made.add_text_field(name, stored=True, tokenizer_name="raw", index_option="basic")
    for name in ("office", "status", "class"):
        made.add_text_field(name, stored=True, tokenizer_name="raw", index_option="basic", fast=True)
    for name in ("year", "day"):
        made.add_integer_field(name, stored=True, indexed=True, fast=True)
    return made.build()


def build(place: Path, documents: Iterable[Document]) -> None:
    place.mkdir(parents=True)
    index = tantivy.Index(schema(), path=str(place))
    writer = index.writer(HEAP, THREADS)
    for row in rows(documents):
        facts = row._asdict()
        levels = facts.pop("levels")
        writer.add_document(tantivy.Document(**facts, **{"class": levels}))
    writer.commit()
    writer.wait_merging_threads()


class Asker:
    def __init__(self, place: Path) -> None:
        self.index = tantivy.Index.open(str(place))
        self.searcher = self.index.searcher()

    def prepared(self, question: Question) -> Any:
        # a beginning of a word weighs nothing: ours then lists the newest first, so both do
        newest = question.newest or question.joined == "prefix"
        how = {"order_by_field": "day", "order": tantivy.Order.Desc} if newest else {}
        return self._query(question), how, question.facets, question.marked

    def ask(self, prepared: Any) -> int:
        query, how, facets, marked = prepared
        found = self.searcher.search(query, limit=ROWS, count=True, **how)
        documents = [self.searcher.doc(address) for _, address in found.hits]
        for document in documents:
            document.to_dict()
        if facets:
            self.searcher.aggregate(query, {name: {"terms": {"field": name, "size": 100}} for name in facets})
        if marked:
            for field in ("title", "text"):
                marker = tantivy.SnippetGenerator.create(self.searcher, query, self.index.schema, field)
                for document in documents:
                    marker.snippet_from_doc(document).to_html()
        return found.count

    def close(self) -> None:
        pass

    def _query(self, question: Question) -> tantivy.Query:
        if question.joined == "number":
            return tantivy.Query.term_query(self.index.schema, "number", question.parts[0].words)
        if question.joined == "prefix":
            return self._prefix(question)
        words = self.index.parse_query(lucene(question), list(WORDS))
        if not question.years:
            return words
        first, last = question.years
        ends = date(first, 1, 1).toordinal(), date(last, 12, 31).toordinal()
        span = tantivy.Query.range_query(self.index.schema, "day", tantivy.FieldType.Integer, *ends)
        return tantivy.Query.boolean_query([(tantivy.Occur.Must, words), (tantivy.Occur.Must, span)])

    def _prefix(self, question: Question) -> tantivy.Query:
        """Its language has prefixes in phrases only."""
        [(field, start)] = question.parts
        fields = (field,) if field else WORDS
        found = [tantivy.Query.regex_query(self.index.schema, name, f"{start}.*") for name in fields]
        return tantivy.Query.boolean_query([(tantivy.Occur.Should, one) for one in found])
