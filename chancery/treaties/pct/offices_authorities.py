"""Rules 35, 45bis.9 and 59: which Authorities may search, search in addition, and examine, as far as is known."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Literal

from chancery.treaties.kernel.confidence import Confidence, least
from chancery.treaties.kernel.dated import Dated, Entry, load
from chancery.treaties.kernel.step import Step
from chancery.treaties.pct.offices import searching_authorities
from chancery.treaties.pct.states import is_bound, receiving_offices


@dataclass(frozen=True)
class Authority:
    """An Authority that may act, and why; ``confidence`` is that of its being competent, not of its being one."""

    code: str
    name: str
    steps: tuple[Step, ...]
    confidence: Confidence
    source: str = ""


@dataclass(frozen=True)
class Authorities:
    """The Authorities known to be competent. Unless ``complete``, others may be, and our data does not show them."""

    known: tuple[Authority, ...]
    complete: bool
    steps: tuple[Step, ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        """The ST.3 codes of the Authorities known to be competent."""
        return tuple(one.code for one in self.known)


@cache
def _competence() -> dict[str, dict[str, Dated]]:
    return load(resources.files(__package__).joinpath("data/authorities_competence.toml"))


def competent_searching_authorities(office: str, on: date, *, applicants_of: Iterable[str] = ()) -> Authorities:
    """The searching Authorities that may act for what is filed with a receiving Office on that day (Rule 35).

    For the International Bureau they are those of the Offices with which the applicants could have filed
    (Rule 35.3(a)): ``applicants_of`` names the applicants' States.
    """
    if office == "IB":
        return _for_the_bureau(tuple(applicants_of), on)
    entry = _at("searching", office, on)
    itself = Step(f"{office} is itself a searching Authority", "PCT Rule 35")
    found = {office: _authority(office, on, itself, "practice")} if _acts(office, on) else {}
    if entry:
        for code in entry.values["authorities"]:
            step = Step(f"The Office {office} has named {code}", "PCT Rule 35")
            found.setdefault(code, _authority(code, on, step, entry.confidence, entry.source))
    return Authorities(tuple(found.values()), bool(entry and entry.values["complete"]), _others(entry))


def _for_the_bureau(codes: tuple[str, ...], on: date) -> Authorities:
    offices = [office for code in codes if is_bound(code, on) for office in receiving_offices(code, on)]
    each = [competent_searching_authorities(office, on) for office in dict.fromkeys(offices) if office != "IB"]
    known = {one.code: one for found in each for one in reversed(found.known)}
    rule = Step(
        "Those that would be competent had it been filed with an Office open to the applicants", "PCT Rule 35.3"
    )
    complete = bool(each) and all(found.complete for found in each)
    return Authorities(tuple(known.values()), complete, (rule, *(() if complete else _others(None))))


def _others(entry: Entry | None) -> tuple[Step, ...]:
    if entry and entry.values["complete"]:
        return ()
    return (Step("Which others the Office has named is published, and not in our data", "PCT Rule 35"),)


def may_examine(authority: str, searched_by: str, on: date) -> tuple[Literal["yes", "no", "unknown"], Step]:
    """Whether an Authority examines what another has searched (Rule 59). Most Authorities' own limits are not in our
    data: then the answer is unknown.
    """
    if not _acts(authority, on):
        return "no", Step(f"{authority} is no examining Authority on {on}", "PCT Rule 59")
    if authority == searched_by:
        return "yes", Step(f"{authority} made the search itself", "PCT Rule 59")
    entry = _at("examining", authority, on)
    if entry is None:
        return "unknown", Step(f"After whose searches {authority} examines is not in our data", "PCT Rule 59")
    after = ", ".join(entry.values["after"])
    answer: Literal["yes", "no"] = "yes" if searched_by in entry.values["after"] else "no"
    return answer, Step(f"{authority} examines only after a search by {after}", "PCT Rule 59")


def supplementary_authorities(on: date, *, searched_by: str = "") -> Authorities:
    """The Authorities that offer supplementary searches on that day, less the one that made the main search
    (Rule 45bis.9).
    """
    offering = {code: dated.at(on) for code, dated in _competence()["supplementary"].items() if code != searched_by}
    found = [
        _authority(
            code, on, Step(f"{code} offers supplementary searches", "PCT Rule 45bis.9"), one.confidence, one.source
        )
        for code, one in offering.items()
        if one
    ]
    steps = [Step("Others may have begun to; the list is not in our data", "PCT Rule 45bis.9")]
    if searched_by:
        steps.insert(0, Step(f"{searched_by} made the main search, and may not make this one", "PCT Rule 45bis.9"))
    return Authorities(tuple(found), complete=False, steps=tuple(steps))


def _at(kind: str, code: str, on: date) -> Entry | None:
    dated: Dated | None = _competence()[kind].get(code)
    return dated.at(on) if dated else None


def _acts(code: str, on: date) -> bool:
    """Whether an Office is a searching Authority on that day; each of them is an examining Authority as well."""
    return code in searching_authorities() and searching_authorities()[code].at(on) is not None


def _authority(code: str, on: date, step: Step, sure: Confidence, source: str = "") -> Authority:
    dated = searching_authorities().get(code)
    entry = dated.at(on) if dated else None
    name: str = entry.values["name"] if entry else code
    return Authority(code, name, (step,), least(sure, entry.confidence if entry else "unverified"), source)
