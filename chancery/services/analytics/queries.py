"""What has been published of the use of the portal: sums over weeks, with their errors, and what it has cost."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings

from chancery.services.analytics import book, noise, words
from chancery.services.analytics.models import Cell, Release
from chancery.services.analytics.promise import BY_NAME, DAYS, error
from chancery.services.analytics.sender import folder
from chancery.services.analytics.weeks import Week

FIRST = 12  # lines of a table that are shown before one asks for the whole
ORDER = ("days", "services", "pages", "stays", "languages", "referrers", "countries")


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One number as it is shown: ``value`` is None where it is too small to be told from noise."""

    key: str
    label: str
    value: int | None
    error: int


@dataclass(frozen=True, kw_only=True)
class Figures:
    """A table over some weeks. ``rows`` are those that are told; ``hidden`` is how many others there are."""

    name: str
    title: str
    head: str
    epsilon: float
    bound: int
    rows: tuple[Figure, ...]
    hidden: tuple[Figure, ...]
    is_whole: bool

    @property
    def shown(self) -> tuple[Figure, ...]:
        """The first lines, or all of them."""
        return self.rows if self.is_whole or len(self.rows) <= FIRST else self.rows[:FIRST]

    @property
    def more(self) -> int:
        return len(self.rows) - len(self.shown)

    @property
    def error(self) -> int:
        """The largest error of a row: below it a number is not told."""
        return max((row.error for row in (*self.rows, *self.hidden)), default=0)


@dataclass(frozen=True, kw_only=True)
class Spent:
    """What one release has cost. ``daily``: those who came on each of its days, from one device; ``sum``: so far."""

    week: Week
    released_at: datetime
    days: int
    lives: int
    epsilon: float
    daily: float
    sum: float


@dataclass(frozen=True, kw_only=True)
class Working:
    """What the operator sees of the counter: never a count."""

    wanted: bool
    installed: bool
    open: tuple[Week, ...]
    has_countries: bool


def releases(*, last: int | None = None, week: str = "") -> list[Release]:
    """The published weeks, oldest first: the ``last`` of them, or one."""
    found = Release.objects.filter(week=week) if week else Release.objects.all()
    return list(found)[-last if last else 0 :]


def figures(of: Sequence[Release], *, sort: str = "", whole: str = "") -> list[Figures]:
    """Every table over these weeks. ``sort``: ``pages.value``, ``-pages.label`` …; ``whole``: which to tell in full."""
    cells = _by_table(of)
    by_week = len(of) > 1  # of one week the days are told; of several, the weeks
    return [
        _figures(name, cells[name], sort, whole=name == whole, long=by_week and name == DAYS.name)
        for name in ORDER
        if name in cells
    ]


def _by_table(of: Sequence[Release]) -> dict[str, list[tuple[str, int, int]]]:
    """Table -> (key, value, the key's lives in that week)."""
    lives = {release.pk: release.lives for release in of}
    found: dict[str, list[tuple[str, int, int]]] = defaultdict(list)
    rows = Cell.objects.filter(release__in=lives).order_by("pk").values_list("release_id", "table", "key", "value")
    for release, table, key, value in rows:
        found[table].append((key, value, lives[release]))
    return found


def _figures(name: str, cells: Iterable[tuple[str, int, int]], sort: str, *, whole: bool, long: bool) -> Figures:
    values: dict[str, int] = defaultdict(int)
    lives: dict[str, list[int]] = defaultdict(list)
    for cell, value, lived in cells:
        key = str(Week.of(date.fromisoformat(cell))) if long else cell
        values[key] += value
        lives[key].append(lived)
    all_rows = [_figure(name, key, value, lives[key], is_week=long) for key, value in values.items()]
    table = BY_NAME[name]
    return Figures(
        name=name,
        title=str(words.TABLES["weeks" if long else name]),
        head=str(words.HEADS["weeks" if long else name]),
        epsilon=table.epsilon,
        bound=table.bound,
        rows=tuple(_sorted([row for row in all_rows if row.value is not None], name, sort)),
        hidden=tuple(row for row in all_rows if row.value is None),
        is_whole=whole,
    )


def _figure(name: str, key: str, value: int, lives: Sequence[int], *, is_week: bool) -> Figure:
    """Told where it is larger than its error; that is decided by the noisy number, so it costs nothing more."""
    width = error(BY_NAME[name], lives)
    return Figure(
        key=key,
        label=key if is_week else words.label(name, key),
        value=value if value > width else None,
        error=width,
    )


def _sorted(rows: list[Figure], name: str, sort: str) -> list[Figure]:
    """The largest first, days in their order; or as asked."""
    table, _point, column = sort.removeprefix("-").partition(".")
    if table == name and column == "label":
        return sorted(rows, key=lambda row: row.label.casefold(), reverse=sort.startswith("-"))
    if table == name and column == "value":
        return sorted(rows, key=lambda row: row.value or 0, reverse=sort.startswith("-"))
    return rows if name == DAYS.name else sorted(rows, key=lambda row: -(row.value or 0))


def visitors(of: Sequence[Release]) -> Figure | None:
    """All visitor-days of these weeks in one number, from the table of days."""
    cells = _by_table(of).get(DAYS.name, [])
    if not cells:
        return None
    total, width = sum(value for _key, value, _lives in cells), error(DAYS, [lives for _key, _value, lives in cells])
    return Figure(key="", label="", value=total if total > width else None, error=width)


def spent() -> list[Spent]:
    """The odometer: every release with what it cost, and the sum for somebody who came on every day of them all."""
    found, total = [], 0.0
    for release in Release.objects.all():
        daily = release.epsilon * release.days
        total += daily
        found.append(
            Spent(
                week=Week.parse(release.week),
                released_at=release.released_at,
                days=release.days,
                lives=release.lives,
                epsilon=release.epsilon,
                daily=daily,
                sum=total,
            )
        )
    return found


def working() -> Working:
    """Whether anything is being counted, for the operator."""
    return Working(
        wanted=settings.ANALYTICS,
        installed=noise.available(),
        open=tuple(book.weeks_in(folder())),
        has_countries=bool(settings.ANALYTICS_COUNTRIES),
    )


def lines(of: Sequence[Release]) -> Iterator[tuple[Release, str, str, int | None, int]]:
    """Every published cell, week by week, as open data: what is too small to be told is None."""
    by_release = {release.pk: release for release in of}
    rows = Cell.objects.filter(release__in=by_release).order_by("release__week", "pk")
    for pk, table, key, value in rows.values_list("release_id", "table", "key", "value"):
        release = by_release[pk]
        width = error(BY_NAME[table], [release.lives])
        yield release, table, key, value if value > width else None, width
