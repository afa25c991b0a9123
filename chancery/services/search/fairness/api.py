"""What a caller may still take in this hour, over the API; to look takes nothing."""

from django.http import HttpRequest
from pydantic import Field

from chancery.core import clock
from chancery.core.wire import Told
from chancery.core.wire import router as room_router
from chancery.services.search.fairness import quota
from chancery.services.search.fairness.quota import EXPORTED, ROWS, SEARCHED, Allowance

router = room_router(tags=["Records"])


class AllowanceTold(Told):
    """One bucket, by the name that it has in the header `RateLimit`."""

    name: str
    unit: str
    limit: int
    left: int
    window: int = Field(description="The period that it is for, in seconds.")
    reset: int = Field(description="Seconds until it is full again.")


class AllowancesTold(Told):
    items: list[AllowanceTold]


@router.get("/allowances", response=AllowancesTold, operation_id="readAllowances", summary="What you may still take")
def allowances(request: HttpRequest) -> AllowancesTold:
    """Yours by your token, or else by your address. Cheap queries take nothing of them, and need none."""
    caller, second = quota.caller(request), int(clock.now().timestamp())
    rows = EXPORTED.look(caller, limit=ROWS, second=second)
    cost = SEARCHED.look(caller, limit=quota.cost_limit(), second=second)
    items = [_told(rows, "rows exported"), _told(cost, "milliseconds of a processor for dear queries")]
    return AllowancesTold(items=items)


def _told(one: Allowance, unit: str) -> AllowanceTold:
    left = max(one.left, 0)
    return AllowanceTold(name=one.name, unit=unit, limit=one.limit, left=left, window=one.window, reset=one.reset)
