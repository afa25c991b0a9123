"""Offices in their PCT roles: International Searching Authorities, receiving Offices and the languages they accept."""

import tomllib
from functools import cache
from importlib import resources
from typing import Any

from chancery.treaties.kernel.dated import Dated, load

PUBLICATION_LANGUAGES = frozenset({"ar", "zh", "en", "fr", "de", "ja", "ko", "pt", "ru", "es"})
"""Languages of publication, Rule 48.3(a)."""

NOT_IN_THE_LIST = {"UP": "European patent with unitary effect"}
"""Codes used here that the standard's list as we have it lacks."""


@cache
def names() -> dict[str, str]:
    """States, Offices and organizations by their codes of WIPO Standard ST.3."""
    text = resources.files(__package__).joinpath("data/offices_codes.toml").read_text("utf-8")
    return tomllib.loads(text)


def name_of(code: str) -> str:
    """What a code of WIPO Standard ST.3 stands for; the code itself where it is none."""
    return NOT_IN_THE_LIST.get(code) or names().get(code, code)


@cache
def _facts() -> dict[str, Any]:
    return load(resources.files(__package__).joinpath("data/offices.toml"))


def searching_authorities() -> dict[str, Dated]:
    """International Searching Authorities by ST.3 code, each with its name, source and mark."""
    authorities: dict[str, Dated] = _facts()["searching_authority"]
    return authorities


def accepted_languages(office: str) -> Dated | None:
    """Languages in which an Office accepts international applications; nothing where we do not know."""
    languages: dict[str, Dated] = _facts()["filing_language"]
    return languages.get(office)
