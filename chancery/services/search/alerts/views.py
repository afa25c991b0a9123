"""The counter of alerts: those of an account, those at a secret address, and the feeds: theirs and of any question."""

import hashlib
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from chancery.core import clock
from chancery.core.access import public, signed_in
from chancery.core.refusal import Refused
from chancery.finder import COLLECTIONS, QueryError
from chancery.records.mail import queries as mail
from chancery.services.search.alerts import alerts, atom, question_feed, rates
from chancery.services.search.alerts import calls as alert_calls
from chancery.services.search.alerts import feed as alert_feed
from chancery.services.search.asking import me, question_of
from chancery.services.search.fairness.fairness import fair_page
from chancery.services.search.models import Alert
from chancery.services.search.saved import saved
from chancery.services.search.saved import views as saved_views
from chancery.services.search.templatetags.finding import spoken


@signed_in
@require_POST
def begin(request: HttpRequest, saved_id: int) -> HttpResponse:
    """Be told of what a saved search finds from now on."""
    row = saved.one(saved_id, me(request))
    if row is None:
        raise Http404("no such saved search")
    typed = {name: request.POST.get(name, "")[:600] for name in ("way", "every", "url")}
    try:
        alerts.begin(saved_id, **typed, by=me(request), at=clock.now())
    except Refused as refused:
        return saved_views.shown(request, row, begun={**typed, "message": str(refused)})
    messages.success(request, _("You are told of what is published from now on."))
    return _back(saved_id)


@signed_in
@require_POST
def act(request: HttpRequest, alert_id: int) -> HttpResponse:
    """End one of one's alerts, write more or less often, go on, or try a webhook out."""
    alert = alerts.own(alert_id, me(request))
    if alert is None:
        raise Http404("no such alert")
    try:
        _done(request, alert, request.POST.get("act", ""))
    except Refused as refused:
        messages.error(request, str(refused))
    return _back(alert.search_id)


def _done(request: HttpRequest, alert: Alert, asked: str) -> None:
    owner, at = me(request), clock.now()
    if asked == "end":
        alerts.end(alert.pk, by=owner)
        messages.success(request, _("The alert is ended."))
    elif asked == "often":
        alerts.write_as_often(alert.pk, every=request.POST.get("every", ""), by=owner)
        messages.success(request, _("Saved."))
    elif asked == "go on":
        alerts.go_on(alert.pk, by=owner, at=at)
        messages.success(request, _("The alert goes on from where it stood."))
    elif asked == "try":
        alert_calls.try_out(alert.pk, by=owner, at=at)
        messages.success(
            request, _("A call without records is on its way. Load this page again to see what became of it.")
        )


def _back(saved_id: int) -> HttpResponse:
    response = redirect("search:saved-search", saved_id)
    response["Location"] += "#alerts"
    return response


@public
@never_cache
@require_http_methods(("GET", "HEAD", "POST"))
def watch(request: HttpRequest) -> HttpResponse:
    """Be told by e-mail, without an account: the address names the search, the form asks where to write."""
    wanted = question_of(request.GET)
    typed = {"email": request.POST.get("email", "")[:254], "every": request.POST.get("every", "daily")}
    context: dict[str, Any] = {
        "question": wanted,
        "kept": saved.shown(saved.unsaved(wanted, at=clock.now())),
        "rhythms": alerts.RHYTHMS,
        "typed": typed,
        "by_email": bool(settings.SMTP),
        "feed": question_feed.address(wanted),
    }
    if request.method != "POST":
        return render(request, "search/watch.html", context)
    if rates.seconds_to_wait(request, typed["email"], second=int(clock.now().timestamp())):
        message = _("Too many alerts were asked for from here within an hour. Ask again later, or sign in.")
        return render(request, "search/watch.html", {**context, "wrong": {"": message}}, status=429)
    try:
        sent = alerts.ask(wanted, **typed, language=get_language() or "en", at=clock.now())
    except Refused as refused:
        wrong = {one.field: one.message for one in refused.findings}
        return render(request, "search/watch.html", {**context, "wrong": wrong}, status=422)
    return render(request, "search/watch.html", {**context, "sent": sent})


@public
@never_cache
@require_http_methods(("GET", "HEAD", "POST"))
def alert(request: HttpRequest, alert_id: int, secret: str) -> HttpResponse:
    """An alert at its secret address: confirmed, changed and ended here. Looking changes nothing: programs look."""
    found = alerts.opened_by(alert_id, secret)
    if found is None:
        return _page(request, {"gone": True}, status=404)
    if request.method == "POST":
        return _acted(request, found, secret)
    return _shown(request, found)


def _acted(request: HttpRequest, found: Alert, secret: str) -> HttpResponse:
    asked = request.POST.get("act", "")
    try:
        if asked == "end":
            alerts.end_at(found.pk, secret=secret)
            return _page(request, {"ended": True})
        if asked == "confirm":
            alerts.confirm(found.pk, secret=secret, at=clock.now())
        elif asked == "often":
            alerts.change_at(found.pk, secret=secret, every=request.POST.get("every", ""))
            messages.success(request, _("Saved."))
    except Refused as refused:
        return _shown(request, found, message=str(refused), status=422)
    return redirect("search:alert", found.pk, secret)


def _shown(request: HttpRequest, found: Alert, *, message: str = "", status: int = 200) -> HttpResponse:
    address = settings.SITE_URL + alerts.href(found)
    context = {
        "alert": found,
        "kept": saved.shown(found.search),
        "rhythms": alerts.RHYTHMS,
        "address": address,
        "feed": settings.SITE_URL + alerts.feed_href(found),
        "found": alert_feed.latest(found, 20),
        "mail_off": bool(found.confirmed_at) and not mail.wanted("alert", email=found.email),
        "message": message,
    }
    return _page(request, context, status=status)


def _page(request: HttpRequest, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    """At a secret address, which no search engine is to keep."""
    response = render(request, "search/alert.html", context, status=status)
    response["X-Robots-Tag"] = "noindex"
    return response


@public
@require_safe
def feed(_request: HttpRequest, alert_id: int, secret: str) -> HttpResponse:
    """What an alert has found, for whoever knows the address of its feed (RFC 4287)."""
    found = alerts.fed_by(alert_id, secret)
    if found is None:
        raise Http404("no such feed")
    headers = {"X-Robots-Tag": "noindex", "Cache-Control": "private, no-cache"}
    return HttpResponse(alert_feed.written(found), content_type=atom.CONTENT_TYPE, headers=headers)


@public
@require_safe
@fair_page
def feed_of_question(request: HttpRequest, collection: str = "") -> HttpResponse:
    """The newest records that a question finds, for any feed reader; what cannot be answered is said as text."""
    if collection and collection not in COLLECTIONS:
        raise Http404("no such collection")
    question = question_of(request.GET, collection)
    try:
        alerts.can_be_told(question.collection)
        text, updated = question_feed.written(question, language=get_language() or "en", at=clock.now())
    except Refused as refused:
        return _as_text(str(refused), 404)
    except QueryError as error:
        return _as_text(" ".join(spoken(error)), 400)
    seconds = int(updated.timestamp())
    headers = {"X-Robots-Tag": "noindex", "Cache-Control": "no-cache", "Last-Modified": http_date(seconds)}
    response = HttpResponse(text, content_type=atom.CONTENT_TYPE, headers=headers)
    response["ETag"] = f'"{hashlib.sha256(response.content).hexdigest()[:32]}"'
    has_it = get_conditional_response(request, etag=response["ETag"], last_modified=seconds, response=response)
    return has_it or response


def _as_text(message: str, status: int) -> HttpResponse:
    return HttpResponse(f"{message}\n", status=status, content_type="text/plain; charset=utf-8")
