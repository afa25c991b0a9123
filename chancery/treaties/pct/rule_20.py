"""Rules 4.18 and 20.5 to 20.8: parts that come late, the filing date, and incorporation by reference."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from chancery.treaties.kernel.periods import months
from chancery.treaties.kernel.rule import At, Found, rule
from chancery.treaties.kernel.step import Step
from chancery.treaties.pct.application import Application, Part
from chancery.treaties.pct.force import ERRONEOUS_PARTS, RESTORATION
from chancery.treaties.pct.offices_reservations import reserved

RESERVATION = {"missing": "PCT Rule 20.8(a)", "correct": "PCT Rule 20.8(a-bis)"}
"""What a part is -> the provision under which an Office declines its incorporation."""

LATE = {"missing": "PCT Rule 20.5", "correct": "PCT Rule 20.5bis"}
TWO_MONTHS = months(2)


@rule("PCT Rule 20.6(b)", since=RESTORATION, invites="PCT/RO/107")
def incorporates_what_was_stated(application: Application) -> Found:
    """A part is incorporated by reference only where the request stated so on the day of filing (Rule 4.18)."""
    for place, _ in _incorporated(application):
        if not application.incorporation_by_reference:
            yield f"parts.{place}.incorporated"


@rule("PCT Rule 20.6(b)", since=RESTORATION, invites="PCT/RO/107")
def incorporates_from_a_claim_of_the_first_day(application: Application) -> Found:
    """A part is incorporated only from an earlier application that was claimed on the day of filing."""
    for place, _ in _incorporated(application):
        if not any(claim.added_on is None for claim in application.priority_claims):
            yield f"parts.{place}.incorporated"


@rule("PCT Rule 20.8(a)", since=RESTORATION, invites="PCT/RO/107", confidence="practice")
def incorporates_where_the_office_does(application: Application) -> Found:
    """Some receiving Offices do not incorporate by reference; the part then moves the filing date."""
    office = application.receiving_office
    for place, part in _incorporated(application):
        if reserved(office, RESERVATION[part.late]).answer == "yes":
            yield At(f"parts.{place}.incorporated", f"The Office {office} does not ({RESERVATION[part.late]}).")


@rule("PCT Rule 20.7(a)(ii)", since=RESTORATION, severity="hint")
def late_parts_come_in_two_months(application: Application) -> Found:
    """A late part comes within two months of the first receipt, or of an invitation."""
    for place, part in _late(application):
        first = application.received_on
        if first and part.received_on and part.received_on > TWO_MONTHS.after(first):
            yield At(f"parts.{place}.received_on", f"Two months ended on {TWO_MONTHS.after(first)}.")


@rule("PCT Rule 20.5bis(a)", since=ERRONEOUS_PARTS.since, invites="PCT/RO/107")
def replaces_every_mistake(application: Application) -> Found:
    """For an element or part filed by mistake the correct one is furnished."""
    correct = {part.kind for part in application.parts if part.late == "correct"}
    for place, part in enumerate(application.parts):
        if part.late == "erroneous" and part.kind not in correct:
            yield f"parts.{place}"


@dataclass(frozen=True)
class LateParts:
    """What late parts come to: the filing date, and which parts make up the application."""

    filing_date: date
    kept: tuple[Part, ...]
    removed: tuple[Part, ...]
    steps: tuple[Step, ...]


def with_late_parts(application: Application, first: date, *, disregarded: bool = False) -> LateParts:
    """The filing date and the parts of an application whose requirements were first met on ``first``.

    A part that is incorporated leaves the date, and what was filed by mistake stays (Rules 20.5(d), 20.5bis(d)).
    Another moves the date to its receipt, and what was filed by mistake is removed (Rules 20.5(b), (c), 20.5bis(b),
    (c)); ``disregarded`` says that the applicant has asked, within a month, to do without it (Rules 20.5(e),
    20.5bis(e)). Parts without a day of receipt change nothing yet.
    """
    day, removed = first, []
    steps = [Step("The requirements of Article 11(1) were first met", "PCT Art. 11(1)", first)]
    for _, part in _late(application):
        if incorporable(application, part):
            steps.append(Step(_kept_by(part), _paragraph(part, "d"), day))
        elif disregarded:
            removed.append(part)
            steps.append(Step(f"The late {part.kind} is disregarded", _paragraph(part, "e")))
        elif part.received_on:
            day = max(day, part.received_on)
            mistaken = [one for one in application.parts if one.late == "erroneous" and one.kind == part.kind]
            removed += mistaken if part.late == "correct" else []
            steps.append(Step(f"The {part.kind} arrived", _paragraph(part, "c"), day))
    kept = tuple(part for part in application.parts if part not in removed)
    return LateParts(day, kept, tuple(removed), tuple(steps))


def incorporable(application: Application, part: Part) -> bool:
    """Whether a late part is incorporated by reference: contained in the earlier application, with the statement, the
    claim, and an Office that does it.
    """
    if part.late not in RESERVATION or not (part.incorporated and application.incorporation_by_reference):
        return False
    claimed = any(claim.added_on is None for claim in application.priority_claims)
    return claimed and reserved(application.receiving_office, RESERVATION[part.late]).answer != "yes"


def _kept_by(part: Part) -> str:
    stays = "; what was filed by mistake stays in the application" if part.late == "correct" else ""
    return f"The {part.kind} is incorporated by reference{stays}"


def _paragraph(part: Part, letter: str) -> str:
    return f"{LATE[part.late]}({letter})"


def _late(application: Application) -> Iterator[tuple[int, Part]]:
    return ((place, part) for place, part in enumerate(application.parts) if part.late in RESERVATION)


def _incorporated(application: Application) -> Iterator[tuple[int, Part]]:
    return ((place, part) for place, part in _late(application) if part.incorporated)
