"""The Treaty's forms in our own words: what each tells or asks, and how its merged facts are called in a letter."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

Words = str | Promise


@dataclass(frozen=True)
class Told:
    """A form in a letter: its subject, and the sentences that come before the facts."""

    subject: Words
    text: Words


GENERAL = Told(_("Communication"), _("The office tells you what stands below."))

NOTIFICATIONS: dict[str, Told] = {
    "PCT/RO/102": Told(
        _("Notice of the fees due"),
        _("The fees below are to be paid. Paid in time, no late payment fee is asked (PCT Rules 14.1, 15.3, 16.1)."),
    ),
    "PCT/RO/119": Told(_("Refund of a fee"), _("The fee below is sent back (PCT Rules 15.4, 16.2).")),
    "PCT/RO/109": Told(
        _("Decision on your request for rectification"),
        _("The request to rectify an obvious mistake has been decided on, for the reasons below (PCT Rule 91.3)."),
    ),
    "PCT/RO/111": Told(
        _("Priority claim considered void"),
        _(
            "The priority claim below is considered void for the procedure under the Treaty (PCT Rule 26bis.2(b)). "
            "Time limits that had not expired are counted again from the priority date that remains."
        ),
    ),
    "PCT/RO/117": Told(
        _("The application is considered withdrawn"),
        _(
            "The receiving Office declares that the international application is considered withdrawn, for the reasons "
            "below. You may ask that designated Offices review this, within two months (PCT Art. 25, Rule 51.1)."
        ),
    ),
    "PCT/RO/126": Told(
        _("The filing date is corrected"),
        _(
            "A part of the application arrived later, so the international filing date is the one below. You may ask "
            "within one month that the part be disregarded, to keep the first date (PCT Rule 20.5(e))."
        ),
    ),
    "PCT/RO/129": Told(
        _("The first filing date stands again"),
        _("As you asked, the part that arrived later is disregarded (PCT Rule 20.5(e))."),
    ),
    "PCT/RO/132": Told(
        _("Communication of the receiving Office"), _("The receiving Office tells you what stands below.")
    ),
    "PCT/RO/151": Told(
        _("The application was passed on to the International Bureau"),
        _(
            "The International Bureau is now the receiving Office. The day on which the papers were first received "
            "stays; the fees are due one month after they arrived there (PCT Rule 19.4)."
        ),
    ),
    "PCT/RO/159": Told(
        _("Decision on the restoration of priority"),
        _("The receiving Office has decided on the request to restore the right of priority (PCT Rule 26bis.3)."),
    ),
    "PCT/ISA/202": Told(
        _("Receipt of the search copy"),
        _("The Searching Authority has received the search copy. The search report is to follow (PCT Rule 42.1)."),
    ),
    "PCT/ISA/203": Told(
        _("No international search report is established"),
        _(
            "The Searching Authority declares, for the reason below, that there is no international search report "
            "(PCT Art. 17(2)(a)). The procedure goes on; amendments under Article 19 are not open."
        ),
    ),
    "PCT/ISA/220": Told(
        _("International search report and written opinion"),
        _(
            "The report and the opinion are on the page of the application. You may amend the claims once, within two "
            "months from today or sixteen from the priority date, whichever ends later (PCT Art. 19, Rule 46.1)."
        ),
    ),
    "PCT/SISA/501": Told(
        _("Supplementary international search report"),
        _("The supplementary report is on the page of the application (PCT Rule 45bis.8)."),
    ),
    "PCT/IPEA/402": Told(
        _("Receipt of the demand"),
        _("The Examining Authority has received your demand on the day below (PCT Rule 61.1(b))."),
    ),
    "PCT/IPEA/407": Told(
        _("The demand is considered not to have been made"),
        _("It came too late, or was not corrected in time (PCT Rules 54bis.1(b), 60.1(c))."),
    ),
    "PCT/IPEA/416": Told(
        _("International preliminary report on patentability (Chapter II)"),
        _("The report is on the page of the application. It goes to the elected Offices as well (PCT Art. 36)."),
    ),
    "PCT/IB/301": Told(
        _("Receipt of the record copy"),
        _("The International Bureau has received the record copy in time (PCT Rule 24.2(a))."),
    ),
    "PCT Rule 22.1(g)": Told(
        _("The record copy has not come"),
        _(
            "The International Bureau has not received the record copy. Unless it comes within three months from "
            "today, the application is considered withdrawn. You may ask the receiving Office for a certified copy and "
            "send it yourself (PCT Art. 12(3), Rules 22.1, 22.3)."
        ),
    ),
    "PCT/IB/304": Told(
        _("Priority document"), _("The International Bureau has received the priority document (PCT Rule 17.1).")
    ),
    "PCT/IB/306": Told(_("The change is recorded"), _("What you asked for is recorded (PCT Rule 92bis.1).")),
    "PCT/IB/307": Told(_("The withdrawal is recorded"), _("The withdrawal below is recorded (PCT Rule 90bis).")),
    "PCT/IB/308": Told(
        _("The application has been communicated"),
        _(
            "The International Bureau has communicated the application to the designated Offices that asked for it. "
            "They accept this notice as proof (PCT Rule 47.1(c))."
        ),
    ),
    "PCT/IB/317": Told(
        _("The withdrawal of a priority claim is recorded"),
        _("Time limits that had not expired are counted again from the priority date that remains (PCT Rule 90bis.3)."),
    ),
    "PCT/IB/318": Told(
        _("The priority claim is recorded"),
        _("The correction or addition of a priority claim is recorded (PCT Rule 26bis.1)."),
    ),
    "PCT/IB/326": Told(
        _("International preliminary report on patentability (Chapter I)"),
        _("It has the content of the written opinion, and goes to the designated Offices (PCT Rule 44bis.1, 44bis.2)."),
    ),
    "PCT/IB/345": Told(
        _("Communication of the International Bureau"), _("The International Bureau tells you what stands below.")
    ),
    "PCT/IB/371": Told(_("The declaration is recorded"), _("Your declaration is with the file (PCT Rule 26ter.1).")),
}

INVITATIONS: dict[str, Told] = {
    "PCT/RO/107": Told(
        _("Invitation about missing parts"),
        _(
            "A part of the application appears to be missing, or to be filed by mistake. Furnish it by %(due)s, or "
            "confirm that it is contained in the earlier application. A part that comes later moves the filing date."
        ),
    ),
    "PCT/RO/110": Told(
        _("Invitation to correct a priority claim"),
        _("Correct the priority claim by %(due)s; otherwise it may be considered void (PCT Rule 26bis.2)."),
    ),
    "PCT/RO/115": Told(
        _("The filing date may have been accorded wrongly"),
        _("The office intends to declare the application withdrawn. Send your arguments by %(due)s (PCT Rule 29.4)."),
    ),
    "PCT/RO/133": Told(
        _("Invitation to pay fees"),
        _(
            "The fees below have not been paid in full. Pay them, with the late payment fee, by %(due)s; otherwise the "
            "application is considered withdrawn (PCT Rule 16bis.1)."
        ),
    ),
    "PCT/RO/150": Told(
        _("Invitation to furnish a translation for the search"),
        _(
            "The Searching Authority does not accept the language of the application. Furnish the translation, with "
            "the late furnishing fee, by %(due)s; otherwise the application is considered withdrawn (PCT Rule 12.3)."
        ),
    ),
    "PCT Rule 12.4(c)": Told(
        _("Invitation to furnish a translation for publication"),
        _(
            "The application is in no language of publication. Furnish the translation, with the late furnishing fee, "
            "by %(due)s; otherwise the application is considered withdrawn (PCT Rule 12.4)."
        ),
    ),
    "PCT/RO/156": Told(
        _("Invitation to correct a declaration"), _("Correct the declaration by %(due)s (PCT Rule 26ter.2).")
    ),
    "PCT/RO/158": Told(
        _("The priority may not be restored"),
        _("The office intends to refuse the restoration. Send reasons or evidence by %(due)s (PCT Rule 26bis.3(g))."),
    ),
    "PCT/ISA/206": Told(
        _("Invitation to pay additional search fees"),
        _(
            "The Searching Authority finds more than one invention. Pay the additional fees by %(due)s, under protest "
            "if you disagree; otherwise only the first invention is searched (PCT Art. 17(3)(a))."
        ),
    ),
    "PCT/IPEA/404": Told(
        _("Invitation to correct the demand"),
        _(
            "The demand has the defects below. Correct it by %(due)s; otherwise it is considered not to have been "
            "submitted (PCT Rule 60.1)."
        ),
    ),
    "PCT/IPEA/405": Told(
        _("Invitation to restrict the claims or to pay additional fees"),
        _(
            "The Examining Authority finds more than one invention. Restrict the claims, or pay the additional fees, "
            "by %(due)s; otherwise the main invention is examined (PCT Art. 34(3), Rule 68.2)."
        ),
    ),
    "PCT/IPEA/408": Told(
        _("Written opinion of the Examining Authority"),
        _("Reply by %(due)s, with amendments or arguments. The report follows (PCT Rule 66.2, 66.3)."),
    ),
}

LABELS: dict[str, Words] = {
    "about": pgettext_lazy("label in a letter", "Form concerned"),
    "act": pgettext_lazy("label in a letter", "Received"),
    "authority": _("Authority"),
    "basis": _("Basis"),
    "citations": _("Documents cited"),
    "criterion": _("Criterion"),
    "dated": _("Dated"),
    "decided_on": _("Decided on"),
    "due": _("To be answered by"),
    "elected": _("Elected Offices"),
    "entry": _("Ledger entry acknowledged"),
    "established_on": _("Established on"),
    "fees": _("Fees"),
    "filing_date": _("International filing date"),
    "former_date": _("Former filing date"),
    "from_office": _("Passed on from"),
    "observed_on": _("Third-party observation of"),
    "opinion": _("Opinion, by claims"),
    "outcome": _("Decision"),
    "priority_claim": _("Priority claim"),
    "publication_number": _("Publication number"),
    "reason": _("Reasons"),
    "received_on": _("Received on"),
    "record_copy_due": _("The record copy was due on"),
    "received_there_on": _("Received by the International Bureau on"),
    "remark": _("Remark"),
    "transmitted_on": _("Transmitted on"),
}

OUTCOMES: dict[str, Words] = {
    "void": pgettext_lazy("decision on a priority claim", "Considered void"),
    "restored": pgettext_lazy("decision on a priority claim", "Restored"),
    "not restored": pgettext_lazy("decision on a priority claim", "Not restored"),
    "due care": _("Due care"),
    "unintentional": _("Unintentional"),
    "considered withdrawn": pgettext_lazy("decision on an application", "Considered withdrawn"),
    "authorized": _("Authorized"),
    "refused": pgettext_lazy("decision on a request", "Refused"),
}
