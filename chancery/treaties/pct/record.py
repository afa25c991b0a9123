"""The dates and facts of one case in progress, from which its time limits follow."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from chancery.treaties.kernel.plain import Plain
from chancery.treaties.pct.application import Application, PriorityClaim


@dataclass(frozen=True, kw_only=True)
class Invitation:
    """An invitation or notification of an Office. ``kind`` is the form, ``"PCT/RO/106"``; ``dated`` the
    date it bears.

    ``received_on`` and ``mailed_on`` are given only where the applicant has proved them (Rule 80.6).
    ``fixed_until`` is the last day where the Office fixed one in it; ``office`` is its sender where the form
    alone does not tell, as among designated Offices. ``answered_on`` is the day of the applicant's answer.
    """

    kind: str = ""
    dated: date | None = None
    mailed_on: date | None = None
    received_on: date | None = None
    fixed_until: date | None = None
    office: str = ""
    answered_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class NationalEntry:
    """What happened at one designated Office. ``early_requested_on`` is a request under Article 23(2),
    ``cause_removed_on`` the end of what kept the applicant from entering in time (Rule 49.6).
    """

    office: str = ""
    entered_on: date | None = None
    refused_on: date | None = None
    early_requested_on: date | None = None
    cause_removed_on: date | None = None
    published_on: date | None = None
    granted_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Delay:
    """A time limit that was missed for a reason which the Regulations excuse (Rules 82 and 82quater).

    ``limit`` is the key of the time limit and ``expired_on`` its last day; ``office`` is where the act was due.
    """

    reason: Literal["mail", "force majeure", "office outage"] = "mail"
    limit: str = ""
    office: str = ""
    expired_on: date | None = None
    mailed_on: date | None = None
    noticed_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Closure:
    """What an Office has published of itself, as it bears on every time limit for acts before it.

    ``disruption``: the period of extension for a general disruption in its State (Rule 82quater.3). ``outage``: days
    on which its electronic means of communication were not available (Rule 82quater.2). Both ends are included.
    """

    office: str
    what: Literal["disruption", "outage"]
    first: date
    last: date
    announced: date
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Record(Plain):
    """One case. A date that is nothing has not happened, or is not known.

    ``priority_date`` may be given where the claims themselves are not known (imported records); otherwise it
    follows from the claims. ``fees_received_on`` is the actual receipt at the International Bureau of an
    application passed on under Rule 19.4; ``fees_paid_on`` is the day on which its fees were paid in full.
    ``early_publication_requested`` is the day of a request under Article 21(2)(b). ``no_search_declared`` says that
    what was transmitted in place of a search report was a declaration under Article 17(2)(a). ``demand_passed_on``
    is the receipt of a demand by the competent Authority, where it was made elsewhere. ``prepared_on`` is the end
    of the technical preparations for publication, where it is known and not only to be expected.
    ``communicated_on`` is the communication to the designated Offices under Article 20. ``faxed_on`` are the days
    of transmittals by fax. ``closures`` are what Offices have declared of themselves. ``offices`` are the
    designated Offices whose own limits are wanted; where none is named, the Treaty's thirty months stand for all.
    """

    receiving_office: str = "IB"
    searching_authority: str = ""
    examining_authority: str = ""
    supplementary_authority: str = ""
    language: str = ""
    received_on: date | None = None
    fees_received_on: date | None = None
    fees_paid_on: date | None = None
    filing_date: date | None = None
    priority_claims: tuple[PriorityClaim, ...] = ()
    priority_date: date | None = None
    invitations: tuple[Invitation, ...] = ()
    early_publication_requested: date | None = None
    early_publication_withdrawn: date | None = None
    priority_document_received: date | None = None
    search_copy_received: date | None = None
    record_copy_received: date | None = None
    isr_transmitted: date | None = None
    written_opinion_transmitted: date | None = None
    no_search_declared: bool = False
    article_19_received: date | None = None
    sis_requested: date | None = None
    sis_report_sent: date | None = None
    demand_received: date | None = None
    demand_passed_on: date | None = None
    translation_for_examination_received: date | None = None
    examination_started: date | None = None
    iper_established: date | None = None
    rectification_refused: date | None = None
    prepared_on: date | None = None
    published_on: date | None = None
    communicated_on: date | None = None
    withdrawn_on: date | None = None
    not_an_application_on: date | None = None
    considered_withdrawn_on: date | None = None
    faxed_on: tuple[date, ...] = ()
    delays: tuple[Delay, ...] = ()
    closures: tuple[Closure, ...] = ()
    offices: tuple[str, ...] = ()
    national_entries: tuple[NationalEntry, ...] = ()

    def claims_at(self, day: date) -> tuple[PriorityClaim, ...]:
        """The priority claims that stand on a day; on ``date.min``, those made on filing."""
        return tuple(
            claim
            for claim in self.priority_claims
            if (claim.added_on is None or claim.added_on <= day) and (claim.ceased_on is None or claim.ceased_on > day)
        )

    @property
    def priority_changes(self) -> tuple[date, ...]:
        """The days on which a claim was added, withdrawn or considered void, in order."""
        days = {day for claim in self.priority_claims for day in (claim.added_on, claim.ceased_on) if day}
        return tuple(sorted(days))

    @classmethod
    def of(cls, application: Application, **known: Any) -> "Record":
        """The record with which a case begins; ``known`` adds what has happened since (``filing_date=…``), and for
        a draft the day on which it might be filed (``received_on=…``).
        """
        facts = {
            "receiving_office": application.receiving_office,
            "searching_authority": application.searching_authority,
            "language": application.language,
            "received_on": application.received_on,
            "priority_claims": application.priority_claims,
        }
        return cls(**{**facts, **known})
