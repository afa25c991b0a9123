"""Who can see a draft or an application, and why; sharing it with an organisation."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from chancery.core import clock
from chancery.core.access import signed_in
from chancery.core.refusal import Refused
from chancery.records.accounts import queries as accounts
from chancery.records.register import queries as rights
from chancery.services.filing import books, queries, sharing, whole
from chancery.services.filing.views.counter import say, user_id

LEVELS = {
    "viewer": gettext_lazy("look"),
    "editor": gettext_lazy("look and write"),
    "owner": gettext_lazy("everything: also hand in, withdraw and share"),
}


class WithOrganisation(forms.Form):
    """With which organisation, at which level, until when."""

    organisation = forms.TypedChoiceField(label=gettext_lazy("Organisation"), coerce=int)
    level = forms.ChoiceField(label=gettext_lazy("Its people may"), choices=[*LEVELS.items()], initial="editor")
    until = forms.DateField(
        label=gettext_lazy("Until and including"),
        required=False,
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(attrs={"type": "date", "class": "num"}, format="%Y-%m-%d"),
        error_messages={"invalid": gettext_lazy("A date is written YYYY-MM-DD, as 2026-11-22.")},
    )

    def __init__(self, user: int, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        mine = accounts.organisations_of(user, clock.today())
        self.fields["organisation"].choices = [(one.id, one.name) for one in mine]  # type: ignore[attr-defined]


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def of_draft(request: HttpRequest, pk: int) -> HttpResponse:
    """Sharing a draft."""
    row = queries.draft(pk, user_id=user_id(request), on=clock.today())
    if row is None or not row.is_open:
        raise Http404("no such draft")
    back = {"href": reverse("filing:draft", args=[pk]), "title": row.title}
    return page(request, whole.matter(pk), back)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def of_application(request: HttpRequest, address: str) -> HttpResponse:
    """Sharing an application that has been handed in."""
    right = queries.own(rights.from_address(address), user_id=user_id(request), on=clock.today())
    if right is None:
        raise Http404("no such application")
    back = {"href": reverse("filing:application", args=[address]), "title": right.application.title}
    return page(request, right.number, back)


def page(request: HttpRequest, matter: str, back: dict[str, str]) -> HttpResponse:
    """Sharing one matter, whichever it is. Ask first whether the person may see it."""
    me, on = user_id(request), clock.today()
    form = WithOrganisation(me, request.POST if "level" in request.POST else None)
    if request.method == "POST" and _done(request, matter, form):
        return redirect(request.path)
    context = {
        "matter": matter,
        "words": books.of_matter(matter).words,
        "back": back,
        "form": form,
        "organisations": bool(form.fields["organisation"].choices),  # type: ignore[attr-defined]
        "owns": sharing.level(matter, me, on=on) == "owner",
        "seers": [(one, LEVELS[one.level]) for one in sharing.who_can_see(matter, on=on)],
        "shares": _named(matter),
        "public": rights.is_public(matter),
    }
    return render(request, "filing/sharing.html", context, status=422 if form.errors else 200)


def _done(request: HttpRequest, matter: str, form: WithOrganisation) -> bool:
    """Do what was asked. False where the form has to be shown again."""
    by, at = user_id(request), clock.now()
    if not form.is_bound:
        try:
            sharing.end(matter, share=int(request.POST.get("share", "") or 0), by=by, at=at)
        except (Refused, ValueError) as refused:
            say(request, refused if isinstance(refused, Refused) else Refused.because(_("There is no such share.")))
        else:
            messages.success(request, _("No longer shared."))
        return True
    if not form.is_valid():
        return False
    try:
        sharing.with_organisation(matter, **form.cleaned_data, by=by, at=at)
    except Refused as refused:
        for finding in refused.findings:
            form.add_error(finding.field if finding.field in form.fields else None, finding.message)
        return False
    messages.success(request, _("Shared."))
    return True


def _named(matter: str) -> list[dict[str, Any]]:
    """What can be taken back: the organisations it is shared with."""
    found = []
    for one in rights.shares(matter, on=clock.today()):
        shown = accounts.organisation(one.organisation) if one.organisation is not None else None
        if shown is not None:
            found.append({"id": one.id, "name": shown.name, "may": LEVELS[one.level], "until": one.until})
    return found
