"""Applications on which acts are done, and how they are done in tests."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from chancery.core.event import Event
from chancery.records.documents.tests import samples
from chancery.records.register import actions as register
from chancery.records.register import events
from chancery.records.register import queries as rights
from chancery.services.filing.acts import doing
from chancery.services.filing.acts.brought import Brought
from chancery.services.filing.acts.doing import Sent
from chancery.treaties import pct

FILED = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
NOW = datetime(2026, 11, 22, 13, 0, tzinfo=UTC)
CLAIM = pct.PriorityClaim(office="CH", number="CH 1234/25", filed_on=date(2025, 3, 14))

ADA = pct.Party(
    name="OKAFOR, Ada",
    kind="natural",
    address="Rue du Lac 1\n1003 Lausanne",
    country="CH",
    nationality="CH",
    residence="CH",
    inventor=True,
)
BO = replace(ADA, name="LIND, Bo", inventor=False)


def application(**more: Any) -> pct.Application:
    whole: dict[str, Any] = {
        "title": "Hinge with magnetic latch",
        "language": "en",
        "searching_authority": "EP",
        "parties": (ADA,),
        "priority_claims": (CLAIM,),
    }
    return pct.Application(**(whole | more))


def filed(by: int, *, at: datetime = FILED, accorded: bool = True, **more: Any) -> str:
    """An application that was handed in at this instant, with its filing date."""
    number = register.file_application(application(**more), documents=(), by=by, at=at).number
    if accorded:
        happens(number, events.FilingDateAccorded(filing_date=at.date().isoformat(), cites="PCT Art. 11(1)"), at=at)
    return number


def happens(number: str, *each: Event, at: datetime = NOW) -> None:
    for event in each:
        register.enter(number, event, after=rights.right(number).version, at=at)


def searched(number: str, day: str = "2026-07-01", **more: Any) -> None:
    report = events.SearchReportEstablished(authority="EP", established_on=day, transmitted_on=day, **more)
    happens(number, report)


def published(number: str, at: datetime = NOW) -> None:
    right = rights.right(number)
    register.publish(number, kind_code="A1", on=at.date(), issue="47/2026", after=right.version, at=at)


def signed(*names: str) -> tuple[pct.Signature, ...]:
    return tuple(pct.Signature(name=name) for name in names)


def brought(number: str, key: str, kind: str, by: int, *, at: datetime = NOW, data: bytes | None = None) -> Brought:
    data = samples.pdf() if data is None else data
    return doing.attach(number, key, kind=kind, data=data, name=f"{kind}.pdf", by=by, at=at)


def sent(_file: str, /, *names: str, files: tuple[Brought, ...] = (), **values: Any) -> Sent:
    """``a__b`` in a name stands for ``a.b``."""
    said = {name.replace("__", "."): value for name, value in values.items()}
    return Sent(version=rights.right(_file).version, values=said, files=files, signatures=signed(*names))


def does(
    _file: str, _key: str, /, *names: str, by: int, at: datetime = NOW, files: tuple[Brought, ...] = (), **values: Any
) -> int:
    return doing.hand_in(_file, _key, sent(_file, *names, files=files, **values), by=by, at=at)
