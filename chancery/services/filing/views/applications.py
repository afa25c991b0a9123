"""An application after it was handed in, for the people it belongs to. For everyone else there is none."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from chancery.core import clock
from chancery.core.access import signed_in
from chancery.core.refusal import Refused
from chancery.records.accounts import queries as accounts
from chancery.records.documents import queries as documents
from chancery.records.fees import queries as fees
from chancery.records.mail import queries as mail
from chancery.records.register import queries as rights
from chancery.records.register.queries import Right
from chancery.services.filing import actions, assessment, handing_in, queries, sequences
from chancery.services.filing.books.pct import received
from chancery.services.filing.views.counter import pdf, say, to_first_box, user_id
from chancery.treaties import pct
from chancery.treaties.kernel import TimeLimit


def own_right(request: HttpRequest, address: str) -> Right:
    right = queries.own(rights.from_address(address), user_id=user_id(request), on=clock.today())
    if right is None:
        raise Http404("no such application")
    return right


def _limits(right: Right) -> tuple[TimeLimit, ...]:
    """The time limits of a case that is still going on."""
    return () if right.not_an_application or right.erased else pct.time_limits(right.record)


@signed_in
@require_safe
def application(request: HttpRequest, address: str) -> HttpResponse:
    """How an application stands: what is to be done, what happened, what is due, who can see it."""
    right, today = own_right(request, address), clock.today()
    limits = _limits(right)
    context = {
        "right": right,
        "story": [rights.describe(entry, shown=True) for entry in rights.timeline(right.number)],
        "invitations": [{"invited": one, "late": handing_in.late(one, on=today)} for one in right.open_invitations],
        "invoice": fees.invoice(right.number),
        "letters": mail.letters_about(right.number, user_id(request)),
        "limits": limits,
        "next_limits": assessment.still_running(limits, on=today),
        "people": accounts.people(rights.holders(right.number)),
        "public": rights.is_public(right.number),
        "listing": sequences.of(right.application, on=today),
        "may_act": rights.level(right.number, user_id(request), on=today) == "owner",
        "today": today,
    }
    return render(request, "filing/application.html", context)


@signed_in
@require_safe
def filed(request: HttpRequest, address: str) -> HttpResponse:
    """Just filed: number, instant, proof, receipt, hashes, and what comes next."""
    right = own_right(request, address)
    try:
        done = received(right.number)
    except Refused as refused:
        raise Http404(str(refused)) from None
    today = clock.today()
    limits = _limits(right)
    preventing = [one for one in pct.check(right.application, on=done.received_on) if one.severity == "prevents"]
    context = {
        "right": right,
        "filed": done,
        "preventing": () if right.filing_date else preventing,
        "limits": limits,
        "next_limits": assessment.still_running(limits, on=today),
        **_receipt(right, user_id(request)),
    }
    return render(request, "filing/filed.html", context)


@signed_in
@require_safe
def receipt(request: HttpRequest, address: str) -> HttpResponse:
    """The line about the receipt, asked again by the page until the letter is written."""
    right = own_right(request, address)
    return render(request, "filing/piece/receipt.html", {"right": right, **_receipt(right, user_id(request))})


def _receipt(right: Right, reader: int) -> dict[str, Any]:
    letters = mail.letters_about(right.number, reader)
    return {"receipt": next((one for one in letters if one.entry == right.entries[0]), None)}


@signed_in
@require_safe
def file(request: HttpRequest, address: str, sha256: str) -> HttpResponseBase:
    """A file of the application, as it was received; also one that a later correction has replaced."""
    right = own_right(request, address)
    named = {one["sha256"]: one["name"] for entry in rights.timeline(right.number) for one in _files(entry.body)}
    if sha256 not in named:
        raise Http404("no such file in this application")
    try:
        return documents.download(sha256, name=named[sha256], inline=True)
    except documents.Missing:
        raise Http404("the file is no longer kept") from None


@signed_in
@require_safe
def request_sheets(request: HttpRequest, address: str) -> HttpResponse:
    """The request as it stands in the register, set again by the same template as on filing."""
    right = own_right(request, address)
    return pdf(rights.with_contacts(right.number, right.application), right.number)


@signed_in
@require_POST
def copy(request: HttpRequest, address: str) -> HttpResponse:
    """Begin a new draft with what stands in this application."""
    right = own_right(request, address)
    try:
        twin = actions.copy_filed(right.number, by=user_id(request), at=clock.now())
    except Refused as refused:
        say(request, refused)
        return redirect("filing:application", address)
    return to_first_box(twin, "pct")


def _files(body: dict[str, Any] | None) -> list[dict[str, Any]]:
    return list((body or {}).get("documents", ()))
