"""The weekly issue of a bulletin: what goes into the next one, what does not yet, and the button."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods

from chancery.core.access import fresh, role
from chancery.core.clock import now, today
from chancery.core.ledger import Entry
from chancery.core.refusal import Refused
from chancery.records.accounts import actions as accounts
from chancery.records.accounts import queries as people
from chancery.records.register import queries as register
from chancery.services.examination.registrations import actions, docket, issues
from chancery.services.examination.registrations.models import RegistrationCase
from chancery.services.examination.registrations.queues import REGISTERED
from chancery.services.examination.registrations.words import SYSTEMS
from chancery.services.examination.views.listing import posted

SHOWN = 200
NOT_IN_IT = gettext_lazy("A file that you ticked cannot be in this issue. Choose again.")


class IssueForm(forms.Form):
    """Which files are in the issue of a day."""

    on = forms.DateField(widget=forms.HiddenInput)
    numbers = forms.MultipleChoiceField(
        required=False,
        error_messages={
            "invalid_choice": gettext_lazy("A file that you ticked cannot be in this issue. Choose again.")
        },
    )

    def __init__(self, *args: Any, ready: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["numbers"].choices = [(number, number) for number in ready]  # type: ignore[attr-defined]


@role("officer", "publisher")
@fresh("password")
@require_http_methods(("GET", "HEAD", "POST"))
def issue(request: HttpRequest, system: str) -> HttpResponse:
    """The next issue of a system. Officers may look; publishers publish, and are asked once more who they are."""
    coming = issues.next_issue(system, today())
    ready = _ready(coming)
    numbers = [case.number for case in ready]
    form = IssueForm(posted(request), ready=numbers, initial={"on": coming.on, "numbers": numbers})
    refusal: tuple[Any, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            return _publish(request, system, actions.payload(system, **form.cleaned_data))
        except Refused as refused:
            refusal = refused.findings
    context = {
        "system": system,
        "systems": SYSTEMS.items(),
        "bulletin": issues.BULLETINS[system],
        "coming": coming,
        "today": today(),
        "ready": [(case, _contents(case)) for case in ready],
        "later": _later(coming),
        "form": form,
        "chosen": form["numbers"].value() or (),
        "refusal": refusal,
        "against": issues.against_issue(system, coming.on, today=today()),
        "appeared": register.bulletin_issues(system)[:12],
        "two": people.rule(actions.PUBLISH),
    }
    status = 422 if refusal or form.errors else 200
    return render(request, "examination/registrations/issue.html", context, status=status)


def _publish(request: HttpRequest, system: str, payload: dict[str, Any]) -> HttpResponse:
    """Publish, or propose it to the other publishers; raises `Refused` with what stands against it."""
    done = accounts.do_or_propose(actions.PUBLISH, payload, by=int(request.user.pk or 0), at=now())
    if done.proposal:
        messages.success(request, _("The issue is proposed. It appears once another publisher has confirmed it today."))
        return redirect("accounts:confirmations")
    count = len(done.result.numbers)
    said = ngettext("%(count)d file is in issue %(name)s.", "%(count)d files are in issue %(name)s.", count)
    messages.success(request, said % {"count": count, "name": done.result.name})
    return redirect("examination:registration-issue", system)


def _ready(coming: issues.IssueDay) -> list[RegistrationCase]:
    """What may be in the issue: registrations whose day has come, and what was recorded in published ones."""
    cases = RegistrationCase.objects.filter(system=coming.system).order_by("number")
    fresh_ones = cases.filter(REGISTERED, publish_from__lte=coming.on)
    found = sorted({*fresh_ones, *cases.filter(unprinted__gt=0)}, key=lambda case: case.number)
    known = register.registrations([case.number for case in found])
    timelines = register.timelines(known)
    return [case for case in found if not _has_appeared(known.get(case.number), timelines.get(case.number, ()))]


def _has_appeared(file: register.Registration | None, entries: Sequence[Entry]) -> bool:
    """Everything of it stands in an issue, which the desk's list has not seen yet: it follows the register."""
    return file is None or (file.publication is not None and not docket.unprinted(file, entries))


def _contents(case: RegistrationCase) -> list[tuple[str, int]]:
    """What of a file appears: the registration itself, or what was recorded as the bulletin calls it, how often."""
    found = register.registration(case.number)
    if found is None or found.publication is None:
        return []
    waiting = docket.unprinted(found, register.timeline(case.number))
    return [(register.called(key), count) for key, count in sorted(waiting.items())]


def _later(coming: issues.IssueDay) -> list[RegistrationCase]:
    """What is registered and not for this issue, the next one first."""
    waiting = RegistrationCase.objects.filter(REGISTERED, system=coming.system, publish_from__gt=coming.on)
    return list(waiting.order_by("publish_from", "number")[:SHOWN])
