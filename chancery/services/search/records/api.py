"""The records over the API, beside their search: analysis, comparison, what lies around a record, ways to more."""

from datetime import date
from typing import Literal

from django.http import HttpRequest
from ninja import Path, Query
from pydantic import Field

from chancery.core.wire import Asked, Told, Trouble
from chancery.core.wire import router as room_router
from chancery.finder import Document, QueryError
from chancery.records.register import queries as register
from chancery.services.search import queries
from chancery.services.search.addresses import absolute
from chancery.services.search.analysis import analysis
from chancery.services.search.analysis.analysis import Facet
from chancery.services.search.api import FacetValue, QuestionAsked, not_understood
from chancery.services.search.fairness.fairness import fair_answer
from chancery.services.search.records import citing, comparing, neighbours
from chancery.services.search.records.lines import lines
from chancery.services.search.remedies import remedies
from chancery.services.search.wire import Collection, Key

router = room_router(tags=["Records"])
MOST_ROWS, MOST_YEARS = 100, 1_000
Crossed = Literal["name", "class"]


class AnalysisAsked(QuestionAsked):
    """What of the results is counted."""

    facet: list[Facet] = Field(list(analysis.COUNTED), max_length=len(analysis.COUNTED), description="What is counted.")
    limit: int = Field(100, ge=1, le=analysis.ALL_VALUES, description="At most so many values of each.")
    months_of: int | None = Field(None, ge=1, le=9999, description="A year, to be counted month by month.")
    by_year: list[Crossed] = Field([], max_length=2, description="Facets to be counted year by year.")
    rows: int = Field(analysis.ROWS, ge=1, le=MOST_ROWS, description="At most so many values of each year by year.")
    years: int = Field(analysis.YEARS, ge=1, le=MOST_YEARS, description="Of the last years that have any, so many.")

    @property
    def searches(self) -> int:
        """How many the answer takes."""
        return 1 + 12 * bool(self.months_of) + len(set(self.by_year)) * (1 + self.rows)


class MonthCount(Told):
    month: str = Field(description="YYYY-MM")
    count: int
    query: str = Field(description="Finds these records, in the portal's own language, with the same sets.")


class ValueByYear(Told):
    value: str
    total: int
    years: dict[str, int]
    elsewhere: int = Field(description="Of other years than these, and of none.")


class Analysed(Told):
    """Every count is exact."""

    total: int
    facets: dict[str, list[FacetValue]]
    months: list[MonthCount]
    by_year: dict[str, list[ValueByYear]]


@router.get("/record-analysis", response=Analysed, operation_id="analyseRecords", summary="Count what a query finds")
@fair_answer
def analyse(request: HttpRequest, asked: Query[AnalysisAsked]) -> Analysed:
    """Free, without an account. Where a filter is set, only its values are counted."""
    question = asked.question()
    try:
        total, found = analysis.counted(question, tuple(dict.fromkeys(asked.facet)), limit=asked.limit)
        months = analysis.months(question, asked.months_of) if asked.months_of else []
        crossings = [
            analysis.crossing(question, one, rows=asked.rows, years=asked.years) for one in dict.fromkeys(asked.by_year)
        ]
    except QueryError as error:
        raise not_understood(error) from None
    return Analysed(
        total=total,
        facets={
            name: [FacetValue(value=value, count=count) for value, count in values] for name, values in found.items()
        },
        months=[MonthCount(month=f"{one.first:%Y-%m}", count=one.count, query=one.query) for one in months],
        by_year={one.facet: _by_year(one) for one in crossings},
    )


def _by_year(crossing: analysis.Crossing) -> list[ValueByYear]:
    return [
        ValueByYear(
            value=row.value,
            total=row.total,
            years=dict(zip(crossing.years, row.counts, strict=True)),
            elsewhere=row.elsewhere,
        )
        for row in crossing.rows
    ]


class Datum(Told):
    """One line of a record. ``inid`` is its INID code (WIPO ST.9, ST.60, ST.80), empty where it has none."""

    key: str
    inid: str
    label: str
    values: list[str]


class RecordBrief(Told):
    collection: str
    key: str
    number: str
    title: str
    on: date | None
    url: str


class CitedTold(Told):
    """A document that a record cites. What the source does not say is empty."""

    document: str = Field(description="As the report names it.")
    number: str = Field(description="The same where it is a patent document; empty for other literature.")
    published: str = Field(description="YYYY-MM-DD, or YYYY-MM or YYYY where no more is known.")
    category: str = Field(description="Letters of WIPO Standard ST.14.")
    passages: str
    claims: str = Field(description="Those it concerns; empty where it concerns all of them.")
    supplementary: bool = Field(description="Cited by a supplementary international search report.")
    by: str = Field(description="Who brought it up, where another Office says so: examiner, applicant.")
    record: RecordBrief | None = Field(description="The publication, where it is among the records here.")


class CitingTold(Told):
    total: int
    query: str = Field(description="Finds all of them.")
    newest: list[RecordBrief]


class RecordFile(Told):
    """A file of a published international application, as it was received (PCT Rule 48.2)."""

    kind: str
    sha256: str
    sheets: int
    url: str


class RecordAround(Told):
    """The data of a record in the order of their codes, its files, and the records around it."""

    data: list[Datum]
    before: RecordBrief | None = Field(description="The record of the same office with the number just before.")
    after: RecordBrief | None
    family: list[RecordBrief] = Field(description="Records with exactly the same priorities.")
    alike: list[RecordBrief]
    cited: list[CitedTold] = Field(description="Documents cited; of patents.")
    cited_by: CitingTold | None = Field(description="Records here that cite it; null of what is no patent.")
    files: list[RecordFile] = Field(description="Of an application that was filed with this office.")


@router.get(
    "/records/{collection}/{key}/surroundings",
    response=RecordAround,
    operation_id="readRecordSurroundings",
    summary="The data of a record and what lies around it",
)
def around(request: HttpRequest, collection: Path[Collection], key: Path[Key]) -> RecordAround:
    """The page of the record shows the same."""
    found = queries.record(collection, key)
    if found is None:
        raise Trouble(404, "There is no such record, or it is not published.")
    before, after = neighbours.by_number(found)
    return RecordAround(
        data=[Datum(key=one.key, inid=one.code, label=str(one.label), values=list(one.values)) for one in lines(found)],
        before=_brief(request, before) if before else None,
        after=_brief(request, after) if after else None,
        family=[_brief(request, one) for one in queries.relatives(found)],
        alike=[_brief(request, one) for one in neighbours.alike(found)],
        cited=[_cited(request, row) for row in citing.rows(found)],
        cited_by=_citing(request, found) if found.collection == "patents" else None,
        files=_files(request, found),
    )


def _files(request: HttpRequest, found: Document) -> list[RecordFile]:
    right = register.public_right(found.facts["right"]) if found.facts.get("right") else None
    return [
        RecordFile(
            kind=one["kind"],
            sha256=one["sha256"],
            sheets=one.get("sheets", 0),
            url=absolute(request, "search:file", found.key, one["sha256"]),
        )
        for one in (right.documents if right else ())
    ]


def _cited(request: HttpRequest, row: citing.Row) -> CitedTold:
    one = row.cited
    return CitedTold(
        document=one.document,
        number=one.number,
        published=one.published,
        category=one.category,
        passages=one.passages,
        claims=one.claims,
        supplementary=one.supplementary,
        by=one.by,
        record=_brief(request, row.record) if row.record else None,
    )


def _citing(request: HttpRequest, found: Document) -> CitingTold:
    told = citing.citing(found)
    return CitingTold(total=told.total, query=told.query, newest=[_brief(request, one) for one in told.newest])


def _brief(request: HttpRequest, one: Document) -> RecordBrief:
    return RecordBrief(
        collection=one.collection,
        key=one.key,
        number=one.number,
        title=one.title(),
        on=one.date,
        url=absolute(request, "api:record", one.collection, one.key),
    )


class ComparisonAsked(Asked):
    record: list[Key] = Field(
        min_length=comparing.FEWEST, max_length=comparing.MOST, description="Collection and key: patents/US5454295."
    )


class ComparedDatum(Told):
    key: str
    inid: str = Field(description="Empty also where the records have it under different codes.")
    label: str
    differs: bool
    values: list[list[str] | None] = Field(description="Of each record in turn; null where it does not have it.")


class Comparison(Told):
    records: list[RecordBrief]
    data: list[ComparedDatum]


@router.get("/record-comparisons", response=Comparison, operation_id="compareRecords", summary="Records side by side")
def compare(request: HttpRequest, asked: Query[ComparisonAsked]) -> Comparison:
    """Two to four records, line by line."""
    choice = comparing.chosen(asked.record)
    if choice.missing:
        raise Trouble(404, f"There is no record “{choice.missing[0]}”, or it is not published.")
    return Comparison(
        records=[_brief(request, one) for one in choice.documents],
        data=[
            ComparedDatum(
                key=row.key,
                inid=row.code,
                label=str(row.label),
                differs=row.differs,
                values=[list(line.values) if line else None for line in row.cells],
            )
            for row in comparing.compared(choice.documents)
        ],
    )


class Way(Told):
    """One change that brings more, and how many records then are found."""

    kind: Literal["without", "word", "texts", "filters", "collections", "forms"]
    query: str = Field(description="The query then, in the portal's own language, with the same sets.")
    text: str = Field(description="The clause left out, or the word written instead.")
    instead_of: str
    hits: int


class Ways(Told):
    total: int
    items: list[Way]


@router.get("/query-remedies", response=Ways, operation_id="remedyQuery", summary="What to try when little is found")
@fair_answer
def ways(request: HttpRequest, asked: Query[QuestionAsked]) -> Ways:
    """Clauses to leave out, words spelt otherwise, the long texts, filters to let go. Empty where more than three are
    found already.
    """
    question = asked.question()
    try:
        total = queries.number(question)
        found = remedies(question, total)
    except QueryError as error:
        raise not_understood(error) from None
    items = [
        Way(kind=one.kind, query=one.query, text=one.text, instead_of=one.instead_of, hits=one.hits) for one in found
    ]
    return Ways(total=total, items=items)
