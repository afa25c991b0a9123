"""Article 11(1): what must be there for an international filing date."""

from datetime import date

from chancery.treaties.kernel.rule import At, Found, rule
from chancery.treaties.pct.application import Application, PartKind
from chancery.treaties.pct.days import day_of_filing
from chancery.treaties.pct.force import FIRST_FILINGS
from chancery.treaties.pct.offices import accepted_languages
from chancery.treaties.pct.states import is_bound


@rule("PCT Art. 11(1)(i)", since=FIRST_FILINGS, severity="prevents", invites="PCT/RO/103")
def has_the_right_to_file(application: Application, on: date) -> Found:
    """At least one applicant must be a resident or a national of a Contracting State.

    The Office looks only for an obvious lack of the right. An applicant of whom neither residence nor
    nationality is given does not obviously lack it; Rule 4.5 asks for what is missing.
    """
    applicants = application.applicants
    day = day_of_filing(application, on)
    states = [{party.residence, party.nationality} - {""} for party in applicants]
    if applicants and all(states) and not any(is_bound(code, day) for codes in states for code in codes):
        named = ", ".join(sorted(set().union(*states)))
        yield At("parties", f"Named: {named}; not bound on {day}.")


@rule("PCT Art. 11(1)(ii)", since=FIRST_FILINGS, severity="prevents", invites="PCT/RO/103")
def is_in_a_prescribed_language(application: Application, on: date) -> Found:
    """The description and the claims must be in a language that the receiving Office accepts.

    Request, abstract and the free text of a sequence listing do not count (Rule 20.1(c)).
    """
    if not application.language:
        yield At("language", "No language is stated.")
        return
    accepted = accepted_languages(application.receiving_office)
    entry = accepted.at(day_of_filing(application, on)) if accepted else None
    if entry and not {"any", application.language} & set(entry.values["languages"]):
        yield At(
            "language", f"The Office {application.receiving_office} accepts {', '.join(entry.values['languages'])}."
        )


@rule("PCT Art. 11(1)(iii)(c)", since=FIRST_FILINGS, severity="prevents", invites="PCT/RO/103")
def names_an_applicant(application: Application) -> Found:
    """The name of the applicant must be given.

    For the filing date it is enough that the applicant can be identified (Rule 20.1(b)).
    """
    if not any(party.name.strip() for party in application.applicants):
        yield "parties"


@rule("PCT Art. 11(1)(iii)(d)", since=FIRST_FILINGS, severity="prevents", invites="PCT/RO/103")
def has_a_description(application: Application) -> Found:
    """A part that on its face appears to be a description must be there."""
    yield from _missing(application, "description")


@rule("PCT Art. 11(1)(iii)(e)", since=FIRST_FILINGS, severity="prevents", invites="PCT/RO/103")
def has_a_claim(application: Application) -> Found:
    """A part that on its face appears to be a claim or claims must be there."""
    yield from _missing(application, "claims")


def _missing(application: Application, kind: PartKind) -> Found:
    part = application.part(kind)
    if part is None:
        yield f"parts.{kind}"
    elif part.measured and all(sheet.top_mm is None and not sheet.has_text for sheet in part.measured):
        yield At(f"parts.{kind}", "Every sheet of it is blank.")
