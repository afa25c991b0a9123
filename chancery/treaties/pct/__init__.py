"""The Patent Cooperation Treaty: its table of contents."""

from datetime import date

from chancery.treaties.kernel.determine import NotDeterminable
from chancery.treaties.kernel.fees import FeeLine, FeeSheet
from chancery.treaties.kernel.limits import TimeLimit
from chancery.treaties.kernel.money import Money
from chancery.treaties.kernel.plain import BadData
from chancery.treaties.kernel.rule import Finding, Rule, ask
from chancery.treaties.kernel.step import Step
from chancery.treaties.pct import (
    article_11,
    article_14,
    rule_3,
    rule_4,
    rule_4_10,
    rule_8,
    rule_11,
    rule_19,
    rule_26bis,
)
from chancery.treaties.pct.acts import ACTS, Act, Possible, acts, possible
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
from chancery.treaties.pct.delays import Excuse, excuse
from chancery.treaties.pct.costs import OfficeCost, national_costs
from chancery.treaties.pct.costs_case import Extent
from chancery.treaties.pct.fees_acts import FEES, act_fee
from chancery.treaties.pct.fees_refunds import Course, Refund, refunds
from chancery.treaties.pct.limits import LIMITS, time_limits
from chancery.treaties.pct.national import NationalLimit, national_limits
from chancery.treaties.pct.publication import Publication
from chancery.treaties.pct.record import Delay, Invitation, NationalEntry, Record
from chancery.treaties.pct.rules_14_16 import fees
from chancery.treaties.pct.signing import unsigned
from chancery.treaties.pct.statuses import STATUSES, Status, statuses
from chancery.treaties.pct.texts import Text, text_of, texts
from chancery.treaties.pct.timing import Limit

RULES: tuple[Rule, ...] = (
    article_11.has_the_right_to_file,
    article_11.is_in_a_prescribed_language,
    article_11.names_an_applicant,
    article_11.has_a_description,
    article_11.has_a_claim,
    article_14.is_signed,
    article_14.says_who_the_applicant_is,
    article_14.has_a_title,
    article_14.has_an_abstract,
    rule_3.has_each_element_once,
    rule_3.says_what_each_part_is,
    rule_3.is_in_the_usual_order,
    rule_3.lists_sequences_in_xml,
    rule_4.title_is_short,
    rule_4.names_every_party,
    rule_4.names_are_in_latin_letters,
    rule_4.says_where_every_applicant_is_from,
    rule_4.states_are_named_by_their_codes,
    rule_4.names_an_inventor,
    rule_4.says_what_each_person_is,
    rule_4.says_who_the_agent_is,
    rule_4.excludes_only_where_it_may,
    rule_4.chooses_a_searching_authority,
    rule_4.words_every_declaration,
    rule_4.could_incorporate_by_reference,
    rule_4.reference_is_short,
    rule_4_10.dates_every_priority_claim,
    rule_4_10.numbers_every_priority_claim,
    rule_4_10.says_where_every_earlier_application_was_filed,
    rule_4_10.earlier_applications_are_earlier,
    rule_26bis.is_filed_within_the_priority_period,
    rule_26bis.no_priority_is_too_old,
    rule_8.abstract_is_concise,
    rule_11.sheets_are_a4,
    rule_11.text_keeps_its_margins,
    rule_11.drawings_keep_their_margins,
    rule_11.drawings_are_without_colour,
    rule_11.text_can_be_read_by_machine,
    rule_19.is_filed_with_a_competent_office,
    rule_19.is_in_a_language_of_publication,
)
"""Every sentence of law that is asked of an application, in the order of the Treaty and its Regulations."""


def check(application: Application, *, on: date) -> tuple[Finding, ...]:
    """The findings on an application, on the receiving Office's local date ``on``. A half-written draft is welcome."""
    return ask(RULES, application, on=application.received_on or on)


__all__ = [
    "ACTS",
    "FEES",
    "LIMITS",
    "RULES",
    "STATUSES",
    "Act",
    "Agent",
    "Application",
    "BadData",
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
    "Format",
    "Invitation",
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
    "Status",
    "Step",
    "Text",
    "TimeLimit",
    "act_fee",
    "acts",
    "check",
    "excuse",
    "fees",
    "national_costs",
    "national_limits",
    "possible",
    "publication",
    "refunds",
    "statuses",
    "text_of",
    "texts",
    "time_limits",
    "unsigned",
]
