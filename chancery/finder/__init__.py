"""How things are found: one document, one query model, one engine interface.

    engine = open_index(folder)
    with engine.writing() as writer:
        writer.add([Document(collection="patents", key="WO2002014184", ...)])
    query = parse('applicant:siemens published:[2000 TO 2005] -"fuel cell"')
    results = engine.search(query, facets=("office", "year"))

``dialects`` reads and writes queries in the languages of other search services. Pure Python: no Django, no clock.
``open_index`` gives the embedded engine.
"""

from chancery.finder.document import CODES, COLLECTIONS, DATE_NAMES, NUMBER_ROLES, SCHEMES, Document
from chancery.finder.embedded import open_index
from chancery.finder.engine import FACETS, SORTS, Busy, Engine, Hit, Results, Segments, Sort, Word, Writer
from chancery.finder.errors import FAULTS, QueryError
from chancery.finder.explain import Explanation, explain
from chancery.finder.parse import parse
from chancery.finder.printing import as_text
from chancery.finder.query import (
    And,
    Everything,
    Fuzzy,
    Near,
    Not,
    Or,
    Phrase,
    Present,
    Query,
    Range,
    Regex,
    Span,
    Term,
    Weighted,
    Wildcard,
    all_of,
    any_of,
    exactly,
    near,
    within,
)

__all__ = [
    "CODES",
    "COLLECTIONS",
    "DATE_NAMES",
    "FACETS",
    "FAULTS",
    "NUMBER_ROLES",
    "SCHEMES",
    "SORTS",
    "And",
    "Busy",
    "Document",
    "Engine",
    "Everything",
    "Explanation",
    "Fuzzy",
    "Hit",
    "Near",
    "Not",
    "Or",
    "Phrase",
    "Present",
    "Query",
    "QueryError",
    "Range",
    "Regex",
    "Results",
    "Segments",
    "Sort",
    "Span",
    "Term",
    "Weighted",
    "Wildcard",
    "Word",
    "Writer",
    "all_of",
    "any_of",
    "as_text",
    "exactly",
    "explain",
    "near",
    "open_index",
    "parse",
    "within",
]
