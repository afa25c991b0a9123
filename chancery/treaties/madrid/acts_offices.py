"""Acts of Offices: of origin, and of designated parties, told to the International Bureau."""

from chancery.treaties.madrid import acts_bars as bars
from chancery.treaties.madrid import acts_bars_offices as office
from chancery.treaties.madrid.acts_terms import Act

NAMED = (*bars.STANDING, bars.not_designated)
TOLD = (*NAMED, office.not_notified)

certify = Act(
    key="certify",
    title="Certify and send an application",
    cites="Madrid Rule 9(5)(d)",
    who="Office of origin",
    limit="presentation",
    form="MM2",
    says="The day of receipt; that applicant, mark, indications and colours are those of the basic mark; that its list "
    "covers the goods and services. Sent within two months, the application keeps that day.",
    bars=(office.nothing_to_certify, *bars.PENDING),
)

remedy_as_office = Act(
    key="remedy_as_office",
    title="Remedy what only the Office of origin can remedy",
    cites="Madrid Rule 11(4)",
    who="Office of origin",
    limit="origin_irregularity",
    answers=True,
    says="Form, certification, entitlement, dates and grouping in classes. Continued processing is not open for it.",
    bars=bars.PENDING,
)

give_opinion = Act(
    key="give_opinion",
    title="Give an opinion on a proposed classification",
    cites="Madrid Rule 12(2)",
    who="Office of origin",
    limit="classification_opinion",
    answers=True,
    says="The International Bureau proposed another grouping. Without an opinion its proposal stands.",
    bars=bars.PENDING,
)

propose_term = Act(
    key="propose_term",
    title="Propose another term for one that is too vague",
    cites="Madrid Rule 13(2)(a)",
    who="Office of origin",
    limit="vague_term",
    answers=True,
    says="Also for a term that is incomprehensible or linguistically incorrect.",
    bars=bars.PENDING,
)

announce_opposition = Act(
    key="announce_opposition",
    title="Tell of possible oppositions after eighteen months",
    cites="Madrid Rule 16(1)(a)",
    who="Office of a designated party",
    limit="refusal",
    form="Model form 1",
    says="Only then can a refusal on an opposition come later than eighteen months.",
    bars=(*TOLD, office.late_opposition_not_declared, office.opposition_announced, office.granted),
)

tell_opposition_dates = Act(
    key="tell_opposition_dates",
    title="Tell when the opposition period begins and ends",
    cites="Madrid Rule 16(1)(b)",
    who="Office of a designated party",
    form="Model form 2",
    says="As soon as the dates are known, at the latest with the refusal on an opposition.",
    bars=(*TOLD, office.opposition_not_announced),
)

refuse = Act(
    key="refuse",
    title="Refuse provisionally",
    cites="Madrid Rule 17(1)",
    who="Office of a designated party",
    limit="refusal",
    or_limits=("late_opposition", "correction_refusal"),
    form="Model form 3",
    says="All grounds with their provisions, the earlier mark, the goods and services, and how and until when review "
    "can be asked for. One without grounds, or too late, is no refusal. After a correction the time is counted again.",
    bars=(*TOLD, office.granted),
)

complete_refusal = Act(
    key="complete_refusal",
    title="Complete a refusal",
    cites="Madrid Rule 18(1)(d)",
    who="Office of a designated party",
    limit="incomplete_refusal",
    answers=True,
    form="Model form 3",
    says="The International Bureau found something missing, and said so. Where it is what is said of review, there is "
    "no refusal before; completed in time, it keeps its date. Anything else is added to a refusal that stands.",
    bars=TOLD,
)

grant = Act(
    key="grant",
    title="Grant protection without a refusal before",
    cites="Madrid Rule 18ter(1)",
    who="Office of a designated party",
    limit="refusal",
    form="Model form 4",
    says="As soon as all procedures are over. Where nothing is sent in time, the mark is protected all the same.",
    bars=(*TOLD, office.refused, office.granted),
)

grant_after_refusal = Act(
    key="grant_after_refusal",
    title="Grant protection after a refusal, for all or some goods and services",
    cites="Madrid Rule 18ter(2)",
    who="Office of a designated party",
    form="Model form 5",
    says="What is not named is refused for good, as far as the Office is concerned.",
    bars=(*TOLD, office.not_refused, office.decided),
)

confirm_refusal = Act(
    key="confirm_refusal",
    title="Confirm a refusal of everything",
    cites="Madrid Rule 18ter(3)",
    who="Office of a designated party",
    form="Model form 6",
    says="All procedures before the Office are over, and nothing is protected.",
    bars=(*TOLD, office.not_refused, office.decided),
)

decide_further = Act(
    key="decide_further",
    title="Tell of a further decision",
    cites="Madrid Rule 18ter(4)",
    who="Office of a designated party",
    form="Model form 7",
    says="A court, or the Office itself, has changed for which goods and services the mark is protected.",
    bars=(*TOLD, office.not_decided),
)

tell_interim_status = Act(
    key="tell_interim_status",
    title="Tell that no ground for refusal was found so far",
    cites="Madrid Rule 18bis(1)",
    who="Office of a designated party",
    form="Model form 8",
    says="The Office has examined the mark; oppositions or observations are still possible. Nothing follows from it.",
    bars=(*TOLD, office.refused, office.granted, office.interim_told),
)

invalidate = Act(
    key="invalidate",
    title="Tell of an invalidation",
    cites="Madrid Rule 19(1)",
    who="Office of a designated party",
    says="The decision can no longer be appealed. The notice names authority, day, goods and services.",
    bars=(*NAMED, office.nothing_protected),
)

notify_ceasing = Act(
    key="notify_ceasing",
    title="Tell that the basic mark has ceased to have effect",
    cites="Madrid Rule 22(1)(a)",
    who="Office of origin",
    form="Model form 9",
    says="With the facts, the goods and services concerned, and the request to cancel the registration to that extent. "
    "Registrations that came out of it by a partial change or a division are cancelled with it.",
    bars=(*bars.STANDING, office.nothing_ceased, office.independent),
)

notify_proceedings = Act(
    key="notify_proceedings",
    title="Tell that proceedings against the basic mark go on after five years",
    cites="Madrid Rule 22(1)(b)",
    who="Office of origin",
    form="Model form 9",
    says="They began within the five years. Their result is told when it is final.",
    bars=(*bars.STANDING, office.no_proceedings),
)

deny_change_in_ownership = Act(
    key="deny_change_in_ownership",
    title="Declare that a change in ownership has no effect",
    cites="Madrid Rule 27(4)(a)",
    who="Office of a designated party",
    limit="no_effect",
    under="Madrid Rule 27(4)(c)",
    answers=True,
    says="In that party the former owner stays the holder; the part becomes a registration of its own.",
    bars=NAMED,
)

deny_limitation = Act(
    key="deny_limitation",
    title="Declare that a limitation has no effect",
    cites="Madrid Rule 27(5)",
    who="Office of a designated party",
    limit="no_effect",
    under="Madrid Rule 27(5)",
    answers=True,
    says="In that party the goods and services stand as if they had not been limited.",
    bars=NAMED,
)

deny_licence = Act(
    key="deny_licence",
    title="Declare that a licence has no effect",
    cites="Madrid Rule 20bis(5)",
    who="Office of a designated party",
    limit="no_effect",
    under="Madrid Rule 20bis(5)",
    answers=True,
    says="The licence stays in the International Register, with the declaration beside it.",
    bars=NAMED,
)

ACTS = (
    certify,
    remedy_as_office,
    give_opinion,
    propose_term,
    announce_opposition,
    tell_opposition_dates,
    refuse,
    complete_refusal,
    grant,
    grant_after_refusal,
    confirm_refusal,
    decide_further,
    tell_interim_status,
    invalidate,
    notify_ceasing,
    notify_proceedings,
    deny_change_in_ownership,
    deny_limitation,
    deny_licence,
)
