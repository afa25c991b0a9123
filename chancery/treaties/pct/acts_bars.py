"""What stands against an act: one sentence each, true or not of a case on a day."""

from datetime import date

from chancery.treaties.kernel.acting import bar
from chancery.treaties.kernel.periods import months
from chancery.treaties.pct.acts_terms import Case
from chancery.treaties.pct.force import ERRONEOUS_PARTS
from chancery.treaties.pct.national import national_limits
from chancery.treaties.pct.offices import PUBLICATION_LANGUAGES
from chancery.treaties.pct.offices_reservations import reserved
from chancery.treaties.pct.states import is_bound, receiving_offices, states

TRANSLATION_ASKED = "PCT/RO/150"
PUBLICATION_ASKED = "PCT Rule 12.4(c)"
DEMAND_DEFECTS = "PCT/IPEA/404"
UNITY_IN_EXAMINATION = "PCT/IPEA/405"
LATER_PARTS = "PCT/RO/126"
UNITY = "PCT/ISA/206"
SEQUENCES_ASKED = "PCT/ISA/225"
WRITTEN_OPINION = "PCT/IPEA/408"
MONTH_OF_GRACE = months(1)
TWELVE_MONTHS = months(12)


# Whether there is an application


@bar("PCT Rule 20.1")
def nothing_filed(case: Case) -> bool:
    """Nothing has been filed yet."""
    return not (case.happened("received_on") or case.happened("filing_date") or case.record.priority_date)


@bar("PCT Rule 20.4")
def not_an_application(case: Case) -> bool:
    """It is not treated as an international application."""
    return case.happened("not_an_application_on")


@bar("PCT Art. 14")
def considered_withdrawn(case: Case) -> bool:
    """The application is considered withdrawn."""
    return case.happened("considered_withdrawn_on")


@bar("PCT Rule 90bis.1(a)")
def withdrawn(case: Case) -> bool:
    """The application has been withdrawn."""
    return case.happened("withdrawn_on")


@bar("PCT Art. 11(1)")
def no_filing_date(case: Case) -> bool:
    """No international filing date has been accorded."""
    known = case.happened("filing_date") or (case.record.priority_date and not case.record.received_on)
    return not known and not case.happened("not_an_application_on")


LIVE = (nothing_filed, not_an_application, considered_withdrawn, withdrawn)
"""For an act on an application that is pending, with or without a filing date."""

ACCORDED = (*LIVE, no_filing_date)


# Priority


@bar("PCT Art. 8(1)")
def no_priority(case: Case) -> bool:
    """No priority is claimed."""
    record = case.record
    return not (record.claims_at(case.on) or (record.priority_date and not record.priority_claims))


@bar("PCT Rule 26bis.1(b)")
def early_publication_asked(case: Case) -> bool:
    """Early publication has been requested."""
    return case.happened("early_publication_requested") and not case.happened("early_publication_withdrawn")


@bar("PCT Rule 26bis.3(a)")
def within_the_priority_period(case: Case) -> bool:
    """The application was filed within the priority period: there is nothing to restore."""
    return "restoration_RO" not in case.limits


@bar("PCT Rule 17.1(a)")
def priority_document_received(case: Case) -> bool:
    """The International Bureau has the priority document."""
    return case.happened("priority_document_received")


@bar("PCT Rule 26bis.2(b)")
def claim_is_void(case: Case) -> bool:
    """The month after the time limit is over, or the claim has been declared void."""
    days = [one.due for one in case.limits.get("prio_claim_correct", ()) if isinstance(one.due, date)]
    void = any(
        claim.decided == "void" and (claim.ceased_on or case.on) <= case.on for claim in case.record.priority_claims
    )
    return void or not days or MONTH_OF_GRACE.after(max(days)) < case.on


# Parts of the application


@bar("PCT Rule 4.18")
def no_statement_on_filing(case: Case) -> bool:
    """The request did not state, on filing, that what is missing is incorporated by reference."""
    return not case.application.incorporation_by_reference


@bar("PCT Rule 20.6(b)")
def no_priority_on_filing(case: Case) -> bool:
    """No priority was claimed on the day of filing."""
    return not any(claim.added_on is None for claim in case.application.priority_claims)


@bar("PCT Rule 20.8(a)", confidence="practice")
def office_does_not_incorporate(case: Case) -> bool:
    """The receiving Office does not incorporate missing parts by reference."""
    return reserved(case.record.receiving_office, "PCT Rule 20.8(a)").answer == "yes"


@bar("PCT Rule 20.5bis(a)")
def before_the_rule_on_mistakes(case: Case) -> bool:
    """The rule on parts filed by mistake applies to applications filed since 1 July 2020."""
    day = case.record.filing_date or case.record.received_on
    return not ERRONEOUS_PARTS.applies(day)


@bar("PCT Rule 20.5(e)")
def date_not_moved(case: Case) -> bool:
    """No part has arrived later and moved the filing date."""
    return not case.invited(LATER_PARTS)


@bar("PCT Rule 12.4(a)")
def no_translation_due(case: Case) -> bool:
    """No translation is needed for publication, and none has been asked for."""
    language = case.record.language
    invited = case.invited(TRANSLATION_ASKED) or case.invited(PUBLICATION_ASKED)
    return not invited and (not language or language in PUBLICATION_LANGUAGES)


@bar("PCT Rule 12.4(d)")
def translation_is_over(case: Case) -> bool:
    """The last day on which a late translation is still in time is over."""
    limits = (one for key in ("transl_search", "transl_publication") for one in case.limits.get(key, ()))
    days = [one.late_until for one in limits if isinstance(one.late_until, date)]
    return not days or max(days) <= case.on


# Search


@bar("PCT Art. 19(1)")
def no_search_report(case: Case) -> bool:
    """No international search report has been transmitted yet."""
    return not case.happened("isr_transmitted")


@bar("PCT Art. 17(2)(a)")
def search_declined(case: Case) -> bool:
    """There is no search report: the Authority has declared that it makes none."""
    return case.happened("isr_transmitted") and case.record.no_search_declared


@bar("PCT Art. 18")
def search_is_over(case: Case) -> bool:
    """The international search is over."""
    return case.happened("isr_transmitted")


@bar("PCT Art. 17(3)(a)")
def unity_not_questioned(case: Case) -> bool:
    """The searching Authority has not asked for additional fees."""
    return not case.invited(UNITY)


@bar("PCT Art. 19(1)")
def amended_once(case: Case) -> bool:
    """The claims have been amended under Article 19; that can be done once."""
    return case.happened("article_19_received")


@bar("PCT Rule 45bis.1(a)")
def no_supplementary_search(case: Case) -> bool:
    """No supplementary search has been requested."""
    return not case.happened("sis_requested")


@bar("PCT Rule 90bis.3bis(a)")
def supplementary_report_sent(case: Case) -> bool:
    """The supplementary search report has been sent."""
    return case.happened("sis_report_sent")


# Publication


@bar("PCT Art. 21")
def published(case: Case) -> bool:
    """The application has been published."""
    return case.happened("published_on")


@bar("PCT AI 801")
def not_published(case: Case) -> bool:
    """The application has not been published."""
    return not case.happened("published_on")


@bar("PCT Rule 48.4")
def early_publication_not_asked(case: Case) -> bool:
    """Early publication has not been requested."""
    return not early_publication_asked.holds(case)


@bar("PCT RO Guidelines 337", confidence="practice")
def prepared(case: Case) -> bool:
    """The technical preparations for publication are completed."""
    return case.happened("prepared_on") or case.happened("published_on")


@bar("PCT RO Guidelines 337", confidence="practice")
def preparations_expected(case: Case) -> bool:
    """The technical preparations for publication are expected to be completed: it may come too late.

    They are completed when the Bureau completes them; only their usual day is known here, and none for an early
    publication.
    """
    return not prepared.holds(case) and not early_publication_asked.holds(case) and case.is_over("tech_preparations")


@bar("PCT Rule 90bis.1(c)", confidence="practice")
def publication_cannot_be_prevented(case: Case) -> bool:
    """It comes too late to prevent publication: the technical preparations are completed."""
    return prepared.holds(case) and not case.happened("published_on")


@bar("PCT RO Guidelines 337", confidence="practice")
def publication_cannot_show_it(case: Case) -> bool:
    """It comes too late to be shown in the publication: the technical preparations are completed."""
    return prepared.holds(case) and not case.happened("published_on")


@bar("PCT Form IB/382", confidence="unverified")
def thirty_months_over(case: Case) -> bool:
    """Thirty months from the priority date are over."""
    return case.is_over("changes")


# Chapter II


@bar("PCT Art. 31(1)")
def demanded(case: Case) -> bool:
    """International preliminary examination has been demanded."""
    return case.happened("demand_received")


@bar("PCT Art. 31(1)")
def not_demanded(case: Case) -> bool:
    """International preliminary examination has not been demanded."""
    return not case.happened("demand_received")


@bar("PCT Rule 54.2")
def nobody_of_chapter_two(case: Case) -> bool:
    """No applicant is a resident or a national of a State bound by Chapter II whose Office, or the International
    Bureau for it, received the application.
    """
    return not _could_demand(case)


@bar("PCT Art. 35(1)")
def examined(case: Case) -> bool:
    """The international preliminary examination report has been established."""
    return case.happened("iper_established")


@bar("PCT Rule 60.1(a)")
def demand_not_objected_to(case: Case) -> bool:
    """The examining Authority has not invited to correct the demand."""
    return not case.invited(DEMAND_DEFECTS)


@bar("PCT Art. 34(3)(a)")
def unity_not_questioned_again(case: Case) -> bool:
    """The examining Authority has not invited to restrict the claims or to pay."""
    return not case.invited(UNITY_IN_EXAMINATION)


@bar("PCT Rule 66.2(c)")
def no_opinion_to_answer(case: Case) -> bool:
    """No written opinion has been notified."""
    return not (case.happened("written_opinion_transmitted") or case.invited(WRITTEN_OPINION))


def _could_demand(case: Case) -> bool:
    """Of one applicant at least, a State of Chapter II by whose residents or nationals the Office could be chosen.

    Where no applicant's State is known, nothing speaks against it.
    """
    named = [code for party in case.application.applicants for code in (party.residence, party.nationality) if code]
    bound = [code for code in named if is_bound(code, case.on) and states()[code].chapter_ii]
    office = case.record.receiving_office
    return not named or any(office in receiving_offices(code, case.on) for code in bound)


# Rectification, review, agents


@bar("PCT Rule 91.3(d)")
def nothing_refused(case: Case) -> bool:
    """No rectification has been refused."""
    return not case.happened("rectification_refused")


@bar("PCT Art. 25(1)(a)")
def nothing_to_review(case: Case) -> bool:
    """No Office has refused a filing date or considered the application withdrawn."""
    return not (case.happened("not_an_application_on") or case.happened("considered_withdrawn_on"))


@bar("PCT Rule 90.1(a)")
def no_agent(case: Case) -> bool:
    """Nobody is named as agent or common representative."""
    return not case.application.agents


# The national phase


@bar("PCT Rule 49.6(b)")
def every_office_is_closed(case: Case) -> bool:
    """The time limits of all Offices are over, and with them the twelve months in which rights may be reinstated."""
    limits = [one for one in national_limits(case.record, calendars=case.calendars) if one.applies]
    days = [TWELVE_MONTHS.after(one.due) for one in limits if isinstance(one.due, date)]
    later = [one.late_until for one in limits if isinstance(one.late_until, date)]
    return bool(days) and max((*days, *later)) < case.on
