"""Exports over the API: everything a query finds, streamed."""

from dataclasses import replace
from typing import Annotated, Any, Literal

from django.http import HttpRequest, StreamingHttpResponse
from ninja import Query
from pydantic import Field

from chancery.core import clock
from chancery.core.wire import router as room_router
from chancery.finder import QueryError
from chancery.services.search.api import MOST_VALUES, QuestionAsked, SortName, not_understood
from chancery.services.search.exports import exporting
from chancery.services.search.exports.exporting import Taken
from chancery.services.search.fairness.fairness import Wait, as_trouble
from chancery.services.search.queries import Question

router = room_router(tags=["Records"])
ColumnName = Literal[
    "collection", "number", "kind", "title", "names", "classes", "date", "status", "office", "country", "application",
    "priority", "registration", "cited", "family", "key", "text",
]  # fmt: skip


class Export(QuestionAsked):
    """What is taken out, and how it is written."""

    sort: SortName = "relevance"
    by_family: bool = Field(False, description="One record of each patent family.")
    cursor: str | None = Field(None, max_length=1_100, description="The mark of the row after which it goes on.")
    format: Literal["csv", "ndjson", "parquet"] = "ndjson"
    column: Annotated[list[ColumnName], Field(max_length=MOST_VALUES)] = Field(
        [], description="Columns, in this order; without it all that are usual, and in NDJSON all facts."
    )
    rows: int | None = Field(None, ge=1, description="At most so many rows; all of them without it.")

    def question(self) -> Question:
        return replace(super().question(), by_family=self.by_family, sort=self.sort)


def _files() -> dict[str, Any]:
    """The answer as the schema says it: a file of one of the formats, and headers that say what is left."""
    content = {kind: {"schema": {"type": "string"}} for kind, _write in exporting.FORMATS.values()}
    numbers = ("X-Total-Count", "X-Export-Rows-Limit", "X-Export-Rows-Remaining", "X-Export-Rows-Reset")
    headers = {name: {"schema": {"type": "integer"}} for name in numbers}
    return {"responses": {200: {"content": content, "headers": headers}}}


@router.get(
    "/record-exports",
    operation_id="exportRecords",
    summary="Export everything a query finds",
    openapi_extra=_files(),
)
def export(request: HttpRequest, asked: Query[Export]) -> StreamingHttpResponse:
    """Streamed, without a ceiling. `X-Total-Count` says how many records the query finds, `X-Export-Rows-Remaining` and
    `RateLimit` how many rows are left this hour. Every row ends with its `cursor`: an export that was cut off goes on
    after it. By relevance means the newest first.
    """
    taken = Taken(asked.question(), asked.format, tuple(dict.fromkeys(asked.column)), asked.rows, asked.cursor)
    try:
        return exporting.export(request, taken, second=int(clock.now().timestamp()))
    except QueryError as error:
        raise not_understood(error) from None
    except Wait as wait:
        raise as_trouble(wait) from None
