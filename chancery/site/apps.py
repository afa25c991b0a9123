from pathlib import Path

from django.apps import AppConfig
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from chancery.finder import goods


class SiteConfig(AppConfig):
    name = "chancery.site"
    label = "chancery_site"

    def ready(self) -> None:
        """Hand the operator's accepted terms to the assistant. A table that cannot be read is said at the start."""
        folder = Path(settings.GOODS_TERMS) if settings.GOODS_TERMS else None
        try:
            goods.use(folder)
        except goods.BadTerms as error:
            raise ImproperlyConfigured(f"CHANCERY_GOODS_TERMS: {error}") from None
