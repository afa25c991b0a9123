"""Rule 17: how the certified copy of an earlier application reaches the International Bureau."""

from chancery.treaties.kernel.rule import At, Found, rule
from chancery.treaties.pct.application import Application
from chancery.treaties.pct.force import AUTOMATIC_DESIGNATION, FIRST_FILINGS


@rule("PCT Rule 17.1(b-bis)", since=AUTOMATIC_DESIGNATION, severity="hint")
def gives_the_access_code(application: Application) -> Found:
    """To fetch a priority document from a digital library the International Bureau needs its access code."""
    for place, claim in enumerate(application.priority_claims):
        if claim.document == "digital library" and not claim.access_code.strip():
            yield f"priority_claims.{place}.access_code"


@rule("PCT Rule 17.1(b)", since=FIRST_FILINGS, severity="hint")
def asks_an_office_for_its_own_documents(application: Application) -> Found:
    """The receiving Office can be asked only for the copy of an earlier application that was filed with it."""
    for place, claim in enumerate(application.priority_claims):
        if claim.document == "receiving office" and claim.office != application.receiving_office:
            yield At(f"priority_claims.{place}.document", f"It was filed with {claim.office or 'an Office not named'}.")
