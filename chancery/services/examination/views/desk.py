"""The queues, one case, its documents, and who has taken it."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from chancery.core.access import role
from chancery.core.clock import now, today
from chancery.records.documents import queries as documents
from chancery.records.register.queries import from_address
from chancery.services.examination import actions
from chancery.services.examination.casework import Folder, open_folder
from chancery.services.examination.queues import DESK
from chancery.services.examination.views import listing

COLUMNS = (
    *("number", "title", "applicant", "status", "received_on", "filing_date"),
    *("due_on", "due_for", "due_cites", "publish_from", "publish_expected", "publication_number"),
)
"""Of the table as a file."""


@role("officer", "publisher")
@require_safe
def desk(request: HttpRequest) -> HttpResponse:
    """The queues with their counts, and the cases of one."""
    return listing.page(request, DESK, "examination/desk.html", on=today())


@role("officer", "publisher")
@require_safe
def export(request: HttpRequest) -> HttpResponseBase:
    """The cases of a queue as a CSV file, with the same address parameters as the page."""
    return listing.table(request, DESK, COLUMNS, name="desk", on=today())


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
    done = _("The case is yours now; the colleagues see it.")
    return listing.assign(request, DESK, address, actions.take, done, at=now())


@role("officer")
@require_POST
def release(request: HttpRequest, address: str) -> HttpResponse:
    done = _("The case is free for anyone to take.")
    return listing.assign(request, DESK, address, actions.release, done, at=now())


def folder_at(address: str) -> Folder:
    """The case behind an address. Raises Http404."""
    folder = open_folder(from_address(address), on=today())
    if folder is None:
        raise Http404("no such application")
    return folder
