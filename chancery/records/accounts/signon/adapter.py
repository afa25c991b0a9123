"""Fits allauth's provider tables to the house. What speaks to services is ours (`engine`); this is what is left."""

from allauth.idp.oidc.adapter import DefaultOIDCAdapter
from django.conf import settings

from chancery.records.accounts.signon import clients


class OIDCAdapter(DefaultOIDCAdapter):  # type: ignore[misc]
    def get_issuer(self) -> str:
        """From the settings: whoever sends a Host header of their own does not change who we are."""
        return str(settings.SITE_URL)

    def hash_token(self, token: str) -> str:
        return clients.digest(token)
