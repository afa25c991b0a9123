"""Fits allauth to the house: no user names, links on screen where a demonstration sends no mail, sign-in alerts."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.http import HttpRequest

from chancery.core.clock import now
from chancery.records.accounts import devices

SHOWN_LINK = "shown_link"


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    def populate_username(self, request: HttpRequest, user: Any) -> None:
        """There are no user names: people sign in with an address."""

    def get_user_search_fields(self) -> list[str]:
        return ["email", "name"]

    def send_confirmation_mail(self, request: HttpRequest, emailconfirmation: Any, signup: bool) -> None:
        """A demonstration without a mail server shows the link to whoever asked for it; a real office never does."""
        super().send_confirmation_mail(request, emailconfirmation, signup)
        if settings.DEMO and not settings.SMTP:
            request.session[SHOWN_LINK] = self.get_email_confirmation_url(request, emailconfirmation)

    def confirm_email(self, request: HttpRequest, email_address: Any) -> bool:
        request.session.pop(SHOWN_LINK, None)
        confirmed: bool = super().confirm_email(request, email_address)
        return confirmed

    def post_login(self, request: HttpRequest, user: Any, **more: Any) -> Any:
        devices.seen(user.pk, self.get_http_user_agent(request), at=now())
        return super().post_login(request, user, **more)
