"""The fields of the index, and the analyser they need.

Texts come folded and cut into words by ``finder.words``, joined by spaces, so that the index only splits at
spaces; a gap mark between two values keeps phrases and NEAR from reaching across.
"""

import tantivy

from chancery.finder.document import DATE_NAMES

FORMAT = "2"
"""Version of everything this package writes into an index. Raise it whenever a document would be indexed
differently: an index of another format is put aside and filled anew."""

GAP = "\u00b6"
"""Stands between two values of a field; it is dropped from the index and leaves its place empty."""

WORD_FIELDS = ("title", "name", "text")
"""Words as written (folded)."""
TITLE_IN = "title_in"
"""Titles with the language before each word (``fr:roue``), so that one field serves every language."""
STEMMED = {"title": "title_stems", "text": "text_stems"}
"""Field to the field with its stems, each with its language before it (``en:batteri``)."""
PAIRS = "pairs"
"""Each two neighbouring Chinese, Japanese or Korean characters of a document, wherever they stand: a phrase of such
characters is only checked where all of its pairs are."""
ORDER = "number_order"
"""Numbers in an order of their own, for ranges."""
FACET_FIELDS = ("collection", "office", "country", "status", "kind", "year", "class", "name", "family")
DATE_FIELDS = (*DATE_NAMES, "date")
SORT_NUMBERS = ("newest", "oldest")
SORT_TEXTS = ("title", "number")

WORDS, RAW = "house_words", "raw"


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
    for name in (*WORD_FIELDS, TITLE_IN, *STEMMED.values()):
        schema.add_text_field(name, tokenizer_name=WORDS, index_option="position")
    schema.add_text_field(PAIRS, tokenizer_name=WORDS, index_option="basic")
    for name in ("number", "class", "code", ORDER):
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


def register(index: tantivy.Index) -> tantivy.Index:
    """The same index, knowing our analyser: it is not kept in the index and must be given at every opening."""
    words = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace())
    index.register_tokenizer(WORDS, words.filter(tantivy.Filter.custom_stopword([GAP])).build())
    return index
