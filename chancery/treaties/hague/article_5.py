"""Article 5 and Rule 7(3): the designs, their products and classes, how many there are, and what is designated."""

import re
from datetime import date

from chancery.treaties.hague.application import Application
from chancery.treaties.hague.force import ACT_OF_1999, APPLICATION
from chancery.treaties.hague.parties import designable, governing, party
from chancery.treaties.kernel.rule import At, Found, rule

MOST = 100
FREE_WORDS = 100
SUBCLASS = re.compile(r"(?:0[1-9]|[12]\d|3[0-2])-\d{2}")


@rule("Hague Art. 5(1)(iii)", since=ACT_OF_1999, severity="prevents", invites=APPLICATION)
def shows_every_design(application: Application) -> Found:
    """Every design is shown by at least one reproduction; without it there is no filing date.

    Specimens may take the place of reproductions where the designs are two-dimensional and publication is deferred.
    """
    if not application.shown:
        yield "shown"
    for place, design in enumerate(application.shown):
        if not design.views and not application.specimens:
            yield f"shown.{place}.views"


@rule("Hague Rule 10(1)", since=ACT_OF_1999, invites=APPLICATION, confidence="unverified")
def gives_specimens_only_of_what_is_flat_and_deferred(application: Application) -> Found:
    """Specimens take the place of reproductions only for two-dimensional designs whose publication is deferred."""
    if not application.specimens:
        return
    if not application.deferred:
        yield At("specimens", "Deferment is not asked for.")
    for place, design in enumerate(application.shown):
        if design.dimensions == "three":
            yield f"shown.{place}.dimensions"


@rule("Hague Art. 5(1)(iv)", since=ACT_OF_1999, invites=APPLICATION)
def names_every_product(application: Application) -> Found:
    """Of every design the product is named that it is, or that it is used with."""
    for place, design in enumerate(application.shown):
        if not design.product.strip():
            yield f"shown.{place}.product"


@rule("Hague Rule 7(3)(v)", since=ACT_OF_1999, invites=APPLICATION)
def holds_at_most_a_hundred_designs(application: Application) -> Found:
    """An application holds at most one hundred designs."""
    found = max(application.designs, len(application.shown))
    if found > MOST:
        yield At("shown", f"It has {found}.")


@rule("Hague Rule 7(3)(v)", since=ACT_OF_1999, invites=APPLICATION)
def states_how_many_designs_and_reproductions_there_are(application: Application) -> Found:
    """The numbers of designs and of reproductions are stated; they are those that are there."""
    views = sum(1 for _ in application.views())
    if application.shown and application.designs != len(application.shown):
        yield At("designs", f"Stated: {application.designs}, found: {len(application.shown)}.")
    if views and application.reproductions != views:
        yield At("reproductions", f"Stated: {application.reproductions}, found: {views}.")


@rule("Hague Art. 5(4)", since=ACT_OF_1999, invites=APPLICATION)
def keeps_to_one_class(application: Application) -> Found:
    """All products of an application belong to one class of the Locarno Classification."""
    classes = sorted({one.subclass[:2] for one in application.shown if SUBCLASS.fullmatch(one.subclass)})
    if len(classes) > 1:
        yield At("shown", f"Found: classes {', '.join(classes)}.")


@rule("Hague Rule 7(3)(iv)", since=ACT_OF_1999, severity="hint")
def gives_a_subclass_of_locarno(application: Application) -> Found:
    """The class and subclass of the Locarno Classification are given, as in 06-01; the Bureau looks at them again."""
    for place, design in enumerate(application.shown):
        if not SUBCLASS.fullmatch(design.subclass):
            yield At(f"shown.{place}.subclass", f"Found: {design.subclass}." if design.subclass else "")


@rule("Hague Rule 11(2)", since=ACT_OF_1999, severity="hint")
def pays_for_a_long_description(application: Application) -> Found:
    """A description costs two francs more for each word over one hundred."""
    if application.described_words > FREE_WORDS:
        yield At("shown", f"It has {application.described_words} words.")


@rule("Hague Art. 5(1)(v)", since=ACT_OF_1999, severity="prevents", invites=APPLICATION)
def designates_a_party(application: Application) -> Found:
    """At least one contracting party is designated; without it there is no filing date."""
    if not application.designations:
        yield "designations"


@rule("Hague Art. 5(1)(v)", since=ACT_OF_1999, invites=APPLICATION)
def designates_what_can_be_designated(application: Application, on: date) -> Found:
    """Only contracting parties can be designated; a State of a common Office through that Office."""
    possible = {one.code for one in designable(on)}
    for place, each in enumerate(application.designations):
        found = party(each.party)
        if each.party not in possible:
            through = f"{found.name} is designated as {found.through}." if found and found.through else ""
            yield At(f"designations.{place}.party", through or f"Found: {each.party}.")


@rule("Hague Art. 5(1)(v)", since=ACT_OF_1999, severity="hint")
def designates_a_party_once(application: Application) -> Found:
    """A party is designated once."""
    seen: set[str] = set()
    for place, each in enumerate(application.designations):
        if each.party in seen:
            yield At(f"designations.{place}.party", f"Found again: {each.party}.")
        seen.add(each.party)


@rule("Hague Art. 31(1)", since=ACT_OF_1999, invites=APPLICATION)
def shares_an_act_with_every_designated_party(application: Application, on: date) -> Found:
    """A party can be designated where a party of the applicant and that party are bound by the same Act.

    The Act of 1999 governs where it binds both. Under that of 1960 nothing can be designated since 2025.
    """
    for place, each in enumerate(application.designations):
        known = party(each.party) is not None and application.linked
        if known and governing(application.linked, each.party, on) is None:
            yield At(f"designations.{place}.party", f"No Act binds {each.party} and a party of the applicant.")
