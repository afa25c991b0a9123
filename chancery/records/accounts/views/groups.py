"""Pages of an organisation's groups, and of what its plain members may do."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from chancery.core.access import signed_in
from chancery.core.clock import now, today
from chancery.core.refusal import Refused
from chancery.records.accounts import actions, groups, queries
from chancery.records.accounts.forms import Group, MembersLevel
from chancery.records.accounts.views import me, number, told


@signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def make(request: HttpRequest, organisation_id: int) -> HttpResponse:
    """The groups of an organisation, for its members. A POST makes one, or says what plain members may do."""
    house = queries.organisation(organisation_id)
    mine = queries.membership_role(organisation_id, me(request), today())
    if house is None or not mine:
        raise Http404
    posted = request.POST.get("act")
    making = Group(request.POST if posted == "make" else None)
    levelling = MembersLevel(request.POST if posted == "level" else None, initial={"level": house.members_level})
    if making.is_valid() and _tried(
        making, lambda: actions.make_group(organisation_id, **making.terms(), by=me(request), at=now())
    ):
        return redirect("accounts:make-group", organisation_id)
    if levelling.is_valid() and _tried(
        levelling,
        lambda: actions.say_members_level(organisation_id, **levelling.cleaned_data, by=me(request), at=now()),
    ):
        return redirect("accounts:make-group", organisation_id)
    context = {
        "organisation": house,
        "administers": mine == "admin",
        "groups": groups.groups_of(organisation_id, today()),
        "making": making,
        "levelling": levelling,
    }
    wrong = making.errors or levelling.errors
    return render(request, "accounts/organisations/groups.html", context, status=422 if wrong else 200)


@signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def group(request: HttpRequest, group_id: int) -> HttpResponse:
    """One group, for those who administer its organisation: what it is for, who is in it. A POST changes or ends it."""
    house, shown = _administered(request, group_id)
    first = Group.of(shown.scopes, name=shown.name, level=shown.level)
    form = Group(request.POST if request.POST.get("act") == "change" else None, initial=first)
    if request.POST.get("act") == "end":
        actions.end_group(group_id, by=me(request), at=now())
        messages.success(request, _("Done. It is in force at once."))
        return redirect("accounts:make-group", house.id)
    if form.is_valid() and _tried(
        form, lambda: actions.change_group(group_id, **form.terms(), by=me(request), at=now())
    ):
        return redirect("accounts:group", group_id)
    inside = {user for user, _name in shown.members}
    others = [one for one in queries.members_of(house.id, today()) if one.user not in inside]
    context = {"organisation": house, "group": shown, "form": form, "others": others}
    return render(request, "accounts/organisations/group.html", context, status=422 if form.errors else 200)


@signed_in
@require_POST
def belong(request: HttpRequest, group_id: int) -> HttpResponse:
    """Put a member into the group, or take one out."""
    _administered(request, group_id)
    act = actions.take_from_group if request.POST.get("act") == "remove" else actions.add_to_group
    told(
        request,
        lambda: act(group_id, number(request.POST.get("user")), by=me(request), at=now()),
        _("Done. It is in force at once."),
    )
    return redirect("accounts:group", group_id)


def _administered(request: HttpRequest, group_id: int) -> tuple[queries.OrganisationShown, groups.GroupShown]:
    """The group and its organisation; to everyone but its administrators it is not there."""
    organisation_id = groups.house_of(group_id)
    house = queries.organisation(organisation_id) if organisation_id else None
    if house is None or queries.membership_role(house.id, me(request), today()) != "admin":
        raise Http404
    return house, next(one for one in groups.groups_of(house.id, today()) if one.id == group_id)


def _tried(form: Group | MembersLevel, act: Callable[[], object]) -> bool:
    """Whether the act was done; where it is refused, the form says why."""
    try:
        act()
    except Refused as refused:
        form.show(refused.findings)
        return False
    return True
