"""A query in other languages: what its words may be called there, what was chosen, and the query that this makes."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from babel import Locale, UnknownLocaleError
from django.conf import settings

from chancery.finder import Wildcard, as_text
from chancery.finder.crossing import Candidate, Crossing, Sources, crossed, crossings, kept, shipped
from chancery.finder.crossing.vectors import ANY_LANGUAGE, Meanings, available
from chancery.services.search import queries
from chancery.services.search.queries import Question

USUAL = 0.3
"""Candidates from this strength on are ticked until somebody chooses."""

DAY = 86_400  # seconds
VOCABULARY = 50_000
"""The most frequent words of the index that are proposed as meaning alike."""


@dataclass(frozen=True)
class Chosen:
    """What was asked for, what is proposed, and what of it was chosen."""

    proposed: tuple[Crossing, ...]
    kept: tuple[Crossing, ...]
    query: str
    """The query with what was chosen, in this house's own language."""


def own_name(language: str) -> str:
    """The language in its own name; its code where no name is known for it."""
    try:
        name = Locale.parse(language, sep="-").get_display_name() or language
    except (UnknownLocaleError, ValueError):
        return language
    return name[:1].upper() + name[1:]


def languages() -> dict[str, str]:
    """The languages that the thesaurus knows, each by its own name, in the order of these."""
    return dict(sorted(((one, own_name(one)) for one in shipped().languages), key=lambda one: one[1].casefold()))


def ask(question: Question, *, into: Collection[str], written: str = "", picked: Sequence[str] | None = None) -> Chosen:
    """What the texts of the question may be called. ``picked`` are candidates as ``tick`` names them; None where
    nobody has chosen yet, and the usual ones are. Raises `QueryError`.
    """
    query, known = question.parsed(), sources()
    languages_ = (*into, ANY_LANGUAGE) if known.meanings else tuple(into)
    proposed = crossings(query, known, into=languages_, written=(written,) if written else ())
    chosen = tuple(
        kept(one, [each.text for each in one.candidates if _is_chosen(number, each, picked)])
        for number, one in enumerate(proposed)
    )
    return Chosen(proposed, chosen, as_text(crossed(query, chosen)))


def _is_chosen(number: int, candidate: Candidate, picked: Sequence[str] | None) -> bool:
    if picked is None:
        return candidate.strength >= USUAL and candidate.language != ANY_LANGUAGE
    return tick(number, candidate.text) in picked


def tick(number: int, text: str) -> str:
    """How an address names a candidate of the text with this number."""
    return f"{number}:{text}"


def sources() -> Sources:
    """The thesaurus, and the words of the index by their meaning where these have been read."""
    return Sources(shipped(), meanings())


def meanings() -> Meanings | None:
    """The words of the index by their meaning; None without the extra, and until they have been read once."""
    file = _file()
    return _read(file, file.stat().st_mtime_ns) if available() and file.exists() else None


@lru_cache(maxsize=1)
def _read(file: Path, _changed: int) -> Meanings:
    return Meanings.read(file)


def _file() -> Path:
    return Path(settings.DATA) / "meanings.npz"


def keep_words(at: datetime) -> int:
    """Once a day, read the most frequent words of the index by their meaning. ``at`` is the machine's own time.

    Returns the number of words; 0 where it is not time yet, or without the extra.
    """
    file = _file()
    if not available() or (file.exists() and at.timestamp() - file.stat().st_mtime < DAY):
        return 0
    found = queries.engine().words(Wildcard("*"), limit=VOCABULARY)
    made = Meanings.of(word.text for word in found if len(word.text) > 2 and not word.text.isdecimal())
    made.save(file)
    return len(made.texts)
