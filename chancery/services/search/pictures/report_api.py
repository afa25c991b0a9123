"""The clearance report for a design, or for a picture of a mark, over the API."""

from typing import Any

from django.http import HttpRequest
from ninja import Path, Query, Router

from chancery.core import clock
from chancery.services.search.pictures import api, report
from chancery.services.search.pictures.api import OfRecordAsked, PicturesAsked
from chancery.services.search.pictures.pictures import Source, Wanted
from chancery.services.search.similar.report_api import AS_PDF, Clearance, ReportFormat, answered
from chancery.services.search.wire import PICTURE, Collection, Key


class PictureReportAsked(PicturesAsked):
    """Among which records it is looked, and how the report is written."""

    format: ReportFormat = "json"


class RecordReportAsked(OfRecordAsked):
    """The same, of a picture of a record."""

    format: ReportFormat = "json"


def add_to(router: Router) -> None:
    """Serve it beside the other questions to the public databases."""
    router.post(
        "/search/similar-pictures/report",
        response=Clearance,
        operation_id="reportSimilarPictures",
        summary="Clearance report for a picture",
        openapi_extra={**PICTURE, **AS_PDF},
    )(report_similar_pictures)
    router.get(
        "/records/{collection}/{key}/similar-pictures/report",
        response=Clearance,
        operation_id="reportSimilarPicturesOfRecord",
        summary="Clearance report for a design, or the picture of a mark",
        openapi_extra=AS_PDF,
    )(report_similar_pictures_of_record)


def report_similar_pictures(request: HttpRequest, asked: Query[PictureReportAsked]) -> Any:
    """The body is the picture itself: JPEG, PNG or TIFF. It is compared and not kept: the report names its SHA-256."""
    return _answer(request, asked.format, asked.wanted(), api.brought(request))


def report_similar_pictures_of_record(
    request: HttpRequest, collection: Path[Collection], key: Path[Key], asked: Query[RecordReportAsked]
) -> Any:
    """Free, without an account. Its first picture is compared, or the one that is named."""
    return _answer(request, asked.format, asked.wanted(), api.of_record(collection, key, asked.picture))


def _answer(request: HttpRequest, form: ReportFormat, wanted: Wanted, source: Source) -> Any:
    hits, at = api.found(request, wanted, source), clock.now()
    return answered(
        form,
        facts=lambda: report.report(source, wanted, hits, at=at),
        pdf=lambda: report.as_pdf(source, wanted, hits, at=at),
    )
