"""Alerts without an account over the API: asked for by e-mail address, then confirmed, changed and ended by a secret.

The mail has the address of a page, which ends in the number of the alert and its secret: both open it here as well.
"""

from datetime import datetime
from typing import Annotated, Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from ninja import Path, Query, Status
from pydantic import Field, StringConstraints

from chancery.core import clock
from chancery.core.wire import Text, Told, Trouble
from chancery.core.wire import router as room_router
from chancery.records.mail import queries as mail
from chancery.services.search.alerts import alerts, rates
from chancery.services.search.alerts.api import MOST, FoundRecords, Rhythm, RhythmOfAlert, as_found
from chancery.services.search.models import Alert
from chancery.services.search.saved.api import Id, KeptSearch, SearchSaid, as_kept

router = room_router(tags=["Alerts by e-mail"])
Email = Annotated[Text, StringConstraints(max_length=254)]
Secret = Annotated[str, Field(max_length=64, description="The last part of the address that the mail has.")]


class NewWatch(SearchSaid):
    """A search, and whom to tell of what it finds from now on."""

    email: Email
    every: Rhythm = "daily"


class MailOnItsWay(Told):
    """Whoever reads the mail confirms the alert within seven days, or it is deleted."""

    email: str


class ToldWatch(Told):
    """An alert without account. ``trouble`` says why it stands still and what to do; empty while it is in use."""

    id: int
    email: str
    every: str
    confirmed: bool = Field(description="Until it is, nothing is sent.")
    mail_off: bool = Field(description="Whether this mail was switched off; confirming again switches it on.")
    search: KeptSearch
    feed: str | None = Field(description="The secret address of its Atom feed, once it is confirmed.")
    page: str = Field(description="The secret page where it is changed and ended.")
    made_at: datetime
    through: int = Field(description="The entry of the ledger up to which it has been judged.")
    trouble: str


@router.post("/watches", response={202: MailOnItsWay}, operation_id="askForWatch", summary="Be told by e-mail")
def ask(request: HttpRequest, sent: NewWatch) -> Any:
    """Free, without an account. A mail asks whoever reads it to confirm. It is written in the language of the request;
    five an hour to one address.
    """
    at = clock.now()
    if wait := rates.seconds_to_wait(request, sent.email, second=int(at.timestamp())):
        raise Trouble(429, "Too many alerts were asked for from here within an hour.", Retry_After=str(wait))
    told = {"every": sent.every, "email": sent.email, "language": get_language() or "en"}
    if not alerts.ask(sent.question(), **told, at=at):
        raise Trouble(422, "This office sends no e-mail. With an account you are told by a feed or a webhook.")
    return Status(202, MailOnItsWay(email=sent.email.strip()))


@router.get("/watches/{alert}/{secret}", response=ToldWatch, operation_id="readWatch", summary="Read your alert")
def read(request: HttpRequest, response: HttpResponse, alert: Path[Id], secret: Path[Secret]) -> ToldWatch:
    """Reading changes nothing."""
    return _told(response, _opened(alert, secret))


@router.get(
    "/watches/{alert}/{secret}/records",
    response=FoundRecords,
    operation_id="listWatchedRecords",
    summary="What your alert has found",
)
def records(
    request: HttpRequest,
    response: HttpResponse,
    alert: Path[Id],
    secret: Path[Secret],
    limit: Annotated[int, Query(ge=1, le=MOST)] = 50,
) -> FoundRecords:
    """The newest first. A record that is no longer published is left out."""
    _keep_secret(response)
    return as_found(_opened(alert, secret), limit)


@router.post(
    "/watches/{alert}/{secret}/confirmation",
    response=ToldWatch,
    operation_id="confirmWatch",
    summary="Confirm your alert",
)
def confirm(request: HttpRequest, response: HttpResponse, alert: Path[Id], secret: Path[Secret]) -> ToldWatch:
    """From now on you are told. Also where you have switched the mail off since; twice is once."""
    _opened(alert, secret)
    alerts.confirm(alert, secret=secret, how="API, by the secret in a mail", at=clock.now())
    return _told(response, _opened(alert, secret))


@router.put(
    "/watches/{alert}/{secret}/rhythm",
    response=ToldWatch,
    operation_id="changeRhythmOfWatch",
    summary="Be written to more or less often",
)
def change_rhythm(
    request: HttpRequest, response: HttpResponse, alert: Path[Id], secret: Path[Secret], sent: RhythmOfAlert
) -> ToldWatch:
    _opened(alert, secret)
    alerts.change_at(alert, secret=secret, every=sent.every)
    return _told(response, _opened(alert, secret))


@router.delete("/watches/{alert}/{secret}", response={204: None}, operation_id="endWatch", summary="End your alert")
def end(request: HttpRequest, alert: Path[Id], secret: Path[Secret]) -> Any:
    """The address, the search and what it found are deleted."""
    _opened(alert, secret)
    alerts.end_at(alert, secret=secret)
    return Status(204, None)


def _opened(alert: int, secret: str) -> Alert:
    found = alerts.opened_by(alert, secret)
    if found is None:
        raise Trouble(404, "There is no alert here: it was ended or never confirmed, or the address is not whole.")
    return found


def _told(response: HttpResponse, row: Alert) -> ToldWatch:
    _keep_secret(response)
    confirmed = row.confirmed_at is not None
    return ToldWatch(
        id=row.pk,
        email=row.email,
        every=row.every,
        confirmed=confirmed,
        mail_off=confirmed and not mail.wanted("alert", email=row.email),
        search=as_kept(row.search),
        feed=settings.SITE_URL + alerts.feed_href(row) if confirmed else None,
        page=settings.SITE_URL + alerts.href(row),
        made_at=row.made_at,
        through=row.through,
        trouble=row.trouble,
    )


def _keep_secret(response: HttpResponse) -> None:
    """What stands at a secret address is for no search engine and no shared cache."""
    response["X-Robots-Tag"] = "noindex"
    response["Cache-Control"] = "private, no-cache"
