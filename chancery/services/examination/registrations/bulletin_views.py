"""The counter of the bulletins: an issue as a page, a table, plain data and a feed; extracts of the register as PDF."""

from datetime import UTC, datetime, time
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from chancery.core import clock
from chancery.core.access import public
from chancery.records.register import queries as register
from chancery.records.register.queries import Appeared, Registration
from chancery.services.examination.registrations import bulletin, extract, issue_pdf
from chancery.services.examination.registrations.issues import BULLETINS
from chancery.standards.tables import as_csv

COLUMNS = (
    *("published", "issue", "what", "registration", "file", "title", "holder", "classes", "parties"),
    *("concerned parties", "concerned things", "entry"),
)
FEED_LENGTH = 60
NOON = time(12, tzinfo=UTC)
"""A bulletin has a day and no hour; a feed wants one."""


@public
@require_safe
def latest(request: HttpRequest, system: str) -> HttpResponse:
    """The newest issue; before the first one, that there is none yet."""
    issues = register.bulletin_issues(system)
    if issues:
        return redirect("gazette:bulletin", system, issues[0].year, f"{issues[0].week:02d}")
    return render(request, "gazette/bulletin.html", {"bulletin": BULLETINS[system], "issues": []})


@public
@require_safe
def issue(request: HttpRequest, system: str, year: str, week: str) -> HttpResponse:
    """One issue, in its chapters."""
    appeared = _appeared(system, year, week)
    context = {
        "bulletin": BULLETINS[system],
        "name": appeared[0].issue,
        "day": appeared[0].on,
        "week": (year, week),
        "chapters": bulletin.chapters(appeared),
        "issues": register.bulletin_issues(system),
    }
    return render(request, "gazette/bulletin.html", context)


@public
@require_safe
def table(_request: HttpRequest, system: str, year: str, week: str) -> HttpResponse:
    """The issue as a table (CSV)."""
    rows = (_row(line) for line in bulletin.lines(_appeared(system, year, week)))
    headers = {"Content-Disposition": f'attachment; filename="{system}-{year}-{week}.csv"'}
    return HttpResponse(as_csv([COLUMNS, *rows]), content_type="text/csv; charset=utf-8", headers=headers)


@public
@require_safe
def data(_request: HttpRequest, system: str, year: str, week: str) -> HttpResponse:
    """The issue as plain data (JSON)."""
    appeared = _appeared(system, year, week)
    told = {
        "system": system,
        "issue": appeared[0].issue,
        "publishedOn": appeared[0].on.isoformat(),
        "items": [bulletin.told(line) for line in bulletin.lines(appeared)],
    }
    return JsonResponse(told, json_dumps_params={"ensure_ascii": False, "indent": 2})


@public
@require_safe
def printed(_request: HttpRequest, system: str, year: str, week: str) -> HttpResponseBase:
    """The issue as it would be printed (PDF/A); dated as it is, so that it is the same whenever it is asked for."""
    appeared = _appeared(system, year, week)
    at = datetime.combine(appeared[0].on, NOON)
    return _pdf(issue_pdf.typeset(system, appeared, at=at), f"{system}-{year}-{week}.pdf")


@public
@require_safe
def feed(_request: HttpRequest, system: str) -> HttpResponse:
    """What the bulletin published last, for feed readers (Atom, RFC 4287)."""
    atom = Atom1Feed(
        title=str(BULLETINS[system].name),
        link=settings.SITE_URL + reverse("gazette:bulletins", args=[system]),
        description="",
        language=get_language(),
        feed_url=settings.SITE_URL + reverse("gazette:bulletin-feed", args=[system]),
        author_name=str(settings.OFFICE_NAME),
    )
    for line in bulletin.lines(register.printed_last(system, limit=FEED_LENGTH)):
        one, at = line.appeared, datetime.combine(line.appeared.on, NOON)
        link = settings.SITE_URL + reverse("register:registration", args=[register.in_address(one.number)])
        atom.add_item(
            title=" ".join(part for part in (one.registration_number, line.file.title, what(one)) if part),
            link=link,
            description=one.issue,
            pubdate=at,
            updateddate=at,
            unique_id=f"{link}#{one.entry}",
        )
    return HttpResponse(atom.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")


@public
@require_safe
def extract_pdf(_request: HttpRequest, address: str) -> HttpResponseBase:
    """The certified extract of a published registration as PDF."""
    return _pdf(extract.typeset(_published(address), at=clock.now()), f"extract-{address}.pdf")


@public
@require_safe
def attestation(_request: HttpRequest, address: str) -> HttpResponseBase:
    """That an appellation or indication is registered, on one sheet."""
    file = _published(address)
    if file.system.key != "lisbon":
        raise Http404("attestations are of appellations and indications")
    return _pdf(extract.attest(file, at=clock.now()), f"attestation-{address}.pdf")


def what(one: Appeared) -> str:
    """What was published, in the reader's words; nothing to add for the registration itself."""
    return "" if one.what == bulletin.REGISTRATION else register.called(one.what)


def _pdf(content: bytes, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'inline; filename="{name}"', "Cache-Control": "no-store"}
    return HttpResponse(content, content_type="application/pdf", headers=headers)


def _published(address: str) -> Registration:
    number = register.from_address(address)
    file = register.registration(number) if register.is_public(number) else None
    if file is None or file.erased:
        raise Http404("no such registration, or not published yet")
    return file


def _appeared(system: str, year: str, week: str) -> list[Appeared]:
    found = register.printed(system, year=int(year), week=int(week))
    if not found:
        raise Http404("there was no such issue")
    return found


def _row(line: bulletin.Line) -> tuple[Any, ...]:
    one, about = line.appeared, line.about
    return (
        *(one.on, one.issue, one.what, one.registration_number, one.number, line.file.title),
        *("; ".join(line.file.holders), "; ".join(line.classes), " ".join(line.parties)),
        " ".join(party for each in about for party in each.parties),
        "; ".join(thing for each in about for thing in each.things),
        one.entry,
    )
