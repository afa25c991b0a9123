"""What the assistant answers: a class, how sure, which words spoke for it, and accepted terms like the one asked."""

from dataclasses import dataclass


class BadTerms(ValueError):
    """A table of terms that cannot be read; the message names the line and what to do."""


@dataclass(frozen=True)
class Name:
    """A term that has been accepted: its language (ISO 639-1), its Nice class, how many holders have it, and where.

    ``group`` is the same for the names that one thing has in several languages; empty where that is not known.
    """

    text: str
    language: str
    number: int
    holders: int = 1
    source: str = ""
    group: str = ""


@dataclass(frozen=True)
class Near:
    """An accepted term and how like the one asked it is: 1 is the same but for case, accents and signs."""

    name: Name
    likeness: float


@dataclass(frozen=True)
class Word:
    """A word of the term asked, and its share of all that speaks for the class. The shares of a term make 1 or less."""

    text: str
    share: float


@dataclass(frozen=True)
class Suggestion:
    """A Nice class for a term. ``probability`` is of this class among the 45; those of all 45 make 1.

    ``accepted`` says that this very term has been accepted in this class.
    """

    number: int
    probability: float
    words: tuple[Word, ...]
    terms: tuple[Near, ...]

    @property
    def accepted(self) -> bool:
        return bool(self.terms) and self.terms[0].likeness == 1
