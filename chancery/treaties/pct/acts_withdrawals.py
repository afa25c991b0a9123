"""Withdrawals: all applicants sign, or somebody with a power of attorney from all of them (Rule 90bis.5)."""

from chancery.treaties.pct import acts_bars as bars
from chancery.treaties.pct.acts_terms import Act

withdraw_application = Act(
    key="withdraw_application",
    title="Withdraw the application",
    cites="PCT Rule 90bis.1(a)",
    who="all applicants",
    at="IB",
    or_at=("RO", "IPEA"),
    limit="withdraw_ia",
    answered_by="PCT/IB/307",
    says="The international application ends everywhere, but for Offices that have begun to process it. It may be made "
    "on condition that publication is prevented: then it has no effect where it comes too late for that.",
    bars=bars.LIVE,
    notes=(bars.publication_cannot_be_prevented, bars.preparations_expected),
)

withdraw_designations = Act(
    key="withdraw_designations",
    title="Withdraw designations",
    cites="PCT Rule 90bis.2(a)",
    who="all applicants",
    at="IB",
    or_at=("RO", "IPEA"),
    limit="withdraw_designation",
    answered_by="PCT/IB/307",
    says="The application ends for the States that are named. Where all are withdrawn, the application is.",
    bars=bars.LIVE,
)

withdraw_priority = Act(
    key="withdraw_priority",
    title="Withdraw a priority claim",
    cites="PCT Rule 90bis.3(a)",
    who="all applicants",
    at="IB",
    or_at=("RO", "IPEA"),
    limit="withdraw_priority",
    answered_by="PCT/IB/317",
    says="Where the priority date changes by it, the time limits that have not expired are counted again from the new "
    "one. The Bureau may still publish by the old date where the preparations are completed.",
    bars=(*bars.LIVE, bars.no_priority),
    notes=(bars.publication_cannot_be_prevented, bars.preparations_expected),
)

withdraw_sis = Act(
    key="withdraw_sis",
    title="Withdraw a request for supplementary search",
    cites="PCT Rule 90bis.3bis(a)",
    who="all applicants",
    at="IB",
    limit="withdraw_sis",
    says="It has effect where it arrives before the supplementary report is sent.",
    bars=(*bars.LIVE, bars.no_supplementary_search, bars.supplementary_report_sent),
)

withdraw_demand = Act(
    key="withdraw_demand",
    title="Withdraw the demand",
    cites="PCT Rule 90bis.4(a)",
    who="all applicants",
    at="IB",
    limit="withdraw_demand",
    says="The examination ends. For the national phase it counts as if it had not been demanded, unless the withdrawal "
    "comes before the time limit of Chapter I ends or national law says otherwise.",
    bars=(*bars.LIVE, bars.not_demanded),
)

withdraw_elections = Act(
    key="withdraw_elections",
    title="Withdraw elections",
    cites="PCT Rule 90bis.4(a)",
    who="all applicants",
    at="IB",
    limit="withdraw_demand",
    says="The elections of the States that are named end. Where all are withdrawn, the demand is.",
    bars=(*bars.LIVE, bars.not_demanded),
)

withdraw_publication_request = Act(
    key="withdraw_publication_request",
    title="Withdraw the request for early publication",
    cites="PCT Rule 26bis.1(b)",
    at="IB",
    says="Publication waits again for eighteen months, and priority claims can be corrected or added.",
    bars=(*bars.LIVE, bars.early_publication_not_asked, bars.prepared),
)

ACTS = (
    withdraw_application,
    withdraw_designations,
    withdraw_priority,
    withdraw_sis,
    withdraw_demand,
    withdraw_elections,
    withdraw_publication_request,
)
