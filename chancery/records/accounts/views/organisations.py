"""Pages of organisations, of who acts for whom, of invitations, and of what was done with an account."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from chancery.core.access import signed_in
from chancery.core.clock import local_day, now, today
from chancery.core.refusal import Refused
from chancery.records.accounts import actions, groups, invitations, notices, queries, succession, words
from chancery.records.accounts.forms import Invite, Offer, Organisation
from chancery.records.accounts.views import me, number, told

ACTED: dict[str, Callable[..., None]] = {
    "leave": lambda one, user, **who: actions.leave(one, **who),  # noqa: ARG005 - all are called alike
    "close": lambda one, user, **who: actions.close(one, **who),  # noqa: ARG005
    "remove": actions.remove_member,
    "hand over": lambda one, user, **who: actions.hand_over(one, to=user, **who),
}


@signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def index(request: HttpRequest) -> HttpResponse:
    """For whom one acts and why; who acts for one; one's organisations. A POST founds one, or offers a delegation."""
    posted = request.POST.get("act")
    founding = Organisation(request.POST if posted == "found" else None)
    asked = {"number": request.GET.get("number", "")[:40]}
    offering = Offer(request.POST if posted == "offer" else None, initial=asked)
    link = ""
    if founding.is_valid():
        try:
            made = actions.found(**founding.cleaned_data, by=me(request), at=now())
        except Refused as refused:
            founding.show(refused.findings)
        else:
            return redirect("accounts:organisation", made)
    if offering.is_valid():
        link = _offered(request, offering, to=request.user)
        offering = offering if offering.errors else Offer()
    return _page(request, "index", _standing(request) | {"founding": founding, "offering": offering, "link": link})


def _standing(request: HttpRequest) -> dict[str, Any]:
    user_id, at = me(request), now()
    on = local_day(at)
    return {
        "mandates": queries.acts_for(user_id, "filing", on),
        "organisations": queries.organisations_of(user_id, on),
        "given": queries.delegations_from(user_id=user_id, on=on),
        "held": queries.delegations_to(user_id, on),
        "offers": [one for one in invitations.invitations_by(user_id, at=at) if one.role == invitations.DELEGATE],
    }


@signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def organisation(request: HttpRequest, organisation_id: int) -> HttpResponse:
    """One organisation, for its members: who belongs to it, acts for it, did what. A POST changes or invites."""
    shown = queries.organisation(organisation_id)
    mine = queries.membership_role(organisation_id, me(request), today())
    if shown is None or not mine:
        raise Http404
    posted = request.POST.get("act")
    facts = {"name": shown.name, "address": shown.address, "country": shown.country}
    forms: dict[str, Any] = {
        "changing": Organisation(request.POST if posted == "change" else None, initial=facts),
        "inviting": Invite(request.POST if posted == "invite" else None),
        "offering": Offer(request.POST if posted == "offer" else None),
    }
    link, done = _posted(request, organisation_id, forms, to=shown.name)
    if done:
        return redirect("accounts:organisation", organisation_id)
    return _page(request, "organisation", _house(request, shown, mine) | forms | {"link": link})


def _posted(request: HttpRequest, organisation_id: int, forms: dict[str, Any], *, to: str) -> tuple[str, bool]:
    """Do what a valid form asks. Returns the link of an invitation that was made, and whether all is done."""
    changing, inviting, offering = forms["changing"], forms["inviting"], forms["offering"]
    if changing.is_valid():
        facts = changing.cleaned_data
        _tried(changing, lambda: actions.change_organisation(organisation_id, **facts, by=me(request), at=now()))
        return "", not changing.errors
    if inviting.is_valid():
        facts = inviting.cleaned_data
        code = _tried(inviting, lambda: actions.invite(organisation_id, **facts, by=me(request), at=now()))
        return (notices.invite(facts["email"], code, to=to, by=str(request.user), at=now()) if code else ""), False
    if offering.is_valid():
        return _offered(request, offering, to=to, organisation=organisation_id), False
    return "", False


def _offered(request: HttpRequest, form: Offer, *, to: object, organisation: int | None = None) -> str:
    terms = form.terms()
    code = _tried(form, lambda: actions.offer(**terms, organisation=organisation, by=me(request), at=now()))
    return notices.invite(terms["email"], code, to=str(to), by=str(request.user), at=now()) if code else ""


def _tried(form: Any, act: Callable[[], str | None]) -> str | None:
    """What the act returns; where it is refused, the form says why."""
    try:
        return act()
    except Refused as refused:
        form.show(refused.findings)
        return None


def _house(request: HttpRequest, shown: queries.OrganisationShown, mine: str) -> dict[str, Any]:
    at = now()
    on, waiting = local_day(at), invitations.invitations_to(shown.id, at=at)
    return {
        "organisation": shown,
        "administers": mine == "admin",
        "me": me(request),
        "members": queries.members_of(shown.id, on),
        "given": queries.delegations_from(organisation_id=shown.id, on=on),
        "invitations": [one for one in waiting if one.role != invitations.DELEGATE],
        "offered": [one for one in waiting if one.role == invitations.DELEGATE],
        "groups": groups.groups_of(shown.id, on),
        "claim": succession.claim_on(shown.id),
        "acting": queries.acting_by_name(shown.id, on),
        "history": queries.history_of_organisation(shown.id),
    }


@signed_in
@require_POST
def act(request: HttpRequest, organisation_id: int) -> HttpResponse:
    """Leave, close, end a membership, hand over."""
    if not queries.membership_role(organisation_id, me(request), today()):
        raise Http404
    wanted = ACTED.get(request.POST.get("act", ""))
    if wanted is None:
        raise Http404
    told(
        request,
        lambda: wanted(organisation_id, number(request.POST.get("user")), by=me(request), at=now()),
        _("Done. It is in force at once."),
    )
    still = queries.membership_role(organisation_id, me(request), today())
    return redirect("accounts:organisation", organisation_id) if still else redirect("accounts:organisations")


@signed_in
@require_POST
def end(request: HttpRequest, delegation_id: int) -> HttpResponse:
    """End a delegation: by who gave it, or by who holds it."""
    return _ended(request, lambda who: actions.revoke(delegation_id, **who))


@signed_in
@require_POST
def withdraw(request: HttpRequest, invitation_id: int) -> HttpResponse:
    """Withdraw an invitation that waits for an answer."""
    return _ended(request, lambda who: actions.uninvite(invitation_id, **who))


def _ended(request: HttpRequest, act: Callable[[dict[str, Any]], None]) -> HttpResponse:
    told(request, lambda: act({"by": me(request), "at": now()}), _("Done. It is in force at once."))
    if request.POST.get("next") == "staff":
        return redirect("accounts:staff")
    back = number(request.POST.get("organisation"))
    return redirect("accounts:organisation", back) if back else redirect("accounts:organisations")


@signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, code: str = "") -> HttpResponse:
    """An invitation, to be answered with yes or no. ``?code=`` for those who type it."""
    code = code or request.GET.get("code", "").strip() or request.POST.get("code", "").strip()
    invited = invitations.invitation(code, by=me(request), at=now()) if code else None
    if request.method != "POST" or invited is None:
        status = 404 if code and invited is None else 200
        return _page(request, "invitation", {"invited": invited, "code": code}, status=status)
    if request.POST.get("answer") != "yes":
        actions.decline(code, by=me(request), at=now())
        messages.success(request, _("Declined."))
        return redirect("accounts:organisations")
    try:
        actions.join(code, by=me(request), at=now())
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect("accounts:organisations")
    messages.success(request, _("Done. It is in force at once."))
    belongs = invited.organisation and invited.role != invitations.DELEGATE
    return redirect("accounts:organisation", invited.organisation) if belongs else redirect("accounts:organisations")


@signed_in
@require_safe
def history(request: HttpRequest) -> HttpResponse:
    """Who did what when: to this account, by it, and in its organisations."""
    return _page(request, "history", {"history": queries.history_of(me(request))})


def _page(request: HttpRequest, name: str, context: dict[str, Any], *, status: int = 0) -> HttpResponse:
    wrong = any(getattr(form, "errors", None) for form in context.values())
    context |= {"member_roles": words.member_roles(), "office_roles": words.office_roles()}
    return render(request, f"accounts/organisations/{name}.html", context, status=status or (422 if wrong else 200))
