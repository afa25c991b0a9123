"""The counter of the inbox: the messages of every service, which mail a person wants, and the way out of a mail."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from chancery.core.access import public, signed_in
from chancery.core.clock import now
from chancery.core.refusal import Refused
from chancery.records.mail import actions, queries, stopping
from chancery.records.mail.classes import CLASSES
from chancery.records.mail.queries import Choice
from chancery.records.mail.stopping import Stop
from chancery.records.register.queries import from_address

PER_PAGE = 50
ONE_CLICK = "One-Click"


@signed_in
@never_cache
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The messages of every service; the address says which of them."""
    choice = _choice(request)
    page = Paginator(queries.items(_me(request), choice), PER_PAGE).get_page(request.GET.get("page"))
    services = queries.services(_me(request), choice)
    context = {
        "page": page,
        "choice": choice,
        "services": services,
        "labels": {one.key: one.label for one in services},
        "total": sum(one.count for one in services),
        "unread": queries.unread(_me(request)),
        "by_email": bool(settings.SMTP),
    }
    return render(request, "inbox/index.html", context)


def _choice(request: HttpRequest) -> Choice:
    query = request.GET.dict()
    return Choice.of(query | {"about": from_address(query.get("about", ""))})


@signed_in
@require_POST
def act(request: HttpRequest) -> HttpResponse:
    """Mark messages or put them away: those that are ticked, or everything that the address shows."""
    done, me, at = request.POST.get("act", ""), _me(request), now()
    ids = [int(one) for one in request.POST.getlist("item") if one.isdigit() and len(one) < 19]
    if done == "all read":
        changed = actions.mark_all(_choice(request), by=me, at=at)
    elif not ids:
        messages.warning(request, _("Tick the messages first."))
        return _back(request)
    elif done in {"read", "new"}:
        changed = actions.mark(ids, read=done == "read", by=me, at=at)
    else:
        changed = actions.archive(ids, away=done == "archive", by=me, at=at)
    messages.success(request, ngettext("%(n)d message changed.", "%(n)d messages changed.", changed) % {"n": changed})
    return _back(request)


def _back(request: HttpRequest) -> HttpResponse:
    return redirect(f"{reverse('inbox:index')}?{request.GET.urlencode()}".rstrip("?"))


@signed_in
@never_cache
@require_safe
def message(request: HttpRequest, item_id: int) -> HttpResponse:
    """One message; a letter has a page of its own. Whoever opens it has read it."""
    shown = queries.item(item_id, _me(request))
    if shown is None:
        raise Http404
    if shown.letter_id is not None:
        return redirect("mail:letter", shown.letter_id)
    actions.mark([item_id], read=True, by=_me(request), at=now())
    label = next((one.label for one in queries.senders() if one.service == shown.service), shown.service)
    return render(request, "inbox/message.html", {"item": shown, "label": label})


@public
@never_cache
@require_safe
def bell(request: HttpRequest) -> HttpResponse:
    """The bell by itself, for a page that stays open; nothing for whoever is no longer signed in."""
    if not request.user.is_authenticated:
        return HttpResponse(status=204)
    return render(request, "site/furniture/bell.html", {"inbox": {"unread": queries.unread(_me(request))}})


@signed_in
@never_cache
@require_safe
def mail(request: HttpRequest) -> HttpResponse:
    """Which mail there is, which of it a person can do without, and how often they want to be written to."""
    context = {
        "mandatory": queries.in_use(mandatory=True),
        "switches": queries.switches(_me(request)),
        "rhythm": queries.rhythm(_me(request)),
        "rhythms": queries.RHYTHMS.items(),
        "by_email": bool(settings.SMTP),
        "gpc": request.headers.get("Sec-GPC") == "1",
    }
    return render(request, "inbox/mail.html", context)


@signed_in
@require_POST
def switch(request: HttpRequest) -> HttpResponse:
    """Want mail of one class or not; or none of those that can be done without."""
    kind, how = request.POST.get("kind", ""), "account page"
    try:
        if kind == "all":
            actions.stop_all(user=_me(request), how=how, at=now())
        else:
            actions.switch(kind, on=request.POST.get("on") == "yes", user=_me(request), how=how, at=now())
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("Saved, and written down among what you have agreed to."))
    return redirect("inbox:mail")


@signed_in
@require_POST
def rhythm(request: HttpRequest) -> HttpResponse:
    try:
        actions.choose_rhythm(request.POST.get("every", ""), by=_me(request), at=now())
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("Saved."))
    return redirect("inbox:mail")


@public
@csrf_exempt  # a mail program posts without cookies (RFC 8058); the sealed address is the right to do it
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """Where a mail is stopped. Looking changes nothing, because programs look at every link; a POST does.

    A mail program posts ``List-Unsubscribe=One-Click`` and is answered here, without a redirect; a person presses one
    of the page's buttons. Coming back is as many steps as going.
    """
    found = stopping.opened(token)
    if found is None:
        return render(request, "inbox/stop.html", {"stop": None}, status=404)
    if request.method == "POST":
        _stop(found, request)
    mail_class = CLASSES[found.kind]
    on = queries.wanted(found.kind, user=found.user, email=found.email)
    return render(request, "inbox/stop.html", {"stop": found, "class": mail_class, "on": on, "posted": request.POST})


def _stop(found: Stop, request: HttpRequest) -> None:
    asked = request.POST.get("act", "")
    person: dict[str, Any] = {"user": found.user, "email": found.email}
    if asked == "all":
        actions.stop_all(**person, how="page behind the link in a mail", at=now())
    elif asked == "again":
        actions.switch(found.kind, on=True, **person, how="page behind the link in a mail", at=now())
    elif asked == "stop" or request.POST.get("List-Unsubscribe") == ONE_CLICK:
        how = "page behind the link in a mail" if asked else "one click in a mail program (RFC 8058)"
        actions.switch(found.kind, on=False, **person, how=how, at=now())


def _me(request: HttpRequest) -> int:
    me = request.user.pk
    assert me is not None  # the mark on the view has seen to it
    return me
