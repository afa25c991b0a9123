"""The names of treaties, of kinds of provisions and of fees, translated."""

from django.utils.translation import gettext_lazy as _

from chancery.core.saying import said
from chancery.treaties import pct

TREATIES = {"pct": _("Patent Cooperation Treaty")}
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


def table(key: str) -> str:
    """The name of a fee by its code, or of another list of dated data."""
    return said(pct.FEES[key].label) if key in pct.FEES else str(LISTS.get(key, key))
