"""The office's own pages about accounts. Sign-in, addresses, passwords and second factors are allauth's."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from chancery.core.access import role, signed_in
from chancery.core.clock import now
from chancery.core.refusal import Refused
from chancery.records.accounts import actions, queries
from chancery.records.accounts.forms import NewToken, Profile

PER_PAGE = 50


def role_words() -> dict[str, tuple[str, str]]:
    """The roles in force today, with their names and what each may do."""
    return {
        "officer": (pgettext("role", "Officer"), _("examines applications, decides, records payments")),
        "publisher": (pgettext("role", "Publisher"), _("publishes the weekly issue")),
        "operator": (pgettext("role", "Operator"), _("gives and takes roles, looks after the installation")),
    }


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def profile(request: HttpRequest) -> HttpResponse:
    """A person's own name and language."""
    me = queries.person(_me(request))
    assert me is not None
    form = Profile(request.POST or None, initial={"name": me.name, "language": me.language})
    if form.is_valid():
        try:
            actions.change_profile(by=me.id, **form.cleaned_data)
        except Refused as refused:
            form.show(refused.findings)
        else:
            messages.success(request, _("Saved."))
            return redirect("accounts:profile")
    return render(request, "accounts/profile.html", {"form": form}, status=422 if form.errors else 200)


@signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def tokens(request: HttpRequest) -> HttpResponse:
    """A person's tokens. A new one is shown in the answer to the form, once: it is written down nowhere."""
    form, secret = NewToken(request.POST or None), ""
    if form.is_valid():
        try:
            secret = actions.make_token(form.cleaned_data["label"], by=_me(request), at=now())
            form = NewToken()
        except Refused as refused:
            form.show(refused.findings)
    context = {"form": form, "secret": secret, "tokens": queries.tokens_of(_me(request))}
    return render(request, "accounts/tokens.html", context, status=422 if form.errors else 200)


@signed_in
@require_POST
def revoke(request: HttpRequest, token_id: int) -> HttpResponse:
    try:
        actions.revoke_token(token_id, by=_me(request), at=now())
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("The token no longer works."))
    return redirect("accounts:tokens")


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
        "roles": role_words(),
    }
    return render(request, "accounts/people.html", context)


@role("operator")
@require_safe
def person(request: HttpRequest, user_id: int) -> HttpResponse:
    """One account: which roles it holds, since when and from whom; buttons to give and to take."""
    found = queries.member(user_id)
    if found is None:
        raise Http404
    held = {grant.role: grant for grant in found.grants}
    rows = [(key, name, what, held.get(key)) for key, (name, what) in role_words().items()]
    return render(request, "accounts/person.html", {"person": found, "rows": rows})


@role("operator")
@require_POST
def roles(request: HttpRequest, user_id: int) -> HttpResponse:
    wanted = request.POST.get("role", "")
    try:
        if request.POST.get("act") == "withdraw":
            actions.withdraw(user_id, role=wanted, by=_me(request))
        else:
            actions.grant(user_id, role=wanted, by=_me(request), at=now())
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("The roles have changed; they are in force at once."))
    return redirect("accounts:person", user_id)


def _me(request: HttpRequest) -> int:
    me = request.user.pk
    assert me is not None  # the mark on the view has seen to it
    return me
