"""A query in other languages, over the API: what its words may be called, and the query that the usual ones make."""

from typing import Annotated, Literal

from django.http import HttpRequest
from ninja import Query
from pydantic import Field

from chancery.core.wire import Asked, Told, ToldFinding, Trouble
from chancery.core.wire import router as room_router
from chancery.finder import QueryError
from chancery.finder.lexer import MOST_CHARACTERS
from chancery.services.search.api import SETS, Sets, not_understood
from chancery.services.search.asking import sets_of
from chancery.services.search.fairness.fairness import fair_answer
from chancery.services.search.languages import languages
from chancery.services.search.queries import Question
from chancery.services.search.wire import DialectName

router = room_router(tags=["Records"])
MOST_SAID = 500


class ExpansionAsked(Asked):
    """The query, and the languages that it is to be said in."""

    q: str = Field(max_length=MOST_CHARACTERS, description="The query, in any of the query languages.")
    into: Annotated[list[str], Field(min_length=1, max_length=23)] = Field(description="ISO 639-1 codes, such as de.")
    written: str = Field("", alias="from", description="The language of the query's words; any without it.")
    dialect: DialectName | None = Field(None, description="The query language; recognised without it.")
    sets: Sets = SETS
    say: Annotated[list[Annotated[str, Field(max_length=200)]], Field(max_length=MOST_SAID)] = Field(
        [], description="What the query is to say, as each candidate's `say` names it; the usual ones without it."
    )

    def question(self) -> Question:
        return Question(text=self.q, dialect=self.dialect or "", sets=sets_of(self.sets))


class ExpansionCandidate(Told):
    language: str = Field(description="ISO 639-1; empty where a word of the records only means alike.")
    text: str
    source: Literal["thesaurus", "meaning"]
    strength: float = Field(description="How sure it is, from 0 to 1.")
    say: str = Field(description="How it is chosen, when the same is asked again.")
    chosen: bool = Field(description="Whether the query below says it.")


class ExpandedText(Told):
    text: str
    candidates: list[ExpansionCandidate]


class Expansion(Told):
    """The texts of the query with their candidates, and the query with those that are chosen."""

    query: str
    items: list[ExpandedText]


@router.get("/query-expansions", response=Expansion, operation_id="expandQuery", summary="Say a query elsewhere")
@fair_answer
def expand(request: HttpRequest, asked: Query[ExpansionAsked]) -> Expansion:
    """Free, without an account. Nothing is searched: take the query to a search, or make your own."""
    known = languages.languages()
    if unknown := [one for one in (*asked.into, *filter(None, [asked.written])) if one not in known]:
        message = f"Of the language {unknown[0]} no words are known. Known are: {', '.join(sorted(known))}."
        raise Trouble(400, message, findings=(ToldFinding(message=message, field="into"),))
    try:
        chosen = languages.ask(asked.question(), into=asked.into, written=asked.written, picked=asked.say or None)
    except QueryError as error:
        raise not_understood(error) from None
    return Expansion(
        query=chosen.query,
        items=[
            ExpandedText(
                text=one.text,
                candidates=[
                    ExpansionCandidate(
                        language=each.language,
                        text=each.text,
                        source=each.source,
                        strength=each.strength,
                        say=languages.tick(number, each.text),
                        chosen=each in said.candidates,
                    )
                    for each in one.candidates
                ],
            )
            for number, (one, said) in enumerate(zip(chosen.proposed, chosen.kept, strict=True))
        ],
    )
