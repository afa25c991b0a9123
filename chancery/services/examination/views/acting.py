"""What the pages of both desks do alike when an officer acts: look at the form, do it, or say why it was refused."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from chancery.core.ledger import Entry
from chancery.core.refusal import Conflict, Refused
from chancery.records.documents import actions as documents
from chancery.services.examination.forms import ActForm
from chancery.services.examination.views.listing import me

Page = Callable[..., HttpResponse]
"""The page of the act with its form; ``status`` and further context by name."""


def perform(
    request: HttpRequest,
    form: ActForm,
    *,
    page: Page,
    do: Callable[[dict[str, Any]], Sequence[Entry]],
    kind: str,
    version: int,
    back: str,
    at: datetime,
) -> HttpResponse:
    """Show the form, or do the act with what it says. What was typed stays when it is refused.

    ``kind`` is that of a PDF that comes with it; ``version`` that of the case on the page; ``back`` where it leads.
    """
    if request.method != "POST" or "more" in request.POST:
        return page(_unasked(form, request))
    if not form.is_valid():
        return page(form, status=422)
    try:
        entries = do(_with_documents(form, kind=kind, by=me(request), at=at))
    except Refused as refused:
        stale = isinstance(refused, Conflict)
        loose = form.show(refused.findings)
        if stale:
            form.look_again(version)
        return page(form, status=409 if stale else 422, refusal=loose, stale=stale)
    messages.success(request, _("Entered in the register as #%(entry)s.") % {"entry": entries[0].number})
    return redirect(back)


def _unasked(form: ActForm, request: HttpRequest) -> ActForm:
    """More rows were asked for: the form as it was typed, without its errors."""
    if request.method == "POST":
        form.is_valid()
        form.errors.clear()
    return form


def _with_documents(form: ActForm, *, kind: str, by: int, at: datetime) -> dict[str, Any]:
    """The form's data; a PDF that came with it is checked and kept first, as it takes time. Raises `Refused`."""
    data = dict(form.cleaned_data)
    sent = data.pop("file", None)
    if not sent:
        return data
    carrying = kind == "statement"  # a certified extract comes as it is; a report of the PCT is published itself
    kept = documents.keep_pdf(sent.read(), name=sent.name, by=by, at=at, field="file", carrying=carrying)
    return data | {"documents": ({"kind": kind, "sha256": kept.sha256, "name": sent.name, "size": kept.size},)}
