"""The desk of registration files: the queues, one file, an act on it, and the weekly issue."""

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from chancery.core.access import role
from chancery.core.clock import now, today
from chancery.core.refusal import Conflict, Refused
from chancery.records.accounts.queries import Person
from chancery.records.documents import actions as keeping
from chancery.records.documents import queries as documents
from chancery.records.register.queries import from_address
from chancery.services.examination import queries as cases
from chancery.services.examination.registrations import actions, queries, queues
from chancery.services.examination.registrations.acts import table
from chancery.services.examination.registrations.acts.act import FileAct
from chancery.services.examination.registrations.acts.forms import FileForm
from chancery.services.examination.registrations.folder import FileFolder, open_file
from chancery.services.examination.registrations.models import RegistrationCase
from chancery.services.examination.registrations.words import SYSTEMS
from chancery.services.examination.views.desk import posted
from chancery.standards.tables import as_csv

PAGE_LENGTH = 50


@role("officer", "publisher")
@require_safe
def desk(request: HttpRequest) -> HttpResponse:
    """The queues with their counts, and the files of one."""
    on = today()
    choice = queues.Choice.of(request.GET.dict())
    page = Paginator(queues.cases(choice, on=on, officer=_me(request)), PAGE_LENGTH).get_page(request.GET.get("page"))
    counts = queries.counts(on, system=choice.system)
    context = {
        "queues": [
            {"key": one.key, "label": one.label, "group": one.group, "count": counts[one.key]} for one in queues.QUEUES
        ],
        "systems": (("", _("All systems")), *SYSTEMS.items()),
        "whose": (("", _("Everybody’s")), ("me", _("Mine")), ("none", _("Nobody’s"))),
        "choice": choice,
        "page": page,
        "officers": cases.officers(case.number for case in page.object_list),
        "today": on,
    }
    return render(request, "examination/registrations/desk.html", context)


@role("officer", "publisher")
@require_safe
def export(request: HttpRequest) -> HttpResponseBase:
    """The files of a queue as a CSV file, with the same address parameters as the page."""
    choice = queues.Choice.of(request.GET.dict())
    found = list(queues.cases(choice, on=today(), officer=_me(request)))
    officers = cases.officers(case.number for case in found)
    response = StreamingHttpResponse(as_csv(_table(found, officers)), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="registrations-{choice.queue.key}-{today()}.csv"'
    return response


@role("officer", "publisher")
@require_safe
def file(request: HttpRequest, address: str) -> HttpResponse:
    """One file: what it says, what stands against it, where it stands in each party, what can be done."""
    folder = file_at(address)
    context = {"folder": folder, "file": folder.file, "today": folder.on}
    return render(request, "examination/registrations/file.html", context)


@role("officer", "publisher")
@require_safe
def document(request: HttpRequest, address: str, sha256: str) -> HttpResponseBase:  # noqa: ARG001 - who asks is in the mark
    """A file that came with an application, a request or a statement, or a letter about it."""
    names = file_at(address).files
    if sha256 not in names:
        raise Http404("no such document in this file")
    return documents.download(sha256, name=names[sha256], inline=True)


@role("officer")
@require_POST
def take(request: HttpRequest, address: str) -> HttpResponse:
    return _assign(request, address, actions.take, _("The file is yours now; the colleagues see it."))


@role("officer")
@require_POST
def release(request: HttpRequest, address: str) -> HttpResponse:
    return _assign(request, address, actions.release, _("The file is free for anyone to take."))


@role("officer")
@require_http_methods(("GET", "HEAD", "POST"))
def act(request: HttpRequest, address: str, key: str) -> HttpResponse:
    """Look at an act, and do it. What was typed stays when it is refused."""
    folder = file_at(address)
    chosen = table.BY_KEY.get((folder.system, key))
    if chosen is None:
        raise Http404("no such act")
    form = chosen.form(posted(request), request.FILES or None, case=folder, initial=_first(folder))
    if request.method != "POST" or "more" in request.POST:
        return _page(request, chosen, folder, _unasked(form, request))
    if not form.is_valid():
        return _page(request, chosen, folder, form, status=422)
    try:
        entries = actions.act(
            folder.file.number,
            chosen.key,
            data=with_documents(form, by=_me(request)),
            after=form.cleaned_data["after"],
            by=_me(request),
            at=now(),
        )
    except Refused as refused:
        return _refused(request, chosen, folder, form, refused)
    messages.success(request, _("Entered in the register as #%(entry)s.") % {"entry": entries[0].number})
    return redirect("examination:registration", folder.address)


def file_at(address: str) -> FileFolder:
    """The file behind an address. Raises Http404."""
    folder = open_file(from_address(address), at=now())
    if folder is None:
        raise Http404("no such registration file")
    return folder


def with_documents(form: FileForm, *, by: int) -> dict[str, Any]:
    """The form's data; a PDF that came with it is checked and kept first, as it takes time. Raises `Refused`."""
    data = dict(form.cleaned_data)
    sent = data.pop("file", None)
    if not sent:
        return data
    kept = keeping.keep_pdf(sent.read(), name=sent.name, by=by, at=now(), field="file")
    document = {"kind": "statement", "sha256": kept.sha256, "name": sent.name, "size": kept.size}
    return data | {"documents": (document,)}


def _first(folder: FileFolder) -> dict[str, Any]:
    """What usually stands in the fields: the version on the page, and today."""
    return {"after": folder.file.version, "on": folder.on}


def _unasked(form: FileForm, request: HttpRequest) -> FileForm:
    """More rows were asked for: the form as it was typed, without its errors."""
    if request.method == "POST":
        form.is_valid()
        form.errors.clear()
    return form


def _refused(
    request: HttpRequest, chosen: FileAct, folder: FileFolder, form: FileForm, refused: Refused
) -> HttpResponse:
    stale = isinstance(refused, Conflict)
    loose = form.show(refused.findings)
    if stale:
        form.look_again(folder.file.version)
    return _page(request, chosen, folder, form, status=409 if stale else 422, refusal=loose, stale=stale)


def _page(
    request: HttpRequest, chosen: FileAct, folder: FileFolder, form: FileForm, *, status: int = 200, **more: Any
) -> HttpResponse:
    context = {
        "act": chosen,
        "against": chosen.refusals(folder),
        "folder": folder,
        "file": folder.file,
        "form": form,
        "today": folder.on,
        **more,
    }
    return render(request, "examination/registrations/act.html", context, status=status)


def _assign(request: HttpRequest, address: str, do: Any, done: str) -> HttpResponse:
    try:
        do(from_address(address), by=_me(request), at=now())
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, done)
    return redirect("examination:registration", address)


def _me(request: HttpRequest) -> int:
    return int(request.user.pk or 0)


def _table(found: list[RegistrationCase], officers: dict[str, Person]) -> Iterator[list[Any]]:
    yield [
        *("number", "system", "title", "holder", "status", "received_on", "registration_number", "registered_on"),
        *("due_on", "due_for", "due_cites", "publish_from", "until", "officer"),
    ]
    for one in found:
        officer = officers.get(one.number)
        yield [
            *(one.number, one.system, one.title, one.holder, one.status, one.received_on),
            *(one.registration_number, one.registered_on or "", one.due_on or "", one.due_for, one.due_cites),
            *(one.publish_from or "", one.until or "", officer.name if officer else ""),
        ]
