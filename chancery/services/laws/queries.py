"""What can be asked of the law; the pages and the API ask the same."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from chancery.services.laws.casebook import Case
from chancery.services.laws.provisions import FEES, TREATIES, Amount, Provision, find, table
from chancery.treaties import pct
from chancery.treaties.kernel import Confidence, Finding, Step, of_office
from chancery.treaties.kernel.citation import NotACitation, parse
from chancery.treaties.pct.offices import searching_authorities
from chancery.treaties.pct.states import states

__all__ = ["FEES", "TREATIES", "Amount", "Case", "Provision", "find", "table"]

NAMED_OFFICES = {
    "IB": "International Bureau",
    "EP": "European Patent Office",
    "EA": "Eurasian Patent Office",
    "AP": "African Regional Intellectual Property Organization",
    "OA": "African Intellectual Property Organization",
}
LONGEST_LIST = timedelta(days=366)


def address(cites: str) -> str:
    """The path of a citation's page below the laws, ``pct/rule-80.5``; empty where this house has no such law."""
    try:
        citation = parse(cites)
    except NotACitation:
        return ""
    return citation.address if find(citation.treaty, citation.slug) else ""


# Calculations


@dataclass(frozen=True)
class Limits:
    """The time limits of a case, and the day on which its publication is to be expected."""

    limits: tuple[pct.TimeLimit, ...]
    publication: pct.Publication
    statuses: tuple[pct.Status, ...]


def time_limits(record: pct.Record) -> Limits:
    return Limits(pct.time_limits(record), pct.publication(record), pct.statuses(record))


def fees(application: pct.Application, *, on: date) -> pct.FeeSheet:
    """The fees of an application received on that day. An amount that no table gives is not determinable."""
    return pct.fees(application, on=on)


def check(application: pct.Application, *, on: date) -> tuple[Finding, ...]:
    return pct.check(application, on=on)


# Days on which an Office is open


@dataclass(frozen=True)
class Day:
    """Whether an Office is open on a day. ``known``: its own list covers the day; ``next_open``: the first open one."""

    office: str
    day: date
    reason: str
    confidence: Confidence
    known: bool
    next_open: date
    steps: tuple[Step, ...]

    @property
    def open(self) -> bool:
        return not self.reason


def day(office: str, on: date) -> Day:
    calendar = of_office(office)
    closing = calendar.closing(on)
    following, steps = calendar.roll(on)
    known = calendar.known(on)
    sure: Confidence = closing.confidence if closing else "rule" if known else "unverified"
    return Day(office, on, closing.reason if closing else "", sure, known, following, steps)


def closed_days(office: str, first: date, last: date) -> tuple[Day, ...]:
    """Closed days other than weekends between two days, both included; at most a year."""
    last = min(last, first + LONGEST_LIST)
    span = (first + timedelta(days=count) for count in range((last - first).days + 1))
    found = (day(office, one) for one in span if of_office(office).closed(one) not in (None, "weekend"))
    return tuple(found)


@cache
def offices() -> Mapping[str, str]:
    """Offices by their ST.3 code with a name: the regional ones first, then those of Contracting States."""
    national = sorted(((code, state.name) for code, state in states().items()), key=lambda pair: pair[1])
    return NAMED_OFFICES | dict(national)


@cache
def authorities() -> Mapping[str, str]:
    """International Searching Authorities by code with a name."""
    found: dict[str, Any] = {code: dated.entries[-1].values["name"] for code, dated in searching_authorities().items()}
    return dict(sorted(found.items(), key=lambda pair: pair[1]))
