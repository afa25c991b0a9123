"""Who is told of the status of a registration, and in which words: what changed in a party, and when renewal is due.

It names the number, parties and days, and nothing of what is registered: an inbox keeps what it is told.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from chancery.core import clock
from chancery.core.ledger import Entry
from chancery.core.saying import said
from chancery.records.accounts import queries as accounts
from chancery.records.mail import actions as mail
from chancery.records.mail import queries as wishes
from chancery.records.register import queries as rights
from chancery.records.register.queries import Registration
from chancery.treaties.registrations import PartyLife


@dataclass(frozen=True)
class Term:
    """The days of a renewal: from ``opens`` on it can be asked for, until ``ends``; with a surcharge until ``late``."""

    opens: date
    ends: date
    late: date


def changed(entry: Entry) -> list[PartyLife]:
    """The parties in which an entry of the ledger has changed the status of a registration, as it is afterwards.

    A party that comes to be designated has had no status before: of that its letter tells.
    """
    before = rights.registration(entry.stream, version=entry.version - 1)
    after = rights.registration(entry.stream, version=entry.version)
    on = clock.local_day(entry.at)
    if not (before and after) or _unread(before) or _unread(after):
        return []
    known = {life.code: _standing(life) for life in before.lives(on=on)}
    return [life for life in after.lives(on=on) if known.get(life.code, _standing(life)) != _standing(life)]


def _unread(file: Registration) -> bool:
    return file.erased or file.received_on is None


def _standing(life: PartyLife) -> frozenset[tuple[str, tuple[int, ...]]]:
    """Which of its things stand in which state."""
    return frozenset((span.state, span.still) for span in life.now)


def term(file: Registration, *, on: date) -> Term | None:
    """The renewal that is next for a registration that still stands in some party, and for which nobody has asked.

    Indications have none.
    """
    if _unread(file) or all(life.tone == "over" for life in file.lives(on=on)):
        return None
    if any(one.act == "renew" for one in file.open_requests):
        return None
    limits = {one.key: one for one in file.limits()}
    notice, renewal = limits.get("renewal_notice"), limits.get("renewal")
    if notice is None or renewal is None:
        return None
    days = (notice.due, renewal.due, renewal.late_until)
    opens, ends, late = (day if isinstance(day, date) else None for day in days)
    return Term(opens, ends, late) if opens and ends and late else None


def concerned(number: str, *, on: date) -> Iterator[tuple[int, bool]]:
    """Everybody whose it is or with whom it is shared, each once; and whether letters about it go to them."""
    holders = frozenset(rights.holders(number))
    for user in sorted(holders | {one for share in rights.shares(number, on=on) for one in _of(share, number, on)}):
        if user in holders or rights.level(number, user, on=on):
            yield user, user in holders


def _of(share: rights.Shared, number: str, on: date) -> Iterator[int]:
    if share.organisation is not None:
        yield from (user for user, _why in accounts.who_acts_for(share.organisation, scope=number, on=on))
    if share.user is not None:
        yield share.user
        yield from accounts.delegates_of(share.user, on=on)


def tell_change(entry: Entry, user: int, *, at: datetime) -> None:
    """Tell one person, a line for each party. Who has a letter of it gets the line in no e-mail of its own."""
    for person in accounts.people([user]):
        with override(person.language):
            if not (lives := changed(entry)):  # an entry before it has been erased since
                return
            subject = _subject(entry.stream, lives)
            lettered = user in rights.holders(entry.stream) and wishes.rhythm(user) == "at once"
            _tell(user, entry.stream, subject, "\n".join(map(_line, lives)), by_mail=not lettered, at=at)


def _subject(number: str, lives: Sequence[PartyLife]) -> str:
    """A summary of the inbox lists subjects alone, so what changed in one party stands in it."""
    words = {"number": number, "parties": " ".join(life.code for life in lives), "status": _states(lives[0])}
    if len(lives) == 1:
        return _("%(number)s, %(parties)s: %(status)s") % words
    return _("%(number)s: new status in %(parties)s") % words


def _line(life: PartyLife) -> str:
    return f"{life.code} {said(life.name)}: {_states(life)}"


def _states(life: PartyLife) -> str:
    return "; ".join(dict.fromkeys(said(span.says) for span in life.now))


def tell_term(number: str, due: Term, *, at: datetime) -> None:
    """Tell everybody that the registration can be renewed, or that the months of grace have begun."""
    on = clock.local_day(at)
    users = [user for user, _own in concerned(number, on=on)]
    for person in accounts.people(users):
        with override(person.language):
            subject, body = _of_term(number, due, on)
            _tell(person.id, number, subject, body, at=at)


def _of_term(number: str, due: Term, on: date) -> tuple[str, str]:
    words = {"number": number, "ends": due.ends.isoformat(), "late": due.late.isoformat()}
    if on <= due.ends:
        return _("%(number)s: it can be renewed") % words, _("Renew it by %(ends)s.") % words
    late = _("The term ended on %(ends)s. It can be renewed with a surcharge until %(late)s.")
    return _("%(number)s: the months of grace have begun") % words, late % words


def _tell(user: int, number: str, subject: str, body: str, *, at: datetime, by_mail: bool = True) -> None:
    mail.tell(
        user,
        kind="status" if user in rights.holders(number) else "watched",
        service="filing",
        about=number,
        subject=subject,
        body=body,
        link=reverse("filing:registration", args=[rights.in_address(number)]) + "#lives",
        by_mail=by_mail,
        at=at,
    )


@dataclass(frozen=True)
class News:
    """What is told of a renewal: its key, from which day on, and until which day it is news."""

    key: str
    since: date
    until: date


def news(due: Term) -> tuple[News, News]:
    """That it can be renewed, and that the months of grace have begun."""
    return (
        News(f"window {due.ends}", due.opens, due.ends),
        News(f"grace {due.ends}", due.ends + timedelta(days=1), due.late),
    )
