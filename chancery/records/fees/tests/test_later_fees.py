"""Fees that become due after filing stand on the invoice, with the amount of their day."""

from datetime import UTC, date, datetime

import pytest

from chancery.core import follow
from chancery.records.accounts import actions as accounts
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
    application = pct.Application(
        title="Hinge", format="pdf", searching_authority="EP", parties=(pct.Party(name="Alice", country="CH"),)
    )
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
