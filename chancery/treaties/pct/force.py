"""Days from which the Treaty and its amendments apply. The day marked (memory) is not confirmed by a source we saw."""

from datetime import date

FIRST_FILINGS = date(1978, 6, 1)
"""The first international applications could be filed; the Treaty was in force since 24 January 1978."""

AUTOMATIC_DESIGNATION = date(2004, 1, 1)
"""Filing designates all States (Rule 4.9(a)), and Rules 20, 26bis and 90bis stand in their present order (memory)."""

RESTORATION = date(2007, 4, 1)
"""Restoration of priority and incorporation by reference, Rules 4.18, 20.5, 20.6, 26bis.2(c), 26bis.3 (memory)."""

SEQUENCES_IN_XML = date(2022, 7, 1)
"""Sequence listings follow WIPO Standard ST.26 in applications filed on or after this day."""

TEXT_SEEN = date(2022, 7, 1)
"""The Regulations as in force on this day are the text from which the rules here are written."""
