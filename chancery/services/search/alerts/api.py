"""Alerts by mail and feed over the API: for their owner, with a personal token."""

from datetime import datetime
from typing import Annotated, Any, Literal

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from ninja import Path, Query, Status
from pydantic import Field

from chancery.core import clock
from chancery.core.wire import Asked, PersonalToken, Told, Trouble
from chancery.core.wire import router as room_router
from chancery.services.search.alerts import alerts
from chancery.services.search.alerts.feed import latest
from chancery.services.search.asking import me
from chancery.services.search.models import Alert
from chancery.services.search.saved.api import Id, own

router = room_router(tags=["Saved searches"], auth=PersonalToken())
MOST = 200  # records told of each
Rhythm = Literal["at once", "daily", "weekly"]


class NewAlert(Asked):
    """To be told by mail, so often; or by a feed, at a secret address."""

    saved_search: Id
    way: Literal["mail", "feed"]
    every: Rhythm = "daily"


class RhythmOfAlert(Asked):
    every: Rhythm


class ToldAlert(Told):
    """An alert. ``trouble`` says why it stands still and what to do; empty while it is in use."""

    id: int
    saved_search: int
    way: str
    every: str
    feed: str | None = Field(description="The secret address of the feed, where it is one.")
    made_at: datetime
    through: int = Field(description="The entry of the ledger up to which it has been judged.")
    trouble: str


class ToldAlerts(Told):
    items: list[ToldAlert]


class FoundRecord(Told):
    """A record that an alert has found: once, by the entry of the ledger that first published it."""

    entry: int
    collection: str
    key: str
    number: str
    title: str
    found_at: datetime
    page: str


class FoundRecords(Told):
    items: list[FoundRecord]


@router.get("/alerts", response=ToldAlerts, operation_id="listAlerts", summary="Your alerts by mail and feed")
def list_alerts(request: HttpRequest) -> ToldAlerts:
    return ToldAlerts(items=[_alert(one) for one in alerts.everyones(me(request), "mail", "feed")])


@router.post("/alerts", response={201: ToldAlert}, operation_id="beginAlert", summary="Be told of new records")
def begin(request: HttpRequest, response: HttpResponse, sent: NewAlert) -> Any:
    """From now on, of each record that is newly published and that the search finds: once, and none is left out."""
    own(request, sent.saved_search)
    every = sent.every if sent.way == "mail" else ""
    pk = alerts.begin(sent.saved_search, way=sent.way, every=every, by=me(request), at=clock.now())
    response["Location"] = f"{request.path}/{pk}"
    return Status(201, _alert(_alert_of(request, pk)))


@router.get("/alerts/{alert}", response=ToldAlert, operation_id="readAlert", summary="Read an alert")
def read_alert(request: HttpRequest, alert: Path[Id]) -> ToldAlert:
    return _alert(_alert_of(request, alert))


@router.put(
    "/alerts/{alert}/rhythm", response=ToldAlert, operation_id="changeRhythm", summary="Be told more or less often"
)
def change_rhythm(request: HttpRequest, alert: Path[Id], sent: RhythmOfAlert) -> ToldAlert:
    if _alert_of(request, alert).way != "mail":
        raise Trouble(400, "Only an alert by mail has a rhythm: a feed and a webhook are told at once.")
    alerts.write_as_often(alert, every=sent.every, by=me(request))
    return _alert(_alert_of(request, alert))


@router.post(
    "/alerts/{alert}/resumption",
    response=ToldAlert,
    operation_id="resumeAlert",
    summary="Let an alert that stands still go on",
)
def resume(request: HttpRequest, alert: Path[Id]) -> ToldAlert:
    """From where it stood: nothing is left out. A search that cannot be read has to be changed first."""
    alerts.go_on(_alert_of(request, alert).pk, by=me(request), at=clock.now())
    return _alert(_alert_of(request, alert))


@router.delete("/alerts/{alert}", response={204: None}, operation_id="endAlert", summary="End an alert")
def end(request: HttpRequest, alert: Path[Id]) -> Any:
    alerts.end(_alert_of(request, alert).pk, by=me(request))
    return Status(204, None)


@router.get(
    "/alerts/{alert}/records", response=FoundRecords, operation_id="listFoundRecords", summary="What an alert has found"
)
def records(request: HttpRequest, alert: Path[Id], limit: Annotated[int, Query(ge=1, le=MOST)] = 50) -> FoundRecords:
    """The newest first; also of a webhook. A record that is no longer published is left out."""
    found = alerts.own(alert, me(request))
    if found is None:
        raise Trouble(404, "There is no such alert among yours.")
    return as_found(found, limit)


def as_found(alert: Alert, limit: int) -> FoundRecords:
    """What an alert has found, the newest first."""
    items = [
        FoundRecord(
            entry=line.entry,
            collection=line.document.collection,
            key=line.document.key,
            number=line.document.number,
            title=line.document.title(),
            found_at=line.at,
            page=settings.SITE_URL + reverse("search:record", args=[line.document.collection, line.document.key]),
        )
        for line in latest(alert, limit)
    ]
    return FoundRecords(items=items)


def _alert_of(request: HttpRequest, alert: int) -> Alert:
    row = alerts.own(alert, me(request))
    if row is None or row.way == "webhook":
        raise Trouble(404, "There is no such alert among yours.")
    return row


def _alert(row: Alert) -> ToldAlert:
    return ToldAlert(
        id=row.pk,
        saved_search=row.search_id,
        way=row.way,
        every=row.every,
        feed=settings.SITE_URL + alerts.feed_href(row) if row.way == "feed" else None,
        made_at=row.made_at,
        through=row.through,
        trouble=row.trouble,
    )
