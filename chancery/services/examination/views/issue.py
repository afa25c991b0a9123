"""The weekly issue: what is prepared for it, what goes into the next one, what does not yet, and the button."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from chancery.core.access import fresh, role
from chancery.core.clock import now, today
from chancery.core.refusal import Refused
from chancery.records.accounts import actions as accounts
from chancery.records.accounts import queries as people
from chancery.records.register import queries as register
from chancery.services.examination import actions, publication, queries
from chancery.services.examination.forms import IssueForm, PreparationForm
from chancery.services.examination.models import Appearance, Case
from chancery.services.examination.queues import ALIVE, TO_PUBLISH
from chancery.services.examination.views.listing import posted

SHOWN = 200
ASK_AND_ACT = ("GET", "HEAD", "POST")


@role("officer", "publisher")
@fresh("password")
@require_http_methods(ASK_AND_ACT)
def issue(request: HttpRequest) -> HttpResponse:
    """The next issue. Officers may look; publishers publish, and are asked once more who they are: it is for ever.

    Where two publishers are needed, the button proposes the issue, and the other one confirms it.
    """
    coming = publication.next_issue(today())
    ready, again = list(_ready(coming.on)), list(Case.objects.exclude(again="").order_by("number"))
    numbers, later = [case.number for case in ready], [case.number for case in again]
    first = {"on": coming.on, "numbers": numbers, "again": later}
    form = IssueForm(posted(request), ready=numbers, again=later, initial=first)
    refusal: tuple[Any, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            return _publish(request, actions.issue_payload(**form.cleaned_data))
        except Refused as refused:
            refusal = refused.findings
    context = {
        "coming": coming,
        "today": today(),
        "ready": ready,
        "again": again,
        "later": _later(coming.on),
        "form": form,
        "chosen": form["numbers"].value() or (),
        "chosen_again": form["again"].value() or (),
        "refusal": refusal,
        "against": publication.against_issue(coming.on, today=today()),
        "to_prepare": publication.issues_to_prepare(today()),
        "appeared": _issues(),
        "two": people.rule(actions.PUBLISH),
    }
    return render(request, "examination/issue.html", context, status=422 if refusal or form.errors else 200)


def _publish(request: HttpRequest, payload: dict[str, Any]) -> HttpResponse:
    """Publish, or propose it to the other publishers; raises `Refused` with what stands against it."""
    done = accounts.do_or_propose(actions.PUBLISH, payload, by=int(request.user.pk or 0), at=now())
    if done.proposal:
        messages.success(request, _("The issue is proposed. It appears once another publisher has confirmed it today."))
        return redirect("accounts:confirmations")
    messages.success(request, _published_in_words(done.result))
    return redirect("examination:appeared", *done.result.name.split("/"))


@role("officer", "publisher")
@require_http_methods(ASK_AND_ACT)
def prepare(request: HttpRequest, day: str) -> HttpResponse:
    """Complete the technical preparations for an issue: the list of what will be in it."""
    on = date.fromisoformat(day)
    ready = list(_ready(on))
    numbers = [case.number for case in ready]
    form = PreparationForm(posted(request), ready=numbers, initial={"on": on, "numbers": numbers})
    refusal: tuple[Any, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            prepared = actions.prepare(by=int(request.user.pk or 0), at=now(), **form.cleaned_data)
        except Refused as refused:
            refusal = refused.findings
        else:
            said = ngettext("%(n)d application is prepared.", "%(n)d applications are prepared.", len(prepared))
            messages.success(request, said % {"n": len(prepared)})
            return redirect("examination:prepare", day)
    context = {
        "on": on,
        "name": publication.name(on),
        "today": today(),
        "ready": ready,
        "form": form,
        "chosen": form["numbers"].value() or (),
        "refusal": refusal,
        "against": publication.against_preparing(on, today=today()),
        "from": publication.prepared_from(on),
    }
    return render(request, "examination/prepare.html", context, status=422 if refusal or form.errors else 200)


@role("officer", "publisher")
@require_safe
def appeared(request: HttpRequest, year: int, week: str) -> HttpResponse:
    """An issue that has appeared."""
    name = f"{year}/{week}"
    context = {"name": name, "published": _appeared(name)}
    return render(request, "examination/appeared.html", context)


def _appeared(name: str) -> list[Appearance]:
    """An issue as the gazette has it, and what it has not read yet, a moment after publication."""
    rows = queries.issue(name)
    known = {row.number for row in rows}
    fresh = [one for one in register.published(issue=name, limit=10_000) if one.number not in known]
    found = register.rights(one.number for one in fresh)
    return [*rows, *(_appearing(one, found[one.number]) for one in fresh)]


def _appearing(one: register.Published, right: register.Right) -> Appearance:
    return Appearance(
        number=one.number,
        publication_number=one.publication_number,
        kind_code=right.publication.kind_code if right.publication else "",
        title=right.application.title,
    )


def _ready(on: date) -> QuerySet[Case]:
    """What may be published on a day: also what was withdrawn after its preparations were completed."""
    return Case.objects.filter(TO_PUBLISH, publish_from__lte=on).order_by("number")


def _published_in_words(appeared: publication.Issue) -> str:
    count = len(appeared.publications)
    said = ngettext("%(count)d application is published.", "%(count)d applications are published.", count)
    words = [said % {"count": count}] if count else []
    if appeared.again:
        more = ngettext("%(n)d is published again.", "%(n)d are published again.", len(appeared.again))
        words.append(more % {"n": len(appeared.again)})
    return " ".join([*words, _("Everyone can read them from now on.")])


def _later(on: date) -> list[Case]:
    """What is on the desk and not for this issue: with its day, where there is one, first."""
    waiting = Case.objects.filter(ALIVE, publication_number="").exclude(filing_date__isnull=False, publish_from__lte=on)
    return sorted(waiting[:SHOWN], key=lambda case: (case.publish_from or date.max, case.number))


def _issues() -> list[str]:
    """The names of the last issues, newest first."""
    return [name for name, _day, _count in queries.issues()][:12]
