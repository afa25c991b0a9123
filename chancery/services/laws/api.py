"""The law over the API: checks, time limits, fees, provisions and working days, each answer with its citations."""

from datetime import date
from typing import Annotated, Any

from django.http import HttpRequest
from django.urls import reverse
from ninja import Path
from pydantic import Field

from chancery.core import clock
from chancery.core.wire import Asked, Day, Told, ToldFinding, Trouble, asked, camel_path, plain
from chancery.core.wire import router as room_router
from chancery.services.laws import queries
from chancery.treaties import pct
from chancery.treaties.kernel import Finding, Money, NotDeterminable, Step
from chancery.treaties.kernel.plain import BadData

router = room_router(tags=["Law"])

Application: Any = asked(pct.Application)
Record: Any = asked(pct.Record)
Slug = Annotated[str, Field(max_length=60)]


class ApplicationOnADay(Asked):
    """An application as data, and the receiving Office's local date; today where none is given."""

    application: Application
    on: Day | None = None


class CaseSoFar(Asked):
    """The dates and facts of one case."""

    record: Record


class LawFinding(ToldFinding):
    rule: str = Field(description="The lasting name of the rule that found it.")
    invites: str = Field(description="The form by which an Office invites to correct it.")
    confidence: str


class Checked(Told):
    on: date
    findings: list[LawFinding]


class ToldStep(Told):
    """One sentence of a reasoning, what it rests on, and what it arrives at."""

    text: str
    cites: str
    value: str | None


class ToldLimit(Told):
    """A time limit. A day that cannot be told is null, and `notDeterminable` says what is missing."""

    key: str
    act: str
    actor: str
    office: str
    nature: str
    nominal: date | None
    due: date | None
    not_determinable: str | None
    cites: str
    steps: list[ToldStep]
    relief: str
    in_time_until: str
    consequence: str
    confidence: str


class PublicationDay(Told):
    not_before: date | None
    expected: date | None
    cites: str
    confidence: str
    steps: list[ToldStep]


class ToldStatus(Told):
    key: str
    label: str
    strand: str
    cites: str
    st27: str


class ToldLimits(Told):
    time_limits: list[ToldLimit]
    publication: PublicationDay
    statuses: list[ToldStatus]


class ToldMoney(Told):
    amount: str = Field(description="A decimal number, exact.")
    currency: str


class ToldFee(Told):
    """A fee. Where no table gives the amount it is null, and `notDeterminable` says what is missing."""

    code: str
    label: str
    amount: ToldMoney | None
    not_determinable: str | None
    cites: str
    steps: list[ToldStep]
    confidence: str


class ToldFees(Told):
    on: date
    fees: list[ToldFee]
    totals: list[ToldMoney]
    complete: bool


class ToldRule(Told):
    slug: str
    message: str
    more: str
    severity: str
    since: date
    until: date | None
    sources: list[str]
    confidence: str


class ToldCase(Told):
    name: str
    given: str
    expects: dict[str, str]
    source: str
    passes: bool


class ProvisionLine(Told):
    cites: str
    slug: str
    summary: str
    page: str


class ProvisionTable(Told):
    items: list[ProvisionLine]


class ToldProvision(Told):
    cites: str
    slug: str
    text: str | None = Field(description="In this house's words; the treaty's own text binds.")
    text_of: str | None = Field(description="The provision whose text it is: this one, or the nearest one around it.")
    confidence: str
    rules: list[ToldRule]
    time_limits: list[str]
    fees: list[str]
    cases: list[ToldCase]
    parent: str | None
    children: list[str]
    page: str


class ToldDay(Told):
    office: str
    day: date
    open: bool
    reason: str
    confidence: str
    known: bool = Field(description="Whether the Office's own published list covers this day.")
    next_open: date
    steps: list[ToldStep]


@router.post("/pct/checks", response=Checked, operation_id="checkApplication", summary="Check an application")
def check(request: HttpRequest, sent: ApplicationOnADay) -> Checked:
    """What each rule says of it, as it would be said on filing. A half-written application is welcome."""
    on = sent.on or clock.today()
    return Checked(on=on, findings=[_finding(one) for one in queries.check(_application(sent.application), on=on)])


@router.post("/pct/time-limits", response=ToldLimits, operation_id="timeLimits", summary="Compute time limits")
def time_limits(request: HttpRequest, sent: CaseSoFar) -> ToldLimits:
    """All time limits of a case with their reasoning, and when its publication is to be expected."""
    try:
        found = queries.time_limits(pct.Record.from_dict(plain(sent.record)))
    except BadData as error:
        raise _bad(error, "record") from None
    publication = found.publication
    return ToldLimits(
        time_limits=[_limit(one) for one in found.limits],
        publication=PublicationDay(
            not_before=_known(publication.not_before),
            expected=_known(publication.expected),
            cites=publication.cites,
            confidence=publication.confidence,
            steps=_steps(publication.steps),
        ),
        statuses=[
            ToldStatus(key=one.key, label=one.label, strand=one.strand, cites=one.cites, st27=one.st27)
            for one in found.statuses
        ],
    )


@router.post("/pct/fees", response=ToldFees, operation_id="fees", summary="Compute fees")
def fees(request: HttpRequest, sent: ApplicationOnADay) -> ToldFees:
    """In the amounts of the day of receipt. Nothing is converted and nothing is guessed."""
    on = sent.on or clock.today()
    sheet = queries.fees(_application(sent.application), on=on)
    return ToldFees(
        on=on,
        fees=[_fee(one) for one in sheet.lines],
        totals=[_money(one) for one in sheet.totals],
        complete=sheet.complete,
    )


@router.get("/pct/provisions", response=ProvisionTable, operation_id="listProvisions", summary="List the provisions")
def provisions(request: HttpRequest) -> ProvisionTable:
    """Every provision of the PCT in use here, in the order of the law."""
    lines = [
        ProvisionLine(
            cites=one.cites, slug=one.citation.slug, summary=one.first_sentence, page=_page(request, one.citation.slug)
        )
        for one in queries.table("pct")
    ]
    return ProvisionTable(items=lines)


@router.get(
    "/pct/provisions/{slug}", response=ToldProvision, operation_id="readProvision", summary="Read one provision"
)
def provision(request: HttpRequest, slug: Path[Slug]) -> ToldProvision:
    """`rule-80.5` is PCT Rule 80.5: its text in our words, what rests on it, and its cases."""
    found = queries.find("pct", slug)
    if found is None:
        raise Trouble(404, "There is no such provision. Its address is written like rule-80.5 or art-11(1)(iii)(c).")
    return ToldProvision(
        cites=found.cites,
        slug=slug,
        text=found.text.text if found.text else None,
        text_of=found.text.cites if found.text else None,
        confidence=found.confidence,
        rules=[
            ToldRule(
                slug=one.slug,
                message=one.message,
                more=one.more,
                severity=one.severity,
                since=one.since,
                until=one.until,
                sources=list(one.sources),
                confidence=one.confidence,
            )
            for one in found.rules
        ],
        time_limits=[one.key for one in found.limits],
        fees=list(found.fees),
        cases=[
            ToldCase(name=one.name, given=one.given, expects=dict(one.expects), source=one.source, passes=one.passes)
            for one in found.cases
        ],
        parent=found.parent.slug if found.parent else None,
        children=[one.slug for one in found.children],
        page=_page(request, slug),
    )


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
        steps=_steps(found.steps),
    )


def _application(sent: Any) -> pct.Application:
    try:
        return pct.Application.from_dict(plain(sent))
    except BadData as error:
        raise _bad(error, "application") from None


def _bad(error: BadData, where: str) -> Trouble:
    field = camel_path(f"{where}.{error.path}")
    return Trouble(422, "The data do not fit.", findings=(ToldFinding(message=error.reason, field=field),))


def _finding(one: Finding) -> LawFinding:
    return LawFinding(
        cites=one.cites,
        message=one.message,
        field=camel_path(one.field),
        severity=one.severity,
        rule=one.rule,
        invites=one.invites,
        confidence=one.confidence,
    )


def _limit(one: pct.TimeLimit) -> ToldLimit:
    return ToldLimit(
        key=one.key,
        act=one.act,
        actor=one.actor,
        office=one.office,
        nature=one.nature,
        nominal=_known(one.nominal),
        due=_known(one.due),
        not_determinable=_missing(one.due),
        cites=one.cites,
        steps=_steps(one.steps),
        relief=one.relief,
        in_time_until=one.in_time_until,
        consequence=one.consequence,
        confidence=one.confidence,
    )


def _fee(one: pct.FeeLine) -> ToldFee:
    return ToldFee(
        code=one.code,
        label=one.label,
        amount=_money(one.amount) if isinstance(one.amount, Money) else None,
        not_determinable=_missing(one.amount),
        cites=one.cites,
        steps=_steps(one.steps),
        confidence=one.confidence,
    )


def _known(day: date | NotDeterminable) -> date | None:
    return day if isinstance(day, date) else None


def _missing(result: object) -> str | None:
    return str(result) if isinstance(result, NotDeterminable) else None


def _money(one: Money) -> ToldMoney:
    return ToldMoney(amount=f"{one.amount:f}", currency=one.currency)


def _steps(steps: tuple[Step, ...]) -> list[ToldStep]:
    return [
        ToldStep(text=one.text, cites=one.cites, value=None if one.value is None else str(one.value)) for one in steps
    ]


def _page(request: HttpRequest, slug: str) -> str:
    return request.build_absolute_uri(reverse("laws:provision", args=("pct", slug)))
