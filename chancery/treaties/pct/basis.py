"""What the reckoning of a time limit starts from: the facts of one case, and the calendars of its Offices."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any, Literal

from chancery.treaties.kernel.calendar import Calendar, Calendars, of_office
from chancery.treaties.kernel.determine import NotDeterminable
from chancery.treaties.kernel.periods import Period, days, months
from chancery.treaties.kernel.reckoning import Reckoning, later_of
from chancery.treaties.pct.closures import declared
from chancery.treaties.pct.national_terms import through
from chancery.treaties.pct.publication import Publication, publication_of
from chancery.treaties.pct.record import Invitation, NationalEntry, Record

Role = Literal["RO", "IB", "ISA", "SISA", "IPEA", "DO"]
PRIORITY_DATE = "PCT Art. 2(xi)"
SEVEN_DAYS = 7
NO_ENTRY = NationalEntry()
FIELDS: dict[Role, str] = {
    "RO": "receiving_office",
    "ISA": "searching_authority",
    "SISA": "supplementary_authority",
    "IPEA": "examining_authority",
}
"""The fields of a record that say which Office has a role."""

SHARED = ("filing", "receipt", "priority", "priority_period", "publication")
"""What is the same whichever designated Office one looks at."""


@dataclass(frozen=True)
class Basis:
    """What a reckoning starts from: the facts of one case, the calendars, and the day as of which claims stand.

    ``designated`` is the designated Office that is looked at; nothing where none in particular is.
    """

    record: Record
    calendars: Calendars
    as_of: date = date.min
    designated: str = ""

    @cached_property
    def kept(self) -> dict[Any, Any]:
        """Room for what several limits of one case start from."""
        return {}

    def fact(self, name: str, what: str, cites: str = "") -> Reckoning:
        """A date of the record, called by its name in words."""
        return Reckoning.of(getattr(self.record, name), what, cites)

    @cached_property
    def filing(self) -> Reckoning:
        """The international filing date; until it is accorded, the date of receipt stands for it."""
        if self.record.filing_date:
            return self.fact("filing_date", "the international filing date", "PCT Art. 11(1)")
        return self.fact("received_on", "the date of receipt (the filing date is not accorded yet)", "PCT Art. 11(1)")

    @cached_property
    def receipt(self) -> Reckoning:
        """The day on which the application was first received."""
        return self.fact("received_on", "the date of receipt")

    @cached_property
    def priority(self) -> Reckoning:
        """The priority date: the earliest claim that stands, otherwise the international filing date."""
        if self.record.priority_date and not self.record.priority_claims:
            return self.fact("priority_date", "the priority date", PRIORITY_DATE)
        claims = self.record.claims_at(self.as_of)
        if any(claim.filed_on is None for claim in claims):
            return Reckoning(NotDeterminable(("the date of an earlier application",)))
        if not claims:
            return self.filing.noting("No priority is claimed: the filing date is the priority date", PRIORITY_DATE)
        earliest = min(claim.filed_on for claim in claims if claim.filed_on)
        return Reckoning.of(earliest, "the priority date: the earliest application claimed", PRIORITY_DATE)

    @cached_property
    def priority_period(self) -> Reckoning:
        """The priority period, moved to the day on which it expired. Declared extensions do not lengthen it."""
        counted = self.priority.plus(months(12), "PCT Rule 2.4(a)")
        return counted.rolled(self.calendar("RO"), interruptions=False)

    @cached_property
    def publication(self) -> Publication:
        """When publication may come and is to be expected. Changes of priority after it do not count."""
        published = self.record.published_on
        if published and published < self.as_of:
            return replace(self, as_of=published).publication
        bureau = self.calendars("IB")
        return publication_of(self.record, priority=self.priority, filing=self.filing, bureau=bureau)

    def invitations(self, *kinds: str) -> Iterator[Invitation]:
        """The invitations on a form, or, where its number is not known, under a Rule ("PCT Rule 92.1(b)")."""
        return (
            invitation
            for invitation in self.record.invitations
            if invitation.kind in kinds and invitation.office in ("", self.designated or invitation.office)
        )

    def after(self, invitation: Invitation, period: Period, cites: str) -> Reckoning:
        """A period from the date of an invitation, with both corrections of Rule 80.6; the later one counts.

        Where later mailing is proved, it runs from the mailing. Where receipt more than seven days after the date is
        proved, as many days are added at its end as receipt came later than seven days.
        """
        start = Reckoning.of(invitation.dated, f"the date of the invitation {invitation.kind}", "PCT Rule 80.6")
        counted = start.plus(period, cites)
        if invitation.dated is None:
            return counted
        if invitation.received_on and (invitation.received_on - invitation.dated).days > SEVEN_DAYS:
            late = (invitation.received_on - invitation.dated).days
            counted = counted.noting(f"Received {late} days after its date, {late - SEVEN_DAYS} over seven")
            counted = counted.plus(days(late - SEVEN_DAYS), "PCT Rule 80.6")
        if invitation.mailed_on and invitation.mailed_on > invitation.dated:
            mailed = Reckoning.of(invitation.mailed_on, "the proven date of mailing", "PCT Rule 80.6")
            counted = later_of(mailed.plus(period, cites), counted, "PCT Rule 80.6")
        return counted

    def extended(self, invitation: Invitation, period: Period, cites: str) -> Reckoning:
        """The same where the Office may fix another day or extend the time: the day it fixed counts."""
        if invitation.fixed_until is None:
            return self.after(invitation, period, cites)
        return Reckoning.of(invitation.fixed_until, f"the day fixed by the Office in {invitation.kind}", cites)

    def fixed(self, invitation: Invitation, cites: str, *, least: Period | None, most: Period | None) -> Reckoning:
        """The day that an Office fixes within bounds; until it is known, the bounds are said."""
        found = self.extended(invitation, least or most or days(0), cites)
        if invitation.fixed_until or invitation.dated is None:
            return found
        bounds = [f"in no case before {self.after(invitation, least, cites).day}"] if least else []
        bounds += [f"in no case after {self.after(invitation, most, cites).day}"] if most else []
        return Reckoning(NotDeterminable((f"the day fixed in {invitation.kind}",), "; ".join(bounds)), found.steps)

    @cached_property
    def entry(self) -> NationalEntry:
        """What happened at the designated Office that is looked at."""
        return next((one for one in self.record.national_entries if one.office == self.designated), NO_ENTRY)

    def office(self, role: Role) -> str:
        """Which Office has that role in this case; nothing where it is not known or none in particular."""
        if role == "IB":
            return "IB"
        office: str = self.designated if role == "DO" else getattr(self.record, FIELDS[role])
        return office

    def calendar(self, role: Role) -> Calendar:
        return self.calendar_of(self.office(role), role)

    def calendar_of(self, office: str, role: Role) -> Calendar:
        """The calendar by which an act before an Office moves, with what the Office has declared of itself.

        Not for the national phase: its time limits stand in the Treaty, and national law says what excuses there.
        """
        closures = () if role == "DO" else self.record.closures
        return declared(self.calendars, office, closures) if closures else self.calendars(office)

    @cached_property
    def offices(self) -> tuple[str, ...]:
        """The Offices whose own limits are wanted, each State by the Office through which one enters; or none in
        particular.
        """
        found = ((through(code), code) for code in self.record.offices)
        return tuple(dict.fromkeys(office.code if office else code for office, code in found)) or ("",)

    @cached_property
    def at_offices(self) -> tuple["Basis", ...]:
        """The same, looking at each of these Offices in turn."""
        return tuple(self.at_office(office) for office in self.offices)

    def at_office(self, designated: str) -> "Basis":
        """The same, looking at one designated Office; what does not depend on the Office is not worked out again."""
        if not designated:
            return self
        there = replace(self, designated=designated)
        there.__dict__.update((name, getattr(self, name)) for name in SHARED)
        return there


def publication(record: Record, *, calendars: Calendars = of_office, as_of: date = date.max) -> Publication:
    """When a case may be published, and when that is to be expected.

    ``as_of`` is the day as of which priority claims stand: by default all changes count that came before publication.
    """
    return Basis(record, calendars, as_of).publication


def bases(record: Record, calendars: Calendars) -> tuple[Basis, ...]:
    """The case as filed, and after each change of its priority claims."""
    return tuple(Basis(record, calendars, day) for day in (date.min, *record.priority_changes))
