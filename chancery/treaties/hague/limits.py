"""The table of all time limits of the Hague system, roughly in the order in which they end."""

from collections.abc import Iterator
from datetime import date

from chancery.treaties.hague.basis import Basis
from chancery.treaties.hague.parties import party
from chancery.treaties.hague.record import Record
from chancery.treaties.kernel.calendar import Calendars, of_office
from chancery.treaties.kernel.determine import NotDeterminable
from chancery.treaties.kernel.limits import TimeLimit
from chancery.treaties.kernel.periods import Period, days, months
from chancery.treaties.kernel.reckoning import Reckoning
from chancery.treaties.kernel.timing import Arising, Limit, docket, limit


@limit("Hague Art. 6(1)", actor="applicant", consequence="The claim to priority is disregarded (Rule 15(2)(i))")
def priority(basis: Basis) -> Iterator[Reckoning]:
    """File within six months of the first application whose priority is claimed."""
    if basis.record.priority_date:
        yield basis.fact("priority_date", "the filing of the first application").plus(months(6), "Hague Rule 15(2)(i)")


@limit("Hague Rule 13(3)", actor="Office", consequence="The filing date is the day of receipt in Geneva")
def presentation(basis: Basis) -> Iterator[Arising]:
    """Send an application that was filed through an Office to the International Bureau."""
    if basis.record.office_received_on:
        yield Arising(basis.presentation, done_on=basis.record.ib_received_on)


@limit(
    "Hague Rule 14(1)",
    actor="applicant",
    consequence="The application is abandoned, or for contents of Art. 5(2) that one designation (Art. 8(2))",
)
def irregularity(basis: Basis) -> Iterator[Arising]:
    """Remedy an irregularity of the application."""
    for notice in basis.notices("14(1)"):
        told = Reckoning.of(notice.notified_on, "the invitation of the International Bureau")
        stated = Reckoning.of(notice.expires_on, "the day that the invitation states", "Hague Rule 14(1)")
        counted = stated if notice.expires_on else told.plus(months(3), "Hague Rule 14(1)")
        yield Arising(counted, done_on=notice.remedied_on)


@limit("Hague Rule 22bis(1)", actor="applicant", consequence="No claim is added", confidence="unverified")
def priority_addition(basis: Basis) -> Iterator[Reckoning]:
    """Add or correct a claim of priority, within two months of filing."""
    if isinstance(basis.filing.day, date):
        yield basis.filing.plus(months(2), "Hague Rule 22bis(1)")


@limit("Hague Rule 16(2)", actor="applicant", consequence="The request for deferment is disregarded")
def withdraw_for_deferment(basis: Basis) -> Iterator[Arising]:
    """Withdraw the designation of a party that allows no deferment."""
    for notice in basis.notices("16(2)"):
        told = Reckoning.of(notice.notified_on, "the notice of the International Bureau")
        yield Arising(told.plus(months(1), "Hague Rule 16(2)"), done_on=notice.remedied_on)


@limit("Hague Rule 16(3)(b)", actor="International Bureau", nature="target")
def deferment_reminder(basis: Basis) -> Iterator[Reckoning]:
    """Remind the holder that the deferment ends, and that the publication fee is due."""
    if basis.record.publication == "deferred" and basis.deferment is not None:
        yield basis.deferment.minus(months(3), "Hague Rule 16(3)(b)")


@limit("Hague Rule 16(3)", actor="holder", consequence="The registration is cancelled (Rule 16(5))", moves=False)
def publication_fee(basis: Basis) -> Iterator[Arising]:
    """Pay the publication fee of a deferred publication, and furnish its reproductions."""
    if basis.record.publication == "deferred" and basis.deferment is not None:
        counted = basis.deferment.minus(days(21), "Hague Rule 16(3)")
        yield Arising(counted, done_on=basis.record.publication_paid_on)


@limit("Hague Art. 10(3)", actor="International Bureau", nature="target")
def publication(basis: Basis) -> Iterator[Arising]:
    """Publish the registration in the Bulletin."""
    yield Arising(basis.publication, done_on=basis.record.published_on)


@limit(
    "Hague Rule 18(1)",
    actor="Office of the designated party",
    consequence="The registration has the effect of a grant there (Art. 14(2))",
)
def refusal(basis: Basis) -> Iterator[Arising]:
    """Send a refusal to the International Bureau, counted from its sending of the publication."""
    for each in basis.record.designated:
        found = party(each.party)
        if found is None:
            unknown = NotDeterminable((f"what {each.party} declared on refusal",))
            yield Arising(Reckoning(unknown), office=each.party)
            continue
        cites = "Hague Rule 18(1)(b)" if found.refusal > MONTHS_OF_THE_ACT else "Hague Rule 18(1)(a)"
        sent = Reckoning.of(each.sent_on, f"the publication was sent to {each.party}", "Hague Rule 26(3)")
        counted = sent.plus(months(found.refusal), cites)
        done = each.refused_on or each.granted_on
        yield Arising(counted, cites=cites, done_on=done, confidence=found.refusal_confidence)


MONTHS_OF_THE_ACT = 6


@limit("Hague Rule 12(3)", actor="holder", consequence="The registration is cancelled for that party")
def second_part(basis: Basis) -> Iterator[Arising]:
    """Pay the second part of an individual fee, within the time that the notice states."""
    for notice in basis.notices("12(3)"):
        stated = Reckoning.of(notice.expires_on, "the day that the notice of the Office states", "Hague Rule 12(3)(c)")
        yield Arising(stated, done_on=notice.remedied_on)


@limit("Hague Rule 21(5)", actor="holder", consequence="The request is abandoned; fees less half are paid back")
def change_irregularity(basis: Basis) -> Iterator[Arising]:
    """Remedy an irregularity of a request to record a change."""
    for notice in basis.notices("21(5)"):
        told = Reckoning.of(notice.notified_on, "the notice of the International Bureau")
        yield Arising(told.plus(months(3), "Hague Rule 21(5)"), done_on=notice.remedied_on)


@limit("Hague Rule 23", actor="International Bureau", nature="target", moves=False)
def renewal_notice(basis: Basis) -> Iterator[Reckoning]:
    """Remind the holder of the end of the term."""
    yield basis.term.minus(months(6), "Hague Rule 23")


@limit(
    "Hague Art. 17(2)",
    actor="holder",
    relief="Six months more, with a surcharge (Rule 24(1)(c))",
    consequence="The registration lapses on the due date; what was paid too little is paid back",
)
def renewal(basis: Basis) -> Iterator[Arising]:
    """Pay the fees for renewal."""
    grace = basis.term.plus(months(6), "Hague Rule 24(1)(c)").rolled(basis.calendar("IB"), interruptions=False)
    yield Arising(basis.term, late=grace)


@limit("Hague Art. 17(3)", actor="anyone", nature="not before", moves=False)
def longest_protection(basis: Basis) -> Iterator[Arising]:
    """Protection can no longer be renewed in the party."""
    for found in basis.parties:
        if found.longest:
            yield Arising(
                basis.registration.plus(Period(years=found.longest), "Hague Art. 17(3)(c)"), office=found.code
            )


LIMITS: tuple[Limit, ...] = (
    priority,
    presentation,
    irregularity,
    priority_addition,
    withdraw_for_deferment,
    deferment_reminder,
    publication_fee,
    publication,
    refusal,
    second_part,
    change_irregularity,
    renewal_notice,
    renewal,
    longest_protection,
)
"""Every time limit that is computed."""


def time_limits(record: Record, *, calendars: Calendars = of_office) -> tuple[TimeLimit, ...]:
    """The time limits of a registration: those that run for every one, and those whose occasion has come."""
    return docket(LIMITS, Basis(record, calendars))
