from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "chancery.records.accounts"
    label = "accounts"
    default_auto_field = "django.db.models.BigAutoField"
