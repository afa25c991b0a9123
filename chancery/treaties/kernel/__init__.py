"""What all treaties share: rules and findings, time, calendars, dated numbers, money, and cases."""

from chancery.treaties.kernel.confidence import Confidence, least
from chancery.treaties.kernel.determine import NotDeterminable
from chancery.treaties.kernel.fees import FeeLine, FeeSheet
from chancery.treaties.kernel.limits import Nature, TimeLimit
from chancery.treaties.kernel.money import CurrencyMismatch, Money
from chancery.treaties.kernel.rule import At, Finding, Found, Rule, Severity, ask, rule
from chancery.treaties.kernel.step import Step

__all__ = [
    "At",
    "Confidence",
    "CurrencyMismatch",
    "FeeLine",
    "FeeSheet",
    "Finding",
    "Found",
    "Money",
    "Nature",
    "NotDeterminable",
    "Rule",
    "Severity",
    "Step",
    "TimeLimit",
    "ask",
    "least",
    "rule",
]
