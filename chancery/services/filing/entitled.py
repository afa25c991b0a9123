"""Who may do what with an application that is shared with them."""

from datetime import date

from django.utils.translation import gettext as _

from chancery.core.refusal import Denied
from chancery.records.register import queries as rights
from chancery.records.register.queries import Right
from chancery.treaties import pct

OWNER, EDITOR = "owner", "editor"


def may_do(act: pct.Act, level: str | None) -> bool:
    """An owner may do every act; an editor those that an agent may do for the applicants (PCT Rule 90.3(a)).

    A withdrawal is for the owner to hand in, whoever signs it.
    """
    return level == OWNER or (level == EDITOR and act.who != "all applicants")


def entitled(number: str, act: pct.Act, *, by: int, on: date, version: int | None = None) -> Right:
    """The right on which this person may do this act. Raises `Denied`, as if there were none for strangers."""
    level = rights.level(number, by, on=on)
    right = rights.right(number, version=version) if level else None
    if right is None:
        raise Denied.because(_("There is no such application among yours."))
    if not may_do(act, level):
        raise Denied.because(
            _("It is shared with you to read, or without the right to withdraw anything. Ask its owner."),
            cites="PCT Rule 90bis.5" if act.who == "all applicants" else "",
        )
    return right
