"""Fits allauth to the house: no user names, links on screen where a demonstration sends no mail, sign-in alerts."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context as present
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.contrib.sites.shortcuts import get_current_site
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from chancery.core.clock import now
from chancery.records.accounts import devices
from chancery.records.accounts.signon import logout as signon

SHOWN_LINK = "shown_link"
ALERT = "user_agent"  # the library says with which browser only in alerts


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

    def send_account_already_exists_mail(self, email: str) -> None:
        """Whoever asks for an account that there is waits as long as for a new one: its password is hashed too."""
        make_password(self.request.POST.get("password1", "") if self.request else "")
        super().send_account_already_exists_mail(email)

    def confirm_email(self, request: HttpRequest, email_address: Any) -> bool:
        request.session.pop(SHOWN_LINK, None)
        confirmed: bool = super().confirm_email(request, email_address)
        return confirmed

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """The library's mail goes through the house's door, with its class.

        An office without a mail server puts it into a folder, where a developer finds the links.
        """
        if not settings.SMTP:
            super().send_mail(template_prefix, email, context)
            return
        request = present.request
        about = {"request": request, "email": email, "current_site": get_current_site(request)}
        mail = self.render_mail(template_prefix, email, about | context)
        import_string(settings.SEND_NOTE)(
            email,
            kind="security" if ALERT in context else "account",
            about="account",
            subject=str(mail.subject),
            body=f"{mail.body}\n",
            at=now(),
        )

    def send_notification_mail(self, template_prefix: str, user: Any, *args: Any, **more: Any) -> None:
        """An alert stands in the inbox as well, without the network address that its e-mail names."""
        super().send_notification_mail(template_prefix, user, *args, **more)
        import_string(settings.TELL)(
            user.pk,
            kind="security",
            service="accounts",
            subject=" ".join(render_to_string(f"{template_prefix}_subject.txt").split()),
            body=_("If it was not you, change your password, and look where you are signed in."),
            link=reverse("usersessions_list"),
            at=now(),
            by_mail=False,
        )

    def logout(self, request: HttpRequest) -> None:
        """Here, and at the services that were signed in to from here."""
        if request.session.session_key:
            signon.leave(request.session.session_key, at=now(ahead=0))
        super().logout(request)

    def post_login(self, request: HttpRequest, user: Any, **more: Any) -> Any:
        devices.seen(user.pk, self.get_http_user_agent(request), at=now())
        response = super().post_login(request, user, **more)
        import_string(settings.SIGNED_IN)(request, response, user)
        return response

    def save_user(self, request: HttpRequest, user: Any, form: Any, commit: bool = True) -> Any:
        """Whose browser asks not to be followed (Sec-GPC) begins with a no to every mail that can be done without."""
        saved = super().save_user(request, user, form, commit)
        if commit and import_string(settings.HONOURS_GPC)(request):
            import_string(settings.STOP_ALL)(user=saved.pk, how="Sec-GPC at sign-up", at=now())
        return saved
