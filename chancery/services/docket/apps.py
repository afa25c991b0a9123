from django.apps import AppConfig


class DocketConfig(AppConfig):
    name = "chancery.services.docket"
    label = "docket"
    default_auto_field = "django.db.models.BigAutoField"
