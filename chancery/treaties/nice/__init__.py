"""The Nice Agreement: the classes of goods (1 to 34) and of services (35 to 45), for marks.

``classification()`` tells it: ``.get("25").title``, ``.search("clothing")``, ``.edition``, ``.moved("9")``. Titles are
short ones of our own, never the class headings.
"""

from functools import cache

from chancery.treaties.kernel.classification import Classification, Heading, edition_of, moves_of, table

GOODS = range(1, 35)
SERVICES = range(35, 46)


def spell(numbers: tuple[int, ...]) -> str:
    """A class is one number, without a leading zero."""
    return str(numbers[0]) if len(numbers) == 1 else ""


@cache
def classification() -> Classification:
    """The classification in the edition that is known here."""
    found = table(__package__, "classes.toml")
    return Classification(
        key="nice",
        name="Nice Classification",
        edition=edition_of(found["edition"]),
        headings=tuple(
            Heading(number, title, "", kind) for kind in ("goods", "services") for number, title in found[kind].items()
        ),
        moves=moves_of(table(__package__, "moves.toml")),
        spell=spell,
        missing="The alphabetical list of terms and the explanatory notes are not here: they are texts of WIPO.",
    )


__all__ = ["GOODS", "SERVICES", "classification", "spell"]
