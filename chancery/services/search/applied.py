"""What of a published international application goes where in a search document, beside what stands in its title.

Nothing that the register does not show to anyone: its bibliographic data and its files (PCT Art. 21, Rule 48.2), the
search reports, observations that were admitted, and what Offices report of their national phases (Rule 95). The demand
and the report of preliminary examination stay with Offices and applicant (Art. 38), and so does who observed.
"""

import re
from collections.abc import Iterable
from datetime import date

from chancery.finder.document import PARTS
from chancery.records.documents import queries as documents
from chancery.records.register.queries import Right

Codes = tuple[str, ...]

_HEADING = re.compile(
    r"(?i:abstract|abr[ée]g[ée]|zusammenfassung|resumen|resumo|реферат|要約書?|摘要|요약서?)[\s:.]+"
    r"(?=[A-ZÀ-ÞА-Я\u3000-\ud7ff])"  # a sentence begins: what is abstract itself goes on in small letters
)
"""What stands over an abstract, in the languages of publication."""


def classes_of(right: Right) -> dict[str, Codes]:
    """The symbols that the search reports give (Rule 43.3), those of the first report first."""
    symbols = _each(symbol for search in right.searches for symbol in search.classifications)
    return {"ipc": symbols} if symbols else {}


def people_of(right: Right) -> dict[str, Codes]:
    """Inventors, also those who are applicants, and agents or common representatives."""
    application = right.application
    people = {
        "inventor": _each(one.name for one in application.parties if one.inventor),
        "agent": _each(agent.name for agent in application.agents),
    }
    return {role: names for role, names in people.items() if names}


def abstract_of(right: Right) -> str:
    """The abstract without its heading; nothing where it is only a picture."""
    return _without_heading(_read(right, "abstract"))


def _without_heading(text: str) -> str:
    found = _HEADING.match(text)
    return text[found.end() :] if found else text


def parts_of(right: Right) -> dict[str, str]:
    """Claims and description as they can be read in the files that are published (Rule 48.2(a)(ii), (iii))."""
    return {part: text for part in PARTS if (text := _read(right, part))}


def _read(right: Right, kind: str) -> str:
    """What was filed by mistake is not read (Rule 20.5bis)."""
    mistaken = {part.sha256 for part in right.application.parts if part.late == "erroneous"}
    files = (one["sha256"] for one in right.documents if one["kind"] == kind and one["sha256"] not in mistaken)
    return " ".join(filter(None, map(documents.running_text, files)))


def codes_of(right: Right) -> dict[str, Codes]:
    """Further facts of one word each; those that are not known are left out."""
    application, search = right.application, right.search
    codes = {
        "language": (application.language,),
        "priority_country": _each(claim.office for claim in application.priority_claims),
        "nationality": _each(one.nationality for one in application.applicants),
        "residence": _each(one.residence for one in application.applicants),
        "inventor_country": _each(one.country for one in application.parties if one.inventor),
        "party": (*right.designated, *right.regional_offices),
        "searcher": (search.authority,) if search else (),
        "search_report": (_established(search.declined),) if search else (),
        "supplementary_report": _supplementary(right),
        "observations": (_said(any(one.admitted for one in right.observations)),),
        "licensing": (_said(right.licensing is not None),),
        "national_office": _each(step.office for step in right.national if step.what != "not entered"),
    }
    return {name: values for name, values in codes.items() if any(values)}


def entered(right: Right) -> tuple[dict[str, str], ...]:
    """The entries into national phases: Office, number where it is known, and day."""
    return tuple(
        {"office": step.office, "number": step.number, "date": step.on.isoformat()}
        for step in right.national
        if step.what == "entered"
    )


def days_of(right: Right) -> dict[str, tuple[date, ...]]:
    """The dates of which there may be several."""
    days = tuple(sorted({step.on for step in right.national if step.what == "entered"}))
    return {"entered": days} if days else {}


def national_numbers(right: Right) -> Codes:
    """The numbers that designated Offices have given, each with its Office."""
    return _each(f"{step.office} {step.number}" for step in right.national if step.number)


def _supplementary(right: Right) -> Codes:
    """What the supplementary searches came to; ``none`` where there is none."""
    return _each(_established(one.declined) for one in right.searches if one.supplementary) or ("none",)


def _established(declined: str) -> str:
    return "declaration" if declined else "report"


def _said(is_so: bool) -> str:
    return "yes" if is_so else "no"


def _each(values: Iterable[str]) -> Codes:
    """Each value once, in the order in which it comes first; nothing for an empty one."""
    return tuple(dict.fromkeys(filter(None, values)))
