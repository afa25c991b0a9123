"""What speaks against an act of the office: nothing, when the law allows it.

The action asks before it acts, and the page before it offers the act, so that both say the same.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from django.utils.translation import gettext as _

from chancery.core.saying import said
from chancery.records.register.queries import Right
from chancery.services.examination.formalities import ARTICLE_11, Receipt, form_of, met_on
from chancery.services.examination.roles import against_role
from chancery.treaties.kernel import Finding, NotACitation

Against = tuple[Finding, ...]


def no(message: str, cites: str, field: str = "") -> Against:
    """One reason why not."""
    return (Finding(cites=cites, message=message, field=field, severity="prevents"),)


def against_ended(right: Right) -> Against:
    """Nothing more happens in the international phase of what has ended."""
    if right.not_an_application:
        return no(
            _("This was found on %(day)s not to be an international application.") % {"day": right.decided_on},
            "PCT Art. 11(2); PCT Rule 20.4",
        )
    if right.withdrawn_on:
        return no(_("The application was withdrawn on %(day)s.") % {"day": right.withdrawn_on}, "PCT Rule 90bis.1")
    if right.considered_withdrawn:
        return no(
            _("On %(day)s the application was declared to be considered withdrawn.") % {"day": right.decided_on},
            "PCT Art. 14",
        )
    return ()


def against_any_act(right: Right) -> Against:
    """The receiving Office's part is over when an application has ended, or is published."""
    if refusals := against_role("RO", right) or against_ended(right):
        return refusals
    if right.publication:
        return no(
            _("The application was published on %(day)s as %(number)s.")
            % {"day": right.publication.on, "number": right.publication.number},
            "PCT Art. 21",
        )
    return ()


def against_inviting(right: Right, chosen: Sequence[Finding], standing: Iterable[Finding]) -> Against:
    """Only what stands can be objected to, and what the officer adds must rest on a provision."""
    if refusals := against_any_act(right):
        return refusals
    if not chosen:
        return no(_("Choose at least one finding: an invitation says what is to be corrected."), "", "findings")
    current = set(standing)
    return tuple(refusal for one in chosen for refusal in _against_finding(right, one, current))


def _against_finding(right: Right, one: Finding, current: set[Finding]) -> Against:
    if one.rule:
        return _against_finding_of_a_rule(one, current) or _against_form(right, one.invites)
    if not one.message.strip():
        return no(_("Say what is to be corrected."), "", "message")
    if not one.cites.strip():
        return no(_("Say on which provision your finding rests, such as PCT Rule 4.5(a)."), "", "cites")
    try:
        return _against_form(right, form_of(one))
    except NotACitation as wrong:
        return no(_("Say on which provision your finding rests: %(wrong)s.") % {"wrong": wrong}, "", "cites")


def _against_finding_of_a_rule(one: Finding, current: set[Finding]) -> Against:
    if one not in current:
        return no(
            _("This no longer stands, so nobody can be invited to correct it: %(finding)s")
            % {"finding": said(one.message)},
            one.cites,
            "findings",
        )
    if not one.invites:
        return no(
            _("The law attaches no invitation to this: %(finding)s") % {"finding": said(one.message)},
            one.cites,
            "findings",
        )
    return ()


def _against_form(right: Right, form: str) -> Against:
    if form == ARTICLE_11 and right.filing_date:
        return no(
            _("The filing date has been accorded, so there is nothing left to correct under Article 11(1)."),
            "PCT Art. 11(1); PCT Rule 20.2",
            "findings",
        )
    return ()


def against_according(right: Right, received: Sequence[Receipt]) -> Against:
    """Every requirement of Article 11(1) must be met, once."""
    if refusals := against_any_act(right):
        return refusals
    if right.filing_date:
        return no(
            _("The filing date %(day)s has been accorded already.") % {"day": right.filing_date}, "PCT Art. 11(1)"
        )
    return received[-1].barred_by if received else ()


def against_filing_date(chosen: date, received: Sequence[Receipt]) -> Against:
    """The day from which all requirements are met, or a later day on which something further came (Rule 20.5(c))."""
    met = met_on(received)
    if met and chosen < met:
        return no(
            _("Not before %(day)s: until then a requirement of Article 11(1) was not met.") % {"day": met},
            "PCT Art. 11(2)(b); PCT Rule 20.3(b)(i)",
            "filing_date",
        )
    days = sorted({one.on for one in received})
    if chosen not in days:
        listed = ", ".join(str(day) for day in days)
        return no(
            _("Nothing was received on %(day)s. Papers came on %(days)s.") % {"day": chosen, "days": listed},
            "PCT Rule 20.2(a)",
            "filing_date",
        )
    return ()


def against_finding_none(right: Right, received: Sequence[Receipt], *, on: date) -> Against:
    """The applicant must have been invited under Article 11, and have failed to cure in time (Rule 20.4)."""
    if refusals := against_any_act(right):
        return refusals
    if right.filing_date:
        return no(
            _("The filing date %(day)s has been accorded; this finding is no longer open.")
            % {"day": right.filing_date},
            "PCT Art. 14(4); PCT Rule 30.1",
        )
    if not received or not received[-1].barred_by:
        return no(
            _("All requirements of Article 11(1) are met: accord the filing date."), "PCT Art. 11(1); PCT Rule 20.2(a)"
        )
    invited = [one for one in right.invitations if one.form == ARTICLE_11]
    if not invited:
        return no(_("First invite the applicant to correct."), "PCT Art. 11(2)(a); PCT Rule 20.3(a)")
    waiting = [one.due for one in invited if one.answered_on is None and one.due >= on]
    if waiting:
        return no(
            _("The applicant may still answer until %(day)s.") % {"day": max(waiting)},
            "PCT Rule 20.4; PCT Rule 20.7(a)",
        )
    return ()
