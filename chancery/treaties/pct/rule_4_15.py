"""Rules 4.15 and 90.4: who signs the request, and by what right."""

from chancery.treaties.kernel.rule import At, Found, rule
from chancery.treaties.pct.application import Application, Signature
from chancery.treaties.pct.force import FIRST_FILINGS
from chancery.treaties.pct.naming import stands_for


@rule("PCT Rule 4.15", since=FIRST_FILINGS, severity="hint")
def all_applicants_sign(application: Application) -> Found:
    """The request is signed by all applicants, or by an agent.

    One signature is enough for the receiving Office (Rule 26.2bis(a)); designated Offices may ask for the
    others (Rule 51bis.1).
    """
    if not application.signatures or any(_is_of_an_agent(application, one) for one in application.signatures):
        return
    places = [place for place, party in enumerate(application.parties) if party.applicant and party.name.strip()]
    missing = [
        application.parties[place].name
        for place in places
        if not any(_is_of_party(application, one, place) for one in application.signatures)
    ]
    if 0 < len(missing) < len(places):
        yield At("signatures", f"Missing: {'; '.join(missing)}.")


@rule("PCT Rule 4.15", since=FIRST_FILINGS, severity="hint")
def signatures_are_of_those_named(application: Application) -> Found:
    """Who signs should be recognizable as an applicant or agent of the request, or say for whom."""
    for place, one in enumerate(application.signatures):
        named = any(_is_of_party(application, one, number) for number in range(len(application.parties)))
        if one.name.strip() and not one.capacity.strip() and not named and not _is_of_an_agent(application, one):
            yield f"signatures.{place}.capacity"


@rule("PCT Rule 90.4(a)", since=FIRST_FILINGS, severity="hint")
def agents_show_their_power(application: Application) -> Found:
    """An agent who signs the request alone needs a power of attorney from each applicant.

    Most receiving Offices do without it (Rule 90.4(d)), but never for a withdrawal (Rule 90.4(e)).
    """
    by_party = any(
        _is_of_party(application, one, place)
        for one in application.signatures
        for place, party in enumerate(application.parties)
        if party.applicant
    )
    for place, agent in enumerate(application.agents):
        signs = any(one.agent == place or _is_of(one, agent.name) for one in application.signatures)
        if signs and not by_party and not agent.power_of_attorney:
            yield f"agents.{place}.power_of_attorney"


def _is_of_party(application: Application, signature: Signature, place: int) -> bool:
    return signature.party == place or _is_of(signature, application.parties[place].name)


def _is_of_an_agent(application: Application, signature: Signature) -> bool:
    return signature.agent is not None or any(_is_of(signature, agent.name) for agent in application.agents)


def _is_of(signature: Signature, name: str) -> bool:
    return signature.party is None and signature.agent is None and stands_for(signature, name)
