"""Stems: the form of a word that its inflections share, per language: the Snowball stemmers of tantivy.

Arabic has light stemming (article and common endings off): Snowball's takes the first letter of بطارية for a
preposition.

A text is stemmed in its own language, a word that is asked for in every language of its script, so that
``batteries`` finds ``battery`` in an English title and ``batteria`` none in it.
"""

import re
from functools import lru_cache

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

_SCRIPTS = (
    (re.compile("[\u0400-\u04ff]"), ("ru",)),
    (re.compile("[\u0370-\u03ff\u1f00-\u1fff]"), ("el",)),
    (re.compile("[\u0600-\u06ff]"), ("ar",)),
    (re.compile("[a-z]"), tuple(sorted(set(SNOWBALL) - {"ru", "el"}))),
)
_SHORTEST = 3  # shorter words have no endings to take away
_ARTICLES = ("وال", "بال", "كال", "فال", "ال", "لل", "و")
_ENDINGS = ("ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي")
_KEPT = 2  # letters of an Arabic word that must remain


@lru_cache(maxsize=200_000)
def stem(word: str, language: str) -> str:
    """The stem of a folded word; the word itself in a language without a stemmer."""
    if language == "ar":
        return _arabic(word)
    if len(word) < _SHORTEST or language not in SNOWBALL or word.isdecimal():
        return word
    return next(iter(_stemmer(language).analyze(word)), word)


@lru_cache(maxsize=50_000)
def stems(word: str) -> tuple[tuple[str, str], ...]:
    """Language and stem of a folded word in each language of its script."""
    languages = next((languages for script, languages in _SCRIPTS if script.search(word)), ())
    return tuple((language, stem(word, language)) for language in languages)


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
