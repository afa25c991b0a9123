"""Acts until registration, and what is mended, paid or excused later: applicants and holders."""

from chancery.treaties.madrid import acts_bars as bars
from chancery.treaties.madrid.acts_terms import Act

apply = Act(
    key="apply",
    title="Apply for international registration",
    cites="Madrid Art. 2(2)",
    who="applicant",
    at="Office of origin",
    limit="priority",
    fee="application",
    form="MM2",
    says="The application rests on a mark that was filed or registered with the Office of origin, which certifies it "
    "and sends it to the International Bureau. A late application is registered without the priority.",
    bars=bars.PENDING,
)

claim_seniority = Act(
    key="claim_seniority",
    title="Claim seniority in the European Union",
    cites="Madrid Rule 9(5)(g)(i)",
    who="applicant",
    at="Office of origin",
    form="MM17",
    says="An earlier registration of the same mark in or for a member State is claimed, so that it can be given up "
    "without loss. The claim goes with the application or the subsequent designation.",
    bars=(bars.union_not_designated, bars.abandoned),
)

declare_intention = Act(
    key="declare_intention",
    title="Declare the intention to use the mark",
    cites="Madrid Rule 9(5)(f)",
    who="applicant",
    at="International Bureau",
    or_at=("Office of origin",),
    limit="intention_to_use",
    form="MM18",
    says="The declaration is signed by the applicant and goes with the application or the subsequent designation.",
    bars=(bars.no_form_for_intention, bars.abandoned),
)

remedy_application = Act(
    key="remedy_application",
    title="Remedy an irregularity of the application",
    cites="Madrid Rule 11(2)",
    who="applicant",
    limit="irregularity",
    answers=True,
    says="What the International Bureau found missing or wrong is put right. It told the Office of origin too.",
    bars=bars.PENDING,
)

pay_missing_fees = Act(
    key="pay_missing_fees",
    title="Pay the fees that are missing",
    cites="Madrid Rule 11(3)",
    who="applicant",
    or_at=("Office of origin",),
    limit="fees_short",
    or_limits=("classification_fees",),
    answers=True,
    says="The notice of the International Bureau says how much. Fees for classification are paid in the same way.",
    bars=bars.PENDING,
)

mend_limitation = Act(
    key="mend_limitation",
    title="Bring a limitation under the classes of the application",
    cites="Madrid Rule 12(8bis)",
    who="applicant",
    limit="limitation_classes",
    answers=True,
    says="Goods and services of a limitation that stand in no class of the list are moved, or fall out of it.",
    bars=bars.PENDING,
)

comment_on_translation = Act(
    key="comment_on_translation",
    title="Comment on a corrected translation",
    cites="Madrid Rule 6",
    who="applicant",
    limit="translation_comments",
    answers=True,
    says="The International Bureau proposed a correction of the translation of goods and services.",
)

remedy_subsequent = Act(
    key="remedy_subsequent",
    title="Remedy an irregularity of a subsequent designation",
    cites="Madrid Rule 24(5)",
    limit="subsequent_irregularity",
    answers=True,
    says="Where the number, a party, goods and services or the intention to use was missing, the designation bears the "
    "day on which it is remedied.",
    bars=bars.STANDING,
)

remedy_change = Act(
    key="remedy_change",
    title="Remedy an irregularity of a request",
    cites="Madrid Rule 26(2)",
    limit="change_irregularity",
    answers=True,
    says="What is missing in a request to record a change, a licence or a division is put right.",
    bars=bars.STANDING,
)

continue_processing = Act(
    key="continue_processing",
    title="Ask for continued processing",
    cites="Madrid Rule 5bis",
    limit="continued_processing",
    answers=True,
    fee="continued_processing",
    form="MM20",
    says="The act that was missed is done with the request. It is open for the applicant's or holder's own time limits "
    "before the International Bureau, but not for renewal, for answers to an Office, or for what the Office of origin "
    "has to remedy.",
    bars=(bars.not_open_to_continued_processing,),
)

excuse_delay = Act(
    key="excuse_delay",
    title="Have a delay excused",
    cites="Madrid Rule 5",
    who="anyone concerned",
    limit="excuse",
    answers=True,
    says="Evidence shows that force majeure, or a failure of post or of electronic communication, caused the delay. "
    "The act is done with it, as soon as it can be.",
)

pay_second_part = Act(
    key="pay_second_part",
    title="Pay the second part of an individual fee",
    cites="Madrid Rule 34(3)(c)",
    or_at=("Office of the designated party",),
    limit="second_part",
    answers=True,
    fee="second part",
    says="The Office finds that the mark can be protected. Without the second part the registration is cancelled for "
    "that party.",
    bars=(*bars.STANDING, bars.not_designated),
)

answer_refusal = Act(
    key="answer_refusal",
    title="Answer a provisional refusal",
    cites="Madrid Rule 17(2)(vii)",
    at="Office of the designated party",
    limit="answer",
    answers=True,
    says="Review, appeal or an answer is asked for at the Office, by its own law and often through a representative "
    "there. The International Bureau takes no part.",
    bars=(*bars.STANDING, bars.not_designated),
)

ACTS = (
    apply,
    claim_seniority,
    declare_intention,
    remedy_application,
    pay_missing_fees,
    mend_limitation,
    comment_on_translation,
    remedy_subsequent,
    remedy_change,
    continue_processing,
    excuse_delay,
    pay_second_part,
    answer_refusal,
)
