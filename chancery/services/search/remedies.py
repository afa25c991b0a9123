"""What to try when a query finds nothing, or next to nothing: each way out with how many records it brings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from chancery.finder import Everything, Fuzzy, Phrase, Query, Term, as_text, exactly, provisions, within
from chancery.finder.dialects import HOUSE, read
from chancery.finder.fields import FULL, get
from chancery.finder.sets import numbered, with_sets
from chancery.services.search import clauses, queries
from chancery.services.search.clauses import Chip, Edit
from chancery.services.search.queries import Question

FEW = 3
"""So many results are few: ways to more are shown."""
MOST_CLAUSES, MOST_WORDS, MOST = 12, 2, 6
_SHORTEST, _LONGEST = 4, 40  # letters of a word that may be misspelt

Kind = Literal["without", "word", "texts", "filters", "collections", "forms"]


@dataclass(frozen=True, slots=True)
class Remedy:
    """One way out. ``text`` is the clause left out or the word written instead of ``instead_of``; ``query`` is the
    query then, in our own language.
    """

    kind: Kind
    hits: int
    query: str
    text: str = ""
    instead_of: str = ""


def remedies(question: Question, total: int) -> list[Remedy]:
    """Ways to more than ``total`` results, those first that change the words least. Raises `QueryError`."""
    if total > FEW:
        return []
    query = question.read().query
    found = [
        *_spellings(question, query),
        *_citations(question, query),
        *_looser(question, query),
        *_without(question, query),
    ]
    return [one for one in found if one.hits > total][:MOST]


def _without(question: Question, query: Query) -> Iterator[Remedy]:
    """Each clause that must hold left out, the one that then finds most first."""
    whole = clauses.chips(query)
    if whole.kind != "and" or len(whole.parts) > MOST_CLAUSES:
        return
    yield from _dead(question, query, whole)
    ways = [
        Remedy("without", _count(question, rest), as_text(rest), ("NOT " if part.negated else "") + part.text)
        for part in whole.parts
        if (rest := clauses.without(query, part.path)) is not None
    ]
    yield from sorted(ways, key=lambda one: -one.hits)


def _dead(question: Question, query: Query, whole: Chip) -> Iterator[Remedy]:
    """Several clauses that find nothing at all, left out together."""
    dead = [one for one in whole.parts if (part := clauses.at(query, one.path)) and not _count(question, part)]
    rest = clauses.without(query, *(one.path for one in dead))
    if len(dead) > 1 and rest is not None:
        yield Remedy("without", _count(question, rest), as_text(rest), ", ".join(one.text for one in dead))


def _spellings(question: Question, query: Query) -> Iterator[Remedy]:
    """Words of the records nearly like one that no record has; where there are several such, all set right at once."""
    query = read(as_text(query), HOUSE).query  # in the order in which it is written and read again
    nearest: list[tuple[Chip, Term, str]] = []
    for chip in list(clauses.each(clauses.chips(query)))[:MOST_CLAUSES]:
        word = _word(query, chip)
        if word is None or _count(replace(question, filters={}), word):
            continue
        near = Fuzzy(word.text, word.field, 1 if len(word.text) < 2 * _SHORTEST else 2)
        found = queries.engine().words(near, limit=MOST_WORDS, collections=question.collections)[:MOST_WORDS]
        nearest += [(chip, word, each.text) for each in found[:1]]
        yield from (_respelt(question, query, [(chip, word, each.text)]) for each in found)
    if len(nearest) > 1:
        yield _respelt(question, query, nearest)


def _respelt(question: Question, query: Query, words: Sequence[tuple[Chip, Term, str]]) -> Remedy:
    """Each of the clauses with another word in its place; the words change, the clauses stay where they are."""
    text = as_text(query)
    for chip, word, instead in words:
        change = Edit("edit", chip.path, text=as_text(replace(word, text=instead)))
        text = clauses.edited(read(text, HOUSE).query, change)
    hits = queries.number(replace(question, text=text, dialect=HOUSE))
    after, before = (" ".join(each) for each in ([one[2] for one in words], [one[1].text for one in words]))
    return Remedy("word", hits, text, after, before)


def _citations(question: Question, query: Query) -> Iterator[Remedy]:
    """For a provision that is not told here the one around it, and the same signs as plain words."""
    for chip in list(clauses.each(clauses.chips(query)))[:MOST_CLAUSES]:
        cited = clauses.at(query, chip.path)
        if not isinstance(cited, Term) or not provisions.read(cited.text) or _count(question, cited):
            continue
        ways: list[Term | Phrase] = [Phrase(cited.text)]
        wider = provisions.around(cited.text)
        while wider and not _count(question, Term(wider, cited.field)):
            wider = provisions.around(wider)
        ways += [Term(wider, cited.field)] if wider else []
        for way in reversed(ways):
            text = clauses.edited(query, Edit("edit", chip.path, text=as_text(way)))
            hits = queries.number(replace(question, text=text, dialect="patentscope"))
            yield Remedy("word", hits, text, way.text, cited.text)


def _word(query: Query, chip: Chip) -> Term | None:
    clause = clauses.at(query, chip.path)
    if not isinstance(clause, Term) or get(clause.field).kind != "words":
        return None
    return clause if _SHORTEST <= len(clause.text) <= _LONGEST else None


def _looser(question: Question, query: Query) -> Iterator[Remedy]:
    text = "" if isinstance(query, Everything) else as_text(query)
    if (wider := within(FULL, query)) != query:
        yield Remedy("texts", _count(question, wider), as_text(wider))
    if not question.stemming:
        yield Remedy("forms", _count(replace(question, stemming=True), query), text)
    if question.filters:
        yield Remedy("filters", _count(replace(question, filters={}), query), text)
    if question.collection:
        yield Remedy("collections", _count(replace(question, collection=""), query), text)


def _count(question: Question, query: Query) -> int:
    whole = with_sets(query, numbered(question.sets, question.dialect)) if question.sets else query
    wanted = whole if question.stemming else exactly(whole)
    wanted = queries.widened(wanted)
    found = queries.engine().search(wanted, collections=question.collections, filters=question.filters, limit=0)
    return found.total
