"""The counter for each person's rights in what is held about them; the notice has its own (`views_notice`)."""

from collections.abc import Sequence
from typing import Any

from allauth.account.decorators import reauthentication_required
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from chancery.core.access import public, role, signed_in
from chancery.core.clock import now, today
from chancery.core.personal import Disposal, Holding
from chancery.core.refusal import Refused
from chancery.records.privacy import actions, queries
from chancery.records.privacy import rights as rights_at_once
from chancery.records.privacy.forms import Ask, Erase

READABLE = {"ensure_ascii": False, "indent": 2}


@signed_in
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """A copy of what is kept for the person who asks (GDPR Art. 15(3), 20), as one JSON file."""
    rights_at_once.copied(by=_me(request), at=now())
    data: dict[str, Any] = {"office": settings.OFFICE_NAME, "made_at": now(), "held": _held(request)}
    headers = {"Content-Disposition": 'attachment; filename="my-data.json"', "Cache-Control": "no-store"}
    return JsonResponse(data, headers=headers, json_dumps_params=READABLE)


@signed_in
@never_cache
@require_safe
def copy(request: HttpRequest) -> HttpResponse:
    """The same, to be read by a person and printed."""
    what = {one.model: one.what for one in _holdings()}
    held = [(what[model], model, rows) for model, rows in _held(request).items() if rows]
    return render(request, "privacy/copy.html", {"held": held, "made_at": now()})


@signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def rights(request: HttpRequest) -> HttpResponse:
    """What is held about the person who asks and what becomes of it; a POST asks the office for something."""
    form = Ask(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            actions.ask(**form.cleaned_data, by=_me(request), at=now())
        except Refused as refused:
            for finding in refused.findings:
                form.add_error(finding.field or None, finding.message)
        else:
            messages.success(request, _("The office answers here, within a month."))
            return redirect("privacy:rights")
    return _rights_page(request, form, status=422 if form.errors else 200)


def _rights_page(request: HttpRequest, form: Ask, *, status: int) -> HttpResponse:
    me, offered = _me(request), rights_at_once.offered()
    applications = list(offered.applications(me, today()))
    held = [one for one in queries.standing(me, _holdings()) if one.rows is not None or applications]
    context = {
        "held": [(one, offered.corrections.get(one.model)) for one in held],
        "applications": applications,
        "restricted_since": offered.restricted_since(me),
        "objections": [(one, one.stands(me)) for one in offered.objections],
        "used": rights_at_once.used(me),
        "requests": queries.requests_of(me),
        "rights": queries.RIGHTS,
        "form": form,
    }
    return render(request, "privacy/rights.html", context, status=status)


@signed_in
@require_POST
def restrict(request: HttpRequest) -> HttpResponse:
    """Have one's data kept and not used, or used again; both at once."""
    if request.POST.get("to") == "lift":
        rights_at_once.lift(by=_me(request), at=now())
        messages.success(request, _("Your data are used again."))
    else:
        rights_at_once.restrict(by=_me(request), at=now())
        messages.success(request, _("From now on your data are kept and not used."))
    return redirect(f"{reverse('privacy:rights')}#restrict")


@signed_in
@require_POST
def object_to(request: HttpRequest) -> HttpResponse:
    """Object to a purpose; it is stopped at once."""
    try:
        rights_at_once.object_to(request.POST.get("key", ""), by=_me(request), at=now())
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("It is stopped."))
    return redirect(f"{reverse('privacy:rights')}#object")


@signed_in
@require_POST
def withdraw(request: HttpRequest, request_id: int) -> HttpResponse:
    actions.withdraw(request_id, by=_me(request))
    return redirect("privacy:rights")


@signed_in
@reauthentication_required  # type: ignore[untyped-decorator]
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def erase(request: HttpRequest) -> HttpResponse:
    """Close the account and erase it. Asks again who it is; says beforehand, item by item, what goes and what stays."""
    form = Erase(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            code = actions.erase(
                _me(request),
                forgetters=import_string(settings.PRIVACY_FORGETTERS),
                followers=import_string(settings.PRIVACY_FOLLOWERS),
                holdings=_holdings(),
                at=now(),
            )
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            request.session.flush()
            request.user = AnonymousUser()
            return redirect("privacy:receipt", code)
    standing = queries.standing(_me(request), _holdings())
    context = {
        "form": form,
        "going": [one for one in standing if one.disposal is not Disposal.KEEP_BY_LAW],
        "staying": [one for one in standing if one.disposal is Disposal.KEEP_BY_LAW],
    }
    return render(request, "privacy/erase.html", context, status=422 if form.errors else 200)


@public
@never_cache
@require_safe
def receipt(request: HttpRequest, code: str) -> HttpResponse:
    """The receipt of an erasure, for whoever has its address; ``?file`` hands it out as a file."""
    note = queries.receipt_note(code)
    if note is None:
        raise Http404
    if "file" in request.GET:
        headers = {"Content-Disposition": 'attachment; filename="receipt-of-erasure.txt"', "Cache-Control": "no-store"}
        return HttpResponse(note, content_type="text/plain; charset=utf-8", headers=headers)
    return render(request, "privacy/receipt.html", {"note": note, "code": code})


@role("operator")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def requests(request: HttpRequest) -> HttpResponse:
    """What people ask of the office about their data; a POST answers one."""
    wanted, refused_because = request.POST.get("request", ""), ""
    if request.method == "POST" and wanted.isdigit():
        try:
            actions.answer(int(wanted[:18]), request.POST.get("answer", ""), by=_me(request), at=now())
        except Refused as refused:
            refused_because = str(refused)
        else:
            messages.success(request, _("Answered."))
            return redirect("privacy:requests")
    context = {
        "requests": queries.requests_waiting(),
        "rights": queries.RIGHTS,
        "refused": refused_because,
        "wanted": wanted,
        "typed": request.POST.get("answer", ""),
    }
    return render(request, "privacy/requests.html", context, status=422 if refused_because else 200)


def _held(request: HttpRequest) -> dict[str, Any]:
    return queries.held_about(_me(request), _holdings())


def _me(request: HttpRequest) -> int:
    user_id = request.user.pk
    assert user_id is not None  # the mark on the view has seen to it
    return user_id


def _holdings() -> Sequence[Holding]:
    holdings: Sequence[Holding] = import_string(settings.PRIVACY_HOLDINGS)
    return holdings
