"""The queues, one case, its documents, and who has taken it."""

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, QueryDict, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from chancery.core.access import role
from chancery.core.clock import now, today
from chancery.core.refusal import Refused
from chancery.records.accounts.queries import Person
from chancery.records.documents import queries as documents
from chancery.records.register.queries import from_address
from chancery.services.examination import actions, queries, queues
from chancery.services.examination.casework import Folder, open_folder
from chancery.services.examination.models import Case
from chancery.standards.tables import as_csv

PAGE_LENGTH = 50


@role("officer", "publisher")
@require_safe
def desk(request: HttpRequest) -> HttpResponse:
    """The queues with their counts, and the cases of one."""
    on = today()
    choice = queues.Choice.of(request.GET.dict())
    page = Paginator(queues.cases(choice, on=on, officer=_me(request)), PAGE_LENGTH).get_page(request.GET.get("page"))
    counts = queries.counts(on)
    context = {
        "queues": [
            {"key": one.key, "label": one.label, "group": one.group, "count": counts[one.key]} for one in queues.QUEUES
        ],
        "whose": (("", _("Everybody’s")), ("me", _("Mine")), ("none", _("Nobody’s"))),
        "choice": choice,
        "page": page,
        "officers": queries.officers(case.number for case in page.object_list),
        "today": on,
    }
    return render(request, "examination/desk.html", context)


@role("officer", "publisher")
@require_safe
def export(request: HttpRequest) -> HttpResponseBase:
    """The cases of a queue as a CSV file, with the same address parameters as the page."""
    choice = queues.Choice.of(request.GET.dict())
    found = list(queues.cases(choice, on=today(), officer=_me(request)))
    officers = queries.officers(case.number for case in found)
    response = StreamingHttpResponse(as_csv(_table(found, officers)), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="desk-{choice.queue.key}-{today()}.csv"'
    return response


@role("officer", "publisher")
@require_safe
def case(request: HttpRequest, address: str) -> HttpResponse:
    """One application: what it says, what stands against it, what is owed, what happened, what can be done."""
    folder = folder_at(address)
    context = {
        "folder": folder,
        "right": folder.right,
        "today": folder.on,
        "may_invite": request.user.holds("officer") and not folder.against_inviting,  # type: ignore[union-attr]
        "fresh": folder.not_yet_invited,
    }
    return render(request, "examination/case.html", context)


@role("officer", "publisher")
@require_safe
def document(request: HttpRequest, address: str, sha256: str) -> HttpResponseBase:  # noqa: ARG001 - who asks is in the mark
    """A file of the application as it is now, or a letter about it, shown in the browser."""
    folder = folder_at(address)
    names = folder.files
    if sha256 not in names:
        raise Http404("no such document in this case")
    return documents.download(sha256, name=names[sha256], inline=True)


@role("officer")
@require_POST
def take(request: HttpRequest, address: str) -> HttpResponse:
    return _assign(request, address, actions.take, _("The case is yours now; the colleagues see it."))


@role("officer")
@require_POST
def release(request: HttpRequest, address: str) -> HttpResponse:
    return _assign(request, address, actions.release, _("The case is free for anyone to take."))


def folder_at(address: str) -> Folder:
    """The case behind an address. Raises Http404."""
    folder = open_folder(from_address(address), on=today())
    if folder is None:
        raise Http404("no such application")
    return folder


def posted(request: HttpRequest) -> QueryDict | None:
    """What a form was sent with, also when it was sent empty; None when the page is only looked at."""
    return request.POST if request.method == "POST" else None


def _assign(request: HttpRequest, address: str, act: Any, done: str) -> HttpResponse:
    try:
        act(from_address(address), by=_me(request), at=now())
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, done)
    return redirect("examination:case", address)


def _me(request: HttpRequest) -> int:
    return int(request.user.pk or 0)


def _table(found: list[Case], officers: dict[str, Person]) -> Iterator[list[Any]]:
    yield [
        *("number", "title", "applicant", "status", "received_on", "filing_date"),
        *("due_on", "due_for", "due_cites", "publish_from", "publish_expected", "publication_number", "officer"),
    ]
    for one in found:
        yield [
            *(one.number, one.title, one.applicant, one.status, one.received_on, one.filing_date or ""),
            *(one.due_on or "", one.due_for, one.due_cites, one.publish_from or "", one.publish_expected or ""),
            *(one.publication_number, _name(officers.get(one.number))),
        ]


def _name(person: Person | None) -> str:
    return person.name if person else ""
