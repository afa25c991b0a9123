"""At sign-in: the newest privacy notice is shown to whoever does not know it, or asks to be accepted."""

from collections.abc import Callable
from urllib.parse import urlencode

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from chancery.records.privacy import queries as privacy

ALWAYS_OPEN = ("/privacy/", "/account/", "/language/", "/theme/", "/static/", "/api/", "/office.", "/.well-known/")
KNOWN = "notice-shown"


class ShowsTheNotice:
    """Asks for it where a person opens a page. Whatever they send is taken first, so nothing that was typed is lost.

    Their rights, their account and the way out stay open. With ``NOTICE_ACCEPTANCE`` the page that they wanted comes
    after they have accepted; without, they are told once in a session, on the page itself.
    """

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if _opens_a_page(request) and request.user.is_authenticated:
            number = privacy.due(request.user.pk)
            if number and settings.NOTICE_ACCEPTANCE:
                query = urlencode({"next": request.get_full_path()})
                return HttpResponseRedirect(f"{reverse('privacy:accept')}?{query}")
            if number and number > 1 and request.session.get(KNOWN) != number:
                request.session[KNOWN] = number
                messages.info(request, _pointer())
        return self.answer(request)


def _pointer() -> SafeString:
    words, link = _("The privacy notice has changed."), _("See what changed")
    return format_html('{} <a href="{}">{}</a>', words, reverse("privacy:accept"), link)


def _opens_a_page(request: HttpRequest) -> bool:
    """A page for a person to read: no form that is sent, no piece of a page, no file for a machine."""
    return (
        request.method == "GET"
        and "text/html" in request.headers.get("Accept", "")
        and not request.headers.get("HX-Request")
        and not request.path.startswith(ALWAYS_OPEN)
    )
