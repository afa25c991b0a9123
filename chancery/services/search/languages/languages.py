"""A query in other languages: what its words may be called there, what was chosen, and the query that this makes."""

import logging
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from itertools import islice
from pathlib import Path
from threading import Lock, Thread

from babel import Locale, UnknownLocaleError
from django.conf import settings

from chancery.finder import as_text
from chancery.finder.crossing import Candidate, Crossing, Sources, crossed, crossings, kept, shipped
from chancery.finder.crossing.vectors import ANY_LANGUAGE, Meanings, available
from chancery.finder.words import tokens
from chancery.services.search import queries
from chancery.services.search.queries import Question

USUAL = 0.3
"""Candidates from this strength on are ticked until somebody chooses."""

DAY = 86_400  # seconds
VOCABULARY, LOOKED_AT = 50_000, 20_000
"""The most frequent words of the newest records, so many of each, are proposed as meaning alike."""

_log = logging.getLogger("chancery.search")
_keeping = Lock()


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
    """Once a day, read the most frequent words of the records by their meaning. ``at`` is the machine's own time.

    Returns the number of words; 0 where it is not time yet, or without the extra.
    """
    file = _file()
    if not available() or (file.exists() and at.timestamp() - file.stat().st_mtime < DAY):
        return 0
    made = Meanings.of(_frequent_words())
    made.save(file)
    return len(made.texts)


def keep_words_beside(at: datetime) -> None:
    """The same, beside the work of the runner, which does not wait for it: it may be a minute of a processor."""
    Thread(target=_keep, args=(at,), name="words by meaning", daemon=True).start()


def _keep(at: datetime) -> None:
    """Cut off or failed, it leaves what is there, and is due again."""
    if not _keeping.acquire(blocking=False):
        return
    try:
        keep_words(at)
    except Exception:  # noqa: BLE001 - whatever it is, the runner goes on
        _log.exception("the words of the records could not be read by their meaning; it will be tried again")
    finally:
        _keeping.release()


def _frequent_words() -> list[str]:
    """Of titles and texts, those first that most records have. To list its words costs an index more than to read."""
    number: Counter[str] = Counter()
    for hit in islice(queries.everything(Question(sort="newest")), LOOKED_AT):
        number.update(set(tokens(" ".join((*hit.document.titles.values(), hit.document.text)))))
    telling = ((word, hits) for word, hits in number.items() if len(word) > 2 and not word.isdecimal())
    return [word for word, _hits in sorted(telling, key=lambda one: (-one[1], one[0]))[:VOCABULARY]]
