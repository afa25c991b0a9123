"""Offices in their PCT roles: International Searching Authorities, receiving Offices and the languages they accept."""

from functools import cache
from importlib import resources
from typing import Any

from chancery.treaties.kernel.dated import Dated, load

PUBLICATION_LANGUAGES = frozenset({"ar", "zh", "en", "fr", "de", "ja", "ko", "pt", "ru", "es"})
"""Languages of publication, Rule 48.3(a)."""


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
