"""What the form of an appellation of origin or a geographical indication offers to choose from."""

from django.utils.translation import gettext as _

from chancery.core import clock
from chancery.services.filing.choices import Choices
from chancery.services.filing.registrations.offered import by_name
from chancery.treaties import lisbon


def parties() -> Choices:
    """Those that are bound by either Act on the office's day."""
    return [("", _("Choose a contracting party")), *several_parties()]


def several_parties() -> Choices:
    return [*by_name(one.code for one in lisbon.bound(clock.today()))]


def kinds() -> Choices:
    return [
        ("", _("Choose one")),
        ("appellation", _("Appellation of origin")),
        ("indication", _("Geographical indication")),
    ]


def presenters() -> Choices:
    return [
        ("", _("Choose one")),
        ("authority", _("The Competent Authority of the party of origin")),
        ("beneficiaries", _("The beneficiaries, or who represents them")),
    ]


def protections() -> Choices:
    return [
        ("", _("Choose one")),
        ("registration", _("A registration")),
        ("law", _("A law or a regulation")),
        ("court decision", _("A decision of a court")),
        ("administrative decision", _("A decision of an authority")),
    ]
