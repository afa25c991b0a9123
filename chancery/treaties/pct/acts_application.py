"""Acts on the application itself: parties, priority, parts, translations, declarations, mistakes."""

from chancery.treaties.pct import acts_bars as bars
from chancery.treaties.pct.acts_terms import Act, Case


def _translation_is_late(case: Case) -> bool:
    return case.invited(bars.TRANSLATION_ASKED) or case.invited(bars.PUBLICATION_ASKED)


def _sequences_were_asked(case: Case) -> bool:
    return case.invited(bars.SEQUENCES_ASKED)


change_parties = Act(
    key="change_parties",
    title="Record a change of applicant, inventor, name or address",
    cites="PCT Rule 92bis.1(a)",
    at="IB",
    or_at=("RO",),
    limit="changes",
    answered_by="PCT/IB/306",
    says="The International Bureau records who the applicants and inventors are, and where they can be reached. A new "
    "applicant who asks without the signature of the old one furnishes proof of the transfer.",
    bars=bars.LIVE,
    notes=(bars.publication_cannot_show_it, bars.preparations_expected),
)

add_priority = Act(
    key="add_priority",
    title="Add a priority claim",
    cites="PCT Rule 26bis.1(a)",
    at="RO",
    or_at=("IB",),
    limit="prio_claim_correct",
    answered_by="PCT/RO/111",
    says="An earlier application is claimed that the request did not name. Where the priority date changes by it, the "
    "time limits that have not expired are counted again.",
    bars=(*bars.LIVE, bars.early_publication_asked),
)

correct_priority = Act(
    key="correct_priority",
    title="Correct a priority claim",
    cites="PCT Rule 26bis.1(a)",
    at="RO",
    or_at=("IB",),
    limit="prio_claim_correct",
    answered_by="PCT/RO/111",
    says="Date, number or Office of an earlier application are put right. A defect that the Office has pointed out can "
    "be mended within one month more, until the claim is declared void.",
    bars=(*bars.LIVE, bars.no_priority, bars.early_publication_asked),
    still=(bars.claim_is_void,),
)

request_restoration = Act(
    key="request_restoration",
    title="Request restoration of the right of priority",
    cites="PCT Rule 26bis.3(a)",
    at="RO",
    limit="restoration_RO",
    fee="restoration",
    answered_by="PCT/RO/159",
    says="Where the application came up to two months after the priority period, the receiving Office may restore the "
    "right, if the failure occurred in spite of due care or was unintentional. Reasons are given, and proof on demand.",
    bars=(*bars.LIVE, bars.no_priority, bars.within_the_priority_period),
)

furnish_missing_part = Act(
    key="furnish_missing_part",
    title="Furnish a missing part",
    cites="PCT Rule 20.5(a)",
    at="RO",
    limit="missing_part",
    or_limits=("art11_correction",),
    answered_by="PCT/RO/126",
    says="Sheets of the description, claims or drawings that were missing are handed in. The filing date moves to the "
    "day on which they arrive, unless they are incorporated by reference.",
    bars=bars.LIVE,
)

incorporate_by_reference = Act(
    key="incorporate_by_reference",
    title="Confirm that a part is incorporated by reference",
    cites="PCT Rule 20.6(a)",
    at="RO",
    limit="missing_part",
    or_limits=("art11_correction",),
    answered_by="PCT/RO/114",
    says="What is missing is wholly contained in the earlier application: sheets, a copy of that application, its "
    "translation where needed and the place of the part in it are furnished. The filing date stays.",
    bars=(*bars.LIVE, bars.no_statement_on_filing, bars.no_priority_on_filing, bars.office_does_not_incorporate),
)

replace_erroneous_part = Act(
    key="replace_erroneous_part",
    title="Replace what was filed by mistake",
    cites="PCT Rule 20.5bis(a)",
    at="RO",
    limit="erroneous_part",
    or_limits=("art11_correction",),
    answered_by="PCT/RO/126",
    says="The right element or part replaces the wrong one, which is removed; the filing date moves. Where the "
    "right one is incorporated by reference, the date stays and the wrong one remains in the application.",
    bars=(*bars.LIVE, bars.before_the_rule_on_mistakes),
)

disregard_part = Act(
    key="disregard_part",
    title="Have a late part disregarded",
    cites="PCT Rule 20.5(e)",
    at="RO",
    limit="disregard_part",
    answered_by="PCT/RO/129",
    says="The part that came late is considered not to have been furnished, and the first filing date is restored.",
    bars=(*bars.LIVE, bars.date_not_moved),
)

furnish_translation = Act(
    key="furnish_translation",
    title="Furnish a translation",
    cites="PCT Rule 12.4(a)",
    at="RO",
    limit="transl_publication",
    or_limits=("transl_search",),
    fee="late_translation",
    fee_due=_translation_is_late,
    says="The description, the claims and the text of the drawings are put into a language in which the application "
    "can be searched and published. After an invitation the Office may ask a late fee.",
    bars=(*bars.LIVE, bars.no_translation_due),
    still=(bars.translation_is_over,),
)

add_declaration = Act(
    key="add_declaration",
    title="Add or correct a declaration",
    cites="PCT Rule 26ter.1",
    at="IB",
    limit="declarations",
    answered_by="PCT/IB/371",
    says="A declaration under Rule 4.17 spares the applicant a document before designated Offices: inventor, right to "
    "apply, right to priority, inventorship, disclosures without prejudice.",
    bars=bars.LIVE,
    notes=(bars.preparations_expected,),
    still=(bars.prepared,),
)

furnish_sequence_listing = Act(
    key="furnish_sequence_listing",
    title="Furnish a sequence listing for the search",
    cites="PCT Rule 13ter.1",
    at="ISA",
    limit="sequence_isa",
    fee="late_sequence_listing",
    fee_due=_sequences_were_asked,
    says="A listing in XML (WIPO Standard ST.26) lets the Authority search the sequences. It serves the search and "
    "does not become part of the application.",
    bars=(*bars.LIVE, bars.search_is_over),
)

furnish_priority_document = Act(
    key="furnish_priority_document",
    title="Furnish a priority document",
    cites="PCT Rule 17.1(a)",
    at="IB",
    or_at=("RO",),
    limit="prio_document",
    answered_by="PCT/IB/304",
    says="A copy of the earlier application, certified by the Office with which it was filed.",
    bars=(*bars.LIVE, bars.no_priority, bars.priority_document_received),
    still=(bars.published,),
)

request_priority_document = Act(
    key="request_priority_document",
    title="Have the priority document fetched from a digital library",
    cites="PCT Rule 17.1(b-bis)",
    at="IB",
    limit="prio_document_DAS",
    or_limits=("prio_document_RO",),
    answered_by="PCT/IB/304",
    says="With the access code the International Bureau fetches the copy itself. Where the receiving Office holds the "
    "earlier application, it can be asked to send the copy instead (Rule 17.1(b)).",
    bars=(*bars.LIVE, bars.no_priority, bars.priority_document_received, bars.published),
    still=(bars.published,),
)

rectify_mistake = Act(
    key="rectify_mistake",
    title="Ask for the rectification of an obvious mistake",
    cites="PCT Rule 91.1(a)",
    at="ISA",
    or_at=("RO", "IPEA", "IB"),
    limit="rectification",
    answered_by="PCT/RO/109",
    says="Only one thing can have been meant, and nothing else. The receiving Office decides on the request; on the "
    "description, claims and drawings the searching Authority, after a demand the examining Authority; on other papers "
    "the International Bureau.",
    bars=bars.LIVE,
)

publish_refused_rectification = Act(
    key="publish_refused_rectification",
    title="Have a refused rectification published",
    cites="PCT Rule 91.3(d)",
    at="IB",
    limit="rectification_publish",
    fee="publish_91_3d",
    says="The request, the reasons and the refusal are published with the application.",
    bars=(*bars.LIVE, bars.nothing_refused),
)

ACTS = (
    change_parties,
    add_priority,
    correct_priority,
    request_restoration,
    furnish_missing_part,
    incorporate_by_reference,
    replace_erroneous_part,
    disregard_part,
    furnish_translation,
    add_declaration,
    furnish_sequence_listing,
    furnish_priority_document,
    request_priority_document,
    rectify_mistake,
    publish_refused_rectification,
)
