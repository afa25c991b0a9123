"""The office clock of a demonstration: its operator sets it forward, and every page then says so."""

from datetime import date, timedelta

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from chancery.core import clock as office_clock
from chancery.core.access import role
from chancery.core.refusal import Refused
from chancery.services.examination import actions, publication
from chancery.services.examination.forms import ClockForm
from chancery.services.examination.models import Case
from chancery.services.examination.queues import PENDING
from chancery.services.examination.views.listing import posted


@role("operator")
@require_http_methods(("GET", "HEAD", "POST"))
def clock(request: HttpRequest) -> HttpResponse:
    """Set the clock forward. There is no such page in a real office."""
    if not settings.DEMO:
        raise Http404("the clock of a real office is not set by hand")
    form = ClockForm(posted(request))
    refusal: tuple[object, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            ahead = actions.set_clock_forward(_target(form), by=int(request.user.pk or 0), at=office_clock.now())
        except Refused as refused:
            refusal = refused.findings
        else:
            said = ngettext("The clock is %(days)d day ahead.", "The clock is %(days)d days ahead.", ahead)
            messages.warning(request, said % {"days": ahead} + " " + _("Every page says so."))
            return redirect("examination:clock")
    context = {"form": form, "refusal": refusal, "shift": office_clock.shift_days(), "days": _useful_days()}
    return render(request, "examination/clock.html", context, status=422 if refusal or form.errors else 200)


def _target(form: ClockForm) -> date:
    chosen: date | None = form.cleaned_data["to"]
    return chosen or office_clock.today() + timedelta(days=form.cleaned_data["days"])


def _useful_days() -> list[tuple[date, str]]:
    """Days that somebody trying out the office may want: the next issue, and the next application's publication."""
    today = office_clock.today()
    tomorrow = today + timedelta(days=1)
    days = {publication.next_issue(tomorrow).on: _("the next weekly issue")}
    first = Case.objects.filter(PENDING, publish_expected__gt=today).order_by("publish_expected").first()
    if first and first.publish_expected:
        days[first.publish_expected] = _("publication of %(number)s is expected") % {"number": first.number}
    due = Case.objects.filter(PENDING, invitation_due__gte=today).order_by("invitation_due").first()
    if due and due.invitation_due:
        after = due.invitation_due + timedelta(days=1)
        days[after] = _("the time limit for the answer about %(number)s is over") % {"number": due.number}
    return sorted(days.items())
