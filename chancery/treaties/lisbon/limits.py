"""The time limits of the Lisbon system: irregularities, refusal, the end of earlier use."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property

from chancery.treaties.kernel.calendar import Calendar, Calendars, of_office
from chancery.treaties.kernel.determine import NotDeterminable
from chancery.treaties.kernel.limits import TimeLimit
from chancery.treaties.kernel.periods import Period, months
from chancery.treaties.kernel.reckoning import Reckoning, later_of
from chancery.treaties.kernel.timing import Arising, Limit, docket, limit
from chancery.treaties.lisbon.parties import Act, governing, party
from chancery.treaties.lisbon.record import Notified, Record

YEAR = Period(years=1)
REFUSAL: dict[Act, str] = {"Geneva Act": "Lisbon Rule 9(1)(b)", "1967 Act": "Lisbon Art. 5(3) (1967)"}


@cache
def _calendar(office: str, calendars: Calendars) -> Calendar:
    return replace(calendars(office), cites="Lisbon Rule 2")


@dataclass(frozen=True)
class Basis:
    """The record and the calendars of one registration."""

    record: Record
    calendars: Calendars = of_office

    def calendar(self, office: str) -> Calendar:
        return _calendar(office, self.calendars)

    @cached_property
    def registration(self) -> Reckoning:
        """The date of the registration: receipt of a complete application (Article 6(2))."""
        if self.record.registered_on:
            return Reckoning.of(self.record.registered_on, "the date of the international registration")
        received = Reckoning.of(self.record.received_on, "received by the International Bureau", "Lisbon Art. 6(2)")
        if self.record.complete_on is None:
            return received
        complete = Reckoning.of(self.record.complete_on, "its mandatory contents were there", "Lisbon Art. 6(3)")
        return later_of(received, complete, "Lisbon Art. 6(3)")

    def act(self, one: Notified) -> Act | None:
        """Which Act governs between the party of origin and the one that was told."""
        day = one.received_on or self.registration.day
        return governing(self.record.origin, one.party, day) if isinstance(day, date) else None

    def refusal(self, one: Notified) -> Reckoning:
        """A year from receipt; one year more at a party that joined later and declared so (Article 29(4))."""
        act = self.act(one)
        if act is None:
            return Reckoning(NotDeterminable((f"an Act by which both {self.record.origin} and {one.party} are bound",)))
        told = Reckoning.of(one.received_on, f"the authority of {one.party} received the notification")
        counted = told.plus(YEAR, REFUSAL[act])
        found = party(one.party)
        if one.joined_later and found and "Art. 29(4)" in found.declared:
            return counted.plus(YEAR, "Lisbon Art. 29(4)")
        return counted


@limit(
    "Lisbon Rule 6(1)",
    actor="applicant",
    consequence="The application is rejected",
    confidence="unverified",
)
def irregularity(basis: Basis) -> Iterator[Arising]:
    """Remedy an irregularity of the application."""
    if basis.record.irregularity_notified_on:
        told = Reckoning.of(basis.record.irregularity_notified_on, "the notice of the International Bureau")
        yield Arising(told.plus(months(3), "Lisbon Rule 6(1)"), done_on=basis.record.remedied_on)


@limit(
    "Lisbon Rule 6(1)(d)",
    actor="applicant",
    consequence="Protection is taken as renounced in that party (Art. 7(5))",
    confidence="unverified",
)
def individual_fee(basis: Basis) -> Iterator[Arising]:
    """Pay the individual fee of a party."""
    for one in basis.record.fee_notices:
        told = Reckoning.of(one.told_on, f"the notice of the International Bureau about the fee of {one.party}")
        yield Arising(told.plus(months(3), "Lisbon Rule 6(1)(d)"), done_on=one.paid_on)


@limit(
    "Lisbon Art. 15(1)",
    actor="Competent Authority",
    consequence="The registration is protected in the party",
)
def refusal(basis: Basis) -> Iterator[Arising]:
    """Refuse the effects of the registration, counted from the receipt of the notification."""
    for one in basis.record.notified:
        act = basis.act(one)
        cites = REFUSAL[act] if act else ""
        yield Arising(basis.refusal(one), cites=cites, done_on=one.refused_on or one.granted_on)


@limit(
    "Lisbon Art. 17(1)", actor="Competent Authority", consequence="Earlier use ends at once", confidence="unverified"
)
def phase_out_notice(basis: Basis) -> Iterator[Arising]:
    """Tell the International Bureau of a time that is given to others to end their use."""
    for one in basis.record.notified:
        act = basis.act(one)
        if act == "1967 Act":
            yield Arising(
                basis.refusal(one).plus(months(3), "Lisbon Art. 5(6) (1967)"), cites="Lisbon Art. 5(6) (1967)"
            )
        elif act:
            yield Arising(basis.refusal(one), cites="Lisbon Rule 14(1)")


@limit("Lisbon Art. 17(1)", actor="third parties", nature="not before", moves=False, confidence="unverified")
def phase_out(basis: Basis) -> Iterator[Arising]:
    """Earlier use must have ended: this is the longest time that may be given."""
    for one in basis.record.notified:
        if one.phase_out_from:
            given = Reckoning.of(one.phase_out_from, "the receipt of the notification")
            if basis.act(one) == "1967 Act":
                yield Arising(given.plus(Period(years=2), "Lisbon Art. 5(6) (1967)"), office=one.party)
            else:
                yield Arising(given.plus(Period(years=15), "Lisbon Art. 17(1)"), office=one.party)


LIMITS: tuple[Limit, ...] = (irregularity, individual_fee, refusal, phase_out_notice, phase_out)
"""Every time limit that is computed."""


def time_limits(record: Record, *, calendars: Calendars = of_office) -> tuple[TimeLimit, ...]:
    """The time limits of a registration whose occasion has come."""
    return docket(LIMITS, Basis(record, calendars))
