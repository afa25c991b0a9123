"""Goods and services: which Nice class a term belongs to, why, and which accepted terms are like it.

    suggest(term, language="") -> tuple[Suggestion, ...]

    for one in suggest("Regenmantel", "de"):
        print(one.number, one.probability, one.words, [near.name.text for near in one.terms])

``language`` is one of ``LANGUAGES`` (ISO 639-1); empty where it is not known: then all are looked through. At most
``most`` (3) classes come back, the likeliest first, each with its probability, the words of the term that spoke for it,
and accepted terms. An empty answer means that there was no word in the term. ``others(name)`` tells what an accepted
term is called in the other languages, ``of_class(number, language)`` what is accepted in a class. ``use(folder)`` sets
the folder of the operator's own tables of terms, once, at the start. NumPy and the shipped files are read when the
first question comes, not at import.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from chancery.finder.goods.folding import LANGUAGES, LONGEST
from chancery.finder.goods.suggestion import BadTerms, Name, Near, Suggestion, Word

if TYPE_CHECKING:
    from chancery.finder.goods.assistant import Assistant

__all__ = [
    "LANGUAGES",
    "LONGEST",
    "BadTerms",
    "Name",
    "Near",
    "Suggestion",
    "Word",
    "of_class",
    "others",
    "suggest",
    "use",
]

_folder: Path | None = None
_assistants: "dict[Path | None, Assistant]" = {}


def use(folder: Path | None) -> None:
    """Take accepted terms from the tables of this folder too; from what is shipped alone where it is none.

    ``BadTerms`` says which table cannot be read, and why: at the start, not when somebody asks.
    """
    if folder is not None:
        from chancery.finder.goods.terms import read_folder

        read_folder(folder)
    global _folder  # noqa: PLW0603  # one office, one folder: set where the process starts
    _folder = folder
    _assistants.pop(folder, None)


def suggest(term: str, language: str = "", *, most: int = 3) -> tuple[Suggestion, ...]:
    """The likeliest Nice classes of a term of goods or services, the likeliest first."""
    return _assistant().suggest(term, language, most=most)


def of_class(number: int, language: str) -> tuple[Name, ...]:
    """The accepted terms of a class in one language, those of most holders first."""
    return _assistant().of_class(number, language)


def others(name: Name) -> Mapping[str, Name]:
    """What an accepted term is called in other languages, by language."""
    return _assistant().others(name)


def _assistant() -> "Assistant":
    from chancery.finder.goods.assistant import Assistant

    if _folder not in _assistants:
        _assistants[_folder] = Assistant(_folder) if _folder else Assistant()
    return _assistants[_folder]
