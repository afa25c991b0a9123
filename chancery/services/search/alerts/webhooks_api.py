"""Webhooks over the API: for their owner, with a personal token."""

from datetime import datetime
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import Path, Status
from pydantic import Field, StringConstraints

from chancery.core import clock
from chancery.core.wire import Asked, PersonalToken, Text, Told, Trouble
from chancery.core.wire import router as room_router
from chancery.services.search.alerts import alerts
from chancery.services.search.alerts import calls as alert_calls
from chancery.services.search.asking import me
from chancery.services.search.models import Alert, Call
from chancery.services.search.saved.api import Id, own

router = room_router(tags=["Saved searches"], auth=PersonalToken())
LATEST = 20  # messages told of each
Address = Annotated[Text, StringConstraints(max_length=alerts.LONGEST_URL)]


class NewWebhook(Asked):
    saved_search: Id
    url: Address = Field(description="https, at a public address. No redirect is followed.")


class WebhookCall(Told):
    """A message: ``webhookId`` stays the same however often it is sent."""

    webhook_id: str
    made_at: datetime
    tries: int
    delivered_at: datetime | None
    due_at: datetime | None = Field(description="When it is sent again; null once it is delivered or given up.")
    trouble: str


class ToldWebhook(Told):
    """A webhook, signed as Standard Webhooks has it: ``secret`` is the key to check its messages with.

    Check `webhook-signature`, refuse a `webhook-timestamp` more than five minutes away from your clock, and take each
    `webhook-id` once: a message is sent again, for three days, until it is answered 2xx. `Retry-After` is heeded, and
    410 makes the webhook stand still.
    """

    id: int
    saved_search: int
    url: str
    secret: str
    made_at: datetime
    through: int
    trouble: str
    calls: list[WebhookCall] = Field(description="The last messages, the newest first.")


class ToldWebhooks(Told):
    items: list[ToldWebhook]


@router.get("/webhooks", response=ToldWebhooks, operation_id="listWebhooks", summary="Your webhooks")
def list_webhooks(request: HttpRequest) -> ToldWebhooks:
    return ToldWebhooks(items=[_webhook(one) for one in alerts.everyones(me(request), "webhook")])


@router.post("/webhooks", response={201: ToldWebhook}, operation_id="makeWebhook", summary="Be told by a webhook")
def make_webhook(request: HttpRequest, response: HttpResponse, sent: NewWebhook) -> Any:
    """A signed message for what is published from now on and found, sent again until it is answered 2xx."""
    own(request, sent.saved_search)
    pk = alerts.begin(sent.saved_search, way="webhook", url=sent.url, by=me(request), at=clock.now())
    response["Location"] = f"{request.path}/{pk}"
    return Status(201, _webhook(_webhook_of(request, pk)))


@router.get("/webhooks/{webhook}", response=ToldWebhook, operation_id="readWebhook", summary="Read a webhook")
def read_webhook(request: HttpRequest, webhook: Path[Id]) -> ToldWebhook:
    return _webhook(_webhook_of(request, webhook))


@router.post(
    "/webhooks/{webhook}/test", response={202: ToldWebhook}, operation_id="tryWebhook", summary="Send a test message"
)
def try_webhook(request: HttpRequest, webhook: Path[Id]) -> Any:
    """A message of type `webhook.test`, without records."""
    alert_calls.try_out(_webhook_of(request, webhook).pk, by=me(request), at=clock.now())
    return Status(202, _webhook(_webhook_of(request, webhook)))


@router.post(
    "/webhooks/{webhook}/resumption",
    response=ToldWebhook,
    operation_id="resumeWebhook",
    summary="Let a webhook that stands still go on",
)
def resume_webhook(request: HttpRequest, webhook: Path[Id]) -> ToldWebhook:
    """From where it stood: nothing is left out."""
    alerts.go_on(_webhook_of(request, webhook).pk, by=me(request), at=clock.now())
    return _webhook(_webhook_of(request, webhook))


@router.delete("/webhooks/{webhook}", response={204: None}, operation_id="endWebhook", summary="End a webhook")
def end_webhook(request: HttpRequest, webhook: Path[Id]) -> Any:
    alerts.end(_webhook_of(request, webhook).pk, by=me(request))
    return Status(204, None)


def _webhook_of(request: HttpRequest, webhook: int) -> Alert:
    row = alerts.own(webhook, me(request))
    if row is None or row.way != "webhook":
        raise Trouble(404, "There is no such webhook among yours.")
    return row


def _webhook(row: Alert) -> ToldWebhook:
    return ToldWebhook(
        id=row.pk,
        saved_search=row.search_id,
        url=row.url,
        secret=alerts.signing_secret(row),
        made_at=row.made_at,
        through=row.through,
        trouble=row.trouble,
        calls=[_call(one) for one in row.calls.all()[:LATEST]],
    )


def _call(one: Call) -> WebhookCall:
    return WebhookCall(
        webhook_id=one.message_id,
        made_at=one.made_at,
        tries=one.tries,
        delivered_at=one.delivered_at,
        due_at=one.due_at,
        trouble=one.trouble,
    )
