"""What the codes of a record mean, in the reader's language: Offices, States, languages, kinds of documents, classes.

Wherever a name is known the code stands beside it.
"""

from collections.abc import Mapping
from datetime import date
from functools import cache, lru_cache

from babel import Locale, UnknownLocaleError
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chancery.core.saying import said
from chancery.finder import Everything, QueryError
from chancery.finder.classes import levels
from chancery.services.search import queries
from chancery.treaties import ipc, locarno, nice, vienna
from chancery.treaties.pct.offices import name_of, names

ORGANIZATIONS: Mapping[str, Promise] = {
    "AP": _("African Regional Intellectual Property Organization"),
    "BX": _("Benelux Office for Intellectual Property"),
    "EA": _("Eurasian Patent Office"),
    "EM": _("European Union Intellectual Property Office"),
    "EP": _("European Patent Office"),
    "GC": _("Gulf Cooperation Council Patent Office"),
    "IB": _("International Bureau"),
    "OA": _("African Intellectual Property Organization"),
    "WO": _("World Intellectual Property Organization"),
}
"""Organizations that act as an Office, by their codes of WIPO Standard ST.3; a State has the name of its territory."""

BENELUX, UNION = _("Benelux"), "EU"
"""Organizations that have one name as a party to a treaty and another as an Office."""

_APPLICATION, _GRANT = _("Application published"), _("Patent granted")
DOCUMENTS: Mapping[str, Mapping[str, Promise]] = {
    "US": {
        "A1": _APPLICATION,
        "A2": _("Application published again"),
        "A9": _("Application published, corrected"),
        "B1": _("Patent granted, its application not published before"),
        "B2": _("Patent granted, its application published before"),
        "E": _("Patent reissued"),
        "E1": _("Patent reissued"),
        "H": _("Statutory invention registration"),
        "P1": _("Plant patent application published"),
        "P2": _("Plant patent granted, its application not published before"),
        "P3": _("Plant patent granted, its application published before"),
        "S": _("Design patent"),
        "S1": _("Design patent"),
    },
    "EP": {
        "A1": _("Application published with the search report"),
        "A2": _("Application published without the search report"),
        "A3": _("Search report published later"),
        "A8": _("First page of the application corrected"),
        "A9": _("Application published, corrected"),
        "B1": _GRANT,
        "B2": _("Patent granted, amended"),
        "B8": _("First page of the patent corrected"),
        "B9": _("Patent granted, corrected"),
    },
    "WO": {
        "A1": _("Application published with the search report"),
        "A2": _("Application published without the search report"),
        "A3": _("Search report published later"),
        "A4": _("Amended claims or a statement published later"),
        "A8": _("First page of the application corrected"),
        "A9": _("Application or search report published, corrected"),
    },
}
"""By Office, what its kind codes (WIPO Standard ST.16) say today. The sources, each as it was read in 2026:

- US: "Patent Document Kind Codes" of the United States Office; that E and S are written E1 and S1 too is how the
  records here have them;
- EP: the table of the European Patent Office in its documentation of BISSAP 1.1;
- WO: https://www.wipo.int/patentscope/en/data/kind_codes.html.
"""
SINCE: Mapping[str, date] = {"US": date(2001, 1, 2), "WO": date(2009, 1, 1)}
"""The first day of publication for which they say so, where they tell one: B1 was another thing before."""

LETTERS = 2
_CLASSIFICATIONS = {"nice": nice.classification, "locarno": locarno.classification, "vienna": vienna.classification}


def place(code: str) -> str:
    """An Office, an organization or a State by its code; ``""`` for a code that is none."""
    if code in ORGANIZATIONS:
        return str(ORGANIZATIONS[code])
    known = name_of(code)
    return _locale().territories.get(code, known) if known != code else ""


def places() -> dict[str, str]:
    """All of them by their codes."""
    return {code: place(code) for code in (*names(), *ORGANIZATIONS)}


def party(code: str) -> str:
    """A State or an organization as one that is designated: the European Union, not its Office."""
    return str(BENELUX) if code == "BX" else place(UNION if code == "EM" else code)


def language(code: str) -> str:
    """A language by its code, as it stands alone; ``""`` for a code that is none."""
    name = str(_locale().languages.get(code.lower(), "")) if code else ""
    return name[:1].upper() + name[1:]


def languages() -> dict[str, str]:
    """Those with a code of two letters."""
    return {str(code): language(str(code)) for code in _locale().languages if len(str(code)) == LETTERS}


def document(kind: str, office: str, published: date | None = None) -> str:
    """What a kind code says in an Office; ``""`` where it is not known here, or not of the day of publication."""
    if published and published < SINCE.get(office, published):
        return ""
    return str(DOCUMENTS.get(office, {}).get(kind, ""))


def heading(scheme: str, symbol: str) -> str:
    """The title of a class; ``""`` where it, or what is above it, has none.

    A symbol deeper than the classification is told here has the title of what it stands in.
    """
    if scheme == "ipc":
        return ipc.title(symbol, _language())
    read = _CLASSIFICATIONS.get(scheme)
    found = read().find(symbol) if read else None
    return said(found.title) if found else ""


def goods(words: str) -> str:
    """The goods of an indication as its records write them: they are counted by their words alone."""
    try:
        return _as_written(words)
    except (LookupError, QueryError):
        return words


@lru_cache(maxsize=2_000)
def _as_written(words: str) -> str:
    """Raises LookupError where no record has these goods: that is not remembered."""
    found = queries.engine().search(Everything(), filters={"class": (f"product:{words}",)}, limit=1)
    written = (symbol for hit in found.hits for symbol in hit.document.classes.get("product", ()))
    for symbol in written:
        if levels("product", symbol)[-1:] == (words,):
            return symbol
    raise LookupError(words)


def headings(scheme: str) -> list[tuple[str, str]]:
    """The symbols of a classification with their titles, in its own order."""
    if scheme == "ipc":
        return list(ipc.titles(_language()).items())
    return [(one.symbol, said(one.title)) for one in _CLASSIFICATIONS[scheme]().headings]


def with_code(code: str, name: str) -> str:
    """``Portugal (PT)``; the code alone where it has no name."""
    return f"{name} ({code})" if name else code


def _locale() -> Locale:
    return _read(_language())


def _language() -> str:
    return translation.get_language() or "en"


@cache
def _read(code: str) -> Locale:
    try:
        return Locale.parse(translation.to_locale(code))
    except (UnknownLocaleError, ValueError):
        return Locale("en")
