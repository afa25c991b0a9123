"""Articles 22 and 39: until when to enter the national or regional phase, Office by Office."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from chancery.treaties.kernel.calendar import Calendars, of_office
from chancery.treaties.kernel.confidence import Confidence, least
from chancery.treaties.kernel.determine import NotDeterminable
from chancery.treaties.kernel.periods import months
from chancery.treaties.kernel.reckoning import Reckoning
from chancery.treaties.kernel.step import Step
from chancery.treaties.pct import force
from chancery.treaties.pct.basis import Basis, bases
from chancery.treaties.pct.national_terms import (
    CHAPTERS,
    THE_TREATY,
    Chapter,
    Designated,
    Term,
    designated_offices,
    through,
)
from chancery.treaties.pct.record import Record
from chancery.treaties.pct.states import states

ASSURED = 30
CITES: dict[Chapter, tuple[str, str]] = {
    "I": ("PCT Art. 22(1)", "PCT Art. 22(3)"),
    "II": ("PCT Art. 39(1)(a)", "PCT Art. 39(1)(b)"),
}
"""The Treaty's own limit, and the provision that lets national law give more time."""

NINETEEN = "PCT Art. 39(1)"
UNVERIFIED = "More than thirty months at this Office are not verified; thirty are what the Treaty assures"


@dataclass(frozen=True, kw_only=True)
class NationalLimit:
    """Until when to enter with one Office under one Chapter.

    ``asked`` is the State or Office one had in mind, ``office`` the one with which to enter; ``applies`` tells which
    of the two Chapters governs this case as it stands.
    """

    asked: str
    office: str
    name: str
    chapter: Chapter
    applies: bool
    months: int | None
    nominal: date | NotDeterminable
    due: date | NotDeterminable
    cites: str
    steps: tuple[Step, ...] = ()
    confidence: Confidence = "rule"
    late: str = ""
    late_until: date | NotDeterminable | None = None
    notes: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True)
class Entry:
    """The reckoning of one Office's limit before it moves, and of the last day of a late entry, as moved."""

    counted: Reckoning
    term: Term | None = None
    late: Reckoning | None = None


def national_limits(
    record: Record, offices: Iterable[str] | None = None, *, calendars: Calendars = of_office
) -> tuple[NationalLimit, ...]:
    """The limits at each Office asked for, of each Chapter that binds it.

    Without ``offices`` those of the record are taken, and where it names none, all. A code that is no Office is
    answered with what is missing.
    """
    wanted = tuple(offices) if offices is not None else record.offices or tuple(designated_offices())
    seen = bases(record, calendars)
    return tuple(limit for code in wanted for limit in _of_office(seen, code))


def _of_office(seen: Sequence[Basis], asked: str) -> Iterator[NationalLimit]:
    office = through(asked)
    if office is None:
        nothing = NotDeterminable((f"an Office {asked} that can be designated",))
        yield NationalLimit(
            asked=asked,
            office=asked,
            name=asked,
            chapter="I",
            applies=True,
            months=None,
            nominal=nothing,
            due=nothing,
            cites=CITES["I"][0],
        )
        return
    for chapter in CHAPTERS:
        if chapter in office.terms:
            yield _limit(seen, asked, office, chapter)


def _limit(seen: Sequence[Basis], asked: str, office: Designated, chapter: Chapter) -> NationalLimit:
    calendar = seen[0].calendars(office.code)
    entry = _settled(seen, asked, office, chapter)
    rolled = entry.counted.rolled(calendar)
    term = entry.term
    told = office.late if office.late and chapter in office.late.chapters else None
    return NationalLimit(
        asked=asked,
        office=office.code,
        name=office.name,
        chapter=chapter,
        applies=chapter == governing(seen[-1], asked),
        months=term.months if term else None,
        nominal=entry.counted.day,
        due=rolled.day,
        cites=cited(chapter, term),
        steps=rolled.steps,
        confidence=least(rolled.confidence, term.confidence if term else "unverified"),
        late=told.text if told else "",
        late_until=entry.late.day if entry.late else None,
        notes=tuple(_notes(asked, office, term)),
        source=office.source,
    )


def _settled(seen: Sequence[Basis], asked: str, office: Designated, chapter: Chapter) -> Entry:
    """After each change of priority, unless the limit had passed or the national phase had begun there by then."""
    held = entering(seen[0], asked, chapter)
    for basis in seen[1:]:
        due = held.counted.rolled(basis.calendars(office.code)).day
        begun = basis.at_office(office.code).entry.entered_on
        if (begun is None or begun > basis.as_of) and not (isinstance(due, date) and due < basis.as_of):
            held = entering(basis, asked, chapter)
    return held


def _notes(asked: str, office: Designated, term: Term | None) -> Iterator[str]:
    if asked != office.code:
        yield f"Entered through {office.name}; there is no other way"
    if office.note:
        yield office.note
    if term and term.believed:
        yield UNVERIFIED
    if term and term.said:
        yield term.said[:1].upper() + term.said[1:]


def cited(chapter: Chapter, term: Term | None) -> str:
    """The provision a limit rests on: the Treaty's own, or the one that lets national law give more."""
    return CITES[chapter][bool(term and term.months > ASSURED)]


def governing(basis: Basis, asked: str) -> Chapter:
    """The Chapter under which one enters: II once a demand is made, where the State is bound by it.

    In States of the older Article 22(1) only a demand before nineteen months from the priority date does that.
    """
    office = through(asked) if asked else THE_TREATY
    demanded = basis.record.demand_received
    if demanded is None or office is None or "II" not in office.terms:
        return "I"
    last = nineteen_months(basis).day if office.old_article_22 else None
    return "I" if isinstance(last, date) and demanded > last else "II"


def nineteen_months(basis: Basis) -> Reckoning:
    """The last day on which a demand still counts where the older Article 22(1) applies."""
    return basis.priority.plus(months(19), NINETEEN).rolled(basis.calendar("IPEA"))


def entering(basis: Basis, asked: str, chapter: Chapter) -> Entry:
    """The reckoning at one Office; for no Office in particular that of the Treaty itself."""
    office = through(asked) if asked else THE_TREATY
    priority = basis.priority
    if office is None or not isinstance(priority.day, date):
        return Entry(Reckoning(NotDeterminable((f"an Office {asked} that can be designated",))) if asked else priority)
    filed_on = basis.filing.day
    missing = _not_designated(asked, filed_on) or _before_thirty_months(office, priority.day, chapter)
    if missing:
        return Entry(Reckoning(missing, priority.steps))
    term = office.term(
        chapter, filed_on=filed_on if isinstance(filed_on, date) else priority.day, priority=priority.day
    )
    if term is None:
        return Entry(Reckoning(NotDeterminable((f"an election of {office.name} (not bound by Chapter II)",))))
    counted = priority.plus(months(term.months), cited(chapter, term))
    if term.believed:
        counted = counted.noting(UNVERIFIED, "PCT Art. 22(1)")
    late = _late(office, chapter, priority, counted)
    return Entry(counted, term, late.rolled(basis.calendars(office.code)) if late else None)


def _late(office: Designated, chapter: Chapter, priority: Reckoning, counted: Reckoning) -> Reckoning | None:
    late = office.late
    if late is None or chapter not in late.chapters:
        return None
    if late.until:
        return priority.plus(months(late.until), CITES[chapter][1])
    return counted.plus(late.more, CITES[chapter][1]) if late.more else None


def _not_designated(asked: str, filed_on: date | NotDeterminable) -> NotDeterminable | None:
    """A State is designated only where it was bound on the filing date (Rule 4.9(a))."""
    state = states().get(asked)
    if state is None or not isinstance(filed_on, date) or filed_on >= state.bound:
        return None
    return NotDeterminable((f"a designation of {state.name} (bound since {state.bound})",))


def _before_thirty_months(office: Designated, priority: date, chapter: Chapter) -> NotDeterminable | None:
    """What single Offices gave before Article 22(1) changed in 2002 is not in our data."""
    if not office.code or chapter == "II" or months(20).after(priority) >= force.THIRTY_MONTHS:
        return None
    return NotDeterminable((f"the time limit of {office.name} before {force.THIRTY_MONTHS}",))
