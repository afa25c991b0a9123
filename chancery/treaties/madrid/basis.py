"""What the reckoning of a Madrid time limit starts from: the dates of a mark, and the calendars of its Offices."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property

from chancery.treaties.kernel.calendar import Calendar, Calendars, of_office
from chancery.treaties.kernel.determine import NotDeterminable
from chancery.treaties.kernel.periods import Period, months
from chancery.treaties.kernel.reckoning import Reckoning, later_of
from chancery.treaties.madrid.record import Defect, Irregularity, Record

CLOSED = "Madrid Rule 4(4)"
TWO_MONTHS = months(2)
TERM = Period(years=10)


@cache
def _calendar(office: str, calendars: Calendars) -> Calendar:
    """The Office's closed days, moved over by Rule 4(4)."""
    return replace(calendars(office), cites=CLOSED)


@dataclass(frozen=True)
class Basis:
    """The record and the calendars of one mark."""

    record: Record
    calendars: Calendars = of_office

    def calendar(self, office: str) -> Calendar:
        return _calendar(office, self.calendars)

    def fact(self, name: str, what: str, cites: str = "") -> Reckoning:
        """A date of the record, called by its name in words."""
        return Reckoning.of(getattr(self.record, name), what, cites)

    def notices(self, *rules: Defect) -> Iterator[Irregularity]:
        return (one for one in self.record.irregularities if one.rule in rules)

    @cached_property
    def two_months(self) -> Reckoning:
        """Until when the application must reach the International Bureau, to keep the day at the Office of origin."""
        received = self.fact("office_received_on", "the day on which the Office of origin received the application")
        return received.plus(TWO_MONTHS, "Madrid Art. 3(4)")

    @cached_property
    def registration(self) -> Reckoning:
        """The date of the international registration; until it is recorded, as Art. 3(4) and Rule 15 give it."""
        if self.record.registered_on:
            return self.fact("registered_on", "the date of the international registration", "Madrid Art. 3(4)")
        kept = self.two_months.rolled(self.calendar("IB"), interruptions=False)
        reached = self._reached
        if isinstance(kept.day, date) and isinstance(reached.day, date) and reached.day <= kept.day:
            day = Reckoning.of(self.record.office_received_on, "received by the Office of origin", "Madrid Art. 3(4)")
            return day.noting(f"Complete in Geneva within two months, by {kept.day}", "Madrid Rule 15")
        return reached

    @cached_property
    def _reached(self) -> Reckoning:
        """The day on which the application, with the four elements of Rule 15(1), was at the International Bureau."""
        received = self.fact("ib_received_on", "received by the International Bureau", "Madrid Art. 3(4)")
        if self.record.complete_on is None:
            return received
        complete = self.fact("complete_on", "the last of the elements of Rule 15(1) received", "Madrid Rule 15(2)")
        return later_of(received, complete, "Madrid Rule 15(2)")

    @cached_property
    def term(self) -> Reckoning:
        """The last day of the current term of ten years; it is the due date of the renewal."""
        if self.record.renewed_until:
            return self.fact("renewed_until", "the end of the term for which it was renewed", "Madrid Art. 7(1)")
        return self.registration.plus(TERM, "Madrid Art. 6(1)")


def registration(record: Record, *, calendars: Calendars = of_office) -> date | NotDeterminable:
    """The date of the international registration, recorded or as it would be."""
    return Basis(record, calendars).registration.day
