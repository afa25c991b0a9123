"""The record of processing activities (GDPR Art. 30), made from the notice, the settings and the tables themselves."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.apps import apps
from django.conf import settings
from django.contrib.auth.hashers import get_hasher
from django.utils.translation import gettext as _

from chancery.records.privacy.notice import HoldingNotice, Notice, Processor, RoomNotice
from chancery.records.privacy.wording import in_words


@dataclass(frozen=True, kw_only=True)
class Activity:
    """What is done with one table: Art. 30(1)(b) to (f). ``rows`` is how much there is now."""

    room: str
    what: str
    model: str
    rows: int
    purposes: tuple[str, ...]
    subjects: tuple[str, ...]
    categories: tuple[str, ...]
    bases: tuple[str, ...]
    recipients: tuple[str, ...]
    processors: tuple[Processor, ...]
    keeps: tuple[str, ...]
    cites: tuple[str, ...]


def activities(told: Notice) -> list[Activity]:
    """One for each table that holds personal data, in the order of the notice."""
    return [_activity(room, holding, told.processors) for room in told.rooms for holding in room.holdings]


def _activity(room: RoomNotice, holding: HoldingNotice, processors: Sequence[Processor]) -> Activity:
    terms = [row.terms for row in holding.rows]
    return Activity(
        room=room.title,
        what=holding.what,
        model=holding.model,
        rows=apps.get_model(holding.model)._default_manager.count(),
        purposes=_once(one.purpose for one in terms),
        subjects=_once(one.subject.value for one in terms),
        categories=_once(one.category.value for one in terms),
        bases=_once(one.basis.value for one in terms),
        recipients=_once(who for one in terms for who in one.recipients),
        processors=tuple(one for one in processors if holding.model in one.holds),
        keeps=_once(in_words(one.keep) for one in terms),
        cites=_once(one.cites for one in terms if one.cites),
    )


def _once(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))


def measures() -> list[str]:
    """The general description of the security measures, Art. 30(1)(g): what the settings of this installation say."""
    lines = [
        _("Connections are encrypted (HTTPS), and browsers are told to come back only so.")
        if settings.SECURE
        else _("Connections are not encrypted: the portal's address begins with http."),
        _("Passwords are kept as salted hashes (%(algorithm)s); those that are known to have leaked are refused.")
        % {"algorithm": get_hasher().algorithm},
        _("Passkeys and second factors can be set up; acts that are dangerous ask for them again."),
        _("Whoever opens a page needs the role that the page names; an application before publication needs a share."),
        _("Every act of the register stands in a ledger that cannot be changed unnoticed."),
        _("No page loads anything from another site, and none sets a cookie that is not in the notice."),
    ]
    if settings.DATABASES["default"]["ENGINE"].endswith("postgresql"):
        lines.append(_("The tables lie in PostgreSQL, reached with a password of its own."))
    return lines
