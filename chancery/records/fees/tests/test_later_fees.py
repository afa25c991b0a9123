"""Fees that become due after filing stand on the invoice, with the amount of their day."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from chancery.core import follow
from chancery.records.accounts import actions as accounts
from chancery.records.fees import reckoning
from chancery.records.fees.followers import Invoices
from chancery.records.fees.queries import invoice
from chancery.records.register import actions as register
from chancery.records.register import events
from chancery.records.register import queries as rights
from chancery.treaties import pct

AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def number(db):
    alice = accounts.open_account("alice@example.org", name="Alice", password="correct horse")
    swiss = pct.Party(name="Alice", kind="natural", country="CH", nationality="CH", residence="CH")
    application = pct.Application(title="Hinge", format="pdf", searching_authority="EP", parties=(swiss,))
    filed = register.file_application(application, documents=(), by=alice, at=AT)
    follow.catch_up([Invoices()], at=AT)
    return filed.number


def happens(number, event):
    register.enter(number, event, after=rights.right(number).version, at=AT)
    follow.catch_up([Invoices()], at=AT)
    return {line.code: line for line in invoice(number).lines if line.later}


def test_a_demand_owes_its_two_fees(number):
    event = events.ChapterIIDemanded(act="demand", received_on="2027-05-03", authority="EP", elected=("JP",))
    assert set(happens(number, event)) == {"handling", "preliminary_examination"}


def test_early_publication_owes_nothing_once_the_search_report_is_there(number):
    asked = events.EarlyPublicationRequested(act="publish_early", received_on="2027-02-01")
    assert happens(number, asked)["early_publication"].due.amount > 0
    report = events.SearchReportEstablished(
        authority="EP", established_on="2027-02-10", transmitted_on="2027-02-10", opinion="Novelty: yes 1"
    )
    assert happens(number, report)["early_publication"].due.amount == 0


def test_a_supplementary_search_owes_handling_and_search(number):
    event = events.SupplementarySearchRequested(act="request_sis", received_on="2027-05-03", authority="SE")
    assert set(happens(number, event)) == {"sis_handling", "sis_search"}


def test_an_invitation_to_pay_adds_the_late_payment_fee_and_nothing_to_what_was_due_on_filing(number):
    event = events.CorrectionInvited(invitation=1, form="PCT/RO/133", findings=(), dated="2026-12-24", due="2027-01-25")
    assert set(happens(number, event)) == {"late_payment"}
    assert invoice(number).due_on == date(2026, 12, 23)


def test_a_later_fee_is_open_while_those_on_filing_are_paid(number):
    for line in invoice(number).lines:
        paid = line.due or pct.Money.of("100", "EUR")
        event = events.PaymentRecorded(
            line=line.code, amount=str(paid.amount), currency=paid.currency, received_on="2026-11-24"
        )
        happens(number, event)
    asked = events.EarlyPublicationRequested(act="publish_early", received_on="2027-02-01")
    happens(number, asked)
    assert not invoice(number).nothing_open


def test_the_invoices_made_again_from_the_ledger_are_the_same(number):
    happens(number, events.EarlyPublicationRequested(act="publish_early", received_on="2027-02-01"))
    before = invoice(number)
    follow.rebuild(Invoices(), at=AT)
    assert invoice(number) == before


def asked(number, act, **facts):
    papers = len(rights.right(number).papers)
    return events.PaperReceived(act=act, received_on="2027-03-01", paper=papers + 1, facts=facts)


def test_copies_are_invoiced_each_time_they_are_asked_for(number):
    happens(number, asked(number, "ask_for_copies", copies="application"))
    assert set(happens(number, asked(number, "ask_for_copies", copies="file"))) == {"copies", "copies.2"}


def test_the_publication_of_a_refused_rectification_is_invoiced_when_it_is_asked_for(number):
    assert set(happens(number, asked(number, "publish_refused_rectification", text="Why"))) == {"publish_91_3d"}


def test_a_late_translation_and_further_inventions_owe_what_the_invitation_asks_for(number):
    late = events.CorrectionInvited(invitation=1, form="PCT/RO/150", findings=(), dated="2027-01-04", due="2027-02-04")
    assert str(happens(number, late)["late_translation"].due) == "CHF 332.50"
    finding = {"cites": "", "message": "", "field": "fees.additional_search", "times": "3"}
    unity = events.CorrectionInvited(
        invitation=2, form="PCT/ISA/206", findings=(finding,), dated="2027-03-01", due="2027-04-01"
    )
    assert "additional_search" in happens(number, unity)
    [invited] = [one for one in rights.right(number).invitations if one.form == "PCT/ISA/206"]
    one = pct.act_fee("additional_search", None, pct.Record(searching_authority="CA"), on=date(2026, 3, 1))
    assert reckoning.times(one, reckoning.asked_for(invited, "additional_search")).amount == one.amount * 3


def test_a_protest_has_its_own_fee(number):
    assert "protest" in happens(number, asked(number, "pay_additional_search_fees", protest="They are one."))


def test_a_restoration_asked_for_after_filing_is_invoiced_by_the_day_of_the_request(number):
    claim = pct.PriorityClaim(office="CH", number="1", filed_on=date(2025, 11, 1), restoration_requested=True)
    application = register.lean(replace(rights.right(number).application, priority_claims=(claim,)))
    event = events.RequestChanged(act="request_restoration", received_on="2026-12-15", application=application)
    assert set(happens(number, event)) == {"restoration"}


def filing_fee(number):
    return next(one.due for one in invoice(number).lines if one.code == "international_filing")


def test_a_rectified_applicant_changes_what_is_owed_and_a_change_of_applicant_does_not(number):
    before = filing_fee(number)
    application = rights.right(number).application
    poor = replace(
        application,
        parties=(replace(application.parties[0], country="", kind="natural", residence="BD", nationality="BD"),),
    )
    changed = events.RequestChanged(act="change_parties", received_on="2026-12-15", application=register.lean(poor))
    happens(number, changed)
    assert filing_fee(number) == before
    rectified = events.CorrectionReceived(
        invitation=1, received_on="2026-12-16", application=register.lean(poor), documents=()
    )
    happens(number, rectified)
    assert filing_fee(number) != before  # whether the reduction applies is not known of these applicants


def test_the_fees_of_a_demand_that_was_withdrawn_before_it_was_sent_on_go_back(number):
    happens(number, events.ChapterIIDemanded(act="demand", received_on="2027-05-03", authority="EP", elected=("JP",)))
    assert "handling" not in [one.code for one in invoice(number).refunds]
    happens(number, events.Withdrawn(act="withdraw_demand", received_on="2027-05-04"))
    [handling] = [one for one in invoice(number).refunds if one.code == "handling"]
    assert (handling.answer, handling.rest) == ("due", None)
    happens(number, events.PaymentRecorded(line="handling", amount="188", currency="EUR", received_on="2027-05-04"))
    [handling] = [one for one in invoice(number).refunds if one.code == "handling"]
    assert str(handling.rest) == "EUR 188"
