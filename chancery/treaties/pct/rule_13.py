"""Rules 13bis and 13ter: deposited biological material, and sequences that are not listed."""

import re

from chancery.treaties.kernel.rule import At, Found, rule
from chancery.treaties.pct.application import Application
from chancery.treaties.pct.force import FIRST_FILINGS, SEQUENCES_IN_XML
from chancery.treaties.pct.reading import text_of_part


@rule("PCT Rule 13bis.3(a)", since=FIRST_FILINGS, severity="hint")
def identifies_every_deposit(application: Application) -> Found:
    """A reference to deposited biological material names the institution with its address, the day and the number.

    What is missing can be furnished within 16 months of the priority date (Rule 13bis.4(a)).
    """
    for place, deposit in enumerate(application.deposits):
        for word in ("institution", "address", "deposited_on", "number"):
            if not getattr(deposit, word):
                yield f"deposits.{place}.{word}"


@rule("PCT Rule 13ter.1", since=SEQUENCES_IN_XML, invites="PCT/ISA/225")
def lists_the_sequences_it_discloses(application: Application) -> Found:
    """An application that discloses sequences needs a sequence listing."""
    if application.part("sequence listing") is None:
        found = re.search(r"SEQ\.?\s*ID\.?\s*NO", text_of_part(application, "description"), re.IGNORECASE)
        if found:
            yield At("parts.sequence listing", f"The description speaks of {found[0]}.")
