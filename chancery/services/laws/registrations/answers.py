"""What the answers over the API about marks, designs and names look like."""

from datetime import date

from pydantic import Field

from chancery.core.wire import Told
from chancery.services.laws import queries
from chancery.services.laws.answers import (
    LawAnswer,
    LawFinding,
    ToldFee,
    ToldFees,
    ToldLimit,
    told_fee,
    told_finding,
    told_limit,
    told_money,
)
from chancery.services.laws.registrations.designating import Answer, Said
from chancery.services.laws.registrations.parties import Member
from chancery.services.laws.registrations.quotes import Quote


class QuotedFees(ToldFees):
    """What is paid together, and what falls due only later: second parts, a deferred publication."""

    later: list[ToldFee]


class ToldBond(Told):
    """An Act that binds a party. `since` is null where its first day is not in our data."""

    act: str = Field(description="Empty where the system has one Act only.")
    since: date | None
    confidence: str


class ToldDeclaration(Told):
    key: str
    cites: str
    says: str = Field(description="In one sentence of this house; empty where it has none.")
    confidence: str


class ToldMember(Told):
    """A contracting party of one system."""

    system: str
    code: str
    name: str
    organization: bool
    bound: list[ToldBond]
    through: str = Field(description="The common Office through which alone it is designated, or empty.")
    declarations: list[ToldDeclaration]
    declarations_known: bool
    note: str
    source: str


class MemberTable(LawAnswer):
    on: date
    items: list[ToldMember]


class TimeLimitsOf(LawAnswer):
    time_limits: list[ToldLimit]


def told_quote(quote: Quote) -> QuotedFees:
    return QuotedFees(
        edition=queries.edition(),
        on=quote.on,
        fees=[told_fee(one) for one in quote.sheet.lines],
        totals=[told_money(one) for one in quote.sheet.totals],
        complete=quote.sheet.complete,
        later=[told_fee(one) for one in quote.later],
    )


def told_member(one: Member) -> ToldMember:
    return ToldMember(
        system=one.system,
        code=one.code,
        name=one.name,
        organization=one.organization,
        bound=[ToldBond(act=bond.act, since=bond.since, confidence=bond.confidence) for bond in one.bonds],
        through=one.through,
        declarations=[
            ToldDeclaration(key=each.key, cites=each.cites, says=str(each.says), confidence=each.confidence)
            for each in one.declared
        ],
        declarations_known=one.declarations_known,
        note=one.note,
        source=one.source,
    )


class ToldContractingParty(LawAnswer):
    """One party in each system of which it is one."""

    code: str
    name: str
    systems: list[ToldMember]


class ToldSaid(Told):
    """One thing that holds there, and what it rests on."""

    text: str
    cites: str
    confidence: str


class ToldAwaited(ToldLimit):
    """A time limit there, and of what it is, where the same limit runs for several occasions."""

    occasion: str


class ToldDesignation(LawAnswer):
    """`against` says why a party cannot be designated; empty where it can. `asks` is what it wants besides.

    `timeLimits` are counted as if every notification were sent and received on the day asked about.
    """

    on: date
    code: str
    can: bool
    governed: list[ToldSaid]
    against: list[LawFinding]
    asks: list[LawFinding]
    fees: list[ToldFee]
    time_limits: list[ToldAwaited]
    deferment: ToldSaid | None = Field(description="How long the publication of designs can wait; null for others.")
    member: ToldMember | None = Field(description="Null where the code is no party of the system.")


def told_answer(one: Answer) -> ToldDesignation:
    return ToldDesignation(
        on=one.case.on,
        code=one.case.party,
        can=one.can,
        governed=[_told_said(each) for each in one.governed],
        against=[told_finding(each) for each in one.against],
        asks=[told_finding(each) for each in one.asks],
        fees=[told_fee(each) for each in one.fees],
        time_limits=[
            ToldAwaited(**told_limit(each.limit).model_dump(), occasion=str(each.occasion)) for each in one.limits
        ],
        deferment=_told_said(one.deferment) if one.deferment else None,
        member=told_member(one.member) if one.member else None,
    )


def _told_said(one: Said) -> ToldSaid:
    return ToldSaid(text=str(one.text), cites=one.cites, confidence=one.confidence)
