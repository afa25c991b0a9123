"""The Vienna Agreement: 29 categories of figurative elements and their divisions, for marks with a picture.

``classification()`` tells it; a division is written ``1.3`` and a section ``1.3.1``. Sections are not here: one is
found by its division. Titles are short ones of our own.
"""

from functools import cache

from chancery.treaties.kernel.classification import Classification, Heading, edition_of, table


def spell(numbers: tuple[int, ...]) -> str:
    """Numbers without leading zeros: 26.4.2."""
    return ".".join(map(str, numbers)) if len(numbers) <= 3 else ""


@cache
def classification() -> Classification:
    """The classification in the edition that is known here."""
    found = table(__package__, "categories.toml")
    divisions = table(__package__, "divisions.toml")
    return Classification(
        key="vienna",
        name="Vienna Classification",
        edition=edition_of(found["edition"]),
        headings=(
            *(Heading(symbol, title, "") for symbol, title in found["categories"].items()),
            *(Heading(symbol, title, symbol.partition(".")[0]) for symbol, title in divisions.items()),
        ),
        moves=(),
        spell=spell,
        missing="144 of the 145 divisions are here, and none of the sections.",
    )


__all__ = ["classification", "spell"]
