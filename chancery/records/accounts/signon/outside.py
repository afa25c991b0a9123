"""Signing in here with an account elsewhere: what is taken over, and what is not."""

from datetime import datetime
from typing import Any

from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from django.http import HttpRequest
from django.utils.translation import gettext as _

from chancery.core.clock import now
from chancery.core.refusal import Refused
from chancery.records.accounts.history import note
from chancery.records.accounts.models import User

CONNECT = "connect"


class OutsideAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """An account elsewhere opens the account here that it was linked to, by somebody who was signed in to both.

    The address that a provider names opens nothing: whoever could make a provider say it would be let in.
    """

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Of what the provider says, nothing is kept; it confirms an address only where the operator trusts it to."""
        trusted = bool(sociallogin.provider.app.settings.get("verifies_addresses"))
        for address in sociallogin.email_addresses:
            address.verified = bool(address.verified) and trusted
        sociallogin.account.extra_data = {}
        if sociallogin.state.get("process") == CONNECT and not sociallogin.is_existing:
            note(
                "linked", at=now(ahead=0), by=request.user.pk, about=request.user.pk, provider=sociallogin.provider.name
            )

    def populate_user(self, request: HttpRequest, sociallogin: Any, data: dict[str, Any]) -> Any:
        user = super().populate_user(request, sociallogin, data)
        user.name = f"{user.first_name} {user.last_name}".strip()
        user.language = getattr(request, "LANGUAGE_CODE", "en")
        return user

    def can_authenticate_by_email(self, login: Any, email: str) -> bool:  # noqa: ARG002 - allauth calls it so
        return False


def unlink(account_id: int, *, by: int, at: datetime) -> None:
    """The account elsewhere opens this one no longer. The last way to sign in stays."""
    with transaction.atomic():
        found = SocialAccount.objects.select_for_update().filter(pk=account_id, user_id=by).first()
        if found is None:
            raise Refused.because(_("There is no such linked account."))
        user = User.objects.get(pk=by)
        if not _other_way(user, but=found):
            raise Refused.because(_("This is the only way in which you can sign in. Set a password first."))
        found.delete()
        note("unlinked", at=at, by=by, about=by, provider=found.provider)


def _other_way(user: AbstractBaseUser, *, but: SocialAccount) -> bool:
    more = SocialAccount.objects.filter(user_id=user.pk).exclude(pk=but.pk).exists()
    return more or user.has_usable_password()
