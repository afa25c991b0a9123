"""The acts of the Offices: one page for each act of the table, made from it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from chancery.core.access import role
from chancery.core.clock import now
from chancery.core.refusal import Conflict, Refused
from chancery.records.documents import actions as documents
from chancery.services.examination import actions
from chancery.services.examination.casework import Folder
from chancery.services.examination.forms import CaseForm
from chancery.services.examination.offices import table
from chancery.services.examination.offices.act import OfficeAct
from chancery.services.examination.views.desk import folder_at, posted


@role("officer")
@require_http_methods(("GET", "HEAD", "POST"))
def act(request: HttpRequest, address: str, key: str) -> HttpResponse:
    """Look at an act, and do it. What was typed stays when it is refused."""
    chosen = table.BY_KEY.get(key)
    if chosen is None:
        raise Http404("no such act")
    folder = folder_at(address)
    form = chosen.form(posted(request), request.FILES or None, case=folder, initial=_first(folder))
    if request.method != "POST" or "more" in request.POST:
        return _page(request, chosen, folder, _unasked(form, request))
    if not form.is_valid():
        return _page(request, chosen, folder, form, status=422)
    try:
        entries = actions.act(
            folder.right.number,
            chosen.key,
            data=_with_documents(form, request),
            after=form.cleaned_data["after"],
            by=int(request.user.pk or 0),
            at=now(),
        )
    except Refused as refused:
        return _refused(request, chosen, folder, form, refused)
    messages.success(request, _("Entered in the register as #%(entry)s.") % {"entry": entries[0].number})
    return redirect("examination:case", folder.address)


def _first(folder: Folder) -> dict[str, Any]:
    """What usually stands in the fields: the version on the page, and today."""
    today = folder.on
    return {"after": folder.right.version, "received_on": today, "established_on": today, "on": today}


def _unasked(form: CaseForm, request: HttpRequest) -> CaseForm:
    """More rows were asked for: the form as it was typed, without its errors."""
    if request.method == "POST":
        form.is_valid()
        form.errors.clear()
    return form


def _with_documents(form: CaseForm, request: HttpRequest) -> dict[str, Any]:
    """The form's data; a PDF that came with it is checked and kept first, as it takes time. Raises `Refused`."""
    data = dict(form.cleaned_data)
    sent = data.pop("file", None)
    if not sent:
        return data
    kept = documents.keep_pdf(sent.read(), name=sent.name, by=int(request.user.pk or 0), at=now(), field="file")
    document = {"kind": "report", "sha256": kept.sha256, "name": sent.name, "size": kept.size}
    return data | {"documents": (document,)}


def _refused(request: HttpRequest, chosen: OfficeAct, folder: Folder, form: CaseForm, refused: Refused) -> HttpResponse:
    stale = isinstance(refused, Conflict)
    loose = form.show(refused.findings)
    if stale:
        form.look_again(folder.right.version)
    return _page(request, chosen, folder, form, status=409 if stale else 422, refusal=loose, stale=stale)


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
