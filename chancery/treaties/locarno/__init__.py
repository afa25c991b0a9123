"""The Locarno Agreement: 32 classes of products and their subclasses, for designs.

``classification()`` tells it; a symbol is written ``06-01``. Titles are short ones of our own.
"""

from functools import cache

from chancery.treaties.kernel.classification import Classification, Heading, edition_of, moves_of, table


def spell(numbers: tuple[int, ...]) -> str:
    """Class and subclass, two digits each."""
    return "-".join(f"{one:02}" for one in numbers) if len(numbers) <= 2 else ""


@cache
def classification() -> Classification:
    """The classification in the edition that is known here."""
    found = table(__package__, "classes.toml")
    subclasses = table(__package__, "subclasses.toml")
    return Classification(
        key="locarno",
        name="Locarno Classification",
        edition=edition_of(found["edition"]),
        headings=(
            *(Heading(symbol, title, "") for symbol, title in found["classes"].items()),
            *(Heading(symbol, title, symbol.partition("-")[0]) for symbol, title in subclasses.items()),
        ),
        moves=moves_of(table(__package__, "moves.toml")),
        spell=spell,
        missing="The edition of the list of subclasses is not known for sure, and the list of products is not here.",
    )


__all__ = ["classification", "spell"]
