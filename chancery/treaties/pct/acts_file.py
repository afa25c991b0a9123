"""Acts around the file: letters, copies, licences, agents, review, and the way into the national phase."""

from chancery.treaties.pct import acts_bars as bars
from chancery.treaties.pct.acts_terms import Act

send_letter = Act(
    key="send_letter",
    title="Send a letter or a document",
    cites="PCT Rule 92.1(a)",
    at="IB",
    or_at=("RO", "ISA", "IPEA"),
    says="Any paper after the filing comes with a signed letter that names the application.",
    bars=(bars.nothing_filed,),
)

ask_for_copies = Act(
    key="ask_for_copies",
    title="Ask for copies of the file",
    cites="PCT Rule 94.1(a)",
    at="IB",
    fee="copies",
    says="The applicant, or anyone whom the applicant has authorized, receives copies of any document of the file.",
    bars=(bars.nothing_filed,),
)

indicate_licensing = Act(
    key="indicate_licensing",
    title="Say that licences are available",
    cites="PCT Form IB/382",
    at="IB",
    says="The public file shows that the applicant is ready to license the invention, and on which terms.",
    bars=(*bars.ACCORDED, bars.thirty_months_over),
)

withdraw_licensing = Act(
    key="withdraw_licensing",
    title="Take back that licences are available",
    cites="PCT Form IB/382",
    at="IB",
    says="The indication is taken out of the public file.",
    bars=bars.ACCORDED,
)

appoint_agent = Act(
    key="appoint_agent",
    title="Appoint an agent or a common representative",
    cites="PCT Rule 90.4(a)",
    at="IB",
    or_at=("RO", "ISA", "IPEA"),
    limit="changes",
    answered_by="PCT/IB/306",
    says="By a power of attorney signed by the applicants, or a copy of a general one. A new agent for the same acts "
    "ends the power of the one before, unless the applicants say otherwise.",
    bars=(bars.nothing_filed, bars.withdrawn),
)

revoke_agent = Act(
    key="revoke_agent",
    title="Revoke the appointment of an agent",
    cites="PCT Rule 90.6(a)",
    at="IB",
    or_at=("RO", "ISA", "IPEA"),
    limit="changes",
    answered_by="PCT/IB/306",
    says="Those who appointed the agent, or their successors, sign. The agent too may renounce it.",
    bars=(bars.nothing_filed, bars.withdrawn, bars.no_agent),
)

ask_for_review = Act(
    key="ask_for_review",
    title="Ask for review by designated Offices",
    cites="PCT Art. 25(1)(a)",
    at="IB",
    limit="art25_review",
    says="The International Bureau sends the file to the Offices that are named. Each decides, for a national fee and "
    "with a translation, whether the refusal or the declaration was an error, and may keep the application alive.",
    bars=(bars.nothing_filed, bars.withdrawn, bars.nothing_to_review),
)

enter_national_phase = Act(
    key="enter_national_phase",
    title="Enter the national phase",
    cites="PCT Art. 22(1)",
    at="DO",
    limit="national_phase",
    or_limits=("national_phase_II",),
    says="Each Office receives a translation where needed and the national fee; the application then goes on as a "
    "national or regional one. Many Offices have a longer time limit of their own.",
    bars=bars.ACCORDED,
    still=(bars.every_office_is_closed,),
)

ACTS = (
    send_letter,
    ask_for_copies,
    indicate_licensing,
    withdraw_licensing,
    appoint_agent,
    revoke_agent,
    ask_for_review,
    enter_national_phase,
)
