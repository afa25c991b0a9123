"""Where an application and its registration stand."""

from collections.abc import Sequence
from datetime import date

from chancery.treaties.kernel.status import Status, reached, status
from chancery.treaties.lisbon.acts import case_of
from chancery.treaties.lisbon.acts_bars import Case
from chancery.treaties.lisbon.happenings import Happening, State
from chancery.treaties.lisbon.record import Record


@status("Lisbon Art. 8(2)", "registration", terminal=True)
def ended(case: Case) -> object:
    """Cancelled at the request of the party of origin."""
    return case.happened("cancelled")


@status("Lisbon Art. 6(1)", "registration")
def in_the_register(case: Case) -> object:
    """Registered."""
    return case.happened("registered")


@status("Lisbon Rule 6(1)", "registration")
def irregular(case: Case) -> object:
    """An irregularity waits for its remedy."""
    return case.record.irregularity_notified_on is not None and case.record.remedied_on is None


@status("Lisbon Art. 6(2)", "registration")
def received(case: Case) -> object:
    """Received by the International Bureau."""
    return case.record.received_on is not None


@status("Lisbon Art. 6(5)", "protection")
def protected(case: Case) -> object:
    """Protected in at least one party."""
    return case.standing.anywhere(State.PROTECTED)


@status("Lisbon Art. 15(1)", "protection")
def pending(case: Case) -> object:
    """Parties may still refuse."""
    return case.standing.anywhere(State.PENDING)


@status("Lisbon Art. 15(1)", "protection")
def refused(case: Case) -> object:
    """Refused where it has been decided."""
    return case.standing.anywhere(State.REFUSED)


STATUSES: tuple[Status, ...] = (ended, in_the_register, irregular, received, protected, pending, refused)
"""In each strand the furthest first: the first that holds is the one."""


def statuses(record: Record, happenings: Sequence[Happening] = (), *, on: date) -> tuple[Status, ...]:
    """The status in each strand that has begun. Each party stands in ``protection``."""
    return reached(STATUSES, case_of(record, happenings, on))
