"""The book of the Madrid Protocol: an application for the international registration of a mark."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext_lazy

from chancery.records.documents import queries as documents
from chancery.services.filing.book import Book, Received, Said, Words
from chancery.services.filing.fields import SIGNATURE
from chancery.services.filing.files import Beside, kept_beside
from chancery.services.filing.registrations.madrid.boxes import BOXES
from chancery.services.filing.registrations.madrid.script import said_of_it
from chancery.services.filing.registrations.madrid.showing import keep_reproduction
from chancery.services.filing.registrations.presenting import present, received
from chancery.services.filing.shapes import Text
from chancery.treaties import madrid
from chancery.treaties.kernel import TimeLimit
from chancery.treaties.registrations import SYSTEMS

REPRODUCTION = "mark.reproductions.#"
MOST = 300
NEXT: Mapping[str, Text] = {
    "priority": gettext_lazy("Priority ends"),
    "presentation": gettext_lazy("Sent on to the Bureau"),
}
WORDS = Words(
    without=gettext_lazy(
        "Without these it would not count as an application: the Office of origin could not send it on."
    ),
    without_cites="Madrid Rule 11(7)",
    raised=gettext_lazy(
        "You may present it all the same. The Office of origin or the Bureau will ask, with a time limit."
    ),
    signing=gettext_lazy(
        "The Office of origin may ask for a signature of the applicant, or let a representative sign. Sign here, or at "
        "the very end together with presenting. A later change of the application makes the signature lapse."
    ),
    signing_cites="Madrid Rule 9(2)(b)",
    received=gettext_lazy(
        "If the Bureau has it within two months, the registration bears the day of receipt at the Office of origin."
    ),
    received_cites="Madrid Art. 3(4)",
    public_cites="Madrid Art. 3(4)",
)


def _begin() -> madrid.Application:
    """One applicant and one basic mark to be filled in; of its letters nothing is said yet."""
    mark = madrid.Mark(latin=False)
    return madrid.Application(applicants=(madrid.Applicant(),), basis=(madrid.BasicMark(),), mark=mark)


def whole(
    application: madrid.Application, files: Mapping[str, Any], _signed: list[dict[str, Any]]
) -> madrid.Application:
    """The application with what was measured of the files that show the mark."""
    mark = application.mark
    shown = tuple(_measured(files.get(f"mark.reproductions.{place}")) for place in range(len(mark.reproductions)))
    return replace(application, mark=replace(mark, reproductions=shown))


def _measured(file: Mapping[str, Any] | None) -> madrid.Reproduction:
    """What the office measured of a file, never what was said of it; nothing where there is none."""
    found = documents.reproduction(file["sha256"]) if file else None
    return madrid.Reproduction(**(found or {}))


def assess(application: madrid.Application, on: date) -> Said:
    """As if it were presented to the Office of origin on this day."""
    findings = (*SYSTEMS["madrid"].check(application, on=on), *said_of_it(application))
    return Said(findings, SYSTEMS["madrid"].fees(application, on=on), limits(application, on))


def limits(application: madrid.Application, on: date) -> tuple[TimeLimit, ...]:
    """What would run if it were presented on this day."""
    record = madrid.Record(
        origin=application.origin,
        priority_date=min((one.filed_on for one in application.priorities if one.filed_on), default=None),
        office_received_on=on,
    )
    return madrid.time_limits(record)


def _title(data: Mapping[str, Any]) -> str:
    return str(data["mark"]["words"] or data["mark"]["described"])


def _hand_in(application: madrid.Application, *, files: list[dict[str, Any]], by: int, at: datetime) -> Received:
    return present("madrid", application, office=application.origin, files=files, by=by, at=at)


MADRID = Book(
    treaty="madrid",
    name=gettext_lazy("Mark"),
    application=madrid.Application,
    boxes=BOXES,
    new={
        "applicants": madrid.Applicant(),
        "representative": madrid.Representative(),
        "basis": madrid.BasicMark(),
        "priorities": madrid.PriorityClaim(),
        "mark.reproductions": madrid.Reproduction(),
        "goods": madrid.Good(0, ""),
        "designations": madrid.Designation(),
    },
    begin=_begin,
    title=_title,
    whole=whole,
    assess=assess,
    limits=limits,
    documents=lambda _application, files: kept_beside(files),
    hand_in=_hand_in,
    received=received,
    uploads=Beside(places={REPRODUCTION: keep_reproduction}, empty={REPRODUCTION: madrid.Reproduction()}),
    not_sent=("received_on", "certification", "classes"),
    labels={
        "basis": gettext_lazy("Basic mark"),
        "goods": gettext_lazy("Goods and services"),
        "designations": gettext_lazy("Designated parties"),
        "applicants": gettext_lazy("Applicants"),
        "mark.reproductions": gettext_lazy("Reproduction of the mark"),
    },
    next_limits=NEXT,
    most=MOST,
    words=WORDS,
    hidden=tuple((f"signatures.#.{field.name}", field) for field in SIGNATURE),
)
