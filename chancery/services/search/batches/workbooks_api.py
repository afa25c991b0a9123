"""Workbooks over the API: batches of queries that a person keeps, with a personal token."""

from datetime import datetime
from typing import Annotated, Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from ninja import Path, Status
from pydantic import Field, StringConstraints

from chancery.core import clock
from chancery.core.wire import PersonalToken, Text, Told, ToldFinding, Trouble
from chancery.core.wire import router as room_router
from chancery.services.search.asking import me
from chancery.services.search.batches import workbooks
from chancery.services.search.batches.sets import Batch
from chancery.services.search.batches.sets_api import SetsAsked
from chancery.services.search.models import Workbook
from chancery.services.search.saved.api import Id

router = room_router(tags=["Saved searches"], auth=PersonalToken())


class WorkbookToKeep(SetsAsked):
    """Queries to be kept together. Without a name it is called by its day."""

    name: Annotated[Text, StringConstraints(max_length=workbooks.LONGEST_NAME)] = ""

    def batch(self) -> Batch:
        """Raises `Trouble` for what is not one line: it would be numbered otherwise when it is read again."""
        for place, line in enumerate(self.lines):
            if len(line.strip().splitlines()) != 1:
                message = "A query of a workbook is one line, and not empty."
                raise Trouble(422, message, findings=(ToldFinding(message=message, field=f"lines.{place}"),))
        return super().batch()


class WorkbookTold(Told):
    """Queries that are kept together, numbered S1, S2 … in their order; count them with `/search/sets`."""

    id: int
    name: str
    lines: list[str]
    collection: str | None = Field(description="Null where they look in all collections.")
    dialect: str | None
    stemming: bool
    made_at: datetime
    changed_at: datetime
    page: str


class WorkbooksTold(Told):
    items: list[WorkbookTold]


@router.get("/workbooks", response=WorkbooksTold, operation_id="listWorkbooks", summary="Your workbooks")
def list_workbooks(request: HttpRequest) -> WorkbooksTold:
    """The one changed last first."""
    return WorkbooksTold(items=[_told(row) for row in workbooks.mine(me(request))])


@router.post("/workbooks", response={201: WorkbookTold}, operation_id="keepWorkbook", summary="Keep a workbook")
def keep(request: HttpRequest, response: HttpResponse, sent: WorkbookToKeep) -> Any:
    pk = workbooks.keep(sent.batch(), name=sent.name, by=me(request), at=clock.now())
    response["Location"] = f"{request.path}/{pk}"
    return Status(201, _told(_own(request, pk)))


@router.get("/workbooks/{workbook}", response=WorkbookTold, operation_id="readWorkbook", summary="Read a workbook")
def read(request: HttpRequest, workbook: Path[Id]) -> WorkbookTold:
    return _told(_own(request, workbook))


@router.put("/workbooks/{workbook}", response=WorkbookTold, operation_id="changeWorkbook", summary="Change a workbook")
def change(request: HttpRequest, workbook: Path[Id], sent: WorkbookToKeep) -> WorkbookTold:
    """All of it; a name that is left out stays."""
    name = sent.name or _own(request, workbook).name
    workbooks.keep(sent.batch(), name=name, workbook_id=workbook, by=me(request), at=clock.now())
    return _told(_own(request, workbook))


@router.delete(
    "/workbooks/{workbook}", response={204: None}, operation_id="deleteWorkbook", summary="Delete a workbook"
)
def delete(request: HttpRequest, workbook: Path[Id]) -> Any:
    workbooks.delete(_own(request, workbook).pk, by=me(request))
    return Status(204, None)


def _own(request: HttpRequest, workbook: int) -> Workbook:
    row = workbooks.one(workbook, me(request))
    if row is None:
        raise Trouble(404, "There is no such workbook among those that you keep.")
    return row


def _told(row: Workbook) -> WorkbookTold:
    batch = workbooks.batch(row)
    return WorkbookTold(
        id=row.pk,
        name=row.name,
        lines=list(batch.lines.values()),
        collection=row.collection or None,
        dialect=row.dialect or None,
        stemming=row.stemming,
        made_at=row.made_at,
        changed_at=row.changed_at,
        page=settings.SITE_URL + reverse("search:workbook", args=[row.pk]),
    )
