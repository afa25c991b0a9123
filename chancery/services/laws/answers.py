"""What the law's answers over the API look like, and how a finding, a fee or a time limit is told."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from django.urls import reverse
from pydantic import Field

from chancery.core.wire import Told, ToldFinding, Trouble, camel_path
from chancery.services.laws import queries
from chancery.services.laws.lawbook import Form
from chancery.services.laws.provisions import Provision
from chancery.treaties import pct
from chancery.treaties.kernel import Finding, Money, NotDeterminable, Step
from chancery.treaties.kernel.plain import BadData


class LawAnswer(Told):
    """Every answer names the law it was computed by."""

    edition: str = Field(
        default_factory=queries.edition,
        description="The edition of the law's rules, tables and calendars. The same edition: the same answer.",
    )


class LawFinding(ToldFinding):
    rule: str = Field(description="The lasting name of the rule that found it.")
    invites: str = Field(description="The form by which an Office invites to correct it.")
    confidence: str


class Checked(LawAnswer):
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
    late_until: date | None = Field(description="The last day on which a late act can still be saved, where known.")
    late_steps: list[ToldStep]
    done_on: date | None = Field(description="The day on which the act was done, where the record says so.")
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


class ToldLimits(LawAnswer):
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


class ToldFees(LawAnswer):
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
    confidence: str
    page: str


class ProvisionTable(LawAnswer):
    items: list[ProvisionLine]


class ToldAct(Told):
    key: str
    title: str
    cites: str
    who: str = Field(description="Who may do it, as applicant, holder or anyone.")
    says: str


class ToldBar(Told):
    """What can stand against an act."""

    message: str
    confidence: str


class ToldForm(Told):
    number: str
    issuer: str = Field(description="Empty where the list does not say it.")
    title: str | None = Field(description="In this house's words; null where no title is known.")
    mandatory: bool | None = Field(description="Null where the list does not say it.")
    confidence: str = Field(description="That of the title.")


class ToldProvision(LawAnswer):
    cites: str
    slug: str
    text: str | None = Field(description="In this house's words; the treaty's own text binds.")
    text_of: str | None = Field(description="The provision whose text it is: this one, or the nearest one around it.")
    confidence: str
    rules: list[ToldRule]
    time_limits: list[str]
    fees: list[str]
    acts: list[ToldAct]
    bars: list[ToldBar]
    forms: list[ToldForm]
    cases: list[ToldCase]
    parent: str | None
    children: list[str]
    page: str


class ToldDay(LawAnswer):
    office: str
    day: date
    open: bool
    reason: str
    confidence: str
    known: bool = Field(description="Whether the Office's own published list covers this day.")
    next_open: date
    steps: list[ToldStep]


class ToldExcuse(LawAnswer):
    """What a missed time limit still allows. `findings` say what stands against the excuse; empty, it can be had."""

    cites: str
    act_until: date | None = Field(description="Null where the law says: as soon as reasonably possible.")
    evidence_until: date | None
    not_determinable: str | None
    steps: list[ToldStep]
    findings: list[LawFinding]


class ToldPossible(ToldAct):
    """An act on one day. `findings` say why it cannot be done; `late` says why it still can after its time limit."""

    open: bool
    findings: list[LawFinding]
    notes: list[LawFinding]
    until: ToldLimit | None
    late: str
    fees: list[ToldFee]


class ToldActs(LawAnswer):
    on: date
    acts: list[ToldPossible]


# Telling


def told_provisions(found: Iterable[Provision], absolute: Callable[[str], str]) -> ProvisionTable:
    """A table of provisions; ``absolute`` makes an address of a page whole."""
    return ProvisionTable(
        items=[
            ProvisionLine(
                cites=one.cites,
                slug=one.citation.slug,
                summary=one.first_sentence,
                confidence=one.confidence,
                page=absolute(reverse("laws:provision", args=(one.citation.treaty, one.citation.slug))),
            )
            for one in found
        ]
    )


def told_provision(found: Provision, absolute: Callable[[str], str]) -> ToldProvision:
    slug = found.citation.slug
    return ToldProvision(
        cites=found.cites,
        slug=slug,
        text=found.text.text if found.text else None,
        text_of=found.text.cites if found.text else None,
        confidence=found.confidence,
        rules=[told_rule(one) for one in found.rules],
        time_limits=[one.key for one in found.limits],
        fees=[one.code for one in found.fees],
        acts=[told_act(one) for one in found.acts],
        bars=[ToldBar(message=one.message, confidence=one.confidence) for one in found.bars],
        forms=[told_form(one) for one in found.forms],
        cases=[
            ToldCase(name=one.name, given=one.given, expects=dict(one.expects), source=one.source, passes=one.passes)
            for one in found.cases
        ],
        parent=found.parent.slug if found.parent else None,
        children=[one.slug for one in found.children],
        page=absolute(reverse("laws:provision", args=(found.citation.treaty, slug))),
    )


def bad(error: BadData, where: str) -> Trouble:
    field = camel_path(f"{where}.{error.path}")
    return Trouble(422, "The data do not fit.", findings=(ToldFinding(message=error.reason, field=field),))


def told_finding(one: Finding) -> LawFinding:
    return LawFinding(
        cites=one.cites,
        message=one.message,
        field=camel_path(one.field),
        severity=one.severity,
        rule=one.rule,
        invites=one.invites,
        confidence=one.confidence,
    )


def told_limit(one: pct.TimeLimit) -> ToldLimit:
    return ToldLimit(
        key=one.key,
        act=one.act,
        actor=one.actor,
        office=one.office,
        nature=one.nature,
        nominal=known(one.nominal),
        due=known(one.due),
        not_determinable=missing(one.due),
        late_until=known(one.late_until),
        late_steps=told_steps(one.late_steps),
        done_on=one.done_on,
        cites=one.cites,
        steps=told_steps(one.steps),
        relief=one.relief,
        in_time_until=one.in_time_until,
        consequence=one.consequence,
        confidence=one.confidence,
    )


def told_fee(one: pct.FeeLine) -> ToldFee:
    return ToldFee(
        code=one.code,
        label=one.label,
        amount=told_money(one.amount) if isinstance(one.amount, Money) else None,
        not_determinable=missing(one.amount),
        cites=one.cites,
        steps=told_steps(one.steps),
        confidence=one.confidence,
    )


def known(day: date | NotDeterminable | None) -> date | None:
    return day if isinstance(day, date) else None


def missing(result: object) -> str | None:
    return str(result) if isinstance(result, NotDeterminable) else None


def told_money(one: Money) -> ToldMoney:
    return ToldMoney(amount=f"{one.amount:f}", currency=one.currency)


def told_steps(steps: tuple[Step, ...]) -> list[ToldStep]:
    return [
        ToldStep(text=one.text, cites=one.cites, value=None if one.value is None else str(one.value)) for one in steps
    ]


def told_excuse(one: pct.Excuse) -> ToldExcuse:
    return ToldExcuse(
        cites=one.cites,
        act_until=known(one.act_until),
        evidence_until=known(one.evidence_until),
        not_determinable=missing(one.act_until) or missing(one.evidence_until),
        steps=told_steps(one.steps),
        findings=[told_finding(each) for each in one.findings],
    )


def told_act(one: Any) -> ToldAct:
    return ToldAct(key=one.key, title=one.title, cites=one.cites, who=one.who, says=one.says)


def told_form(one: Form) -> ToldForm:
    return ToldForm(
        number=one.number,
        issuer=one.issuer,
        title=one.title or None,
        mandatory=one.mandatory,
        confidence=one.confidence,
    )


def told_rule(one: pct.Rule) -> ToldRule:
    return ToldRule(
        slug=one.slug,
        message=one.message,
        more=one.more,
        severity=one.severity,
        since=one.since,
        until=one.until,
        sources=list(one.sources),
        confidence=one.confidence,
    )


def told_possible(one: pct.Possible) -> ToldPossible:
    fees = (one.fee, *one.more_fees) if one.fee else ()
    return ToldPossible(
        **told_act(one.act).model_dump(),
        open=one.open,
        findings=[told_finding(each) for each in one.findings],
        notes=[told_finding(each) for each in one.notes],
        until=told_limit(one.until) if one.until else None,
        late=one.late,
        fees=[told_fee(each) for each in fees],
    )
