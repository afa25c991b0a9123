"""The counter for the notice: its pages, the same as data, its versions, their acceptance, and the cookies."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

import msgspec
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.module_loading import import_string
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from chancery.core.access import public, signed_in
from chancery.core.clock import now
from chancery.core.personal import Cookie
from chancery.core.refusal import Refused
from chancery.records.privacy import changes as differences
from chancery.records.privacy import dpv, versions
from chancery.records.privacy.notice import Notice, overrides, written
from chancery.records.privacy.summary import CATEGORIES, summary
from chancery.records.privacy.versions import Version

READABLE = {"ensure_ascii": False, "indent": 2}


@public
@require_safe
def notice(request: HttpRequest) -> HttpResponse:
    return render(request, "privacy/notice.html", {**_shown(versions.current()), "newest": versions.newest()})


@public
@require_safe
def service(request: HttpRequest, key: str) -> HttpResponse:
    """What one service keeps, and where it differs from what holds for all of them."""
    told = versions.current()
    room = told.room(key)
    if room is None:
        raise Http404
    context = {"notice": told, "room": room, "overrides": overrides(told, room), "categories": _categories()}
    return render(request, "privacy/service.html", context)


@public
@require_safe
def notice_json(_request: HttpRequest) -> HttpResponse:
    """The notice as data, for those who compare offices."""
    return JsonResponse(msgspec.to_builtins(versions.current()), json_dumps_params=READABLE)


@public
@require_safe
def notice_dpv(_request: HttpRequest) -> HttpResponse:
    """The notice in the words of the W3C Data Privacy Vocabulary, as JSON-LD."""
    data = dpv.document(versions.current(), base=settings.SITE_URL + reverse("privacy:notice"))
    return JsonResponse(data, content_type="application/ld+json", json_dumps_params=READABLE)


@public
@require_safe
def history(request: HttpRequest) -> HttpResponse:
    """Every version, and what each changed."""
    found = [(one, versions.changes_of(one.number)) for one in versions.versions()]
    rows = [(one, changed, {change.what: change.material for change in reversed(changed)}) for one, changed in found]
    return render(request, "privacy/versions.html", {"rows": rows})


@public
@require_safe
def version(request: HttpRequest, number: int) -> HttpResponse:
    """A version as it was, in the reader's language."""
    this, newest = _version(number), versions.newest()
    context = {**_shown(this.told), "version": this, "newest": newest, "intact": written(this.told).digest}
    return render(request, "privacy/notice.html", context)


@public
@require_safe
def changes(request: HttpRequest, old: int, new: int) -> HttpResponse:
    """What changed from one version to another."""
    before, after = _version(old), _version(new)
    found = differences.changes(before.told, after.told)
    context = {"before": before, "after": after, "changes": found, "aspects": differences.words()}
    return render(request, "privacy/changes.html", context)


@public
@require_safe
def feed(_request: HttpRequest) -> HttpResponse:
    """The versions as an Atom feed (RFC 4287)."""
    page = settings.SITE_URL + reverse("privacy:versions")
    atom = Atom1Feed(
        title=_("Privacy notice of %(office)s") % {"office": settings.OFFICE_NAME},
        link=page,
        description="",
        language=get_language(),
        feed_url=settings.SITE_URL + reverse("privacy:feed"),
        author_name=str(settings.OFFICE_NAME),
    )
    for one in versions.versions():
        link = settings.SITE_URL + reverse("privacy:version", args=[one.number])
        atom.add_item(
            title=_("Version %(number)s") % {"number": one.number},
            link=link,
            description=_("Changes what is kept, what for, how long or who sees it.") if one.material else "",
            pubdate=one.made_at,
            updateddate=one.made_at,
            unique_id=f"{link}#{one.digest}",
        )
    return HttpResponse(atom.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")


@signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def accept(request: HttpRequest) -> HttpResponse:
    """The newest notice, what changed since the person last accepted one, and a button that says that they do."""
    user_id, newest = request.user.pk, versions.newest()
    assert user_id is not None  # the mark on the view has seen to it
    if newest is None:
        raise Http404
    after = _inward(request, request.POST.get("next") or request.GET.get("next", ""))
    refused = ""
    if request.method == "POST":
        try:
            versions.accept(_number(request.POST.get("version", "")), by=user_id, at=now())
        except Refused as why:
            refused = str(why)
        else:
            messages.success(request, _("Recorded: version %(number)s.") % {"number": newest.number})
            return redirect(after or "privacy:rights")
    mine = versions.accepted(user_id)
    context = {
        "version": newest,
        "summary": summary(newest.told),
        "mine": mine,
        "due": versions.due(user_id) is not None,
        "changes": _since(mine, newest),
        "aspects": differences.words(),
        "required": settings.NOTICE_ACCEPTANCE,
        "next": after,
        "refused": refused,
    }
    return render(request, "privacy/accept.html", context, status=422 if refused else 200)


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def cookies(request: HttpRequest) -> HttpResponse:
    """The cookies that may be set, those that this browser has now, and a way to delete them one by one or all."""
    declared: tuple[Cookie, ...] = import_string(settings.PRIVACY_COOKIES)
    if request.method == "POST":
        return _without_cookies(request, request.POST.getlist("name") or list(request.COOKIES))
    names = {one.name for one in declared}
    context = {
        "rows": [(one, one.name in request.COOKIES) for one in declared],
        "strangers": sorted(set(request.COOKIES) - names),
        "any": bool(request.COOKIES),
    }
    return render(request, "privacy/cookies.html", context)


def _without_cookies(request: HttpRequest, names: Iterable[str]) -> HttpResponseRedirect:
    """Back to the page, the cookies gone. Without that of the session nobody is signed in, so the session ends too."""
    response = HttpResponseRedirect(reverse("privacy:cookies"))
    for name in names:
        if name == settings.SESSION_COOKIE_NAME:
            request.session.flush()
        elif name in request.COOKIES:
            response.delete_cookie(name)
    return response


def _shown(told: Notice) -> dict[str, Any]:
    fields = sum(1 for room in told.rooms for _term in room.terms())
    return {
        "notice": told,
        "summary": summary(told),
        "categories": _categories(),
        "fields": fields,
        "tables": sum(len(room.holdings) for room in told.rooms),
    }


def _categories() -> dict[str, object]:
    return {category.value: words for category, words in CATEGORIES.items()}


def _version(number: int) -> Version:
    found = versions.version(number)
    if found is None:
        raise Http404
    return found


def _since(mine: list[tuple[int, datetime]], newest: Version) -> tuple[differences.Change, ...]:
    """What changed since the version that a person accepted last; since the one before, where they accepted none."""
    last = versions.version(mine[0][0] if mine else max(newest.number - 1, 1))
    return differences.changes(last.told, newest.told) if last else ()


def _inward(request: HttpRequest, address: str) -> str:
    """An address of this site, or nothing."""
    fine = url_has_allowed_host_and_scheme(address, {request.get_host()}, require_https=request.is_secure())
    return address if fine else ""


def _number(text: str) -> int:
    return int(text) if text.isdigit() and len(text) < 10 else 0
