"""The public databases over the API: the same questions as the pages, in the same query language."""

from dataclasses import replace
from datetime import date
from typing import Annotated, Any, Literal

from django.http import HttpRequest
from django.urls import reverse
from ninja import Path, Query
from pydantic import Field

from chancery.core.wire import Asked, Told, ToldFinding, Trouble
from chancery.core.wire import router as room_router
from chancery.finder import Document, Hit, QueryError, Results
from chancery.finder.lexer import MOST_CHARACTERS
from chancery.records.register import queries as register
from chancery.services.search import queries
from chancery.services.search.addresses import absolute, at
from chancery.services.search.alerts import question_feed
from chancery.services.search.asking import sets_of
from chancery.services.search.batches import sets_api
from chancery.services.search.batches.sets import MOST_LINES
from chancery.services.search.fairness.fairness import fair_answer
from chancery.services.search.pictures import api as pictures_api
from chancery.services.search.pictures import report_api as pictures_report_api
from chancery.services.search.queries import PAGE, Question
from chancery.services.search.similar import api as similar_api
from chancery.services.search.similar import report_api
from chancery.services.search.wire import Collection, DialectName, Key

router = room_router(tags=["Records"])
for shelf in (similar_api, report_api, pictures_api, pictures_report_api, sets_api):
    shelf.add_to(router)

SortName = Literal["relevance", "newest", "oldest", "number", "title"]
MOST_VALUES, LAST_PAGE, LARGEST_PAGE = 50, 10_000, 100
Sets = Annotated[list[Annotated[str, Field(max_length=MOST_CHARACTERS + 10)]], Field(max_length=MOST_LINES)]
SETS: Any = Field([], alias="set", description="Queries that q refers to by number, each as S2:fuel cell.")
Values = Annotated[list[Annotated[str, Field(max_length=200)]], Field(max_length=MOST_VALUES)]


class QuerySaid(Asked):
    """A query, and how it is read."""

    q: str = Field("", max_length=MOST_CHARACTERS, description='The query: words, "phrases", fields (IC:H04L), dates.')
    collection: Collection | None = Field(None, description="One collection; all of them without it.")
    dialect: DialectName | None = Field(None, description="The language of the query; recognised without it.")
    stemming: bool = Field(True, description="Find the forms of a word too.")
    sets: Sets = SETS

    def question(self) -> Question:
        return Question(
            text=self.q,
            dialect=self.dialect or "",
            stemming=self.stemming,
            collection=self.collection or "",
            sets=sets_of(self.sets),
        )


class Filters(Asked):
    """What narrows a search: values of one facet are alternatives, facets combine."""

    office: Values = Field([], description="Office codes (WIPO ST.3), such as WO or EM.")
    country: Values = Field([], description="Countries of origin.")
    year: Values = Field([], description="Years of the principal date.")
    class_: Values = Field([], alias="class", description="Classes with their scheme: ipc:G06F, nice:9.")
    status: Values = Field([], description="States, such as registered.")
    kind: Values = Field([], description="Kinds of document or right, such as A1.")
    name: Values = Field([], description="Names exactly as a facet gives them.")
    family: Values = Field([], description="Families exactly as records give them.")

    def chosen(self) -> dict[str, list[str]]:
        return {name.rstrip("_"): values for name, values in self if name.rstrip("_") in _FACETS and values}


FacetName = Literal["collection", "office", "year", "class", "status", "kind", "country", "name", "none"]
QUICK_FACETS: tuple[FacetName, ...] = ("collection", "office", "year", "class", "status", "kind", "country")
_FACETS = frozenset({"office", "country", "year", "class", "status", "kind", "name", "family"})


class QuestionAsked(QuerySaid, Filters):
    """A query with its filters."""

    def question(self) -> Question:
        return replace(super().question(), filters=self.chosen())


class Search(QuestionAsked):
    """A search, as the address of a result page says it."""

    sort: SortName = "relevance"
    by_family: bool = Field(False, description="One record of each patent family; pages by cursor alone.")
    page: int = Field(1, ge=1, le=LAST_PAGE)
    page_size: int = Field(PAGE, ge=1, le=LARGEST_PAGE)
    cursor: str | None = Field(
        None, max_length=1_100, description="Instead of a page, from the answer before, for the same query and sort."
    )

    def question(self) -> Question:
        return replace(super().question(), by_family=self.by_family, sort=self.sort, page=self.page, cursor=self.cursor)


class Listed(Search):
    """A search for a page of records."""

    facet: Annotated[list[FacetName], Field(max_length=MOST_VALUES)] = Field(
        [*QUICK_FACETS],
        description="What is counted among the hits. Counting `name` takes longer; `none` counts nothing.",
    )
    highlight: bool = Field(False, description="Tell what of each record the query found.")


class RecordLinks(Told):
    self_: str = Field(alias="self")
    page: str
    entry: str | None = None
    pictures: list[str] = Field([], description="What shows a mark or design, as it was handed in.")


class PublishedRecord(Told):
    """One published record, as plain facts."""

    collection: str
    key: str
    office: str
    number: str
    numbers: list[str]
    numbered: dict[str, list[str]] = Field(
        description="Publication, application, priority, registration, national numbers; cited: of documents it cites."
    )
    family: str = Field(description="The same for records with exactly the same priorities; empty outside patents.")
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


class PhaseEntered(Told):
    """An entry into a national phase, as it was reported (PCT Rule 95)."""

    office: str
    number: str = Field(description="Empty where the Office has not told one.")
    date: date


class WholeRecord(PublishedRecord):
    """A published record with all that it is found by."""

    people: dict[str, list[str]] = Field(description="Inventors or designers, agents or representatives, by role.")
    days: dict[str, list[date]] = Field(description="Dates of which there may be several, by field.")
    codes: dict[str, list[str]] = Field(description="Further facts, by field.")
    national: list[PhaseEntered] = Field(description="Entries into national phases, in the order of the reports.")
    text: str = Field(description="Abstract, goods and services, or what else is told of it; empty where nothing is.")
    parts: dict[str, str] = Field(description="Claims and description, as far as they can be read in its files.")
    language: str = Field(description="Of text and parts.")


class Piece(Told):
    """A piece of a text, and whether the query found it."""

    text: str
    found: bool


class ListedRecord(PublishedRecord):
    """A record in a list of results."""

    members: int = Field(1, description="One of a family alone listed: how many of the hits are of it.")
    highlights: dict[str, list[Piece]] = Field(
        {},
        description="By place: `title.fr`, `name.0` (the first of `names`), `inventor.0`, `agent.0`; of `text`, "
        "`claims` and `description` extracts.",
    )


class FacetValue(Told):
    value: str
    count: int


class PageLinks(Told):
    self_: str = Field(alias="self")
    next: str | None = None
    previous: str | None = None
    feed: str | None = Field(description="What it finds as an Atom feed, the newest first; of laws there is none.")


class Page(Told):
    """One page of results; ``total`` and the counts are exact."""

    page: int
    page_size: int
    total: int
    families: int | None = Field(None, description="How many families, when one of each is listed.")
    cursor: str | None = Field(None, description="Asks for what follows, without a ceiling.")
    items: list[ListedRecord]
    facets: dict[str, list[FacetValue]]
    links: PageLinks


@router.get("/records", response=Page, operation_id="searchRecords", summary="Search the public databases")
@fair_answer
def search(request: HttpRequest, asked: Query[Listed]) -> Page:
    """Free, without an account. Pass `links.next` on until it is null: there is no last page.

    To read very many, ask by `cursor` from the first page on, sorted by date, number or title: then the thousandth page
    costs what the first one did, and of the records that were there none is left out or comes twice, whatever is
    published meanwhile. By relevance a cursor counts the records before it: pages become dearer, and new records shift
    them. To read all, take the export: one answer without pages, and each of its rows has such a cursor.
    """
    question = asked.question()
    try:
        found = queries.ask(
            question,
            sort=question.sort,
            offset=0 if asked.by_family else (asked.page - 1) * asked.page_size,
            limit=asked.page_size,
            cursor=asked.cursor,
            by_family=asked.by_family,
            facets=[name for name in dict.fromkeys(asked.facet) if name != "none"],
            facet_limit=queries.FACET_VALUES,
        )
    except QueryError as error:
        raise not_understood(error) from None
    return Page(
        page=asked.page,
        page_size=asked.page_size,
        total=found.total,
        families=found.families,
        cursor=found.cursor,
        items=[_listed(request, hit, highlight=asked.highlight) for hit in found.hits],
        facets={
            name: [FacetValue(value=value, count=count) for value, count in values]
            for name, values in found.facets.items()
        },
        links=_links(request, asked, question, found),
    )


@router.get("/records/{collection}/{key}", response=WholeRecord, operation_id="readRecord", summary="Read one record")
def record(request: HttpRequest, collection: Path[Collection], key: Path[Key]) -> WholeRecord:
    """The key is that of a search result; it never changes."""
    found = queries.record(collection, key)
    if found is None:
        raise Trouble(404, "There is no such record, or it is not published.")
    return WholeRecord(
        **_facts(request, found),
        people={role: list(names) for role, names in found.people.items()},
        days={name: list(days) for name, days in found.days.items()},
        codes={name: list(values) for name, values in found.codes.items()},
        national=[PhaseEntered(**one) for one in found.facts.get("national", ())],
        text=found.text,
        parts=dict(found.parts),
        language=found.language,
    )


def not_understood(error: QueryError) -> Trouble:
    place = "" if error.position is None else f" (character {error.position + 1})"
    message = f"{error.message}{place}. {error.remedy}".strip()
    return Trouble(400, message, findings=(ToldFinding(message=message, field="q"),))


def _listed(request: HttpRequest, hit: Hit, *, highlight: bool) -> ListedRecord:
    marked = hit.highlights if highlight else {}
    pieces = {place: [Piece(text=text, found=found) for text, found in told] for place, told in marked.items()}
    return ListedRecord(**_facts(request, hit.document), members=hit.members, highlights=pieces)


def _facts(request: HttpRequest, one: Document) -> dict[str, Any]:
    entry, shown = one.facts.get("entry"), register.in_address(one.facts.get("registration", ""))
    files = [reverse("search:file-of-registration", args=(shown, each)) for each in one.facts.get("pictures", ())]
    return {
        "collection": one.collection,
        "key": one.key,
        "office": one.office,
        "number": one.number,
        "numbers": list(one.numbers),
        "numbered": {role: list(numbers) for role, numbers in one.numbered.items() if numbers},
        "family": one.family,
        "titles": {language or "und": title for language, title in one.titles.items()},
        "names": list(one.names),
        "classes": {scheme: list(symbols) for scheme, symbols in one.classes.items()},
        "dates": dict(one.dates),
        "status": one.status,
        "country": one.country,
        "kind": one.kind,
        "source": one.facts.get("source", ""),
        "more": one.facts.get("more", {}),
        "links": RecordLinks(
            self=absolute(request, "api:record", one.collection, one.key),
            page=absolute(request, "search:record", one.collection, one.key),
            entry=absolute(request, "register:entry", entry) if entry else None,
            pictures=[at(request, file) for file in files],
        ),
    }


def _links(request: HttpRequest, asked: Search, question: Question, found: Results) -> PageLinks:
    def asking(**changed: str) -> str:
        query = request.GET.copy()
        for name in ("page", "cursor"):
            query.pop(name, None)
        for name, value in changed.items():
            query[name] = value
        return f"{at(request, request.path)}?{query.urlencode()}"

    feed = question_feed.address(question)
    by_cursor = asked.by_family or asked.cursor is not None or asked.page == LAST_PAGE
    following = {"cursor": found.cursor or ""} if by_cursor else {"page": str(asked.page + 1)}
    return PageLinks(
        self=at(request, request.get_full_path()),
        next=asking(**following) if found.cursor else None,
        previous=asking(page=str(asked.page - 1)) if asked.page > 1 and not asked.cursor else None,
        feed=at(request, feed) if feed else None,
    )
