"""Where a mark stands: one status in each strand of its registration. (In each party: statuses_party.py.)

A status is a function that tells whether it is reached; its docstring is what it is called. Codes are those that the
International Bureau writes in its data; empty where it has none for it.
"""

import inspect
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Generic, Literal, TypeVar

from chancery.treaties.kernel.calendar import Calendars, of_office
from chancery.treaties.kernel.periods import Period, months
from chancery.treaties.madrid.basis import Basis
from chancery.treaties.madrid.dependency import FIVE_YEARS, depends
from chancery.treaties.madrid.record import Record

Strand = Literal["registration", "irregularities", "dependency", "term"]
"""What goes on side by side."""

SIX_MONTHS = months(6)
S = TypeVar("S")


@dataclass(frozen=True)
class Status(Generic[S]):
    """``terminal``: nothing more can happen to the mark in this strand. ``holds`` tells whether it is reached."""

    key: str
    label: str
    cites: str
    strand: Strand | Literal["party"] = "party"
    code: str = ""
    terminal: bool = False
    holds: Callable[[S], object] = field(repr=False, compare=False, default=lambda _: False)


def status(
    cites: str, strand: Strand | Literal["party"] = "party", *, code: str = "", terminal: bool = False
) -> Callable[[Callable[[S], object]], Status[S]]:
    """Make a status of a function that tells whether it is reached; its docstring is the label, its name the key."""

    def make(function: Callable[[S], object]) -> Status[S]:
        label = inspect.cleandoc(function.__doc__ or "").partition("\n\n")[0].removesuffix(".")
        return Status(function.__name__, label, cites, strand, code, terminal, function)

    return make


@dataclass(frozen=True)
class Seen:
    """A record on a day."""

    record: Record
    on: date
    calendars: Calendars = of_office

    def happened(self, name: str) -> bool:
        day = getattr(self.record, name)
        return day is not None and day <= self.on

    def due(self, *, plus: Period | None = None) -> date | None:
        """The last day of the term, or so much after it, moved over closed days; nothing where it is not known."""
        basis = Basis(self.record, self.calendars)
        counted = basis.term.plus(plus, "Madrid Art. 7(4)") if plus else basis.term
        day = counted.rolled(basis.calendar("IB"), interruptions=False).day
        return day if isinstance(day, date) and self.happened("registered_on") else None

    @property
    def over(self) -> bool:
        """Whether the term is over."""
        due = self.due()
        return due is not None and due < self.on


@status("Madrid Rule 25(1)(a)(v)", "registration", terminal=True)
def cancelled(seen: Seen) -> object:
    """Cancelled."""
    return seen.happened("cancelled_on")


@status("Madrid Rule 30(3)", "registration", terminal=True)
def lapsed(seen: Seen) -> object:
    """Not renewed."""
    return seen.happened("lapsed_on")


@status("Madrid Art. 7(1)", "registration", code="REN")
def renewed(seen: Seen) -> object:
    """Registered and renewed."""
    return seen.happened("registered_on") and seen.record.renewed_until


@status("Madrid Art. 3(4)", "registration", code="ENN")
def registered(seen: Seen) -> object:
    """Registered."""
    return seen.happened("registered_on")


@status("Madrid Rule 11(5)", "registration", terminal=True)
def abandoned(seen: Seen) -> object:
    """Considered abandoned."""
    return seen.happened("abandoned_on")


@status("Madrid Rule 15(1)", "registration")
def with_the_bureau(seen: Seen) -> object:
    """With the International Bureau."""
    return seen.happened("ib_received_on")


@status("Madrid Art. 2(2)", "registration")
def with_the_office_of_origin(seen: Seen) -> object:
    """With the Office of origin."""
    return seen.happened("office_received_on")


@status("Madrid Rule 11", "irregularities")
def irregular(seen: Seen) -> object:
    """Irregularities wait for a remedy."""
    return any(one.notified_on and one.remedied_on is None for one in seen.record.irregularities)


@status("Madrid Rule 12(1)", "irregularities")
def classification_proposed(seen: Seen) -> object:
    """Another classification is proposed."""
    return seen.happened("classification_proposed_on") and not seen.happened("classification_opinion_on")


@status("Madrid Rule 11", "irregularities")
def remedied(seen: Seen) -> object:
    """Irregularities remedied."""
    return seen.record.irregularities


@status("Madrid Art. 6(4)", "dependency", terminal=True)
def fell_with_the_basic_mark(seen: Seen) -> object:
    """The basic mark ceased to have effect while the registration depended on it."""
    record = seen.record
    if not seen.happened("basic_ceased_on") or record.registered_on is None or record.basic_ceased_on is None:
        return False
    return depends(record.registered_on, ceased_on=record.basic_ceased_on, began_on=record.basic_proceedings_on)


@status("Madrid Art. 6(3)", "dependency")
def proceedings_pending(seen: Seen) -> object:
    """Proceedings against the basic mark that began within the five years go on."""
    record = seen.record
    if not seen.happened("basic_proceedings_on") or record.registered_on is None:
        return False
    return depends(record.registered_on, ceased_on=seen.on, began_on=record.basic_proceedings_on)


@status("Madrid Art. 6(2)", "dependency", terminal=True)
def independent(seen: Seen) -> object:
    """Independent of the basic mark."""
    day = seen.record.registered_on
    return day is not None and FIVE_YEARS.after(day) <= seen.on


@status("Madrid Art. 6(3)", "dependency")
def dependent(seen: Seen) -> object:
    """Dependent on the basic mark."""
    return seen.happened("registered_on")


@status("Madrid Art. 7(4)", "term")
def in_grace(seen: Seen) -> object:
    """The term is over; renewal is possible with a surcharge."""
    end = seen.due(plus=SIX_MONTHS)
    return seen.over and end is not None and seen.on <= end


@status("Madrid Rule 30(1)", "term", terminal=True)
def term_over(seen: Seen) -> object:
    """The term and the months of grace are over."""
    return seen.over


@status("Madrid Art. 7(3)", "term")
def renewal_open(seen: Seen) -> object:
    """The term ends within six months."""
    due = seen.due()
    return due is not None and SIX_MONTHS.before(due) <= seen.on


@status("Madrid Art. 6(1)", "term")
def term_runs(seen: Seen) -> object:
    """The term runs."""
    return seen.due()


STATUSES: tuple[Status[Any], ...] = (
    cancelled,
    lapsed,
    renewed,
    registered,
    abandoned,
    with_the_bureau,
    with_the_office_of_origin,
    irregular,
    classification_proposed,
    remedied,
    fell_with_the_basic_mark,
    proceedings_pending,
    independent,
    dependent,
    in_grace,
    term_over,
    renewal_open,
    term_runs,
)
"""In each strand the furthest first: the first that holds is the one."""


def statuses(record: Record, *, on: date, calendars: Calendars = of_office) -> tuple[Status[Any], ...]:
    """The status in each strand that has begun, on a day."""
    seen = Seen(record, on, calendars)
    reached: dict[str, Status[Any]] = {}
    for one in STATUSES:
        if one.strand not in reached and one.holds(seen):
            reached[one.strand] = one
    return tuple(reached.values())
