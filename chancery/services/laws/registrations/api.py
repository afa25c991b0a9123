"""Marks, designs and names over the API: fees, time limits, designations and parties, each answer with citations."""

from collections.abc import Callable
from typing import Annotated, Any, Literal

from django.http import HttpRequest
from ninja import Path, Query
from pydantic import Field

from chancery.core import clock
from chancery.core.wire import Asked, Day, Trouble, asked, plain
from chancery.core.wire import router as room_router
from chancery.services.laws.answers import bad, told_limit
from chancery.services.laws.registrations import designating, limits, members, parties, quotes
from chancery.services.laws.registrations.answers import (
    MemberTable,
    QuotedFees,
    TimeLimitsOf,
    ToldContractingParty,
    ToldDesignation,
    told_answer,
    told_member,
    told_quote,
)
from chancery.services.laws.registrations.questions import DesignFees, MarkFees, NameFees
from chancery.services.laws.registrations.quotes import Quote
from chancery.treaties import hague, lisbon, madrid
from chancery.treaties.kernel.plain import BadData, from_plain

router = room_router(tags=["Law"])

SystemKey = Literal["madrid", "hague", "lisbon"]
Code = Annotated[
    str, Field(pattern="^[A-Z]{2}$", description="A party by its code of WIPO Standard ST.3, as CH or EM.")
]
MadridRecord: Any = asked(madrid.Record, "Madrid")
HagueRecord: Any = asked(hague.Record, "Hague")
LisbonRecord: Any = asked(lisbon.Record, "Lisbon")
Mark: Any = asked(MarkFees)
Designs: Any = asked(DesignFees)
Name: Any = asked(NameFees)


class MarkFeesOnADay(Asked):
    """What the fees of a mark depend on, and the day whose amounts count; today where none is given."""

    facts: Mark
    on: Day | None = None


class DesignFeesOnADay(Asked):
    """What the fees of designs depend on, and the day whose amounts count; today where none is given."""

    facts: Designs
    on: Day | None = None


class NameFeesOnADay(Asked):
    """What the fees of a name depend on, and the day whose amounts count; today where none is given."""

    facts: Name
    on: Day | None = None


class LaterAct(Asked):
    """A later act by its code, for so many registrations (or terms), on a day; today where none is given."""

    act: Annotated[str, Field(max_length=40)]
    count: Annotated[int, Field(strict=True, ge=1, le=10_000)] = 1
    on: Day | None = None


class MarkSoFar(Asked):
    """The dates of one mark."""

    record: MadridRecord


class DesignsSoFar(Asked):
    """The dates of one registration of designs."""

    record: HagueRecord


class NameSoFar(Asked):
    """The dates of one appellation of origin or geographical indication."""

    record: LisbonRecord


class AskedOfAParty(Asked):
    """Whose party asks, on which day (today where none is given), for how many classes or designs."""

    holder: Code
    on: Day | None = None
    count: Annotated[int, Field(ge=1, le=45)] = 1
    indication: bool = False


class Narrowed(Asked):
    """Which parties of a system: words of the name or the code, a declaration, a kind, days."""

    words: Annotated[str, Field(max_length=60)] = ""
    declared: Annotated[str, Field(max_length=40, description="A provision, as Art. 5(2)(b).")] = ""
    kind: Literal["", "state", "organization"] = ""
    on: Annotated[Day | None, Field(description="Only who is bound on that day.")] = None
    since: Annotated[Day | None, Field(description="Only who became bound on that day or later.")] = None


# Fees


@router.post("/madrid/fees", response=QuotedFees, operation_id="madridFees", summary="Compute fees of a mark")
def madrid_fees(request: HttpRequest, sent: MarkFeesOnADay) -> QuotedFees:
    """Application, subsequent designation or renewal, a line for each party. Nothing is converted or guessed."""
    return _quoted(sent, MarkFees, quotes.marks)


@router.post("/hague/fees", response=QuotedFees, operation_id="hagueFees", summary="Compute fees of designs")
def hague_fees(request: HttpRequest, sent: DesignFeesOnADay) -> QuotedFees:
    """Application, publication or renewal, a line for each party. Nothing is converted or guessed."""
    return _quoted(sent, DesignFees, quotes.designs)


@router.post("/lisbon/fees", response=QuotedFees, operation_id="lisbonFees", summary="Compute fees of a name")
def lisbon_fees(request: HttpRequest, sent: NameFeesOnADay) -> QuotedFees:
    """Registration, with the parties that take a fee of their own; modification, extract, attestation."""
    return _quoted(sent, NameFees, quotes.names)


@router.post(
    "/{system}/later-fees", response=QuotedFees, operation_id="laterFees", summary="Compute the fee of a later act"
)
def later_fees(request: HttpRequest, system: Path[Literal["madrid", "hague"]], sent: LaterAct) -> QuotedFees:
    """A change, a licence, a limitation and the like; free ones are told with an amount of zero."""
    try:
        return told_quote(quotes.later(system, sent.act, sent.count, on=sent.on or clock.today()))
    except BadData as error:
        raise Trouble(422, f"The data do not fit: {error}") from None


def _quoted(sent: Any, kind: type, quote: Callable[..., Quote]) -> QuotedFees:
    try:
        return told_quote(quote(from_plain(kind, plain(sent.facts)), on=sent.on or clock.today()))
    except BadData as error:
        raise bad(error, "facts") from None


# Time limits


@router.post(
    "/madrid/time-limits", response=TimeLimitsOf, operation_id="madridTimeLimits", summary="Time limits of a mark"
)
def madrid_time_limits(request: HttpRequest, sent: MarkSoFar) -> TimeLimitsOf:
    """Every time limit that runs, with its reasoning. What is missing is named, never guessed."""
    return _limits("madrid", madrid.Record, sent)


@router.post(
    "/hague/time-limits", response=TimeLimitsOf, operation_id="hagueTimeLimits", summary="Time limits of designs"
)
def hague_time_limits(request: HttpRequest, sent: DesignsSoFar) -> TimeLimitsOf:
    """Every time limit that runs, with its reasoning. What is missing is named, never guessed."""
    return _limits("hague", hague.Record, sent)


@router.post(
    "/lisbon/time-limits", response=TimeLimitsOf, operation_id="lisbonTimeLimits", summary="Time limits of a name"
)
def lisbon_time_limits(request: HttpRequest, sent: NameSoFar) -> TimeLimitsOf:
    """Every time limit that runs, with its reasoning. What is missing is named, never guessed."""
    return _limits("lisbon", lisbon.Record, sent)


def _limits(system: str, kind: Any, sent: Any) -> TimeLimitsOf:
    try:
        record = kind.from_dict(plain(sent.record))
    except BadData as error:
        raise bad(error, "record") from None
    return TimeLimitsOf(time_limits=[told_limit(one) for one in limits.of(system, record)])


# Parties


@router.get(
    "/{system}/members", response=MemberTable, operation_id="listMembers", summary="List the contracting parties"
)
def members_of(request: HttpRequest, system: Path[SystemKey], narrowed: Query[Narrowed]) -> MemberTable:
    """With the first day of each Act and what they declared, each declaration in one sentence."""
    on = narrowed.on or clock.today()
    wanted = members.Wanted(
        on=on,
        bound=narrowed.on is not None,
        since=narrowed.since,
        words=narrowed.words,
        declared=narrowed.declared,
        kind=narrowed.kind,
    )
    return MemberTable(on=on, items=[told_member(one) for one in members.found(system, wanted)])


@router.get(
    "/members/{code}", response=ToldContractingParty, operation_id="readParty", summary="Read one contracting party"
)
def party(request: HttpRequest, code: Path[Code]) -> ToldContractingParty:
    """In each of the four systems of which it is a party."""
    found = parties.everywhere(code)
    if not found:
        raise Trouble(404, "There is no such party. A party is named by its WIPO ST.3 code, as CH or EM.")
    return ToldContractingParty(code=code, name=parties.codes()[code], systems=[told_member(one) for one in found])


@router.get(
    "/{system}/designations/{code}",
    response=ToldDesignation,
    operation_id="canDesignate",
    summary="Can a party be designated?",
)
def can_designate(
    request: HttpRequest, system: Path[SystemKey], code: Path[Code], question: Query[AskedOfAParty]
) -> ToldDesignation:
    """Whether it can, what governs it, until when it may refuse, what it costs there and what it asks for."""
    case = designating.Case(
        holder=question.holder,
        party=code,
        on=question.on or clock.today(),
        count=question.count,
        indication=question.indication,
    )
    return told_answer(designating.answer(system, case))
