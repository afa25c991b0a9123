"""Article 5(2), Rules 7(4), 8, 9(3), 11 and 13(1): what some parties ask for besides. Only their designation falls."""

from collections.abc import Callable, Iterator

from chancery.treaties.hague.application import Annex, Application, Designation
from chancery.treaties.hague.force import ACT_OF_1999, PARTY
from chancery.treaties.hague.parties import party
from chancery.treaties.kernel.rule import At, Found, rule

CLAIMS = {
    "US": ("the ornamental design for", "as shown"),
    "VN": ("overall protection for industrial design", "as shown and described"),
}
"""Words that the prescribed claim of a party holds (Rule 11(3)). From memory."""

CREATORS = ("US",)
"""Parties whose law asks that the application be made in the name of the creator (Rule 8). From memory."""

VIEWS = ("CN", "KR", "VN")
"""Parties that declared that they ask for certain views (Rule 9(3)). From memory; which views is not known."""

SIX = 6
"""More views than six of a three-dimensional design, or one of a two-dimensional one, no party may ask for."""

UNITY = ("BR", "CN", "EE", "JP", "KG", "KR", "MX", "RO", "RU", "SY", "TJ", "US", "VN")
"""Parties that declared a requirement of unity of design (Art. 13(1)). From memory."""

DOCUMENTED = ("CN", "JP", "KR")
"""Parties that ask for documents on priority and on an exception to lack of novelty. From memory."""


def _designated(application: Application, asks: Callable[[str], bool]) -> Iterator[tuple[int, Designation]]:
    return ((place, each) for place, each in enumerate(application.designations) if asks(each.party))


def _declares(content: str) -> Callable[[str], bool]:
    def asks(code: str) -> bool:
        found = party(code)
        return found is not None and content in found.contents

    return asks


@rule("Hague Art. 5(2)(b)(i)", since=ACT_OF_1999, invites=PARTY)
def names_the_creator_where_it_is_asked(application: Application) -> Found:
    """Where a designated party asks for the identity of the creator, every creator is named."""
    for _, each in _designated(application, _declares("creator")):
        if not _names_creators(application):
            yield At("creators", f"{each.party} asks for it.")


@rule("Hague Rule 8(1)", since=ACT_OF_1999, invites=PARTY, confidence="unverified")
def names_the_creator_as_the_law_of_the_party_wants(application: Application) -> Found:
    """Where the law of a designated party wants the application in the name of the creator, the creator is named."""
    for _, each in _designated(application, CREATORS.__contains__):
        if not _names_creators(application):
            yield At("creators", f"{each.party} asks for it.")


def _names_creators(application: Application) -> bool:
    return bool(application.creators) and all(one.name.strip() for one in application.creators)


@rule("Hague Art. 5(2)(b)(ii)", since=ACT_OF_1999, invites=PARTY)
def describes_where_it_is_asked(application: Application) -> Found:
    """Where a designated party asks for a description, every design has a brief one."""
    for _, each in _designated(application, _declares("description")):
        for place, design in enumerate(application.shown):
            if not design.description.strip():
                yield At(f"shown.{place}.description", f"{each.party} asks for it.")


@rule("Hague Art. 5(2)(b)(iii)", since=ACT_OF_1999, invites=PARTY)
def claims_where_it_is_asked(application: Application) -> Found:
    """Where a designated party asks for a claim, there is one for it."""
    for place, each in _designated(application, _declares("claim")):
        if not each.claim.strip():
            yield At(f"designations.{place}.claim", f"{each.party} asks for it.")


@rule("Hague Rule 11(3)", since=ACT_OF_1999, invites=PARTY, confidence="unverified")
def claims_in_the_words_that_are_prescribed(application: Application) -> Found:
    """A claim is made in the words that the party has prescribed."""
    for place, each in _designated(application, CLAIMS.__contains__):
        said = " ".join(each.claim.lower().split())
        missing = [words for words in CLAIMS[each.party] if words not in said]
        if said and missing:
            yield At(f"designations.{place}.claim", f"Expected: “{missing[0]}”.")


@rule("Hague Rule 9(3)", since=ACT_OF_1999, severity="hint", confidence="unverified")
def shows_the_views_that_may_be_asked(application: Application) -> Found:
    """Of a three-dimensional design some parties ask for certain views, six at most; fewer may be refused there."""
    asking = ", ".join(each.party for _, each in _designated(application, VIEWS.__contains__))
    for place, design in enumerate(application.shown):
        if asking and design.dimensions == "three" and len(design.views) < SIX:
            yield At(f"shown.{place}.views", f"Found: {len(design.views)}; designated: {asking}.")


@rule("Hague Art. 13(1)", since=ACT_OF_1999, severity="hint", confidence="unverified")
def may_have_to_be_divided(application: Application) -> Found:
    """Some parties protect one design, or one concept, in a registration; they may refuse until it is divided."""
    asking = ", ".join(each.party for _, each in _designated(application, UNITY.__contains__))
    if asking and max(application.designs, len(application.shown)) > 1:
        yield At("designations", f"Designated: {asking}.")


def _lacks(each: Designation, annex: Annex) -> bool:
    return annex not in each.annexes


@rule("Hague Rule 8(1)", since=ACT_OF_1999, invites=PARTY, confidence="unverified")
def encloses_the_oath_of_the_inventor(application: Application) -> Found:
    """The United States of America want the oath or declaration of the inventor (DM/1, Annex I)."""
    for place, each in _designated(application, CREATORS.__contains__):
        if _lacks(each, "I"):
            yield f"designations.{place}.annexes"


@rule("Hague Rule 12(1)", since=ACT_OF_1999, invites=PARTY, confidence="practice")
def certifies_that_it_is_a_micro_entity(application: Application) -> Found:
    """The fee of a micro entity is paid with a certification of that status (DM/1, Annex IV)."""
    for place, each in enumerate(application.designations):
        if each.category == "micro" and _lacks(each, "IV"):
            yield f"designations.{place}.annexes"


@rule("Hague Rule 7(5)", since=ACT_OF_1999, severity="hint", confidence="unverified")
def encloses_the_documents_of_an_exception(application: Application) -> Found:
    """China, Japan and the Republic of Korea want documents on a disclosure to be disregarded (DM/1, Annex II)."""
    for place, each in _designated(application, DOCUMENTED.__contains__):
        if each.novelty_exception and _lacks(each, "II"):
            yield f"designations.{place}.annexes"


@rule("Hague Rule 7(5)", since=ACT_OF_1999, severity="hint", confidence="unverified")
def encloses_the_documents_of_priority(application: Application) -> Found:
    """China, Japan and the Republic of Korea want documents on the priority that is claimed (DM/1, Annex V)."""
    for place, each in _designated(application, DOCUMENTED.__contains__):
        if application.priorities and _lacks(each, "V"):
            yield f"designations.{place}.annexes"
