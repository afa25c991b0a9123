"""What each word of a query is called in other languages, and the query that asks for what was chosen."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from chancery.finder import fields
from chancery.finder.crossing.thesaurus import LONGEST, Thesaurus
from chancery.finder.crossing.vectors import ANY_LANGUAGE, Meanings
from chancery.finder.query import And, Not, Or, Phrase, Query, Term, Weighted, all_of, any_of
from chancery.finder.words import tokens

Source = Literal["thesaurus", "meaning"]
MOST = 3
"""Candidates of one language that are proposed for one text, unless more are asked for."""


@dataclass(frozen=True)
class Candidate:
    """A text that may say the same: where that is known from, and how sure it is (0 to 1)."""

    language: str
    text: str
    source: Source
    strength: float


@dataclass(frozen=True)
class Crossing:
    """A part of the query, one word or several that belong together, and what it may be called elsewhere."""

    text: str
    field: str
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True)
class Sources:
    """Where candidates come from. ``meanings`` is None where the extra is not installed."""

    thesaurus: Thesaurus
    meanings: Meanings | None = None

    def candidates(
        self, text: str, *, written: Collection[str], into: Collection[str], most: int
    ) -> tuple[Candidate, ...]:
        """The strongest of each language; and, where ``ANY_LANGUAGE`` is among these, what only means alike."""
        found = [
            Candidate(said.language, said.text, "thesaurus", said.strength)
            for said in self.thesaurus.same(text, written=written, into=into)
        ]
        known = {_folded(one.text) for one in found}
        if self.meanings and ANY_LANGUAGE in into:
            near = self.meanings.near(text, most=most + len(known))
            found += [
                Candidate(said.language, said.text, "meaning", said.strength) for said in near if said.text not in known
            ]
        return tuple(one for language in into for one in [each for each in found if each.language == language][:most])


def crossings(
    query: Query, sources: Sources, *, into: Collection[str], written: Collection[str] = (), most: int = MOST
) -> tuple[Crossing, ...]:
    """What the texts of a query may be called in the languages ``into``; texts that are excluded are left alone.

    ``written`` are the languages that the query may be in; any, where none is named.
    """
    found: dict[tuple[str, str], Crossing] = {}
    for text, field in _texts(query, sources.thesaurus, written):
        if (text, field) not in found:
            candidates = sources.candidates(text, written=written, into=into, most=most)
            found[text, field] = Crossing(text, field, candidates)
    return tuple(found.values())


def crossed(query: Query, chosen: Sequence[Crossing]) -> Query:
    """The query in which each text may also be said in each of its candidates."""
    return _crossed(query, {(one.text, one.field): one for one in chosen})


def _crossed(query: Query, chosen: dict[tuple[str, str], Crossing]) -> Query:
    match query:
        case Term() | Phrase() if _is_text(query):
            return _widened(query, chosen.get((_folded(query.text), query.field)))
        case And(parts):
            return all_of(_grouped(parts, chosen))
        case Or(parts):
            return any_of(_crossed(part, chosen) for part in parts)
        case Weighted(part, weight):
            return Weighted(_crossed(part, chosen), weight)
    return query


def _grouped(parts: Sequence[Query], chosen: dict[tuple[str, str], Crossing]) -> list[Query]:
    """The parts of an AND; neighbouring words that are one text of ``chosen`` may be said as a whole, too."""
    made: list[Query] = []
    at = 0
    while at < len(parts):
        size, crossing = _longest(parts, at, chosen)
        if crossing:
            each = all_of(_crossed(part, chosen) for part in parts[at : at + size])
            made.append(_widened(each, crossing))
        else:
            made.append(_crossed(parts[at], chosen))
        at += size
    return made


def _longest(parts: Sequence[Query], at: int, chosen: dict[tuple[str, str], Crossing]) -> tuple[int, Crossing | None]:
    for size in range(min(LONGEST, len(parts) - at), 1, -1):
        text, field = _together(parts[at : at + size])
        if text and (text, field) in chosen:
            return size, chosen[text, field]
    return 1, None


def _widened(query: Query, crossing: Crossing | None) -> Query:
    if crossing is None:
        return query
    texts = dict.fromkeys(one.text for one in crossing.candidates)
    return any_of([query, *(_asked(text, crossing.field) for text in texts)])


def _asked(text: str, field: str) -> Query:
    return Phrase(text, field) if len(tokens(text)) > 1 else Term(text, field)


def _texts(query: Query, thesaurus: Thesaurus, written: Collection[str]) -> list[tuple[str, str]]:
    """The texts of a query, each with its field; where neighbouring words belong together, the whole before each."""
    match query:
        case Term() | Phrase() if _is_text(query):
            return [(_folded(query.text), query.field)]
        case And(parts):
            return _texts_of(parts, thesaurus, written)
        case Or(parts):
            return [text for part in parts for text in _texts(part, thesaurus, written)]
        case Weighted(part, _):
            return _texts(part, thesaurus, written)
        case Not():
            return []
    return []


def _texts_of(parts: Sequence[Query], thesaurus: Thesaurus, written: Collection[str]) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    at = 0
    while at < len(parts):
        size = _known(parts, at, thesaurus, written)
        if size > 1:
            found.append(_together(parts[at : at + size]))
        for part in parts[at : at + size]:
            found += _texts(part, thesaurus, written)
        at += size
    return found


def _known(parts: Sequence[Query], at: int, thesaurus: Thesaurus, written: Collection[str]) -> int:
    """How many neighbouring words, from here, are together one text that the thesaurus knows."""
    for size in range(min(LONGEST, len(parts) - at), 1, -1):
        text, _ = _together(parts[at : at + size])
        if text and thesaurus.knows(text, written):
            return size
    return 1


def _together(parts: Sequence[Query]) -> tuple[str, str]:
    """The words of plain terms of one field, written as one text; empty where they are something else."""
    terms = [part for part in parts if isinstance(part, Term) and _is_text(part) and not part.exact]
    if len(terms) < len(parts) or len({term.field for term in terms}) != 1:
        return "", ""
    return " ".join(_folded(term.text) for term in terms), terms[0].field


def _folded(text: str) -> str:
    return " ".join(tokens(text))


def _is_text(leaf: Term | Phrase) -> bool:
    """Whether the leaf asks for words, not for a number, a class or a code."""
    words = tokens(leaf.text)
    return fields.get(leaf.field).kind == "words" and any(not word.isdecimal() for word in words)


def kept(crossing: Crossing, texts: Collection[str]) -> Crossing:
    """The crossing with only the candidates that somebody has chosen."""
    return replace(crossing, candidates=tuple(one for one in crossing.candidates if one.text in texts))
