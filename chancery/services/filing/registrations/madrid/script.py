"""In which letters a mark is: what the applicant says of it, held against its words (Madrid Rule 9(4)(a)(xii))."""

import unicodedata
from collections.abc import Iterator

from django.utils.translation import gettext as _

from chancery.treaties import madrid
from chancery.treaties.kernel import Finding

CITES = "Madrid Rule 9(4)(a)(xii)"
SHOWN = 12
"""So many characters are shown, at most."""


def other_characters(words: str) -> str:
    """The characters that are neither Latin letters nor Arabic or Roman numerals, each once."""
    plain = unicodedata.normalize("NFKC", words)  # Roman numerals and wide forms become the letters that they are
    return "".join(dict.fromkeys(each for each in plain if _is_other(each)))


def _is_other(each: str) -> bool:
    if each.isalpha():
        return not unicodedata.name(each, "").startswith("LATIN ")
    return each.isnumeric() and not each.isascii()


def said_of_it(application: madrid.Application) -> Iterator[Finding]:
    """Where it is said that the mark has Latin letters only, and its words have others; and the other way round."""
    mark = application.mark
    others = other_characters(mark.words)
    if mark.latin and others:
        message = _(
            "The words have other characters than these: {characters}. Take the tick away, and write how they are "
            "transliterated."
        )
        yield Finding(CITES, message.format(characters=" ".join(others[:SHOWN])), "mark.latin", rule="latin_is_true")
    if not mark.latin and mark.words.strip() and not others:
        message = _("All characters of the words are of this kind. Tick it, unless the picture shows others.")
        yield Finding(CITES, message, "mark.latin", "hint", rule="latin_is_said")
