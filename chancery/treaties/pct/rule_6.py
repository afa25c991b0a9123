"""Rule 6: the claims, as far as their words can be read. The searching Authority judges them; these are hints."""

import re

from chancery.treaties.kernel.rule import At, Found, rule
from chancery.treaties.pct.application import Application
from chancery.treaties.pct.force import FIRST_FILINGS
from chancery.treaties.pct.reading import ClaimText, claims, text_of_part

_NUMBER = r"\d{1,4}(?:\s*(?:-|–|to)\s*\d{1,4})?"
_REFERENCE = re.compile(rf"\bclaims?\s+({_NUMBER}(?:\s*(?:,|and/or|and|or)\s*{_NUMBER})*)", re.IGNORECASE)
_PRECEDING = re.compile(r"\b(?:any|one) (?:one )?of (?:the )?(?:preceding|previous|foregoing) claims", re.IGNORECASE)
_ALTERNATIVE = re.compile(r"\b(?:any|either|one|or)\b", re.IGNORECASE)
_RELIANCE = re.compile(
    r"\b(?:as (?:described|shown|illustrated|set out) in|substantially as)\b.{0,40}?"
    r"\b(?:description|drawings?|figures?|fig\.|herein)",
    re.IGNORECASE,
)


@rule("PCT Rule 6.1(b)", since=FIRST_FILINGS, severity="hint")
def claims_are_numbered_in_order(application: Application) -> Found:
    """Several claims are numbered consecutively in Arabic numerals."""
    found = [claim.number for claim in claims(application)]
    if found and found != list(range(1, len(found) + 1)):
        place = next(place for place, number in enumerate(found) if number != place + 1)
        yield At("parts.claims", f"Claim {place + 1} bears the number {found[place]}.")
    elif not found and text_of_part(application, "claims").strip():
        yield At("parts.claims", "No number was found.")


@rule("PCT Rule 6.2(a)", since=FIRST_FILINGS, severity="hint")
def claims_stand_for_themselves(application: Application) -> Found:
    """Claims do not rely on the description or the drawings, as in "as described in" or "as illustrated in figure"."""
    if application.language == "en":
        named = [str(claim.number) for claim in claims(application) if _RELIANCE.search(claim.text)]
        if named:
            yield At("parts.claims", f"Claims {', '.join(named)}.")


@rule("PCT Rule 6.4(a)", since=FIRST_FILINGS, severity="hint")
def claims_depend_in_the_alternative(application: Application) -> Found:
    """A claim that refers to several others refers to them in the alternative only, and not to another such claim."""
    if application.language != "en":
        return
    known = claims(application)
    several = {claim.number for claim in known if len(referred(claim)) > 1}
    for claim in known:
        if claim.number in several and not _is_alternative(claim):
            yield At("parts.claims", f"Claim {claim.number} refers to several claims together.")
        elif claim.number in several and (others := sorted(referred(claim) & several - {claim.number})):
            yield At("parts.claims", f"Claim {claim.number} refers to claim {others[0]}, which refers to several.")


def referred(claim: ClaimText) -> set[int]:
    """The numbers of the claims to which a claim in English refers."""
    if _PRECEDING.search(claim.text):
        return set(range(1, claim.number))
    found: set[int] = set()
    for reference in _REFERENCE.finditer(claim.text):
        for first, last in re.findall(r"(\d{1,4})(?:\s*(?:-|–|to)\s*(\d{1,4}))?", reference[1]):
            found |= set(range(int(first), int(last or first) + 1))
    return found


def _is_alternative(claim: ClaimText) -> bool:
    if _PRECEDING.search(claim.text):
        return True
    spans = [claim.text[max(0, one.start() - 20) : one.end()] for one in _REFERENCE.finditer(claim.text)]
    return all(_ALTERNATIVE.search(span) for span in spans if re.search(r"\d\D+\d", span))
