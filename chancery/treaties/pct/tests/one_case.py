"""One application of 10 March 2026 with a Swiss priority of 14 March 2025, and what can be done with it."""

from dataclasses import replace
from datetime import date

from chancery.treaties import pct

FILED = date(2026, 3, 10)
PRIORITY = date(2025, 3, 14)

CLAIM = pct.PriorityClaim(office="CH", number="00123/25", filed_on=PRIORITY)
APPLICATION = pct.Application(
    title="Folding bicycle",
    language="en",
    searching_authority="EP",
    parties=(pct.Party(name="WEBER, Anna", kind="natural", nationality="CH", residence="CH"),),
    priority_claims=(CLAIM,),
    incorporation_by_reference=True,
    received_on=FILED,
)
AGENT = pct.Agent(name="Dupont, Marie")


def can(key, on, application=APPLICATION, **known):
    """Whether an act is possible on a day; ``known`` is what the record says besides."""
    return pct.possible(key, replace(pct.Record.of(application, filing_date=FILED), **known), application, on=on)


def barred(key, on, application=APPLICATION, **known):
    """The names of what stands against it."""
    return [finding.rule for finding in can(key, on, application, **known).findings]
