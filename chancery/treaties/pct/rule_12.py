"""Rules 12.1 and 26.3ter: the languages of the request, the abstract and the text in drawings."""

from chancery.treaties.kernel.rule import At, Found, rule
from chancery.treaties.pct.application import Application
from chancery.treaties.pct.force import AUTOMATIC_DESIGNATION
from chancery.treaties.pct.offices import PUBLICATION_LANGUAGES


@rule("PCT Rule 26.3ter(c)", since=AUTOMATIC_DESIGNATION, invites="PCT/RO/106")
def request_is_in_a_language_of_publication(application: Application) -> Found:
    """The request must be in a language of publication that the receiving Office accepts (Rule 12.1(c))."""
    if application.request_language and application.request_language not in PUBLICATION_LANGUAGES:
        yield "request_language"


@rule("PCT Rule 26.3ter(a)", since=AUTOMATIC_DESIGNATION, invites="PCT/RO/106")
def abstract_and_drawings_speak_the_language_of_filing(application: Application) -> Found:
    """The abstract and the text in the drawings must be in the language of the description and the claims, or be
    translated into it.
    """
    for part in application.parts:
        if part.kind in ("abstract", "drawings") and part.language not in ("", application.language):
            yield At(f"parts.{part.kind}", f"It is in {part.language}, the application in {application.language}.")


@rule("PCT Art. 11(1)(ii)", since=AUTOMATIC_DESIGNATION, confidence="unverified")
def description_and_claims_are_in_one_language(application: Application) -> Found:
    """Description and claims should be in one language; how the Office proceeds otherwise was amended in 2024."""
    for part in application.parts:
        if part.kind in ("description", "claims") and part.language not in ("", application.language):
            yield At(f"parts.{part.kind}", f"It is in {part.language}, the application in {application.language}.")
