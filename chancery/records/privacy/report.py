"""What the data protection officer wants to know of a period: counted from the tables, not written by hand."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import Path
from statistics import median
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db.models import Model, QuerySet, Sum
from django.utils.module_loading import import_string
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from chancery.core.clock import local_day
from chancery.core.saying import said
from chancery.records.privacy import breaches
from chancery.records.privacy.models import Consent, Destroyed, Erasure, Exercise, Request
from chancery.records.privacy.notice import Notice
from chancery.records.privacy.notice_models import Breach, NoticeAcceptance, NoticeTold, NoticeVersion, ProcessorRow
from chancery.records.privacy.processing import Activity, activities, measures
from chancery.records.privacy.queries import ANSWERED_WITHIN, RIGHTS
from chancery.records.privacy.summary import CATEGORIES
from chancery.records.privacy.wording import parted

TEMPLATE = Path(__file__).parent / "typst" / "report.typ"


@dataclass(frozen=True, kw_only=True)
class Requests:
    """Requests of one right, made in the period. Times are whole days from request to answer."""

    right: str
    made: int
    answered: int
    late: int
    waiting: int
    median_days: float | None
    longest_days: int | None


@dataclass(frozen=True, kw_only=True)
class Report:
    """All of it, for the days ``since`` to ``until``, both counted."""

    since: date
    until: date
    made_at: datetime
    accounts: int
    opened: int
    requests: tuple[Requests, ...]
    erased: int
    used: tuple[tuple[str, int], ...]
    destroyed: tuple[tuple[str, str, int], ...]
    consents: tuple[tuple[str, int, int], ...]
    versions: tuple[tuple[int, datetime, bool, int, int], ...]
    breaches: tuple[tuple[Breach, tuple[breaches.Duty, ...]], ...]
    processors: tuple[tuple[str, str, bool], ...]
    activities: tuple[Activity, ...]
    measures: tuple[str, ...]


def report(told: Notice, *, since: date, until: date, at: datetime) -> Report:
    """Count. ``told`` is the notice as it is now; ``at`` is the time of the report."""
    people = get_user_model()._default_manager.filter(is_active=True, erased_at=None)
    return Report(
        since=since,
        until=until,
        made_at=at,
        accounts=people.count(),
        opened=_within(people, "joined_at", since, until).count(),
        requests=tuple(_requests(right, since, until, at) for right in RIGHTS),
        erased=_within(Erasure.objects.all(), "at", since, until).count(),
        used=_used(since, until),
        destroyed=_destroyed(since, until),
        consents=_consents(since, until),
        versions=_versions(since, until),
        breaches=tuple(
            (one, tuple(breaches.duties(one, at=at))) for one in _within(Breach.objects.all(), "known_at", since, until)
        ),
        processors=tuple((row.name, row.does, row.ended_at is None) for row in ProcessorRow.objects.all()),
        activities=tuple(activities(told)),
        measures=tuple(measures()),
    )


def _within(rows: "QuerySet[Any]", field: str, since: date, until: date) -> "QuerySet[Any]":
    return rows.filter(**{f"{field}__date__gte": since, f"{field}__date__lte": until})


def _requests(right: str, since: date, until: date, at: datetime) -> Requests:
    rows = list(_within(Request.objects.filter(right=right), "made_at", since, until))
    days = [_days(row.made_at, row.answered_at) for row in rows if row.answered_at]
    late = [row for row in rows if _days(row.made_at, row.answered_at or at) > ANSWERED_WITHIN.days]
    return Requests(
        right=right,
        made=len(rows),
        answered=len(days),
        late=len(late),
        waiting=len(rows) - len(days),
        median_days=median(days) if days else None,
        longest_days=max(days, default=None),
    )


def _days(made_at: datetime, answered_at: datetime) -> int:
    return (local_day(answered_at) - local_day(made_at)).days


def _used(since: date, until: date) -> tuple[tuple[str, int], ...]:
    """Rights that took effect at once, by kind: how often."""
    counted = Counter(_within(Exercise.objects.all(), "at", since, until).values_list("kind", flat=True))
    return tuple(sorted(counted.items()))


def _destroyed(since: date, until: date) -> tuple[tuple[str, str, int], ...]:
    """What the runs of retention destroyed: table, declaration, rows."""
    rows = _within(Destroyed.objects.order_by(), "at", since, until).values_list("model", "keep")
    return tuple(rows.annotate(sum=Sum("rows")).order_by("model", "keep"))


def _consents(since: date, until: date) -> tuple[tuple[str, int, int], ...]:
    """For each purpose: how often a yes and how often a no was entered."""
    rows = _within(Consent.objects.all(), "at", since, until).values_list("purpose", "given")
    counted = Counter(rows)
    purposes = sorted({purpose for purpose, _given in counted})
    return tuple((purpose, counted[purpose, True], counted[purpose, False]) for purpose in purposes)


def _versions(since: date, until: date) -> tuple[tuple[int, datetime, bool, int, int], ...]:
    """Number, time, whether material, how many were told, how many accepted."""
    rows = _within(NoticeVersion.objects.all(), "made_at", since, until)
    return tuple(
        (row.number, row.made_at, row.material, _of(NoticeTold, row), _of(NoticeAcceptance, row)) for row in rows
    )


def _of(model: type[Model], row: NoticeVersion) -> int:
    return model._default_manager.filter(version=row).count()


def pdf(counted: Report) -> bytes:
    """The report as a PDF, set as the letters of the office are."""
    typeset = import_string(settings.PRIVACY_TYPESETTER)
    data: bytes = typeset(TEMPLATE, _words(counted), at=counted.made_at)
    return data


def _words(counted: Report) -> dict[str, Any]:
    """Everything that stands in the PDF, as text in the language of the moment."""
    return {
        "language": (get_language() or "en").partition("-")[0],
        "office": settings.OFFICE_NAME,
        "contact": settings.OFFICE_CONTACT,
        "officer": settings.PRIVACY_OFFICER,
        "seal": settings.OFFICE_COLOUR_SEAL,
        "title": _("Report on data protection"),
        "period": f"{counted.since:%Y-%m-%d} – {counted.until:%Y-%m-%d}",
        "made": f"{local_day(counted.made_at):%Y-%m-%d}",
        "page": pgettext("at the foot of a page", "Page {page} of {pages}"),
        "parts": parts(counted),
        "record": _record(counted),
        "measures": {"title": _("Security measures"), "lines": list(counted.measures)},
    }


def parts(counted: Report) -> list[dict[str, Any]]:
    """The counts as titled tables of words, for page and PDF alike."""
    return [
        *(_figures(counted), _asked(counted), _exercised(counted), _agreed(counted)),
        *(_kept_no_longer(counted), _told(counted), _broken(counted)),
    ]


def _part(title: str, head: Sequence[str], rows: Sequence[Sequence[object]], nothing: str = "") -> dict[str, Any]:
    cells = [["" if one is None else str(one) for one in row] for row in rows]
    return {"title": title, "head": list(head), "rows": cells, "nothing": nothing}


def _figures(counted: Report) -> dict[str, Any]:
    rows = [
        (_("Accounts now"), counted.accounts),
        (_("Opened in the period"), counted.opened),
        (_("Accounts erased in the period"), counted.erased),
        (_("Tables with personal data"), len(counted.activities)),
        (_("Firms that handle data for the office"), sum(1 for _n, _d, now in counted.processors if now)),
    ]
    return _part(_("In figures"), (_("What"), _("Number")), rows)


def _asked(counted: Report) -> dict[str, Any]:
    head = (_("Right"), _("Made"), _("Answered"), _("Late"), _("Waiting"), _("Days, median"), _("Days, longest"))
    rows = [
        (str(RIGHTS[one.right]), one.made, one.answered, one.late, one.waiting, one.median_days, one.longest_days)
        for one in counted.requests
    ]
    return _part(_("Requests of people"), head, rows)


def _exercised(counted: Report) -> dict[str, Any]:
    rows = [(said(kind), count) for kind, count in counted.used]
    return _part(_("Rights that took effect at once"), (_("Right"), _("Number")), rows, _("Nobody used a right."))


def _kept_no_longer(counted: Report) -> dict[str, Any]:
    head = (_("Table"), _("How long"), _("Records"))
    rows = [(model, said(keep), count) for model, keep, count in counted.destroyed]
    return _part(_("Erased because the period was over"), head, rows, _("Nothing was due."))


def _agreed(counted: Report) -> dict[str, Any]:
    head = (_("Purpose"), _("Yes"), _("No"))
    return _part(_("Consents entered"), head, counted.consents, _("No consent was entered."))


def _told(counted: Report) -> dict[str, Any]:
    head = (_("Version"), _("Dated"), _("Material"), _("People told"), _("Accepted"))
    rows = [
        (number, f"{local_day(at):%Y-%m-%d}", _("yes") if material else _("no"), told, accepted)
        for number, at, material, told, accepted in counted.versions
    ]
    return _part(_("Versions of the notice"), head, rows, _("The notice did not change."))


def _broken(counted: Report) -> dict[str, Any]:
    head = (_("What happened"), _("Known since"), _("People"), _("Duties"))
    rows = [
        (one.title, f"{one.known_at:%Y-%m-%d %H:%M} UTC", one.people, " ".join(said(duty.words) for duty in duties))
        for one, duties in counted.breaches
    ]
    return _part(_("Breaches"), head, rows, _("No breach is in the register."))


def _record(counted: Report) -> dict[str, Any]:
    head = (_("Activity"), _("Data and people"), _("What for"), _("How long"), _("Who else"))
    rows = [
        (
            f"{said(one.what)} ({one.rows})",
            "; ".join([*(str(CATEGORIES.get(key, key)) for key in one.categories), *map(said, one.subjects)]),  # type: ignore[call-overload]
            "; ".join(map(said, one.purposes)),
            "; ".join([*map(parted, one.keeps), *one.cites]),
            "; ".join([*map(said, one.recipients), *(firm.name for firm in one.processors)]) or _("nobody"),
        )
        for one in counted.activities
    ]
    return _part(_("Record of processing activities (GDPR Art. 30)"), head, rows)


def plain(counted: Report) -> dict[str, Any]:
    """The report as data."""
    return {
        **{name: value for name, value in asdict(counted).items() if name != "breaches"},
        "breaches": [
            {"title": one.title, "known_at": one.known_at, "duties": [asdict(duty) for duty in duties]}
            for one, duties in counted.breaches
        ],
    }
