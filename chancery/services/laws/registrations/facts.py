"""The words for the dates that the time limits of a mark, a design or a name ask for: a label for each field."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

LABELS: Mapping[str, Any] = {
    # Shared by the systems
    "origin": _("Party of the Office of origin"),
    "lisbon.origin": _("Party of origin"),
    "holder": _("Party of the holder, if another"),
    "filed_through": _("Filed through the Office of"),
    "priority_date": _("Earlier application filed on"),
    "office_received_on": _("Received by the Office on"),
    "ib_received_on": _("Received by the International Bureau on"),
    "received_on": _("Received by the International Bureau on"),
    "complete_on": _("Complete on"),
    "registered_on": _("Date of the international registration"),
    "published_on": _("Published on"),
    "renewed_until": _("Renewed until"),
    # Madrid
    "classification_proposed_on": _("Another classification proposed on"),
    "classification_opinion_on": _("Opinion on the classification given on"),
    "classification_kept_on": _("Proposal kept or changed on"),
    "subsequent_received_by_office_on": _("Subsequent designation received by the Office on"),
    "cancelled_at_origin_on": _("Cancelled at the request of the Office of origin on"),
    "missed_on": _("Last day of the time limit that was missed"),
    "missed": _("The time limit that was missed"),
    "renewal_shortfall_told_on": _("Told that a renewal was paid short on"),
    "representative_cancels_on": _("The representative gave up the appointment on"),
    "translation_proposed_on": _("Translation of the list proposed on"),
    "succession_notified_on": _("Told of a successor State on"),
    "abandoned_on": _("Application abandoned on"),
    "cancelled_on": _("Registration cancelled on"),
    "lapsed_on": _("Registration lapsed on"),
    "basic_ceased_on": _("The basic mark ceased to have effect on"),
    "basic_proceedings_on": _("Proceedings against the basic mark began on"),
    "licence_recorded_on": _("Licence recorded on"),
    "restricted_on": _("Restriction of the right to dispose recorded on"),
    "came_of": _("The registration came of"),
    # Hague
    "contents_on": _("The contents of Article 5(2) complete on"),
    "publication": _("When publication is wanted"),
    "chosen_on": _("Day chosen for publication"),
    "publication_asked_on": _("Early publication asked for on"),
    "publication_paid_on": _("Publication fee paid on"),
    # Lisbon
    "irregularity_notified_on": _("Told of an irregularity on"),
    "remedied_on": _("Remedied on"),
    # Rows
    "irregularities.rule": _("Told under"),
    "irregularities.notified_on": _("Notice of"),
    "irregularities.expires_on": _("Last day that the notice states"),
    "irregularities.party": _("About the party"),
    "designated.party": _("Party"),
    "designated.since": _("Designated on, if only later"),
    "designated.notified_on": _("The International Bureau notified it on"),
    "designated.sent_on": _("The publication was sent to it on"),
    "designated.opposition_begins": _("Opposition period begins"),
    "designated.opposition_ends": _("Opposition period ends"),
    "designated.opposition_announced": _("The Office told that oppositions may come after 18 months"),
    "designated.granted_on": _("Grant stated on"),
    "designated.refused_on": _("Refused on"),
    "designated.interim_on": _("Interim status sent on"),
    "designated.decided_on": _("Decision after a refusal on"),
    "refusals.issued_on": _("Refusal issued by the Office on"),
    "refusals.sent_on": _("sent to the International Bureau on"),
    "refusals.transmitted_on": _("sent on to the holder on"),
    "refusals.received_on": _("received by the holder on"),
    "refusals.on_opposition": _("It rests on an opposition"),
    "refusals.defective_since": _("The Office was invited to complete it on"),
    "refusals.defect": _("What it lacked, by its Rule"),
    "refusals.completed_on": _("Completed by the Office on"),
    "refusals.answered_on": _("Answered on"),
    "changes.kind": _("What was recorded"),
    "changes.notified_on": _("The Offices were told on"),
    "changes.parties": _("Only these parties were told"),
    "fee_notices.party": _("Party"),
    "fee_notices.told_on": _("Told on"),
    "fee_notices.paid_on": _("Paid on"),
    "notified.party": _("Party"),
    "notified.received_on": _("Its authority received the notification on"),
    "notified.refused_on": _("Refused on"),
    "notified.refusal_withdrawn_on": _("Refusal withdrawn on"),
    "notified.granted_on": _("Grant stated on"),
    "notified.joined_later": _("The registration is older than its accession"),
    "notified.phase_out_from": _("Time given to others to end their use from"),
}
"""Field -> its label; a field of a row with the name of the row, one of a system with its key, where it differs."""

HEADINGS: Mapping[str, Any] = {
    "irregularities": _("Notices of the International Bureau"),
    "designated": _("Designated parties"),
    "changes": _("Changes that were recorded"),
    "notified": _("Parties that were told"),
    "fee_notices": _("Individual fees of which the International Bureau told"),
}
"""Row -> the heading under which it is folded."""

FIRST: Mapping[str, tuple[str, ...]] = {
    "madrid": (
        *("origin", "priority_date", "office_received_on", "ib_received_on", "registered_on", "published_on"),
        "renewed_until",
    ),
    "hague": (
        *("filed_through", "priority_date", "office_received_on", "ib_received_on", "registered_on", "publication"),
        *("chosen_on", "published_on", "renewed_until"),
    ),
    "lisbon": ("origin", "received_on", "complete_on", "registered_on"),
}
"""What most people know and ask about; the rest is folded."""

CHOICES: Mapping[str, Any] = {
    "standard": _("Twelve months after the registration"),
    "immediate": _("At once"),
    "chosen": _("On a day of the applicant’s choice"),
    "deferred": _("Deferred"),
    "ownership": _("Change in ownership"),
    "limitation": _("Limitation"),
    "licence": _("Licence"),
    "correction": _("Correction"),
    "division": _("Division"),
    "partial change": _("Partial change in ownership"),
}


def label(system: str, name: str) -> Any:
    """The label of a field; a new one of the law that has none yet is shown in its own words."""
    short = name.rpartition(".")[2]
    known = LABELS.get(f"{system}.{name}") or LABELS.get(name) or LABELS.get(short)
    return known or short.replace("_", " ").capitalize()


def choice(option: str) -> Any:
    """An option in words: a Rule by its number, anything else by its name."""
    if option[:1].isdigit():
        return gettext("Rule %(number)s") % {"number": option}
    return CHOICES.get(option, option.capitalize())
