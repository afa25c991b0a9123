"""My applications: drafts, applications and registrations of the person who asks, as a table and as a file."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from chancery.core import clock
from chancery.core.access import signed_in
from chancery.services.filing import books, queries
from chancery.services.filing.queries import Mine
from chancery.services.filing.registrations import portfolio
from chancery.services.filing.registrations.offered import by_name
from chancery.services.filing.views.counter import user_id
from chancery.standards.tables import as_csv

A_PAGE = 50
STATES = {
    "": gettext_lazy("In any state"),
    "draft": gettext_lazy("Drafts"),
    "answer": gettext_lazy("Answers being written"),
    "received": gettext_lazy("Being examined"),
    "invited": gettext_lazy("Invited to correct"),
    "accorded": gettext_lazy("Filing date accorded"),
    "registered": gettext_lazy("Registered, not published yet"),
    "published": gettext_lazy("Published"),
    "ended": gettext_lazy("Ended"),
}
TONES = {
    "": gettext_lazy("However it stands there"),
    "stands": gettext_lazy("Protected there"),
    "waits": gettext_lazy("Open there"),
    "refused": gettext_lazy("Refused there"),
    "over": gettext_lazy("No longer there"),
}
COLUMNS = (
    *("title", "kind", "number", "registration", "file_reference", "status"),
    *("next_limit", "act", "term_until", "saved_or_filed", "parties"),
)


def _chosen(request: HttpRequest) -> dict[str, str]:
    """What the address says; what it cannot mean is left out."""
    told = {name: request.GET.get(name, "") for name in ("state", "treaty", "party", "tone")}
    return {
        "words": request.GET.get("q", "").strip()[:200],
        "state": told["state"] if told["state"] in queries.STATES else "",
        "treaty": told["treaty"] if told["treaty"] in books.BOOKS else "",
        "party": told["party"] if len(told["party"]) == 2 else "",
        "tone": told["tone"] if told["tone"] in portfolio.TONES else "",
    }


@signed_in
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """The table, as chosen and sorted by the address."""
    chosen, today = _chosen(request), clock.today()
    sort = request.GET.get("sort", "-saved")
    found = queries.mine(user_id(request), on=today, sort=sort, **chosen)
    context = {
        "page": Paginator(found, A_PAGE).get_page(request.GET.get("page")),
        "today": today,
        "states": STATES,
        "tones": TONES,
        "books": books.BOOKS,
        "parties": by_name(queries.parties_of(user_id(request), on=today)),
        "sort": sort,
        "any_chosen": any(chosen.values()),
        **chosen,
    }
    return render(request, "filing/mine.html", context)


@signed_in
@require_safe
def export(request: HttpRequest) -> HttpResponseBase:
    """The table as a CSV file, with the same address parameters as the page; each party with how it stands there."""
    today = clock.today()
    found = queries.mine(user_id(request), on=today, sort=request.GET.get("sort", "-saved"), **_chosen(request))
    response = StreamingHttpResponse(as_csv(_rows(found)), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="applications-{today}.csv"'
    response["Cache-Control"] = "private, no-store"
    return response


def _rows(lines: Iterable[Mine]) -> Iterator[Iterable[Any]]:
    yield COLUMNS
    for one in lines:
        parties = " ".join(f"{code}:{tone}" for code, tone in sorted(one.tones.items()))
        act = one.next.label if one.next and not one.invited_until else ""
        yield (
            *(one.title, one.treaty, one.number, one.registration_number, one.file_reference, one.status),
            *(one.due, act, one.until, one.saved_at.isoformat(), parties),
        )
