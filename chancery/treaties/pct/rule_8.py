"""Rule 8: the abstract."""

from chancery.treaties.kernel.rule import At, Found, rule
from chancery.treaties.pct.application import Application
from chancery.treaties.pct.force import FIRST_FILINGS

WORDS = range(50, 151)


@rule("PCT Rule 8.1(b)", since=FIRST_FILINGS, severity="hint")
def abstract_is_concise(application: Application) -> Found:
    """The abstract should be as short as the disclosure permits, in English preferably from 50 to 150 words."""
    abstract = application.part("abstract")
    if abstract and abstract.words is not None and application.language == "en" and abstract.words not in WORDS:
        yield At("parts.abstract", f"It has {abstract.words} word{'s' if abstract.words != 1 else ''}.")
