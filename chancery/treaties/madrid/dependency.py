"""How far a registration depends on its basic mark, and what its successors are called (Art. 6; Rules 22, 27, 27bis).

For five years from the date of the registration it falls with the basic mark, to the extent that the basic mark falls;
after that only where proceedings that began within the five years end it. Registrations that came out of another by a
partial change in ownership or a division have its number with a letter, and fall with it.
"""

import re
from collections.abc import Iterable
from datetime import date

from chancery.treaties.kernel.periods import Period
from chancery.treaties.madrid.application import Good

FIVE_YEARS = Period(years=5)
LETTERS = 26


def depends(registered_on: date, *, ceased_on: date, began_on: date | None = None) -> bool:
    """Whether the registration falls with a basic mark that ceased to have effect on ``ceased_on`` (Art. 6(3)).

    ``began_on`` is the day on which the proceedings began by which it ceased: an appeal, an action, an opposition, or
    one during which the basic mark was withdrawn or renounced. A later designation has no five years of its own.
    """
    independent = FIVE_YEARS.after(registered_on)
    return ceased_on < independent or (began_on is not None and began_on < independent)


def extent(goods: Iterable[Good], *, ceased: Iterable[Good]) -> tuple[int, ...]:
    """Places in the list of the registration that fall where these goods and services of the basic mark ceased.

    Compared are class and words, without regard to capitals. What is worded otherwise the Office of origin has to say.
    """
    gone = {(good.number, good.text.strip().casefold()) for good in ceased}
    return tuple(place for place, good in enumerate(goods) if (good.number, good.text.strip().casefold()) in gone)


def base(number: str) -> str:
    """The number without the letters of a part: ``"1234567"`` of ``"1 234 567 AB"``. Raises ``ValueError``."""
    return _split(number)[0]


def successor(number: str, taken: Iterable[str]) -> str:
    """The number of the next registration that comes out of one: the same digits with the next free letter.

    ``taken`` are the numbers there are; after Z comes AA. Raises ``ValueError`` for what is no number.
    """
    digits = base(number)
    last = max((_rank(letters) for each, letters in map(_split, taken) if each == digits), default=0)
    return digits + _letters(last + 1)


def merged(number: str) -> str:
    """The number under which parts that are merged go on: that of the registration from which they came."""
    return base(number)


def family(number: str, known: Iterable[str]) -> tuple[str, ...]:
    """Of the numbers that are known, those that fall together with one: it, and what came out of the same."""
    digits = base(number)
    return tuple(each for each in known if base(each) == digits)


def _split(number: str) -> tuple[str, str]:
    found = re.fullmatch(r"(\d+)([A-Z]*)", re.sub(r"\s", "", number))
    if not found:
        raise ValueError(f"{number!r} is no registration number; write digits and letters, as 1234567A")
    return found[1], found[2]


def _rank(letters: str) -> int:
    """A is 1, Z is 26, AA is 27; nothing is 0."""
    rank = 0
    for letter in letters:
        rank = rank * LETTERS + ord(letter) - ord("A") + 1
    return rank


def _letters(rank: int) -> str:
    letters = ""
    while rank:
        rank, place = divmod(rank - 1, LETTERS)
        letters = chr(ord("A") + place) + letters
    return letters
