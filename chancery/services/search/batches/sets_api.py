"""Batches over the API: many queries at once, counted as sets that may refer to each other."""

from typing import Annotated
from urllib.parse import urlencode

from django.http import HttpRequest
from ninja import Router
from pydantic import Field

from chancery.core import clock
from chancery.core.refusal import Refused
from chancery.core.wire import Asked, Text, Told, ToldFinding, Trouble
from chancery.services.search.addresses import absolute, at
from chancery.services.search.batches import sets
from chancery.services.search.batches.sets import Batch, Counted
from chancery.services.search.fairness import fairness, quota
from chancery.services.search.wire import Collection, DialectName


class SetsAsked(Asked):
    """Queries to be counted together."""

    lines: Annotated[list[Text], Field(max_length=sets.MOST_LINES)] = Field(
        description="Queries, numbered S1, S2 … in this order; each may refer to those before it: S1 AND S2 NOT S3."
    )
    collection: Collection | None = None
    dialect: DialectName | None = Field(None, description="The language of the queries; recognised without it.")
    stemming: bool = Field(True, description="Find the forms of a word too.")

    def batch(self) -> Batch:
        lines = dict(enumerate((line.strip() for line in self.lines), start=1))
        return Batch(lines=lines, collection=self.collection or "", dialect=self.dialect or "", stemming=self.stemming)


class SetLinks(Told):
    records: str
    page: str
    export: str
    explanation: str


class SetTold(Told):
    """One set: its exact number of records, or what is wrong with it."""

    name: str
    query: str
    total: int | None
    error: ToldFinding | None
    links: SetLinks


class SetsTold(Told):
    items: list[SetTold]


def add_to(router: Router) -> None:
    """Serve it beside the other questions to the public databases."""
    router.post("/search/sets", response=SetsTold, operation_id="countSets", summary="Count many queries as sets")(
        count_sets
    )


def count_sets(request: HttpRequest, asked: SetsAsked) -> SetsTold:
    """Free, without an account. An error in one query does not stop the others; a set's links ask for its records."""
    batch = asked.batch()
    try:
        sets.check(batch)
        cost, second = sets.cost_of(batch), int(clock.now().timestamp())
        with fairness.fairly(quota.caller(request), cost, second=second) as turn:
            counted = sets.counted(batch)
    except Refused as refused:
        raise Trouble(422, str(refused), findings=(ToldFinding(message=str(refused), field="lines"),)) from None
    except fairness.Wait as wait:
        raise fairness.as_trouble(wait) from None
    request.allowances = turn.headers  # type: ignore[attr-defined]  # the edge of the API puts them on the answer
    return SetsTold(items=[_told(request, one, asked) for one in counted])


def _told(request: HttpRequest, one: Counted, asked: SetsAsked) -> SetTold:
    chosen = [("collection", asked.collection)] if asked.collection else []
    query = urlencode([*one.asked, *chosen])
    error = ToldFinding(message=str(one.error), field=f"lines.{one.set.number - 1}") if one.error else None
    return SetTold(
        name=one.set.name,
        query=one.set.text,
        total=one.total,
        error=error,
        links=SetLinks(
            records=f"{absolute(request, 'api:search')}?{query}",
            page=at(request, one.results),
            export=f"{absolute(request, 'api:export')}?{query}",
            explanation=f"{absolute(request, 'api:explanation')}?{query}",
        ),
    )
