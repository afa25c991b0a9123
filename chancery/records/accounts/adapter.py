from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Fits allauth to accounts without a user name."""

    def populate_username(self, request: HttpRequest, user: Any) -> None:
        """There are no user names: people sign in with an address."""

    def get_user_search_fields(self) -> list[str]:
        return ["email", "name"]
