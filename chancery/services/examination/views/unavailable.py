"""What the Offices of this installation have declared of themselves, and the form that declares more."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from chancery.core.access import role
from chancery.core.clock import now, today
from chancery.core.refusal import Refused
from chancery.records.register import queries as register
from chancery.services.examination import actions, roles
from chancery.services.examination.forms import ClosureForm
from chancery.services.examination.views.listing import posted
from chancery.treaties import pct
from chancery.treaties.kernel import Finding


@role("officer")
@require_http_methods(("GET", "HEAD", "POST"))
def unavailable(request: HttpRequest) -> HttpResponse:
    """Look at the declarations, and make one. It takes effect on every time limit at once."""
    on = today()
    form = ClosureForm(posted(request), offices=roles.offices(), initial={"first": on, "last": on, "what": "outage"})
    if request.method != "POST":
        return _page(request, form)
    if not form.is_valid():
        return _page(request, form, status=422)
    closure = pct.Closure(**form.cleaned_data, announced=on)
    try:
        entry = actions.declare(closure, by=int(request.user.pk or 0), at=now())
    except Refused as refused:
        return _page(request, form, form.show(refused.findings), status=422)
    said = _("Entered in the register as #%(entry)s. Time limits are counted anew in a moment.")
    messages.success(request, said % {"entry": entry.number})
    return redirect("examination:unavailable")


def _page(
    request: HttpRequest, form: ClosureForm, refusal: tuple[Finding, ...] = (), *, status: int = 200
) -> HttpResponse:
    context = {"form": form, "refusal": refusal, "declared": register.declared()}
    return render(request, "examination/unavailable.html", context, status=status)
