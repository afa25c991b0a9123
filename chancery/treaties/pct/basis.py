"""What the reckoning of a time limit starts from: the facts of one case, and the calendars of its Offices."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from chancery.treaties.kernel.calendar import Calendar, Calendars
from chancery.treaties.kernel.determine import NotDeterminable
from chancery.treaties.kernel.periods import Period, days
from chancery.treaties.kernel.reckoning import Reckoning
from chancery.treaties.pct.record import Invitation, Record

Role = Literal["RO", "IB", "ISA", "IPEA", "DO"]
PRIORITY_DATE = "PCT Art. 2(xi)"
SEVEN_DAYS = 7


@dataclass(frozen=True)
class Basis:
    """What a reckoning starts from: the facts of one case, the calendars, and the day as of which claims stand."""

    record: Record
    calendars: Calendars
    as_of: date = date.min

    def fact(self, name: str, what: str, cites: str = "") -> Reckoning:
        """A date of the record, called by its name in words."""
        return Reckoning.of(getattr(self.record, name), what, cites)

    def filing(self) -> Reckoning:
        """The international filing date; until it is accorded, the date of receipt stands for it."""
        if self.record.filing_date:
            return self.fact("filing_date", "the international filing date", "PCT Art. 11(1)")
        return self.fact("received_on", "the date of receipt (the filing date is not accorded yet)", "PCT Art. 11(1)")

    def receipt(self) -> Reckoning:
        return self.fact("received_on", "the date of receipt")

    def priority(self) -> Reckoning:
        """The priority date: the earliest claim that stands, otherwise the international filing date."""
        if self.record.priority_date and not self.record.priority_claims:
            return self.fact("priority_date", "the priority date", PRIORITY_DATE)
        claims = self.record.claims_at(self.as_of)
        if any(claim.filed_on is None for claim in claims):
            return Reckoning(NotDeterminable(("the date of an earlier application",)))
        if not claims:
            return self.filing().noting("No priority is claimed: the filing date is the priority date", PRIORITY_DATE)
        earliest = min(claim.filed_on for claim in claims if claim.filed_on)
        return Reckoning.of(earliest, "the priority date: the earliest application claimed", PRIORITY_DATE)

    def invitations(self, kind: str) -> Iterator[Invitation]:
        return (invitation for invitation in self.record.invitations if invitation.kind == kind)

    def after(self, invitation: Invitation, period: Period, cites: str) -> Reckoning:
        """A period from an invitation: from its date, or its later mailing; late receipt lengthens it (Rule 80.6)."""
        start = Reckoning.of(invitation.dated, f"the date of the invitation {invitation.kind}", "PCT Rule 80.6")
        late_mail = invitation.dated and invitation.mailed_on and invitation.mailed_on > invitation.dated
        if late_mail:
            start = Reckoning.of(invitation.mailed_on, "the proven date of mailing", "PCT Rule 80.6")
        counted = start.plus(period, cites)
        if not (invitation.dated and invitation.received_on):
            return counted
        delay = (invitation.received_on - invitation.dated).days - SEVEN_DAYS
        if delay <= 0 or late_mail:
            return counted
        return counted.noting(f"Received {delay + SEVEN_DAYS} days after its date, {delay} over seven").plus(
            days(delay), "PCT Rule 80.6"
        )

    def office(self, role: Role) -> str:
        """Which Office has that role in this case; designated Offices are many, and none is named."""
        return {
            "RO": self.record.receiving_office,
            "IB": "IB",
            "ISA": self.record.searching_authority,
            "IPEA": self.record.examining_authority,
            "DO": "",
        }[role]

    def calendar(self, role: Role) -> Calendar:
        return self.calendars(self.office(role))
