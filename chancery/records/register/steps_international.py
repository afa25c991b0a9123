"""What later events do to a right: the applicant's acts, search, publication, examination, the national phase."""

from dataclasses import replace
from datetime import date, datetime

from chancery.records.register import events
from chancery.records.register.right import (
    Amendment,
    Demand,
    NationalStep,
    Observation,
    Paper,
    Publication,
    Report,
    Right,
    SearchReport,
    Withdrawal,
)
from chancery.treaties import pct


def _changed(right: Right, event: events.RequestChanged, _at: datetime) -> Right:
    documents = event.documents or right.documents
    changed = replace(right, application=pct.Application.from_dict(event.application), documents=documents)
    return _answering(changed, event.act, _day(event.received_on))


ANSWERS = {
    "furnish_missing_part": "PCT/RO/107",
    "incorporate_by_reference": "PCT/RO/107",
    "replace_erroneous_part": "PCT/RO/107",
    "add_declaration": "PCT/RO/156",
    "pay_additional_search_fees": "PCT/ISA/206",
    "correct_demand": "PCT/IPEA/404",
    "answer_unity_in_examination": "PCT/IPEA/405",
    "reply_to_opinion": "PCT/IPEA/408",
    "amend_34": "PCT/IPEA/408",
}
"""Which invitation an act of the applicant answers."""

TRANSLATIONS = {"search": "PCT/RO/150", "publication": "PCT Rule 12.4(c)"}
"""The invitation that a translation answers, by what it is for."""


def _answering(right: Right, act: str, on: date, purpose: str = "") -> Right:
    """An act that answers an open invitation closes it. ``purpose``: what a translation is for."""
    form = TRANSLATIONS.get(purpose) if act == "furnish_translation" else ANSWERS.get(act)
    invitations = tuple(
        replace(one, answered_on=on) if one.form == form and one.answered_on is None else one
        for one in right.invitations
    )
    return replace(right, invitations=invitations) if form else right


def _withdrawn(right: Right, event: events.Withdrawn, _at: datetime) -> Right:
    on = _day(event.received_on)
    withdrawal = Withdrawal(
        act=event.act, received_on=on, offices=event.offices, only_if_unpublished=event.only_if_unpublished
    )
    later = replace(right, withdrawals=(*right.withdrawals, withdrawal))
    if event.act == "withdraw_demand" and right.demand:
        return replace(later, demand=replace(right.demand, withdrawn_on=on))
    if event.act == "withdraw_elections" and right.demand:
        elected = tuple(office for office in right.demand.elected if office not in event.offices)
        return replace(later, demand=replace(right.demand, elected=elected, withdrawn_on=None if elected else on))
    if event.act == "withdraw_sis":
        return replace(later, supplementary=tuple(replace(one, withdrawn_on=on) for one in right.supplementary))
    return later


def _amended(right: Right, event: events.ClaimsAmended, _at: datetime) -> Right:
    amendment = Amendment(
        article=event.article,
        received_on=_day(event.received_on),
        statement=event.statement,
        documents=event.documents,
    )
    return _answering(replace(right, amendments=(*right.amendments, amendment)), event.act, amendment.received_on)


def _demanded(right: Right, event: events.ChapterIIDemanded, _at: datetime) -> Right:
    demand = Demand(
        authority=event.authority, received_on=_day(event.received_on), elected=event.elected, basis=event.basis
    )
    return replace(right, demand=demand)


def _supplementary(right: Right, event: events.SupplementarySearchRequested, _at: datetime) -> Right:
    request = Demand(authority=event.authority, received_on=_day(event.received_on))
    return replace(right, supplementary=(*right.supplementary, request))


def _early(right: Right, event: events.EarlyPublicationRequested, _at: datetime) -> Right:
    return replace(right, early_publication_on=_day(event.received_on))


def _paper(right: Right, event: events.PaperReceived, _at: datetime) -> Right:
    paper = Paper(
        paper=event.paper,
        act=event.act,
        received_on=_day(event.received_on),
        facts=event.facts,
        documents=event.documents,
        remark=event.remark,
    )
    with_it = replace(right, papers=(*right.papers, paper))
    return _answering(with_it, event.act, paper.received_on, event.facts.get("purpose", ""))


def _rectified(right: Right, event: events.RectificationDecided, _at: datetime) -> Right:
    if not event.authorized:
        return replace(right, rectifications_refused_on=_day(event.decided_on))
    documents = event.documents or right.documents
    if event.application is None:
        return replace(right, documents=documents)
    application = pct.Application.from_dict(event.application)
    charged = replace(application, parties=right.charged.parties) if _changed_hands(right) else application
    return replace(right, application=application, charged=charged, documents=documents)


def _changed_hands(right: Right) -> bool:
    """Who the applicants are has changed since: the fees are still those of the applicants on filing."""
    return any(act == "change_parties" for act, _on in right.done)


def _licensing(right: Right, event: events.LicensingIndicated, _at: datetime) -> Right:
    return replace(right, licensing=event.terms if event.available else None)


def _observed(right: Right, event: events.ObservationSubmitted, _at: datetime) -> Right:
    observation = Observation(
        observation=event.observation,
        received_on=_day(event.received_on),
        citations=event.citations,
        text=event.text,
        name=event.name,
        documents=event.documents,
    )
    return replace(right, observations=(*right.observations, observation))


def _admitted(right: Right, event: events.ObservationAdmitted, _at: datetime) -> Right:
    observations = tuple(
        replace(one, admitted=event.admitted) if one.observation == event.observation else one
        for one in right.observations
    )
    return replace(right, observations=observations)


def _searched(right: Right, event: events.SearchReportEstablished, _at: datetime) -> Right:
    report = SearchReport(
        authority=event.authority,
        established_on=_day(event.established_on),
        transmitted_on=_day(event.transmitted_on),
        supplementary=event.supplementary,
        declined=event.declined,
        citations=event.citations,
        classifications=event.classifications,
        documents=event.documents,
        opinion=event.opinion,
    )
    return replace(right, searches=(*right.searches, report))


def _reported(right: Right, event: events.ReportOnPatentabilityEstablished, _at: datetime) -> Right:
    report = Report(
        chapter=event.chapter,
        authority=event.authority,
        established_on=_day(event.established_on),
        statement=event.statement,
        documents=event.documents,
    )
    return replace(right, reports=(*right.reports, report))


def _prepared(right: Right, event: events.PublicationPrepared, _at: datetime) -> Right:
    return replace(right, prepared_on=_day(event.completed_on))


def _published(right: Right, event: events.ApplicationPublished, _at: datetime) -> Right:
    publication = Publication(
        number=event.publication_number,
        kind_code=event.kind_code,
        on=_day(event.published_on),
        issue=event.issue,
    )
    return replace(right, publications=(*right.publications, publication))


def _national(right: Right, event: events.NationalPhaseReported, _at: datetime) -> Right:
    step = NationalStep(
        office=event.office, what=event.what, on=_day(event.on), number=event.number, remark=event.remark
    )
    return replace(right, national=(*right.national, step))


def _day(text: str) -> date:
    return date.fromisoformat(text)


STEPS = (
    (events.RequestChanged, _changed),
    (events.Withdrawn, _withdrawn),
    (events.ClaimsAmended, _amended),
    (events.ChapterIIDemanded, _demanded),
    (events.SupplementarySearchRequested, _supplementary),
    (events.EarlyPublicationRequested, _early),
    (events.PaperReceived, _paper),
    (events.RectificationDecided, _rectified),
    (events.LicensingIndicated, _licensing),
    (events.ObservationSubmitted, _observed),
    (events.ObservationAdmitted, _admitted),
    (events.SearchReportEstablished, _searched),
    (events.ReportOnPatentabilityEstablished, _reported),
    (events.PublicationPrepared, _prepared),
    (events.ApplicationPublished, _published),
    (events.NationalPhaseReported, _national),
)
