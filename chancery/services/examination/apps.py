from django.apps import AppConfig


class ExaminationConfig(AppConfig):
    name = "chancery.services.examination"
    label = "examination"
    default_auto_field = "django.db.models.BigAutoField"
