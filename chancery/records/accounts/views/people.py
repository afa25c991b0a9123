"""The operator's pages: who has an account, and which roles."""

from datetime import datetime

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from chancery.core.access import fresh, role
from chancery.core.clock import now
from chancery.core.refusal import Refused
from chancery.records.accounts import actions, invitations, notices, queries
from chancery.records.accounts.forms import InviteStaff
from chancery.records.accounts.views import me
from chancery.records.accounts.words import office_roles

PER_PAGE = 50


@role("operator")
@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """Who has an account. ``?q=`` looks in names and addresses, ``?role=`` for those who hold one."""
    wanted, held = request.GET.get("q", "").strip(), request.GET.get("role", "")
    found = queries.member_ids(matching=wanted, role=held if held in queries.ROLES else "")
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "people": queries.members(page.object_list),
        "q": wanted,
        "role": held,
        "roles": office_roles(),
    }
    return render(request, "accounts/people.html", context)


@role("operator")
@fresh("password")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def staff(request: HttpRequest) -> HttpResponse:
    """Invite somebody to the office, by address and role; those who are invited and have not answered yet."""
    form, link = InviteStaff(request.POST if request.method == "POST" else None), ""
    if form.is_valid():
        email = form.cleaned_data["email"]
        try:
            code = actions.invite_staff(email, role=form.cleaned_data["role"], by=me(request), at=now())
        except Refused as refused:
            form.show(refused.findings)
        else:
            link, form = (
                notices.invite(email, code, to=settings.OFFICE_NAME, by=str(request.user), at=now()),
                InviteStaff(),
            )
    waiting = [one for one in invitations.invitations_by(me(request), at=now()) if one.role in queries.ROLES]
    context = {"form": form, "link": link, "waiting": waiting, "roles": office_roles()}
    return render(request, "accounts/staff.html", context, status=422 if form.errors else 200)


@role("operator")
@require_safe
def person(request: HttpRequest, user_id: int) -> HttpResponse:
    """One account: which roles it holds, since when and from whom; buttons to give and to take."""
    found = queries.member(user_id)
    if found is None:
        raise Http404
    held = {grant.role: grant for grant in found.grants}
    rows = [(key, name, what, held.get(key)) for key, (name, what) in office_roles().items()]
    context = {"person": found, "rows": rows, "two": queries.rule(actions.CHANGE_ROLE)}
    return render(request, "accounts/person.html", context)


@role("operator")
@fresh("password")
@require_POST
def roles(request: HttpRequest, user_id: int) -> HttpResponse:
    """Give or take a role. Where two operators are needed for it, this proposes it to the others."""
    wanted, give = request.POST.get("role", ""), request.POST.get("act") != "withdraw"
    try:
        done = _change_role(user_id, wanted, give=give, by=me(request), at=now())
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        if done.proposal:
            messages.success(request, _("It is proposed. It is in force once another operator has confirmed it."))
            return redirect("accounts:confirmations")
        messages.success(request, _("The roles have changed; they are in force at once."))
    return redirect("accounts:person", user_id)


def _change_role(user_id: int, wanted: str, *, give: bool, by: int, at: datetime) -> queries.Done:
    if wanted in actions.GUARDED:
        payload = actions.role_change(user_id, wanted, give=give)
        return actions.do_or_propose(actions.CHANGE_ROLE, payload, by=by, at=at)
    change = actions.grant if give else actions.withdraw
    change(user_id, role=wanted, by=by, at=at)
    return queries.Done()


@role("operator")
@fresh("password")
@require_POST
def end_sessions(request: HttpRequest, user_id: int) -> HttpResponse:
    """Sign somebody out everywhere."""
    if queries.member(user_id) is None:
        raise Http404
    actions.end_sessions(user_id, by=me(request), at=now())
    messages.success(request, _("They are signed out everywhere."))
    return redirect("accounts:person", user_id)
