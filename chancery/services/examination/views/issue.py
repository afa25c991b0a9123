"""The weekly issue: what goes into the next one, what does not yet, and the button."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from chancery.core.access import role
from chancery.core.clock import now, today
from chancery.core.refusal import Refused
from chancery.records.register import queries as register
from chancery.services.examination import actions, publication
from chancery.services.examination.forms import IssueForm
from chancery.services.examination.models import Case
from chancery.services.examination.queues import PENDING
from chancery.services.examination.views.desk import posted

SHOWN = 200


@role("officer", "publisher")
@require_http_methods(("GET", "HEAD", "POST"))
def issue(request: HttpRequest) -> HttpResponse:
    """The next issue. Officers may look; publishers publish."""
    coming = publication.next_issue(today())
    ready = list(
        Case.objects.filter(PENDING, filing_date__isnull=False, publish_from__lte=coming.on).order_by("number")
    )
    numbers = [case.number for case in ready]
    form = IssueForm(posted(request), ready=numbers, initial={"on": coming.on, "numbers": numbers})
    refusal: tuple[Any, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            appeared = actions.publish(by=int(request.user.pk or 0), at=now(), **form.cleaned_data)
        except Refused as refused:
            refusal = refused.findings
        else:
            count = len(appeared.publications)
            said = ngettext("%(count)d application is published.", "%(count)d applications are published.", count)
            messages.success(request, said % {"count": count} + " " + _("Everyone can read them from now on."))
            return redirect("examination:appeared", *appeared.name.split("/"))
    context = {
        "coming": coming,
        "today": today(),
        "ready": ready,
        "later": _later(coming),
        "form": form,
        "chosen": form["numbers"].value() or (),
        "refusal": refusal,
        "against": publication.against_issue(coming.on, today=today()),
        "appeared": _issues(),
    }
    return render(request, "examination/issue.html", context, status=422 if refusal or form.errors else 200)


@role("officer", "publisher")
@require_safe
def appeared(request: HttpRequest, year: int, week: str) -> HttpResponse:
    """An issue that has appeared."""
    name = f"{year}/{week}"
    context = {"name": name, "published": register.published(issue=name, limit=10_000)}
    return render(request, "examination/appeared.html", context)


def _later(coming: publication.IssueDay) -> list[Case]:
    """What is on the desk and not for this issue: with its day, where there is one, first."""
    waiting = Case.objects.filter(PENDING).exclude(filing_date__isnull=False, publish_from__lte=coming.on)
    return sorted(waiting[:SHOWN], key=lambda case: (case.publish_from or date.max, case.number))


def _issues() -> list[str]:
    """The names of the last issues, newest first."""
    return list(dict.fromkeys(one.issue for one in register.published(limit=1_000)))[:12]
