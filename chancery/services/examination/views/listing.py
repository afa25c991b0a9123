"""What the pages of both desks do alike: a queue as a page and as a file, and who has taken a case."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chancery.core.refusal import Refused
from chancery.records.register.queries import from_address, in_address
from chancery.services.examination import queries
from chancery.services.examination.desks import Desk, Words
from chancery.standards.tables import as_csv

PAGE_LENGTH = 50


@dataclass(frozen=True)
class Row:
    """One case as a line of the page. ``also`` is the number of the registration; ``status`` a tone and a word."""

    href: str
    number: str
    also: str
    title: str
    party: str
    received_on: date
    due_on: date | None
    due: Words
    due_cites: str
    status: tuple[str, Words]
    officer: str


def page(request: HttpRequest, desk: Desk, template: str, *, on: date) -> HttpResponse:
    """The queues of a desk with their counts, and the cases of one."""
    choice = desk.choice(request.GET.dict())
    found = desk.cases(choice, on=on, officer=me(request))
    shown = Paginator(found, PAGE_LENGTH).get_page(request.GET.get("page"))
    counts = desk.counts(on, system=choice.system)
    context = {
        "desk": desk,
        "desks": [(one.label, reverse(one.page), one.waiting(on), one is desk) for one in queries.DESKS],
        "queues": [(one, counts[one.key]) for one in desk.queues],
        "systems": (("", _("All systems")), *desk.systems.items()) if desk.systems else (),
        "whose": (("", _("Everybody’s")), ("me", _("Mine")), ("none", _("Nobody’s"))),
        "choice": choice,
        "page": shown,
        "rows": _rows(desk, shown.object_list),
        "today": on,
    }
    return render(request, template, context)


def table(request: HttpRequest, desk: Desk, columns: Sequence[str], *, name: str, on: date) -> HttpResponseBase:
    """The cases of a queue as a CSV file, with the same address parameters as the page; who has taken each, last."""
    choice = desk.choice(request.GET.dict())
    found = list(desk.cases(choice, on=on, officer=me(request)))
    officers = queries.officers(case.number for case in found)
    lines = ([_plain(getattr(case, column)) for column in columns] + [_name(officers, case)] for case in found)
    response = StreamingHttpResponse(as_csv([[*columns, "officer"], *lines]), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}-{choice.queue.key}-{on}.csv"'
    return response


def assign(request: HttpRequest, desk: Desk, address: str, act: Any, done: str, *, at: Any) -> HttpResponse:
    """Take a case or give it back, say what came of it, and go to its page."""
    try:
        act(from_address(address), by=me(request), at=at)
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, done)
    return redirect(desk.case, address)


def me(request: HttpRequest) -> int:
    return int(request.user.pk or 0)


def posted(request: HttpRequest) -> QueryDict | None:
    """What a form was sent with, also when it was sent empty; None when the page is only looked at."""
    return request.POST if request.method == "POST" else None


def _rows(desk: Desk, cases: Iterable[Any]) -> list[Row]:
    found = list(cases)
    officers = queries.officers(case.number for case in found)
    return [
        Row(
            href=reverse(desk.case, args=[in_address(case.number)]),
            number=case.number,
            also=getattr(case, "registration_number", ""),
            title=case.title,
            party=getattr(case, desk.party),
            received_on=case.received_on,
            due_on=case.due_on,
            due=desk.duties.get(case.due_for, case.due_for),
            due_cites=case.due_cites,
            status=desk.statuses.get(case.status, ("idle", case.status)),
            officer=_name(officers, case),
        )
        for case in found
    ]


def _name(officers: dict[str, Any], case: Any) -> str:
    return officers[case.number].name if case.number in officers else ""


def _plain(value: Any) -> Any:
    return "" if value is None else value
