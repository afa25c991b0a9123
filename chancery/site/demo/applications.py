"""Fictional international applications of the demonstration office: their lives until today, entered as the rooms
enter them, with files that can be read and searched.
"""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

from django.db import transaction

from chancery.core import ledger
from chancery.core.event import Event
from chancery.records.documents import actions as documents
from chancery.records.register import actions as register
from chancery.records.register import events
from chancery.records.register import queries as rights
from chancery.services.examination import publication
from chancery.services.filing.files import keep_part
from chancery.treaties import pct
from chancery.treaties.kernel import Money
from chancery.treaties.kernel.plain import to_plain

HERE = Path(__file__).parent
DATA = HERE / "data" / "applications.toml"
PART = HERE / "typst" / "part.typ"
MORNING = time(9, tzinfo=UTC)
HEADINGS: Mapping[str, Mapping[pct.PartKind, str]] = {
    "en": {"description": "Description", "claims": "Claims", "abstract": "Abstract"},
    "fr": {"description": "Description", "claims": "Revendications", "abstract": "Abrégé"},
    "es": {"description": "Descripción", "claims": "Reivindicaciones", "abstract": "Resumen"},
}

Told = Mapping[str, Any]
Step = Callable[[str, Told, Told, datetime], None]


def load(*, by: int) -> None:
    """All of them in one transaction, unless some are there. ``by`` is whose they are."""
    if ledger.count(events.ApplicationFiled.kind()):
        return
    told = tomllib.loads(DATA.read_text(encoding="utf-8"))["application"]
    parts = [tuple(_parts(one, by=by)) for one in told]
    numbers: dict[int, str] = {}
    steps = ((step, place) for place, one in enumerate(told) for step in one["steps"])
    with transaction.atomic():
        for step, place in sorted(steps, key=lambda one: one[0]["on"]):
            at = datetime.combine(step["on"], MORNING)
            if step["do"] == "file":
                numbers[place] = _file(told[place], parts[place], by=by, at=at)
            else:
                DOES[step["do"]](numbers[place], told[place], step, at)


def _parts(told: Told, *, by: int) -> Iterator[pct.Part]:
    """Its files, typeset here and kept like what anybody brings."""
    at = datetime.combine(told["steps"][0]["on"], MORNING)
    for kind, heading in HEADINGS[told["language"]].items():
        data = {"title": told["title"], "language": told["language"], "heading": heading, "lines": _lines(told, kind)}
        pdf = documents.typeset(PART, data, at=at)
        yield keep_part(kind, pdf, name=f"{kind}.pdf", by=by, at=at, field=kind)


def _lines(told: Told, kind: str) -> list[str]:
    if kind == "claims":
        return [f"{number}. {claim}" for number, claim in enumerate(told["claims"], 1)]
    return list(told["description"]) if kind == "description" else [told["abstract"]]


def _file(told: Told, parts: tuple[pct.Part, ...], *, by: int, at: datetime) -> str:
    given = {name: told[name] for name in ("title", "language", "parties", "agents", "priority_claims")}
    application = pct.Application.from_dict(to_plain(given) | {"searching_authority": told["authority"]})
    signed = pct.Signature(name=application.applicants[0].name, capacity="applicant", signed_on=at.date())
    whole = replace(application, parts=parts, signatures=(signed,), format="pdf", request_sheets=4)
    files = [{name: getattr(part, name) for name in ("kind", "sha256", "name", "sheets")} for part in parts]
    return register.file_application(whole, documents=files, by=by, at=at).number


def _accord(number: str, _told: Told, step: Told, at: datetime) -> None:
    _enter(number, events.FilingDateAccorded(filing_date=step["dated"].isoformat(), cites="PCT Art. 11(1)"), at)


def _pay(number: str, _told: Told, _step: Told, at: datetime) -> None:
    """Every fee that is due on filing."""
    right = _right(number)
    assert right.received_on, "it is filed before anything is paid"
    for line in pct.fees(right.application, on=right.received_on).lines:
        if isinstance(line.amount, Money):
            paid = events.PaymentRecorded(
                line=line.code,
                amount=str(line.amount.amount),
                currency=line.amount.currency,
                received_on=at.date().isoformat(),
                reference=number,
            )
            _enter(number, paid, at)


def _copies(number: str, told: Told, _step: Told, at: datetime) -> None:
    for copy, office in (("record", "IB"), ("search", told["authority"])):
        _enter(number, events.CopyReceived(copy=copy, office=office, received_on=at.date().isoformat()), at)


def _search(number: str, told: Told, step: Told, at: datetime) -> None:
    report = events.SearchReportEstablished(
        authority=told["authority"],
        established_on=step["established"].isoformat(),
        transmitted_on=at.date().isoformat(),
        citations=tuple(told["citations"]),
        classifications=tuple(told["classifications"]),
    )
    _enter(number, report, at)


def _publish(number: str, _told: Told, _step: Told, at: datetime) -> None:
    on, after = at.date(), _right(number).version
    register.publish(number, kind_code="A1", on=on, issue=publication.name(on), after=after, at=at)


def _national(number: str, _told: Told, step: Told, at: datetime) -> None:
    day = at.date().isoformat()
    entered = events.NationalPhaseReported(office=step["office"], what="entered", on=day, number=step["number"])
    _enter(number, entered, at)


def _license(number: str, _told: Told, _step: Told, at: datetime) -> None:
    ready = events.LicensingIndicated(act="indicate_licensing", received_on=at.date().isoformat(), available=True)
    _enter(number, ready, at)


DOES: Mapping[str, Step] = {
    "accord": _accord,
    "pay": _pay,
    "copies": _copies,
    "search": _search,
    "publish": _publish,
    "national": _national,
    "license": _license,
}


def _right(number: str) -> rights.Right:
    right = rights.right(number)
    assert right is not None, "it is filed before anything else is done"
    return right


def _enter(number: str, event: Event, at: datetime) -> None:
    register.enter(number, event, after=_right(number).version, at=at)
