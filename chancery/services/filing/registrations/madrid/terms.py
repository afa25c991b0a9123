"""The assistant for goods and services: for each term that was typed the likeliest classes, and why."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from chancery.finder import goods
from chancery.treaties import nice

MOST = 20
"""So many terms are looked up at once."""
LIKELY = 0.02
"""What is less likely is not offered."""
LONGEST = 20_000
"""Characters that are looked at."""


@dataclass(frozen=True)
class Offer:
    """A class for a term. ``value`` is what the button sends; ``like`` are accepted terms that are like it."""

    number: int
    title: str
    percent: int
    words: str
    like: tuple[str, ...]
    accepted: bool
    value: str


@dataclass(frozen=True)
class Looked:
    """A term as it was typed, and the classes offered for it, the likeliest first."""

    term: str
    offers: tuple[Offer, ...]


def look_up(text: str, *, language: str) -> list[Looked]:
    """What the assistant says of each line, or of each term between semicolons."""
    terms = dict.fromkeys(one.strip() for line in text.splitlines() for one in line.split(";") if one.strip())
    return [Looked(term, tuple(_offers(term, language))) for term in [*terms][:MOST]]


def _offers(term: str, language: str) -> Iterator[Offer]:
    for one in goods.suggest(term[: goods.LONGEST], language if language in goods.LANGUAGES else ""):
        heading = nice.classification().get(str(one.number))
        if one.probability >= LIKELY and heading:
            yield Offer(
                number=one.number,
                title=heading.title,
                percent=max(1, round(one.probability * 100)),
                words=", ".join(word.text for word in one.words[:4]),
                like=tuple(near.name.text for near in one.terms[:3]),
                accepted=one.accepted,
                value=f"{one.number} {term}",
            )


def chosen(values: Iterable[str]) -> list[tuple[int, str]]:
    """Terms with their classes, as the buttons send them; what is none is left out."""
    pairs = (value.partition(" ") for value in values)
    return [(int(number), term) for number, _space, term in pairs if number.isascii() and number.isdigit() and term]
