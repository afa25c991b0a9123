"""WIPO Standard ST.26: sequence listings in XML, read and checked by its paragraphs.

The numbers of the paragraphs follow version 1.5 of the Standard. Those of the file, the general part, the sequence data
and free text agree with the ones that 37 CFR 1.833 names; the others are noted from memory, as the text of the Standard
was not at hand. The searching Authority has the last word (PCT Rule 13ter.1).
"""

from chancery.standards.st26.listing import Listing
from chancery.standards.st26.reading import NotAListing, read
from chancery.standards.st26.report import Fault, Molecule, Report, Summary, check, summary
from chancery.standards.st26.rules import RULES

MEDIA_TYPE = "application/xml"

__all__ = [
    "MEDIA_TYPE",
    "RULES",
    "Fault",
    "Listing",
    "Molecule",
    "NotAListing",
    "Report",
    "Summary",
    "check",
    "read",
    "summary",
]
