"""The names of the classifications and what they are for, translated."""

from django.utils.translation import gettext_lazy as _

TITLES = {
    "nice": _("Nice Classification"),
    "locarno": _("Locarno Classification"),
    "vienna": _("Vienna Classification"),
}
LEADS = {
    "nice": _("Goods and services, for marks."),
    "locarno": _("Products, for designs."),
    "vienna": _("What is to be seen in a mark with a picture."),
}
UNITS = {
    "nice": (_("Class"), _("Class"), _("Classes")),
    "locarno": (_("Class"), _("Subclass"), _("Subclasses")),
    "vienna": (_("Category"), _("Division"), _("Divisions")),
}
"""What a heading is called: at the top, below, and several below."""

LANGUAGES = {
    "bg": "български",
    "cs": "čeština",
    "da": "dansk",
    "de": "Deutsch",
    "el": "ελληνικά",
    "en": "English",
    "es": "español",
    "et": "eesti",
    "fi": "suomi",
    "fr": "français",
    "hr": "hrvatski",
    "hu": "magyar",
    "it": "italiano",
    "lt": "lietuvių",
    "lv": "latviešu",
    "mt": "Malti",
    "nl": "Nederlands",
    "pl": "polski",
    "pt": "português",
    "ro": "română",
    "sk": "slovenčina",
    "sl": "slovenščina",
    "sv": "svenska",
}
"""The languages of the assistant, each by its own name."""
