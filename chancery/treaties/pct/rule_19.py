"""Rules 12, 19 and 48: the competent receiving Office, and the languages of filing and publication."""

from datetime import date

from chancery.treaties.kernel.rule import At, Found, rule
from chancery.treaties.pct.application import Application, Party
from chancery.treaties.pct.days import day_of_filing
from chancery.treaties.pct.force import FIRST_FILINGS
from chancery.treaties.pct.offices import PUBLICATION_LANGUAGES
from chancery.treaties.pct.states import receiving_offices


@rule("PCT Rule 19.1(a)", since=FIRST_FILINGS)
def is_filed_with_a_competent_office(application: Application, on: date) -> Found:
    """The application is filed with the Office of a State of which an applicant is resident or national, or
    with the International Bureau.

    One applicant is enough (Rule 19.2). Filed with another Office, it is passed on to the International
    Bureau and keeps the date of receipt (Rule 19.4).
    """
    offices = competent_offices(application, day_of_filing(application, on))
    if offices and application.receiving_office not in offices:
        yield At("receiving_office", f"Open to these applicants: {', '.join(offices)}.")


@rule("PCT Rule 12.4(a)", since=FIRST_FILINGS)
def is_in_a_language_of_publication(application: Application) -> Found:
    """An application in another language than the ten of publication must be translated within 14 months of
    the priority date.

    Languages of publication are Arabic, Chinese, English, French, German, Japanese, Korean, Portuguese,
    Russian and Spanish (Rule 48.3(a)). A translation furnished for the search (Rule 12.3) serves as well.
    """
    if application.language and application.language not in PUBLICATION_LANGUAGES:
        yield "language"


def competent_offices(application: Application, on: date) -> tuple[str, ...]:
    """Offices with which these applicants may file on that day; nothing where no applicant is of a
    Contracting State.
    """
    found = [office for party in application.applicants for office in offices_open_to(party, on)]
    return tuple(dict.fromkeys(found))


def offices_open_to(party: Party, on: date) -> tuple[str, ...]:
    """Offices with which one person may file, by residence or nationality (Rule 19.1(a))."""
    found = [office for code in (party.residence, party.nationality) for office in receiving_offices(code, on)]
    return tuple(dict.fromkeys(found))
