"""Time limits at the designated Offices: entry, restoration and reinstatement, amendment, what Offices report."""

from collections.abc import Iterator

from chancery.treaties.kernel.determine import NotDeterminable
from chancery.treaties.kernel.periods import months
from chancery.treaties.kernel.reckoning import Reckoning, earlier_of
from chancery.treaties.kernel.timing import Arising
from chancery.treaties.pct.basis import Basis
from chancery.treaties.pct.national import Entry, cited, entering, governing
from chancery.treaties.pct.national_terms import Chapter, through
from chancery.treaties.pct.timing import limit

BY_THE_OFFICE = "The calendar of each designated Office decides where this day is not a working day"
SOME_OFFICES = "Some Offices allow more time, or entry with a surcharge; reinstatement under Rule 49.6"
REINSTATED = "Reinstatement under Rule 49.6, where the Office applies it"


@limit(
    "PCT Art. 22(1)",
    at="DO",
    relief=SOME_OFFICES,
    consequence="The effect in that State ceases (Art. 24(1)(iii))",
)
def national_phase(basis: Basis) -> Iterator[Arising]:
    """Enter the national or regional phase: copy, translation and national fee, with each designated
    Office.

    For no Office in particular, the thirty months that the Treaty assures. Luxembourg (20) and the United Republic of
    Tanzania (21) keep an older limit where no demand was made in 19 months.
    """
    if not basis.designated or governing(basis, basis.designated) == "I":
        yield _entry(basis, "I")


@limit(
    "PCT Art. 39(1)(a)",
    at="DO",
    relief=SOME_OFFICES,
    consequence="The effect in that State ceases (Art. 39(2))",
)
def national_phase_II(basis: Basis) -> Iterator[Arising]:  # noqa: N802
    """Enter the national or regional phase after a demand, with each elected Office."""
    if basis.record.demand_received and governing(basis, basis.designated) == "II":
        yield _entry(basis, "II")


def _entry(basis: Basis, chapter: Chapter) -> Arising:
    entry = _entering(basis, chapter)
    if not basis.designated:
        return Arising(entry.counted.noting(BY_THE_OFFICE, "PCT Rule 80.5"))
    return Arising(
        entry.counted,
        late=entry.late,
        cites=cited(chapter, entry.term),
        relief=". ".join(filter(None, (_late_words(basis.designated, chapter), REINSTATED))),
        done_on=basis.entry.entered_on,
        confidence=entry.term.confidence if entry.term else "unverified",
    )


def _late_words(code: str, chapter: Chapter) -> str:
    office = through(code)
    late = office.late if office else None
    return late.text if late and chapter in late.chapters else ""


@limit(
    "PCT Rule 49.6(b)",
    at="DO",
    relief="National law may allow more time",
    consequence="The rights are not reinstated; some Offices do not apply this Rule (Rule 49.6(f))",
)
def reinstatement(basis: Basis) -> Iterator[Reckoning]:
    """Request reinstatement of rights with a designated Office, after a missed time limit of Article 22."""
    if basis.entry.entered_on:
        return
    removed = basis.entry.cause_removed_on
    cause = Reckoning.of(removed, "the day on which the cause of the delay was removed", "PCT Rule 49.6(b)")
    twelve = _governing_entry(basis).counted.plus(months(12), "PCT Rule 49.6(b)")
    yield earlier_of(cause.plus(months(2), "PCT Rule 49.6(b)"), twelve, "PCT Rule 49.6(b)")


def _governing_entry(basis: Basis) -> Entry:
    return _entering(basis, governing(basis, basis.designated))


def _entering(basis: Basis, chapter: Chapter) -> Entry:
    """Entry with the Office looked at. Several limits start from it; it is worked out once."""
    known: dict[Chapter, Entry] = basis.kept
    if chapter not in known:
        known[chapter] = entering(basis, basis.designated, chapter)
    return known[chapter]


@limit(
    "PCT Rule 51bis.3(a)",
    at="DO",
    relief="The Office may give more time; some Offices do not apply this Rule (Rule 51bis.3(c))",
    consequence="As national law says",
)
def national_reqs(basis: Basis) -> Iterator[Reckoning]:
    """Meet the requirements of national law (Rule 51bis.1), on the designated Office's invitation."""
    for invitation in basis.invitations("PCT Rule 51bis.3(a)"):
        yield basis.extended(invitation, months(2), "PCT Rule 51bis.3(a)")


@limit(
    "PCT Rule 52.1",
    at="DO",
    relief="National law may allow more time",
    consequence="The Office need not take the amendment into account",
)
def amend_DO(basis: Basis) -> Iterator[Reckoning]:  # noqa: N802  (DO is an abbreviation of the Treaty)
    """Amend claims, description and drawings before the designated Office (Article 28).

    One month from entry; where the application had not been communicated by the time limit of Article 22, four
    months from that time limit.
    """
    entered = basis.entry.entered_on
    if not entered:
        return
    limit_of_22 = _governing_entry(basis).counted
    sent = basis.record.communicated_on
    if isinstance(limit_of_22.day, NotDeterminable) or (sent and sent <= limit_of_22.day):
        yield Reckoning.of(entered, "the entry into the national phase").plus(months(1), "PCT Rule 52.1(a)")
    elif sent:
        yield limit_of_22.plus(months(4), "PCT Rule 52.1(a)")
    else:
        one = Reckoning.of(entered, "the entry into the national phase").plus(months(1), "PCT Rule 52.1(a)")
        yield one.noting("Four months from the time limit, if nothing was communicated by then", "PCT Rule 52.1(a)")


@limit("PCT Rule 95.1", actor="designated Office", at="DO", nature="target")
def do_events(basis: Basis) -> Iterator[Reckoning]:
    """Report the entry into the national phase, the national publication or the grant to the International Bureau."""
    entry = basis.entry
    events = (
        (entry.entered_on, "the entry into the national phase"),
        (entry.published_on, "the national publication"),
        (entry.granted_on, "the grant"),
    )
    for day, what in events:
        if day:
            yield Reckoning.of(day, what, "PCT Rule 95.1").plus(months(2), "PCT Rule 95.1")


@limit("PCT Art. 30(4)", actor="designated Office", at="DO", nature="not before")
def national_prepublication(basis: Basis) -> Iterator[Reckoning]:
    """Publish the application nationally, where international publication has not come before."""
    yield basis.priority.plus(months(20), "PCT Art. 30(4)")
