"""Acts on priority claims and their documents (PCT Rules 26bis, 17.1, 90bis.3)."""

from dataclasses import replace
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.core.event import Event
from chancery.records.register.queries import Right
from chancery.services.filing import choices
from chancery.services.filing.acts.asking import Ask, Deed, Findings, Section, Upload, chosen, wrong
from chancery.services.filing.acts.making import changed, paper, shown, taken, under
from chancery.services.filing.choices import Choices
from chancery.services.filing.fields import CLAIM
from chancery.services.filing.shapes import Field
from chancery.treaties import pct

_NAMED = tuple(one for one in CLAIM if one.name in {"office", "number", "filed_on"})
_ADDED = tuple(replace(one, needed=one.name != "number") for one in _NAMED)


def standing(right: Right) -> list[tuple[int, pct.PriorityClaim]]:
    """The claims that have not been withdrawn or found void, each with its place in the request."""
    claims = enumerate(right.application.priority_claims)
    return [(place, claim) for place, claim in claims if claim.ceased_on is None]


def in_words(claim: pct.PriorityClaim) -> str:
    """Office, number and day; the Office once, where the number begins with it."""
    office = "" if claim.number.startswith(claim.office) else claim.office
    return " ".join(part for part in (office, claim.number, str(claim.filed_on or "")) if part)


def listed(right: Right) -> Choices:
    return [(str(place), in_words(claim)) for place, claim in standing(right)]


def which(right: Right) -> Field:
    """Which claim is meant; the only one needs no choosing."""
    found = listed(right)
    offered: Choices = found if len(found) == 1 else [("", _("Choose a claim")), *found]
    return Field(name="claim", label=_("Priority claim"), kind="choice", choices=lambda: offered, needed=True)


def _changed_claim(deed: Deed, place: int, **fields: Any) -> Event:
    claims = list(deed.right.application.priority_claims)
    claims[place] = replace(claims[place], **fields)
    return changed(deed, priority_claims=tuple(claims))


def _too_late(claimed: date | None, right: Right, field: str) -> Findings:
    day = right.filing_date or right.received_on
    if claimed and day and claimed >= day:
        message = _("An earlier application is earlier: this one is of {day}.").format(day=day.isoformat())
        yield wrong(message, field=field, cites="PCT Rule 4.10(a)")


# Add, correct, withdraw


def _added(deed: Deed) -> Event:
    values = {f"claim.{one.name}": deed.values[one.name] for one in _ADDED}
    values["claim.filed_on"] = _day(deed.values["filed_on"])
    claim = replace(taken(pct.PriorityClaim(), "claim", _ADDED, values), added_on=deed.on)
    return changed(deed, priority_claims=(*deed.right.application.priority_claims, claim))


ADD_PRIORITY = Ask(
    key="add_priority",
    group="priority",
    event=_added,
    sections=lambda _right: (Section(fields=_ADDED),),
    judge=lambda deed: _too_late(_day(deed.values["filed_on"]), deed.right, "filed_on"),
)


def _claims(right: Right) -> tuple[Section, ...]:
    return tuple(
        Section(label=in_words(claim), fields=under(f"priority_claims.{place}", _NAMED))
        for place, claim in standing(right)
    )


def _claims_now(right: Right) -> dict[str, Any]:
    return {
        name: value
        for place, claim in standing(right)
        for name, value in shown(f"priority_claims.{place}", claim, _NAMED).items()
    }


def _claims_then(deed: Deed) -> tuple[pct.PriorityClaim, ...]:
    claims = list(deed.right.application.priority_claims)
    for place, claim in standing(deed.right):
        path = f"priority_claims.{place}"
        values = {**deed.values, f"{path}.filed_on": _day(deed.values[f"{path}.filed_on"])}
        claims[place] = taken(claim, path, _NAMED, values)
    return tuple(claims)


def _judge_claims(deed: Deed) -> Findings:
    then = _claims_then(deed)
    if then == deed.right.application.priority_claims:
        yield wrong(_("Nothing has been changed yet."))
    for place, _claim in standing(deed.right):
        yield from _too_late(then[place].filed_on, deed.right, f"priority_claims.{place}.filed_on")


CORRECT_PRIORITY = Ask(
    key="correct_priority",
    group="priority",
    event=lambda deed: changed(deed, priority_claims=_claims_then(deed)),
    sections=_claims,
    initial=_claims_now,
    judge=_judge_claims,
)


def _ticked(right: Right) -> tuple[Section, ...]:
    found = listed(right)
    field = Field(
        name="claims",
        label=_("Claims that are withdrawn"),
        kind="several",
        choices=lambda: found,
        needed=True,
    )
    return (Section(fields=(field,)),)


def _claims_withdrawn(deed: Deed) -> Event:
    ended = chosen(deed.values, "claims")
    claims = enumerate(deed.right.application.priority_claims)
    then = tuple(replace(claim, ceased_on=deed.on) if place in ended else claim for place, claim in claims)
    return changed(deed, priority_claims=then)


WITHDRAW_PRIORITY = Ask(key="withdraw_priority", group="withdrawals", event=_claims_withdrawn, sections=_ticked)

# Restoration

REASONS = Field(
    name="reasons",
    label=gettext_lazy("Why the application was not filed within the priority period"),
    kind="text",
    limit=10_000,
    needed=True,
    help=gettext_lazy("What happened, when, who was responsible, and what care was taken."),
)


def _restoration(right: Right) -> tuple[Section, ...]:
    criterion = Field(name="criterion", label=_("Criterion"), kind="choice", choices=choices.criteria, optional=True)
    return (Section(fields=(which(right), criterion, REASONS)),)


REQUEST_RESTORATION = Ask(
    key="request_restoration",
    group="priority",
    event=lambda deed: _changed_claim(
        deed,
        int(deed.values["claim"]),
        restoration_requested=True,
        restoration_reasons=deed.values["reasons"],
        restoration_criterion=deed.values["criterion"],
    ),
    sections=_restoration,
    uploads=(Upload(kind="evidence", label=gettext_lazy("Declaration or other evidence")),),
)

# Priority documents


def claim_facts(deed: Deed) -> dict[str, str]:
    """Which earlier application a paper concerns, for those who read it without the request at hand."""
    place = int(deed.values["claim"])
    return {"claim": str(place), "earlier application": in_words(deed.right.application.priority_claims[place])}


FURNISH_PRIORITY_DOCUMENT = Ask(
    key="furnish_priority_document",
    group="priority",
    event=lambda deed: paper(deed, **claim_facts(deed)),
    sections=lambda right: (Section(fields=(which(right),)),),
    uploads=(Upload(kind="priority document", label=gettext_lazy("Certified copy"), needed=True),),
)

CODE = Field(
    name="access_code",
    label=gettext_lazy("Access code of the digital library"),
    limit=20,
    mono=True,
    optional=True,
    help=gettext_lazy("The Office of first filing gave it to you. Nobody outside the office sees it."),
)


def _from(_right: Right) -> Field:
    offered: Choices = [
        each for each in choices.ways_of_documents() if each[0] in {"receiving office", "digital library"}
    ]
    return Field(name="way", label=_("From where"), kind="choice", choices=lambda: offered, needed=True)


def _judge_fetching(deed: Deed) -> Findings:
    if deed.values["way"] == "digital library" and not deed.values["access_code"]:
        yield wrong(_("Give the access code."), field="access_code", cites="PCT Rule 17.1(b-bis)")


REQUEST_PRIORITY_DOCUMENT = Ask(
    key="request_priority_document",
    group="priority",
    event=lambda deed: paper(deed, **claim_facts(deed), way=deed.values["way"], access_code=deed.values["access_code"]),
    sections=lambda right: (Section(fields=(which(right), _from(right), CODE)),),
    judge=_judge_fetching,
)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


ASKS = (
    ADD_PRIORITY,
    CORRECT_PRIORITY,
    REQUEST_RESTORATION,
    FURNISH_PRIORITY_DOCUMENT,
    REQUEST_PRIORITY_DOCUMENT,
    WITHDRAW_PRIORITY,
)
