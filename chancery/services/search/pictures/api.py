"""Similar pictures over the API: the same pictures, scores and reasons as on the page."""

from typing import Annotated, Any, Literal

from django.http import HttpRequest
from ninja import Path, Query, Router
from pydantic import Field

from chancery.core import clock
from chancery.core.refusal import Refused
from chancery.core.wire import Asked, Told, ToldFinding, Trouble
from chancery.finder.lexer import MOST_CHARACTERS
from chancery.finder.pictures import VERSION, network, parts
from chancery.services.search.addresses import absolute
from chancery.services.search.fairness import fairness, quota
from chancery.services.search.pictures import pictures
from chancery.services.search.pictures.pictures import Found, Source, Wanted
from chancery.services.search.pictures.suggested import suggestions
from chancery.services.search.similar import similar
from chancery.services.search.similar.api import RecipePart, SimilarPart
from chancery.services.search.wire import PICTURE, Collection, Key, Sha256
from chancery.services.search.words import STATUSES

LARGEST = 100


class PicturesAsked(Asked):
    """Among which records it is looked, and how many are told."""

    collection: Literal["marks", "designs"] | None = Field(None, description="Both without it.")
    q: str = Field("", max_length=MOST_CHARACTERS, description="Words or a query that the records must fit.")
    class_: list[Annotated[str, Field(max_length=5, pattern=r"^[0-9]{1,2}(-[0-9]{1,2})?$")]] = Field(
        [], alias="class", max_length=45, description="Nice classes of marks, Locarno classes of designs."
    )
    status: str | None = Field(None, max_length=20, description="A state, such as registered.")
    limit: int = Field(20, ge=1, le=LARGEST)

    def wanted(self) -> Wanted:
        """Raises `Trouble`."""
        typed = {"collection": self.collection or "", "q": self.q, "classes": " ".join(self.class_)}
        if self.status and self.status not in STATUSES:
            message = f"There is no such status. Known: {', '.join(STATUSES)}."
            raise Trouble(400, message, findings=(ToldFinding(message=message, field="status"),))
        found = pictures.wanted(typed | {"status": self.status or ""})
        if found.wrong:
            findings = tuple(ToldFinding(message=str(words), field=box) for box, words in found.wrong.items())
            raise Trouble(400, " ".join(map(str, found.wrong.values())), findings=findings)
        return pictures.limited(found, self.limit)


class OfRecordAsked(PicturesAsked):
    picture: Sha256 = Field("", description="The SHA-256 of the record's picture that is compared; else the first.")


class SimilarPictureLinks(Told):
    record: str
    page: str
    picture: str


class SimilarPictureTold(Told):
    collection: str
    key: str
    number: str
    title: str
    holders: list[str]
    classes: dict[str, list[str]]
    status: str
    picture: str = Field(description="Its SHA-256.")
    score: float
    parts: list[SimilarPart]
    links: SimilarPictureLinks


class ClassSuggestion(Told):
    """A class that pictures near it have, its share of their weight, and the numbers of their records."""

    scheme: str
    symbol: str
    title: str
    share: float
    because: list[str]


class SimilarPictures(Told):
    """The most similar pictures, the nearest first, one of each record, and the recipe they were weighed by."""

    recipe_version: str
    recipe: list[RecipePart]
    pictures: int = Field(description="How many pictures there are to compare with.")
    items: list[SimilarPictureTold]
    suggestions: list[ClassSuggestion]


def add_to(router: Router) -> None:
    """Serve it beside the other questions to the public databases."""
    router.post(
        "/search/similar-pictures",
        response=SimilarPictures,
        operation_id="similarPictures",
        summary="Similar pictures",
        openapi_extra=PICTURE,
    )(similar_pictures)
    router.get(
        "/records/{collection}/{key}/similar-pictures",
        response=SimilarPictures,
        operation_id="similarPicturesOfRecord",
        summary="Pictures similar to that of a record",
    )(similar_pictures_of_record)


def similar_pictures(request: HttpRequest, asked: Query[PicturesAsked]) -> SimilarPictures:
    """The body is the picture itself: JPEG, PNG or TIFF. It is compared and not kept. Free, without an account."""
    return _answer(request, asked.wanted(), brought(request))


def similar_pictures_of_record(
    request: HttpRequest,
    collection: Path[Collection],
    key: Path[Key],
    asked: Query[OfRecordAsked],
) -> SimilarPictures:
    """Its first picture is compared, or the one that is named; the record itself is left out."""
    return _answer(request, asked.wanted(), of_record(collection, key, asked.picture))


def brought(request: HttpRequest) -> Source:
    """The picture that is the body. Raises `Refused`."""
    return pictures.brought(request.read())  # not request.body: that has the limit of a form, not of a file


def of_record(collection: str, key: str, picture: str) -> Source:
    """A picture of a record, the first where none is named. Raises `Trouble`."""
    source = pictures.of_record(collection, key, picture)
    if source is None:
        raise Trouble(404, "There is no such record with such a picture, or it is not published.")
    return source


def found(request: HttpRequest, wanted: Wanted, source: Source) -> list[Found]:
    """What is near, in the caller's turn. Raises `Trouble`."""
    second = int(clock.now().timestamp())
    try:
        with fairness.fairly(quota.caller(request), pictures.cost(wanted), second=second) as turn:
            hits = pictures.found(wanted, source)
    except Refused as refused:
        raise Trouble(422, str(refused), findings=(ToldFinding(message=str(refused), field="q"),)) from None
    except fairness.Wait as wait:
        raise fairness.as_trouble(wait) from None
    request.allowances = turn.headers  # type: ignore[attr-defined]  # the edge of the API puts them on the answer
    return hits


def _answer(request: HttpRequest, wanted: Wanted, source: Source) -> SimilarPictures:
    hits = found(request, wanted, source)
    recipe = parts(looks=network() is not None)
    return SimilarPictures(
        recipe_version=VERSION,
        recipe=[RecipePart(part=part.name, measures=part.measures, weight=part.weight) for part in recipe],
        pictures=pictures.compared(wanted.collections),
        items=[_told(request, one) for one in hits],
        suggestions=[
            ClassSuggestion(
                scheme=one.scheme,
                symbol=one.symbol,
                title=one.title,
                share=round(one.share, 4),
                because=[record.number for record in one.because],
            )
            for one in suggestions(hits)
        ],
    )


def _told(request: HttpRequest, one: Found) -> SimilarPictureTold:
    record, picture = one.document, one.similar.picture.name
    where: Any = (record.collection, record.key)
    return SimilarPictureTold(
        collection=record.collection,
        key=record.key,
        number=record.number,
        title=record.title(),
        holders=list(record.names),
        classes={scheme: list(symbols) for scheme, symbols in record.classes.items()},
        status=record.status,
        picture=picture,
        score=round(one.similar.score, 4),
        parts=[SimilarPart(**similar.part_told(part)) for part in one.similar.parts],
        links=SimilarPictureLinks(
            record=absolute(request, "api:record", *where),
            page=absolute(request, "search:record", *where),
            picture=pictures.address(request, record, picture),
        ),
    )
