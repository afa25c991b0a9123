"""How many months each designated Office gives for entering the national phase, and how late one may still come."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any, Literal

from chancery.treaties.kernel.confidence import Confidence
from chancery.treaties.kernel.periods import Period, months
from chancery.treaties.pct import force

Chapter = Literal["I", "II"]
CHAPTERS: tuple[Chapter, ...] = ("I", "II")


@dataclass(frozen=True)
class Term:
    """Months from the priority date, in force from ``since`` (from the beginning where nothing stands).

    ``published`` is the day of publication of a shorter term. ``believed`` is a higher figure that nobody
    verified and that therefore does not count.
    """

    months: int
    confidence: Confidence = "rule"
    since: date | None = None
    published: date | None = None
    believed: int | None = None
    said: str = ""

    def reaches(self, held: "Term", *, filed_on: date, priority: date) -> bool:
        """Whether this later term takes the place of the one held so far (Rule 50.1(c) and (d))."""
        if self.since is None:
            return True
        if self.months < held.months:
            return force.shortened(published=self.published or self.since, filed_on=filed_on)
        return force.lengthened(since=self.since, expires=months(held.months).after(priority))


@dataclass(frozen=True)
class Late:
    """Entry after the limit: ``until`` months from the priority date, or ``more`` from the limit; or only words."""

    text: str
    chapters: tuple[Chapter, ...] = CHAPTERS
    until: int | None = None
    more: Period | None = None
    source: str = ""
    confidence: Confidence = "unverified"


@dataclass(frozen=True)
class Designated:
    """A designated Office, or a State: ``route`` is the only Office through which one enters there, where it is not
    its own.
    """

    code: str
    name: str
    terms: Mapping[Chapter, tuple[Term, ...]]
    route: str = ""
    source: str = ""
    note: str = ""
    old_article_22: bool = False
    late: Late | None = None

    def term(self, chapter: Chapter, *, filed_on: date, priority: date) -> Term | None:
        """The term of a Chapter for one application; nothing where the State is not bound by that Chapter."""
        return in_force(self.terms.get(chapter, ()), filed_on=filed_on, priority=priority)


def in_force(terms: Iterable[Term], *, filed_on: date, priority: date) -> Term | None:
    """Of the terms in their order, the last that reaches an application."""
    held: Term | None = None
    for term in terms:
        if held is None or term.reaches(held, filed_on=filed_on, priority=priority):
            held = term
    return held


THE_TREATY = Designated(
    "",
    "the Treaty's own",
    {"I": (Term(20), Term(30, since=force.THIRTY_MONTHS)), "II": (Term(30),)},
)
"""What Articles 22(1) and 39(1)(a) assure at every Office."""


@cache
def designated_offices() -> dict[str, Designated]:
    """All Offices and States of the table by ST.3 code."""
    late = {code: _late(row) for code, row in _load("national_late.toml").items()}
    return {code: _designated(code, row, late.get(code)) for code, row in _load("national.toml").items()}


def through(code: str) -> Designated | None:
    """The Office through which one enters the national phase for a State or Office; nothing for an unknown one."""
    asked = designated_offices().get(code)
    return designated_offices()[asked.route] if asked and asked.route else asked


def _designated(code: str, row: Mapping[str, Any], late: Late | None) -> Designated:
    return Designated(
        code,
        row["name"],
        {chapter: tuple(Term(**term) for term in row[chapter]) for chapter in CHAPTERS if chapter in row},
        route=row.get("route", ""),
        source=row["source"],
        note=row.get("note", ""),
        old_article_22=row.get("old_article_22", False),
        late=late,
    )


def _late(row: Mapping[str, Any]) -> Late:
    return Late(
        row["text"],
        tuple(row.get("chapters", CHAPTERS)),
        row.get("until"),
        Period(**row["more"]) if "more" in row else None,
        row["source"],
        row["confidence"],
    )


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath("data", name).read_text("utf-8"))
