"""How queries are written and read, over the API: the query languages and fields there are, and a query explained."""

from typing import Literal

from django.http import HttpRequest
from ninja import Query
from pydantic import Field

from chancery.core.wire import Told
from chancery.core.wire import router as room_router
from chancery.finder import Explanation, QueryError
from chancery.finder.dialects import DIALECTS
from chancery.finder.fields import FIELDS
from chancery.services.search import queries
from chancery.services.search.api import QuerySaid, not_understood
from chancery.services.search.fairness.fairness import fair_answer
from chancery.services.search.languages import languages

router = room_router(tags=["Records"])


class WordFound(Told):
    word: str
    hits: int


class Clause(Told):
    """How one clause of a query is read, and how many records it alone finds."""

    clause: str
    kind: str
    meaning: str
    field: str
    hits: int | None
    stems: dict[str, str] = Field(description="Language to the stem that a plain word is found by there.")
    words: list[WordFound] = Field(description="Words of the records that the clause stands for, the frequent first.")
    more_words: bool
    parts: list["Clause"]


class LossTold(Told):
    code: str
    message: str


class Saying(Told):
    """The query in one language, and what of it that language cannot say."""

    dialect: str
    label: str
    query: str
    losses: list[LossTold]


class Read(Clause):
    """How a query was read: its clauses, its language, and the same query in every other language."""

    dialect: str
    sayings: list[Saying]


class QueryDialect(Told):
    """A query language that people know, and a query in it."""

    name: str
    label: str
    sample: str


class QueryField(Told):
    """What can be looked into. A field of words is narrowed to a language as `title.fr`."""

    name: str
    kind: Literal["words", "number", "class", "date", "code"]
    label: str
    aliases: list[str] = Field(description="Other names of it in the portal's own language.")
    values: list[str] = Field(description="All that it can be, where these are few; else empty.")


class ExpansionLanguage(Told):
    code: str = Field(description="ISO 639-1")
    name: str = Field(description="In that language itself.")


class QueryVocabulary(Told):
    """How a query can be written."""

    dialects: list[QueryDialect]
    fields: list[QueryField]
    expansions: list[ExpansionLanguage] = Field(description="Languages that a query can be said in.")


@router.get(
    "/query-vocabulary", response=QueryVocabulary, operation_id="readVocabulary", summary="How to write a query"
)
def vocabulary(request: HttpRequest) -> QueryVocabulary:
    """The query languages, the fields, and the languages of `/query-expansions`."""
    return QueryVocabulary(
        dialects=[QueryDialect(name=one.name, label=one.label, sample=one.sample) for one in DIALECTS],
        fields=[
            QueryField(
                name=one.name, kind=one.kind, label=one.label, aliases=list(one.aliases), values=list(one.values)
            )
            for one in FIELDS
        ],
        expansions=[ExpansionLanguage(code=code, name=name) for code, name in languages.languages().items()],
    )


@router.get("/query-explanation", response=Read, operation_id="explainQuery", summary="Explain a query")
@fair_answer
def explanation(request: HttpRequest, asked: Query[QuerySaid]) -> Read:
    """Each clause in words, with how many records it alone finds; and the query in other languages."""
    question = asked.question()
    try:
        return Read(
            dialect=question.read().dialect,
            sayings=[_saying(one) for one in queries.sayings(question)],
            **dict(_clause(queries.explained(question))),
        )
    except QueryError as error:
        raise not_understood(error) from None


def _clause(one: Explanation) -> Clause:
    return Clause(
        clause=one.clause,
        kind=one.kind,
        meaning=one.meaning,
        field=one.field,
        hits=one.hits,
        stems=dict(one.stems),
        words=[WordFound(word=word.text, hits=word.hits) for word in one.words],
        more_words=one.more,
        parts=[_clause(part) for part in one.parts],
    )


def _saying(one: queries.Saying) -> Saying:
    losses = [LossTold(code=loss.code, message=loss.told) for loss in one.written.losses]
    return Saying(dialect=one.dialect.name, label=one.dialect.label, query=one.written.text, losses=losses)
