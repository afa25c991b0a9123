"""Who has seen what of whom: unpublished applications, and accounts, opened by somebody else."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.contrib.auth import get_user_model
from django.db.models import Q

from chancery.records.privacy.models import Look


@dataclass(frozen=True, kw_only=True)
class Looked:
    """One account opened an application (``number``), or another account (``about``), on a day."""

    viewer: int
    on: date
    number: str = ""
    about: int | None = None


def enter_looks(looks: Iterable[Looked]) -> int:
    """Write them down, each once. Those of and about accounts that are gone are left out. Returns how many came."""
    wanted = list(looks)
    named = {one.viewer for one in wanted} | {one.about for one in wanted if one.about is not None}
    there = set(get_user_model()._default_manager.filter(pk__in=named).values_list("pk", flat=True))
    rows = [
        Look(viewer_id=one.viewer, number=one.number, about_id=one.about, on=one.on)
        for one in wanted
        if one.viewer in there and (one.about is None or one.about in there)
    ]
    Look.objects.bulk_create(rows, ignore_conflicts=True)
    return len(rows)


def looks_at(user_id: int, numbers: Sequence[str], *, limit: int = 500) -> list[Look]:
    """Who else opened this person's account, or one of these applications; the newest first."""
    about = Q(about_id=user_id) | Q(number__in=list(numbers))
    return list(Look.objects.filter(about).exclude(viewer_id=user_id).select_related("viewer")[:limit])


def forget_looks(user_id: int) -> int:
    """Erase looks at an account, and take a person off those that they had themselves. Returns how many rows."""
    gone, _rows = Look.objects.filter(about_id=user_id).delete()
    return gone + Look.objects.filter(viewer_id=user_id).update(viewer=None)
