"""What the pages and the API ask of the classifications and of the assistant for goods and services."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from chancery.core.saying import said
from chancery.finder import goods
from chancery.treaties import locarno, nice, vienna
from chancery.treaties.kernel.classification import Classification, Heading, Move

FOUND = {"nice": nice.classification, "locarno": locarno.classification, "vienna": vienna.classification}
OFFICE_LANGUAGES = ("en", "fr", "es")
"""The languages in which an international application lists goods and services (Madrid Rule 6(1))."""

MOST_KEPT = 200
MOST_COMMON = 6
LIKELY = 0.5
LEAST_SHARE = 0.05
"""A word with a smaller share is not shown among the reasons."""


def classification(key: str) -> Classification | None:
    return FOUND[key]() if key in FOUND else None


def classifications() -> list[Classification]:
    return [read() for read in FOUND.values()]


def search(found: Classification, text: str) -> tuple[Heading, ...]:
    """Headings by symbol, or by words of their titles, in English or in the reader's language."""
    return found.search(text, said)


# Which class is it?


@dataclass(frozen=True)
class Option:
    """An accepted term, how like the one asked it is, and what it is called in the languages of an application."""

    near: goods.Near
    translations: Mapping[str, str]


@dataclass(frozen=True)
class Answer:
    """One class for a term, with its heading, what moved in or out of it with the edition, and accepted terms.

    ``common`` are names that are common in the class, where none is like the one asked.
    """

    suggestion: goods.Suggestion
    heading: Heading
    moves: tuple[Move, ...]
    options: tuple[Option, ...]
    common: tuple[goods.Name, ...]

    @property
    def likely(self) -> bool:
        return self.suggestion.probability >= LIKELY

    @property
    def percent(self) -> str:
        """How probable the class is; never quite certain, never nothing."""
        return percent(self.suggestion.probability)

    @property
    def shares(self) -> list[dict[str, object]]:
        """The words that spoke for the class, each with its share."""
        words = (one for one in self.suggestion.words if one.share >= LEAST_SHARE)
        return [{"text": one.text, "share": one.share, "percent": percent(one.share)} for one in words]


def percent(share: float) -> str:
    return f"{min(max(round(100 * share), 1), 99 if share < 1 else 100)} %"


def answers(term: str, language: str = "", *, most: int = 3) -> list[Answer]:
    """The likeliest classes of a term, the likeliest first; none where it has no word."""
    return [_answer(one, language) for one in goods.suggest(term, language, most=most)]


def _answer(one: goods.Suggestion, language: str) -> Answer:
    tree = nice.classification()
    heading = tree.get(str(one.number))
    assert heading is not None
    common = () if one.terms else goods.of_class(one.number, language or "en")[:MOST_COMMON]
    return Answer(one, heading, tree.moved(heading.symbol), tuple(_option(near) for near in one.terms), common)


def _option(near: goods.Near) -> Option:
    called = goods.others(near.name)
    return Option(near, {code: called[code].text for code in OFFICE_LANGUAGES if code in called})


@dataclass(frozen=True, order=True)
class Kept:
    """A term on somebody's list, with its class; in an address ``25:T-shirts``."""

    number: int
    text: str

    def __str__(self) -> str:
        return f"{self.number}:{self.text}"


def kept(written: Sequence[str]) -> list[Kept]:
    """The list that an address carries: each term once, in the order of the classes; without what cannot be read."""
    found = []
    for one in written[:MOST_KEPT]:
        number, _, text = one.partition(":")
        if number in map(str, (*nice.GOODS, *nice.SERVICES)) and text.strip():
            found.append(Kept(int(number), " ".join(text.split())[: goods.LONGEST]))
    return sorted(dict.fromkeys(found), key=lambda one: one.number)


def as_text(listed: Sequence[Kept]) -> str:
    """The list as an application has it: a line a class, its terms parted by semicolons."""
    numbers = dict.fromkeys(one.number for one in listed)
    return "\n".join(f"{number}: {'; '.join(one.text for one in listed if one.number == number)}" for number in numbers)
