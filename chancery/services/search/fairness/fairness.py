"""Every caller is served, whatever others ask: cheap queries at once, dear ones in turn and within an allowance.

What a query costs is said in ``finder.cost``, in thousandths of a second of one processor. A cheap query passes. A dear
one waits for its turn among the dear ones (``turns``), and is charged what it was measured to cost; who has spent the
hour's allowance on dear ones goes on asking cheap ones. Nobody solves riddles, and no wildcard is forbidden.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from math import ceil
from typing import Any, TypeVar

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _

from chancery.core import clock
from chancery.core.wire import Trouble
from chancery.finder import QueryError
from chancery.finder.cost import Cost, metering
from chancery.services.search import queries
from chancery.services.search.asking import question_of
from chancery.services.search.fairness import quota
from chancery.services.search.fairness.quota import SEARCHED, Allowance
from chancery.services.search.fairness.turns import TURNS, NoRoom

View = Callable[..., HttpResponseBase]
R = TypeVar("R", bound=HttpResponseBase)


class Wait(Exception):
    """A dear query has to come later. ``status`` is 429 where it is the caller's own doing, and otherwise 503."""

    def __init__(self, status: int, reason: str, remedy: str, *, seconds: int, allowance: Allowance) -> None:
        super().__init__(f"{reason} {remedy}")
        self.status, self.reason, self.remedy = status, reason, remedy
        self.seconds = seconds
        self.allowance = allowance

    @property
    def headers(self) -> dict[str, str]:
        return {"Retry-After": str(self.seconds), **quota.headers([self.allowance])}

    @property
    def minutes(self) -> int:
        """The time to wait in whole minutes, where so many seconds would tell a reader nothing; otherwise 0."""
        return ceil(self.seconds / 60) if self.seconds > 120 else 0

    @property
    def left_seconds(self) -> int:
        """Seconds of a processor that the caller's dear queries may still cost in this hour."""
        return max(0, self.allowance.left // 1000)

    @property
    def limit_seconds(self) -> int:
        return self.allowance.limit // 1000


@dataclass
class Turn:
    """One query that may run now. ``allowance`` is what is left after it; None where it was cheap."""

    allowance: Allowance | None = None

    @property
    def headers(self) -> dict[str, str]:
        return quota.headers([self.allowance]) if self.allowance else {}


@contextmanager
def fairly(caller: str, cost: Cost, *, second: int, streaming: bool = False) -> Iterator[Turn]:
    """Run the block when it is the caller's turn. Raises `Wait`. ``second`` is the present time."""
    turn = Turn()
    if not cost.dear:
        yield turn
        return
    left = SEARCHED.look(caller, limit=quota.cost_limit(), second=second)
    if left.spent and not streaming:  # an export that has begun is not broken off
        raise spent(left)
    try:
        with TURNS.turn(caller, estimated=cost.units, streaming=streaming) as ticket, metering() as meter:
            try:
                yield turn
            finally:
                ticket.cost = meter.so_far()
                units = max(1, ceil(ticket.cost))
                turn.allowance = SEARCHED.take(caller, units, limit=quota.cost_limit(), second=second)
    except NoRoom as full:
        raise no_room(left, own=full.own) from None


def no_room(left: Allowance, *, own: bool) -> Wait:
    """Too much that is dear is under way: the caller's own, or other callers'."""
    reason = _("Other dear queries of yours are still running.") if own else _("Other dear queries are running.")
    remedy = _("Ask again in a moment. Cheaper queries are answered at once: more letters before a *, fewer clauses.")
    seconds = ceil(settings.SEARCH_SECONDS)
    return Wait(429 if own else 503, reason, remedy, seconds=seconds, allowance=left)


def enough_rows(left: Allowance) -> Wait:
    """The hour's rows have been exported."""
    reason = _("You have exported as many rows as one may in an hour.")
    remedy = _("Wait; an export that was cut off goes on after its last row, by that row's cursor.")
    return Wait(429, reason, remedy, seconds=left.reset, allowance=left)


def spent(left: Allowance) -> Wait:
    """The hour's allowance for dear queries is used up."""
    reason = _("Your dear queries have used up this hour's processor time.")
    remedy = _("Cheaper queries are answered all the same: more letters before a *, fewer clauses. Or wait.")
    return Wait(429, reason, remedy, seconds=left.reset, allowance=left)


def cost_of(question: queries.Question, *, number: int = 1) -> Cost:
    """What one search of the question costs, or ``number`` of them; nothing where it cannot be understood."""
    try:
        query = question.parsed()
    except QueryError:
        return Cost(0, 0, 0)
    facets = len(queries.SHOWN_FACETS) + 1
    return queries.engine().cost(query, facets=facets, rows=queries.PAGE).times(number)


def fair_page(view: View, *, searches: int = 1) -> View:
    """Stands under the other marks of a page whose address is a question: it is answered when it is its turn.
    ``searches`` says how many it takes.
    """

    @wraps(view)
    def in_turn(request: HttpRequest, *args: Any, **named: Any) -> HttpResponseBase:
        cost = cost_of(question_of(request.GET, str(named.get("collection", ""))), number=searches)
        if not cost.dear:
            return view(request, *args, **named)
        try:
            with fairly(quota.caller(request), cost, second=int(clock.now().timestamp())) as turn:
                response = view(request, *args, **named)
        except Wait as wait:
            return waiting(request, wait)
        return told(response, turn.headers)

    return in_turn


def waiting(request: HttpRequest, wait: Wait) -> HttpResponse:
    """The page that says when, and what is answered at once."""
    return told(render(request, "search/wait.html", {"wait": wait}, status=wait.status), wait.headers)


def told(response: R, headers: Mapping[str, str]) -> R:
    """The response with these headers."""
    for name, value in headers.items():
        response.headers[name] = value
    return response


def fair_answer(operation: Callable[..., Any]) -> Callable[..., Any]:
    """The same for an operation of the API: a function of the request and of what was asked, which has a question, and
    says how many ``searches`` the answer takes where it is more than one.
    """

    @wraps(operation)
    def in_turn(request: HttpRequest, asked: Any) -> Any:
        cost = cost_of(asked.question(), number=getattr(asked, "searches", 1))
        if not cost.dear:
            return operation(request, asked)
        try:
            with fairly(quota.caller(request), cost, second=int(clock.now().timestamp())) as turn:
                answer = operation(request, asked)
        except Wait as wait:
            raise as_trouble(wait) from None
        request.allowances = turn.headers  # type: ignore[attr-defined]  # the edge of the API puts them on the answer
        return answer

    return in_turn


def as_trouble(wait: Wait) -> Trouble:
    """What the API answers."""
    headers: dict[str, Any] = {name.replace("-", "_"): value for name, value in wait.headers.items()}
    return Trouble(wait.status, str(wait), **headers)
