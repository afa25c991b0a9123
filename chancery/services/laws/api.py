"""The law over the API: checks, time limits, fees, provisions and working days, each answer with its citations."""

from typing import Annotated, Any, Literal

from django.http import HttpRequest
from ninja import Path, Query
from pydantic import Field

from chancery.core import clock
from chancery.core.wire import Asked, Count, Day, Trouble, asked, plain
from chancery.core.wire import router as room_router
from chancery.services.laws import queries
from chancery.services.laws.answers import (
    Checked,
    ProvisionTable,
    PublicationDay,
    ToldActs,
    ToldDay,
    ToldExcuse,
    ToldFees,
    ToldLimits,
    ToldProvision,
    ToldStatus,
    bad,
    known,
    told_excuse,
    told_fee,
    told_finding,
    told_limit,
    told_money,
    told_possible,
    told_provision,
    told_provisions,
    told_steps,
)
from chancery.services.laws.answers_offices import GoingOn, WhereToFile, told_office, told_where
from chancery.services.laws.classifications import api as classifications
from chancery.services.laws.narrowing import Wanted, narrowed
from chancery.services.laws.registrations.api import router as registrations_router
from chancery.treaties import pct
from chancery.treaties.kernel.plain import BadData, from_plain

router = room_router(tags=["Law"])
classifications.add_to(router)
router.add_router("", registrations_router)

Application: Any = asked(pct.Application)
Record: Any = asked(pct.Record)
Delay: Any = asked(pct.Delay)
Code = Annotated[str, Field(pattern="^[A-Z]{2}$", description="A code of WIPO Standard ST.3, as CH or EP.")]
PerhapsCode = Annotated[str, Field(pattern="^([A-Z]{2})?$", description="A code of WIPO Standard ST.3, as CH.")]
MOST_OFFICES = 170
Slug = Annotated[str, Field(max_length=60)]
Treaty = Literal["pct", "madrid", "hague", "lisbon"]


class WhichProvisions(Asked):
    """Which provisions: words of the citation or the text, a kind, what rests on them, how sure the text is."""

    words: Annotated[str, Field(max_length=60)] = ""
    kind: Literal["", "art", "rule", "ai", "schedule", "guidelines", "form"] = ""
    use: Literal["", "rules", "limits", "acts", "bars", "fees", "statuses"] = ""
    confidence: Literal["", "rule", "practice", "unverified"] = ""


class ApplicationOnADay(Asked):
    """An application as data, and the receiving Office's local date; today where none is given."""

    application: Application
    on: Day | None = None


class CaseSoFar(Asked):
    """The dates and facts of one case."""

    record: Record


class Applicant(Asked):
    """Of which State an applicant is a national and a resident, and the day of filing; today where none is given."""

    nationality: PerhapsCode = ""
    residence: PerhapsCode = ""
    on: Day | None = None


class Going(Asked):
    """A case, the Offices in which it may go on, and how long it is. What is not given is named as missing."""

    record: Record
    offices: Annotated[list[Code], Field(min_length=1, max_length=MOST_OFFICES)]
    on: Day | None = None
    claims: Count | None = None
    independent_claims: Count | None = None
    sheets: Count | None = None
    priorities: Count | None = None
    translation_words: Count | None = None
    entity: Literal["", "small", "micro"] = ""
    years: Annotated[int, Field(strict=True, ge=0, le=20, description="The last year of renewal reckoned.")] = 20


class CaseOnADay(Asked):
    """An application, what has happened to it, and the local date of the Office; today where none is given."""

    application: Application
    record: Record
    on: Day | None = None


class MissedLimit(Asked):
    """One time limit that was missed, and why."""

    delay: Delay


@router.post("/pct/checks", response=Checked, operation_id="checkApplication", summary="Check an application")
def check(request: HttpRequest, sent: ApplicationOnADay) -> Checked:
    """What each rule says of it, as it would be said on filing. A half-written application is welcome."""
    on = sent.on or clock.today()
    return Checked(on=on, findings=[told_finding(one) for one in queries.check(_application(sent.application), on=on)])


@router.post("/pct/time-limits", response=ToldLimits, operation_id="timeLimits", summary="Compute time limits")
def time_limits(request: HttpRequest, sent: CaseSoFar) -> ToldLimits:
    """All time limits of a case with their reasoning, and when its publication is to be expected."""
    found = queries.time_limits(_record(sent.record))
    publication = found.publication
    return ToldLimits(
        time_limits=[told_limit(one) for one in found.limits],
        publication=PublicationDay(
            not_before=known(publication.not_before),
            expected=known(publication.expected),
            cites=publication.cites,
            confidence=publication.confidence,
            steps=told_steps(publication.steps),
        ),
        statuses=[
            ToldStatus(key=one.key, label=one.label, strand=one.strand, cites=one.cites, st27=one.st27)
            for one in found.statuses
        ],
    )


@router.post("/pct/excuse", response=ToldExcuse, operation_id="excuseDelay", summary="Is a delay excused?")
def excuse(request: HttpRequest, sent: MissedLimit) -> ToldExcuse:
    """What Rules 82 and 82quater still allow after a time limit was missed, and what stands against it."""
    try:
        return told_excuse(queries.excuse(from_plain(pct.Delay, plain(sent.delay))))
    except BadData as error:
        raise bad(error, "delay") from None


@router.post("/pct/acts", response=ToldActs, operation_id="actsPossible", summary="What can still be done?")
def acts(request: HttpRequest, sent: CaseOnADay) -> ToldActs:
    """Every act after filing: whether it can be done on that day, until when, at what fee, and what stands against."""
    on = sent.on or clock.today()
    found = queries.acts(_record(sent.record), _application(sent.application), on=on)
    return ToldActs(on=on, acts=[told_possible(one) for one in found])


@router.post("/pct/fees", response=ToldFees, operation_id="fees", summary="Compute fees")
def fees(request: HttpRequest, sent: ApplicationOnADay) -> ToldFees:
    """In the amounts of the day of receipt. Nothing is converted and nothing is guessed."""
    on = sent.on or clock.today()
    sheet = queries.fees(_application(sent.application), on=on)
    return ToldFees(
        on=on,
        fees=[told_fee(one) for one in sheet.lines],
        totals=[told_money(one) for one in sheet.totals],
        complete=sheet.complete,
    )


@router.get(
    "/pct/receiving-offices", response=WhereToFile, operation_id="receivingOffices", summary="Where one may file"
)
def receiving_offices(request: HttpRequest, applicant: Query[Applicant]) -> WhereToFile:
    """The receiving Offices open to a national or resident of a State, and the Authorities that search for each."""
    on = applicant.on or clock.today()
    party = pct.Party(nationality=applicant.nationality, residence=applicant.residence)
    return told_where(queries.where_to_file((party,), on=on), on)


@router.post("/pct/national-phase", response=GoingOn, operation_id="nationalPhase", summary="Until when, at what cost")
def national_phase(request: HttpRequest, sent: Going) -> GoingOn:
    """Time limits and costs of the national phase in chosen Offices. Agents and translators are not in it."""
    on = sent.on or clock.today()
    extent = pct.Extent(
        claims=sent.claims,
        independent_claims=sent.independent_claims,
        sheets=sent.sheets,
        priorities=sent.priorities,
    )
    found = queries.abroad(
        _record(sent.record),
        offices=tuple(dict.fromkeys(sent.offices)),
        on=on,
        extent=extent,
        words=sent.translation_words,
        entity=sent.entity,
        years=sent.years,
        both_chapters=True,
    )
    return GoingOn(on=on, offices=[told_office(one) for one in found])


@router.get(
    "/{treaty}/provisions", response=ProvisionTable, operation_id="listProvisions", summary="List the provisions"
)
def provisions(request: HttpRequest, treaty: Path[Treaty], asked_for: Query[WhichProvisions]) -> ProvisionTable:
    """Every provision of a treaty in use here, in the order of the law; or those that are asked for."""
    wanted = Wanted(words=asked_for.words, kind=asked_for.kind, use=asked_for.use, sure=asked_for.confidence)
    return told_provisions(narrowed(treaty, wanted), request.build_absolute_uri)


@router.get(
    "/{treaty}/provisions/{slug}", response=ToldProvision, operation_id="readProvision", summary="Read one provision"
)
def provision(request: HttpRequest, treaty: Path[Treaty], slug: Path[Slug]) -> ToldProvision:
    """`pct`, `rule-80.5` is PCT Rule 80.5: its text in our words, what rests on it, and its cases."""
    found = queries.find(treaty, slug)
    if found is None:
        raise Trouble(404, "There is no such provision. Its address is written like rule-80.5 or art-11(1)(iii)(c).")
    return told_provision(found, request.build_absolute_uri)


@router.get(
    "/offices/{office}/days/{day}", response=ToldDay, operation_id="workingDay", summary="Is this a working day?"
)
def working_day(request: HttpRequest, office: Path[Annotated[str, Field(max_length=2)]], day: Path[Day]) -> ToldDay:
    """Whether an Office is open on a day, how sure that is, and to which day a time limit would move."""
    if office not in queries.offices():
        raise Trouble(404, "There is no such Office here. An Office is named by its WIPO ST.3 code, as IB or EP.")
    found = queries.day(office, day)
    return ToldDay(
        office=office,
        day=day,
        open=found.open,
        reason=found.reason,
        confidence=found.confidence,
        known=found.known,
        next_open=found.next_open,
        steps=told_steps(found.steps),
    )


def _application(sent: Any) -> pct.Application:
    try:
        return pct.Application.from_dict(plain(sent))
    except BadData as error:
        raise bad(error, "application") from None


def _record(sent: Any) -> pct.Record:
    try:
        return pct.Record.from_dict(plain(sent))
    except BadData as error:
        raise bad(error, "record") from None
