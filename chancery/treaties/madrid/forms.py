"""The forms of the Madrid system: those of applicants and holders (MM), and the model forms of Offices."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal

from chancery.treaties.kernel.confidence import Confidence


@dataclass(frozen=True, kw_only=True)
class Form:
    """``title`` is in our own words, ``confidence`` that of the title. One that is not ``in_use`` is of the past."""

    number: str
    issuer: Literal["holder", "Office"]
    title: str
    in_use: bool
    source: str
    confidence: Confidence


@cache
def forms() -> dict[str, Form]:
    """All forms by number, ``"MM4"`` or ``"Model form 3"``, in the order of the list."""
    tree = tomllib.loads(resources.files(__package__).joinpath("data/forms.toml").read_text("utf-8"))
    return {number: Form(number=number, **row) for number, row in tree.items()}


def form(number: str) -> Form | None:
    """A form by its number; nothing for a number that is not in the list."""
    return forms().get(number)
