"""The gazette: what each weekly issue published, and the front page of each publication. Open to everyone."""

from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from chancery.core.access import public
from chancery.records.register import queries as register
from chancery.services.examination import front_page, queries

KEPT_FOR = 24 * 60 * 60


@public
@require_safe
def latest(request: HttpRequest) -> HttpResponse:
    """The newest issue; before the first one, that there is none yet."""
    issues = queries.issues()
    if issues:
        year, week = issues[0][0].split("/")
        return redirect("gazette:issue", year, week)
    return render(request, "gazette/issue.html", {"name": "", "issues": []})


@public
@require_safe
def issue(request: HttpRequest, year: int, week: str) -> HttpResponse:
    """One issue: every publication in it."""
    name = f"{year}/{week}"
    published = queries.issue(name)
    if not published:
        raise Http404("there was no such issue")
    context = {
        "name": name,
        "day": published[0].published_on,
        "first": [one for one in published if one.kind_code in ("A1", "A2")],
        "again": [one for one in published if one.kind_code not in ("A1", "A2")],
        "issues": queries.issues(),
    }
    return render(request, "gazette/issue.html", context)


@public
@require_safe
def front(request: HttpRequest, key: str, kind_code: str) -> HttpResponse:  # noqa: ARG001 - it is the same for everyone
    """The front page of a publication as PDF. Only what has been published has one."""
    number = f"{key[:2]} {key[2:6]}/{key[6:]}"
    appeared = next((one for one in queries.appeared_as(number) if one.kind_code == kind_code), None)
    right = register.right(appeared.number) if appeared else None
    if appeared is None or right is None or right.received_on is None:
        raise Http404("nothing was published under this number")
    kept = f"front-page-{appeared.entry}-{right.version}"
    pdf = cache.get(kept)
    if pdf is None:
        pdf = front_page.typeset(right, appeared)
        cache.set(kept, pdf, KEPT_FOR)
    answer = HttpResponse(pdf, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{key}{kind_code}.pdf"'
    return answer
