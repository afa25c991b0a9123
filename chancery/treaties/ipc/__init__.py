"""The Strasbourg Agreement: sections, classes and subclasses of the International Patent Classification.

Titles are those of the classification in English (subclasses of 2022.01, what is above them of 2020) and French
(2021.01; none of sections), told without the references to other places. Groups are not here: one is found by its
subclass.
"""

from collections.abc import Mapping
from functools import cache
from importlib import resources

_SUBCLASS, _CLASS, _SECTION = 4, 3, 1  # signs of a symbol


def title(symbol: str, language: str = "en") -> str:
    """The title of what the symbol (``H01M 10/44``) stands in, the nearest that has one; ``""`` for what is no symbol.

    In English where there is none in the language.
    """
    compact = symbol.replace(" ", "").upper()
    heads = (compact[:signs] for signs in (_SUBCLASS, _CLASS, _SECTION) if len(compact) >= signs)
    told = _titles()
    return next((_in_language(told[head], language) for head in heads if head in told), "")


def titles(language: str = "en") -> dict[str, str]:
    """Every symbol that has a title, in the order of the classification."""
    return {symbol: _in_language(told, language) for symbol, told in _titles().items()}


def _in_language(told: tuple[str, str], language: str) -> str:
    english, french = told
    return french if french and language.startswith("fr") else english


@cache
def _titles() -> Mapping[str, tuple[str, str]]:
    rows = resources.files(__package__).joinpath("data/titles.tsv").read_text("utf-8").splitlines()[1:]
    return {symbol: (english, french) for symbol, english, french in (row.split("\t") for row in rows)}
