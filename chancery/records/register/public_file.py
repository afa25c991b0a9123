"""The public file of an application: its bibliographic data under the INID codes of WIPO Standard ST.9.

https://www.wipo.int/export/sites/www/standards/en/pdf/03-09-01.pdf
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chancery.records.register.right import Right
from chancery.treaties.pct import offices, states


@dataclass(frozen=True)
class Line:
    """One datum. ``inid`` is its code; ``days`` are shown as dates after the words."""

    inid: str
    label: str | Promise
    words: str
    day: date | None = None
    cites: str = ""


def lines(right: Right) -> list[Line]:
    """The data that are known, in the order of the codes."""
    return sorted(
        [*_numbers(right), *_priorities(right), *_content(right), *_people(right), *_states(right)], key=_code
    )


def _code(line: Line) -> str:
    return line.inid


def _numbers(right: Right) -> Iterator[Line]:
    for one in right.publications:
        inid = "10" if one is right.publication else "15"
        yield Line(inid, _("Publication number"), f"{one.number} {one.kind_code}", one.on)
    yield Line("21", _("Application number"), right.number)
    if right.filing_date:
        yield Line("22", _("International filing date"), "", right.filing_date, right.filing_date_cites)
    if right.publication:
        yield Line("43", _("Published"), "", right.publication.on)
    later = [one for one in right.publications[1:] if one.kind_code == "A3"]
    if later:
        yield Line("88", _("Search report published"), "", later[0].on)


def _priorities(right: Right) -> Iterator[Line]:
    for claim in right.application.priority_claims:
        if claim.ceased_on is None:
            yield Line("30", _("Priority"), f"{claim.office} {claim.number}".strip(), claim.filed_on)


def _content(right: Right) -> Iterator[Line]:
    application = right.application
    if application.language:
        yield Line("25", _("Filing language"), application.language)
        if right.publication and application.language in offices.PUBLICATION_LANGUAGES:  # Rule 48.3(a)
            yield Line("26", _("Publication language"), application.language)
    symbols = list(dict.fromkeys(symbol for search in right.searches for symbol in search.classifications))
    if symbols:
        yield Line("51", _("International Patent Classification"), ", ".join(symbols))
    if application.title:
        yield Line("54", _("Title"), application.title)


def _people(right: Right) -> Iterator[Line]:
    for party in right.application.parties:
        inid, label = _as(applicant=party.applicant, inventor=party.inventor)
        yield Line(inid, label, f"{party.name} ({party.country})" if party.country else party.name)
    for agent in right.application.agents:
        yield Line("74", _("Agent"), agent.name)


def _as(*, applicant: bool, inventor: bool) -> tuple[str, str | Promise]:
    if applicant and inventor:
        return "75", _("Applicant and inventor")
    return ("71", _("Applicant")) if applicant else ("72", _("Inventor"))


def _states(right: Right) -> Iterator[Line]:
    if right.filing_date is None or right.ended:
        return
    open_to = [code for code in right.designated if states.states()[code].national_route]
    yield Line("81", _("Designated States (national)"), " ".join(open_to))
    if regional := right.regional_offices:
        yield Line("84", _("Designated States (regional)"), " ".join(regional))


def with_address(name: str, address: str, country: str = "") -> str:
    """``Haddad, Amina; 1 Rue du Lac, 1201 Geneva (CH)``."""
    where = "; ".join(part for part in (name, ", ".join(address.splitlines())) if part)
    return f"{where} ({country})" if country else where
