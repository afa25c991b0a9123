"""The table of contents: every act of the Treaty that an applicant can do here, in its group."""

from django.utils.translation import gettext_lazy as _

from chancery.services.filing.acts import (
    examination,
    national,
    papers,
    parts,
    people,
    priority,
    publication,
    rectifying,
    search,
    withdrawals,
)
from chancery.services.filing.acts.asking import Ask
from chancery.services.filing.shapes import Text

GROUPS: dict[str, Text] = {
    "request": _("The request"),
    "priority": _("Priority"),
    "search": _("Search and amendments"),
    "examination": _("Preliminary examination"),
    "publication": _("Publication"),
    "national": _("National phase"),
    "papers": _("Letters and copies"),
    "withdrawals": _("Withdrawals"),
}

_EVERY: tuple[Ask, ...] = (
    *people.ASKS,
    *parts.ASKS,
    *rectifying.ASKS,
    *priority.ASKS,
    *search.ASKS,
    *examination.ASKS,
    *papers.ASKS,
    *publication.ASKS,
    *national.ASKS,
    *withdrawals.ASKS,
)

ASKS: dict[str, Ask] = {one.key: one for one in _EVERY}
"""By the keys of `pct.ACTS`. Only ``observe`` is missing: that is for anyone, and has its own page."""
