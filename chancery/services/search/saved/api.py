"""Saved searches over the API: for their owner, with a personal token."""

from datetime import datetime
from typing import Annotated, Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from ninja import Path, Status
from pydantic import Field, StringConstraints

from chancery.core import clock
from chancery.core.wire import Asked, PersonalToken, Text, Told, Trouble
from chancery.core.wire import router as room_router
from chancery.finder.lexer import MOST_CHARACTERS
from chancery.services.search.api import Filters, Sets, SortName
from chancery.services.search.asking import as_address, me, sets_of
from chancery.services.search.models import SavedSearch
from chancery.services.search.queries import Question
from chancery.services.search.saved import saved
from chancery.services.search.wire import Collection, DialectName

router = room_router(tags=["Saved searches"], auth=PersonalToken())
MOST = 200
Id = Annotated[int, Field(ge=1, le=2**53)]
Name = Annotated[Text, StringConstraints(max_length=saved.LONGEST_NAME)]


class SearchSaid(Asked):
    """A search, as the address of its results says it."""

    q: Annotated[Text, StringConstraints(max_length=MOST_CHARACTERS)] = ""
    collection: Collection | None = Field(None, description="One collection; all of them without it.")
    dialect: DialectName | None = None
    stemming: bool = True
    by_family: bool = False
    sort: SortName = "relevance"
    sets: Sets = Field([], description="Queries that q refers to by number, each as S2:fuel cell.")
    filters: Filters | None = None

    def question(self) -> Question:
        return Question(
            text=self.q.strip(),
            dialect=self.dialect or "",
            stemming=self.stemming,
            by_family=self.by_family,
            collection=self.collection or "",
            sets=sets_of(self.sets),
            filters=self.filters.chosen() if self.filters else {},
            sort=self.sort,
        )


class SearchToKeep(SearchSaid):
    """A search to be kept. Without a name it is called by its words."""

    name: Name = ""


class KeptSearch(Told):
    """A saved search. ``results`` is the page of what it finds, ``filters`` what narrows it."""

    id: int
    name: str
    q: str
    collection: str | None = Field(description="Null where it looks in all collections.")
    dialect: str | None
    stemming: bool
    by_family: bool
    sort: str
    sets: list[str]
    filters: dict[str, list[str]]
    made_at: datetime
    alerts: int
    results: str


class KeptSearches(Told):
    items: list[KeptSearch]


@router.get("/saved-searches", response=KeptSearches, operation_id="listSavedSearches", summary="The searches you keep")
def list_saved(request: HttpRequest) -> KeptSearches:
    return KeptSearches(items=[as_kept(row) for row in saved.mine(me(request))[:MOST]])


@router.post("/saved-searches", response={201: KeptSearch}, operation_id="saveSearch", summary="Keep a search")
def save(request: HttpRequest, response: HttpResponse, sent: SearchToKeep) -> Any:
    """The same search, kept again, is the one that is there."""
    pk = saved.save(sent.question(), name=sent.name, by=me(request), at=clock.now())
    response["Location"] = f"{request.path}/{pk}"
    return Status(201, as_kept(own(request, pk)))


@router.get(
    "/saved-searches/{search}", response=KeptSearch, operation_id="readSavedSearch", summary="Read a saved search"
)
def read(request: HttpRequest, search: Path[Id]) -> KeptSearch:
    return as_kept(own(request, search))


@router.put(
    "/saved-searches/{search}", response=KeptSearch, operation_id="changeSavedSearch", summary="Change a saved search"
)
def change(request: HttpRequest, search: Path[Id], sent: SearchToKeep) -> KeptSearch:
    """All of it: what is left out is emptied; a name that is left out stays. Its alerts stay, and go on."""
    name = sent.name or own(request, search).name
    saved.change(search, name=name, wanted=sent.question(), by=me(request))
    return as_kept(own(request, search))


@router.delete(
    "/saved-searches/{search}",
    response={204: None},
    operation_id="deleteSavedSearch",
    summary="Delete a saved search and its alerts",
)
def delete(request: HttpRequest, search: Path[Id]) -> Any:
    own(request, search)
    saved.delete(search, by=me(request))
    return Status(204, None)


def own(request: HttpRequest, search: int) -> SavedSearch:
    """The saved search of whoever asks. Raises `Trouble`."""
    row = saved.one(search, me(request))
    if row is None:
        raise Trouble(404, "There is no such search among those that you keep.")
    return row


def as_kept(row: SavedSearch) -> KeptSearch:
    kept = saved.shown(row)
    asked = kept.question
    return KeptSearch(
        id=row.pk,
        name=row.name,
        q=asked.text,
        collection=asked.collection or None,
        dialect=asked.dialect or None,
        stemming=asked.stemming,
        by_family=asked.by_family,
        sort=asked.sort,
        sets=as_address(asked.sets),
        filters={name: list(values) for name, values in asked.filters.items()},
        made_at=row.made_at,
        alerts=kept.alerts,
        results=settings.SITE_URL + kept.href,
    )
