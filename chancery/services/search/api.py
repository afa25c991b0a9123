"""The public databases over the API: the same questions as the pages, in the same query language."""

from datetime import date
from typing import Annotated, Any, Literal

from django.http import HttpRequest
from django.urls import reverse
from ninja import Path, Query
from pydantic import Field

from chancery.core.wire import Asked, Told, ToldFinding, Trouble
from chancery.core.wire import router as room_router
from chancery.finder import Document, Explanation, QueryError
from chancery.services.search import queries
from chancery.services.search.queries import PAGE, SHOWN_FACETS, Question

router = room_router(tags=["Records"])

Collection = Literal["patents", "marks", "designs", "indications", "decisions"]
LONGEST_QUERY, MOST_VALUES, LAST_PAGE, LARGEST_PAGE = 2_000, 50, 10_000, 100
Values = Annotated[list[Annotated[str, Field(max_length=200)]], Field(max_length=MOST_VALUES)]


class Filters(Asked):
    """What narrows a search: values of one facet are alternatives, facets combine."""

    office: Values = Field([], description="Office codes (WIPO ST.3), such as WO or EM.")
    country: Values = Field([], description="Countries of origin.")
    year: Values = Field([], description="Years of the principal date.")
    class_: Values = Field([], alias="class", description="Classes with their scheme: ipc:G06F, nice:9.")
    status: Values = Field([], description="States, such as registered.")
    kind: Values = Field([], description="Kinds of document or right, such as A1.")
    name: Values = Field([], description="Names exactly as a facet gives them.")

    def chosen(self) -> dict[str, list[str]]:
        return {name.rstrip("_"): values for name, values in self if name.rstrip("_") in _FACETS and values}


_FACETS = frozenset({"office", "country", "year", "class", "status", "kind", "name"})


class Search(Filters):
    """A search, as the address of a result page says it."""

    q: str = Field("", max_length=LONGEST_QUERY, description='The query: words, "phrases", fields (IC:H04L), dates.')
    collection: Collection | None = Field(None, description="One collection; all of them without it.")
    sort: Literal["relevance", "newest", "oldest", "number", "title"] = "relevance"
    page: int = Field(1, ge=1, le=LAST_PAGE)
    page_size: int = Field(PAGE, ge=1, le=LARGEST_PAGE)

    def question(self) -> Question:
        return Question(
            text=self.q, collection=self.collection or "", filters=self.chosen(), sort=self.sort, page=self.page
        )


class RecordLinks(Told):
    self_: str = Field(alias="self")
    page: str
    entry: str | None = None


class PublishedRecord(Told):
    """One published record, as plain facts."""

    collection: str
    key: str
    office: str
    number: str
    numbers: list[str]
    titles: dict[str, str] = Field(description='By language; "und" where it is not known.')
    names: list[str]
    classes: dict[str, list[str]]
    dates: dict[str, date]
    status: str
    country: str
    kind: str
    source: str = Field(description="Where the facts are from; empty for this office's own records.")
    more: dict[str, Any]
    links: RecordLinks


class FacetValue(Told):
    value: str
    count: int


class PageLinks(Told):
    self_: str = Field(alias="self")
    next: str | None = None
    previous: str | None = None


class Page(Told):
    """One page of results; ``total`` and the counts are exact."""

    page: int
    page_size: int
    total: int
    items: list[PublishedRecord]
    facets: dict[str, list[FacetValue]]
    links: PageLinks


class Clause(Told):
    """How one clause of a query is read, and how many records it alone finds."""

    clause: str
    kind: str
    meaning: str
    field: str
    hits: int | None
    parts: list["Clause"]


class Explained(Asked):
    q: str = Field("", max_length=LONGEST_QUERY)
    collection: Collection | None = None


@router.get("/records", response=Page, operation_id="searchRecords", summary="Search the public databases")
def search(request: HttpRequest, asked: Query[Search]) -> Page:
    """Free, without an account. Pass `links.next` on until it is null."""
    question = asked.question()
    try:
        found = queries.engine().search(
            question.parsed(),
            collections=question.collections,
            filters=question.filters,
            sort=question.sort,
            offset=(asked.page - 1) * asked.page_size,
            limit=asked.page_size,
            facets=("collection", *SHOWN_FACETS),
            facet_limit=queries.FACET_VALUES,
        )
    except QueryError as error:
        raise _not_understood(error) from None
    return Page(
        page=asked.page,
        page_size=asked.page_size,
        total=found.total,
        items=[_told(request, hit.document) for hit in found.hits],
        facets={
            name: [FacetValue(value=value, count=count) for value, count in values]
            for name, values in found.facets.items()
        },
        links=_links(request, asked, found.total),
    )


@router.get(
    "/records/{collection}/{key}", response=PublishedRecord, operation_id="readRecord", summary="Read one record"
)
def record(
    request: HttpRequest, collection: Path[Collection], key: Path[Annotated[str, Field(max_length=200)]]
) -> PublishedRecord:
    """The key is that of a search result; it never changes."""
    found = queries.record(collection, key)
    if found is None:
        raise Trouble(404, "There is no such record, or it is not published.")
    return _told(request, found)


@router.get("/query-explanation", response=Clause, operation_id="explainQuery", summary="Explain a query")
def explanation(request: HttpRequest, asked: Query[Explained]) -> Clause:
    """Each clause in words, with how many records it alone finds."""
    try:
        return _clause(queries.explained(Question(text=asked.q, collection=asked.collection or "")))
    except QueryError as error:
        raise _not_understood(error) from None


def _not_understood(error: QueryError) -> Trouble:
    place = "" if error.position is None else f" (character {error.position + 1})"
    message = f"{error.message}{place}. {error.remedy}".strip()
    return Trouble(400, message, findings=(ToldFinding(message=message, field="q"),))


def _clause(one: Explanation) -> Clause:
    return Clause(
        clause=one.clause,
        kind=one.kind,
        meaning=one.meaning,
        field=one.field,
        hits=one.hits,
        parts=[_clause(part) for part in one.parts],
    )


def _told(request: HttpRequest, one: Document) -> PublishedRecord:
    entry = one.facts.get("entry")
    return PublishedRecord(
        collection=one.collection,
        key=one.key,
        office=one.office,
        number=one.number,
        numbers=list(one.numbers),
        titles={language or "und": title for language, title in one.titles.items()},
        names=list(one.names),
        classes={scheme: list(symbols) for scheme, symbols in one.classes.items()},
        dates=dict(one.dates),
        status=one.status,
        country=one.country,
        kind=one.kind,
        source=one.facts.get("source", ""),
        more=one.facts.get("more", {}),
        links=RecordLinks(
            self=request.build_absolute_uri(reverse("api:record", args=(one.collection, one.key))),
            page=request.build_absolute_uri(reverse("search:record", args=(one.collection, one.key))),
            entry=request.build_absolute_uri(reverse("register:entry", args=(entry,))) if entry else None,
        ),
    )


def _links(request: HttpRequest, asked: Search, total: int) -> PageLinks:
    def at(page: int) -> str:
        query = request.GET.copy()
        query["page"] = str(page)
        return f"{request.build_absolute_uri(request.path)}?{query.urlencode()}"

    more = asked.page * asked.page_size < total and asked.page < LAST_PAGE
    return PageLinks(
        self=at(asked.page),
        next=at(asked.page + 1) if more else None,
        previous=at(asked.page - 1) if asked.page > 1 else None,
    )
