"""What the pages of both desks do alike when an officer acts: look at the form, do it, or say why it was refused."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from chancery.core.ledger import Entry
from chancery.core.refusal import Conflict, Refused
from chancery.records.documents import actions as documents
from chancery.services.examination.forms import ActForm
from chancery.services.examination.views.listing import me, posted

ARRANGING = frozenset({"more", "remove", "read"})
"""Buttons that only arrange the form: more rows, one row fewer, pasted lines made into rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """What each desk has of its own when somebody acts on one of its cases."""

    template: str
    shown: dict[str, Any]
    """The case under the name that the template has for it."""
    version: int
    """Of the case on the page."""
    first: dict[str, Any]
    """What stands in the fields at first."""
    kind: str
    """Of a PDF that comes with the act."""
    back: str
    """Where it leads."""
    do: Callable[..., Sequence[Entry]]
    """Enters the act: ``data``, ``after``, ``by``, ``at`` by name."""


def act_page(request: HttpRequest, chosen: Any, case: Any, own: Own, *, at: datetime) -> HttpResponse:
    """Show the form of an act, or do the act with what it says. What was typed stays when it is refused."""
    form: ActForm = chosen.form(
        posted(request), request.FILES or None, case=case, initial={"after": own.version, **own.first}
    )

    def page(*, status: int = 200, **more: Any) -> HttpResponse:
        context = {"act": chosen, "against": chosen.refusals(case), "folder": case, "form": form, "today": case.on}
        return render(request, own.template, context | own.shown | more, status=status)

    if request.method != "POST" or not ARRANGING.isdisjoint(request.POST):
        _unasked(form, request)
        return page()
    if not form.is_valid():
        return page(status=422)
    try:
        data = _with_documents(form, kind=own.kind, by=me(request), at=at)
        entries = own.do(data=data, after=form.cleaned_data["after"], by=me(request), at=at)
    except Refused as refused:
        stale = isinstance(refused, Conflict)
        loose = form.show(refused.findings)
        if stale:
            form.look_again(own.version)
        return page(status=409 if stale else 422, refusal=loose, stale=stale)
    messages.success(request, _("Entered in the register as #%(entry)s.") % {"entry": entries[0].number})
    return redirect(own.back)


def _unasked(form: ActForm, request: HttpRequest) -> None:
    """The rows were arranged anew: the form as it was typed, without its errors."""
    if request.method == "POST":
        form.is_valid()
        form.errors.clear()


def _with_documents(form: ActForm, *, kind: str, by: int, at: datetime) -> dict[str, Any]:
    """The form's data; a PDF that came with it is checked and kept first, as it takes time. Raises `Refused`."""
    data = dict(form.cleaned_data)
    sent = data.pop("file", None)
    if not sent:
        return data
    carrying = kind == "statement"  # a certified extract comes as it is; a report of the PCT is published itself
    kept = documents.keep_pdf(sent.read(), name=sent.name, by=by, at=at, field="file", carrying=carrying)
    return data | {"documents": ({"kind": kind, "sha256": kept.sha256, "name": sent.name, "size": kept.size},)}
