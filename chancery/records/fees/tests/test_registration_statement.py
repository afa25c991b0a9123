"""The statement of a registration says for what each later fee is due."""

import pytest
from django.test import Client

from chancery.core import follow
from chancery.records.fees import queries
from chancery.records.fees.followers import Invoices
from chancery.records.fees.forms import in_words
from chancery.records.register import events
from chancery.records.register.queries import in_address
from chancery.records.register.tests import lived

pytestmark = pytest.mark.django_db


@pytest.fixture
def renewed() -> str:
    """Designs of which the renewal is asked for: its basic fee is another one than that of the application."""
    number = lived.published("hague")
    lived.enter(number, events.RequestPresented(request=1, act="renew", received_on="2030-12-02"))
    follow.catch_up([Invoices()], at=lived.AT)
    return number


def test_a_fee_of_a_request_says_of_which(renewed: str) -> None:
    invoice = queries.invoice(renewed)
    assert invoice is not None
    first, *_rest = [line for line in invoice.lines if line.label == "Basic fee"]
    again = next(line for line in invoice.lines if line.code == "1.basic")
    assert (first.about, again.about) == ("", "Renewal, 2030-12-02")
    assert [in_words(one) for one in (first, again)] == ["Basic fee", "Basic fee (Renewal, 2030-12-02)"]


def test_the_statement_shows_it(client: Client, renewed: str) -> None:
    client.force_login(lived.people_holder())
    assert "Renewal, 2030-12-02" in client.get(f"/fees/{in_address(renewed)}/").content.decode()
