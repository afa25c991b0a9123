from django.apps import AppConfig


class SignOnConfig(AppConfig):
    """Tables of its own, within the accounts' room."""

    name = "chancery.records.accounts.signon"
    label = "signon"
    default_auto_field = "django.db.models.BigAutoField"
