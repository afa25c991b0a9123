"""A person's own pages: profile, tokens."""

from dataclasses import asdict

from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from chancery.core.access import signed_in
from chancery.core.clock import now
from chancery.core.refusal import Refused
from chancery.records.accounts import actions, queries
from chancery.records.accounts.forms import NewToken, Profile
from chancery.records.accounts.views import me, told


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def profile(request: HttpRequest) -> HttpResponse:
    """What a person says of themselves."""
    myself = queries.profile(me(request))
    assert myself is not None
    form = Profile(request.POST or None, initial=asdict(myself))
    if form.is_valid():
        try:
            actions.change_profile(by=myself.id, **form.cleaned_data)
        except Refused as refused:
            form.show(refused.findings)
        else:
            messages.success(request, _("Saved."))
            return redirect("accounts:profile")
    context = {"form": form, "email": myself.email}
    return render(request, "accounts/profile.html", context, status=422 if form.errors else 200)


@signed_in
@require_POST
def end_session(request: HttpRequest, session_id: int) -> HttpResponse:
    """End one of a person's own sessions, at once."""
    session = UserSession.objects.filter(user_id=me(request), pk=session_id).first()
    if session is not None:
        session.end()
        messages.success(request, _("The session is ended."))
    return redirect("usersessions_list")


@signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def tokens(request: HttpRequest) -> HttpResponse:
    """A person's tokens. A new one is shown in the answer to the form, once: it is written down nowhere."""
    form, secret = NewToken(request.POST or None), ""
    if form.is_valid():
        try:
            secret = actions.make_token(form.cleaned_data["label"], by=me(request), at=now())
            form = NewToken()
        except Refused as refused:
            form.show(refused.findings)
    context = {"form": form, "secret": secret, "tokens": queries.tokens_of(me(request))}
    return render(request, "accounts/tokens.html", context, status=422 if form.errors else 200)


@signed_in
@require_POST
def revoke(request: HttpRequest, token_id: int) -> HttpResponse:
    told(request, lambda: actions.revoke_token(token_id, by=me(request), at=now()), _("The token no longer works."))
    return redirect("accounts:tokens")
