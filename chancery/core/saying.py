"""Sentences that are written where no gettext is (the law, the declarations), said in the reader's language.

Their translations are in the catalogues because ``chancery/site/lexicon/`` lists them.
"""

import re
from collections.abc import Iterator

from django.utils.translation import gettext

_SENTENCE_END = re.compile(r"(?<=[.?:]) ")


def said(words: object) -> str:
    """The words in the language of the moment; what the catalogues do not hold stays as it is.

    A finding is the sentence of its rule and then, often, what was found ("… must be there. Every sheet is blank."):
    the longest beginning that has a translation is translated, the rest follows as it stands.
    """
    text = "" if words is None else str(words)
    for end in _ends(text):
        told = gettext(text[:end])
        if told != text[:end]:
            return told + text[end:]
    return text


def _ends(text: str) -> Iterator[int]:
    """The whole first, then each end of a sentence, from the last to the first. Nothing for an empty text."""
    if text:
        yield len(text)
        yield from reversed([found.start() for found in _SENTENCE_END.finditer(text)])
