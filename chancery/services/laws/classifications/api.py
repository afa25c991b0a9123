"""The classifications over the API: the same headings, classes and reasons as on the pages."""

from datetime import date
from typing import Annotated, Any

from django.http import HttpRequest
from django.urls import reverse
from ninja import Path, Query, Router
from pydantic import Field

from chancery.core.wire import Asked, Text, Told, ToldFinding, Trouble
from chancery.finder import goods
from chancery.services.laws.answers import LawAnswer
from chancery.services.laws.classifications import queries
from chancery.treaties.kernel.classification import Classification, Heading, Move

Key = Annotated[str, Field(max_length=20, description="`nice`, `locarno` or `vienna`.")]
Symbol = Annotated[str, Field(max_length=20, description="As `25`, `06-01` or `26.4`, or in another spelling.")]


class ToldMove(Told):
    """What an edition put elsewhere; `target` is empty where it was spread over several classes."""

    what: str
    origin: str
    target: str
    edition: str
    confidence: str
    note: str


class ToldHeading(Told):
    symbol: str
    title: str = Field(description="A short title of our own, not the official one.")
    parent: str = Field(description="The symbol of what it stands in; empty at the top.")
    page: str


class ClassificationEdition(LawAnswer):
    """Which classification, and in which edition. `since` is null where the first day of force is not known."""

    key: str
    name: str
    classification_edition: str
    since: date | None
    confidence: str
    missing: str = Field(description="What of the classification is not here.")


class Headings(ClassificationEdition):
    headings: list[ToldHeading]
    moves: list[ToldMove]


class OneHeading(ClassificationEdition):
    heading: ToldHeading
    path: list[str] = Field(description="Symbols from the top down to it.")
    children: list[ToldHeading]
    moves: list[ToldMove]


class HeadingsAsked(Asked):
    """Words of a title, or a symbol; everything where it is empty."""

    q: Text = Field("", max_length=200)


class TermAsked(Asked):
    """Goods or a service, and the language it is written in; any where none is said."""

    term: Text = Field(min_length=1, max_length=goods.LONGEST)
    language: str = Field("", pattern=f"^({'|'.join(goods.LANGUAGES)})?$", description="As `de` (ISO 639-1).")
    most: int = Field(3, ge=1, le=45)


class WordShare(Told):
    """A word of the term, and its share of all that speaks for the class."""

    word: str
    share: float


class AcceptedTerm(Told):
    """A term that has been accepted in the class; a likeness of 1 is the same but for case, accents and signs."""

    term: str
    language: str
    likeness: float
    holders: int
    source: str
    translations: dict[str, str] = Field(description="In English, French and Spanish, by language, where known.")


class TermClass(Told):
    """A class, how probable it is among the 45, which words spoke for it, and accepted terms like the one asked."""

    number: int
    title: str
    probability: float
    accepted: bool = Field(description="Whether this very term has been accepted in this class.")
    words: list[WordShare]
    terms: list[AcceptedTerm]
    moves: list[ToldMove]
    page: str


class TermClasses(LawAnswer):
    classification_edition: str
    items: list[TermClass]


def add_to(router: Router) -> None:
    """Serve it beside the other questions to the law."""
    router.get(
        "/classifications/{classification}",
        response=Headings,
        operation_id="classificationHeadings",
        summary="A classification, or what is searched in it",
    )(classification)
    router.get(
        "/classifications/{classification}/{symbol}",
        response=OneHeading,
        operation_id="classificationHeading",
        summary="One class, or what is below it",
    )(heading)
    router.get("/goods/classes", response=TermClasses, operation_id="goodsClasses", summary="The class of a term")(
        terms
    )


def classification(request: HttpRequest, classification: Path[Key], asked: Query[HeadingsAsked]) -> Headings:
    """All headings in order, or those whose titles have the words of `q`, or the one whose symbol it is."""
    found = _classification(classification)
    headings = queries.search(found, asked.q) if asked.q.strip() else found.headings
    return Headings(
        **_edition(found),
        headings=[_heading(request, found, one) for one in headings],
        moves=[_move(one) for one in found.moves],
    )


def heading(request: HttpRequest, classification: Path[Key], symbol: Path[Symbol]) -> OneHeading:
    """With what it stands in, what is below it and what moved. A deeper symbol is answered by the nearest above it."""
    found = _classification(classification)
    one = found.find(symbol)
    if one is None:
        raise Trouble(404, "There is no such class. Symbols are written as 25, 06-01 or 26.4.")
    return OneHeading(
        **_edition(found),
        heading=_heading(request, found, one),
        path=[above.symbol for above in found.path(one)],
        children=[_heading(request, found, each) for each in found.below(one.symbol)],
        moves=[_move(each) for each in found.moved(one.symbol)],
    )


def terms(request: HttpRequest, asked: Query[TermAsked]) -> TermClasses:
    """The likeliest classes of goods or a service in one of 23 languages, why, and accepted terms like it."""
    found = queries.answers(asked.term, asked.language, most=asked.most)
    if not found:
        message = "There is no word in this term. Write it in letters of any script."
        raise Trouble(400, message, findings=(ToldFinding(message=message, field="term"),))
    edition = queries.FOUND["nice"]().edition.name
    return TermClasses(classification_edition=edition, items=[_answer(request, one) for one in found])


def _classification(key: str) -> Classification:
    found = queries.classification(key)
    if found is None:
        raise Trouble(404, "There is no such classification here. There are nice, locarno and vienna.")
    return found


def _edition(found: Classification) -> dict[str, Any]:
    edition = found.edition
    return {
        "key": found.key,
        "name": found.name,
        "classification_edition": edition.name,
        "since": edition.since,
        "confidence": edition.confidence,
        "missing": found.missing,
    }


def _heading(request: HttpRequest, found: Classification, one: Heading) -> ToldHeading:
    page = reverse("laws:classified", args=(found.key, one.symbol))
    return ToldHeading(symbol=one.symbol, title=one.title, parent=one.parent, page=request.build_absolute_uri(page))


def _move(one: Move) -> ToldMove:
    return ToldMove(
        what=one.what,
        origin=one.origin,
        target=one.target,
        edition=one.edition,
        confidence=one.confidence,
        note=one.note,
    )


def _answer(request: HttpRequest, one: queries.Answer) -> TermClass:
    suggestion = one.suggestion
    return TermClass(
        number=suggestion.number,
        title=one.heading.title,
        probability=round(suggestion.probability, 4),
        accepted=suggestion.accepted,
        words=[WordShare(word=word.text, share=round(word.share, 4)) for word in suggestion.words],
        terms=[_option(option) for option in one.options],
        moves=[_move(move) for move in one.moves],
        page=request.build_absolute_uri(reverse("laws:classified", args=("nice", one.heading.symbol))),
    )


def _option(one: queries.Option) -> AcceptedTerm:
    name = one.near.name
    return AcceptedTerm(
        term=name.text,
        language=name.language,
        likeness=round(one.near.likeness, 4),
        holders=name.holders,
        source=name.source,
        translations=dict(one.translations),
    )
