"""The table of contents: every later act of applicant or holder, by system and group."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from chancery.services.filing.registrations import acts_hague, acts_lisbon, acts_madrid
from chancery.services.filing.registrations.acts_asking import Ask
from chancery.services.filing.shapes import Text

GROUPS: dict[str, Text] = {
    "fees": _("Term and fees"),
    "protection": _("Parties and protection"),
    "publication": _("Publication"),
    "people": _("Holder, representative, licences"),
    "file": _("The application, and notices"),
    "mending": _("Corrections and delays"),
    "papers": _("Extracts"),
    "offices": _("At the Offices of the parties"),
}

ASKS: Mapping[str, Mapping[str, Ask]] = {
    "madrid": {one.key: one for one in acts_madrid.ASKS},
    "hague": {one.key: one for one in acts_hague.ASKS},
    "lisbon": {one.key: one for one in acts_lisbon.ASKS},
}
"""By system and the keys of its acts. Only ``apply`` is missing of those of the holder's side: it begins the file."""


def asks(system: str) -> Mapping[str, Ask]:
    """What is asked for each act of a system."""
    return ASKS[system]
