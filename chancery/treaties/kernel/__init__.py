"""What all treaties share: rules and findings, time, calendars, dated numbers, money, and cases."""

from chancery.treaties.kernel.calendar import Calendar, Calendars, of_office
from chancery.treaties.kernel.citation import Citation, NotACitation
from chancery.treaties.kernel.clocks import Clock, clock_of, in_time, local_day
from chancery.treaties.kernel.confidence import Confidence, least
from chancery.treaties.kernel.determine import NotDeterminable
from chancery.treaties.kernel.fees import FeeLine, FeeSheet
from chancery.treaties.kernel.limits import Nature, TimeLimit
from chancery.treaties.kernel.money import CurrencyMismatch, Money
from chancery.treaties.kernel.periods import Period, days, months
from chancery.treaties.kernel.reckoning import Reckoning, earlier_of, later_of
from chancery.treaties.kernel.rule import At, Finding, Found, Rule, Severity, ask, rule
from chancery.treaties.kernel.step import Step

__all__ = [
    "At",
    "Calendar",
    "Calendars",
    "Citation",
    "Clock",
    "Confidence",
    "CurrencyMismatch",
    "FeeLine",
    "FeeSheet",
    "Finding",
    "Found",
    "Money",
    "Nature",
    "NotACitation",
    "NotDeterminable",
    "Period",
    "Reckoning",
    "Rule",
    "Severity",
    "Step",
    "TimeLimit",
    "ask",
    "clock_of",
    "days",
    "earlier_of",
    "in_time",
    "later_of",
    "least",
    "local_day",
    "months",
    "of_office",
    "rule",
]
