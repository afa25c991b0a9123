"""What the levels of signing in are called on pages."""

from django.utils.translation import gettext as _

from chancery.records.accounts.signon.levels import PASSKEY, PASSWORD, SECOND_FACTOR


def levels() -> dict[str, str]:
    return {
        PASSWORD: _("a password, or more"),
        SECOND_FACTOR: _("a second factor, or a passkey"),
        PASSKEY: _("a passkey"),
    }
