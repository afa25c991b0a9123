"""Step-up: whether somebody has shown lately who they are, and how well; where not, they are asked.

The levels are those that services are told of as well (`signon.levels`). `core.access.fresh` is the mark on a view.
"""

import time
from collections.abc import Mapping
from typing import Any

from allauth.account import app_settings
from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.reauthentication import suspend_request
from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from chancery.records.accounts.models import User
from chancery.records.accounts.signon.levels import LEVELS, PASSKEY, PASSWORD, SECOND_FACTOR


def level_of(record: Mapping[str, Any]) -> str:
    """How well one line of the session's own log shows who it is: what was typed, or which key was touched."""
    if record.get("method") != "mfa":
        return PASSWORD
    return PASSKEY if record.get("type") == Authenticator.Type.WEBAUTHN else SECOND_FACTOR


def shown(request: HttpRequest) -> str:
    """The best level at which this person confirmed who they are, within the last minutes; "" where not at all.

    The sign-in itself does not count: what is dangerous is confirmed on purpose.
    """
    since = time.time() - app_settings.REAUTHENTICATION_TIMEOUT  # noqa: TID251 - true seconds, as in the session's log
    records = get_authentication_records(request, request.user)
    fresh = [level_of(one) for one in records if one.get("reauthenticated") and one["at"] >= since]
    return max(fresh, key=LEVELS.index, default="")


def asked(request: HttpRequest, level: str) -> HttpResponse | None:
    """Where to send somebody who has to show first who they are; None where they have. `settings.STEP_UP`."""
    if LEVELS.index(level) <= _rank(shown(request)):
        return None
    name = _page(request, level)
    if name:
        answer: HttpResponse = suspend_request(request, reverse(name))
        return answer
    missing = _("This step asks for a passkey. Add one first.")
    if level == SECOND_FACTOR:
        missing = _("This step asks for a second factor. Set one up first: a passkey, or codes from an app.")
    messages.warning(request, missing)
    return redirect("mfa_index")


def _rank(level: str) -> int:
    return LEVELS.index(level) if level else -1


def _page(request: HttpRequest, level: str) -> str:
    """The page that asks: the strongest thing this person has that is enough; "" where they have none."""
    user = request.user
    types = {*Authenticator.objects.filter(user_id=user.pk).values_list("type", flat=True)}
    if level == PASSWORD and isinstance(user, User) and user.has_usable_password():
        return "account_reauthenticate"
    if Authenticator.Type.WEBAUTHN in types:
        return "mfa_reauthenticate_webauthn"
    if Authenticator.Type.TOTP in types and level != PASSKEY:
        return "mfa_reauthenticate"
    return ""
