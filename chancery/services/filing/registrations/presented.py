"""An application for international registration that has just been presented: its page and its receipt."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from chancery.core import clock, ledger
from chancery.core.access import signed_in
from chancery.core.saying import said
from chancery.records.accounts import queries as accounts
from chancery.records.documents import actions as documents
from chancery.records.register import queries as rights
from chancery.records.register.queries import Registration
from chancery.services.filing import assessment, books
from chancery.services.filing.book import Received
from chancery.services.filing.registrations.offered import country_name
from chancery.services.filing.registrations.presenting import received
from chancery.services.filing.views.counter import user_id
from chancery.treaties.kernel import FeeSheet, Money


@signed_in
@require_safe
def presented(request: HttpRequest, address: str) -> HttpResponse:
    """Just presented: number, instant, proof, receipt, files by their hashes, fees, and what comes next."""
    file, done = _own(request, address)
    book = books.BOOKS[file.system.key]
    limits = file.system.limits(file.facts)
    context = {
        "file": file,
        "book": book,
        "done": done,
        "receiver": office_name(file.office),
        "fees": file.system.fees(file.application, on=done.received_on),
        "limits": limits,
        "next_limits": assessment.by_short_name(limits, book.next_limits),
    }
    return render(request, "filing/presented.html", context)


@signed_in
@require_safe
def receipt(request: HttpRequest, address: str) -> HttpResponse:
    """The receipt as PDF, with the proof that the application stands in the ledger."""
    file, done = _own(request, address)
    pdf = typeset(file, done, reader=user_id(request))
    headers = {
        "Content-Disposition": f'attachment; filename="receipt-{rights.in_address(file.number)}.pdf"',
        "Cache-Control": "private, no-cache",
    }
    return HttpResponse(pdf, content_type="application/pdf", headers=headers)


def _own(request: HttpRequest, address: str) -> tuple[Registration, Received]:
    """A file that is shared with the person who asks, as it was presented; for everyone else there is none."""
    number = rights.from_address(address)
    shared = rights.level(number, user_id(request), on=clock.today())
    file = rights.registration(number, version=1) if shared else None
    if file is None or file.application is None:
        raise Http404("no such application")
    return file, received(number)


def office_name(code: str) -> str:
    """Who received it."""
    return _("the International Bureau") if code == "IB" else _("the Office of {name}").format(name=country_name(code))


def typeset(file: Registration, done: Received, *, reader: int) -> bytes:
    """The receipt, in the language of the moment."""
    person = accounts.person(reader)
    here = done.at.astimezone(clock.office_zone())
    entry, proof = ledger.entry(done.entry), ledger.inclusion(done.entry)
    return documents.typeset_letter(
        language=get_language() or "en",
        office=settings.OFFICE_NAME,
        title=_("Receipt"),
        reference=file.number,
        date=done.received_on,
        to=[person.name, person.email] if person else [],
        paragraphs=[
            _("The application for international registration “{title}” has been received by {office}.").format(
                title=file.title, office=office_name(file.office)
            )
        ],
        facts=[
            (_("Number"), file.number),
            (_("Received"), f"{here:%Y-%m-%d %H:%M:%S} {here.tzname()}"),
            *((_("Applicant"), name) for name in file.holders),
            (_("Designated"), " ".join(file.system.designated(file.application, on=done.received_on)) or "–"),
            *_fees(file.system.fees(file.application, on=done.received_on)),
            *(row for one in file.documents for row in ((_("File"), one["name"]), ("SHA-256", one["sha256"]))),
        ],
        proof=documents.LedgerProof(
            entry=done.entry,
            commitment=entry.commitment.hex() if entry else "",
            tree_size=proof.size,
            root=proof.root.hex(),
            address=settings.SITE_URL + reverse("register:entry", args=[done.entry]),
        ),
    )


def _fees(sheet: FeeSheet) -> list[tuple[str, str]]:
    """Each fee as of the day of receipt; what no table gives is said to be unknown."""
    lines = [
        (said(line.label), str(line.amount) if isinstance(line.amount, Money) else _("not yet known"))
        for line in sheet.lines
    ]
    total = _("Total") if sheet.complete else _("Total so far")
    return [*lines, *((total, str(one)) for one in sheet.totals)]
