"""Asking others to sign a draft; and the page on which they read it and sign."""

from typing import Any, TypeVar

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from chancery.core import clock
from chancery.core.access import public, signed_in
from chancery.core.refusal import Refused
from chancery.records.documents import queries as documents
from chancery.services.filing import actions, books, reading, signing, whole
from chancery.services.filing.views.counter import own_draft, say, user_id
from chancery.treaties.kernel import Finding

Answer = TypeVar("Answer", bound=HttpResponseBase)
NO_STORE = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex", "Referrer-Policy": "same-origin"}
"""``same-origin``: the address is told to nobody else; told to nobody at all, a browser's own form would be refused."""


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    """Who is asked to sign, who has signed, and the form that asks one more."""
    row = own_draft(request, pk)
    if not row.is_open:
        return redirect("filing:draft", pk)
    link, typed, found = "", {}, tuple[Finding, ...]()
    if "take_back" in request.POST:
        return _taken_back(request, pk)
    if request.method == "POST":
        typed = {name: request.POST.get(name, "") for name in ("name", "capacity", "email")}
        try:
            link = signing.address(actions.ask_signature(pk, **typed, by=user_id(request), at=clock.now()))
        except Refused as refused:
            found = tuple(refused.findings)
    shown = {} if link else typed
    context = {"draft": row, "requests": row.signature_requests.all(), "link": link, **_form(shown, found)}
    return render(request, "filing/signatures.html", context, status=422 if found else 200)


def _taken_back(request: HttpRequest, pk: int) -> HttpResponse:
    try:
        number = int(request.POST["take_back"])
        actions.take_back_request(pk, request=number, by=user_id(request), at=clock.now())
    except Refused as refused:
        say(request, refused)
    except ValueError:
        raise Http404("no such invitation") from None
    else:
        messages.success(request, _("The invitation no longer works."))
    return redirect("filing:signatures", pk)


def _form(typed: dict[str, str], found: tuple[Finding, ...]) -> dict[str, Any]:
    by_field: dict[str, list[Finding]] = {}
    for one in found:
        by_field.setdefault(one.field.rpartition(".")[2], []).append(one)
    return {"typed": typed, "found": by_field}


@public
@require_http_methods(["GET", "HEAD", "POST"])
def sign(request: HttpRequest, secret: str) -> HttpResponse:
    """What is to be signed, for whoever holds the invitation; nobody else learns that there is anything."""
    at = clock.now()
    asked = signing.invitation(secret, at=at)
    if asked is None:
        raise Http404("no such invitation")
    found: tuple[Finding, ...] = ()
    if request.method == "POST":
        try:
            actions.sign_invited(secret, name=request.POST.get("name", ""), at=at)
        except Refused as refused:
            found = tuple(refused.findings)
        else:
            return redirect("filing:sign", secret)
    row = asked.draft
    context = {"asked": asked, "draft": row, "found": found, "secret": secret, "words": books.of(row).words}
    context |= {"application": whole.application_of(row)} if row.treaty == "pct" else {"read": reading.read_out(row)}
    answer = render(request, "filing/sign_invited.html", context, status=422 if found else 200)
    return unkept(answer)


@public
@require_safe
def file(request: HttpRequest, secret: str, kind: str) -> HttpResponseBase:  # noqa: ARG001 - who asks is in the address
    """A file of what is to be signed."""
    asked = signing.invitation(secret, at=clock.now())
    part = books.of(asked.draft).uploads.find(kind, asked.draft) if asked else None
    if part is None:
        raise Http404("no such file")
    answer = documents.download(part["sha256"], name=part["name"], inline=True)
    return unkept(answer)


def unkept(answer: Answer) -> Answer:
    """Nothing of an unpublished application stays in a cache, an index or the address a link tells."""
    for name, value in NO_STORE.items():
        answer.headers[name] = value
    return answer
