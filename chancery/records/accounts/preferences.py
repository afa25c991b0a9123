"""How a person likes the portal: language, appearance, and what stands on their own page. Kept with the account."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db import transaction

from chancery.records.accounts.models import User

THEMES = ("light", "dark")
Data = dict[str, Any]


def choose_language(language: str, *, by: int) -> None:
    """The language of the pages, and of what the office writes. One that the portal does not speak changes nothing."""
    if language in dict(settings.LANGUAGES):
        User.objects.filter(pk=by).update(language=language)


def choose_theme(theme: str, *, by: int) -> None:
    """Light or dark on every device; anything else leaves it to the device."""
    User.objects.filter(pk=by).update(theme=theme if theme in THEMES else "")


def dashboard(user_id: int) -> Data | None:
    """What a person has placed on their page; None where they have placed nothing."""
    found: Data | None = User.objects.filter(pk=user_id).values_list("dashboard", flat=True).first()
    return found


def change_dashboard(change: Callable[[Data | None], Data | None], *, by: int) -> None:
    """Change the page from what it is now, so that of two tabs neither undoes what the other did."""
    with transaction.atomic():
        now = User.objects.select_for_update().filter(pk=by).values_list("dashboard", flat=True).first()
        User.objects.filter(pk=by).update(dashboard=change(now))
