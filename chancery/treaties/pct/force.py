"""Days from which the Treaty and its amendments apply, and by which date each is decided.

A day marked (memory) is not confirmed by a source we saw.
"""

from dataclasses import dataclass
from datetime import date

from chancery.treaties.kernel.periods import months
from chancery.treaties.kernel.rule import Trigger

FIRST_FILINGS = date(1978, 6, 1)
"""The first international applications could be filed; the Treaty was in force since 24 January 1978."""

THIRTY_MONTHS = date(2002, 4, 1)
"""Article 22(1) assures thirty months, as Article 39(1)(a) did before; until then it assured twenty."""

AUTOMATIC_DESIGNATION = date(2004, 1, 1)
"""Filing designates all States (Rule 4.9(a)), and Rules 20, 26bis and 90bis stand in their present order (memory)."""

RESTORATION = date(2007, 4, 1)
"""Restoration of priority and incorporation by reference, Rules 4.18, 20.5, 20.6, 26bis.2(c), 26bis.3 (memory)."""

SUPPLEMENTARY_SEARCH = date(2009, 1, 1)
"""Supplementary international search, Rule 45bis (memory)."""

SEQUENCES_IN_XML = date(2022, 7, 1)
"""Sequence listings follow WIPO Standard ST.26 in applications filed on or after this day."""

TEXT_SEEN = date(2022, 7, 1)
"""The Regulations as in force on this day are the text from which the rules here are written."""


@dataclass(frozen=True)
class Amendment:
    """An amendment: its first day, what it changed, and which date decides whether a case falls under it.

    ``seen`` is false where only its heading was seen: then nothing here follows from it.
    """

    since: date
    cites: str
    what: str
    trigger: Trigger
    seen: bool = True
    memory: bool = False

    def applies(self, day: date | None) -> bool:
        """Whether a case falls under it whose deciding date is ``day``; one not known yet is taken as to come."""
        return day is None or day >= self.since


RESTORED_PRIORITY = Amendment(
    RESTORATION, "PCT Rule 26bis.3", "Restoration of the right of priority", "filing date", memory=True
)
SEARCHED_AGAIN = Amendment(
    SUPPLEMENTARY_SEARCH, "PCT Rule 45bis", "Supplementary international search", "filing date", memory=True
)
OBSERVATIONS = Amendment(date(2012, 7, 2), "PCT AI 801", "Observations by third parties", "filing date", memory=True)
EXAMINED_AT_ONCE = Amendment(
    date(2019, 7, 1),
    "PCT Rule 69.1(a)",
    "Examination starts on receipt of demand, fees and report, not after the time limit for the demand",
    "demand",
    memory=True,
)
ERRONEOUS_PARTS = Amendment(
    date(2020, 7, 1), "PCT Rule 20.5bis", "Erroneously filed elements and parts", "filing date", memory=True
)
PARENT_INDICATIONS = Amendment(
    date(2020, 7, 1), "PCT Rule 26quater", "Correction of indications under Rule 4.11", "filing date", memory=True
)
OUTAGES = Amendment(
    date(2020, 7, 1), "PCT Rule 82quater.2", "Outage of an Office's electronic means", "expiry", memory=True
)
STANDARD_26 = Amendment(SEQUENCES_IN_XML, "PCT Rule 5.2", "Sequence listings under WIPO ST.26", "filing date")
EPIDEMICS = Amendment(date(2022, 7, 1), "PCT Rule 82quater.1", "Epidemics as force majeure", "expiry")
DISRUPTION = Amendment(date(2022, 7, 1), "PCT Rule 82quater.3", "Extension for a general disruption", "expiry")
LANGUAGES = Amendment(
    date(2024, 7, 1), "PCT Rule 12", "Languages; wording not seen", "filing date", seen=False, memory=True
)
FORMALITIES = Amendment(
    date(2025, 7, 1), "PCT Rule 26", "A change of Rule 26; wording not seen", "filing date", seen=False
)
DOCUMENTATION = Amendment(
    date(2026, 1, 1), "PCT Rule 34", "New minimum documentation and requirements (Rules 34, 36, 63)", "report"
)
PRIOR_ART = Amendment(
    date(2026, 1, 1), "PCT Rule 33", "Prior art includes disclosures other than in writing (Rules 33, 64)", "report"
)

AMENDMENTS: tuple[Amendment, ...] = (
    RESTORED_PRIORITY,
    SEARCHED_AGAIN,
    OBSERVATIONS,
    EXAMINED_AT_ONCE,
    ERRONEOUS_PARTS,
    PARENT_INDICATIONS,
    OUTAGES,
    STANDARD_26,
    EPIDEMICS,
    DISRUPTION,
    LANGUAGES,
    FORMALITIES,
    DOCUMENTATION,
    PRIOR_ART,
)
"""The amendments that are told apart, in their order. ``Amendment.trigger`` is the date that decides."""


def lengthened(*, since: date, expires: date) -> bool:
    """Whether a longer national limit reaches an application (Rule 50.1(d)): it applies to pending ones too.

    ``expires`` is the end of the old limit: an application whose limit had passed before ``since`` is not pending.
    """
    return expires >= since


def shortened(*, published: date, filed_on: date) -> bool:
    """Whether a shorter national limit reaches an application (Rule 50.1(c)): only one filed later than three
    months after the change was published.
    """
    return filed_on > months(3).after(published)
