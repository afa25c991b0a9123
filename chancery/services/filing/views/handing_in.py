"""Checking everything once more, signing, handing in; answering an invitation."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from chancery.core import clock
from chancery.core.access import signed_in
from chancery.core.refusal import Denied, Refused
from chancery.records.register import queries as rights
from chancery.services.filing import actions, assessment, books, handing_in, queries
from chancery.services.filing.models import Draft
from chancery.services.filing.views.counter import own_draft, say, user_id
from chancery.services.filing.views.drafts import get_or_post
from chancery.services.filing.views.editing import signing
from chancery.treaties.kernel import Finding


@signed_in
@get_or_post
def check(request: HttpRequest, pk: int) -> HttpResponse:
    """Everything that the office would find, and the act of handing in."""
    row = own_draft(request, pk)
    if not row.is_open:
        return redirect(books.of(row).filed, rights.in_address(row.number))
    if request.method != "POST":
        return render(request, "filing/check.html", _checked(row))
    return _send_answer(request, row) if row.answers is not None else _file(request, row)


def _file(request: HttpRequest, row: Draft) -> HttpResponse:
    by, at = user_id(request), clock.now()
    name, capacity = request.POST.get("name", ""), request.POST.get("capacity", "")
    try:
        if name.strip() or capacity.strip():
            actions.sign(row.pk, name=name, capacity=capacity, by=by, at=at)
        filed = actions.submit(row.pk, by=by, at=at, insist="insist" in request.POST)
    except Refused as refused:
        row.refresh_from_db()
        typed = {"name": name, "capacity": capacity}
        return render(request, "filing/check.html", _checked(row, refused.findings, typed), status=422)
    return redirect(books.of(row).filed, rights.in_address(filed.number))


def _send_answer(request: HttpRequest, row: Draft) -> HttpResponse:
    remark = request.POST.get("remark", "")
    try:
        actions.send_answer(row.pk, remark=remark, by=user_id(request), at=clock.now())
    except Refused as refused:
        row.remark = remark
        return render(request, "filing/check.html", _checked(row, refused.findings), status=422)
    messages.success(request, _("Your answer has been received."))
    return redirect("filing:application", rights.in_address(row.number))


def _checked(row: Draft, refused: Sequence[Finding] = (), typed: dict[str, Any] | None = None) -> dict[str, Any]:
    """The page before handing in: every finding with the way to its field, and what can be done all the same."""
    today = clock.today()
    assessed = assessment.assess(row, on=today)
    by_field: dict[str, list[Finding]] = {}
    for one in refused:
        by_field.setdefault(one.field, []).append(one)
    right = rights.right(row.number) if row.answers is not None else None
    invited = next((one for one in right.invitations if one.invitation == row.answers), None) if right else None
    return {
        "draft": row,
        "book": books.of(row),
        "assessment": assessed,
        "steps": assessment.steps(assessed),
        "refused": [one for one in refused if not one.field or one.field == "remark"],
        "may_insist": bool(assessed.preventing) and all(map(books.of(row).insists, assessed.preventing)),
        "signing": signing(by_field, typed),
        "invited": invited,
        "late": handing_in.late(invited, on=today) if invited else None,
        "remark_limit": handing_in.REMARK,
        "today": today,
    }


@signed_in
@get_or_post
def answer(request: HttpRequest, address: str, invitation: str) -> HttpResponse:
    """What the office asks; the button opens the answer, which begins with the application as it stands."""
    number, by = rights.from_address(address), user_id(request)
    right = queries.own(number, user_id=by, on=clock.today())
    invited = next((one for one in right.invitations if str(one.invitation) == invitation), None) if right else None
    if right is None or invited is None:
        raise Http404("no such invitation")
    if request.method == "POST":
        try:
            pk = actions.begin_answer(number, invitation=invited.invitation, by=by, at=clock.now())
        except Denied as denied:
            raise Http404(str(denied)) from None
        except Refused as refused:
            say(request, refused)
            return redirect("filing:application", address)
        return redirect("filing:draft", pk)
    context = {"right": right, "invited": invited, "late": handing_in.late(invited, on=clock.today())}
    return render(request, "filing/answer.html", context)
