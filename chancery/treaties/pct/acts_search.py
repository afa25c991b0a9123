"""Acts of search, publication and examination: before the searching and examining Authorities and the Bureau."""

from chancery.treaties.pct import acts_bars as bars
from chancery.treaties.pct.acts_terms import Act, Case


def _without_a_report(case: Case) -> bool:
    """The fee is for a publication without a search report or a declaration in its place (AI 113(a))."""
    return not case.happened("isr_transmitted")


amend_claims_19 = Act(
    key="amend_claims_19",
    title="Amend the claims under Article 19",
    cites="PCT Art. 19(1)",
    at="IB",
    limit="art19",
    says="After the search report all claims are handed in anew, once, with a letter that says what is changed and "
    "where it rests in the application as filed. A statement of up to 500 words may explain it.",
    bars=(*bars.ACCORDED, bars.no_search_report, bars.search_declined, bars.amended_once),
    notes=(bars.preparations_expected,),
    still=(bars.prepared,),
)

pay_additional_search_fees = Act(
    key="pay_additional_search_fees",
    title="Pay additional search fees",
    cites="PCT Art. 17(3)(a)",
    at="ISA",
    limit="unity_isa",
    fee="additional_search",
    says="Where the Authority finds several inventions, it searches the others for further fees; they may be paid "
    "under protest.",
    bars=(*bars.ACCORDED, bars.unity_not_questioned),
)

comment_on_abstract = Act(
    key="comment_on_abstract",
    title="Propose changes to the abstract",
    cites="PCT Rule 38.3",
    at="ISA",
    limit="abstract_comments",
    answered_by="PCT/ISA/205",
    says="The abstract that stands in the search report, made or confirmed by the Authority, can be commented on.",
    bars=(*bars.ACCORDED, bars.no_search_report),
)

request_sis = Act(
    key="request_sis",
    title="Request a supplementary international search",
    cites="PCT Rule 45bis.1(a)",
    at="IB",
    limit="sis_request",
    fee="sis_handling",
    more_fees=("sis_search",),
    form="PCT/IB/375",
    says="Another Authority that offers it searches once more, in its own languages. It cannot be the one that made "
    "the international search; each further Authority is asked by its own request.",
    bars=bars.ACCORDED,
)

publish_early = Act(
    key="publish_early",
    title="Request early publication",
    cites="PCT Art. 21(2)(b)",
    at="IB",
    fee="early_publication",
    fee_due=_without_a_report,
    says="The International Bureau publishes the application without waiting for eighteen months. A fee is due where "
    "the search report is not there yet. Priority claims can no longer be corrected or added.",
    bars=(*bars.ACCORDED, bars.published, bars.early_publication_asked),
)

demand = Act(
    key="demand",
    title="Demand international preliminary examination",
    cites="PCT Art. 31(1)",
    at="IPEA",
    or_at=("IB",),
    limit="demand",
    fee="handling",
    more_fees=("preliminary_examination",),
    form="PCT/IPEA/401",
    answered_by="PCT/IPEA/402",
    says="An Authority examines novelty, inventive step and industrial applicability, and writes a second report. All "
    "designated States bound by Chapter II are elected.",
    bars=(*bars.ACCORDED, bars.nobody_of_chapter_two, bars.demanded),
)

amend_34 = Act(
    key="amend_34",
    title="Amend claims, description or drawings under Article 34",
    cites="PCT Art. 34(2)(b)",
    at="IPEA",
    says="Before the examination report is made, everything can be amended within what was filed. Replacement sheets "
    "come with a letter; what arrives after the report is begun need not be considered.",
    bars=(*bars.ACCORDED, bars.not_demanded, bars.examined),
)

correct_demand = Act(
    key="correct_demand",
    title="Correct the demand",
    cites="PCT Rule 60.1(a)",
    at="IPEA",
    limit="demand_defects",
    says="What the examining Authority objects to is put right, in the time that it has set. Then the demand counts "
    "from its first receipt, or from the correction where it could not be identified before.",
    bars=(*bars.ACCORDED, bars.not_demanded, bars.demand_not_objected_to, bars.examined),
)

answer_unity_in_examination = Act(
    key="answer_unity_in_examination",
    title="Restrict the claims, or pay additional examination fees",
    cites="PCT Rule 68.2",
    at="IPEA",
    limit="unity_ipea",
    fee="additional_examination",
    says="Where several inventions are claimed, the applicant restricts the claims to one, or pays for each further "
    "one, under protest where it is contested. Otherwise the Authority examines the main invention.",
    bars=(*bars.ACCORDED, bars.not_demanded, bars.unity_not_questioned_again, bars.examined),
)

reply_to_opinion = Act(
    key="reply_to_opinion",
    title="Reply to a written opinion",
    cites="PCT Rule 66.2(d)",
    at="IPEA",
    limit="wo_reply",
    says="Arguments or amendments answer the opinion, in the time that the Authority has set. It may be extended on "
    "request before it ends.",
    bars=(*bars.ACCORDED, bars.not_demanded, bars.no_opinion_to_answer, bars.examined),
)

observe = Act(
    key="observe",
    title="Submit a third-party observation",
    cites="PCT AI 801",
    who="anyone",
    at="IB",
    limit="tpo",
    says="Anyone, also without a name, may point to documents that speak against novelty or inventive step, from "
    "publication on. The applicant, the Authorities and the designated Offices receive them.",
    bars=(*bars.ACCORDED, bars.not_published),
)

answer_observation = Act(
    key="answer_observation",
    title="Comment on a third-party observation",
    cites="PCT AI 804",
    at="IB",
    limit="tpo_reply",
    says="The applicant's comment goes to the same Offices as the observation, and is published beside it.",
    bars=(*bars.ACCORDED, bars.not_published),
)

ACTS = (
    amend_claims_19,
    pay_additional_search_fees,
    comment_on_abstract,
    request_sis,
    publish_early,
    demand,
    amend_34,
    correct_demand,
    answer_unity_in_examination,
    reply_to_opinion,
    observe,
    answer_observation,
)
