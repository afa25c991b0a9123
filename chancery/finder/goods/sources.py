"""What the assistant learns from: lists of goods and services of the records and tables that an operator has.

Records are extracts of the European Union's trade mark register (EM-TM-TradeMark), in which each class of goods is told
in up to 23 languages. Their terms are parted at semicolons outside brackets. Where that gives the same number of terms
in a language as in most, the terms at one place are names of one thing.
"""

import csv
import json
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from chancery.finder.goods.folding import folded

REGISTERED = "Registered"
_GREEK_SEMICOLONS = str.maketrans("\u0387\u00b7", ";;")
_OPENING, _CLOSING = "([", ")]"


@dataclass(frozen=True)
class Listed:
    """One thing in one list: its names by language, its class, and whose list it is; empty where it is nobody's.

    ``registered`` says that an Office has registered the mark with this list, and so accepted it.
    """

    names: Mapping[str, str]
    number: int
    holder: str = ""
    registered: bool = False

    @property
    def key(self) -> str:
        """The same for all lists of the same thing: its English name, folded, or else its first."""
        return folded(self.names.get("en") or next(iter(self.names.values())))


def records(folder: Path) -> Iterator[Listed]:
    """What the records below a folder list, registered or not: an Office has translated and classified it."""
    for path in sorted(folder.glob("**/*.xml")):
        tree = ET.parse(path)  # noqa: S314  files of the operator's own
        for element in tree.iter():
            element.tag = element.tag.rpartition("}")[2]
        holder = tree.findtext(".//ApplicantDetails/ApplicantKey/Identifier", "")
        registered = tree.findtext(".//MarkCurrentStatusCode", "") == REGISTERED
        for each in tree.iterfind(".//ClassDescription"):
            number = each.findtext("ClassNumber", "")
            if number.isdecimal() and 1 <= int(number) <= 45:
                yield from _of_class(each, int(number), holder=holder, registered=registered)


def _of_class(element: ET.Element, number: int, *, holder: str, registered: bool) -> Iterator[Listed]:
    lists = {
        one.get("languageCode", ""): parted(one.text or "", one.get("languageCode", ""))
        for one in element.iterfind("GoodsServicesDescription")
    }
    lists = {language: terms for language, terms in lists.items() if terms}
    if not lists:
        return
    usual = Counter(map(len, lists.values())).most_common(1)[0][0]
    aligned = {language: terms for language, terms in lists.items() if len(terms) == usual}
    for place in range(usual):
        yield Listed({language: terms[place] for language, terms in aligned.items()}, number, holder, registered)


def parted(text: str, language: str = "") -> list[str]:
    """The terms of a list. Greek parts them with a raised dot."""
    if language == "el":
        text = text.translate(_GREEK_SEMICOLONS)
    found, depth = [""], 0
    for letter in text.strip().rstrip(".;"):
        depth = max(depth + (letter in _OPENING) - (letter in _CLOSING), 0)
        if letter == ";" and depth == 0:
            found.append("")
        else:
            found[-1] += letter
    return [term for one in found if (term := " ".join(one.split()))]


def alphabetical(file: Path) -> Iterator[Listed]:
    """An English alphabetical list as JSON: goods and services, each with a basic number that begins with its class."""
    tables = json.loads(file.read_text("utf-8"))
    for row in (*tables["goods"], *tables["services"]):
        yield Listed({"en": row["description"]}, int(row["number"][:2]))


def accepted(file: Path) -> Iterator[Listed]:
    """English terms that Offices accept, as CSV with the columns Class and Term."""
    with file.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            yield Listed({"en": row["Term"]}, int(row["Class"]))
