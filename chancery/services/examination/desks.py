"""A desk: its queues, and which of what lies on it a page's address asks for.

There are two, with the same pages: that of the international applications under the PCT (`queues`), and that of the
registrations (`registrations.queues`).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Count, F, Model, OuterRef, Q, QuerySet, Subquery
from django.utils.functional import Promise

from chancery.services.examination.models import Assignment

Words = str | Promise
Condition = Callable[[date], Q]
SORTS = {
    "number": "number",
    "title": "title",
    "received": "received_on",
    "due": "due_on",
    "status": "status",
    "officer": "taken_by",
}
"""By which columns every desk can be sorted, besides that of the party."""


@dataclass(frozen=True)
class Queue:
    """``holds`` says which cases stand in it on a day; ``empty`` what to say when there is none.

    ``says``: what its number counts, in a sentence. ``group``: the work to which it belongs, for the list of queues.
    """

    key: str
    label: Words
    says: Words
    empty: Words
    holds: Condition
    group: Words


@dataclass(frozen=True)
class Choice:
    """What a page address asks for: queue, system, words, whose, order."""

    queue: Queue
    system: str = ""
    words: str = ""
    whose: str = ""
    sort: str = "due"


@dataclass(frozen=True, kw_only=True)
class Desk:
    """What lies on a desk: rows of a table, in ``queues``, the first of which is shown unasked.

    ``party`` is the column of the applicant or holder; ``named`` are those in which words are looked for; ``page`` and
    ``table`` the URL names of the desk and of its table, ``case`` that of one row; ``systems`` those of several
    treaties; ``statuses`` (tone and word) and ``duties`` say what the rows call by keys.
    """

    label: Words
    rows: type[Model]
    queues: tuple[Queue, ...]
    party: str
    named: tuple[str, ...]
    page: str
    table: str
    case: str
    statuses: Mapping[str, tuple[str, Words]]
    duties: Mapping[str, Words]
    systems: Mapping[str, Words] = field(default_factory=dict)

    @property
    def sorts(self) -> dict[str, str]:
        """The columns by the words of an address."""
        return SORTS | {self.party: self.party}

    def choice(self, query: Mapping[str, str]) -> Choice:
        """What an address asks for. Unknown values fall back to the usual ones."""
        known = {one.key: one for one in self.queues}
        system, whose, sort = query.get("system", ""), query.get("officer", ""), query.get("sort", "due")
        return Choice(
            queue=known.get(query.get("queue", ""), self.queues[0]),
            system=system if system in self.systems else "",
            words=query.get("q", "").strip()[:200],
            whose=whose if whose in {"me", "none"} else "",
            sort=sort if sort.removeprefix("-") in self.sorts else "due",
        )

    def cases(self, choice: Choice, *, on: date, officer: int) -> QuerySet[Any]:
        """The rows of a page, in its order; without a date last, equal ones by number."""
        taken_by = Assignment.objects.filter(number=OuterRef("number")).values("officer__name")
        found: QuerySet[Any] = self._of(choice.system).filter(choice.queue.holds(on))
        if choice.words:
            found = found.filter(reduce(or_, (Q(**{f"{name}__icontains": choice.words}) for name in self.named)))
        found = found.filter(_whose(choice.whose, officer))
        column = F(self.sorts[choice.sort.removeprefix("-")])
        backwards = choice.sort.startswith("-")
        found = found.annotate(taken_by=Subquery(taken_by))
        return found.order_by(column.desc(nulls_last=True) if backwards else column.asc(nulls_last=True), "number")

    def counts(self, on: date, *, system: str = "") -> dict[str, int]:
        """How many rows each queue holds on a day, by the queue's key; of one system, or of all."""
        filters = {f"queue_{one.key}": Count("number", filter=one.holds(on)) for one in self.queues}
        counted = self._of(system).aggregate(**filters)
        return {key.removeprefix("queue_"): count for key, count in counted.items()}

    def waiting(self, on: date) -> int:
        """How many rows the first queue holds: all that is pending."""
        return self._of("").filter(self.queues[0].holds(on)).count()

    def _of(self, system: str) -> QuerySet[Any]:
        rows = self.rows._default_manager.all()
        return rows.filter(system=system) if system else rows


def _whose(whose: str, officer: int) -> Q:
    """Everybody's (""), those of an officer ("me"), or those that nobody has taken ("none")."""
    if whose == "me":
        return Q(number__in=Assignment.objects.filter(officer_id=officer).values("number"))
    return ~Q(number__in=Assignment.objects.values("number")) if whose == "none" else Q()
