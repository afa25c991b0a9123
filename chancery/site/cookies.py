"""The cookies the site may set, and the guard that holds back any other."""

import logging
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from chancery.core.personal import Cookie
from chancery.site import identity_providers

log = logging.getLogger("chancery.cookies")

FROM_ELSEWHERE = Cookie(
    name="saml-acs-session",
    purpose="brings the answer of a provider elsewhere to the page that reads it",
    lifetime="until it is read, at once",
    when="when you sign in with an account at a provider that speaks SAML",
    stops="you come back from that provider and are not signed in",
)
COOKIES = (
    Cookie(
        name=settings.SESSION_COOKIE_NAME,
        purpose="keeps you signed in",
        lifetime="until you sign out or close the browser",
        when="when you sign in or sign up",
        stops="you are signed out; what you typed and did not save is lost",
    ),
    Cookie(
        name=settings.CSRF_COOKIE_NAME,
        purpose="lets nobody else's page send a form in your name",
        lifetime="one year",
        when="with a form, such as the one for signing in",
        stops="a form that is open in another tab has to be opened again before it can be sent",
    ),
    Cookie(
        name=settings.LANGUAGE_COOKIE_NAME,
        purpose="remembers the language you chose",
        lifetime="one year",
        when="when you choose a language, or sign in and your account has another than this page",
        stops="pages come in the language that your browser asks for",
    ),
    Cookie(
        name="theme",
        purpose="remembers that you chose the light or the dark page",
        lifetime="one year",
        when="when you choose light or dark, or sign in and have chosen it before",
        stops="pages are light or dark as your system is",
    ),
    *((FROM_ELSEWHERE,) if identity_providers.SAML in settings.OUTSIDE else ()),
)
DECLARED = frozenset(cookie.name for cookie in COOKIES)


class DeclaredCookies:
    """Sends no cookie that the privacy notice does not name; any may be deleted. Stands before whatever sets one."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.answer(request)
        for name in {name for name, morsel in response.cookies.items() if morsel.value} - DECLARED:
            log.error("the cookie %r is not declared (site/cookies.py), so it was not sent", name)
            del response.cookies[name]
        return response
