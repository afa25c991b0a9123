"""The desk's words for what the ledger and the treaty call by keys."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

STATUSES = {
    "received": ("info", pgettext_lazy("status of an application", "Received")),
    "invited": ("warn", pgettext_lazy("status of an application", "Invited to correct")),
    "accorded": ("good", pgettext_lazy("status of an application", "Date accorded")),
    "published": ("good", pgettext_lazy("status of an application", "Published")),
    "withdrawn": ("bad", pgettext_lazy("status of an application", "Withdrawn")),
    "considered withdrawn": ("bad", pgettext_lazy("status of an application", "Considered withdrawn")),
    "not an application": ("bad", pgettext_lazy("status of an application", "Not an application")),
}

DUTIES = {
    "examine": _("Examine"),
    "answer": _("Applicant’s answer"),
    "fees": _("Fees"),
    "publish": _("Publication"),
    "search": _("Search report"),
    "chapter ii": _("Report, Chapter II"),
    "chapter i": _("Report, Chapter I"),
}

FORMS = {
    "PCT/RO/103": _("Invitation to correct the purported international application"),
    "PCT/RO/106": _("Invitation to correct defects of form"),
    "PCT/RO/110": _("Invitation to correct a priority claim"),
}

PARTS = {
    "request": _("Request"),
    "description": _("Description"),
    "claims": _("Claims"),
    "abstract": _("Abstract"),
    "drawings": _("Drawings"),
    "sequence listing": _("Sequence listing"),
}

PLACES = {
    "parties": _("Party"),
    "agents": _("Agent"),
    "priority_claims": _("Priority claim"),
    "signatures": _("Signature"),
    "declarations": _("Declaration"),
    "designations_excluded": _("Designations"),
    "title": _("Title"),
    "language": _("Language"),
    "receiving_office": _("Receiving Office"),
    "searching_authority": _("Searching Authority"),
    "file_reference": _("File reference"),
    "incorporation_by_reference": _("Incorporation by reference"),
}

DETAILS = {
    "name": _("name"),
    "kind": _("natural or legal person"),
    "address": _("address"),
    "country": _("country"),
    "nationality": _("nationality"),
    "residence": _("residence"),
    "office": _("Office"),
    "number": _("number"),
    "filed_on": _("filing date"),
    "restoration_requested": _("restoration"),
    "text": _("wording"),
    "item": _("kind"),
}
