"""The acts on an application: the list of them all, the form of one, the check, and what was entered."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from chancery.core import clock
from chancery.core.access import signed_in
from chancery.core.refusal import Conflict, Denied, Refused
from chancery.records.register import queries as rights
from chancery.records.register.queries import Right
from chancery.services.filing.acts import doing, effects, gathering, receipt, showing
from chancery.services.filing.acts.asking import Ask, wrong
from chancery.services.filing.acts.brought import Brought
from chancery.services.filing.acts.doing import Prepared, Sent
from chancery.services.filing.acts.table import ASKS
from chancery.services.filing.entitled import may_do
from chancery.services.filing.views.applications import own_right
from chancery.services.filing.views.counter import user_id, whole_number
from chancery.services.filing.views.drafts import get_or_post
from chancery.treaties import pct
from chancery.treaties.kernel import Finding


@signed_in
@require_safe
def acts(request: HttpRequest, address: str) -> HttpResponse:
    """Everything that can be done with an application, until when and at what fee; and what cannot, and why."""
    right, today = own_right(request, address), clock.today()
    context = {
        "right": right,
        "groups": showing.grouped(right, on=today),
        "level": _level(request, right),
        "waiting": [(one, pct.act(one.key)) for one in gathering.waiting(right.number, by=user_id(request))],
    }
    return render(request, "filing/acts.html", context)


@signed_in
@get_or_post
def act(request: HttpRequest, address: str, key: str) -> HttpResponse:
    """One act: its form; what it would change; and handing it in."""
    right = doing.with_contacts(own_right(request, address))
    if key not in ASKS:
        raise Http404("no such act")
    ask = ASKS[key]
    possible = doing.possible(ask, right, on=clock.today())
    if not possible.open or not may_do(possible.act, _level(request, right)):
        context = {"right": right, "possible": possible, "allowed": may_do(possible.act, _level(request, right))}
        return render(request, "filing/act_closed.html", context, status=409 if request.method == "POST" else 200)
    if request.method != "POST":
        sent = Sent(version=right.version, values=ask.initial(right))
        return _form(request, right, ask, sent)
    return _posted(request, right, ask)


def _posted(request: HttpRequest, right: Right, ask: Ask) -> HttpResponse:
    version = whole_number(request.POST.get("version", ""))
    then = _as_it_was(right, version)
    sent = showing.sent_by_form(ask, then or right, request.POST, version if then else right.version)
    sent, refused = _with_uploads(request, right, ask, sent)
    step = request.POST.get("step", "check")
    if refused or step == "edit":
        return _form(request, right, ask, sent, refused, status=422 if refused else 200)
    if step == "gather":
        return _gather(request, right, ask, sent)
    if step == "hand_in":
        return _hand_in(request, right, ask, sent)
    return _check(request, right, ask, sent)


def _as_it_was(right: Right, version: int) -> Right | None:
    """The right that the form was made for; None where no such form can have been."""
    then = rights.right(right.number, version=version) if 0 < version <= right.version else None
    return doing.with_contacts(then) if then else None


def _gather(request: HttpRequest, right: Right, ask: Ask, sent: Sent) -> HttpResponse:
    """Keep the act, so that others can be asked to sign it."""
    try:
        act = gathering.begin(right.number, ask.key, sent, by=user_id(request), at=clock.now())
    except Denied as denied:
        raise Http404(str(denied)) from None
    except Refused as refused:
        return _form(request, right, ask, sent, refused.findings, status=422)
    return redirect("filing:gathering", act)


def _hand_in(request: HttpRequest, right: Right, ask: Ask, sent: Sent) -> HttpResponse:
    try:
        entry = doing.hand_in(right.number, ask.key, sent, by=user_id(request), at=clock.now())
    except Denied as denied:
        raise Http404(str(denied)) from None
    except Conflict as conflict:
        newer = Sent(version=right.version, values=sent.values, files=sent.files, signatures=sent.signatures)
        return _check(request, right, ask, newer, conflict.findings, status=409)
    except Refused as refused:
        return _form(request, right, ask, sent, refused.findings, status=422)
    return redirect("filing:act-done", rights.in_address(right.number), entry)


def _check(
    request: HttpRequest, right: Right, ask: Ask, sent: Sent, said: Iterable[Finding] = (), *, status: int = 200
) -> HttpResponse:
    try:
        prepared = doing.prepare(right.number, ask.key, sent, by=user_id(request), at=clock.now())
    except Denied as denied:
        raise Http404(str(denied)) from None
    except Refused as refused:
        return _form(request, right, ask, sent, refused.findings, status=422)
    return render(request, "filing/act_check.html", _checked(prepared, sent, said), status=status)


def _checked(prepared: Prepared, sent: Sent, said: Iterable[Finding]) -> dict[str, Any]:
    before, after = prepared.deed.right, prepared.after
    return {
        "right": before,
        "possible": prepared.possible,
        "said": showing.said(prepared),
        "files": [*prepared.deed.files, *(_of_part(part) for part in prepared.deed.parts)],
        "signatures": prepared.deed.signatures,
        "changes": effects.changes(before.application, after.application),
        "moved": effects.moved(before, after),
        "late_parts": effects.late_parts(before, after),
        "ends": after.ended and not before.ended,
        "hidden": showing.hidden(prepared.ask, before, sent),
        "refused": list(said),
    }


def _of_part(part: Any) -> dict[str, Any]:
    return {"kind": part.kind, "name": part.name, "sha256": part.sha256, "sheets": part.sheets}


def _form(
    request: HttpRequest, right: Right, ask: Ask, sent: Sent, found: Iterable[Finding] = (), *, status: int = 200
) -> HttpResponse:
    context = {
        "right": right,
        "possible": doing.possible(ask, right, on=clock.today()),
        "form": showing.form(ask, right, sent, found),
        "offices": ask.limits(right),
        "limit": settings.UPLOAD_LIMIT,
    }
    return render(request, "filing/act.html", context, status=status)


def _with_uploads(request: HttpRequest, right: Right, ask: Ask, sent: Sent) -> tuple[Sent, list[Finding]]:
    """Keep every file that was chosen; those that cannot be taken are refused beside their place."""
    files = list(sent.files)
    refused: list[Finding] = []
    for upload in ask.uploads:
        for one in request.FILES.getlist(f"files.{upload.kind}"):
            try:
                files.append(_attach(request, right, ask, upload.kind, one))
            except Refused as no:
                refused += no.findings
    return Sent(version=sent.version, values=sent.values, files=tuple(files), signatures=sent.signatures), refused


def _attach(request: HttpRequest, right: Right, ask: Ask, kind: str, one: Any) -> Brought:
    if (one.size or 0) > settings.UPLOAD_LIMIT:  # before it is read into memory
        message = _("The file has {size}; at most {limit} are taken. Divide it, or reduce its pictures.")
        size, limit = filesizeformat(one.size), filesizeformat(settings.UPLOAD_LIMIT)
        raise Refused([wrong(message.format(size=size, limit=limit), field=f"files.{kind}")])
    by, at = user_id(request), clock.now()
    return doing.attach(right.number, ask.key, kind=kind, data=one.read(), name=one.name or kind, by=by, at=at)


def _level(request: HttpRequest, right: Right) -> str | None:
    return rights.level(right.number, user_id(request), on=clock.today())


# What was entered


@signed_in
@require_safe
def done(request: HttpRequest, address: str, entry: str) -> HttpResponse:
    """What was entered, with its number, its files and its proof."""
    right = own_right(request, address)
    found = _entry(right, entry)
    context = {"right": right, "entry": found, "told": rights.describe(found, shown=True)}
    return render(request, "filing/act_done.html", context | receipt.particulars(found))


@signed_in
@require_safe
def act_receipt(request: HttpRequest, address: str, entry: str) -> HttpResponse:
    """The same as a PDF to keep."""
    right = own_right(request, address)
    found = _entry(right, entry)
    pdf = receipt.typeset(found, reader=user_id(request))
    name = f"receipt-{rights.in_address(right.number)}-{found.number}.pdf"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "private, no-cache"}
    return HttpResponse(pdf, content_type="application/pdf", headers=headers)


def _entry(right: Right, entry: str) -> Any:
    found = next((one for one in rights.timeline(right.number) if str(one.number) == entry), None)
    if found is None or not receipt.is_of_the_applicant(found):
        raise Http404("no such act")
    return found
