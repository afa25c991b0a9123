from django.apps import AppConfig


class FilingConfig(AppConfig):
    name = "chancery.services.filing"
    label = "filing"
    default_auto_field = "django.db.models.BigAutoField"
