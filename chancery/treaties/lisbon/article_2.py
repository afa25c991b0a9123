"""Articles 2 and 5, Rule 5(1): what can be registered under which Act, for which party, and who applies."""

from datetime import date

from chancery.treaties.kernel.rule import At, Found, rule
from chancery.treaties.lisbon.application import Application
from chancery.treaties.lisbon.parties import governing, party

COMMON_REGULATIONS = date(2020, 2, 26)
"""The Common Regulations under the Agreement and the Geneva Act are in force from that day."""

IRREGULAR = "Lisbon Rule 6(1)"
"""What is not remedied within three months leads to rejection (from memory)."""

LANGUAGES = ("en", "fr", "es")


@rule("Lisbon Rule 5(2)(a)(i)", since=COMMON_REGULATIONS, severity="prevents", invites=IRREGULAR)
def names_the_party_of_origin(application: Application, on: date) -> Found:
    """The contracting party of origin is named, and bound on the day of the application."""
    found = party(application.origin)
    if found is None:
        yield At("origin", f"Found: {application.origin}." if application.origin else "")
    elif min(found.bound.values()) > on:
        yield At("origin", f"{found.name}: since {min(found.bound.values())}.")


@rule("Lisbon Art. 2(1)", since=COMMON_REGULATIONS, severity="prevents", invites=IRREGULAR)
def says_what_it_is(application: Application) -> Found:
    """The application says whether it is for an appellation of origin or for a geographical indication."""
    if not application.kind:
        yield "kind"


@rule("Lisbon Art. 2(1)(ii)", since=COMMON_REGULATIONS, severity="prevents", invites=IRREGULAR)
def registers_indications_under_the_geneva_act(application: Application, on: date) -> Found:
    """A geographical indication that is no appellation of origin is registered under the Geneva Act only."""
    found = party(application.origin)
    if application.kind == "indication" and found and found.bound.get("Geneva Act", date.max) > on:
        yield At("kind", f"{found.name} is not bound by it.")


@rule("Lisbon Art. 2(2)", since=COMMON_REGULATIONS, invites=IRREGULAR)
def applies_jointly_with_parties_of_the_geneva_act(application: Application, on: date) -> Found:
    """For an area in several parties they apply jointly; each is bound by the Geneva Act."""
    for place, code in enumerate(application.joint_with):
        if code == application.origin or governing(application.origin, code, on) != "Geneva Act":
            yield At(f"joint_with.{place}", f"Found: {code}.")


@rule("Lisbon Rule 5(1)", since=COMMON_REGULATIONS, severity="prevents", invites=IRREGULAR)
def is_in_english_french_or_spanish(application: Application) -> Found:
    """An application is in English, French or Spanish."""
    if application.language not in LANGUAGES:
        yield At("language", f"Found: {application.language}." if application.language else "")


@rule("Lisbon Art. 5(2)", since=COMMON_REGULATIONS, severity="prevents", invites=IRREGULAR)
def is_presented_by_the_authority_or_the_beneficiaries(application: Application) -> Found:
    """An application is presented by the Competent Authority, in the name of the beneficiaries, or by these."""
    if not application.presented_by:
        yield "presented_by"


@rule("Lisbon Art. 5(3)", since=COMMON_REGULATIONS, severity="prevents", invites=IRREGULAR)
def beneficiaries_apply_where_their_party_lets_them(application: Application, on: date) -> Found:
    """Beneficiaries apply themselves where their party, bound by the Geneva Act, has declared that they may.

    Which parties have declared so is not in our data: the application says it.
    """
    if application.presented_by != "beneficiaries":
        return
    found = party(application.origin)
    if not application.direct_declared or (found and found.bound.get("Geneva Act", date.max) > on):
        yield "presented_by"


@rule("Lisbon Art. 2(1)(i)", since=COMMON_REGULATIONS, severity="hint")
def an_appellation_rests_on_nature_and_people(application: Application) -> Found:
    """An appellation of origin owes its quality to the place: to natural factors and to human ones."""
    if application.kind == "appellation" and application.link:
        for name in ("quality", "natural_factors", "human_factors"):
            if not getattr(application.link, name).strip():
                yield f"link.{name}"


@rule("Lisbon Art. 2(1)(i)", since=COMMON_REGULATIONS, severity="hint")
def an_appellation_under_the_geneva_act_has_a_reputation(application: Application, on: date) -> Found:
    """Under the Geneva Act an appellation of origin has given the product its reputation."""
    found = party(application.origin)
    under = found is not None and found.bound.get("Geneva Act", date.max) <= on
    if under and application.kind == "appellation" and application.link and not application.link.reputation.strip():
        yield "link.reputation"


@rule("Lisbon Art. 2(1)(ii)", since=COMMON_REGULATIONS, severity="hint")
def an_indication_has_a_quality_or_a_reputation(application: Application) -> Found:
    """A geographical indication stands for a quality, a reputation or another characteristic due to the origin."""
    if application.kind == "indication" and application.link and not application.link.told:
        yield "link"
