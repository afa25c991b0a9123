"""Articles 2 and 3bis, Rule 8: who may file, on which basis, through which Office; and where not."""

from datetime import date

from chancery.treaties.kernel.rule import At, Found, rule
from chancery.treaties.madrid.application import Application
from chancery.treaties.madrid.force import APPLICANT, ORIGIN, PROTOCOL
from chancery.treaties.madrid.parties import party


@rule("Madrid Art. 2(2)", since=PROTOCOL, severity="prevents", invites="Madrid Rule 11(7)")
def is_filed_through_an_office_of_origin(application: Application) -> Found:
    """An application is filed through the Office of a contracting party, its Office of origin."""
    found = party(application.origin)
    if found is None:
        yield At("origin", f"Found: {application.origin}." if application.origin else "")


@rule("Madrid Art. 2(2)", since=PROTOCOL, severity="prevents", invites="Madrid Rule 11(7)")
def the_office_of_origin_is_bound(application: Application, on: date) -> Found:
    """The Protocol is in force for the party of the Office of origin on the day of filing."""
    found = party(application.origin)
    if found and found.since and on < found.since:
        yield At("origin", f"{found.name}: since {found.since}.")


@rule("Madrid Art. 2(1)", since=PROTOCOL, severity="prevents", invites=ORIGIN)
def rests_on_a_basic_mark(application: Application) -> Found:
    """An application rests on an application or a registration of the same mark at the Office of origin."""
    if not application.basis:
        yield "basis"
    for place, basic in enumerate(application.basis):
        for name in ("kind", "number", "dated"):
            if not getattr(basic, name):
                yield f"basis.{place}.{name}"


@rule("Madrid Rule 9(4)(a)(i)", since=PROTOCOL, severity="prevents", invites=APPLICANT)
def names_an_applicant(application: Application) -> Found:
    """The name of every applicant must be given."""
    if not application.applicants:
        yield "applicants"
    for place, applicant in enumerate(application.applicants):
        if not applicant.name.strip():
            yield f"applicants.{place}.name"


@rule("Madrid Art. 2(1)", since=PROTOCOL, invites=ORIGIN)
def every_applicant_is_entitled(application: Application) -> Found:
    """Every applicant is a national of the party of the Office of origin, or domiciled or established there.

    Of joint applicants each must have such a link with the same party; the links may differ (Rule 8).
    """
    for place, applicant in enumerate(application.applicants):
        if not applicant.link:
            yield f"applicants.{place}.link"


@rule("Madrid Rule 9(5)(b)", since=PROTOCOL, invites=ORIGIN)
def says_where_the_link_with_an_organization_is(application: Application) -> Found:
    """Where the party of the Office of origin is an organization, the State in which the link lies is named."""
    found = party(application.origin)
    if found is None or found.kind not in {"organization", "common Office"}:
        return
    for place, applicant in enumerate(application.applicants):
        if applicant.link and not applicant.linked_in:
            yield f"applicants.{place}.linked_in"


@rule("Madrid Art. 2(1)", since=PROTOCOL, invites=ORIGIN)
def applies_in_the_name_of_the_basic_mark(application: Application) -> Found:
    """The applicants are those in whose name the basic mark stands."""
    names = {applicant.name.strip().casefold() for applicant in application.applicants}
    for place, basic in enumerate(application.basis):
        if basic.holder.strip() and names and basic.holder.strip().casefold() not in names:
            yield At(f"basis.{place}.holder", f"Found: {basic.holder}.")


@rule("Madrid Art. 3bis", since=PROTOCOL, severity="prevents", invites=APPLICANT)
def designates_a_party(application: Application) -> Found:
    """At least one contracting party is designated."""
    if not any(each.party for each in application.designations):
        yield "designations"


@rule("Madrid Art. 3bis", since=PROTOCOL, invites=APPLICANT)
def does_not_designate_its_own_party(application: Application) -> Found:
    """The party of the Office of origin cannot be designated.

    A State that is a member of an organization may designate the organization, and the other way round.
    """
    for place, each in enumerate(application.designations):
        if each.party and each.party == application.origin:
            yield f"designations.{place}.party"


@rule("Madrid Art. 3ter(1)", since=PROTOCOL, invites=APPLICANT)
def designates_what_can_be_designated(application: Application, on: date) -> Found:
    """What is designated is bound by the Protocol on the day of filing; a State of a common Office only through it."""
    for place, each in enumerate(application.designations):
        found = party(each.party)
        if not each.party:
            continue
        if found is None:
            yield At(f"designations.{place}.party", f"Found: {each.party}.")
        elif found.through:
            yield At(f"designations.{place}.party", f"Designate {found.through} for {found.name}.")
        elif found.since and on < found.since:
            yield At(f"designations.{place}.party", f"{found.name}: since {found.since}.")


@rule("Madrid Art. 3ter(1)", since=PROTOCOL, severity="hint")
def designates_a_party_once(application: Application) -> Found:
    """A party is designated once."""
    seen: set[str] = set()
    for place, each in enumerate(application.designations):
        if each.party in seen:
            yield At(f"designations.{place}.party", f"Found again: {each.party}.")
        seen.add(each.party)
