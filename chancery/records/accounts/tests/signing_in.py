"""Signing in for tests: with a second factor that has just been shown."""

import time

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.http import HttpRequest
from django.test import Client

from chancery.records.accounts.models import User


def signed_in_with_a_second_factor(client: Client, user_id: int, *, ago: int = 0, kind: str = "totp") -> None:
    """As if the person had just given the code of their app, or touched their key (``kind`` "webauthn")."""
    user = User.objects.get(pk=user_id)
    client.force_login(user)
    if kind == "totp":
        TOTP.activate(user, generate_totp_secret())
    shown(client, user, {"method": "mfa", "type": kind, "reauthenticated": True}, ago=ago)


def shown(client: Client, user: User, record: dict, *, ago: int = 0) -> None:
    """Write one line into the session's own log of what was shown, by allauth's own function."""
    request = HttpRequest()
    request.session = client.session
    method = record.pop("method")
    record_authentication(request, user, method=method, **record)
    request.session["account_authentication_methods"][-1]["at"] = time.time() - ago  # noqa: TID251 - true seconds
    request.session.save()
