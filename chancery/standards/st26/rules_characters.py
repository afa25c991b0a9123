"""ST.26 on characters: paragraphs 40 and 41."""

from chancery.standards.st26.listing import Listing
from chancery.standards.st26.rules_file import SINCE
from chancery.treaties.kernel.rule import At, Found, rule


@rule("WIPO ST.26 para. 40", since=SINCE)
def writes_english_values_in_basic_latin(listing: Listing) -> Found:
    """Only names, titles and values in another language may have other characters than those of Basic Latin."""
    for name, text in (("ApplicantNameLatin", listing.applicant_latin), ("InventorNameLatin", listing.inventor_latin)):
        if not text.isascii():
            yield At(name, f"{name}.")
    for sequence, feature, one in listing.qualifiers():
        if not (one.value or "").isascii() or not feature.key.isascii():
            yield At(f"sequences.{sequence.number}", f"{sequence.name}: {one.name[:40]}.")
