"""The Patent Cooperation Treaty: its table of contents."""

from chancery.treaties.kernel.determine import NotDeterminable
from chancery.treaties.kernel.fees import FeeLine, FeeSheet
from chancery.treaties.kernel.limits import TimeLimit
from chancery.treaties.kernel.money import Money
from chancery.treaties.kernel.plain import BadData
from chancery.treaties.kernel.rule import Finding, Rule
from chancery.treaties.kernel.step import Step
from chancery.treaties.pct.acts import ACTS, BARS, Act, Possible, act, acts, possible
from chancery.treaties.pct.application import (
    Agent,
    Application,
    Declaration,
    Deposit,
    EarlierSearch,
    Format,
    Parent,
    Part,
    PartKind,
    Party,
    PriorityClaim,
    SheetMeasure,
    Signature,
)
from chancery.treaties.pct.basis import publication
from chancery.treaties.pct.closures import last_day
from chancery.treaties.pct.costs import OfficeCost, national_costs
from chancery.treaties.pct.costs_case import Extent
from chancery.treaties.pct.delays import Excuse, excuse
from chancery.treaties.pct.events import CaseEvent, Happened, StateAt, case_events, history, st27, state_at
from chancery.treaties.pct.fees_acts import FEES, act_fee
from chancery.treaties.pct.fees_refunds import Course, Refund, refunds
from chancery.treaties.pct.forms import Form, form, forms
from chancery.treaties.pct.limits import LIMITS, time_limits
from chancery.treaties.pct.national import NationalLimit, national_limits
from chancery.treaties.pct.publication import Publication
from chancery.treaties.pct.record import Closure, Delay, Invitation, NationalEntry, Record
from chancery.treaties.pct.rectifying import datum, rectifiable, rectified
from chancery.treaties.pct.rule_20 import LateParts, with_late_parts
from chancery.treaties.pct.rules import RULES, check
from chancery.treaties.pct.rules_14_16 import fees
from chancery.treaties.pct.signing import unsigned
from chancery.treaties.pct.statuses import STATUSES, Status, statuses
from chancery.treaties.pct.timing import Limit

__all__ = [
    "ACTS",
    "BARS",
    "FEES",
    "LIMITS",
    "RULES",
    "STATUSES",
    "Act",
    "Agent",
    "Application",
    "BadData",
    "CaseEvent",
    "Closure",
    "Course",
    "Declaration",
    "Delay",
    "Deposit",
    "EarlierSearch",
    "Excuse",
    "Extent",
    "FeeLine",
    "FeeSheet",
    "Finding",
    "Form",
    "Format",
    "Happened",
    "Invitation",
    "LateParts",
    "Limit",
    "Money",
    "NationalEntry",
    "NationalLimit",
    "NotDeterminable",
    "OfficeCost",
    "Parent",
    "Part",
    "PartKind",
    "Party",
    "Possible",
    "PriorityClaim",
    "Publication",
    "Record",
    "Refund",
    "Rule",
    "SheetMeasure",
    "Signature",
    "StateAt",
    "Status",
    "Step",
    "TimeLimit",
    "act",
    "act_fee",
    "acts",
    "case_events",
    "check",
    "datum",
    "excuse",
    "fees",
    "form",
    "forms",
    "history",
    "last_day",
    "national_costs",
    "national_limits",
    "possible",
    "publication",
    "rectifiable",
    "rectified",
    "refunds",
    "st27",
    "state_at",
    "statuses",
    "time_limits",
    "unsigned",
    "with_late_parts",
]
