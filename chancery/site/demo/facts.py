"""The shape of a demo record, and everything a record must satisfy to be kept.

One shape serves all collections, so that one reader serves them all. Empty keys are absent.

=========  ==========================================================================================
office     ST.3 code of the office whose register the fact is from (absent in domain-name disputes)
number     the number as it is printed, with the office where that is customary: ``WO 2002/014184``
kind       ST.16 kind code (patents, where the source gives it), kind of mark, PDO/PGI/GI/TSG, policy
titles     language -> title; ``und`` where the source does not say in which language a name is
names      applicants that are organisations (patents), forms of the name (indications), marks (decisions)
classes    ``ipc``, ``cpc``, ``nice``, ``vienna``, ``locarno``, ``product``: symbols, in the source's order
dates      ``priority``, ``filed``, ``published``, ``registered``, ``status``, ``expires``, ``decided``
status     one of ``STATUSES``; the source's own word is in ``more.status``
country    ST.3 code of the (first) country of origin (indications)
more       what only one collection has
=========  ==========================================================================================
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, NamedTuple

from chancery.site.demo.names import is_organisation
from chancery.site.demo.st3 import CODES

COLLECTIONS = ("patents", "marks", "designs", "indications", "decisions")
KEYS = frozenset(
    ("office", "number", "kind", "titles", "names", "classes", "dates", "status", "country", "more"),
)
STATUSES = frozenset(
    (
        "filed",
        "examined",
        "published",
        "opposed",
        "appealed",
        "registered",
        "granted",
        "challenged",
        "refused",
        "withdrawn",
        "lapsed",
        "decided",
    ),
)
MORE = frozenset(
    (
        "status",
        "application",
        "priorities",
        "feature",
        "languages",
        "oppositions",
        "seniorities",
        "verbal",
        "deferred",
        "countries",
        "register",
        "instrument",
        "amendment",
        "provider",
        "domains",
        "citations",
    ),
)
SYMBOLS = {
    "ipc": re.compile(r"[A-H]\d\d[A-Z]( \d{1,4}/\d{2,6})?"),
    "cpc": re.compile(r"[A-HY]\d\d[A-Z] \d{1,4}/\d{2,6}"),
    "nice": re.compile(r"[1-9]|[1-3]\d|4[0-5]"),
    "vienna": re.compile(r"\d\d\.\d\d(\.\d\d)?"),
    "locarno": re.compile(r"(0[1-9]|[12]\d|3[0-2])-\d\d"),
    "product": re.compile(r"\S.{1,120}"),
}
# Each pair must stand in this order wherever both dates are known.
ORDER = (
    ("priority", "filed"),
    ("priority", "published"),
    ("filed", "published"),
    ("filed", "registered"),
    ("filed", "decided"),
    ("registered", "expires"),
)
FIRST, LAST = date(1870, 1, 1), date(2045, 12, 31)
TITLE_LIMIT = 300
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]*")
_BROKEN = re.compile(r"[\ufffd\x00-\x1f\x7f-\x9f]|  |^\s|\s$")

Drop = Callable[[str], None]


class Record(NamedTuple):
    """One record: ``facts`` as described above, ``source`` the short name of where they are from."""

    collection: str
    key: str
    facts: dict[str, Any]
    source: str


def shaped(**facts: Any) -> dict[str, Any]:
    """The facts without what is empty, also inside ``titles``, ``classes``, ``dates`` and ``more``."""
    inner = {k: {i: v for i, v in f.items() if v} if isinstance(f, dict) else f for k, f in facts.items()}
    return {k: f for k, f in inner.items() if f}


def iso(year: str | int, month: str | int, day: str | int) -> str:
    """An ISO date, or the empty string when there is no such day."""
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""


def once(items: Iterable[str]) -> list[str]:
    """The items without empties and repetitions, in order of first appearance."""
    return list(dict.fromkeys(item for item in items if item))


def tidy(text: str) -> str:
    """The text with every run of white space made one space."""
    return " ".join(text.split())


def faults(record: Record) -> list[str]:
    """Why the record may not be kept: one short reason each; empty when it may."""
    facts = record.facts
    found: Counter[str] = Counter()
    found["unknown collection"] += record.collection not in COLLECTIONS
    found["bad key"] += not _KEY.fullmatch(record.key)
    found["unknown field"] += not (facts.keys() <= KEYS and facts.get("more", {}).keys() <= MORE)
    found["empty field"] += not all(facts.values())
    found["no number"] += not facts.get("number")
    found["office or country not in ST.3"] += not _places(facts) <= CODES
    found["unknown status"] += facts.get("status", "filed") not in STATUSES
    found["bad title"] += not all(_title_ok(*item) for item in facts.get("titles", {}).items())
    found["bad class symbol"] += not _classes_ok(facts.get("classes", {}))
    found["bad date"] += not _dates_ok(facts.get("dates", {}))
    found["dates out of order"] += _disordered(record)
    found["a name that may be a person's"] += record.collection == "patents" and not all(
        map(is_organisation, facts.get("names", ()))
    )
    return [reason for reason, count in found.items() if count]


def _places(facts: dict[str, Any]) -> set[str]:
    single = {facts[k] for k in ("office", "country") if k in facts}
    return single | set(facts.get("more", {}).get("countries", ()))


def _title_ok(language: str, title: str) -> bool:
    fits = 0 < len(title) <= TITLE_LIMIT
    return bool(fits and _LANGUAGE.fullmatch(language) and not _BROKEN.search(title))


def _classes_ok(classes: dict[str, list[str]]) -> bool:
    return all(
        scheme in SYMBOLS and len(set(symbols)) == len(symbols) and all(map(SYMBOLS[scheme].fullmatch, symbols))
        for scheme, symbols in classes.items()
    )


def _dates_ok(dates: dict[str, str]) -> bool:
    try:
        return all(FIRST <= date.fromisoformat(day) <= LAST for day in dates.values())
    except ValueError:
        return False


def _disordered(record: Record) -> bool:
    # An amended indication keeps the date on which the unamended one was registered.
    if record.collection == "indications":
        return False
    dates = record.facts.get("dates", {})
    return any(dates[a] > dates[b] for a, b in ORDER if a in dates and b in dates)
