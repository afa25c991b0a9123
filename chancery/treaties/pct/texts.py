"""Every provision cited here, told in our own words, so that each citation has a page."""

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


FILES = ("texts.toml", "texts_limits.toml")


@cache
def texts() -> dict[Citation, Text]:
    """All texts by citation, in the order of the files."""
    data = resources.files(__package__).joinpath("data")
    trees = (tomllib.loads(data.joinpath(name).read_text("utf-8")) for name in FILES)
    return {parse(cites): Text(cites, **row) for tree in trees for cites, row in tree.items()}


def text_of(citation: str | Citation) -> Text | None:
    """The text of a provision, or of the nearest one around it: Rule 26.2 for Rule 26.2(a). Nothing where there is
    none.

    Raises ``NotACitation`` for text that is none.
    """
    wanted: Citation | None = parse(citation) if isinstance(citation, str) else citation
    while wanted is not None:
        if wanted in texts():
            return texts()[wanted]
        wanted = wanted.parent
    return None
