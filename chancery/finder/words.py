"""Words as they are compared: lower case, without diacritics, one token per CJK character.

The same folding serves indexing, asking and highlighting, so ``Łódź``, ``LODZ`` and ``lodz`` are one word,
Arabic is read without vowel signs and with one alef, Russian keeps й apart from и, and Chinese, Japanese and
Korean text is found by any run of its characters (asked as a phrase).
"""

import itertools
import re
import unicodedata
from functools import lru_cache

_CJK = (
    "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
    "\uf900-\ufaff\uff66-\uff9f\U00020000-\U000323af"
)
_MARKS = "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
_SIGNS = "\u0900-\u0903\u093a-\u094d\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u3099\u309a"  # vowel signs belong to the word
_WORD = re.compile(rf"[{_CJK}]|[^\W_{_CJK}](?:[^\W_{_CJK}]|[{_MARKS}{_SIGNS}\u0640])*")
_ASCII_WORD = re.compile(r"[a-z0-9]+")
_ASCII = {code: sign.lower() if (sign := chr(code)).isalnum() else " " for code in range(128)}
_IS_CJK = re.compile(f"[{_CJK}]")

_LETTERS = {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h", "ı": "i", "ŧ": "t"}
_ARABIC = {"ى": "ي", "ة": "ه", "ک": "ك", "ی": "ي", "ـ": ""}
_DIGITS = {chr(start + n): str(n) for start in (0x0660, 0x06F0) for n in range(10)}


def _dropped_marks() -> dict[int, None]:
    spans = re.findall(r"(.)-(.)|(.)", _MARKS)
    points = (range(ord(a or c), ord(b or c) + 1) for a, b, c in spans)
    return dict.fromkeys(point for span in points for point in span)


_FOLDED: dict[int, str | None] = {
    **_dropped_marks(),
    **{ord(letter): plain for table in (_LETTERS, _ARABIC, _DIGITS) for letter, plain in table.items()},
}


def fold(text: str) -> str:
    """The text in the form in which it is compared; spacing and punctuation stay."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text).casefold().replace("и\u0306", "й").translate(_FOLDED)
    return unicodedata.normalize("NFC", plain)


def spaced(text: str) -> str:
    """The folded words of a text, in order, with spaces between."""
    return text.translate(_ASCII) if text.isascii() else " ".join(tokens(text))


def tokens(text: str) -> list[str]:
    """The folded words of a text, in order."""
    if text.isascii():
        return text.translate(_ASCII).split()
    return [word for found in _WORD.findall(text) if (word := _folded(found))]


def places(text: str) -> list[tuple[int, int, str]]:
    """Each word with where it stands in the text: start, end, folded."""
    if text.isascii():
        return [(*match.span(), match[0]) for match in _ASCII_WORD.finditer(text.lower())]
    words = ((*match.span(), _folded(match[0])) for match in _WORD.finditer(text))
    return [word for word in words if word[2]]


@lru_cache(maxsize=100_000)
def _folded(word: str) -> str:
    return "".join(fold(word).split())


def has_cjk(text: str) -> bool:
    """Whether the text holds characters that are words by themselves."""
    return not text.isascii() and _IS_CJK.search(text) is not None


def pairs(words: list[str]) -> set[str]:
    """Each two neighbouring CJK characters among the words."""
    if all(map(str.isascii, words)):
        return set()
    return {one + other for one, other in itertools.pairwise(words) if _pairs_up(one, other)}


def _pairs_up(one: str, other: str) -> bool:
    return has_cjk(one) and has_cjk(other)


def pieces_of(pattern: str) -> list[str]:
    """The words of a pattern, folded, each with its wildcards: ``E-mai*`` is ``e`` and ``mai*``."""
    return [piece for piece in re.split(r"[^\w*?]+|_", fold(pattern)) if piece]
