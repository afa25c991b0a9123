"""The desk's words for what the systems of registration and the ledger call by keys."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

Words = str | Promise

SYSTEMS: dict[str, Words] = {
    "madrid": _("Marks (Madrid)"),
    "hague": _("Designs (Hague)"),
    "lisbon": _("Appellations (Lisbon)"),
}

STATUSES: dict[str, tuple[str, Words]] = {
    "presented": ("info", pgettext_lazy("status of a registration file", "At the Office of origin")),
    "examined": ("info", pgettext_lazy("status of a registration file", "In examination")),
    "irregular": ("warn", pgettext_lazy("status of a registration file", "Irregularity told")),
    "registered": ("good", pgettext_lazy("status of a registration file", "Registered")),
    "published": ("good", pgettext_lazy("status of a registration file", "Published")),
    "abandoned": ("bad", pgettext_lazy("status of a registration file", "Abandoned")),
    "refused": ("bad", pgettext_lazy("status of a registration file", "Not registered")),
    "withdrawn": ("bad", pgettext_lazy("status of a registration file", "Withdrawn")),
    "over": ("idle", pgettext_lazy("status of a registration file", "Ended")),
}

DUTIES: dict[str, Words] = {
    "send": _("To be sent to the Bureau"),
    "examine": _("Examine"),
    "answer": _("Answer to a notice"),
    "register": _("Register"),
    "notify": _("Notify"),
    "publish": _("Publication"),
    "request": _("Record or decline"),
    "fee": _("Publication fee"),
    "renewal": _("Renewal"),
    "grace": _("End of grace"),
}

ROLES: dict[str, Words] = {
    "RO": _("Office of origin"),
    "IB": _("International Bureau"),
    "DO": _("Offices of the parties"),
}

REMEDIED_BY: dict[str, Words] = {
    "applicant": _("applicant"),
    "holder": _("holder"),
    "Office of origin": _("Office of origin"),
    "applicant or Office of origin": _("applicant or Office of origin"),
    "Office of a designated party": _("Office of a designated party"),
}
