"""Where an application, its registration and each designation stand."""

from collections.abc import Sequence
from datetime import date

from chancery.treaties.hague.acts_bars import Case
from chancery.treaties.hague.application import Application
from chancery.treaties.hague.basis import Basis
from chancery.treaties.hague.happenings import LIVE, Happening, State
from chancery.treaties.hague.protection import protection
from chancery.treaties.hague.record import Record
from chancery.treaties.kernel.status import Status, reached, status


@status("Hague Art. 10(1)", "registration", terminal=True)
def ended(case: Case) -> object:
    """Nothing has effect any more."""
    return case.standing.parties and not case.standing.anywhere(*LIVE)


@status("Hague Art. 17(2)", "registration")
def due_for_renewal(case: Case) -> object:
    """The term has ended; renewal is possible with a surcharge."""
    return case.standing.until is not None and case.standing.until < case.on


@status("Hague Art. 10(1)", "registration")
def in_the_register(case: Case) -> object:
    """Registered."""
    return case.happened("registered")


@status("Hague Rule 14(1)", "registration")
def irregular(case: Case) -> object:
    """An irregularity waits for its remedy."""
    return case.told("14(1)")


@status("Hague Art. 9", "registration")
def received(case: Case) -> object:
    """Received by the International Bureau."""
    return isinstance(Basis(case.record).filing.day, date)


@status("Hague Rule 16(5)", "publication", terminal=True)
def not_to_be_published(case: Case) -> object:
    """Cancelled before publication, for want of the fee."""
    return case.happened("publication_unpaid")


@status("Hague Art. 10(3)", "publication", terminal=True)
def in_the_bulletin(case: Case) -> object:
    """Published."""
    return case.happened("published")


@status("Hague Art. 11(4)(a)", "publication")
def publication_asked(case: Case) -> object:
    """Publication asked for before the deferment ends."""
    return case.happened("publication_asked")


@status("Hague Art. 11(1)", "publication")
def deferred(case: Case) -> object:
    """Publication deferred."""
    return case.record.publication == "deferred" and case.happened("registered")


@status("Hague Art. 14(2)", "protection")
def protected(case: Case) -> object:
    """Protected in at least one party."""
    return case.standing.anywhere(State.PROTECTED)


@status("Hague Rule 18(1)", "protection")
def pending(case: Case) -> object:
    """Offices may still refuse."""
    return case.standing.anywhere(State.PENDING)


@status("Hague Art. 12(1)", "protection")
def refused(case: Case) -> object:
    """Refused where it has been decided."""
    return case.standing.anywhere(State.REFUSED)


STATUSES: tuple[Status, ...] = (
    ended,
    due_for_renewal,
    in_the_register,
    irregular,
    received,
    not_to_be_published,
    in_the_bulletin,
    publication_asked,
    deferred,
    protected,
    pending,
    refused,
)
"""In each strand the furthest first: the first that holds is the one."""


def statuses(
    record: Record, application: Application, happenings: Sequence[Happening] = (), *, on: date
) -> tuple[Status, ...]:
    """The status in each strand that has begun. Each design in each party stands in ``protection``."""
    standing = protection(happenings, designs=application.designs, on=on)
    case = Case(
        record=record,
        application=application,
        happenings=tuple(happenings),
        standing=standing,
        on=on,
        limits={},
    )
    return reached(STATUSES, case)
