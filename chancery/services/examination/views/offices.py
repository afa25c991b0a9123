"""The acts of the Offices: one page for each act of the table, made from it."""

from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from chancery.core.access import role
from chancery.core.clock import now
from chancery.core.ledger import Entry
from chancery.services.examination import actions
from chancery.services.examination.casework import Folder
from chancery.services.examination.forms import CaseForm
from chancery.services.examination.offices import table
from chancery.services.examination.offices.act import OfficeAct
from chancery.services.examination.views.acting import perform
from chancery.services.examination.views.desk import folder_at
from chancery.services.examination.views.listing import me, posted


@role("officer")
@require_http_methods(("GET", "HEAD", "POST"))
def act(request: HttpRequest, address: str, key: str) -> HttpResponse:
    """Look at an act, and do it. What was typed stays when it is refused."""
    chosen = table.BY_KEY.get(key)
    if chosen is None:
        raise Http404("no such act")
    folder = folder_at(address)
    form = chosen.form(posted(request), request.FILES or None, case=folder, initial=_first(folder))
    number, at = folder.right.number, now()

    def page(form: CaseForm, *, status: int = 200, **more: Any) -> HttpResponse:
        return _page(request, chosen, folder, form, status=status, **more)

    def do(data: dict[str, Any]) -> Sequence[Entry]:
        return actions.act(number, key, data=data, after=form.cleaned_data["after"], by=me(request), at=at)

    return perform(
        request,
        form,
        page=page,
        do=do,
        kind="report",
        version=folder.right.version,
        back=reverse("examination:case", args=[address]),
        at=at,
    )


def _first(folder: Folder) -> dict[str, Any]:
    """What usually stands in the fields: the version on the page, and today."""
    today = folder.on
    return {"after": folder.right.version, "received_on": today, "established_on": today, "on": today}


def _page(
    request: HttpRequest, chosen: OfficeAct, folder: Folder, form: CaseForm, *, status: int = 200, **more: Any
) -> HttpResponse:
    context = {
        "act": chosen,
        "against": chosen.refusals(folder),
        "folder": folder,
        "right": folder.right,
        "form": form,
        "today": folder.on,
        **more,
    }
    return render(request, f"examination/{chosen.page}.html", context, status=status)
