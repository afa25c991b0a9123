"""What the reckoning of a Hague time limit starts from: the dates of a registration, the calendars of its Offices."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property

from chancery.treaties.hague.parties import Party, party
from chancery.treaties.hague.record import Defect, Irregularity, Record
from chancery.treaties.kernel.calendar import Calendar, Calendars, of_office
from chancery.treaties.kernel.confidence import least
from chancery.treaties.kernel.periods import Period, months
from chancery.treaties.kernel.reckoning import Reckoning, later_of

CLOSED = "Hague Rule 4(4)"
TERM = Period(years=5)
TWELVE_MONTHS_SINCE = date(2022, 1, 1)
LONGEST_DEFERMENT = 30


@cache
def _calendar(office: str, calendars: Calendars) -> Calendar:
    """The Office's closed days, moved over by Rule 4(4)."""
    return replace(calendars(office), cites=CLOSED)


@dataclass(frozen=True)
class Basis:
    """The record and the calendars of one registration."""

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
    def presentation(self) -> Reckoning:
        """Until when an application that was filed through an Office must be in Geneva to keep its day (Rule 13(3))."""
        through = party(self.record.filed_through)
        period, cites = (
            (months(6), "Hague Rule 13(4)") if through and through.clearance else (months(1), "Hague Rule 13(3)")
        )
        received = self.fact("office_received_on", "the day on which the Office received the application")
        return received.plus(period, cites)

    @cached_property
    def filing(self) -> Reckoning:
        """The filing date (Art. 9): of receipt in Geneva or, in time, at the Office; later if something is missing."""
        day = self._received
        if self.record.complete_on is None:
            return day
        complete = self.fact("complete_on", "what Rule 14(2) asks for was there", "Hague Rule 14(2)")
        return later_of(day, complete, "Hague Art. 9(3)")

    @cached_property
    def _received(self) -> Reckoning:
        bureau = self.fact("ib_received_on", "received by the International Bureau", "Hague Art. 9(1)")
        if self.record.office_received_on is None:
            return bureau
        last = self.presentation.rolled(self.calendar("IB"), interruptions=False).day
        if isinstance(last, date) and isinstance(bureau.day, date) and bureau.day <= last:
            day = Reckoning.of(self.record.office_received_on, "received by the Office", "Hague Rule 13(3)(i)")
            return day.noting(f"Received in Geneva by {last}", "Hague Rule 13(3)")
        return bureau

    @cached_property
    def registration(self) -> Reckoning:
        """The date of the registration: the filing date, or the later day of the contents of Art. 5(2) (Art. 10(2))."""
        if self.record.registered_on:
            return self.fact("registered_on", "the date of the international registration", "Hague Art. 10(2)")
        if self.record.contents_on is None:
            return self.filing
        contents = self.fact("contents_on", "what Art. 5(2) asks for was there", "Hague Art. 10(2)(b)")
        return later_of(self.filing, contents, "Hague Art. 10(2)(b)")

    @cached_property
    def term(self) -> Reckoning:
        """The last day of the current term of five years; it is the due date of the renewal."""
        if self.record.renewed_until:
            return self.fact("renewed_until", "the end of the term for which it was renewed", "Hague Art. 17(2)")
        return self.registration.plus(TERM, "Hague Art. 17(1)")

    @cached_property
    def parties(self) -> tuple[Party, ...]:
        return tuple(found for each in self.record.designated if (found := party(each.party)))

    @cached_property
    def deferment(self) -> Reckoning | None:
        """The end of the deferment that was asked for: the shortest that a designated party declared (Art. 11(2)).

        Nothing where one of them allows none: then the request is disregarded, unless that party is withdrawn.
        """
        if any(found.deferment == 0 for found in self.parties):
            return None
        longest = min((found.deferment for found in self.parties), default=LONGEST_DEFERMENT)
        shortest = [found for found in self.parties if found.deferment == longest]
        counted = self._deferred_from.plus(months(longest), "Hague Art. 11(2)(a)" if shortest else "Hague Rule 16(1)")
        if longest < LONGEST_DEFERMENT:
            names = ", ".join(found.code for found in shortest)
            counted = counted.noting(f"The shortest that a designated party declared: {names}", "Hague Art. 11(2)(a)")
        sure = [found.deferment_confidence for found in self.parties]
        return counted._replace(confidence=least(counted.confidence, *sure))

    @cached_property
    def _deferred_from(self) -> Reckoning:
        """Deferment runs from the filing date, or from the priority date."""
        if self.record.priority_date:
            return self.fact("priority_date", "the priority date", "Hague Art. 11(1)")
        return self.filing

    @cached_property
    def publication(self) -> Reckoning:
        """When the registration is to be published (Art. 10(3), 11; Rule 17)."""
        if self.record.publication_asked_on:
            return self.fact("publication_asked_on", "the holder asked for publication", "Hague Art. 11(4)(a)")
        if self.record.publication == "immediate":
            return self.registration.noting("Publication at once was asked for", "Hague Rule 17(1)(i)")
        if self.record.publication == "chosen":
            return self.fact("chosen_on", "the time of publication that was chosen", "Hague Rule 17(1)(ii)")
        if self.record.publication == "deferred" and self.deferment is not None:
            return self.deferment
        return self._standard

    @cached_property
    def _standard(self) -> Reckoning:
        day = self.filing.day
        old = isinstance(day, date) and day < TWELVE_MONTHS_SINCE
        if old:
            return self.registration.plus(months(6), "Hague Rule 17(1)(iii)")
        return self.registration.plus(months(12), "Hague Rule 17(1)(iii)")
