"""Rule 5(2) to (6): what an application contains, what some parties ask for besides, and what may be added."""

from datetime import date

from chancery.treaties.kernel.rule import At, Found, rule
from chancery.treaties.lisbon.application import Application
from chancery.treaties.lisbon.article_2 import COMMON_REGULATIONS, IRREGULAR
from chancery.treaties.lisbon.parties import covered, party

PARTY = "Lisbon Rule 6(1)(d)"
"""What a party asks for by declaration: without it protection is taken as renounced there (from memory)."""


@rule("Lisbon Rule 5(2)(a)(ii)", since=COMMON_REGULATIONS, invites=IRREGULAR)
def names_the_competent_authority(application: Application) -> Found:
    """The Competent Authority that presents the application is named."""
    if application.presented_by == "authority" and not application.authority.strip():
        yield "authority"


@rule("Lisbon Rule 5(2)(a)(iii)", since=COMMON_REGULATIONS, severity="prevents", invites=IRREGULAR)
def names_the_beneficiaries(application: Application) -> Found:
    """The beneficiaries are designated, collectively or by name."""
    if not application.beneficiaries:
        yield "beneficiaries"
    for place, one in enumerate(application.beneficiaries):
        if not one.name.strip():
            yield f"beneficiaries.{place}.name"


@rule("Lisbon Rule 5(2)(a)(iv)", since=COMMON_REGULATIONS, severity="prevents", invites=IRREGULAR)
def gives_the_name_in_an_official_language(application: Application) -> Found:
    """The appellation or indication is given in the official language or languages of the party of origin."""
    if not application.names:
        yield "names"
    for place, one in enumerate(application.names):
        for field in ("text", "language"):
            if not getattr(one, field).strip():
                yield f"names.{place}.{field}"


@rule("Lisbon Rule 5(2)(b)", since=COMMON_REGULATIONS, invites=IRREGULAR, confidence="unverified")
def transliterates_other_letters(application: Application) -> Found:
    """A name in other than Latin letters is transliterated."""
    for place, one in enumerate(application.names):
        if not one.latin and not one.transliteration.strip():
            yield f"names.{place}.transliteration"


@rule("Lisbon Rule 5(2)(a)(v)", since=COMMON_REGULATIONS, severity="prevents", invites=IRREGULAR)
def names_the_goods(application: Application) -> Found:
    """The good or goods to which the name applies are named."""
    if not any(one.strip() for one in application.goods):
        yield "goods"


@rule("Lisbon Rule 5(2)(a)(vi)", since=COMMON_REGULATIONS, severity="prevents", invites=IRREGULAR)
def names_the_area(application: Application) -> Found:
    """The geographical area of production, or of origin, is named."""
    if not application.area.strip():
        yield "area"


@rule("Lisbon Rule 5(2)(a)(vii)", since=COMMON_REGULATIONS, severity="prevents", invites=IRREGULAR)
def identifies_the_protection_at_home(application: Application) -> Found:
    """The registration, the law or the decision is identified by which the name is protected at home."""
    home = application.protected_by
    if home is None:
        yield "protected_by"
        return
    if not home.kind:
        yield "protected_by.kind"
    if not home.title.strip() and not home.number.strip():
        yield "protected_by.number"


@rule("Lisbon Art. 8(1)", since=COMMON_REGULATIONS, invites=IRREGULAR)
def is_protected_at_home_already(application: Application, on: date) -> Found:
    """The name is protected at home on the day of the application."""
    home = application.protected_by
    if home and home.dated and home.dated > on:
        yield At("protected_by.dated", f"Found: {home.dated}.")


@rule("Lisbon Rule 5(3)", since=COMMON_REGULATIONS, severity="hint", invites=PARTY, confidence="unverified")
def tells_the_link_where_it_may_be_asked(application: Application) -> Found:
    """Some parties ask for facts on quality, reputation and link; without them there is no protection there."""
    if application.link is None or not application.link.told:
        yield "link"


@rule("Lisbon Rule 5(4)", since=COMMON_REGULATIONS, severity="hint", invites=PARTY, confidence="unverified")
def is_signed_where_it_may_be_asked(application: Application) -> Found:
    """Some parties ask that the application be signed by somebody with the right to the name."""
    if not application.signed:
        yield "signed"


@rule("Lisbon Rule 5(4)", since=COMMON_REGULATIONS, severity="hint", invites=PARTY, confidence="unverified")
def declares_the_intention_where_it_may_be_asked(application: Application) -> Found:
    """Some parties ask for a declaration of the intention to use the name, or to control its use."""
    if not application.intended:
        yield "intended"


@rule("Lisbon Rule 5(6)", since=COMMON_REGULATIONS, invites=IRREGULAR, confidence="unverified")
def waives_what_would_be_covered(application: Application, on: date) -> Found:
    """Protection is waived only in parties that the registration would cover."""
    possible = covered(application.origin, application.kind, on)
    for place, code in enumerate(application.waived):
        if code not in possible:
            yield At(f"waived.{place}", f"Found: {code}.")


@rule("Lisbon Art. 7(4)", since=COMMON_REGULATIONS, severity="hint")
def owes_individual_fees(application: Application, on: date) -> Found:
    """Some parties take a fee of their own; where it is not paid protection is taken as renounced."""
    asking = [
        code
        for code in covered(application.origin, application.kind, on)
        if code not in application.waived and (found := party(code)) and "Art. 7(4)" in found.declared
    ]
    if asking:
        yield At("waived", f"Covered: {', '.join(asking)}.")


@rule("Lisbon Rule 5(6)", since=COMMON_REGULATIONS, severity="hint", confidence="unverified")
def says_in_which_language_a_translation_is(application: Application) -> Found:
    """A translation of the name is given with its language."""
    for place, one in enumerate(application.translations):
        for field in ("language", "text"):
            if not getattr(one, field).strip():
                yield f"translations.{place}.{field}"
