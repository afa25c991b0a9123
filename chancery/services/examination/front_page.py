"""The front page of a publication: bibliographic facts under their INID codes (WIPO Standard ST.9), nothing else."""

from collections.abc import Iterator
from datetime import UTC, datetime, time
from pathlib import Path

from django.conf import settings

from chancery.records.documents import actions as documents
from chancery.records.register.queries import Right
from chancery.services.examination.models import Appearance
from chancery.treaties import pct
from chancery.treaties.pct.states import designated

TEMPLATE = Path(__file__).parent / "typst" / "front_page.typ"
Row = tuple[str, str, list[str]]
"""INID code, its meaning, the lines."""

PUBLISHED = {
    "A1": "with international search report (Art. 21(3))",
    "A2": "without international search report; to be republished upon its receipt (Rule 48.2(g))",
    "A3": "later publication of the international search report, with a revised front page",
    "A4": "later publication of amended claims (Art. 19), with a revised front page",
    "A8": "corrected version, with respect to bibliographic data",
    "A9": "corrected version of the application or the search report",
}
DECLARED = "with declaration under Article 17(2)(a)"


def typeset(right: Right, appeared: Appearance) -> bytes:
    """The front page as PDF, in English as the Bureau gives it; the title stands in the language of filing."""
    data = {
        "office": settings.OFFICE_NAME,
        "demo": settings.DEMO,
        "number": appeared.publication_number,
        "kind": appeared.kind_code,
        "day": appeared.published_on.isoformat(),
        "rows": [list(row) for row in rows(right, appeared)],
        "published": _published(right, appeared.kind_code),
    }
    midnight = datetime.combine(appeared.published_on, time(), tzinfo=UTC)
    return documents.typeset(TEMPLATE, data, at=midnight)


def rows(right: Right, appeared: Appearance) -> Iterator[Row]:
    """The facts in the order of their codes; a code about which nothing is known is left out."""
    application = right.application
    language = application.language
    yield "21", "International application number", [right.number]
    yield "22", "International filing date", [right.filing_date.isoformat() if right.filing_date else ""]
    yield "25", "Filing language", [language]
    yield "26", "Publication language", [language]
    yield from _row("30", "Priority data", [_priority(one) for one in application.priority_claims if not one.ceased_on])
    yield from _row("51", "International patent classification", appeared.symbols.split(", "))
    yield "54", "Title", [application.title or "–"]
    yield from _row("71", "Applicant", [_party(one) for one in application.applicants])
    yield from _row("72", "Inventor", [_party(one) for one in application.parties if one.inventor])
    yield from _row("74", "Agent", [_named(one.name, one.address, one.country) for one in application.agents])
    yield from _row("81", "Designated States", [_designated(right)])
    report = right.search
    if report and not report.declined and appeared.kind_code == "A3":
        yield "88", "Publication of the search report", [appeared.published_on.isoformat()]


def _row(code: str, meaning: str, lines: list[str]) -> Iterator[Row]:
    told = [line for line in lines if line]
    if told:
        yield code, meaning, told


def _priority(claim: pct.PriorityClaim) -> str:
    day = claim.filed_on.isoformat() if claim.filed_on else ""
    return ", ".join(part for part in (claim.number, day, claim.office) if part)


def _party(party: pct.Party) -> str:
    return _named(party.name, party.address, party.country)


def _named(name: str, address: str, country: str) -> str:
    """``OKAFOR, Ada; 1 Rue du Lac, 1201 Geneva (CH)``."""
    where = "; ".join(part for part in (name, ", ".join(address.split("\n"))) if part)
    return f"{where} ({country})" if country else where


def _designated(right: Right) -> str:
    """Every State bound on the filing date, but those excluded or withdrawn (Rule 4.9, 90bis.2)."""
    if right.filing_date is None:
        return ""
    gone = set(right.designations_withdrawn)
    states = designated(right.filing_date, excluded=right.application.designations_excluded)
    return ", ".join(state for state in states if state not in gone)


def _published(right: Right, kind_code: str) -> list[str]:
    declared = kind_code == "A2" and right.search is not None and bool(right.search.declined)
    lines = [DECLARED if declared else PUBLISHED.get(kind_code, "")]
    if right.withdrawn_on:
        lines.append(f"withdrawn on {right.withdrawn_on}, after the technical preparations were completed")
    return [line for line in lines if line]
