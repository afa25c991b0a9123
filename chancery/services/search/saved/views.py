"""The counter of saved searches: the list, one of them with its alerts, and saving from the page of results."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from chancery.core import clock
from chancery.core.access import signed_in
from chancery.core.refusal import Refused
from chancery.records.mail import queries as mail
from chancery.services.search import words
from chancery.services.search.alerts import alerts
from chancery.services.search.asking import me, question_of
from chancery.services.search.models import Alert, SavedSearch
from chancery.services.search.saved import saved

PER_PAGE = 50
LATEST = 5  # records and calls shown of each alert


@signed_in
@never_cache
@require_safe
def saved_list(request: HttpRequest) -> HttpResponse:
    """The searches that the person keeps; the address says how they are sorted."""
    rows = saved.mine(me(request), request.GET.get("sort", "-made"))
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "search/saved.html", {"page": page, "kept": [saved.shown(row) for row in page.object_list]})


@signed_in
@require_POST
def save(request: HttpRequest) -> HttpResponse:
    """Keep the search whose address is sent, as the page of results or any other form names it."""
    asked = QueryDict(request.POST.get("asked", "")).copy()
    if "q" in request.POST:
        asked["q"] = request.POST["q"]
    wanted = question_of(asked, request.POST.get("collection", ""))
    try:
        pk = saved.save(wanted, by=me(request), at=clock.now())
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect("search:saved")
    return redirect("search:saved-search", pk)


@signed_in
@never_cache
@require_http_methods(("GET", "HEAD", "POST"))
def saved_search(request: HttpRequest, saved_id: int) -> HttpResponse:
    """One saved search: its name and query, to be changed, and its alerts."""
    row = saved.one(saved_id, me(request))
    if row is None:
        raise Http404("no such saved search")
    act = request.POST.get("act", "") if request.method == "POST" else ""
    if act in ("double", "delete", "rename"):
        return _acted(request, row, act)
    if act == "change":
        return _changed(request, row)
    return shown(request, row)


def _acted(request: HttpRequest, row: SavedSearch, act: str) -> HttpResponse:
    try:
        if act == "double":
            return redirect("search:saved-search", saved.double(row.pk, by=me(request), at=clock.now()))
        if act == "rename":
            saved.rename(row.pk, name=request.POST.get("name", ""), by=me(request))
            messages.success(request, _("Saved."))
        else:
            saved.delete(row.pk, by=me(request))
            messages.success(request, _("“%(name)s” is deleted, with its alerts.") % {"name": row.name})
    except Refused as refused:
        messages.error(request, str(refused))
    return redirect("search:saved")


def _changed(request: HttpRequest, row: SavedSearch) -> HttpResponse:
    asked = QueryDict(row.asked).copy()
    asked["q"] = request.POST.get("q", "")
    wanted = question_of(asked, request.POST.get("collection", ""))
    try:
        saved.change(row.pk, name=request.POST.get("name", ""), wanted=wanted, by=me(request))
    except Refused as refused:
        return shown(request, row, typed=request.POST, refused=refused)
    messages.success(request, _("Saved."))
    return redirect("search:saved-search", row.pk)


def shown(
    request: HttpRequest,
    row: SavedSearch,
    *,
    typed: QueryDict | None = None,
    refused: Refused | None = None,
    begun: Mapping[str, str] | None = None,
) -> HttpResponse:
    """``typed``: a name and query that were sent and refused; ``begun``: an alert that was. Both stay in the boxes."""
    kept = saved.shown(row)
    values = {"name": row.name, "q": kept.question.text, "collection": row.collection}
    context = {
        "row": row,
        "kept": kept,
        "typed": {name: typed.get(name, "") for name in values} if typed is not None else values,
        "wrong": {one.field: one.message for one in refused.findings} if refused else {},
        "collections": words.COLLECTIONS,
        "alerts": [_alert(one) for one in alerts.of(row)],
        "rhythms": alerts.RHYTHMS,
        "by_email": bool(settings.SMTP),
        "mail_off": not mail.wanted("alert", user=me(request)),
        "begun": begun or {},
    }
    return render(request, "search/saved_search.html", context, status=422 if refused or begun else 200)


def _alert(one: Alert) -> dict[str, Any]:
    """An alert as its owner sees it."""
    return {
        "row": one,
        "way": alerts.WAYS[one.way],
        "rhythm": alerts.RHYTHMS.get(one.every, ""),
        "feed": settings.SITE_URL + alerts.feed_href(one) if one.way == "feed" else "",
        "secret": alerts.signing_secret(one) if one.way == "webhook" else "",
        "calls": one.calls.all()[:LATEST],
        "number": one.found.count(),
        "found": alerts.found(one)[:LATEST],
    }
