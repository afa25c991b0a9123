"""The table of provisions narrowed: by words, by kind, by what rests on them, by how sure their text is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from chancery.services.laws.provisions import Provision, table

USES: Mapping[str, Callable[[Provision], bool]] = {
    "rules": lambda one: bool(one.rules),
    "limits": lambda one: bool(one.limits),
    "acts": lambda one: bool(one.acts),
    "bars": lambda one: bool(one.bars),
    "fees": lambda one: bool(one.fees or one.amounts),
    "statuses": lambda one: bool(one.statuses),
}
"""What can rest on a provision, by its word in an address."""


@dataclass(frozen=True)
class Wanted:
    """Which provisions. All of the ``words`` stand in the citation or the text; what is empty asks nothing."""

    words: str = ""
    kind: str = ""
    use: str = ""
    sure: str = ""

    def fits(self, one: Provision) -> bool:
        text = f"{one.cites} {one.text.text if one.text and one.own_text else ''}".casefold()
        return (
            all(word in text for word in self.words.casefold().split())
            and self.kind in ("", one.citation.kind)
            and (not self.use or USES[self.use](one))
            and self.sure in ("", one.confidence)
        )


def narrowed(treaty: str, wanted: Wanted) -> list[Provision]:
    """The provisions of a treaty that are wanted, in the order of the law."""
    return [one for one in table(treaty) if wanted.fits(one)]
