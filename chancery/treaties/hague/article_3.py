"""Articles 3 and 4, Rules 3, 6 and 7(3)(i) to (iii): who may file, where, in which language, by whom."""

from datetime import date

from chancery.treaties.hague.application import Application, Link
from chancery.treaties.hague.force import ACT_OF_1999, APPLICATION, EMAIL
from chancery.treaties.hague.parties import party
from chancery.treaties.kernel.rule import At, Found, rule

LANGUAGES = ("en", "fr", "es")


@rule("Hague Rule 7(3)(i)", since=ACT_OF_1999, severity="prevents", invites=APPLICATION)
def names_an_applicant(application: Application) -> Found:
    """The name of every applicant must be given."""
    if not application.applicants:
        yield "applicants"
    for place, one in enumerate(application.applicants):
        if not one.name.strip():
            yield f"applicants.{place}.name"


@rule("Hague Rule 7(3)(ii)", since=ACT_OF_1999, severity="prevents", invites=APPLICATION)
def gives_every_address(application: Application) -> Found:
    """The address of every applicant must be given."""
    for place, one in enumerate(application.applicants):
        if not one.address.strip():
            yield f"applicants.{place}.address"


@rule("Hague Rule 7(3)(ii)", since=EMAIL, invites=APPLICATION, confidence="unverified")
def gives_every_email(application: Application) -> Found:
    """An e-mail address of every applicant, and of the representative, must be given."""
    for place, one in enumerate(application.applicants):
        if "@" not in one.email:
            yield f"applicants.{place}.email"
    if application.representative and "@" not in application.representative.email:
        yield "representative.email"


@rule("Hague Art. 3", since=ACT_OF_1999, severity="prevents", invites=APPLICATION)
def every_applicant_is_entitled(application: Application, on: date) -> Found:
    """Every applicant is a national of a contracting party, or domiciled, resident or established in one.

    Of joint applicants each needs such a link; they may be with different parties.
    """
    for place, one in enumerate(application.applicants):
        if not any(_bound(link, on) for link in one.links):
            yield f"applicants.{place}.links"


@rule("Hague Art. 3", since=ACT_OF_1999, severity="prevents", invites=APPLICATION)
def resides_in_a_party_of_the_act_of_1999(application: Application, on: date) -> Found:
    """Habitual residence gives a right to file only where the party is bound by the Act of 1999."""
    for place, one in enumerate(application.applicants):
        bound = [link for link in one.links if _bound(link, on)]
        if bound and not any(_counts(link, on) for link in bound):
            yield f"applicants.{place}.links"


def _bound(link: Link, on: date) -> bool:
    found = party(link.party)
    return found is not None and link.bond != "" and any(day <= on for day in found.bound.values())


def _counts(link: Link, on: date) -> bool:
    found = party(link.party)
    if found is None or not _bound(link, on):
        return False
    return link.bond != "resident" or ("1999" in found.bound and found.bound["1999"] <= on)


@rule("Hague Art. 4(1)(b)", since=ACT_OF_1999, severity="prevents", invites=APPLICATION)
def is_filed_through_an_open_office(application: Application) -> Found:
    """Applications cannot be filed through the Office of a party that has declared so; they go to Geneva directly."""
    found = party(application.filed_through)
    if found and found.office_closed:
        yield At("filed_through", f"{found.name} has declared so.")


@rule("Hague Art. 4(1)(a)", since=ACT_OF_1999, severity="prevents", invites=APPLICATION)
def is_filed_through_an_office_of_the_applicant(application: Application) -> Found:
    """An application that is not filed in Geneva is filed through the Office of a party of the applicant."""
    if application.filed_through and application.filed_through not in application.linked:
        yield At("filed_through", f"Found: {application.filed_through}.")


@rule("Hague Rule 6(1)", since=ACT_OF_1999, severity="prevents", invites=APPLICATION)
def is_in_english_french_or_spanish(application: Application) -> Found:
    """An application is in English, French or Spanish."""
    if application.language not in LANGUAGES:
        yield At("language", f"Found: {application.language}." if application.language else "")


@rule("Hague Rule 3(2)", since=ACT_OF_1999, severity="hint")
def a_representative_is_named_and_reached(application: Application) -> Found:
    """A representative is appointed with name and address; without them there is none."""
    one = application.representative
    if one and not one.name.strip():
        yield "representative.name"
    if one and not one.address.strip():
        yield "representative.address"


@rule("Hague Rule 7(1)", since=ACT_OF_1999, invites=APPLICATION)
def is_signed(application: Application) -> Found:
    """The application is signed by the applicant, or by the representative."""
    if not application.signed:
        yield "signed"
