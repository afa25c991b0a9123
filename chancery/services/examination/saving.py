"""An answer that came late, or has not come: which rule still saves it, and until what happens."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chancery.records.register.queries import Invited, Right
from chancery.services.examination.formalities import (
    ARTICLE_11,
    ARTICLE_14,
    DEMAND,
    PARTS,
    PAY,
    PRIORITY,
    PUBLICATION_TRANSLATION,
    SEARCH_TRANSLATION,
)
from chancery.treaties.kernel import months


@dataclass(frozen=True)
class Rescue:
    """The rule under which an act after its time limit still counts, in words."""

    words: str | Promise
    cites: str


RESCUES = {
    ARTICLE_14: Rescue(_("It counts as long as the receiving Office has not decided."), "PCT Rule 26.2"),
    PAY: Rescue(_("A payment counts that arrives before the declaration."), "PCT Rule 16bis.1(e)"),
    ARTICLE_11: Rescue(
        _("It counts if it arrives before the notification that there is no international application."),
        "PCT Rule 20.7(b)",
    ),
    SEARCH_TRANSLATION: Rescue(
        _("A translation counts that arrives before the declaration, and before fifteen months."), "PCT Rule 12.3(d)"
    ),
    PUBLICATION_TRANSLATION: Rescue(
        _("A translation counts that arrives before the declaration, and before seventeen months."), "PCT Rule 12.4(d)"
    ),
    DEMAND: Rescue(_("The Authority may extend the time limit before it decides."), "PCT Rule 60.1(a)"),
    PRIORITY: Rescue(
        _("A correction counts that arrives before the claim is declared void, at most one month late."),
        "PCT Rule 26bis.2(b)",
    ),
}
"""Nothing saves a missing part that comes too late (`PARTS`): a new time limit runs from its receipt."""

INVITED_TOO_EARLY = Rescue(
    _("A payment counts that arrives before the invitation to pay is sent."), "PCT Rule 16bis.1(d)"
)
BEYOND = {PRIORITY: months(1)}
"""How long after the time limit, where the rule says it."""


@dataclass(frozen=True)
class Late:
    """An invitation answered late, or open after its time limit. ``rescue`` is None where no rule saves it."""

    invited: Invited
    days: int
    rescue: Rescue | None

    @property
    def answered(self) -> bool:
        return self.invited.answered_on is not None


def late(right: Right, *, on: date) -> tuple[Late, ...]:
    """Invitations whose time limit was missed, and what becomes of them."""
    return tuple(_late(one, on) for one in right.invitations if one.due < (one.answered_on or on))


def _late(one: Invited, on: date) -> Late:
    came = one.answered_on or on
    return Late(one, (came - one.due).days, rescue_of(one, came))


def rescue_of(one: Invited, came: date) -> Rescue | None:
    """The rule that saves what comes on a day after the time limit. An Office decides on nothing that it saves."""
    beyond = BEYOND.get(one.form)
    if one.form == PARTS or (beyond and came > beyond.after(one.due)):
        return None
    return RESCUES.get(one.form)
