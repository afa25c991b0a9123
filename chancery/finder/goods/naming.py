"""Common names: what several holders call a thing, so that it is nobody's text. Only these may be shipped as words.

The rule is that of decision 0019: at most ``WORDS`` words and ``LETTERS`` letters, no list and no explanation in
brackets, and in the lists of at least ``HOLDERS`` holders of registered marks, each language for itself.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from chancery.finder.goods.folding import folded
from chancery.finder.goods.sources import Listed
from chancery.finder.goods.suggestion import Name

HOLDERS, WORDS, LETTERS = 2, 4, 40
_NOT_IN_A_NAME = frozenset('()[],;:/“”"{}<>*')


def common(listed: Iterable[Listed], source: str) -> list[Name]:
    """The common names among what is listed, by class and English name."""
    holders: dict[tuple[str, int, str], set[str]] = defaultdict(set)
    spelled: dict[tuple[str, int, str], Counter[str]] = defaultdict(Counter)
    called: dict[tuple[int, str], dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for one in listed:
        for language, text in one.names.items():
            if one.holder and one.registered and is_name(text):
                key = (language, one.number, folded(text))
                holders[key].add(one.holder)
                spelled[key][text] += 1
                called[one.number, one.key][language][folded(text)] += 1
    grouped = _grouped(called, holders)
    kept = sorted(key for key, whose in holders.items() if len(whose) >= HOLDERS)
    return [_name(key, spelled[key], len(holders[key]), source, grouped.get(key, "")) for key in kept]


def is_name(text: str) -> bool:
    """Whether this may be the name of a thing: short, one thing, nothing explained."""
    return 0 < len(text) <= LETTERS and len(text.split()) <= WORDS and not _NOT_IN_A_NAME & set(text)


def _name(key: tuple[str, int, str], spelled: Counter[str], holders: int, source: str, group: str) -> Name:
    language, number, _ = key
    return Name(_plain(spelled.most_common(1)[0][0], language), language, number, holders, source, group)


def _plain(text: str, language: str) -> str:
    """A small first letter, as in a dictionary; German nouns and abbreviations keep theirs."""
    return text if language == "de" or text[1:2].isupper() else text[:1].lower() + text[1:]


def _grouped(
    called: dict[tuple[int, str], dict[str, Counter[str]]], holders: dict[tuple[str, int, str], set[str]]
) -> dict[tuple[str, int, str], str]:
    """Which names are of one thing: of each English name, in each language the one met most often beside it."""
    grouped: dict[tuple[str, int, str], str] = {}
    for (number, english), languages in called.items():
        if len(holders.get(("en", number, english), ())) < HOLDERS:
            continue
        for language, text in _usual(languages):
            grouped.setdefault((language, number, text), f"{number} {english}")
    return grouped


def _usual(languages: dict[str, Counter[str]]) -> Iterator[tuple[str, str]]:
    for language, texts in languages.items():
        yield language, texts.most_common(1)[0][0]
