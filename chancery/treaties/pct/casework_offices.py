"""What the results of a case file on States, Offices, refunds and the cost of going on are called.

``routes`` (list of ways), ``may_file_with``, ``searching`` (lists of codes), ``may_examine``, ``reserved`` (yes, no,
unknown), ``criterion``; ``refund_<fee>`` (due, not due, possible, unknown); and for an Office of the national phase
``entry_EP``, ``examination_EP``, ``grant_EP``, ``renewals_EP`` (totals by currency, or what is missing for them),
``translation_EP`` and ``enter_with_EP``.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from chancery.treaties import pct
from chancery.treaties.kernel.fees import FeeSheet
from chancery.treaties.pct.fees_tables import Entity
from chancery.treaties.pct.offices_authorities import competent_searching_authorities, may_examine
from chancery.treaties.pct.offices_receiving import competent_receiving_offices
from chancery.treaties.pct.offices_reservations import reserved, restoration_criterion
from chancery.treaties.pct.states import is_bound, routes


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What a case asks of Offices: who applies (``nationality``, ``residence``), a ``provision`` that may be reserved,
    the pair of Authorities, the Offices of the national phase with the ``extent`` of the application, and what refunds
    turn on.
    """

    nationality: str = ""
    residence: str = ""
    provision: str = ""
    searched_by: str = ""
    examined_by: str = ""
    restoration_at: str = ""
    searching_at: str = ""
    national: tuple[str, ...] = ()
    extent: pct.Extent | None = None
    words: int | None = None
    years: int = 20
    course: pct.Course | None = None


def results(
    asked: Asked, *, state: str, office: str, entity: Entity, case: pct.Application | pct.Record, on: date
) -> dict[str, Any]:
    """The results that the facts ask for; none for what they leave empty."""
    found: dict[str, Any] = {}
    if state and is_bound(state, on):
        found["routes"] = list(_ways(state, on))
    if asked.nationality or asked.residence:
        found["may_file_with"] = list(competent_receiving_offices(asked.nationality, asked.residence, on).codes)
    if asked.searching_at:
        states = (asked.residence, asked.nationality)
        found["searching"] = list(competent_searching_authorities(asked.searching_at, on, applicants_of=states).codes)
    if asked.examined_by:
        found["may_examine"] = may_examine(asked.examined_by, asked.searched_by, on)[0]
    if asked.provision:
        found["reserved"] = reserved(office or state, asked.provision).answer
    if asked.restoration_at:
        criterion = restoration_criterion(asked.restoration_at, "RO")
        found["criterion"] = criterion.criterion if criterion else "not in our data"
    return found | _refunds(asked, case) | _costs(asked, case, entity, on)


def _ways(state: str, on: date) -> Iterator[str]:
    """The ways to protection in a State, in words: ``national``, ``EP``, ``extension of EP``, ``validation of EP``."""
    ways = routes(state, on)
    if ways.national:
        yield "national"
    yield from ways.regional
    yield from (f"extension of {office}" for office in ways.extension)
    yield from (f"validation of {office}" for office in ways.validation)


def _refunds(asked: Asked, case: pct.Application | pct.Record) -> dict[str, Any]:
    if asked.course is None:
        return {}
    record = case if isinstance(case, pct.Record) else pct.Record.of(case)
    return {f"refund_{one.code}": one.answer for one in pct.refunds(record, course=asked.course)}


def _costs(asked: Asked, case: pct.Application | pct.Record, entity: Entity, on: date) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for cost in pct.national_costs(
        case,
        offices=asked.national,
        on=on,
        translation_words=asked.words,
        extent=asked.extent,
        entity=entity,
        years=asked.years,
    ):
        for stage in ("entry", "examination", "grant", "renewals"):
            found[f"{stage}_{cost.office}"] = _total(getattr(cost, stage))
        found[f"translation_{cost.office}"] = cost.translation.needed
        found[f"enter_with_{cost.office}"] = list(cost.enter_with)
    return found


def _total(sheet: FeeSheet) -> list[str]:
    """The totals, or what is missing for them."""
    if sheet.complete:
        return [str(total) for total in sheet.totals]
    return [str(line.amount) for line in sheet.lines if isinstance(line.amount, pct.NotDeterminable)]
