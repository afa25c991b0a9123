"""The dates and facts of one case in progress, from which its time limits follow."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from chancery.treaties.kernel.plain import from_plain, to_plain
from chancery.treaties.pct.application import Application, PriorityClaim


@dataclass(frozen=True, kw_only=True)
class Invitation:
    """An invitation or notification of an Office. ``kind`` is the form, ``"PCT/RO/106"``; ``dated`` the
    date it bears.

    ``received_on`` and ``mailed_on`` are given only where the applicant has proved them (Rule 80.6).
    """

    kind: str = ""
    dated: date | None = None
    mailed_on: date | None = None
    received_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Record:
    """One case. A date that is nothing has not happened, or is not known.

    ``priority_date`` may be given where the claims themselves are not known (imported records); otherwise
    it follows from the claims. ``fees_received_on`` is the actual receipt at the International Bureau of an
    application passed on under Rule 19.4. ``early_publication_requested`` is the day of a request under
    Article 21(2)(b).
    """

    receiving_office: str = "IB"
    searching_authority: str = ""
    examining_authority: str = ""
    language: str = ""
    received_on: date | None = None
    fees_received_on: date | None = None
    filing_date: date | None = None
    priority_claims: tuple[PriorityClaim, ...] = ()
    priority_date: date | None = None
    invitations: tuple[Invitation, ...] = ()
    early_publication_requested: date | None = None
    early_publication_withdrawn: date | None = None
    search_copy_received: date | None = None
    record_copy_received: date | None = None
    isr_transmitted: date | None = None
    written_opinion_transmitted: date | None = None
    demand_received: date | None = None
    examination_started: date | None = None
    published_on: date | None = None
    withdrawn_on: date | None = None
    not_an_application_on: date | None = None
    considered_withdrawn_on: date | None = None

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

    def to_dict(self) -> dict[str, Any]:
        """Plain JSON data; dates as ISO text."""
        data: dict[str, Any] = to_plain(self)
        return data

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "Record":
        """Read plain JSON data. Raises ``BadData`` naming the field."""
        return from_plain(cls, data)
