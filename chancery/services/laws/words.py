"""The names of treaties, of kinds of provisions and of fees, translated."""

from django.utils.translation import gettext_lazy as _

from chancery.core.saying import said
from chancery.services.laws.lawbook import law
from chancery.services.laws.registrations.parties import TITLES

TREATIES = {"pct": _("Patent Cooperation Treaty"), **TITLES}
KINDS = {
    "art": _("Articles of the Treaty"),
    "rule": _("Rules of the Regulations"),
    "ai": _("Administrative Instructions"),
    "schedule": _("Schedule of Fees"),
    "guidelines": _("Receiving Office Guidelines"),
    "form": _("Forms"),
}
LISTS = {
    "searching_authority": _("Searching Authorities"),
    "reduction": _("States whose applicants have the reduction by 90%"),
    "subsequent_basic": _("Basic fee of a subsequent designation"),
    "renewal_basic": _("Basic fee of a renewal"),
    "renewal_standard": _("Standard designation fee of a renewal"),
    "extract_detailed": _("Detailed extract from the register"),
    "extract_simple": _("Simple extract from the register"),
    "attestation": _("Attestation or other written information"),
    "paper": _("Further pages of reproductions on paper"),
    "standard_1": _("Standard designation fee, level one"),
    "standard_2": _("Standard designation fee, level two"),
    "standard_3": _("Standard designation fee, level three"),
    "change": _("Change in ownership, renunciation, limitation"),
    "change_of_name": _("Change of name or address"),
}
"""Tables of dated numbers and lists that are no fee of their own."""

USES = {
    "rules": _("Rules asked of an application"),
    "limits": _("Time limits"),
    "acts": _("Later acts"),
    "bars": _("What can stand against an act"),
    "fees": _("Fees and amounts"),
    "statuses": _("Statuses"),
}
CONFIDENCE = {
    "rule": ("good", _("From the text")),
    "practice": ("info", _("Practice")),
    "unverified": ("warn", _("Unverified")),
}
NATURE = {
    "limit": _("until"),
    "not before": _("not before"),
    "target": _("to be done by"),
}
WHO = {
    "applicant": _("An applicant, or the agent"),
    "all applicants": _("All applicants together"),
    "anyone": _("Anyone"),
}
ROLES = {
    "ISA": _("at the searching Authority"),
    "SISA": _("at the Authority for supplementary search"),
    "IPEA": _("at the examining Authority"),
    "DO": _("at each designated Office"),
}
"""Where an act is due, while the case does not say which Office that is."""

INVITED = [
    ("PCT/RO/103", _("RO/103: what is missing for a filing date")),
    ("PCT/RO/106", _("RO/106: defects to correct")),
    ("PCT/RO/107", _("RO/107: missing or wrong parts")),
    ("PCT/RO/111", _("RO/111: about a priority claim")),
    ("PCT/RO/115", _("RO/115: intent to declare it withdrawn")),
    ("PCT/RO/126", _("RO/126: later sheets, corrected filing date")),
    ("PCT/RO/133", _("RO/133: fees with late payment fee")),
    ("PCT/RO/150", _("RO/150: translation for the search")),
    ("PCT Rule 12.4(c)", _("Rule 12.4(c): translation for publication")),
    ("PCT Rule 22.1(g)", _("Rule 22.1(g): the record copy has not come")),
    ("PCT Rule 7.2", _("Rule 7.2: drawings")),
    ("PCT Rule 92.1(b)", _("Rule 92.1(b): letter or signature")),
    ("PCT/ISA/206", _("ISA/206: additional search fees")),
    ("PCT/ISA/225", _("ISA/225: sequence listing")),
    ("PCT Rule 40bis.1", _("Rule 40bis.1: fee for parts furnished late")),
    ("PCT Rule 45bis.4(a)", _("Rule 45bis.4(a): supplementary search, defects")),
    ("PCT Rule 45bis.4(b)", _("Rule 45bis.4(b): supplementary search, fees")),
    ("PCT Rule 45bis.6(a)", _("Rule 45bis.6(a): supplementary search, unity")),
    ("PCT/IPEA/404", _("IPEA/404: defects of the demand")),
    ("PCT/IPEA/405", _("IPEA/405: additional examination fees")),
    ("PCT/IPEA/408", _("IPEA/408: written opinion")),
    ("PCT/IPEA/440", _("IPEA/440: examination fees, with late payment fee")),
    ("PCT Rule 59.3(c)(ii)", _("Rule 59.3(c)(ii): choice of Authority")),
    ("PCT Rule 66.7(b)", _("Rule 66.7(b): translation of the priority document")),
    ("PCT Rule 69.1(b)", _("Rule 69.1(b): fees before examination starts")),
    ("PCT Rule 51bis.3(a)", _("Rule 51bis.3(a): requirements of national law")),
]
"""The invitations and notices from which a time limit starts, by form, or by Rule where the form is not known."""


def table(treaty: str, key: str) -> str:
    """The name of a fee by its code, or of another table of dated numbers; its key where it has no name."""
    fees = {one.code: one.label for one in law(treaty).fees}
    return said(fees[key]) if key in fees else str(LISTS.get(key, key))
