"""Addresses that others know without asking (RFC 8615). One that is not here is not found."""

from datetime import datetime, timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from chancery.core.access import public
from chancery.core.clock import now

VALID_FOR = timedelta(days=180)  # RFC 9116 asks for less than a year


@public
@require_safe
def security_txt(_request: HttpRequest) -> HttpResponse:
    """Whom to tell of a weakness (RFC 9116). It is made on request, so it never expires while the portal runs."""
    return HttpResponse(_security(now()), content_type="text/plain; charset=utf-8")


def _security(at: datetime) -> str:
    expires = (at + VALID_FOR).replace(hour=0, minute=0, second=0, microsecond=0)
    contact = settings.SECURITY_CONTACT
    lines = [
        f"Contact: {contact if ':' in contact else f'mailto:{contact}'}",
        f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}",
        f"Preferred-Languages: {', '.join(code.partition('-')[0] for code, _name in settings.LANGUAGES)}",
        f"Canonical: {settings.SITE_URL}{reverse('security-txt')}",
    ]
    return "\n".join(lines) + "\n"


@public
@require_safe
def change_password(_request: HttpRequest) -> HttpResponse:
    """Where a password manager sends people (W3C: A Well-Known URL for Changing Passwords)."""
    return HttpResponseRedirect(reverse("account_change_password"))
