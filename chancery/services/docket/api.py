"""The docket over the API: every time limit of one's applications, and the reasoning of each."""

from datetime import date
from typing import Annotated, Literal

from django.http import HttpRequest
from ninja import Path, Query
from pydantic import Field

from chancery.core import clock
from chancery.core.wire import PersonalToken, Told, Trouble
from chancery.core.wire import router as room_router
from chancery.records.register import queries as register
from chancery.services.docket import files, queries
from chancery.treaties.kernel import NotDeterminable

router = room_router(tags=["Docket"], auth=PersonalToken())

MOST = 1_000
Address = Annotated[
    str,
    Field(
        pattern=r"^(PCT-[A-Z]{2}|(MADRID|HAGUE|LISBON)-)\d{4}-\d{6}$",
        description="As in an address: PCT-IB2026-000001, MADRID-2026-000001.",
    ),
]
Place = Annotated[int, Field(ge=0, le=10_000, description="`place` of the line.")]
View = Annotated[
    Literal["duty", "option", "office", "all"],
    Query(description="What is to be done, what is possible until a day, what the Offices do, or all of it."),
]


class Line(Told):
    """One time limit. `lastDay` is null where it is not determinable; then `missing` says why."""

    number: str
    place: int
    key: str
    act: str
    actor: str
    office: str
    last_day: date | None
    missing: str
    done: bool
    cites: str


class Lines(Told):
    items: list[Line]
    total: int


class Reason(Told):
    text: str
    cites: str
    value: str | None


class ExplainedLimit(Told):
    key: str
    act: str
    last_day: date | None
    missing: str
    in_time_until: str
    relief: str
    consequence: str
    cites: str
    steps: list[Reason]


@router.get("/docket", response=Lines, operation_id="listTimeLimits", summary="Time limits of your applications")
def lines(
    request: HttpRequest,
    view: View = "duty",
    past: Annotated[bool, Query(description="Also what is over or done.")] = False,
    offset: Annotated[int, Query(ge=0, le=1_000_000)] = 0,
    limit: Annotated[int, Query(ge=1, le=MOST)] = 100,
) -> Lines:
    """The same lines as on the page, by their last day."""
    on = clock.today()
    found = queries.lines(register.shared_with(_by(request), on=on), queries.Choice(view=view, past=past), on=on)
    items = [
        Line(
            number=row.number,
            place=row.place,
            key=row.key,
            act=row.act,
            actor=row.actor,
            office=row.office,
            last_day=row.due,
            missing=row.missing,
            done=row.ended,
            cites=row.cites,
        )
        for row in found[offset : offset + limit]
    ]
    return Lines(items=items, total=found.count())


@router.get(
    "/docket/{number}/{place}",
    response=ExplainedLimit,
    operation_id="explainTimeLimit",
    summary="Why a time limit ends then",
)
def explained(request: HttpRequest, number: Path[Address], place: Path[Place]) -> ExplainedLimit:
    """The reasoning, step by step, each with its citation."""
    name = register.from_address(number)
    one = files.file(name) if register.level(name, _by(request), on=clock.today()) else None
    limit = queries.explained(one, place) if one else None
    if limit is None:
        raise Trouble(404, "There is no such time limit among those of your applications.")
    unknown = isinstance(limit.due, NotDeterminable)
    return ExplainedLimit(
        key=limit.key,
        act=limit.act,
        last_day=None if isinstance(limit.due, NotDeterminable) else limit.due,
        missing=str(limit.due) if unknown else "",
        in_time_until=limit.in_time_until,
        relief=limit.relief,
        consequence=limit.consequence,
        cites=limit.cites,
        steps=[
            Reason(text=step.text, cites=step.cites, value=None if step.value is None else str(step.value))
            for step in limit.steps
        ],
    )


def _by(request: HttpRequest) -> int:
    return int(request.user.pk or 0)
