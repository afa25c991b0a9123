"""The published figures over the API: the same numbers, with the same noise, as the page shows."""

from datetime import datetime
from typing import Annotated

from django.http import HttpRequest
from ninja import Path
from pydantic import Field

from chancery.core.wire import Day, Told, Trouble
from chancery.core.wire import router as room_router
from chancery.services.analytics import queries
from chancery.services.analytics.models import Release
from chancery.services.analytics.promise import BY_NAME
from chancery.services.analytics.weeks import Week

router = room_router(tags=["Use of the portal"])

WeekName = Annotated[str, Field(pattern=r"^20[0-9]{2}-W[0-5][0-9]$", description="An ISO week, as 2026-W47.")]


class UseWeek(Told):
    """One published week. `epsilon`: what it costs a visitor-day; `lives`: by how much its noise had to grow."""

    week: str
    first: Day
    last: Day
    released_at: datetime
    epsilon: float
    days_counted: int
    lives: int


class UseWeeks(Told):
    """All published weeks, the oldest first."""

    items: list[UseWeek]


class UseCell(Told):
    """One number. `value` is null where it is smaller than `error`, within which the truth lies in 95 of 100 cases."""

    key: str
    value: int | None
    error: int


class UseTable(Told):
    """A table. A visitor-day is counted in at most `bound` of its cells, which costs it `epsilon`."""

    name: str
    bound: int
    epsilon: float
    cells: list[UseCell]


class UseFigures(Told):
    """All tables of a week."""

    week: UseWeek
    tables: list[UseTable]


@router.get("/analytics/weeks", response=UseWeeks, operation_id="listUseWeeks", summary="List the published weeks")
def weeks(request: HttpRequest) -> UseWeeks:
    """The weeks for which the use of the portal has been published, and what each has cost a visitor-day."""
    return UseWeeks(items=[_week(one) for one in queries.releases()])


@router.get(
    "/analytics/weeks/{week}", response=UseFigures, operation_id="readUseWeek", summary="Read one published week"
)
def figures(request: HttpRequest, week: Path[WeekName]) -> UseFigures:
    """Visitors by day, service, page, language, origin and country, and time on pages: whole numbers with noise."""
    found = queries.releases(week=week)
    if not found:
        raise Trouble(404, "This week is not published. GET /analytics/weeks names those that are.")
    cells: dict[str, list[UseCell]] = {}
    for _release, table, key, value, error in queries.lines(found):
        cells.setdefault(table, []).append(UseCell(key=key, value=value, error=error))
    tables = [
        UseTable(name=name, bound=BY_NAME[name].bound, epsilon=BY_NAME[name].epsilon, cells=one)
        for name, one in cells.items()
    ]
    return UseFigures(week=_week(found[0]), tables=tables)


def _week(release: Release) -> UseWeek:
    week = Week.parse(release.week)
    return UseWeek(
        week=release.week,
        first=week.first,
        last=week.last,
        released_at=release.released_at,
        epsilon=release.epsilon,
        days_counted=release.days,
        lives=release.lives,
    )
