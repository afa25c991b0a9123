"""What is counted, and what it costs the visitor: the tables, their bounds, their noise. Derived in decision 0017.

Unit: a *visitor-day*, everything that one pair of network address and browser does on one day of the office, as long
as the day's key lives. Neighbours are two histories of which one has one visitor-day more than the other.

A visitor-day changes a table by at most its ``bound`` (L1 distance). Discrete Laplace noise of scale ``s`` on every
cell then costs ``bound / s``; the costs of the tables, and of the limit of the memory, add up to `EPSILON`, because one
visitor-day stands in all of them. It stands in the tables of one week only, so the weeks do not add up for it. Pure ε:
no δ, as all keys are fixed beforehand.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import exp, sqrt, tanh

EPSILON = 1.0
MOST_LIVES = 4  # of the key, a day; what comes after the fourth is not counted before midnight
SURE = 0.95  # how often the true number lies within the error that is shown
GRID = 1 << 16  # whole numbers over which a distribution is worked out; its spread stays below a fiftieth of it


@dataclass(frozen=True)
class Table:
    """``bound``: in how many of its cells a visitor-day is counted at most, once in each. ``scale``: of its noise."""

    name: str
    bound: int
    scale: int

    @property
    def epsilon(self) -> float:
        """What the table costs a visitor-day."""
        return self.bound / self.scale


DAYS = Table("days", 1, 10)  # the days of the week
PAGES = Table("pages", 7, 20)  # addresses of the portal, without what stands in them
SERVICES = Table("services", 3, 20)  # their first words
LANGUAGES = Table("languages", 1, 10)  # of the first page
REFERRERS = Table("referrers", 1, 10)  # from what kind of place the visitor came
COUNTRIES = Table("countries", 1, 10)  # where the operator has a table of networks
STAYS = Table("stays", 2, 25)  # service and how long a page was looked at
TABLES = (DAYS, PAGES, SERVICES, LANGUAGES, REFERRERS, COUNTRIES, STAYS)
BY_NAME = {table.name: table for table in TABLES}

MOST_MARKS = 4_000_000  # facts that one life of the key remembers, about 400 MB; what comes after is not counted
MARKS = sum(table.bound for table in TABLES)  # of one visitor-day, in one life
ROOM_SCALE = 3200
"""Of the noise in `MOST_MARKS`. Without it, whoever filled the memory to the last place could see by one fact that no
longer counts whether somebody else had been there. With it, that costs ``MARKS * MOST_LIVES / ROOM_SCALE``.
"""


def release_scale(table: Table, lives: int) -> int:
    """The scale of a release's noise. A key that is made anew counts a visitor again: the noise grows with that."""
    return table.scale * max(lives, 1)


def error(table: Table, lives: Sequence[int]) -> int:
    """The half-width within which the true number lies in 95 of 100 cases, of a sum over weeks.

    ``lives``: the most lives of a day's key, for each of the weeks. Each week carries two independent draws: the noise
    with which its counter began, and that of its release.
    """
    return _half_width(tuple(sorted(scale for one in lives for scale in (table.scale, release_scale(table, one)))))


@lru_cache(maxsize=512)
def _half_width(scales: tuple[int, ...]) -> int:
    """From the product of the characteristic functions of discrete Laplace distributions with these scales."""
    import numpy as np  # a quarter of a second, for which no start of the portal waits

    angle = 2 * np.pi * np.arange(GRID) / GRID
    product = np.ones(GRID)
    for scale in scales:
        decay = exp(-1 / scale)
        product *= (1 - decay) ** 2 / (1 - 2 * decay * np.cos(angle) + decay**2)
    chances = np.fft.ifft(product).real  # of 0, 1, 2 …; the second half holds the negative ones
    within = chances[0] + 2 * np.cumsum(chances[1 : GRID // 2])
    return int(np.argmax(within >= SURE)) + 1


def telling_apart(epsilon: float) -> float:
    """By how much, at most, anybody's guess whether a visitor-day is in a release beats a coin: hits less false alarms.

    (e^ε - 1) / (e^ε + 1): what pure ε-differential privacy allows the best of all tests.
    """
    return tanh(epsilon / 2)


def spread(table: Table, lives: int = 1) -> float:
    """The standard deviation of a published cell of one week."""
    decays = (exp(-1 / table.scale), exp(-1 / release_scale(table, lives)))
    return sqrt(sum(2 * decay / (1 - decay) ** 2 for decay in decays))
