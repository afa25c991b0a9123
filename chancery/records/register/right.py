"""How a right stands: the facts of one application, and what the Offices and the applicant have added."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from chancery.treaties import pct
from chancery.treaties.pct import states

TO_CORRECT = frozenset({"PCT/RO/103", "PCT/RO/106", "PCT/RO/110"})
"""Invitations to correct the application itself; others ask for fees, parts, replies."""

ENDED = frozenset({"not an application", "withdrawn", "considered withdrawn"})
"""States after which nothing more happens in the international phase."""


@dataclass(frozen=True, kw_only=True)
class Invited:
    """An invitation, and when it was answered (None while it is open). ``office`` is empty for the receiving Office.

    ``fixed``: the Office has set the day itself, in the invitation or by an extension. ``named`` is the day as the
    Office named it, where what it has declared since has moved ``due`` (Rule 82quater).
    """

    invitation: int
    form: str
    findings: tuple[dict[str, str], ...]
    dated: date
    due: date
    remark: str
    office: str = ""
    answered_on: date | None = None
    fixed: bool = False
    named: date | None = None


@dataclass(frozen=True, kw_only=True)
class Payment:
    """Money that arrived for a fee, or went back of it; ``received_on`` is the day of that."""

    line: str
    amount: str
    currency: str
    received_on: date
    reference: str


@dataclass(frozen=True, kw_only=True)
class Publication:
    number: str
    kind_code: str
    on: date
    issue: str

    @property
    def key(self) -> str:
        """The number as it stands in an address and names the record in the databases: "WO2028000001"."""
        return self.number.replace(" ", "").replace("/", "")


@dataclass(frozen=True, kw_only=True)
class Paper:
    """A paper of the applicant that changes nothing by itself. ``act`` is a key of `pct.ACTS`."""

    paper: int
    act: str
    received_on: date
    facts: dict[str, str]
    documents: tuple[dict[str, Any], ...]
    remark: str


@dataclass(frozen=True, kw_only=True)
class SearchReport:
    """An international search report, or the declaration that there is none (``declined``, Art. 17(2)(a))."""

    authority: str
    established_on: date
    transmitted_on: date
    supplementary: bool
    declined: str
    citations: tuple[dict[str, str], ...]
    classifications: tuple[str, ...]
    documents: tuple[dict[str, Any], ...]
    opinion: str


@dataclass(frozen=True, kw_only=True)
class Amendment:
    """Amended claims under Article 19 or 34."""

    article: str
    received_on: date
    statement: str
    documents: tuple[dict[str, Any], ...]


@dataclass(frozen=True, kw_only=True)
class Demand:
    """The demand for preliminary examination, or a request for a supplementary search (then nothing is elected)."""

    authority: str
    received_on: date
    elected: tuple[str, ...] = ()
    basis: str = ""
    withdrawn_on: date | None = None
    void_on: date | None = None  # considered not to have been submitted (Rules 54bis.1(b), 60.1(c))

    @property
    def stands(self) -> bool:
        """Whether it has effect: neither withdrawn nor considered not to have been submitted."""
        return self.withdrawn_on is None and self.void_on is None


@dataclass(frozen=True, kw_only=True)
class Report:
    """The international preliminary report on patentability, of Chapter I or II."""

    chapter: str
    authority: str
    established_on: date
    statement: str
    documents: tuple[dict[str, Any], ...]


@dataclass(frozen=True, kw_only=True)
class Observation:
    """A third party's observation. ``admitted`` is None until the Bureau has looked at it."""

    observation: int
    received_on: date
    citations: tuple[dict[str, str], ...]
    text: str
    name: str
    documents: tuple[dict[str, Any], ...]
    admitted: bool | None = None


@dataclass(frozen=True, kw_only=True)
class PriorityDecision:
    claim: int
    outcome: str
    criterion: str
    decided_on: date
    reason: str
    cites: str


@dataclass(frozen=True, kw_only=True)
class Notification:
    form: str
    office: str
    dated: date
    facts: dict[str, str]
    cites: str


@dataclass(frozen=True, kw_only=True)
class NationalStep:
    """What happened before a designated Office."""

    office: str
    what: str
    on: date
    number: str
    remark: str


@dataclass(frozen=True, kw_only=True)
class Withdrawal:
    """``act`` says of what: a key of `pct.ACTS`. ``offices`` is empty where all of them are meant."""

    act: str
    received_on: date
    offices: tuple[str, ...]
    only_if_unpublished: bool


@dataclass(frozen=True, kw_only=True)
class Right:
    """One international application as the register knows it."""

    number: str
    version: int = 0
    entries: tuple[int, ...] = ()
    received_at: datetime | None = None
    received_on: date | None = None
    transferred_on: date | None = None
    application: pct.Application = field(default_factory=pct.Application)
    charged: pct.Application = field(default_factory=pct.Application)  # what the fees are reckoned by
    done: tuple[tuple[str, date], ...] = ()  # what the applicant has done since, each act with its day
    documents: tuple[dict[str, Any], ...] = ()
    filing_date: date | None = None
    filing_date_cites: str = ""
    invitations: tuple[Invited, ...] = ()
    notifications: tuple[Notification, ...] = ()
    payments: tuple[Payment, ...] = ()
    refunds: tuple[Payment, ...] = ()
    priority_decisions: tuple[PriorityDecision, ...] = ()
    copies: tuple[tuple[str, str, date], ...] = ()  # which copy, at which Office, since when
    papers: tuple[Paper, ...] = ()
    rectifications_refused_on: date | None = None
    searches: tuple[SearchReport, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    supplementary: tuple[Demand, ...] = ()
    demand: Demand | None = None
    reports: tuple[Report, ...] = ()
    observations: tuple[Observation, ...] = ()
    early_publication_on: date | None = None
    prepared_on: date | None = None
    publications: tuple[Publication, ...] = ()
    licensing: str | None = None  # the terms; None where the applicant has not said so
    withdrawals: tuple[Withdrawal, ...] = ()
    national: tuple[NationalStep, ...] = ()
    not_an_application: str = ""
    considered_withdrawn: str = ""
    decided_on: date | None = None
    closures: tuple[pct.Closure, ...] = ()  # what Offices have declared of themselves; not of this right
    erased: bool = False

    @property
    def publication(self) -> Publication | None:
        """The international publication itself; later ones (A3, A4, A8, A9) are in ``publications``."""
        return self.publications[0] if self.publications else None

    @property
    def charged_on(self) -> date | None:
        """The day whose fees are due: that of receipt, or of arrival where it was passed on (Rules 15.3, 19.4(c))."""
        return self.transferred_on or self.received_on

    @property
    def open_invitations(self) -> tuple[Invited, ...]:
        return tuple(one for one in self.invitations if one.answered_on is None)

    @property
    def search(self) -> SearchReport | None:
        """The international search report, not a supplementary one."""
        return next((one for one in self.searches if not one.supplementary), None)

    @property
    def withdrawn_on(self) -> date | None:
        """The day the whole application was withdrawn, where that has effect."""
        return next((one.received_on for one in self.withdrawals if self._ends(one)), None)

    def _ends(self, one: Withdrawal) -> bool:
        came_too_late = one.only_if_unpublished and (self.prepared_on or date.max) < one.received_on
        return one.act == "withdraw_application" and not came_too_late

    @property
    def designations_withdrawn(self) -> tuple[str, ...]:
        """Offices whose designation was withdrawn (Rule 90bis.2)."""
        return tuple(office for one in self.withdrawals if one.act == "withdraw_designations" for office in one.offices)

    @property
    def designations_gone(self) -> tuple[str, ...]:
        """What is not designated, or no longer (Rules 4.9(b), 90bis.2)."""
        return (*self.application.designations_excluded, *self.designations_withdrawn)

    @property
    def designated(self) -> tuple[str, ...]:
        """The States designated; none without an international filing date, or when the application is over."""
        if self.filing_date is None or self.ended:
            return ()
        return states.designated(self.filing_date, excluded=self.designations_gone)

    @property
    def regional_offices(self) -> tuple[str, ...]:
        """The regional Offices whose patents cover a State that is designated, in the order of their codes."""
        on, codes = self.filing_date, self.designated
        return tuple(sorted({office for code in codes for office in states.regional_offices(code, on)})) if on else ()

    @property
    def ended(self) -> bool:
        """Whether the international phase is over before its time."""
        return self.status in ENDED

    @property
    def status(self) -> str:
        """One word for the state; the rooms put it into the words of those who read it."""
        if self.not_an_application:
            return "not an application"
        if self.withdrawn_on:
            return "withdrawn"
        if self.considered_withdrawn:
            return "considered withdrawn"
        if self.publications:
            return "published"
        if any(one.form in TO_CORRECT for one in self.open_invitations):
            return "invited"
        return "accorded" if self.filing_date else "received"

    def with_closures(self, closures: tuple[pct.Closure, ...]) -> "Right":
        """The same with what Offices have declared of themselves: invitations can be answered as long as that gives."""
        if not closures:
            return self
        moved = tuple(self._lengthened(one, closures) for one in self.invitations)
        return replace(self, closures=closures, invitations=moved)

    def _lengthened(self, one: Invited, closures: tuple[pct.Closure, ...]) -> Invited:
        office = one.office.rpartition("/")[2] or self.application.receiving_office
        due = pct.last_day(one.due, office, closures)
        return one if due == one.due else replace(one, due=due, named=one.due)

    def copy_received(self, which: str) -> date | None:
        """When the record copy or the search copy arrived."""
        return next((since for copy, _office, since in self.copies if copy == which), None)

    @property
    def record(self) -> pct.Record:
        """The dates of the case, as the treaty's time limits want them."""
        return record_of(self)


def record_of(right: Right) -> pct.Record:
    """The dates of a right as `pct.Record`."""
    search, demand = right.search, right.demand
    preliminary = [one for one in right.reports if one.chapter == "II"]
    early = right.early_publication_on
    return pct.Record.of(
        right.application,
        filing_date=right.filing_date,
        fees_received_on=right.transferred_on,
        record_copy_received=right.copy_received("record"),
        search_copy_received=right.copy_received("search"),
        isr_transmitted=search.transmitted_on if search else None,
        written_opinion_transmitted=search.transmitted_on if search else None,
        no_search_declared=bool(search and search.declined),
        sis_requested=right.supplementary[0].received_on if right.supplementary else None,
        supplementary_authority=right.supplementary[0].authority if right.supplementary else "",
        sis_report_sent=next((one.transmitted_on for one in right.searches if one.supplementary), None),
        priority_document_received=_brought(right, "furnish_priority_document"),
        article_19_received=_received(right, "19"),
        demand_received=demand.received_on if demand and demand.stands else None,
        examining_authority=demand.authority if demand else "",
        iper_established=preliminary[0].established_on if preliminary else None,
        early_publication_requested=early,
        early_publication_withdrawn=_withdrawn(right, "withdraw_publication_request") if early else None,
        prepared_on=right.prepared_on,
        published_on=right.publication.on if right.publication else None,
        withdrawn_on=right.withdrawn_on,
        not_an_application_on=right.decided_on if right.not_an_application else None,
        considered_withdrawn_on=right.decided_on if right.considered_withdrawn else None,
        rectification_refused=right.rectifications_refused_on,
        national_entries=tuple(
            _before(right, office) for office in dict.fromkeys(one.office for one in right.national)
        ),
        invitations=_invitations(right),
        closures=right.closures,
    )


def _invitations(right: Right) -> tuple[pct.Invitation, ...]:
    """Invitations, and notifications: from some of them time limits run as well (PCT/RO/111, PCT/RO/126)."""
    invited = (
        pct.Invitation(
            kind=one.form,
            dated=one.dated,
            fixed_until=(one.named or one.due) if one.fixed else None,
            office=one.office,
            answered_on=one.answered_on,
        )
        for one in right.invitations
    )
    notified = (pct.Invitation(kind=one.form, dated=one.dated, office=one.office) for one in right.notifications)
    return (*invited, *notified)


def _before(right: Right, office: str) -> pct.NationalEntry:
    """What happened before one designated Office."""
    days = {one.what: one.on for one in right.national if one.office == office}
    return pct.NationalEntry(
        office=office,
        entered_on=days.get("entered"),
        refused_on=days.get("refused"),
        published_on=days.get("published"),
        granted_on=days.get("granted"),
    )


def _brought(right: Right, act: str) -> date | None:
    return next((one.received_on for one in right.papers if one.act == act), None)


def _received(right: Right, article: str) -> date | None:
    return next((one.received_on for one in right.amendments if one.article == article), None)


def _withdrawn(right: Right, act: str) -> date | None:
    return next((one.received_on for one in right.withdrawals if one.act == act), None)
