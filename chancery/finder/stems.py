"""Stems: the form of a word that its inflections share, per language: the Snowball stemmers of tantivy.

Arabic has light stemming (article and common endings off): Snowball's takes the first letter of بطارية for a
preposition.

A text is stemmed in its own language, a word that is asked for in every language of its script, so that
``batteries`` finds ``battery`` in an English title and ``batteria`` none in it. A word in another script than its
language's has no stem but itself.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

import tantivy

SNOWBALL = {
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "fi": "finnish",
    "fr": "french",
    "hu": "hungarian",
    "it": "italian",
    "nl": "dutch",
    "no": "norwegian",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sv": "swedish",
    "tr": "turkish",
}
"""Language to its stemmer. Chinese, Japanese and Korean words do not inflect in writing."""

STEMMABLE = frozenset((*SNOWBALL, "ar"))
"""The languages whose words have stems."""

_SCRIPTS = (
    (re.compile("[\u0400-\u04ff]"), ("ru",)),
    (re.compile("[\u0370-\u03ff\u1f00-\u1fff]"), ("el",)),
    (re.compile("[\u0600-\u06ff]"), ("ar",)),
    (re.compile("[a-z]"), tuple(sorted(set(SNOWBALL) - {"ru", "el"}))),
)
_REMEMBERED = 200_000  # words of a language whose stems are kept
_SHORTEST = 3  # shorter words have no endings to take away
_ARTICLES = ("وال", "بال", "كال", "فال", "ال", "لل", "و")
_ENDINGS = ("ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي")
_KEPT = 2  # letters of an Arabic word that must remain


class _Keys(dict[str, str]):
    """Words with their keys; what is looked up is worked out once."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language

    def __missing__(self, word: str) -> str:
        if len(self) >= _REMEMBERED:
            self.clear()
        key = self[word] = f"{self._language}:{_stemmed(word, self._language)}"
        return key


def keys(language: str) -> Mapping[str, str]:
    """Folded word to what finds the texts in that language that hold it: the language and the word's stem, in each
    language without a stemmer ``:`` and the word.
    """
    return _keys(language if language in STEMMABLE else "")


_keys = cache(_Keys)


def stem(word: str, language: str) -> str:
    """The stem of a folded word; the word itself in a language without a stemmer."""
    return keys(language)[word].partition(":")[2]


@lru_cache(maxsize=50_000)
def stems(word: str) -> tuple[tuple[str, str], ...]:
    """Language and stem of a folded word in each language of its script."""
    return tuple((language, stem(word, language)) for language in _languages(word))


def _stemmed(word: str, language: str) -> str:
    if language not in _languages(word):
        return word
    if language == "ar":
        return _arabic(word)
    return word if len(word) < _SHORTEST else next(iter(_stemmer(language).analyze(word)), word)


def _languages(word: str) -> tuple[str, ...]:
    """The languages with stemmers that are written in the script of the word."""
    return next((languages for script, languages in _SCRIPTS if script.search(word)), ())


@lru_cache(maxsize=len(SNOWBALL))
def _stemmer(language: str) -> tantivy.TextAnalyzer:
    words = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace())
    return words.filter(tantivy.Filter.stemmer(SNOWBALL[language])).build()


def _arabic(word: str) -> str:
    for article in _ARTICLES:
        if word.startswith(article) and len(word) - len(article) >= _KEPT + (len(article) == 1):
            word = word[len(article) :]
            break
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _KEPT:
            word = word[: -len(ending)]
    return word
