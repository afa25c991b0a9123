"""The fields of an index of OpenSearch, and the analyser they need."""

from typing import Any

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

SOURCE = "source"
"""The document as it was given: the only thing that is stored, all else is looked up and counted."""

WORDS = "house_words"
_WORDS = {"type": "text", "analyzer": WORDS}
_KEYS = {"type": "keyword", "norms": False, "doc_values": False}
_VALUES = {"type": "keyword", "norms": False}
_FARTHEST = 2_000_000_000  # how far into the hits an offset may reach; pages that follow one another have cursors


def settings(*, shards: int, copies: int) -> dict[str, Any]:
    """The settings of a new index: ``copies`` besides the first, as far as there are nodes for them."""
    return {
        "number_of_shards": shards,
        "auto_expand_replicas": f"0-{copies}",
        "max_result_window": _FARTHEST,
        "analysis": {
            "filter": {"gap": {"type": "stop", "stopwords": [GAP]}},  # it leaves its place empty
            "analyzer": {WORDS: {"type": "custom", "tokenizer": "whitespace", "filter": ["gap"]}},
        },
    }


def mappings() -> dict[str, Any]:
    """The fields. What is not named here is refused, so that nothing is indexed by guess."""
    words = dict.fromkeys((*WORD_FIELDS, *PREFIXED, *STEMMED.values()), _WORDS)
    keys = dict.fromkeys(("number", "class", "code", ORDER), _KEYS)
    facets = {facet_field(name): _VALUES for name in FACET_FIELDS}
    dates = {name: {"type": "integer"} for name in DATE_FIELDS}
    orders = {sort_field(name): {"type": "long"} for name in SORT_NUMBERS}
    texts = {sort_field(name): _VALUES for name in SORT_TEXTS}
    pairs = {PAIRS: {"type": "text", "analyzer": WORDS, "index_options": "docs", "norms": False}}
    source = {SOURCE: {"type": "keyword", "index": False, "doc_values": False}}
    return {
        "dynamic": "strict",
        "_source": {"includes": [SOURCE]},
        "properties": {**words, **pairs, **keys, **facets, **dates, **orders, **texts, **source},
    }
