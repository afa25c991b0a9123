"""The declared recipe: which parts of likeness two pictures have, what each measures, and what it weighs.

Each part fails where another holds: the look of a whole is lost when it is redrawn as an outline, the pattern when it
is turned or cut, the outlines when it is cut. Weights were chosen on one half of a set of logos and told on the other
(``bench/similar_pictures.py`` says how).
"""

from chancery.finder.similar.recipe import Part

RECIPE = (
    Part(
        "look",
        "Look of the whole",
        "How alike both are to a network that has learned to tell things apart, without their colours.",
        0.45,
    ),
    Part(
        "pattern",
        "Pattern",
        "How light and dark are spread over both, coarsely, in 256 yes or no.",
        0.15,
    ),
    Part(
        "outline",
        "Outlines",
        "Where the edges of both lie, and which way they run, at the best turn or as in a mirror.",
        0.40,
    ),
)
VERSION = "2026-11-22"
"""Changes with every change of the recipe or of how pictures are measured."""

WEIGHTS = {part.name: part.weight for part in RECIPE}
FLOORS = {"look": 0.38, "pattern": 0.51, "outline": 0.37}
"""How alike two pictures usually are that have nothing to do with each other: it scores 0, and 1 is the same."""


def parts(*, looks: bool) -> tuple[Part, ...]:
    """The recipe as it is used here: without the network, the other parts by their weights."""
    return tuple(part for part in RECIPE if looks or part.name != "look")
