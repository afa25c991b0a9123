"""Similar marks over the API: the same marks, scores and reasons as on the page."""

from dataclasses import replace
from typing import Annotated

from django.http import HttpRequest
from ninja import Query, Router
from pydantic import Field

from chancery.core.wire import Asked, Told, ToldFinding, Trouble
from chancery.finder.similar import RECIPE, VERSION
from chancery.finder.similar.folding import LONGEST, words_of
from chancery.services.search.addresses import absolute
from chancery.services.search.pictures import pictures
from chancery.services.search.similar import similar
from chancery.services.search.similar.similar import Found, Wanted
from chancery.services.search.wire import PICTURE, Sha256

LARGEST = 200
NiceClass = Annotated[int, Field(ge=1, le=45)]


class NameAsked(Asked):
    """A name, and the Nice classes it is meant for."""

    name: str = Field(min_length=1, max_length=LONGEST, description="The mark's words, in any script.")
    class_: list[NiceClass] = Field([], alias="class", max_length=45, description="Nice classes, 1 to 45.")
    limit: int = Field(50, ge=1, le=LARGEST)

    def wanted(self) -> Wanted:
        """Raises `Trouble`; also while nothing could be found, so that nobody takes an empty answer for a clear way."""
        if not words_of(self.name):
            message = "There is no letter and no digit in this name. Write it in letters of any script."
            raise Trouble(400, message, findings=(ToldFinding(message=message, field="name"),))
        if similar.preparing():
            message = "Marks are still being prepared. Until they are, none is found. Ask again in some minutes."
            raise Trouble(503, message, Retry_After="60")
        return Wanted(self.name, tuple(sorted(set(self.class_))), self.limit, {})


class SimilarAsked(NameAsked):
    """The same, and the record whose picture is compared beside it."""

    like: str = Field(
        "",
        max_length=210,
        pattern=r"^(marks/.+)?$",
        description="A mark, as `marks/IR1`, whose picture is compared as well. It is left out itself.",
    )
    picture: Sha256 = Field("", description="The SHA-256 of the picture of `like` that is compared; else the first.")

    def wanted(self) -> Wanted:
        asked = super().wanted()
        if not self.like:
            return asked
        collection, _sep, key = self.like.partition("/")
        source = pictures.of_record(collection, key, self.picture)
        if source is None:
            raise Trouble(404, "There is no such record with such a picture, or it is not published.")
        return replace(asked, source=source)


class SimilarPart(Told):
    """One part of the recipe: its score and its share of the weight, both from 0 to 1, and why."""

    part: str
    score: float
    weight: float
    why: str


class SimilarLinks(Told):
    record: str
    page: str
    picture: str | None = Field(None, description="The picture that was compared, where pictures are.")


class SimilarMark(Told):
    mark: str
    score: float
    office: str
    number: str
    holders: list[str]
    classes: list[int]
    status: str
    parts: list[SimilarPart]
    links: SimilarLinks


class RecipePart(Told):
    part: str
    measures: str
    weight: float


class SimilarMarks(Told):
    """The most similar marks, the nearest first, and the recipe they were weighed by."""

    recipe_version: str
    recipe: list[RecipePart]
    marks: int = Field(description="How many marks were compared.")
    items: list[SimilarMark]


def add_to(router: Router) -> None:
    """Serve it beside the other questions to the public databases."""
    router.get("/search/similar-marks", response=SimilarMarks, operation_id="similarMarks", summary="Similar marks")(
        similar_marks
    )
    router.post(
        "/search/similar-marks",
        response=SimilarMarks,
        operation_id="similarMarksWithPicture",
        summary="Similar marks, by name and picture",
        openapi_extra=PICTURE,
    )(similar_marks_with_picture)


def similar_marks(request: HttpRequest, asked: Query[SimilarAsked]) -> SimilarMarks:
    """Free, without an account. Each mark says for each part of the recipe what it scores and why."""
    return _answer(request, asked.wanted())


def similar_marks_with_picture(request: HttpRequest, asked: Query[NameAsked]) -> SimilarMarks:
    """The body is the picture that is meant beside the name: JPEG, PNG or TIFF. It is compared and not kept."""
    return _answer(request, beside(request, asked))


def beside(request: HttpRequest, asked: NameAsked) -> Wanted:
    """What is asked with the picture that is the body. Raises `Trouble`, `Refused`."""
    wanted = asked.wanted()
    return replace(wanted, source=pictures.brought(request.read()))  # not request.body: that has the limit of a form


def _answer(request: HttpRequest, asked: Wanted) -> SimilarMarks:
    found = similar.found(asked)
    return SimilarMarks(
        recipe_version=VERSION,
        recipe=[RecipePart(part=part.name, measures=part.measures, weight=part.weight) for part in RECIPE],
        marks=similar.compared(),
        items=[_told(request, one) for one in found],
    )


def _told(request: HttpRequest, one: Found) -> SimilarMark:
    record = one.document
    return SimilarMark(
        mark=one.similar.mark.name or record.number,
        score=round(one.similar.score, 4),
        office=record.office,
        number=record.number,
        holders=list(record.names),
        classes=list(one.similar.mark.classes),
        status=record.status,
        parts=[SimilarPart(**similar.part_told(part)) for part in one.similar.parts],
        links=SimilarLinks(
            record=absolute(request, "api:record", "marks", record.key),
            page=absolute(request, "search:record", "marks", record.key),
            picture=pictures.address(request, record, one.picture) if one.picture else None,
        ),
    )
