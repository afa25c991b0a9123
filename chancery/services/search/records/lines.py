"""What a record says, line by line, under the INID codes of its kind: ST.9 for patents, ST.60 for marks, ST.80 for
designs. Appellations, indications and decisions have none.

https://www.wipo.int/export/sites/www/standards/en/pdf/03-09-01.pdf
https://www.wipo.int/export/sites/www/standards/en/pdf/03-60-01.pdf
https://www.wipo.int/export/sites/www/standards/en/pdf/03-80-01.pdf

Where a record does not tell which of several codes is meant, the code of the whole category stands: (40), (400), (730).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any, Literal

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from chancery.finder import Document
from chancery.services.search import naming, words
from chancery.services.search.records import citing
from chancery.treaties.pct import states

Form = Literal["text", "number", "date", "class", "place", "language", "state", "kind", "feature", "entry"]


@dataclass(frozen=True, slots=True)
class Line:
    """One datum. ``key`` names it whatever the record; ``code`` is its INID code, or empty; ``form`` says what the
    values are; ``field`` finds other records with the same value, where that can be asked. ``notes`` says of each
    value that is a code what it means, in the reader's language.
    """

    key: str
    label: str | Promise
    values: tuple[str, ...]
    code: str = ""
    form: Form = "text"
    field: str = ""
    notes: tuple[str, ...] = ()

    @property
    def told(self) -> list[tuple[str, str]]:
        """Each value with what it means, empty where it means what it says."""
        return list(zip_longest(self.values, self.notes, fillvalue=""))


PATENTS: Mapping[str, str] = {
    "number": "11",
    "kind": "13",
    "office": "19",
    "application": "21",
    "filed": "22",
    "priorities": "30",
    "priority": "32",
    "ipc": "51",
    "cpc": "52",
    "title": "54",
    "cited": "56",
    "names": "71",
    "inventor": "72",
    "agent": "74",
    "designated": "81",
    "regional": "84",
}
MARKS: Mapping[str, str] = {
    "registered": "151",
    "expires": "180",
    "office": "190",
    "application": "210",
    "filed": "220",
    "languages": "270",
    "priorities": "300",
    "priority": "320",
    "seniorities": "350",
    "nice": "511",
    "vienna": "531",
    "title": "540",
    "feature": "550",
    "agent": "740",
    "party": "832",
}
DESIGNS: Mapping[str, str] = {
    "number": "11",
    "registered": "15",
    "expires": "18",
    "office": "19",
    "application": "21",
    "filed": "22",
    "priorities": "30",
    "priority": "32",
    "locarno": "51",
    "title": "54",
    "inventor": "72",
    "names": "73",
    "agent": "74",
    "party": "81",
}
TITLES: Mapping[str, str | Promise] = {
    "marks": _("Mark"),
    "designs": _("Product"),
    "indications": _("Denomination"),
    "decisions": _("Domain name"),
}
"""What the title of a record is in its field; elsewhere it is a title."""
PEOPLE: Mapping[str, Mapping[str, str | Promise]] = {
    "inventor": {"patents": _("Inventor"), "designs": _("Creator")},
    "agent": {"patents": _("Agent"), "designs": _("Representative"), "marks": _("Representative")},
}
"""What people are called in the field of a record."""
CODED: Mapping[str, Form] = {"languages": "language", "seniorities": "place", "countries": "place"}
"""What of the source is a list of codes."""

_AVAILABLE = {"A": "43", "B": "45", "C": "45"}
"""By the letter of the kind code: printed before a grant, or with it. In the United States, A was a grant to 2001."""


def lines(one: Document, language: str = "en") -> list[Line]:
    """What is known, in the order of the codes; what has none comes after. The title comes in ``language``, where
    it has one in it; in the others it stands in a line of its own.
    """
    codes = _codes(one)
    found = [_coded(line, codes, one) for line in _lines(one, language) if any(line.values)]
    return sorted(found, key=lambda line: (not line.code, line.code.ljust(3, "0")))


def _coded(line: Line, codes: Mapping[str, str], one: Document) -> Line:
    code = codes.get("title" if line.key == "titles" else line.key, "")
    values = tuple(filter(None, line.values))
    notes = tuple(_note(line, value, one) for value in values)
    return Line(line.key, line.label, values, code, line.form, line.field, notes if any(notes) else ())


def _note(line: Line, value: str, one: Document) -> str:
    """What a value that is a code means."""
    match line.form:
        case "place" | "entry":
            code = value.partition(" ")[0]
            return naming.party(code) if line.key == "party" else naming.place(code)
        case "language":
            return naming.language(value)
        case "class":
            return naming.heading(line.key, value)
        case "kind":
            return words.told_kind(value, one.office, one.dates.get("published"))
        case "feature":
            return words.feature(value)
    return ""


def _codes(one: Document) -> Mapping[str, str]:
    registered = "registered" in one.dates
    if one.collection == "patents":
        letter = "" if one.office == "US" else one.kind[:1]
        return {**PATENTS, "published": _AVAILABLE.get(letter, "40")}
    if one.collection == "marks":
        published = "450" if one.facts.get("registration") else "400"
        return {
            **MARKS,
            "number": "111" if registered else "210",
            "published": published,
            "names": "732" if registered else "730",
        }
    if one.collection == "designs":
        after = registered and one.dates["registered"] <= one.dates.get("published", one.dates["registered"])
        return {**DESIGNS, "published": "45" if after else "40"}
    return {}


def _lines(one: Document, language: str) -> Iterator[Line]:
    yield Line("number", _("Number"), (one.number,), form="number")
    title = one.title(language)
    others = tuple(f"{code} {text}".strip() for code, text in one.titles.items() if text != title)
    yield Line("title", TITLES.get(one.collection, _("Title")), (title,))
    yield Line("titles", _("In other languages"), others)
    yield Line("names", _called(one), one.names, field="name")
    for role, called in PEOPLE.items():
        yield Line(role, called.get(one.collection, ""), one.people.get(role, ()), field=role)
    yield Line("office", _("Office"), (one.office,), form="place", field="office")
    yield Line("country", _("Country"), (one.country,), form="place", field="country")
    kind = _("Policy") if one.collection == "decisions" else _("Kind")
    yield Line("kind", kind, (one.kind,), form="kind", field="kind")
    yield Line("status", words.facet("status", one.collection), (one.status,), form="state")
    applications = (number for number in one.numbered.get("application", ()) if number != one.number)
    yield Line("application", _("Application number"), tuple(applications), form="number")
    yield Line("priorities", _("Priority"), _priorities(one), form="number")
    for name, label in words.DATES.items():
        if name in one.dates:
            yield Line(name, label, (one.dates[name].isoformat(),), form="date")
    for scheme, symbols in one.classes.items():
        yield Line(scheme, words.SCHEMES[scheme], tuple(symbols), form="class", field=scheme)
    yield Line("cited", _("Documents cited"), tuple(cited.document for cited in citing.cited(one)))
    yield from _of_application(one) if one.collection == "patents" else _parties(one)
    yield from _more(one, one.facts.get("more", {}))


def _parties(one: Document) -> Iterator[Line]:
    yield Line("party", _("Parties"), one.codes.get("party", ()), form="place", field="party")


def _of_application(one: Document) -> Iterator[Line]:
    """Where an international application goes, and what has become of it."""
    designated = one.codes.get("party", ())
    regional = tuple(code for code in designated if code in naming.ORGANIZATIONS)
    national = tuple(code for code in designated if code not in regional and states.states()[code].national_route)
    yield Line("designated", _("Designated States (national)"), national, form="number", field="party")
    yield Line("regional", _("Designated States (regional)"), regional, form="place", field="party")
    searcher = one.codes.get("searcher", ())
    yield Line("searcher", _("International Searching Authority"), searcher, form="place", field="searcher")
    if "yes" in one.codes.get("licensing", ()):
        yield Line("licensing", _("Licensing"), (gettext("The applicant is ready to license."),))
    entries = tuple(words.in_words(each) for each in one.facts.get("national", ()))
    yield Line("national", _("National phase"), entries, form="entry")


def _called(one: Document) -> str | Promise:
    """What the names of a record are in its field: parties, or, of an imported indication and a decision, words."""
    own = bool(one.facts.get("registration"))
    if one.collection in ("marks", "designs"):
        return _("Holder") if own or "registered" in one.dates else _("Applicant")
    if one.collection == "indications":
        return _("Beneficiaries") if own else _("Forms of the name")
    return _("Complainant’s mark") if one.collection == "decisions" else _("Applicant")


def _priorities(one: Document) -> tuple[str, ...]:
    told = one.facts.get("more", {}).get("priorities", ())
    return tuple(words.in_words(claim) for claim in told) or tuple(one.numbered.get("priority", ()))


def _more(one: Document, more: Mapping[str, Any]) -> Iterator[Line]:
    """What only the source tells, but for what the title says already; a feature the office's own registrations have
    too.
    """
    for name, label in words.MORE.items():
        if name == "feature":
            yield Line(name, label, one.codes.get(name, ()), form="feature", field="feature")
        elif name in CODED:
            yield Line(name, label, tuple(more.get(name, ())), form=CODED[name])
        elif (told := _of_source(name, more)) != one.title():
            yield Line("status.source" if name == "status" else name, label, (told,))


def _of_source(name: str, more: Mapping[str, Any]) -> str:
    return words.in_words(more[name]) if name in more and name not in ("application", "priorities") else ""
