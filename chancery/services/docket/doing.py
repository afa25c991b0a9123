"""Which time limits ask for something, and which of them have been dealt with."""

from collections.abc import Callable

from chancery.records.fees import queries as fees
from chancery.records.register.queries import Right

DUTIES = frozenset(
    {
        *("priority_period", "restoration_RO", "fees_RO", "fees_late", "art11_correction", "missing_part"),
        *("art14_defects", "art14_4_arguments", "transl_search", "transl_publication", "prio_document"),
        *("unity_isa", "missing_part_isa", "sequence_isa", "sis_fees", "sis_defects", "ipe_fees", "ipea_choice"),
        *("wo_reply", "prio_transl_ipea", "unity_ipea", "national_phase", "national_phase_II", "national_reqs"),
        *("missing_letter", "fax_original", "drawings", "demand_defects"),
    }
)
"""Limits after which something is lost that had been asked for; the others end a possibility, or bind an Office."""

INVITATIONS = {
    "art14_defects": "PCT/RO/106",
    "missing_part": "PCT/RO/107",
    "fees_late": "PCT/RO/133",
    "unity_isa": "PCT/ISA/206",
    "wo_reply": "PCT/IPEA/408",
    "demand_defects": "PCT/IPEA/404",
    "unity_ipea": "PCT/IPEA/405",
}


def kind(key: str, actor: str) -> str:
    """How a limit concerns the person whose docket it is: "duty", "option" or "office"."""
    if key in DUTIES:
        return "duty"
    return "option" if actor in {"applicant", "anyone"} else "office"


DUTIES_OF_REGISTRATIONS = frozenset(
    {
        *("irregularity", "fees_short", "classification_fees", "limitation_classes", "intention_to_use"),
        *("subsequent_irregularity", "change_irregularity", "renewal", "renewal_rest", "second_part"),
        *("publication_fee", "withdraw_for_deferment", "answer", "answer_at_office"),
    }
)
"""The same for marks, designs and indications."""


def kind_in_registration(key: str, actor: str) -> str:
    """The same of a registration: whoever is not an Office or the International Bureau is the holder's side."""
    if key in DUTIES_OF_REGISTRATIONS:
        return "duty"
    return "option" if any(one in actor for one in ("applicant", "holder", "anyone", "interested")) else "office"


def done(right: Right, key: str) -> bool:
    """Whether the act has been done, as far as the register knows."""
    if right.ended:
        return True
    if form := INVITATIONS.get(key):
        return not any(one.form == form for one in right.open_invitations)
    known = _DONE.get(key)
    return bool(known and known(right))


def _paid(right: Right) -> bool:
    invoice = fees.invoice(right.number)
    return bool(invoice and invoice.settled)


def _sent(*acts: str) -> Callable[[Right], bool]:
    return lambda right: any(paper.act in acts for paper in right.papers)


_DONE: dict[str, Callable[[Right], object]] = {
    "priority_period": lambda right: right.received_on,
    "restoration_RO": lambda right: (
        not any(claim.restoration_requested for claim in right.application.priority_claims) or right.priority_decisions
    ),
    "fees_RO": _paid,
    "art11_correction": lambda right: right.filing_date,
    "prio_document": _sent("furnish_priority_document", "request_priority_document"),
    "transl_search": _sent("furnish_translation"),
    "transl_publication": _sent("furnish_translation"),
    "sequence_isa": _sent("furnish_sequence_listing"),
    "art19": lambda right: any(one.article == "19" for one in right.amendments),
    "isr": lambda right: right.search,
    "record_copy": lambda right: right.copy_received("record"),
    "record_copy_last": lambda right: right.copy_received("record"),
    "search_copy": lambda right: right.copy_received("search"),
    "sis_request": lambda right: right.supplementary,
    "demand": lambda right: right.demand and right.demand.stands,
    "iper": lambda right: any(one.chapter == "II" for one in right.reports),
    "iprp1": lambda right: any(one.chapter == "I" for one in right.reports),
    "tech_preparations": lambda right: right.prepared_on,
    "publication_not_before": lambda right: right.publication,
    "national_prepublication": lambda right: right.publication,
}
