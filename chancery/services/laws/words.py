"""The names of treaties, of kinds of provisions and of fees, translated."""

from django.utils.translation import gettext_lazy as _

TREATIES = {"pct": _("Patent Cooperation Treaty")}
KINDS = {
    "art": _("Articles of the Treaty"),
    "rule": _("Rules of the Regulations"),
    "ai": _("Administrative Instructions"),
    "schedule": _("Schedule of Fees"),
    "guidelines": _("Receiving Office Guidelines"),
    "form": _("Forms"),
}
FEES = {
    "transmittal": _("Transmittal fee"),
    "international_filing": _("International filing fee"),
    "search": _("Search fee"),
    "handling": _("Handling fee"),
    "late_payment": _("Late payment fee"),
    "late_payment_examination": _("Late payment fee for preliminary examination"),
    "publication": _("Special publication fee"),
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
