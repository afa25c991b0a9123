"""Rule 8: the abstract."""

import re

from chancery.treaties.kernel.rule import At, Found, rule
from chancery.treaties.pct.application import Application
from chancery.treaties.pct.force import FIRST_FILINGS
from chancery.treaties.pct.reading import text_of_part

WORDS = range(50, 151)
_PRAISE = re.compile(
    r"\b(?:improved? advantages?|superior to|the best|outstanding|revolutionary|unique advantages?)\b", re.IGNORECASE
)
_FIGURE = re.compile(r"(?:fig(?:ure)?\.?\s*)?\d{1,3}[A-Za-z]?'?", re.IGNORECASE)


@rule("PCT Rule 8.1(b)", since=FIRST_FILINGS, severity="hint")
def abstract_is_concise(application: Application) -> Found:
    """The abstract should be as short as the disclosure permits, in English preferably from 50 to 150 words."""
    abstract = application.part("abstract")
    if abstract and abstract.words is not None and application.language == "en" and abstract.words not in WORDS:
        yield At("parts.abstract", f"It has {abstract.words} word{'s' if abstract.words != 1 else ''}.")


@rule("PCT Rule 8.1(c)", since=FIRST_FILINGS, severity="hint")
def abstract_does_not_praise(application: Application) -> Found:
    """The abstract does not speak of alleged merits or value of the invention, or of its supposed use."""
    if application.language == "en" and (found := _PRAISE.search(text_of_part(application, "abstract"))):
        yield At("parts.abstract", f"Found: {found[0]}.")


@rule("PCT Rule 8.2(a)", since=FIRST_FILINGS, severity="hint")
def suggests_a_figure_of_the_drawings(application: Application) -> Found:
    """The figure suggested for the abstract is one of the drawings, named by its number.

    Without a suggestion the searching Authority chooses.
    """
    suggested = application.abstract_figure.strip()
    if suggested and not _FIGURE.fullmatch(suggested):
        yield At("abstract_figure", f"Found: {suggested}.")
    elif suggested and application.part("drawings") is None:
        yield At("abstract_figure", "There are no drawings.")
