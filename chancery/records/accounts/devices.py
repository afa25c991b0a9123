"""Which browsers a person signs in with: the first time one is seen, the person is told."""

from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from chancery.records.accounts import notices
from chancery.records.accounts.history import note
from chancery.records.accounts.models import Act, User

REMEMBERED = timedelta(days=400)
"""A browser not seen for so long is new again."""

BROWSERS = (("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"))
SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
)


def named(user_agent: str) -> str:
    """Browser and system, as in "Firefox, Windows". In order: Edge claims to be Chrome, Chrome to be Safari."""
    name = next((word for sign, word in BROWSERS if sign in user_agent), "")
    system = next((word for sign, word in SYSTEMS if sign in user_agent), "")
    return ", ".join(filter(None, (name, system))) or user_agent[:60] or _("a browser that does not say what it is")


def seen(user_id: int, user_agent: str, *, at: datetime) -> bool:
    """Note a sign-in with a kind of browser that is new for this person, and write to them. Returns whether it was new.

    The very first one is the browser in which the account was opened: nobody needs to be told of it.
    """
    device = named(user_agent)
    known = Act.objects.filter(about_id=user_id, kind="signed in")
    if known.filter(facts__device=device, at__gt=at - REMEMBERED).exists():
        return False
    first = not known.exists()
    note("signed in", at=at, by=user_id, about=user_id, device=device)
    if not first:
        notices.new_device(User.objects.get(pk=user_id), device, at=at)
    return True
