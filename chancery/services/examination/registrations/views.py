"""The desk of registration files: the queues, one file, an act on it, and the weekly issue."""

from functools import partial

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from chancery.core.access import role
from chancery.core.clock import now, today
from chancery.records.documents import queries as documents
from chancery.records.register.queries import from_address
from chancery.services.examination.registrations import actions
from chancery.services.examination.registrations.acts import table
from chancery.services.examination.registrations.folder import FileFolder, open_file
from chancery.services.examination.registrations.queues import DESK
from chancery.services.examination.views import listing
from chancery.services.examination.views.acting import Own, act_page

COLUMNS = (
    *("number", "system", "title", "holder", "status", "received_on", "registration_number", "registered_on"),
    *("due_on", "due_for", "due_cites", "publish_from", "until"),
)
"""Of the table as a file."""


@role("officer", "publisher")
@require_safe
def desk(request: HttpRequest) -> HttpResponse:
    """The queues with their counts, and the files of one."""
    return listing.page(request, DESK, "examination/registrations/desk.html", on=today())


@role("officer", "publisher")
@require_safe
def export(request: HttpRequest) -> HttpResponseBase:
    """The files of a queue as a CSV file, with the same address parameters as the page."""
    return listing.table(request, DESK, COLUMNS, name="registrations", on=today())


@role("officer", "publisher")
@require_safe
def file(request: HttpRequest, address: str) -> HttpResponse:
    """One file: what it says, what stands against it, where it stands in each party, what can be done."""
    folder = file_at(address)
    context = {"folder": folder, "file": folder.file, "today": folder.on}
    return render(request, "examination/registrations/file.html", context)


@role("officer", "publisher")
@require_safe
def document(request: HttpRequest, address: str, sha256: str) -> HttpResponseBase:
    """A file that came with it, or a letter about it; of a picture a small one, where ``?small`` asks for it."""
    names = file_at(address).files
    if sha256 not in names:
        raise Http404("no such document in this file")
    if "small" in request.GET and (small := documents.small_picture(sha256)):
        return documents.download(small, name=f"{names[sha256]}.jpg", inline=True)
    return documents.download(sha256, name=names[sha256], inline=True)


@role("officer")
@require_POST
def take(request: HttpRequest, address: str) -> HttpResponse:
    done = _("The file is yours now; the colleagues see it.")
    return listing.assign(request, DESK, address, actions.take, done, at=now())


@role("officer")
@require_POST
def release(request: HttpRequest, address: str) -> HttpResponse:
    done = _("The file is free for anyone to take.")
    return listing.assign(request, DESK, address, actions.release, done, at=now())


@role("officer")
@require_http_methods(("GET", "HEAD", "POST"))
def act(request: HttpRequest, address: str, key: str) -> HttpResponse:
    """Look at an act, and do it. What was typed stays when it is refused."""
    folder = file_at(address)
    chosen = table.BY_KEY.get((folder.system, key))
    if chosen is None:
        raise Http404("no such act")
    own = Own(
        template="examination/registrations/act.html",
        shown={"file": folder.file},
        version=folder.file.version,
        first={"on": folder.on},
        kind="statement",
        back=reverse("examination:registration", args=[address]),
        do=partial(actions.act, folder.file.number, key),
    )
    return act_page(request, chosen, folder, own, at=now())


def file_at(address: str) -> FileFolder:
    """The file behind an address. Raises Http404."""
    folder = open_file(from_address(address), at=now())
    if folder is None:
        raise Http404("no such registration file")
    return folder
