"""The days from which the rules of this package hold, and who remedies what an application lacks (Rule 11)."""

from datetime import date

PROTOCOL = date(1996, 4, 1)
"""Applications under the Protocol were received from that day on (from memory)."""

EMAIL = date(2021, 2, 1)
"""An e-mail address of applicants and representatives must be given (from memory)."""

APPLICANT = "Madrid Rule 11(2)"
ORIGIN = "Madrid Rule 11(4)"
EITHER = "Madrid Rule 11(3)"
PARTY = "Madrid Rule 11(6)"
CLASSES = "Madrid Rule 12"
TERMS = "Madrid Rule 13"
"""Under which Rule the International Bureau tells of an irregularity, which says who remedies it."""
