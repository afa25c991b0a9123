"""The navigation for services that others run beside the portal: as data, and as an element for their pages.

It is made from the same list as the portal's own bar. Nothing of it is about a reader: no cookie is read or set.
"""

import hashlib
from functools import cache
from pathlib import Path
from typing import Annotated, Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language_info, override
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from ninja import Query

from chancery.core.access import public
from chancery.core.wire import Told
from chancery.core.wire import router as room_router
from chancery.site.furniture import NAVIGATION, address, office
from chancery.site.preferences import YEAR

router = room_router(tags=["Navigation"])
SCRIPT = Path(__file__).parent / "static/site/navigation.js"
HOUR = 3600
Language = Annotated[
    str, Query(max_length=10, description="A language of the portal, as `fr`; English where it has none such.")
]


class Link(Told):
    """A word and where it leads: a whole address."""

    label: str
    href: str


class NavigationGroup(Told):
    """One word of the bar; `key` stays the same in every language."""

    key: str
    label: str
    line: str
    href: str
    services: list[Link]


class SpokenLanguage(Told):
    code: str
    name: str
    direction: str


class Navigation(Told):
    """Everything a bar needs, in one language."""

    office: str
    language: str
    direction: str
    label: str
    menu: str
    home: Link
    account: Link
    inbox: Link
    groups: list[NavigationGroup]
    languages: list[SpokenLanguage]


@router.get("/navigation", response=Navigation, summary="The services of the office, for the bar of another service")
def navigation(request: HttpRequest, response: HttpResponse, language: Language = "") -> dict[str, Any]:  # noqa: ARG001
    """What stands in the portal's own bar. Any page may read it; `navigation.js` shows it."""
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Cache-Control"] = f"public, max-age={HOUR}"
    return told(language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE)


@cache
def told(language: str) -> dict[str, Any]:
    """The navigation in one language; it changes only with the code."""
    with override(language):
        return {
            "office": office().name,
            "language": language,
            "direction": _direction(language),
            "label": _("Services"),
            "menu": _("Menu"),
            "home": {"label": office().name, "href": _whole("/")},
            "account": {"label": _("My page"), "href": _whole(address("dashboard"))},
            "inbox": {"label": _("Inbox"), "href": _whole(address("inbox:index"))},
            "groups": [_group(group) for group in NAVIGATION if group.entries],
            "languages": [
                {"code": code, "name": name, "direction": _direction(code)} for code, name in settings.LANGUAGES
            ],
        }


def _group(group: Any) -> dict[str, Any]:
    return {
        "key": group.key,
        "label": str(group.label),
        "line": str(group.line),
        "href": _whole(group.entries[0].href),
        "services": [{"label": str(one.label), "href": _whole(one.href)} for one in group.entries],
    }


def _whole(path: str) -> str:
    return f"{settings.SITE_URL}{path}"


def _direction(language: str) -> str:
    return "rtl" if get_language_info(language)["bidi"] else "ltr"


@public
@require_safe
def script(request: HttpRequest) -> HttpResponse:
    """``/navigation.js``: for an hour; with its own digest behind the question mark, for ever.

    The portal's address is not in it: the element asks where its script came from.
    """
    content, digest = _script()
    for_ever = request.META.get("QUERY_STRING", "") == digest
    response = HttpResponse(content, content_type="text/javascript; charset=utf-8")
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    response.headers["ETag"] = f'"{digest}"'
    response.headers["Cache-Control"] = f"public, max-age={YEAR}, immutable" if for_ever else f"public, max-age={HOUR}"
    return response


@cache
def _script() -> tuple[bytes, str]:
    content = SCRIPT.read_bytes()
    return content, hashlib.sha256(content).hexdigest()[:12]
