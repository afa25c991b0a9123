"""Rule 9: what an application says of persons, priority, language and designations; Rules 3, 6, 7(2), 14."""

from datetime import date

from chancery.treaties.kernel.periods import months
from chancery.treaties.kernel.rule import At, Found, rule
from chancery.treaties.madrid.application import Application
from chancery.treaties.madrid.force import APPLICANT, EMAIL, ORIGIN, PARTY, PROTOCOL
from chancery.treaties.madrid.parties import party

LANGUAGES = ("en", "fr", "es")
SECOND_LANGUAGES = ("de", "en", "es", "fr", "it")
INTENTION = "Rule 7(2)"
ON_A_FORM = ("US",)
"""Parties that want the declaration of intention to use on a form of its own, signed."""


@rule("Madrid Rule 6(1)", since=PROTOCOL, severity="prevents", invites="Madrid Rule 11(7)")
def is_in_english_french_or_spanish(application: Application) -> Found:
    """An application is in English, French or Spanish, as the Office of origin allows."""
    if application.language not in LANGUAGES:
        yield At("language", f"Found: {application.language}." if application.language else "")


@rule("Madrid Rule 9(4)(a)(ii)", since=PROTOCOL, invites=APPLICANT)
def gives_every_address(application: Application) -> Found:
    """The address of every applicant must be given."""
    for place, applicant in enumerate(application.applicants):
        if not applicant.address.strip() or not applicant.country:
            yield f"applicants.{place}.address"


@rule("Madrid Rule 9(4)(a)(ii)", since=EMAIL, invites=APPLICANT, confidence="unverified")
def gives_every_email(application: Application) -> Found:
    """An e-mail address of every applicant, and of the representative, must be given."""
    for place, applicant in enumerate(application.applicants):
        if "@" not in applicant.email:
            yield f"applicants.{place}.email"
    if application.representative and "@" not in application.representative.email:
        yield "representative.email"


@rule("Madrid Rule 3(2)", since=PROTOCOL, severity="hint")
def a_representative_is_named_and_reached(application: Application) -> Found:
    """A representative is appointed with name and address; without them there is none."""
    one = application.representative
    if one and not one.name.strip():
        yield "representative.name"
    if one and not one.address.strip():
        yield "representative.address"


@rule("Madrid Rule 14(2)(i)", since=PROTOCOL, severity="hint")
def claims_priority_within_six_months(application: Application, on: date) -> Found:
    """A claim to the priority of a filing of more than six months ago is not recorded."""
    for place, claim in enumerate(application.priorities):
        if claim.filed_on and months(6).after(claim.filed_on) < on:
            yield At(f"priorities.{place}.filed_on", f"Six months ended on {months(6).after(claim.filed_on)}.")


@rule("Madrid Rule 9(4)(a)(iv)", since=PROTOCOL, invites=ORIGIN)
def identifies_every_earlier_filing(application: Application) -> Found:
    """Of an earlier filing whose priority is claimed the Office and the date are given, and its number if any."""
    for place, claim in enumerate(application.priorities):
        for name in ("office", "filed_on"):
            if not getattr(claim, name):
                yield f"priorities.{place}.{name}"


@rule("Madrid Rule 9(5)(f)", since=PROTOCOL, invites=PARTY)
def declares_the_intention_to_use(application: Application) -> Found:
    """A declaration of intention to use the mark is made for the parties that ask for one by Rule 7(2).

    For most of them the designation itself is the declaration; some want a form of its own, signed.
    """
    for place, each in enumerate(application.designations):
        found = party(each.party)
        if found and INTENTION in found.declared and each.party in ON_A_FORM and not each.form_signed:
            yield At(f"designations.{place}.form_signed", f"{found.name} wants it on a form of its own (MM18), signed.")


@rule("Madrid Rule 9(5)(g)(ii)", since=PROTOCOL, severity="hint")
def names_a_second_language_for_the_union(application: Application) -> Found:
    """Where the European Union is designated a second language of its Office, beside that of the application, is named.

    If it is not, the Office asks for it later.
    """
    for place, each in enumerate(application.designations):
        if each.party == "EM" and each.second_language not in set(SECOND_LANGUAGES) - {application.language}:
            yield f"designations.{place}.second_language"
