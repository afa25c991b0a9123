"""Rule 4: the contents of the request, but for its priority claims (rule_4_10.py)."""

import re
import unicodedata
from datetime import date

from chancery.treaties.kernel.rule import At, Found, rule
from chancery.treaties.pct.application import Application
from chancery.treaties.pct.article_14 import whom_it_concerns
from chancery.treaties.pct.days import day_of_filing
from chancery.treaties.pct.force import AUTOMATIC_DESIGNATION, FIRST_FILINGS, RESTORATION
from chancery.treaties.pct.naming import words
from chancery.treaties.pct.offices import searching_authorities
from chancery.treaties.pct.offices_authorities import competent_searching_authorities
from chancery.treaties.pct.states import designated

MAY_BE_EXCLUDED = ("DE", "JP", "KR")  # the list under Rule 4.9(b) of 2 December 2024
SHORT_TITLE = range(2, 8)
STATES_NAMED = 5
LONGEST_REFERENCE = 25


@rule("PCT Rule 4.3", since=FIRST_FILINGS, severity="hint")
def title_is_short(application: Application) -> Found:
    """The title should be short and precise, in English preferably from two to seven words."""
    words = application.title.split()
    if words and application.language == "en" and len(words) not in SHORT_TITLE:
        yield At("title", f"It has {len(words)} word{'s' if len(words) != 1 else ''}.")


@rule("PCT Rule 4.4(a)", since=FIRST_FILINGS, invites="PCT/RO/106")
def names_every_applicant(application: Application) -> Found:
    """Persons must be named by family name and given name, legal entities by their full official name."""
    for place, party in enumerate(application.parties):
        if party.applicant and not party.name.strip():
            yield f"parties.{place}.name"


@rule("PCT Rule 4.6(a)", since=FIRST_FILINGS, invites="PCT/RO/132")
def names_every_inventor(application: Application) -> Found:
    """An inventor who is not an applicant must be named by family name and given name, with an address.

    The receiving Office asks for what is missing; nothing follows in the international phase.
    """
    for place, party in enumerate(application.parties):
        if party.inventor and not party.applicant:
            for word in ("name", "address"):
                if not getattr(party, word).strip():
                    yield f"parties.{place}.{word}"


@rule("PCT Rule 4.16(a)", since=FIRST_FILINGS, invites="PCT/RO/106")
def names_are_in_latin_letters(application: Application) -> Found:
    """A name or address not written in the Latin alphabet must also be given in it."""
    for place, party in enumerate(application.parties):
        for word in ("name", "address"):
            text = getattr(party, word)
            if text.strip() and not _has_latin_letters(text):
                yield f"parties.{place}.{word}"


@rule("PCT Rule 4.5(a)", since=FIRST_FILINGS, severity="hint")
def says_where_every_applicant_is_from(application: Application) -> Found:
    """For each applicant, name, address, nationality and residence must be indicated.

    Once the data of one entitled applicant are complete, what is missing for another has no sanction (Rule 26.2bis(b)).
    Until then Article 14(1)(a)(ii) asks for those of the first, and this rule for the rest.
    """
    asked = whom_it_concerns(application)
    for place, party in enumerate(application.parties):
        words = ("country",) if place == asked else ("address", "country", "nationality", "residence")
        for word in words if party.applicant else ():
            if not getattr(party, word).strip():
                yield f"parties.{place}.{word}"


@rule("PCT Rule 4.5(b)", since=FIRST_FILINGS, invites="PCT/RO/106")
def states_are_named_by_their_codes(application: Application) -> Found:
    """Nationality and residence must be indicated by the name of a State."""
    for place, party in enumerate(application.parties):
        for word in ("country", "nationality", "residence"):
            code = getattr(party, word)
            if code and not re.fullmatch("[A-Z]{2}", code):
                yield At(f"parties.{place}.{word}", f"{code!r} is not the two-letter code of a State, as CH.")


@rule("PCT Rule 4.6(a)", since=FIRST_FILINGS, severity="hint")
def names_an_inventor(application: Application) -> Found:
    """The inventor should be named: the law of some designated States requires it."""
    if application.parties and not any(party.inventor for party in application.parties):
        yield "parties"


@rule("PCT Rule 4.6(a)", since=FIRST_FILINGS, invites="PCT/RO/132")
def inventors_are_natural_persons(application: Application) -> Found:
    """An inventor is a natural person, and never a legal entity."""
    for place, party in enumerate(application.parties):
        if party.inventor and party.kind == "legal":
            yield f"parties.{place}.inventor"


@rule("PCT Rule 4.5(d)", since=FIRST_FILINGS, severity="hint")
def every_state_has_an_applicant(application: Application, on: date) -> Found:
    """Where applicants are named for some States only, each designated State needs an applicant."""
    applicants = application.applicants
    if not applicants or not all(party.designations for party in applicants):
        return
    covered = {code for party in applicants for code in party.designations}
    excluded = application.designations_excluded
    without = [code for code in designated(day_of_filing(application, on), excluded=excluded) if code not in covered]
    if without:
        named = ", ".join(without[:STATES_NAMED])
        more = f" and {len(without) - STATES_NAMED} more" if len(without) > STATES_NAMED else ""
        yield At("parties", f"Nobody for {named}{more}.")


@rule("PCT Rule 4.1(a)(iii)", since=FIRST_FILINGS, severity="hint")
def says_what_each_person_is(application: Application) -> Found:
    """Each person named must be an applicant, an inventor, or both."""
    for place, party in enumerate(application.parties):
        if not (party.applicant or party.inventor):
            yield f"parties.{place}"


@rule("PCT Rule 4.7(a)", since=FIRST_FILINGS, invites="PCT/RO/132")
def says_who_the_agent_is(application: Application) -> Found:
    """The name and the address of an agent must be indicated."""
    for place, agent in enumerate(application.agents):
        for word in ("name", "address"):
            if not getattr(agent, word).strip():
                yield f"agents.{place}.{word}"


@rule("PCT Rule 90.2(a)", since=FIRST_FILINGS, invites="PCT/RO/132")
def the_common_representative_is_an_applicant(application: Application) -> Found:
    """The common representative is one of the applicants who may file with that receiving Office."""
    for place, agent in enumerate(application.agents):
        if agent.kind == "common representative" and agent.name.strip():
            names = {words(party.name) for party in application.applicants}
            if words(agent.name) not in names:
                yield At(f"agents.{place}.name", f"{agent.name} is not among the applicants.")


@rule("PCT AI 108", since=FIRST_FILINGS, severity="hint", confidence="practice")
def letters_go_to_one_address(application: Application) -> Found:
    """An address for letters is given only where there is no agent; otherwise letters go to the agent."""
    if application.correspondence_address.strip() and application.agents:
        yield "correspondence_address"


@rule("PCT Rule 4.9(b)", since=AUTOMATIC_DESIGNATION, invites="PCT/RO/132")
def excludes_only_where_it_may(application: Application) -> Found:
    """Only the designations of Germany, Japan and the Republic of Korea can be excluded, and only where an
    earlier application of that State is claimed.
    """
    claimed = {claim.office for claim in application.priority_claims}
    for place, code in enumerate(application.designations_excluded):
        if code not in MAY_BE_EXCLUDED:
            yield At(f"designations_excluded.{place}", f"{code} cannot be excluded.")
        elif code not in claimed:
            yield At(f"designations_excluded.{place}", f"No earlier application of {code} is claimed.")


@rule("PCT Rule 4.11(a)", since=AUTOMATIC_DESIGNATION, invites="PCT/RO/132")
def identifies_every_parent(application: Application) -> Found:
    """A continuation or an addition must name the earlier application or grant: kind, State, number and date."""
    for place, parent in enumerate(application.parents):
        for word in ("kind", "state", "number", "filed_on"):
            if not getattr(parent, word):
                yield f"parents.{place}.{word}"


@rule("PCT Rule 4.12", since=AUTOMATIC_DESIGNATION, invites="PCT/RO/132")
def identifies_every_earlier_search(application: Application) -> Found:
    """An earlier search that is to be used must be identified by the Office, the number and the date of the earlier
    application.
    """
    for place, search in enumerate(application.earlier_searches):
        for word in ("office", "number", "filed_on"):
            if not getattr(search, word):
                yield f"earlier_searches.{place}.{word}"


@rule("PCT Rule 4.14bis", since=FIRST_FILINGS, invites="PCT/RO/132")
def chooses_a_searching_authority(application: Application, on: date) -> Found:
    """The International Searching Authority must be named where more than one is competent.

    Which Authorities are competent depends on the receiving Office, with the International Bureau on the
    Offices with which the applicants could have filed (Rule 35.3). Where the list is not known to be complete,
    any Authority passes.
    """
    code, day = application.searching_authority, day_of_filing(application, on)
    if not code:
        yield "searching_authority"
    elif code not in searching_authorities():
        yield At("searching_authority", f"{code} is not an International Searching Authority.")
    else:
        states = [state for party in application.applicants for state in (party.residence, party.nationality)]
        competent = competent_searching_authorities(application.receiving_office, day, applicants_of=states)
        if competent.complete and code not in competent.codes:
            yield At("searching_authority", f"Competent here: {', '.join(competent.codes)}.")


@rule("PCT Rule 4.18", since=RESTORATION, severity="hint")
def could_incorporate_by_reference(application: Application) -> Found:
    """A statement that what is missing is incorporated from the earlier application can only be made on filing."""
    if application.priority_claims and not application.incorporation_by_reference:
        yield "incorporation_by_reference"


@rule("PCT AI 109", since=FIRST_FILINGS, invites="PCT/RO/132")
def reference_is_short(application: Application) -> Found:
    """The file reference has at most 25 characters, in Latin letters or Arabic figures."""
    reference = application.file_reference
    if len(reference) > LONGEST_REFERENCE:
        yield At("file_reference", f"It has {len(reference)} characters.")
    elif reference and not re.fullmatch(r"[A-Za-z0-9 ./_\-]+", reference):
        yield At("file_reference", f"Found: {reference}.")


def _has_latin_letters(text: str) -> bool:
    letters = [character for character in text if character.isalpha()]
    return not letters or any(unicodedata.name(letter, "").startswith("LATIN") for letter in letters)
