"""What an Office has reserved (Articles 22 and 64, Rules 4.9, 20.8, 23bis …), and by which test it restores rights.

A reservation that no list shows is absent only where the list of that provision is complete; otherwise it is unknown.
"""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any, Literal

from chancery.treaties.kernel.confidence import Confidence
from chancery.treaties.kernel.step import Step
from chancery.treaties.pct.states import states

LISTS_SEEN = date(2024, 12, 2)
"""The day of the last list that was seen."""

COMPLETE = frozenset(
    {
        *("PCT Art. 22(1)", "PCT Art. 64(2)(a)(ii)", "PCT Art. 64(3)(a)", "PCT Art. 64(4)(a)", "PCT Art. 64(5)"),
        *("PCT Rule 4.9(b)", "PCT Rule 20.1(d)", "PCT Rule 20.8(a)", "PCT Rule 20.8(a-bis)", "PCT Rule 20.8(b)"),
    }
)
"""Provisions whose list of that day is complete. The list under Rule 20.8(b-bis) was cut off after CZ; those under
Rules 23bis, 26bis.3(j), 49ter and 49.6 were not seen.
"""

NO_CHAPTER_II = "PCT Art. 64(1)(a)"


@dataclass(frozen=True)
class Reserved:
    """Whether an Office has made use of a provision that lets it depart. ``unknown`` is not ``no``."""

    answer: Literal["yes", "no", "unknown"]
    subject: str
    steps: tuple[Step, ...]
    confidence: Confidence
    source: str = ""


@dataclass(frozen=True)
class Criterion:
    """By which test an Office restores a right: ``due care``, ``unintentional``, ``not available``, or ``not seen``
    where it restores, by a test that we do not know. ``applies_to`` is empty where it holds for all.
    """

    criterion: str
    applies_to: str
    note: str
    source: str
    confidence: Confidence


def reserved(office: str, provision: str) -> Reserved:
    """Whether an Office (or State) has reserved or notified incompatibility under a provision, written as it is cited:
    ``reserved("CZ", "PCT Rule 20.8(a)")``. The answer is that of the last list seen.
    """
    if provision == NO_CHAPTER_II and office in states():
        return _chapter_ii(office)
    listed = _lists().get(provision, {}).get(office, [])
    if listed:
        return _listed(listed[-1], office, provision)
    for word in ("all", "all except Art 64(5)"):
        if office in _lists().get(word, {}) and not (word != "all" and provision == "PCT Art. 64(5)"):
            row = _lists()[word][office][-1]
            steps = (Step(f"{office} has made {row['subject']}", provision),)
            return Reserved("no", "", steps, "practice", _source(row))
    if provision in COMPLETE:
        return Reserved("no", "", (Step(f"{office} is not in the list of {LISTS_SEEN}", provision),), "practice")
    text = f"Whether {office} has reserved is not in our data: no complete list was seen"
    return Reserved("unknown", "", (Step(text, provision),), "unverified")


def _chapter_ii(code: str) -> Reserved:
    bound = states()[code].chapter_ii
    text = f"{code} is {'' if bound else 'not '}bound by Chapter II"
    subject = "" if bound else "not bound by Chapter II"
    return Reserved("no" if bound else "yes", subject, (Step(text, NO_CHAPTER_II),), "rule")


def _listed(row: dict[str, Any], office: str, provision: str) -> Reserved:
    said: dict[str, tuple[Literal["yes", "no", "unknown"], str, Confidence]] = {
        "in force": ("yes", f"{office} is in the list of {row['as_of']}", "rule"),
        "withdrawn": ("no", f"{office} had reserved, and has withdrawn it", "practice"),
        "not seen": ("unknown", f"{office} was in the list of {row['as_of']}; no later one was seen", "unverified"),
    }
    answer, text, sure = said[row["status"]]
    return Reserved(answer, row["subject"], (Step(text, provision),), sure, _source(row))


def _source(row: dict[str, Any]) -> str:
    source: str = _lists()["sources"][row["source"]]
    return source


def restoration_criterion(office: str, capacity: Literal["RO", "DO"]) -> Criterion | None:
    """By which test an Office restores the right of priority, as receiving (Rule 26bis.3(a)) or designated Office
    (Rule 49ter.2(a)); nothing where we do not know.
    """
    return _criterion("priority", office, capacity)


def reinstatement_criterion(office: str) -> Criterion | None:
    """By which test a designated Office excuses a missed limit for the national phase (Rule 49.6(a)); nothing where we
    do not know.
    """
    return _criterion("national_limit", office, "DO")


def _criterion(kind: str, office: str, capacity: str) -> Criterion | None:
    row = _table("offices_restoration.toml").get(kind, {}).get(office, {}).get(capacity)
    return Criterion(**row) if row else None


def _lists() -> dict[str, Any]:
    return _table("offices_reservations.toml")


@cache
def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath(f"data/{name}").read_text("utf-8"))
