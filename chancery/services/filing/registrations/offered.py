"""What the forms of the systems of registration offer to choose from, as far as they share it."""

from collections.abc import Iterable

from babel import Locale
from django.utils import translation
from django.utils.translation import gettext as _

from chancery.services.filing import choices
from chancery.services.filing.choices import Choices

ORGANIZATIONS = {"BX": "Benelux", "EM": "European Union", "OA": "African Intellectual Property Organization (OAPI)"}
LANGUAGES = ("en", "fr", "es")
"""Those of an application, in all three systems."""


def country_name(code: str) -> str:
    """A State, or an organization that is a contracting party, in the language of the page."""
    return territory_names().get(code) or ORGANIZATIONS.get(code, code)


def territory_names() -> dict[str, str]:
    return choices.territories(translation.get_language() or "en")


def countries() -> Choices:
    """Every State and territory, for an address."""
    return [("", _("Choose a State")), *by_name(territory_names())]


def earlier_offices() -> Choices:
    """Where an earlier application can have been filed."""
    organizations = by_name(ORGANIZATIONS)
    return [("", _("Choose an Office")), (_("Organizations"), organizations), (_("States"), by_name(territory_names()))]


def languages() -> Choices:
    """The three languages of an application."""
    return [("", _("Choose a language")), *((code, choices.language_name(code)) for code in LANGUAGES)]


def by_name(codes: Iterable[str]) -> list[tuple[str, str]]:
    """Codes with their names, in the order of the names."""
    return sorted(((code, country_name(code)) for code in codes), key=lambda pair: pair[1].casefold())


def any_language() -> Choices:
    """Every language that has a code of two letters, for a name or its translation."""
    codes = [str(code) for code in Locale("en").languages if len(str(code)) == 2]
    named = ((code, choices.language_name(code)) for code in codes)
    return [("", _("Choose a language")), *sorted(named, key=lambda pair: pair[1].casefold())]
