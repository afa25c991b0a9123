"""The fields of the index, and the analysers they need.

Texts come folded and cut into words by ``finder.words``, joined by spaces, so that the index only splits at
spaces; a gap mark between two values keeps phrases and NEAR from reaching across.
"""

from functools import lru_cache

import tantivy

from chancery.finder.document import DATE_NAMES

FORMAT = "1"
"""Version of everything this package writes into an index. Raise it whenever a document would be indexed
differently: an index of another format is put aside and filled anew."""

GAP = "\u00b6"
"""Stands between two values of a field; it is dropped from the index and leaves its place empty."""

WORD_FIELDS = ("title", "name", "text")
"""Words as written (folded)."""
STEMMED = {"title": "title_en", "text": "text_en"}
"""Field to the field with its English stems."""
TITLE_IN = "title_in"
"""Titles with the language before each word (``fr:roue``), so that one field serves every language."""
FACET_FIELDS = ("collection", "office", "country", "status", "kind", "year", "class", "name")
DATE_FIELDS = (*DATE_NAMES, "date")
SORT_NUMBERS = ("newest", "oldest")
SORT_TEXTS = ("title", "number")

WORDS, STEMS, RAW = "house_words", "house_stems_en", "raw"


def facet_field(name: str) -> str:
    """The field that holds the values of a facet as they are shown."""
    return f"facet_{name}"


def sort_field(name: str) -> str:
    """The field whose order is the sort order; every document has one value, no two the same."""
    return f"sort_{name}"


def build() -> tantivy.Schema:
    """The schema of a new index."""
    schema = tantivy.SchemaBuilder()
    schema.add_text_field("id", tokenizer_name=RAW, index_option="basic")
    schema.add_bytes_field("source", stored=True)
    for name in (*WORD_FIELDS, TITLE_IN):
        schema.add_text_field(name, tokenizer_name=WORDS, index_option="position")
    for name in STEMMED.values():
        schema.add_text_field(name, tokenizer_name=STEMS, index_option="freq")
    for name in ("number", "class", "code"):
        schema.add_text_field(name, tokenizer_name=RAW, index_option="basic")
    for name in FACET_FIELDS:
        schema.add_text_field(facet_field(name), tokenizer_name=RAW, index_option="basic", fast=True)
    for name in DATE_FIELDS:
        schema.add_integer_field(name, indexed=True, fast=True)
    for name in SORT_NUMBERS:
        schema.add_unsigned_field(sort_field(name), indexed=True, fast=True)
    for name in SORT_TEXTS:
        schema.add_text_field(sort_field(name), tokenizer_name=RAW, index_option="basic", fast=True)
    return schema.build()


def _words() -> tantivy.TextAnalyzerBuilder:
    return tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).filter(tantivy.Filter.custom_stopword([GAP]))


STEMMER = _words().filter(tantivy.Filter.stemmer("english")).build()


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The English stem of a folded word."""
    return next(iter(STEMMER.analyze(word)), word)


def register(index: tantivy.Index) -> tantivy.Index:
    """The same index, knowing our analysers: they are not kept in the index and must be given at every opening."""
    index.register_tokenizer(WORDS, _words().build())
    index.register_tokenizer(STEMS, STEMMER)
    return index
