"""Numbers of applications, publications and registrations, found however they are written.

``US9014905B1``, ``US 9,014,905 B1``, ``9014905`` and ``US.9014905.B1`` name one document; so do
``WO 02/14184`` and ``WO2002014184``, or ``PCT/IB2024/051234`` and the epodoc form ``WO2024IB051234``.
A number is read into office, body and kind; leading zeros of the body (or of the serial after a year) do not count.
The number of a provision of law is its citation (see ``provisions``), with the treaty in the place of the office.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from chancery.finder import provisions

_PCT = re.compile(
    r"PCT\W*(?P<office>[A-Z]{2})\W*(?:(?P<year>\d{4})\W*(?P<serial>\d{6})|(?P<yy>\d{2})\W*(?P<five>\d{5})"
    r"|(?P<year2>\d{4})\W+(?P<serial2>\d{1,6}))"
)
_EPODOC_PCT = re.compile(r"WO(?P<year>\d{4})(?P<office>[A-Z]{2})(?P<serial>\d{1,6})[A-Z]?")
_PARTS = re.compile(r"(?P<office>[A-Z]{0,6}?)(?P<digits>\d+)(?P<kind>[A-Z]\d?)?")
_YEAR_SERIAL = re.compile(r"\D*(?P<year>(?:19|20)\d\d)\W+(?P<serial>\d+)\W*(?:[A-Z]\d?)?")
_CHECK_DIGIT = re.compile(r"(\d(?:[\s/]?\d){6,})\.\d$")
_DATED_ID = re.compile(r"([A-Z]{2})_([0-9A-Z/-]+)_([A-Z]\d?)_\d{8}")  # as Lens writes it: EP_0227762_B1_19900411
_US_SERIES = re.compile(r"(?:19|20)\d\d(?P<series>\d\d)(?P<serial>\d{6})")  # 14/166,502 in docdb: 2014 14 166502
_EP_APPLICATION = 8  # digits: the year in two, then six
_SIGNS = re.compile(r"[^0-9A-Z]")
_NO_SIGNS = {code: None for code in range(128) if _SIGNS.match(chr(code))}
_NO_KIND = "-"
_MOST_DIGITS = 12

LAST = 10**24 - 1
"""Beyond every place in the order of numbers."""

_SPELLINGS = tuple(
    re.compile(rf"(?!OR\s)(?:{spelling})(?![^\s()\"^])", flags)  # no Office has the code OR
    for spelling, flags in (
        (r"PCT/[A-Z]{2}\s?(?:\d{2}/\d{5}|\d{4}/\d{4,6})", re.IGNORECASE),
        (r"[A-Z]{2}[\s/]?(?:19|20)\d\d[/-]\d{5,7}(?:\s?[A-Z]\d|[A-Z])?", re.IGNORECASE),  # WO/2024/012345
        (r"WO\s?\d\d/\d{5,6}(?:\s?[A-Z]\d)?", re.IGNORECASE),  # WO 02/14184
        (r"US\s?\d\d/\d{3},?\d{3}", re.IGNORECASE),  # US 14/166,502
        (r"[A-Z]{2}\s?\d{1,3}(?:,\d{3})+(?:\s?[A-Z]\d)?", 0),  # US 9,014,905 B1
        (r"\d{1,3}(?:,\d{3}){2,}", 0),  # 7,654,321
        (r"[A-Z]{2}[ ._]?\d{6,13}(?:\.\d)?(?:[ ._]?[A-Z]\d|\.[A-Z])?", 0),  # EP 1820402 B1, EP.1820402.B1
        (r"[A-Z]{2}\d{6,13}[A-Z]?\d?", re.IGNORECASE),  # ep1820402b1
        (r"WO\d{4}[A-Z]{2}\d{5,6}", re.IGNORECASE),  # WO2024IB051234
        (r"[A-Z]{2}_\d{5,13}_[A-Z]\d?_\d{8}", re.IGNORECASE),  # EP_0227762_B1_19900411
    )
)


class Number(NamedTuple):
    """A number taken apart. ``office`` and ``kind`` are empty when not written."""

    office: str
    body: str
    kind: str = ""


@lru_cache(maxsize=10_000)
def read(text: str) -> Number:
    """The parts of a number; one that has no such parts is all body."""
    upper = _upper(text)
    return _parts(upper, _compact(upper))


def _upper(text: str) -> str:
    return (text if text.isascii() else unicodedata.normalize("NFKC", text)).upper().strip()


def _parts(upper: str, compact: str) -> Number:
    if cited := provisions.read(upper):
        return Number(*cited)
    if upper.startswith("PCT") and (pct := _PCT.fullmatch(upper)):
        year = pct["year"] or pct["year2"] or _century(pct["yy"])
        return Number("PCT" + pct["office"], _dated(year, pct["serial"] or pct["serial2"] or pct["five"]))
    if compact.startswith("WO") and (pct := _EPODOC_PCT.fullmatch(compact)):
        return Number("PCT" + pct["office"], _dated(pct["year"], pct["serial"]))
    if "_" in upper and (dated := _DATED_ID.fullmatch(upper)):
        upper = f"{dated[1]} {dated[2]} {dated[3]}"
        compact = _compact(upper)
    if "." in upper:
        compact = _compact(_CHECK_DIGIT.sub(r"\1", upper))
    parts = _PARTS.fullmatch(compact)
    if not parts:
        return Number("", compact)
    return Number(parts["office"], _body(parts["office"], parts["digits"], upper), parts["kind"] or "")


def canonical(text: str) -> str:
    """Office and body in one spelling, the same for every usual spelling of a number."""
    number = read(text)
    return number.office + number.body


def find(text: str, start: int) -> int | None:
    """Where a number that begins at ``start`` ends, when its spelling leaves no doubt that it is one."""
    ends = (match.end() for spelling in _SPELLINGS if (match := spelling.match(text, start)))
    return max(ends, default=None) or provisions.find(text, start)


class Indexed(NamedTuple):
    """What a number of a document is indexed under.

    ``keys``: ``n:`` where its kind is known, ``k:`` with that kind or ``-``, and ``c:`` for what else wildcards are
    compared with. ``places``: among the numbers of its office, and among all; none where there is no order.
    """

    keys: tuple[str, ...]
    places: tuple[str, ...]


@lru_cache(maxsize=10_000)
def indexed(text: str) -> Indexed:
    """What a number of a document is indexed under."""
    upper = _upper(text)
    compact = _compact(upper)
    number = _parts(upper, compact)
    return Indexed(_keys(number, compact), _places(number))


def _keys(number: Number, compact: str) -> tuple[str, ...]:
    bases = _bases(number)
    written = {compact, compact.removeprefix(number.office), *(base.replace("-", "") for base in bases)}
    if number.kind:
        known = [f"{base}{number.kind}" for base in bases]
        found = [f"n:{base}" for base in bases] + [f"k:{base}" for base in known]
        written.difference_update(known)
    else:
        found = [f"k:{base}{_NO_KIND}" for base in bases]
    written.difference_update(bases)
    return (*found, *[f"c:{spelling}" for spelling in written])


def _places(number: Number) -> tuple[str, ...]:
    place = _in_order(number)
    if place is None:
        return ()
    of_all = ordered("", place)
    return (_in_hex(number.office) + of_all, of_all) if number.office else (of_all,)


def asked(text: str) -> tuple[str, ...]:
    """The keys of which a document must have one: written with a kind code, that kind or none known."""
    number = read(text)
    base = number.office + number.body
    return (f"k:{base}{number.kind}" if number.kind else f"n:{base}", f"k:{base}{_NO_KIND}")


def ordered(office: str, place: int) -> str:
    """A place as text that sorts like it, of signs that have no meaning in any query language."""
    return f"{_in_hex(office)}.{place:020x}"


@lru_cache(maxsize=1_000)
def _in_hex(office: str) -> str:
    return office.encode().hex()


def in_order(text: str) -> int | None:
    """The place of a number among those of its office, for ranges: year and serial, or the whole body."""
    return _in_order(read(text))


def _in_order(number: Number) -> int | None:
    year, _, serial = number.body.partition("-")
    if not (year.isdecimal() and year.isascii() and len(year) <= _MOST_DIGITS):
        return None
    if not serial:
        return int(year)
    return int(year) * 10**_MOST_DIGITS + int(serial[:_MOST_DIGITS]) if serial.isdecimal() else None


def asked_patterns(pattern: str) -> tuple[str, ...]:
    """The wildcard patterns over the keys, e.g. ``c:EP18204*``."""
    compact = re.sub(r"[^0-9A-Z*?]", "", pattern.upper())
    return (f"n:{compact}", f"k:{compact}", f"k:{compact}{_NO_KIND}", f"c:{compact}")


def _bases(number: Number) -> tuple[str, ...]:
    if not number.office:
        return (number.body,)
    with_office = number.office + number.body
    without = (with_office.removeprefix("PCT"),) if number.office.startswith("PCT") else ()
    return (with_office, number.body, *without)


def _body(office: str, digits: str, upper: str) -> str:
    if _has_short_year(office, digits):
        return _dated(_century(digits[:2]), digits[2:])
    if office == "US" and (series := _US_SERIES.fullmatch(digits)):
        return (series["series"] + series["serial"]).lstrip("0")
    if dated := _YEAR_SERIAL.fullmatch(upper):
        return _dated(dated["year"], dated["serial"])
    if len(digits) >= 8 and digits.startswith(("19", "20")):
        return _dated(digits[:4], digits[4:])
    return digits.lstrip("0") or "0"


def _has_short_year(office: str, digits: str) -> bool:
    """Whether the year has two digits: WO 02/14184, WO 02/014184, EP 06706433 (an application)."""
    if office == "WO":
        return len(digits) == 7 or (len(digits) == 8 and not digits.startswith(("19", "20")))
    return office == "EP" and len(digits) == _EP_APPLICATION


def _dated(year: str, serial: str) -> str:
    return f"{year}-{serial.lstrip('0') or '0'}"


def _century(two_digits: str) -> str:
    """The PCT began in 1978."""
    return ("19" if int(two_digits) >= 78 else "20") + two_digits


def _compact(upper: str) -> str:
    return upper.translate(_NO_SIGNS) if upper.isascii() else _SIGNS.sub("", upper)
