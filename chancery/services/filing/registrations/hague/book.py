"""The book of the Hague Agreement: an application for the international registration of designs."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext_lazy

from chancery.records.documents import actions as documents
from chancery.records.documents import queries as files
from chancery.services.filing.book import Book, Received, Said, Words
from chancery.services.filing.fields import SIGNATURE
from chancery.services.filing.files import Beside, kept_beside
from chancery.services.filing.registrations.hague import annexes
from chancery.services.filing.registrations.hague.boxes import BOXES
from chancery.services.filing.registrations.presenting import present, received
from chancery.treaties import hague
from chancery.treaties.kernel import Finding, TimeLimit

VIEW = "shown.#.views.#"
ANNEXED = dict.fromkeys(annexes.PATTERNS, partial(documents.keep_pdf, carrying=True))
MOST_ITEMS = 100
NEXT: Mapping[str, str | Promise] = {
    "priority": gettext_lazy("Priority ends"),
    "priority_addition": gettext_lazy("Priority can be added"),
    "publication": gettext_lazy("Publication"),
    "renewal": gettext_lazy("Renewal"),
}

WORDS = Words(
    serious=ngettext_lazy(
        "Draft, %(n)d finding prevents a filing date", "Draft, %(n)d findings prevent a filing date", "n"
    ),
    prevents=gettext_lazy("Prevents a filing date"),
    without=gettext_lazy("Without these there is no filing date."),
    without_cites="Hague Rule 14(2)",
    raised=gettext_lazy(
        "You may hand it in all the same. The International Bureau will send an invitation, with three months to "
        "remedy it; where one party alone asks for it, only that designation falls."
    ),
    received_cites="Hague Art. 9(1)",
    secret=gettext_lazy("Until publication nobody but those named here, and the office's staff once it is handed in."),
    secret_cites="Hague Art. 10(4)",  # noqa: S106 - a citation
)


def _begin() -> hague.Application:
    """One applicant and one design to be filled in, sent to the International Bureau directly."""
    return hague.Application(applicants=(hague.Applicant(links=(hague.Link(),)),), shown=(hague.Design(),))


def whole(application: hague.Application, kept: Mapping[str, Any], signed: list[dict[str, Any]]) -> hague.Application:
    """The application as the rules see it: its images measured, its annexes enclosed, signed or not."""
    measured = files.measured_images({one["sha256"] for one in kept.values()})
    shown = tuple(
        replace(design, views=tuple(_views(design, f"shown.{place}.views", kept, measured)))
        for place, design in enumerate(application.shown)
    )
    return replace(
        application,
        shown=shown,
        designations=annexes.enclosed(application, kept),
        signed=bool(signed),
    )


def _settle(data: dict[str, Any]) -> None:
    """Designs and views are counted here; on paper the applicant states their numbers (Rule 7(3)(v))."""
    data["designs"] = max(1, len(data["shown"]))
    data["reproductions"] = max(1, sum(len(one["views"]) for one in data["shown"]))


def _views(
    design: hague.Design, listed: str, kept: Mapping[str, Any], measured: Mapping[str, files.ImageMeasures]
) -> list[hague.View]:
    """The views of a design with what was measured of them."""
    views = []
    for place, view in enumerate(design.views):
        file = kept.get(f"{listed}.{place}")
        found = measured.get(file["sha256"]) if file else None
        views.append(replace(view, measure=hague.ReproductionMeasure(**found.view()) if found else None))
    return views


def assess(application: hague.Application, on: date) -> Said:
    """As if it were presented on this day."""
    received_on = replace(application, received_on=application.received_on or on)
    findings = (*hague.check(application, on=on), *_without_file(application))
    return Said(findings, hague.fees(received_on, on=on), limits(application, on))


def limits(application: hague.Application, on: date) -> tuple[TimeLimit, ...]:
    """What would run if it were presented on this day."""
    record = hague.Record(
        filed_through=application.filed_through,
        priority_date=min((one.filed_on for one in application.priorities if one.filed_on), default=None),
        publication=application.publication,
        chosen_on=application.chosen_on,
        designated=tuple(hague.Designated(party=one.party) for one in application.designations if one.party),
        office_received_on=on if application.filed_through else None,
        ib_received_on=None if application.filed_through else on,
    )
    return hague.time_limits(record)


def _without_file(application: hague.Application) -> Iterator[Finding]:
    """A view shows nothing before it has its file."""
    for path, view in application.views():
        if view.measure is None:
            message = _("This view has no file. Add the picture, or take the view out.")
            yield Finding("Hague Art. 5(1)(iii)", message, path, "prevents", rule="views_have_files")


def _documents(application: hague.Application, kept: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The pictures in the order of designs and views, then the annexes by party; one of what is gone is none."""
    pictures = {path: kept[path] for path, _view in application.views() if path in kept}
    return [*kept_beside(pictures), *annexes.entered(application, kept)]


def _hand_in(application: hague.Application, *, files: list[dict[str, Any]], by: int, at: datetime) -> Received:
    office = application.filed_through or "IB"
    return present("hague", application, office=office, files=files, by=by, at=at)


def _title(data: Mapping[str, Any]) -> str:
    return next((one["product"] for one in data["shown"] if one["product"]), "")


HAGUE = Book(
    treaty="hague",
    name=gettext_lazy("Design"),
    application=hague.Application,
    boxes=BOXES,
    new={
        "applicants": hague.Applicant(links=(hague.Link(),)),
        "applicants.#.links": hague.Link(),
        "representative": hague.Representative(),
        "creators": hague.Creator(),
        "shown": hague.Design(),
        VIEW.removesuffix(".#"): hague.View(),
        "priorities": hague.PriorityClaim(),
        "designations": hague.Designation(party=""),
    },
    begin=_begin,
    settle=_settle,
    title=_title,
    whole=whole,
    assess=assess,
    limits=limits,
    documents=_documents,
    hand_in=_hand_in,
    received=received,
    uploads=Beside(places={VIEW: documents.keep_image, **ANNEXED}, empty={VIEW: hague.View()}),
    not_sent=("received_on", "signed"),
    labels={"designations": gettext_lazy("Designated parties"), "creators": gettext_lazy("Creators")},
    next_limits=NEXT,
    most=MOST_ITEMS,
    words=WORDS,
    hidden=tuple((f"signatures.#.{field.name}", field) for field in SIGNATURE),
)
