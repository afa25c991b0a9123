"""What takes two persons: the proposals that wait, what became of the others, and the buttons."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from chancery.core.access import fresh, role
from chancery.core.clock import now
from chancery.records.accounts import actions, two_persons
from chancery.records.accounts.views import me, told


@role("officer", "publisher", "operator")
@never_cache
@require_safe
def confirmations(request: HttpRequest) -> HttpResponse:
    """Those of the acts whose role one holds; everyone of the office sees which acts these are, and what applies."""
    shown = two_persons.proposals(me(request), at=now())
    context = {
        "waiting": [one for one in shown if one.state == "open" and not one.mine],
        "mine": [one for one in shown if one.state == "open" and one.mine],
        "past": [one for one in shown if one.state != "open"],
        "standing": two_persons.standing(),
    }
    return render(request, "accounts/confirmations.html", context)


@role("officer", "publisher", "operator")
@fresh("second-factor")
@require_POST
def confirm(request: HttpRequest, proposal_id: int) -> HttpResponse:
    """Confirm: it is done at once. Asks for a second factor, even of those who signed in with one."""
    told(request, lambda: actions.confirm(proposal_id, by=me(request), at=now()), _("It is confirmed, and done."))
    return redirect("accounts:confirmations")


@role("officer", "publisher", "operator")
@require_POST
def decline(request: HttpRequest, proposal_id: int) -> HttpResponse:
    reason = request.POST.get("reason", "")
    told(
        request,
        lambda: actions.decline_proposal(proposal_id, reason=reason, by=me(request), at=now()),
        _("It is declined. Who proposed it is told."),
    )
    return redirect("accounts:confirmations")


@role("officer", "publisher", "operator")
@require_POST
def withdraw(request: HttpRequest, proposal_id: int) -> HttpResponse:
    told(request, lambda: actions.take_back(proposal_id, by=me(request), at=now()), _("It is withdrawn."))
    return redirect("accounts:confirmations")
