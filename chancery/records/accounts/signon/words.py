"""What the levels of signing in are called on pages."""

from django.utils.translation import gettext as _


def levels() -> dict[str, str]:
    return {
        "password": _("a password, or more"),
        "second-factor": _("a second factor, or a passkey"),
        "passkey": _("a passkey"),
    }
