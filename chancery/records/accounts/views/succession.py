"""Pages of succession: a member asks, the office looks at the reason, an administrator may say no."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from chancery.core.access import fresh, role, signed_in
from chancery.core.clock import now, today
from chancery.core.refusal import Refused
from chancery.records.accounts import actions, queries, succession
from chancery.records.accounts.forms import Claim
from chancery.records.accounts.views import me, told


@signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, organisation_id: int) -> HttpResponse:
    """A member asks to administer the organisation: what will happen, and a place for the reason."""
    house = queries.organisation(organisation_id)
    if house is None or queries.membership_role(organisation_id, me(request), today()) != "member":
        raise Http404
    form = Claim(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            actions.claim(organisation_id, **form.cleaned_data, by=me(request), at=now())
        except Refused as refused:
            form.show(refused.findings)
        else:
            messages.success(request, _("The office has your request. The administrators are told of it."))
            return redirect("accounts:organisation", organisation_id)
    context = {"organisation": house, "form": form, "days": succession.WAITING.days}
    return render(request, "accounts/organisations/claim.html", context, status=422 if form.errors else 200)


@signed_in
@require_POST
def answer(request: HttpRequest, claim_id: int) -> HttpResponse:
    """Who asked withdraws it; an administrator says no."""
    shown = succession.claim_by_id(claim_id)
    if shown is None or not queries.membership_role(shown.organisation, me(request), today()):
        raise Http404
    act = actions.withdraw_claim if shown.claimant == me(request) else actions.contradict
    told(request, lambda: act(claim_id, by=me(request), at=now()), _("Done. It is in force at once."))
    return redirect("accounts:organisation", shown.organisation)


@role("operator")
@never_cache
@require_safe
def claims(request: HttpRequest) -> HttpResponse:
    """What the office has to look at."""
    context = {"claims": succession.claims_waiting(), "two": queries.rule(succession.ALLOW)}
    return render(request, "accounts/claims.html", context | {"days": succession.WAITING.days})


@role("operator")
@fresh("password")
@require_POST
def decide(request: HttpRequest, claim_id: int) -> HttpResponse:
    """Let the waiting begin, or refuse."""
    if request.POST.get("act") == "refuse":
        told(request, lambda: actions.refuse(claim_id, by=me(request), at=now()), _("It is refused."))
        return redirect("accounts:claims")
    payload = {"claim": claim_id}
    told(
        request,
        lambda: actions.do_or_propose(succession.ALLOW, payload, by=me(request), at=now()),
        _("Done. Where two operators are needed, another one confirms it."),
    )
    return redirect("accounts:claims")
