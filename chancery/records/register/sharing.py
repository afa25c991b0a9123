"""Who may see a right before it is public, at which level, until when, and why.

A right is shared with a person or an organisation. Who acts for an organisation or another person is for the accounts
to say (`settings.MANDATES`): a mandate never gives more than it says, nor more than the share.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils.module_loading import import_string

from chancery.records.register.models import Share

LEVELS = ("viewer", "editor", "owner")
"""What one may do, each more than the one before: look; also write; also hand in, withdraw and share."""

FILING = "filing"


@dataclass(frozen=True, kw_only=True)
class Shared:
    """A right is shared with a person or an organisation; ``until`` is the last day, None where there is none."""

    id: int
    user: int | None
    organisation: int | None
    level: str
    since: date
    until: date | None


@dataclass(frozen=True, kw_only=True)
class Reason:
    """Why a person may see a right: a share, and the mandate by which it is theirs."""

    level: str
    until: date | None
    share: Shared
    mandate: str


def level(number: str, user_id: int, *, on: date) -> str | None:
    """The highest level at which a person may act on a right on this day; None when it is not theirs."""
    found = (LEVELS.index(one.level) for one in reasons(number, user_id, on=on))
    highest = max(found, default=None)
    return None if highest is None else LEVELS[highest]


def reasons(number: str, user_id: int, *, on: date) -> Iterator[Reason]:
    """Every reason for which a person may see a right on this day."""
    mandates = _mandates(user_id, (FILING, number), on)
    for row in in_force(Share.objects.filter(number=number), on):
        for mandate in mandates:
            if _belongs(row, mandate):
                yield Reason(
                    level=min(row.level, mandate.level, key=LEVELS.index),
                    until=min(filter(None, (row.until, mandate.until)), default=None),
                    share=_shown(row),
                    mandate=mandate.why,
                )


def shared_with(user_id: int, *, on: date) -> list[str]:
    """Numbers of the rights a person may see as theirs on this day, newest first."""
    mandates = _mandates(user_id, (FILING,), on)
    people = [one.person for one in mandates if one.person is not None]
    organisations = [one.organisation for one in mandates if one.organisation is not None]
    rows = in_force(Share.objects.filter(Q(user__in=people) | Q(organisation__in=organisations)), on)
    return list(dict.fromkeys(rows.order_by("-since", "-pk").values_list("number", flat=True)))


def shares(number: str, *, on: date) -> list[Shared]:
    """With whom a right is shared on this day, the first first."""
    return [_shown(row) for row in in_force(Share.objects.filter(number=number), on).order_by("pk")]


def holders(number: str) -> list[int]:
    """The persons a right is shared with: to whom letters about it go."""
    rows = Share.objects.filter(number=number, until=None).exclude(user=None)
    return list(rows.order_by("pk").values_list("user_id", flat=True))


def in_force(rows: "QuerySet[Share]", on: date) -> "QuerySet[Share]":
    return rows.filter(Q(until=None) | Q(until__gte=on))


def _mandates(user_id: int, scopes: Iterable[str], on: date) -> tuple[Any, ...]:
    ask = cast("Callable[[int, str, date], Iterable[Any]]", import_string(settings.MANDATES))
    return tuple(dict.fromkeys(mandate for scope in scopes for mandate in ask(user_id, scope, on)))


def _belongs(row: Share, mandate: Any) -> bool:
    if row.organisation is not None:
        return bool(row.organisation == mandate.organisation)
    return mandate.organisation is None and bool(row.user_id == mandate.person)


def _shown(row: Share) -> Shared:
    return Shared(
        id=row.pk,
        user=row.user_id,
        organisation=row.organisation,
        level=row.level,
        since=row.since.date(),
        until=row.until,
    )
