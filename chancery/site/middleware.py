"""Headers that every answer carries."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

FORMS = "form-action 'self'"
POLICY = "; ".join(  # noqa: FLY002 - one directive a line
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",  # Bootstrap's small drawings, the QR code of an authenticator
        "media-src 'self'",  # sound and film marks
        "font-src 'self'",
        "connect-src 'self'",
        FORMS,
        "base-uri 'none'",
        "frame-ancestors 'none'",
    ]
)
PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"


class SecurityHeaders:
    """A strict content security policy: nothing inline, nothing from elsewhere.

    A PDF has none: it is the browser's own viewer that shows it, and some viewers need what the policy forbids. A page
    whose form ends elsewhere (signing in to a service) names where, in ``form_leads_to``.
    """

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.answer(request)
        if not response.get("Content-Type", "").startswith("application/pdf"):
            response.headers.setdefault("Content-Security-Policy", _policy(getattr(response, "form_leads_to", "")))
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        if _signed_in(request):
            response.headers.setdefault("Cache-Control", "private, no-store")
        if _signs_out(request):
            response.headers["Clear-Site-Data"] = '"cache"'
        return response


def _policy(form_leads_to: str) -> str:
    return POLICY.replace(FORMS, f"{FORMS} {form_leads_to}") if form_leads_to else POLICY


def _signed_in(request: HttpRequest) -> bool:
    """Whether the page is for one person: it is then kept by no cache, nor by a browser that others use too.

    Who brings no session cookie is not asked for, so that a visitor costs no query.
    """
    user = getattr(request, "user", None)
    return settings.SESSION_COOKIE_NAME in request.COOKIES and user is not None and user.is_authenticated


def _signs_out(request: HttpRequest) -> bool:
    found = request.resolver_match
    return request.method == "POST" and found is not None and found.url_name == "account_logout"
