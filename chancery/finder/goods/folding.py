"""A term as it is compared: its words, folded in the way of its language, and the words that a compound is made of.

Folding is that of search (small letters, no accents), and then what a language writes in two ways is written in one:
*Käse* and *Kaese* are kase in German, *Kød* and *Koed* are kod in Danish.
"""

from collections.abc import Container

from chancery.finder.words import fold, places, tokens

LANGUAGES = (
    *("bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "hr", "hu"),
    *("it", "lt", "lv", "mt", "nl", "pl", "pt", "ro", "sk", "sl", "sv"),
)
"""The languages learnt from: the 23 in which the trade mark register of the European Union tells goods and services."""

COMPOUNDING = frozenset({"da", "de", "et", "fi", "hu", "nl", "sv"})
LONGEST = 300
"""Characters of a term that are read."""

_TWO_WAYS = {
    "de": (("ae", "a"), ("oe", "o"), ("ue", "u")),
    "da": (("aa", "a"), ("ae", "a"), ("oe", "o")),
    "sv": (("aa", "a"), ("ae", "a"), ("oe", "o")),
    "fi": (("w", "v"),),
}
_LINKS = ("", "s", "n", "en", "es", "er", "e")
"""Letters between two words of a compound: Arbeit-s-kleidung."""

_SHORTEST = 4  # letters of a part of a compound; shorter ones are found everywhere


def spelled(term: str, language: str = "") -> list[tuple[str, str]]:
    """The words of a term, each as it is written and as it is compared."""
    text = term[:LONGEST]
    return [(text[start:end], _one_way(word, language)) for start, end, word in places(text)]


def words_of(term: str, language: str = "") -> list[str]:
    """The words of a term, folded."""
    return [word for _, word in spelled(term, language)]


def folded(term: str) -> str:
    """The whole term as it is looked up: two that differ in case, accents, signs or spacing alone are the same."""
    return " ".join(tokens(fold(term[:LONGEST])))


def parts_of(word: str, known: Container[str]) -> tuple[str, ...]:
    """The two known words that a compound ends and begins with, the longest end first; none where it is no compound.

    The end tells what the thing is: a *Regenmantel* is a *Mantel*.
    """
    for at in range(_SHORTEST, len(word) - _SHORTEST + 1):
        end = word[at:]
        if end not in known:
            continue
        for link in _LINKS:
            start = word[: at - len(link)] if link else word[:at]
            if len(start) >= _SHORTEST and word[:at].endswith(link) and start in known:
                return start, end
    return ()


def _one_way(word: str, language: str) -> str:
    for two, one in _TWO_WAYS.get(language, ()):
        word = word.replace(two, one)
    return word
