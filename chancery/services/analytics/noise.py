"""The one place where noise is made: by OpenDP, which draws it exactly, in whole numbers, and proves what it costs.

OpenDP is an extra (``requirements/analytics.txt``). Without it nothing is counted and nothing is published: noise that
is drawn with floating point numbers can give away what it hides.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from chancery.core.refusal import Refused


@dataclass(frozen=True)
class Noised:
    """Numbers that may be told, and what they cost a visitor-day by OpenDP's own proof."""

    values: tuple[int, ...]
    epsilon: float


def available() -> bool:
    """Whether OpenDP is installed."""
    return find_spec("opendp") is not None


def laplace(values: Sequence[int], *, scale: int, distance: int) -> Noised:
    """The numbers with discrete Laplace noise. ``distance``: by how much, in sum, one visitor-day changes them."""
    measure = measurement(scale)
    return Noised(tuple(measure(list(values))), float(measure.map(distance)))


@cache
def measurement(scale: int) -> Any:
    """OpenDP's measurement on vectors of whole numbers under the L1 distance."""
    if not available():
        raise Refused.because("OpenDP is not installed: nothing is counted and nothing is published without it.")
    dp = import_module("opendp.prelude")
    dp.enable_features("contrib")
    return dp.m.make_laplace(dp.vector_domain(dp.atom_domain(T=int)), dp.l1_distance(T=int), float(scale))
