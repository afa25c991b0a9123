"""The fields of an index of tantivy, and the analyser they need."""

import tantivy

from chancery.finder.embedded import numbered
from chancery.finder.entries import (
    DATE_FIELDS,
    FACET_FIELDS,
    GAP,
    ORDER,
    PAIRS,
    PREFIXED,
    SORT_NUMBERS,
    SORT_TEXTS,
    STEMMED,
    WORD_FIELDS,
    facet_field,
    sort_field,
)

WORDS, RAW = "house_words", "raw"


def build() -> tantivy.Schema:
    """The schema of a new index."""
    schema = tantivy.SchemaBuilder()
    schema.add_text_field("id", tokenizer_name=RAW, index_option="basic")
    schema.add_bytes_field("source", stored=True)
    for name in (*WORD_FIELDS, *PREFIXED, *STEMMED.values()):
        schema.add_text_field(name, tokenizer_name=WORDS, index_option="position")
    schema.add_text_field(PAIRS, tokenizer_name=WORDS, index_option="basic")
    for name in ("number", "class", "code", ORDER):
        schema.add_text_field(name, tokenizer_name=RAW, index_option="basic")
    for name in FACET_FIELDS:
        counted = name not in numbered.VALUES
        schema.add_text_field(facet_field(name), tokenizer_name=RAW, index_option="basic", fast=counted)
    for name in DATE_FIELDS:
        schema.add_integer_field(name, fast=True)
    for name in SORT_NUMBERS:
        schema.add_unsigned_field(sort_field(name), fast=True)
    for name in numbered.VALUES:
        schema.add_unsigned_field(numbered.field(name), fast=True, indexed=True)
    for name in SORT_TEXTS:
        schema.add_text_field(sort_field(name), tokenizer_name=RAW, index_option="basic", fast=True)
    return schema.build()


def register(index: tantivy.Index) -> tantivy.Index:
    """The same index, knowing our analyser: it is not kept in the index and must be given at every opening."""
    words = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace())
    index.register_tokenizer(WORDS, words.filter(tantivy.Filter.custom_stopword([GAP])).build())
    return index
