"""The pages on which an officer acts: what the act is, what follows from it, and the form."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from chancery.core.access import role
from chancery.core.clock import now
from chancery.core.refusal import Conflict, Refused
from chancery.services.examination import actions, decisions, formalities
from chancery.services.examination.casework import Folder
from chancery.services.examination.forms import ActForm, FilingDateForm, InvitationForm, NegativeForm
from chancery.services.examination.views.desk import folder_at
from chancery.services.examination.views.listing import posted
from chancery.treaties.kernel import Finding

ASK_AND_ACT = ("GET", "HEAD", "POST")


@role("officer")
@require_http_methods(ASK_AND_ACT)
def invite(request: HttpRequest, address: str) -> HttpResponse:
    """Invite the applicant to correct what stands against the application."""
    folder = folder_at(address)
    form = _invitation_form(request, folder)
    if request.method != "POST":
        return _page(request, "invite", folder, form, preview=_preview(folder, form))
    if form.is_valid():
        return _act(
            request,
            "invite",
            folder,
            form,
            lambda: _invite(request, folder, form),
        )
    return _page(request, "invite", folder, form, status=422, preview=_preview(folder, form))


@role("officer")
@require_POST
def preview(request: HttpRequest, address: str) -> HttpResponse:
    """The invitations as they would be sent, for the form as it is filled in now. With htmx only the letters."""
    folder = folder_at(address)
    form = _invitation_form(request, folder)
    context = {"folder": folder, "right": folder.right, "form": form, "preview": _preview(folder, form)}
    whole = not request.htmx  # type: ignore[attr-defined]
    return render(request, "examination/invite.html" if whole else "examination/piece/letters.html", context)


@role("officer")
@require_http_methods(ASK_AND_ACT)
def accord(request: HttpRequest, address: str) -> HttpResponse:
    """Accord the international filing date."""
    folder = folder_at(address)
    days = [(day, _in_words(day, folder.right.received_on)) for day in folder.filing_days]
    first = {"after": folder.right.version, "filing_date": days[0][0].isoformat() if days else ""}
    form = FilingDateForm(posted(request), days=days, initial=first)
    if request.method != "POST":
        return _page(request, "accord", folder, form)
    if form.is_valid():
        data = form.cleaned_data
        return _act(
            request,
            "accord",
            folder,
            form,
            lambda: _accord(request, folder, data),
        )
    return _page(request, "accord", folder, form, status=422)


@role("officer")
@require_http_methods(ASK_AND_ACT)
def find_not_an_application(request: HttpRequest, address: str) -> HttpResponse:
    """Find that the papers are not an international application."""
    folder = folder_at(address)
    form = NegativeForm(posted(request), initial={"after": folder.right.version})
    if request.method != "POST":
        return _page(request, "negative", folder, form)
    if form.is_valid():
        data = form.cleaned_data
        return _act(
            request,
            "negative",
            folder,
            form,
            lambda: _find_none(request, folder, data),
        )
    return _page(request, "negative", folder, form, status=422)


def _invite(request: HttpRequest, folder: Folder, form: InvitationForm) -> str:
    sent = actions.invite(
        folder.right.number,
        findings=form.chosen,
        remark=form.cleaned_data["remark"],
        after=form.cleaned_data["after"],
        by=int(request.user.pk or 0),
        at=now(),
    )
    count = len(sent)
    return ngettext("%(count)d invitation is entered.", "%(count)d invitations are entered.", count) % {"count": count}


def _accord(request: HttpRequest, folder: Folder, data: dict[str, Any]) -> str:
    day = actions.accord(folder.right.number, by=int(request.user.pk or 0), at=now(), **data)
    return _("The international filing date %(day)s is accorded.") % {"day": day}


def _find_none(request: HttpRequest, folder: Folder, data: dict[str, Any]) -> str:
    actions.find_not_an_application(folder.right.number, by=int(request.user.pk or 0), at=now(), **data)
    return _("The finding is entered.")


def _act(request: HttpRequest, name: str, folder: Folder, form: ActForm, act: Callable[[], str]) -> HttpResponse:
    """Do it, and go back to the case; refused, the form stays as it was filled in."""
    try:
        done = act()
    except Refused as refused:
        stale = isinstance(refused, Conflict)
        more = {"preview": _preview(folder, form)} if isinstance(form, InvitationForm) else {}
        loose = form.show(refused.findings)
        if stale:
            form.look_again(folder.right.version)
        return _page(request, name, folder, form, status=409 if stale else 422, refusal=loose, stale=stale, **more)
    messages.success(request, done + " " + _("The letters follow in a moment."))
    return redirect("examination:case", folder.address)


def _page(
    request: HttpRequest, name: str, folder: Folder, form: ActForm, *, status: int = 200, **more: Any
) -> HttpResponse:
    context = {"folder": folder, "right": folder.right, "form": form, "today": folder.on, **more}
    return render(request, f"examination/{name}.html", context, status=status)


def _invitation_form(request: HttpRequest, folder: Folder) -> InvitationForm:
    first = {"after": folder.right.version, "findings": _asked_for(request, folder)}
    return InvitationForm(posted(request), offered=folder.offered, initial=first)


def _asked_for(request: HttpRequest, folder: Folder) -> list[str]:
    """The findings ticked on the case page; without any, those that nobody has been invited about."""
    ticked = [key for key in request.GET.getlist("finding") if key in folder.offered]
    return ticked or folder.not_yet_invited


def _preview(folder: Folder, form: InvitationForm) -> dict[str, Any]:
    """The invitations that the form amounts to, or why there is none yet."""
    if form.is_bound:
        chosen: tuple[Finding, ...] = form.chosen if form.is_valid() else ()
    else:
        chosen = tuple(folder.offered[key] for key in form.initial.get("findings", ()))
    if refusals := decisions.against_inviting(folder.right, chosen, folder.findings):
        return {"refusal": refusals, "letters": ()}
    try:
        letters = formalities.proposed(folder.right, chosen, on=folder.on)
    except Refused as refused:
        return {"refusal": refused.findings, "letters": ()}
    return {
        "refusal": (),
        "letters": letters,
        "remark": form.cleaned_data.get("remark", "") if form.is_bound else "",
    }


def _in_words(day: date, received_on: date | None) -> str:
    if day == received_on:
        return _("%(day)s, the day of receipt") % {"day": day}
    return _("%(day)s, on which a correction was received") % {"day": day}
