"""What may be asked of the docket: a person's time limits, the reasoning of one, and what a change would move."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import F, Q, QuerySet

from chancery.records.accounts.queries import digest
from chancery.records.register import queries as register
from chancery.services.docket import files
from chancery.services.docket.files import File
from chancery.services.docket.models import Line, Wish
from chancery.treaties.kernel import TimeLimit

SORTS = {"due": "due", "number": "number", "act": "act", "office": "office", "rests": "cites"}
WINDOWS = {"30": 30, "90": 90, "365": 365}
VIEWS = ("duty", "option", "office", "all")
LEADS = (60, 30, 14, 7, 3, 1)
"""Days ahead of which one may be reminded."""


@dataclass(frozen=True)
class Choice:
    """What a page address asks for. Unknown values fall back to the usual ones."""

    view: str = "duty"
    within: str = ""
    words: str = ""
    past: bool = False
    sort: str = "due"

    @classmethod
    def of(cls, query: dict[str, str]) -> "Choice":
        view, sort = query.get("view", ""), query.get("sort", "")
        return cls(
            view=view if view in VIEWS else "duty",
            within=query.get("within", "") if query.get("within", "") in WINDOWS else "",
            words=query.get("q", "").strip()[:200],
            past=query.get("past") == "1",
            sort=sort if sort.removeprefix("-") in SORTS else "due",
        )


def lines(numbers: Sequence[str], choice: Choice, *, on: date) -> QuerySet[Line]:
    """The time limits of these applications as the choice has them; without a date last."""
    found = Line.objects.filter(number__in=numbers)
    if choice.view != "all":
        found = found.filter(nature=choice.view)
    if not choice.past:
        found = found.filter(Q(due__gte=on) | Q(due=None), ended=False)
    if choice.within:
        found = found.filter(due__lte=on + timedelta(days=WINDOWS[choice.within]))
    if choice.words:
        found = found.filter(Q(number__icontains=choice.words) | Q(act__icontains=choice.words))
    column = F(SORTS[choice.sort.removeprefix("-")])
    backwards = choice.sort.startswith("-")
    order = column.desc(nulls_last=True) if backwards else column.asc(nulls_last=True)
    return found.order_by(order, "number", "place")


def counts(numbers: Sequence[str], choice: Choice, *, on: date) -> dict[str, int]:
    """How many limits each view would show."""
    return {
        view: lines(numbers, Choice(view, choice.within, choice.words, choice.past), on=on).count() for view in VIEWS
    }


def explained(one: File, place: int) -> TimeLimit | None:
    """One time limit with its reasoning, counted again; None where there is none at that place any more."""
    found = files.limits(one)
    return found[place] if place < len(found) else None


def coming(user_id: int, *, on: date, ahead: int) -> list[Line]:
    """The duties of a person's applications that end within so many days."""
    window = Q(due__gte=on, due__lte=on + timedelta(days=ahead))
    numbers = register.shared_with(user_id, on=on)
    return list(Line.objects.filter(window, number__in=numbers, nature="duty", ended=False).order_by("due", "number"))


def wish(user_id: int) -> Wish:
    """What a person wants of the docket; nothing yet where they have not said."""
    return Wish.objects.filter(user_id=user_id).first() or Wish(user_id=user_id, days_ahead=[30, 7, 1])


def feed_owner(secret: str) -> int | None:
    """Whose calendar feed it is; None for an unknown secret."""
    row = Wish.objects.filter(feed=digest(secret)).exclude(feed="").first()
    return row.user_id if row else None


def feed(user_id: int, *, on: date) -> list[tuple[str, TimeLimit]]:
    """Applicant's and holder's time limits of all files of a person, with the number each belongs to."""
    found: list[tuple[str, TimeLimit]] = []
    wanted: dict[str, set[int]] = {}
    numbers = register.shared_with(user_id, on=on)
    for number, place in Line.objects.filter(
        number__in=numbers, nature__in=("duty", "option"), ended=False, due__isnull=False
    ).values_list("number", "place"):
        wanted.setdefault(number, set()).add(place)
    for number, one in files.files(wanted).items():
        limits = files.limits(one)
        found += [(number, limits[place]) for place in sorted(wanted[number]) if place < len(limits)]
    return found
