"""Whose signature an act needs: Rules 4.15, 90.2 to 90.5, 90bis.5 and 92.1.

Whoever signs may do so for one party (``Signature.party``), as an agent (``Signature.agent``), or by a name
alone; then the name, or the capacity, must hold the words of the party's name in any order.
"""

from collections.abc import Sequence
from datetime import date

from chancery.treaties.kernel.rule import Finding
from chancery.treaties.pct.acts import act
from chancery.treaties.pct.application import Agent, Application, Party, Signature
from chancery.treaties.pct.naming import stands_for
from chancery.treaties.pct.rule_19 import offices_open_to

ALL_SIGN = "A withdrawal is signed by all applicants, or by an agent with a power of attorney from all of them."
ONE_SIGNS = "An applicant, or the agent or common representative, signs."
REPRESENTATIVE_SIGNS = "Of several applicants without an agent, the common representative signs for all."
POWER = "An agent who signs a withdrawal shows a power of attorney from all applicants; it is never waived."


def unsigned(key: str, application: Application, signatures: Sequence[Signature]) -> tuple[Finding, ...]:
    """Whose signature is missing for an act. Raises ``KeyError`` for a key that is none.

    A considered common representative cannot sign a withdrawal for the others (Rule 90bis.5).
    """
    who = act(key).who
    if who == "anyone":
        return ()
    return _by_all(application, signatures) if who == "all applicants" else _by_one(application, signatures)


def _by_all(application: Application, signatures: Sequence[Signature]) -> tuple[Finding, ...]:
    missing = [party for party in application.applicants if not signed(application, party, signatures)]
    agents = [agent for agent in application.agents if signed_by_agent(application, agent, signatures)]
    if (application.applicants and not missing) or any(agent.power_of_attorney for agent in agents):
        return ()
    found = [_finding("PCT Rule 90bis.5", ALL_SIGN, _names(missing))]
    if agents:
        found.append(_finding("PCT Rule 90.4(e)", POWER))
    return tuple(found)


def _by_one(application: Application, signatures: Sequence[Signature]) -> tuple[Finding, ...]:
    if any(signed_by_agent(application, agent, signatures) for agent in application.agents):
        return ()
    signers = [party for party in application.applicants if signed(application, party, signatures)]
    if signers and (len(signers) == len(application.applicants) or representative(application) in signers):
        return ()
    first = representative(application)
    if signers and first is not None:
        return (_finding("PCT Rule 90.2(b)", REPRESENTATIVE_SIGNS, f"Missing: {first.name}."),)
    return (_finding("PCT Rule 92.1(a)", ONE_SIGNS, _names(application.applicants)),)


def representative(application: Application, on: date | None = None) -> Party | None:
    """The considered common representative: the first applicant entitled to file with that Office (Rule 90.2(b)).

    Nobody where there is one applicant only, or an agent or common representative is appointed.
    """
    if application.agents or len(application.applicants) < 2:
        return None
    day, office = on or application.received_on or date.max, application.receiving_office
    return next((party for party in application.applicants if office in offices_open_to(party, day)), None)


def signed(application: Application, party: Party, signatures: Sequence[Signature]) -> bool:
    """Whether one of the signatures stands for that party."""
    place = application.parties.index(party)
    return any(
        one.party == place or (one.party is None and one.agent is None and stands_for(one, party.name))
        for one in signatures
    )


def signed_by_agent(application: Application, agent: Agent, signatures: Sequence[Signature]) -> bool:
    """Whether one of the signatures is that of the agent or appointed common representative."""
    place = application.agents.index(agent)
    return any(
        one.agent == place or (one.party is None and one.agent is None and stands_for(one, agent.name))
        for one in signatures
    )


def _names(parties: Sequence[Party]) -> str:
    named = [party.name.strip() for party in parties if party.name.strip()]
    return f"Missing: {'; '.join(named)}." if named else ""


def _finding(cites: str, message: str, detail: str = "") -> Finding:
    whole = f"{message} {detail}" if detail else message
    return Finding(cites, whole, field="signatures", severity="prevents", rule="unsigned", detail=detail)
