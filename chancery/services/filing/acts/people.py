"""Acts on who is who: parties, agents, declarations (PCT Rules 92bis, 90, 26ter)."""

from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.core.event import Event
from chancery.records.register.queries import Right
from chancery.services.filing.acts.asking import Ask, Deed, Findings, Section, Upload, chosen, wrong
from chancery.services.filing.acts.making import changed, shown, taken, under
from chancery.services.filing.choices import Choices
from chancery.services.filing.fields import AGENT, DECLARATION, PARTY
from chancery.services.filing.shapes import Field
from chancery.treaties import pct

NEW = "parties.new"
LEAVES = Field(name="leaves", label=gettext_lazy("This person is no longer applicant or inventor"), kind="flag")
CORRESPONDENCE = Field(
    name="correspondence_address",
    label=gettext_lazy("Address for correspondence"),
    kind="text",
    limit=1000,
    optional=True,
)


# Parties

_ADDRESS = tuple(one for one in AGENT if one.name not in {"kind", "power_of_attorney"})


def _parties(right: Right) -> tuple[Section, ...]:
    application = right.application
    people = [
        Section(label=party.name or str(place + 1), fields=under(f"parties.{place}", (*PARTY, LEAVES)))
        for place, party in enumerate(application.parties)
    ]
    agents = [
        Section(label=agent.name, fields=under(f"agents.{place}", _ADDRESS), folded=True)
        for place, agent in enumerate(application.agents)
    ]
    new = Section(label=_("A further applicant or inventor"), fields=under(NEW, PARTY), folded=True)
    return (*people, new, *agents, Section(label=_("Letters"), fields=(CORRESPONDENCE,), folded=True))


def _parties_now(right: Right) -> dict[str, Any]:
    values = {f"{NEW}.applicant": True, "correspondence_address": right.application.correspondence_address}
    for place, party in enumerate(right.application.parties):
        values |= shown(f"parties.{place}", party, PARTY)
    for place, agent in enumerate(right.application.agents):
        values |= shown(f"agents.{place}", agent, _ADDRESS)
    return values


def _parties_then(deed: Deed) -> dict[str, Any]:
    now, values = deed.right.application, deed.values
    parties = [
        taken(party, f"parties.{place}", PARTY, values)
        for place, party in enumerate(now.parties)
        if not values[f"parties.{place}.leaves"]
    ]
    if values[f"{NEW}.name"]:
        parties.append(taken(pct.Party(), NEW, PARTY, values))
    agents = tuple(taken(agent, f"agents.{place}", _ADDRESS, values) for place, agent in enumerate(now.agents))
    address = values["correspondence_address"]
    return {"parties": tuple(parties), "agents": agents, "correspondence_address": address}


def _judge_parties(deed: Deed) -> Findings:
    then = replace(deed.right.application, **_parties_then(deed))
    if then == deed.right.application:
        yield wrong(_("Nothing has been changed yet."))
    if not then.applicants:
        yield wrong(_("At least one applicant must remain."), cites="PCT Art. 11(1)(iii)(c)")
    for place in range(len(deed.right.application.parties)):
        if not deed.values[f"parties.{place}.name"]:
            yield wrong(_("This is needed."), field=f"parties.{place}.name")


CHANGE_PARTIES = Ask(
    key="change_parties",
    group="request",
    event=lambda deed: changed(deed, **_parties_then(deed)),
    sections=_parties,
    initial=_parties_now,
    uploads=(
        Upload(
            kind="proof of transfer",
            label=gettext_lazy("Proof of the transfer"),
            help=gettext_lazy("Where a new applicant asks without the signature of the old one."),
        ),
    ),
    judge=_judge_parties,
)

# Agents

_APPOINTED = tuple(
    replace(one, needed=one.name in {"name", "address"}) for one in AGENT if one.name != "power_of_attorney"
)
STAY = Field(
    name="others_stay",
    label=gettext_lazy("The agents named so far stay appointed beside the new one"),
    kind="flag",
    help=gettext_lazy("Otherwise the new appointment ends the earlier one (Rule 90.6(b))."),
)


def _appointed(deed: Deed) -> Event:
    values = {f"agent.{one.name}": deed.values[one.name] for one in _APPOINTED}
    agent = replace(
        taken(pct.Agent(), "agent", _APPOINTED, values),
        power_of_attorney=deed.brought("power of attorney") or None,
    )
    before = deed.right.application.agents if deed.values["others_stay"] else ()
    return changed(deed, agents=(*before, agent))


APPOINT_AGENT = Ask(
    key="appoint_agent",
    group="request",
    event=_appointed,
    sections=lambda _right: (Section(fields=(*_APPOINTED, STAY)),),
    initial=lambda _right: {"kind": "agent"},
    uploads=(
        Upload(
            kind="power of attorney",
            label=gettext_lazy("Power of attorney, signed by all applicants"),
            help=gettext_lazy("Without it an agent cannot sign a withdrawal (Rule 90.5(d))."),
        ),
    ),
)


def _agents(right: Right) -> tuple[Section, ...]:
    named: Choices = [(str(place), agent.name) for place, agent in enumerate(right.application.agents)]
    ticked = Field(
        name="agents",
        label=_("Whose appointment ends"),
        kind="several",
        choices=lambda: named,
        needed=True,
    )
    return (Section(fields=(ticked,)),)


def _revoked(deed: Deed) -> Event:
    ended = chosen(deed.values, "agents")
    stay = tuple(one for place, one in enumerate(deed.right.application.agents) if place not in ended)
    return changed(deed, agents=stay)


REVOKE_AGENT = Ask(key="revoke_agent", group="request", event=_revoked, sections=_agents)

# Declarations


def _declarations(right: Right) -> tuple[Section, ...]:
    item, text = DECLARATION
    before: Choices = [("", _("It is a further one"))]
    before += [
        (str(place), f"({one.item}) {one.text[:60]}") for place, one in enumerate(right.application.declarations)
    ]
    replaced = Field(name="replaces", label=_("In place of"), kind="choice", choices=lambda: before, optional=True)
    needed = (replace(item, needed=True), replace(text, needed=True))
    return (Section(fields=(*needed, replaced) if right.application.declarations else needed),)


def _declared(deed: Deed) -> Event:
    made = pct.Declaration(item=deed.values["item"], text=deed.values["text"])
    declarations = list(deed.right.application.declarations)
    if replaced := deed.values.get("replaces"):
        declarations[int(replaced)] = made
    else:
        declarations.append(made)
    return changed(deed, declarations=tuple(declarations))


ADD_DECLARATION = Ask(key="add_declaration", group="request", event=_declared, sections=_declarations)

ASKS = (CHANGE_PARTIES, APPOINT_AGENT, REVOKE_AGENT, ADD_DECLARATION)
