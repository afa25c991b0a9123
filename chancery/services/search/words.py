"""The names of collections, fields and states, translated."""

from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chancery.services.search import naming

COLLECTIONS = {
    "patents": _("Patents"),
    "marks": _("Marks"),
    "designs": _("Designs"),
    "indications": _("Appellations and indications"),
    "decisions": _("Domain-name decisions"),
    "laws": _("Laws"),
}
FACETS = {
    "collection": _("Collection"),
    "office": _("Office"),
    "year": _("Year"),
    "class": _("Class"),
    "status": _("Status"),
    "kind": _("Kind"),
    "country": _("Country"),
    "name": _("Name"),
    "family": _("Family"),
}
FACETS_OF_LAWS = {"class": _("Treaty"), "status": _("How sure"), "kind": _("Kind of provision")}
SORTS = {
    "relevance": _("Relevance"),
    "newest": _("Newest first"),
    "oldest": _("Oldest first"),
    "number": _("Number"),
    "title": _("Title"),
}
VIEWS = {"list": _("List"), "table": _("Table"), "images": _("Images")}
PRINCIPAL_DATE = _("Any principal date")
DATES = {
    "priority": _("Priority date"),
    "filed": _("Filed"),
    "published": _("Published"),
    "registered": _("Registered"),
    "decided": _("Decided"),
    "expires": _("Expires"),
}
ANY_DATES = {"date": PRINCIPAL_DATE, **DATES, "entered": _("National phase entered")}
SCHEMES = {
    "ipc": _("International Patent Classification"),
    "cpc": _("Cooperative Patent Classification"),
    "nice": _("Nice classes"),
    "locarno": _("Locarno classes"),
    "vienna": _("Vienna codes"),
    "product": _("Product"),
    "treaty": _("Treaty"),
}
TREATIES = {"pct": "PCT", "madrid": _("Madrid"), "hague": _("Hague"), "lisbon": _("Lisbon")}
INSTRUMENTS = {
    "treaty": _("Treaty"),
    "protocol": _("Protocol"),
    "geneva act": _("Geneva Act"),
    "agreement": _("Agreement"),
    "regulations": _("Regulations"),
    "administrative instructions": _("Administrative Instructions"),
    "schedule of fees": _("Schedule of Fees"),
    "receiving office guidelines": _("Receiving Office Guidelines"),
    "forms": _("Forms"),
}
STATUSES = {
    "filed": ("info", _("Filed")),
    "examined": ("info", _("Examined")),
    "published": ("info", _("Published")),
    "opposed": ("warn", _("Opposed")),
    "appealed": ("warn", _("Under appeal")),
    "registered": ("good", _("Registered")),
    "granted": ("good", _("Granted")),
    "challenged": ("warn", _("Challenged")),
    "refused": ("bad", _("Refused")),
    "withdrawn": ("idle", _("Withdrawn")),
    "lapsed": ("idle", _("Lapsed")),
    "decided": ("info", _("Decided")),
    "rule": ("good", _("From the text")),
    "practice": ("info", _("Practice")),
    "unverified": ("warn", _("Unverified")),
}
KINDS = {
    "individual": _("Individual mark"),
    "collective": _("Collective mark"),
    "certification": _("Certification mark"),
    "AO": _("Appellation of origin"),
    "GI": _("Geographical indication"),
    "PDO": _("Protected designation of origin"),
    "PGI": _("Protected geographical indication"),
    "TSG": _("Traditional speciality guaranteed"),
    "UDRP": _("Uniform Domain Name Dispute Resolution Policy"),
    "article": _("Article"),
    "rule": _("Rule"),
    "instruction": _("Administrative instruction"),
    "schedule": _("Schedule of Fees"),
    "guideline": _("Guideline"),
    "form": _("Form"),
}
FEATURES = {
    "word": _("Word mark"),
    "figurative": _("Figurative mark"),
    "three-dimensional": _("Three-dimensional mark"),
    "3-d": _("Three-dimensional mark"),
    "colour": _("Mark of colours alone"),
    "sound": _("Sound mark"),
    "motion": _("Motion mark"),
    "multimedia": _("Multimedia mark"),
    "hologram": _("Hologram mark"),
    "position": _("Position mark"),
    "pattern": _("Pattern mark"),
}
"""In what a mark consists, by the words of the sources in small letters."""
MORE = {
    "application": _("Application number"),
    "priorities": _("Priorities"),
    "feature": _("Feature of the mark"),
    "languages": _("Languages"),
    "oppositions": _("Oppositions"),
    "seniorities": _("Seniorities"),
    "verbal": _("Verbal element"),
    "deferred": _("Publication deferred"),
    "countries": _("Countries"),
    "register": _("Register"),
    "instrument": _("Legal instrument"),
    "amendment": _("Amendment"),
    "provider": _("Provider"),
    "domains": _("Domain names"),
    "status": _("Status in the source"),
    "text": _("Text"),
    "within": _("Part of"),
    "parts": _("Its parts"),
}


def in_words(value: Any) -> str:
    """A fact of the source as one line: lists with commas, a priority as office, number and date."""
    if isinstance(value, dict):
        return " ".join(str(value[part]) for part in ("office", "number", "date") if value.get(part))
    if isinstance(value, list | tuple):
        return ", ".join(in_words(one) for one in value)
    if isinstance(value, bool):
        return str(_("yes") if value else _("no"))
    return str(value)


def facet(name: str, collection: str = "") -> str | Promise:
    """What a facet is called in a collection."""
    return FACETS_OF_LAWS.get(name, FACETS[name]) if collection == "laws" else FACETS[name]


def facet_value(facet: str, value: str, office: str = "") -> str:
    """A facet's value as a person reads it, its code beside it; ``office`` is the one whose records all are."""
    if facet == "collection":
        return str(COLLECTIONS.get(value, value))
    if facet == "status":
        return str(STATUSES[value][1]) if value in STATUSES else value
    if facet == "class":
        return class_value(value)
    if facet == "kind":
        return kind(value, office)
    if facet in ("office", "country"):
        return naming.with_code(value, naming.place(value))
    return value


def facet_note(facet: str, value: str) -> str:
    """What explains a value further: the title of a class, as far as its first semicolon."""
    return naming.heading(*value.partition(":")[::2]).partition(";")[0] if facet == "class" else ""


def kind(value: str, office: str = "", published: date | None = None) -> str:
    """A kind of right or of document in words, its letters beside them where it is known by these."""
    told = told_kind(value, office, published)
    return told if told and value.islower() else naming.with_code(value, told)


def told_kind(value: str, office: str = "", published: date | None = None) -> str:
    """The same without its letters; ``""`` where they are not known here."""
    return str(KINDS.get(value, "")) or naming.document(value, office, published)


def feature(value: str) -> str:
    """In what a mark consists; ``""`` for a feature that is not known here."""
    return str(FEATURES.get(value.casefold(), ""))


def class_value(value: str) -> str:
    """As people write it: "ipc:G06F" is IPC G06F."""
    name, _sep, symbol = value.partition(":")
    if name == "treaty":
        return instrument(symbol)
    if name == "product":
        return naming.goods(symbol)
    return f"{scheme(name)} {symbol}".strip()


def scheme(name: str) -> str:
    """The short name of a classification as it stands before a symbol; goods of an indication and laws need none."""
    return {"ipc": "IPC", "cpc": "CPC", "product": "", "treaty": ""}.get(name, name.capitalize())


def instrument(symbol: str) -> str:
    """A treaty, or one of its instruments: ``pct regulations`` is "PCT: Regulations"."""
    treaty, _space, rest = symbol.lower().partition(" ")
    told = (TREATIES.get(treaty, treaty), INSTRUMENTS.get(rest, rest))
    return ": ".join(str(one) for one in told if one)


FORMATS = {"csv": "CSV", "ndjson": "NDJSON", "parquet": "Parquet"}
CITED_BY = {"examiner": _("Examiner"), "applicant": _("Applicant")}
"""Who brought a document up, where an Office says so."""
EXPORTS = {
    "csv": _("CSV, for spreadsheets"),
    "ndjson": _("NDJSON: one JSON object a line"),
    "parquet": _("Parquet, for analysis"),
}
EXPORTED = {
    "collection": _("Collection"),
    "number": _("Number"),
    "kind": _("Kind"),
    "title": _("Title"),
    "names": _("Names"),
    "inventors": _("Inventors"),
    "agents": _("Agents"),
    "classes": _("Classes"),
    "date": _("Date"),
    "status": _("Status"),
    "office": _("Office"),
    "country": _("Country"),
    "application": _("Application numbers"),
    "priority": _("Priority numbers"),
    "registration": _("Registration numbers"),
    "cited": _("Documents cited"),
    "family": _("Family"),
    "key": _("Key"),
    "text": _("Text"),
}
