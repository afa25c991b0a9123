"""What is owed follows from the filing; what is paid follows from the ledger."""

from datetime import UTC, date, datetime

import pytest

from chancery.core import follow
from chancery.core.refusal import Conflict, Denied, Refused
from chancery.records.fees import actions
from chancery.records.fees.followers import Invoices
from chancery.records.fees.queries import invoice
from chancery.records.register import actions as register
from chancery.records.register import queries as rights
from chancery.records.register.events import FoundNotAnApplication
from chancery.treaties.kernel import Money

AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def pay(number, by, **changed):
    typed = {
        "line": "international_filing",
        "amount": "1000.50",
        "currency": "CHF",
        "received_on": date(2026, 11, 23),
        "reference": "REF 1",
        "after": rights.right(number).version,
    }
    actions.record_payment(number, by=by, at=AT, **(typed | changed))
    follow.catch_up([Invoices()], at=AT)


def test_an_application_that_is_filed_has_an_invoice_with_its_time_limit(number):
    owed = invoice(number)
    assert owed.due_on == date(2026, 12, 23)
    assert [line.due for line in owed.lines] == [Money.of("1330", "CHF"), None]


def test_what_is_not_determinable_is_said_and_never_counted_as_zero(number):
    owed = invoice(number)
    assert owed.lines[1].missing == "not determinable: the choice of a searching Authority is missing"
    assert not owed.complete
    assert owed.lines[1].open is None
    assert not owed.settled


def test_a_payment_lowers_what_is_open(number, olga):
    pay(number, olga)
    [total] = invoice(number).totals
    assert (str(total.due), str(total.paid), str(total.open)) == ("CHF 1,330", "CHF 1,000.50", "CHF 329.50")


def test_paying_too_much_leaves_nothing_open_and_no_negative(number, olga):
    pay(number, olga, amount="2000")
    assert invoice(number).lines[0].open.amount == 0
    assert invoice(number).lines[0].settled


def test_money_can_arrive_for_a_fee_that_is_not_determinable(number, olga):
    pay(number, olga, line="search", amount="100", currency="EUR")
    assert invoice(number).lines[1].paid == Money.of("100", "EUR")


def test_reading_the_ledger_again_from_the_beginning_gives_the_same_invoice(number, olga):
    pay(number, olga)
    before = invoice(number)
    follow.rebuild(Invoices(), at=AT)
    assert invoice(number) == before


def test_papers_found_not_to_be_an_application_are_marked_for_refund(number):
    decided = FoundNotAnApplication(decided_on="2026-11-23", reason="no claim", cites="PCT Art. 11(2)")
    register.enter(number, decided, after=1, at=AT)
    follow.catch_up([Invoices()], at=AT)
    assert invoice(number).refundable_since == date(2026, 11, 23)


@pytest.mark.parametrize(
    ("changed", "field", "words"),
    [
        ({"amount": "1,330"}, "amount", "figures with a point"),
        ({"amount": "0"}, "amount", "more than zero"),
        ({"amount": "-5"}, "amount", "more than zero"),
        ({"amount": "NaN"}, "amount", "more than zero"),
        ({"amount": "1e99"}, "amount", "more than zero"),
        ({"amount": "1.001"}, "amount", "two places"),
        ({"currency": "EUR"}, "currency", "in CHF"),
        ({"line": "search", "currency": "eur"}, "currency", "three capital letters"),
        ({"line": "tea"}, "line", "no fee 'tea'"),
        ({"received_on": date(2026, 11, 24)}, "received_on", "still to come"),
        ({"reference": "x" * 141}, "reference", "140"),
    ],
)
def test_a_payment_that_cannot_be_is_refused_beside_its_field(number, olga, changed, field, words):
    with pytest.raises(Refused) as refused:
        pay(number, olga, **changed)
    [finding] = refused.value.findings
    assert finding.field == field
    assert words in finding.message


def test_only_an_officer_records_payments(number, alice):
    with pytest.raises(Denied):
        pay(number, alice)


def test_of_two_officers_at_one_version_the_second_is_told(number, olga):
    pay(number, olga)
    with pytest.raises(Conflict):
        pay(number, olga, after=1)


def test_an_application_without_an_invoice_is_refused_with_a_reason(law, olga):
    with pytest.raises(Refused, match="no invoice"):
        actions.record_payment(
            "PCT/IB2026/000099",
            line="search",
            amount="1",
            currency="CHF",
            received_on=date(2026, 11, 23),
            reference="",
            by=olga,
            at=AT,
            after=0,
        )
