"""Every provision cited here, told in our own words: the ``texts*.toml`` of a treaty."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from chancery.treaties.kernel.citation import Citation, parse
from chancery.treaties.kernel.confidence import Confidence


@dataclass(frozen=True)
class Text:
    """``cites`` is the provision whose text this is: the one asked for, or the nearest one around it."""

    cites: str
    text: str
    confidence: Confidence = "rule"


@cache
def texts(treaty: str) -> dict[Citation, Text]:
    """All texts of a treaty by citation, in the order of its files; none where the house has no such treaty."""
    folder = resources.files("chancery.treaties").joinpath(treaty, "data")
    if not folder.is_dir():
        return {}
    files = sorted((one for one in folder.iterdir() if one.name.startswith("texts")), key=lambda one: one.name)
    trees = (tomllib.loads(one.read_text("utf-8")) for one in files)
    return {parse(cites): Text(cites, **row) for tree in trees for cites, row in tree.items()}


@cache
def treaties() -> tuple[str, ...]:
    """The treaties of which provisions are told, as they stand in addresses."""
    folders = (one.name for one in resources.files("chancery.treaties").iterdir() if one.is_dir())
    return tuple(sorted(name for name in folders if texts(name)))


def text_of(citation: str | Citation) -> Text | None:
    """The text of a provision, or of the nearest one around it: Rule 26.2 for Rule 26.2(a). Nothing where there is
    none.

    Raises ``NotACitation`` for text that is none.
    """
    wanted: Citation | None = parse(citation) if isinstance(citation, str) else citation
    while wanted is not None:
        if wanted in texts(wanted.treaty):
            return texts(wanted.treaty)[wanted]
        wanted = wanted.parent
    return None
