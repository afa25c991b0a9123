"""The counter of batches: many queries at once, counted as sets; a workbook keeps them for who has an account."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from chancery.core import clock
from chancery.core.access import public, signed_in
from chancery.core.refusal import Refused
from chancery.finder import COLLECTIONS
from chancery.finder.dialects import DIALECTS
from chancery.services.search import queries, words
from chancery.services.search.asking import me
from chancery.services.search.batches import sets, workbooks
from chancery.services.search.batches.sets import Batch
from chancery.services.search.fairness import fairness, quota
from chancery.services.search.models import Workbook

LONGEST_ADDRESS = 8_000
LARGEST_FILE = 1024 * 1024


@public
@require_safe
def batch(request: HttpRequest) -> HttpResponse:
    """The form; and where the address has queries, each with its number of records."""
    return _shown(request, _asked(request.GET))


@public
@require_POST
def take(request: HttpRequest) -> HttpResponse:
    """Queries from the form or a file. Their address is shown; those too long for one are counted at once."""
    try:
        wanted = _sent(request)
    except Refused as refused:
        return _shown(request, _asked(request.POST), refused=refused)
    address = wanted.address()
    if len(address) > LONGEST_ADDRESS or not wanted.lines:
        return _shown(request, wanted)
    return redirect(f"{reverse('search:sets')}?{address}")


@signed_in
@require_POST
def keep(request: HttpRequest) -> HttpResponse:
    """Keep the queries as a workbook: a new one, or one changed."""
    wanted, number = _asked(request.POST), request.POST.get("workbook", "")
    workbook_id = int(number[:18]) if number.isascii() and number.isdecimal() else None
    try:
        wanted = _sent(request)
        name = request.POST.get("name", "")
        pk = workbooks.keep(wanted, name=name, workbook_id=workbook_id, by=me(request), at=clock.now())
    except Refused as refused:
        return _shown(request, wanted, refused=refused)
    messages.success(request, _("The workbook is kept."))
    return redirect("search:workbook", pk)


@signed_in
@never_cache
@require_safe
def workbook(request: HttpRequest, workbook_id: int) -> HttpResponse:
    """A workbook with its sets as they are counted now."""
    row = workbooks.one(workbook_id, me(request))
    if row is None:
        raise Http404("no such workbook")
    return _shown(request, workbooks.batch(row), row=row)


@signed_in
@require_POST
def delete(request: HttpRequest, workbook_id: int) -> HttpResponse:
    """Keep a workbook no longer."""
    if workbooks.one(workbook_id, me(request)) is None:
        raise Http404("no such workbook")
    workbooks.delete(workbook_id, by=me(request))
    messages.success(request, _("The workbook is deleted."))
    return redirect("search:sets")


def _asked(data: QueryDict) -> Batch:
    collection = data.get("collection", "")
    return Batch(
        lines=sets.lines_of(data.get("lines", "")),
        collection=collection if collection in COLLECTIONS else "",
        dialect=queries.known_dialect(data.get("dialect", "")),
        stemming=data.get("stemming") != "off",
    )


def _sent(request: HttpRequest) -> Batch:
    """What the form says, with the lines of its file after those that were typed."""
    wanted, file = _asked(request.POST), request.FILES.get("file")
    if file is None:
        return wanted
    if file.size is None or file.size > LARGEST_FILE:
        raise Refused.because(_("The file is larger than one megabyte. Cut it into several."), field="file")
    try:
        lines = sets.lines_of_file(file.read(), file.name or "")
    except sets.NoTable:
        raise Refused.because(_("The file is no text in UTF-8. Save it as CSV or plain text."), field="file") from None
    together = sets.lines_of("\n".join((*wanted.lines.values(), *lines.values())))
    return Batch(lines=together, collection=wanted.collection, dialect=wanted.dialect, stemming=wanted.stemming)


def _shown(
    request: HttpRequest, wanted: Batch, *, row: Workbook | None = None, refused: Refused | None = None
) -> HttpResponse:
    context: dict[str, Any] = {
        "batch": wanted,
        "row": row,
        "collections": words.COLLECTIONS,
        "dialects": DIALECTS,
        "workbooks": workbooks.mine(me(request))[:20] if request.user.is_authenticated else (),
        "most": sets.MOST_LINES,
    }
    turn, status = fairness.Turn(), 200
    try:
        if refused:
            raise refused
        if wanted.lines:
            sets.check(wanted)
            cost, second = sets.cost_of(wanted), int(clock.now().timestamp())
            with fairness.fairly(quota.caller(request), cost, second=second) as turn:
                context["sets"] = sets.counted(wanted)
    except Refused as trouble:
        context["findings"], status = trouble.findings, 400
    except fairness.Wait as wait:
        context["wait"] = wait
        return fairness.told(render(request, "search/sets.html", context, status=wait.status), wait.headers)
    return fairness.told(render(request, "search/sets.html", context, status=status), turn.headers)
