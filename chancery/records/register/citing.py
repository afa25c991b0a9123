"""Documents that a search report cites: what an examiner writes of them, read and put in order.

PCT Rule 43.5: the documents considered relevant are identified, those of special relevance marked, and those that do
not concern every claim cited with the claims they concern. The letters of the categories and what identifies a
document are those of WIPO Standard ST.14 (also PCT Administrative Instructions 503, 505, 507). Rule, Instructions and
Standard are told from memory, unverified: their texts were not at hand.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from chancery.finder import numbers
from chancery.finder.dates import span
from chancery.records.register.right import SearchReport
from chancery.treaties.pct import offices

CATEGORIES: Mapping[str, str | Promise] = {
    "X": _("alone takes away novelty or inventive step"),
    "Y": _("does so together with others"),
    "A": _("background"),
    "O": _("spoken, used or shown"),
    "P": _("published between priority and filing date"),
    "E": _("earlier right, published later"),
    "T": _("later, explains the invention"),
    "L": _("casts doubt on a priority claim, or other reason"),
    "&": _("member of the same patent family"),
    "D": _("cited in the application"),
}
"""What a letter beside a document says."""

_SERIES: Mapping[str, frozenset[str]] = {
    "JP": frozenset("HSTMR"),
    "US": frozenset(("RE", "PP", "D", "H", "T")),
}
"""Letters that some Offices write before the digits: the era of Japan, reissues, plants and designs of the US."""
_LIKE_A_NUMBER = re.compile(r"(?P<office>[A-Z]{2})\W{0,2}(?:RE|PP|[A-Z])?\W{0,2}\d(?:[\W_]{0,2}\d){4}")
_BETWEEN_LETTERS = re.compile(r"[\s,;/]+")
_RANGE = re.compile(r"(\d{1,4})(?:\s*[-\u2010-\u2015]\s*(\d{1,4}))?")


@dataclass(frozen=True, kw_only=True)
class Cited:
    """One document cited, as the report has it; what it does not say is empty.

    ``published`` is the day of its publication in ISO form, or the month or year alone; ``claims`` are those that it
    concerns, empty where it concerns all of them; ``supplementary``: by a supplementary search. ``by`` says who brought
    it up, of a document that another Office cites and where that is known: "examiner", "applicant".
    """

    document: str
    category: str = ""
    claims: str = ""
    passages: str = ""
    published: str = ""
    by: str = ""
    supplementary: bool = False

    @property
    def number(self) -> str:
        """Its number where it is a patent document; empty for other literature."""
        return self.document if is_number(self.document) else ""

    def in_words(self) -> str:
        """``EP 1234567 A1 (2008-03-12): X, P; claims 1-5; page 3``."""
        name = f"{self.document} ({self.published})" if self.published else self.document
        concerned = gettext("claims %(claims)s") % {"claims": self.claims} if self.claims else ""
        said = "; ".join(filter(None, (self.category, concerned, self.passages)))
        return f"{name}: {said}" if said else name

    @property
    def letters(self) -> tuple[str, ...]:
        return tuple(letter for letter in CATEGORIES if letter in self.category)


def documents_cited(searches: Iterable[SearchReport]) -> tuple[Cited, ...]:
    """What these search reports cite, in their order."""
    return tuple(as_cited(row, supplementary=search.supplementary) for search in searches for row in search.citations)


def as_cited(row: Mapping[str, str], *, supplementary: bool = False) -> Cited:
    """A row of a report, or of another register; what it says besides is left aside."""
    return Cited(
        document=row["document"],
        category=row.get("category", ""),
        claims=row.get("claims", ""),
        passages=row.get("passages", ""),
        published=row.get("published", ""),
        by=row.get("by", ""),
        supplementary=supplementary,
    )


def is_number(document: str) -> bool:
    """Whether a document is named by the number of a patent document: office (WIPO ST.3), digits, kind."""
    office = numbers.read(document).office
    if office.startswith("PCT"):
        return office[3:] in offices.names()
    code, series = office[:2], office[2:]
    return code in offices.names() and (not series or series in _SERIES.get(code, ()))


def is_like_a_number(document: str) -> bool:
    """Whether a patent document seems to be meant: it begins with the code of an Office and five digits or more."""
    match = _LIKE_A_NUMBER.match(document)
    return bool(match and match["office"] in offices.names())


def read_categories(text: str) -> str | None:
    """The letters in one spelling: "X, P" for "x/p" and "XP"; None where one of them is no category."""
    letters = list(dict.fromkeys(_BETWEEN_LETTERS.sub("", text).upper()))
    return ", ".join(letters) if all(letter in CATEGORIES for letter in letters) else None


def read_claims(text: str) -> str | None:
    """The claims in one spelling: "1-5, 8" for "1 – 5; 8"; None where they cannot be read, or run backwards."""
    parts = [part.strip() for part in re.split(r"[,;]", text) if part.strip()]
    found = [_range(part) for part in parts]
    return None if None in found else ", ".join(filter(None, found))


def _range(part: str) -> str | None:
    match = _RANGE.fullmatch(part)
    if not match:
        return None
    first, last = int(match[1]), int(match[2] or match[1])
    if not 0 < first <= last:
        return None
    return f"{first}-{last}" if match[2] else str(first)


def read_day(text: str) -> str | None:
    """The day of publication in ISO form: "2008-03-12", or the month or the year alone; None where it is none."""
    found = span(text)
    if found is None:
        return None
    first, last = found
    if first == last:
        return first.isoformat()
    return f"{first:%Y-%m}" if (first.year, first.month) == (last.year, last.month) else f"{first:%Y}"


def legend(rows: Iterable[Cited]) -> Iterator[tuple[str, str | Promise]]:
    """The letters that stand beside these documents, and what each says."""
    used = {letter for row in rows for letter in row.letters}
    return ((letter, words) for letter, words in CATEGORIES.items() if letter in used)
