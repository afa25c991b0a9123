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
    "nice": (_("Class"), _("Class")),
    "locarno": (_("Class"), _("Subclass")),
    "vienna": (_("Category"), _("Division")),
}
"""What a heading is called: at the top, and below."""
