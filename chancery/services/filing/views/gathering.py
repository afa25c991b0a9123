"""An act that waits for signatures: who has signed, whom to ask, handing it in; and the page of those who are asked."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from chancery.core import clock
from chancery.core.access import public, signed_in
from chancery.core.refusal import Denied, Refused
from chancery.records.documents import queries as documents
from chancery.records.register import queries as rights
from chancery.services.filing.acts import doing, effects, gathering, showing
from chancery.services.filing.models import PreparedAct
from chancery.services.filing.registrations import acts_doing, acts_showing
from chancery.services.filing.views.counter import user_id
from chancery.services.filing.views.signatures import unkept
from chancery.treaties.kernel import Finding

ASK_AND_ACT = ("GET", "HEAD", "POST")


@signed_in
@require_http_methods(ASK_AND_ACT)
def gather(request: HttpRequest, act: int) -> HttpResponse:
    """Whose signature is there and whose is missing; the form that asks for one; the button that hands it in."""
    row = gathering.mine(act, by=user_id(request))
    if row is None:
        raise Http404("no such act")
    if row.entry is not None:
        return redirect(gathering.matter(row.number).done, rights.in_address(row.number), row.entry)
    if request.method == "POST":
        return _posted(request, row)
    return _page(request, row)


def _posted(request: HttpRequest, row: PreparedAct) -> HttpResponse:
    by, at = user_id(request), clock.now()
    step = request.POST.get("step", "")
    try:
        if step == "hand_in":
            entry = gathering.hand_in(row.pk, by=by, at=at)
            return redirect(gathering.matter(row.number).done, rights.in_address(row.number), entry)
        if step == "leave":
            gathering.leave(row.pk, by=by)
            messages.success(request, _("The act is left; the invitations no longer work."))
            return redirect(gathering.matter(row.number).acts, rights.in_address(row.number))
        typed = {name: request.POST.get(name, "") for name in ("place", "email")}
        link = gathering.address(gathering.invite(row.pk, **typed, by=by, at=at))
    except Denied as denied:
        raise Http404(str(denied)) from None
    except Refused as refused:
        return _page(request, row, found=refused.findings, typed=request.POST.dict(), status=422)
    return _page(request, row, link=link)


def _page(request: HttpRequest, row: PreparedAct, *, status: int = 200, **more: Any) -> HttpResponse:
    context = {
        "row": row,
        "acts_at": gathering.matter(row.number).acts,
        "act": gathering.matter(row.number).act(row),
        "places": gathering.places(row),
        "lacking": gathering.lacking(row),
        **_content(row, at=clock.now()),
        **more,
    }
    return render(request, "filing/gather.html", context, status=status)


def _content(row: PreparedAct, *, at: datetime) -> dict[str, Any]:
    """What the act says and changes; where it cannot be done any more, why."""
    try:
        prepared = gathering.prepared(row, at=at)
    except Refused as refused:
        file, right = rights.registration(row.number), rights.right(row.number)
        return {"file": file, "right": right, "against": refused.findings}
    return _changes(prepared) if isinstance(prepared, doing.Prepared) else _registration_changes(prepared)


def _changes(prepared: doing.Prepared) -> dict[str, Any]:
    """What an act on an application would enter, and change."""
    before, after = prepared.deed.right, prepared.after
    return {
        "right": before,
        "title": before.application.title,
        "possible": prepared.possible,
        "said": showing.said(prepared),
        "files": [*prepared.deed.files, *prepared.deed.parts],
        "changes": effects.changes(before.application, after.application),
        "ends": after.ended and not before.ended,
    }


def _registration_changes(prepared: acts_doing.Prepared) -> dict[str, Any]:
    """What a request about a registration would enter, and change once it is recorded."""
    deed = prepared.deed
    return {
        "file": deed.file,
        "title": deed.file.title,
        "possible": prepared.possible,
        "said": acts_showing.said_of(prepared),
        "files": deed.files,
        **acts_showing.effect(prepared),
    }


# The page of those who are asked


@public
@require_http_methods(ASK_AND_ACT)
def sign(request: HttpRequest, invited: str) -> HttpResponse:
    """What is to be signed, for whoever holds the invitation; nobody else learns that there is anything."""
    at = clock.now()
    asked = gathering.asked(invited, at=at)
    if asked is None:
        raise Http404("no such invitation")
    found: tuple[Finding, ...] = ()
    if request.method == "POST":
        try:
            gathering.sign(invited, name=request.POST.get("name", ""), at=at)
        except Refused as refused:
            found = tuple(refused.findings)
        else:
            return redirect("filing:sign-act", invited)
    context = {
        "asked": asked,
        "act": gathering.matter(asked.act.number).act(asked.act),
        "secret": invited,
        "found": found,
    }
    context |= _content(asked.act, at=at)
    return unkept(render(request, "filing/sign_act.html", context, status=422 if found else 200))


@public
@require_safe
def file(request: HttpRequest, invited: str, sha256: str) -> HttpResponseBase:  # noqa: ARG001 - who asks is in the address
    """A file of what is to be signed."""
    asked = gathering.asked(invited, at=clock.now())
    found = next((one for one in asked.act.files if one["sha256"] == sha256), None) if asked else None
    if found is None:
        raise Http404("no such file")
    return unkept(documents.download(sha256, name=found["name"], inline=True))
