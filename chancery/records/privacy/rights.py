"""The rights that take effect at once, and the record of each: what somebody used when.

How a room corrects, restricts or stops is the room's own; `settings.PRIVACY_RIGHTS` names where they are put together.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.utils.functional import Promise
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.core.refusal import Refused
from chancery.records.privacy.models import Exercise

Words = str | Promise

KINDS: Mapping[str, Words] = {
    "copied": gettext_lazy("You took a copy of your data with you"),
    "restricted": gettext_lazy("You had your data kept and not used"),
    "lifted": gettext_lazy("You allowed your data to be used again"),
    "objected": gettext_lazy("You objected, and it was stopped"),
}


@dataclass(frozen=True, kw_only=True)
class Correction:
    """Where something is put right: on a page by the person, or by the law's own way, which ``cites`` names.

    With neither it is a record of what happened: the office corrects it when it is asked in words.
    """

    label: Words
    url: str = ""
    cites: str = ""


@dataclass(frozen=True, kw_only=True)
class Objection:
    """A purpose to which a person can object. ``stands`` says whether it is pursued; ``stop`` ends it, at once."""

    key: str
    label: Words
    line: Words
    cites: str
    stands: Callable[[int], bool]
    stop: Callable[..., object]


@dataclass(frozen=True, kw_only=True)
class Application:
    """An application of the person, and the address at which persons named in it are corrected."""

    number: str
    title: str
    url: str


@dataclass(frozen=True, kw_only=True)
class Rights:
    """What an installation offers. ``corrections`` are by table."""

    corrections: Mapping[str, Correction]
    objections: tuple[Objection, ...]
    applications: Callable[[int, date], Iterable[Application]]
    restricted_since: Callable[[int], datetime | None]
    restrict: Callable[..., None]
    lift: Callable[..., None]


def offered() -> Rights:
    rights: Rights = import_string(settings.PRIVACY_RIGHTS)
    return rights


def restrict(*, by: int, at: datetime) -> None:
    """Have one's data kept and not used (GDPR Art. 18). Twice is once."""
    if offered().restricted_since(by) is None:
        offered().restrict(by=by, at=at)
        _note("restricted", by=by, at=at)


def lift(*, by: int, at: datetime) -> None:
    if offered().restricted_since(by) is not None:
        offered().lift(by=by)
        _note("lifted", by=by, at=at)


def object_to(key: str, *, by: int, at: datetime) -> None:
    """Object to a purpose: what serves it stops now (GDPR Art. 21)."""
    found = next((one for one in offered().objections if one.key == key), None)
    if found is None:
        raise Refused.because(_("Choose what you object to."))
    if found.stands(by):
        found.stop(by, at=at)
        _note("objected", by=by, at=at, what=key)


def copied(*, by: int, at: datetime) -> None:
    """Note that a person took a copy, so that they see it if it was somebody else."""
    _note("copied", by=by, at=at)


def _note(kind: str, *, by: int, at: datetime, what: str = "") -> None:
    Exercise.objects.create(user_id=by, kind=kind, what=what, at=at)


@dataclass(frozen=True, kw_only=True)
class Used:
    at: datetime
    words: Words
    what: Words


def used(user_id: int, *, limit: int = 50) -> list[Used]:
    """Which rights a person used, the newest first."""
    labels = {one.key: one.label for one in offered().objections}
    rows = Exercise.objects.filter(user_id=user_id)[:limit]
    return [Used(at=row.at, words=KINDS[row.kind], what=labels.get(row.what, row.what)) for row in rows]
