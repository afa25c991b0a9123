"""The statement is for those whom it concerns, and for nobody else."""

import pytest

from chancery.records.accounts.models import User
from chancery.records.fees.queries import invoice
from chancery.records.register import queries as register


@pytest.fixture
def page(number):
    return f"/fees/{register.in_address(number)}/"


def visit(client, user_id, page, **posted):
    client.force_login(User.objects.get(pk=user_id))
    return client.post(page, posted) if posted else client.get(page)


def test_the_applicant_sees_what_is_owed_and_why(client, page, alice):
    text = visit(client, alice, page).content.decode()
    assert "CHF 1,330" in text
    assert "not determinable" in text
    assert "PCT Rule 15.1" in text
    assert "Record a payment" not in text


def test_somebody_else_finds_nothing_there(client, page, bob):
    assert visit(client, bob, page).status_code == 404


def test_a_number_that_does_not_exist_looks_the_same_as_one_that_is_hidden(client, page, bob):
    assert visit(client, bob, "/fees/PCT-IB2026-999999/").status_code == 404


def test_a_stranger_is_asked_to_sign_in(client, page):
    assert client.get(page).status_code == 302


def test_the_officer_records_a_payment_on_the_page(client, page, olga, number):
    typed = {"line": "international_filing", "amount": "1330", "currency": "CHF", "received_on": "2020-11-23"}
    answer = visit(client, olga, f"{page}payments", after=1, reference="", **typed)
    assert answer.status_code == 302
    assert register.right(number).payments[0].amount == "1330"


def test_what_an_officer_typed_comes_back_with_the_reason(client, page, olga, number):
    typed = {"line": "international_filing", "amount": "12,x", "currency": "CHF", "received_on": "2020-11-23"}
    answer = visit(client, olga, f"{page}payments", after=1, reference="Acme", **typed)
    assert answer.status_code == 422
    assert "figures with a point" in answer.content.decode()
    assert 'value="12,x"' in answer.content.decode()
    assert not invoice(number).lines[0].payments


def test_an_applicant_cannot_post_a_payment(client, page, alice):
    assert visit(client, alice, f"{page}payments", line="international_filing").status_code == 403
