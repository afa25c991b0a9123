"""The clearance report over the API: what was asked, by which recipe, and what was found, as JSON or as PDF."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, Literal

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router
from pydantic import ConfigDict, Field

from chancery.core import clock
from chancery.core.wire import Told
from chancery.services.search.similar import api, similar
from chancery.services.search.similar.api import NameAsked, SimilarAsked, SimilarPart
from chancery.services.search.similar.similar import Wanted
from chancery.services.search.wire import PICTURE

PDF = "application/pdf"
AS_PDF: dict[str, Any] = {"responses": {200: {"content": {PDF: {"schema": {"type": "string", "format": "binary"}}}}}}
"""``openapi_extra`` of an operation that answers with a PDF too."""

ReportFormat = Literal["json", "pdf"]


class ReportAsked(SimilarAsked):
    """A name, and how the report is written."""

    format: ReportFormat = "json"


class BesideReportAsked(NameAsked):
    """The same, beside a picture that is brought."""

    format: ReportFormat = "json"


class ClearancePart(Told):
    part: str
    label: str
    measures: str
    weight: float


class ClearanceRecipe(Told):
    version: str
    parts: list[ClearancePart]


class ClearanceHit(Told):
    """A mark or design found: its place in the list, what it scores, and why."""

    model_config = ConfigDict(coerce_numbers_to_str=True)

    place: int
    collection: Literal["marks", "designs"] = "marks"
    mark: str = Field(description="The words of the mark, the title of the design, or else its number.")
    picture: str = Field("", description="The SHA-256 of the picture that is near; empty where words are compared.")
    score: float
    office: str
    number: str
    holders: list[str]
    classes: list[str]
    status: str
    filed: date | None
    parts: list[SimilarPart]


class Clearance(Told):
    """A clearance report. It says what is near and why; it is no opinion on likelihood of confusion."""

    office: str
    demonstration: bool = Field(description="Whether the office is a demonstration, without legal effect.")
    made: datetime
    what: str = Field(description="What was looked among.")
    name: str = Field(description="The name asked for, or in words the picture.")
    picture: str = Field("", description="The SHA-256 of the picture asked with.")
    narrowed: str
    compared: int
    compared_what: str
    left_out: str = Field(description="What of marks and designs was not compared.")
    recipe: ClearanceRecipe
    hits: list[ClearanceHit]


def add_to(router: Router) -> None:
    """Serve it beside the other questions to the public databases."""
    router.get(
        "/search/similar-marks/report",
        response=Clearance,
        operation_id="reportSimilarMarks",
        summary="Clearance report for a mark",
        openapi_extra=AS_PDF,
    )(report_similar_marks)
    router.post(
        "/search/similar-marks/report",
        response=Clearance,
        operation_id="reportSimilarMarksWithPicture",
        summary="Clearance report for a mark, by name and picture",
        openapi_extra={**PICTURE, **AS_PDF},
    )(report_similar_marks_with_picture)


def report_similar_marks(request: HttpRequest, asked: Query[ReportAsked]) -> Any:
    """Free, without an account. The same marks as `/search/similar-marks`, with the recipe, to be kept."""
    return _answer(asked.wanted(), asked.format)


def report_similar_marks_with_picture(request: HttpRequest, asked: Query[BesideReportAsked]) -> Any:
    """The body is the picture itself: JPEG, PNG or TIFF. It is compared and not kept: the report names its SHA-256."""
    return _answer(api.beside(request, asked), asked.format)


def _answer(wanted: Wanted, form: ReportFormat) -> Any:
    hits, at = similar.found(wanted), clock.now()
    return answered(
        form,
        facts=lambda: similar.report(wanted, hits, at=at),
        pdf=lambda: similar.as_pdf(wanted, hits, at=at),
    )


def answered(wanted: ReportFormat, *, facts: Callable[[], dict[str, Any]], pdf: Callable[[], bytes]) -> Any:
    """The report in the form that was asked for; only that one is made."""
    if wanted == "pdf":
        headers = {"Content-Disposition": 'inline; filename="clearance.pdf"'}
        return HttpResponse(pdf(), content_type=PDF, headers=headers)
    return Clearance.model_validate(facts())
