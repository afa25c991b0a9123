"""What can be asked of the law; the pages and the API ask the same."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from chancery.services.laws.casebook import Case
from chancery.services.laws.lawbook import TREATIES, law
from chancery.services.laws.provisions import Amount, Provision, find, table
from chancery.treaties import pct
from chancery.treaties.kernel import Confidence, Finding, Step, of_office
from chancery.treaties.kernel.citation import NotACitation, parse
from chancery.treaties.kernel.edition import edition
from chancery.treaties.pct.costs_tables import schedules
from chancery.treaties.pct.offices import name_of, searching_authorities
from chancery.treaties.pct.offices_authorities import Authorities, competent_searching_authorities
from chancery.treaties.pct.offices_receiving import Competence, ReceivingOffice, competent_for
from chancery.treaties.pct.states import states

__all__ = ["TREATIES", "Amount", "Case", "Provision", "edition", "find", "law", "table"]

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


def acts(record: pct.Record, application: pct.Application, *, on: date) -> tuple[pct.Possible, ...]:
    """Every act after filing, and whether it can be done on that day."""
    return pct.acts(record, application, on=on)


def excuse(delay: pct.Delay) -> pct.Excuse:
    """What is still allowed after a time limit was missed for a reason that the Regulations excuse."""
    return pct.excuse(delay)


@dataclass(frozen=True)
class Where:
    """Where one may file, and who searches for each of these Offices."""

    competence: Competence
    authorities: tuple[tuple[ReceivingOffice, str, Authorities], ...]


def where_to_file(parties: tuple[pct.Party, ...], *, on: date) -> Where:
    """The receiving Offices with which these applicants may file on a day, with the searching Authorities known."""
    competence = competent_for(parties, on)
    homes = tuple(dict.fromkeys(code for one in parties for code in (one.residence, one.nationality) if code))
    found = (
        (one, name_of(one.code), competent_searching_authorities(one.code, on, applicants_of=homes))
        for one in competence.offices
    )
    return Where(competence, tuple(found))


@dataclass(frozen=True)
class Abroad:
    """What one Office asks, and until when."""

    cost: pct.OfficeCost
    limits: tuple[pct.NationalLimit, ...]


def abroad(
    record: pct.Record,
    *,
    offices: tuple[str, ...],
    on: date,
    extent: pct.Extent,
    words: int | None = None,
    entity: str = "",
    years: int | None = None,
    both_chapters: bool = False,
) -> list[Abroad]:
    """Until when and at what cost a case goes on in each of these Offices.

    Only the limit that applies is told, or with ``both_chapters`` also that of the other Chapter.
    """
    costs = pct.national_costs(
        record,
        offices=offices,
        on=on,
        translation_words=words,
        extent=extent,
        entity=entity,  # type: ignore[arg-type]  # the form offers only these
        years=20 if years is None else years,
    )
    limits = [one for one in pct.national_limits(record, offices) if both_chapters or one.applies]
    return [Abroad(cost, tuple(one for one in limits if one.asked == cost.office)) for cost in costs]


def offices_with_schedule() -> dict[str, str]:
    """The Offices whose schedule of fees is among our data, by code; unitary effect is no Office to enter with."""
    return {code: name_of(code) for code in sorted(schedules()) if code != "UP"}


def designatable() -> frozenset[str]:
    """The codes of States that can be designated, and of the regional Offices."""
    return frozenset(states()) | {"EP", "EA", "AP", "OA"}


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
