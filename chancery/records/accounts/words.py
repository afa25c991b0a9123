"""What roles, levels and scopes are called on pages."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext


def office_roles() -> dict[str, tuple[str, str]]:
    """The roles of the office, with their names and what each may do."""
    return {
        "officer": (pgettext("role", "Officer"), _("examines applications, decides, records payments")),
        "publisher": (pgettext("role", "Publisher"), _("publishes the weekly issue")),
        "operator": (pgettext("role", "Operator"), _("gives and takes roles, looks after the installation")),
    }


def member_roles() -> dict[str, str]:
    return {"member": pgettext("role", "Member"), "admin": pgettext("role", "Administrator")}


def levels() -> dict[str, str]:
    """What somebody may do for another, each more than the one before."""
    return {
        "viewer": _("look"),
        "editor": _("look and write"),
        "owner": _("look, write, hand in and withdraw"),
    }


def scopes() -> dict[str, str]:
    """In what; any other scope is the number of one right."""
    return {"filing": _("all filings"), "everything": _("everything")}
