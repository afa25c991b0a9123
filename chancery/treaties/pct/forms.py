"""The Treaty's forms: number, who issues it, what it is for, and whether its use is mandatory (AI 102)."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from chancery.treaties.kernel.confidence import Confidence

WITHOUT_TITLE = "Its title is not in our data"


@dataclass(frozen=True, kw_only=True)
class Form:
    """``title`` is in our own words and empty where it was not found; ``confidence`` is that of the title."""

    number: str
    issuer: str
    title: str
    mandatory: bool
    source: str
    confidence: Confidence

    @property
    def called(self) -> str:
        """The title, or that it is not known."""
        return self.title or WITHOUT_TITLE

    @property
    def cites(self) -> str:
        """As a citation: ``"PCT Form RO/106"``."""
        return f"PCT Form {self.number.removeprefix('PCT/')}"


@cache
def forms() -> dict[str, Form]:
    """All forms by number, in the order of the list: receiving Office, ISA, IB, IPEA, supplementary Authority."""
    tree = tomllib.loads(resources.files(__package__).joinpath("data/forms.toml").read_text("utf-8"))
    return {number: Form(number=number, **row) for number, row in tree.items()}


def form(number: str) -> Form | None:
    """A form by its number, ``"PCT/RO/106"``; nothing for a number that is not in the list."""
    return forms().get(number)
