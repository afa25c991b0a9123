"""The demonstration office's international applications: published, with files that are read, found and looked at."""

from datetime import UTC, datetime

import pytest
from django.test import Client

from chancery.core import follow, ledger
from chancery.records.accounts import actions as accounts
from chancery.records.fees import queries as fees
from chancery.records.fees.followers import Invoices
from chancery.records.register import queries
from chancery.services.search.followers import Index
from chancery.site.demo import applications
from chancery.treaties import pct

AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
pytestmark = pytest.mark.django_db


@pytest.fixture
def told() -> int:
    holder = accounts.open_account("applicant@demo.example", name="Amina Okafor", password="long enough")
    applications.load(by=holder)
    follow.catch_up([Invoices(), Index()], at=AT)
    return holder


QUESTIONS = {
    "EN_CL:neodymium": 1,
    "FR_DE:nitrates": 1,
    "ES_AB:moringa": 1,
    "IN:brandt": 1,
    "RP:lindqvist": 1,
    "ANA:NG": 1,
    "NPCC:US": 1,
    "LI:yes": 1,
    "ISR:report": 3,
    "DS:JP": 3,
    "ic:A21B": 1,
    "cited:US5492055": 1,
}


@pytest.mark.usefixtures("told")
def test_they_are_found_by_what_applications_have(client: Client) -> None:
    for text, hits in QUESTIONS.items():
        assert client.get("/api/v1/records", {"q": text, "collection": "patents"}).json()["total"] == hits, text


@pytest.mark.usefixtures("told")
def test_their_pages_and_files_are_open_to_everyone(client: Client) -> None:
    for one in queries.published():
        page = client.get(f"/search/patents/{one.publication_number.replace(' ', '').replace('/', '')}/")
        assert page.status_code == 200
    assert len(queries.published()) == 3


@pytest.mark.usefixtures("told")
def test_everything_due_on_filing_is_paid_and_nothing_is_wrong_with_them() -> None:
    for one in queries.published():
        invoice = fees.invoice(one.number)
        assert invoice is not None
        assert invoice.settled
        right = queries.right(one.number)
        assert right is not None
        assert right.received_on
        findings = pct.check(right.application, on=right.received_on)
        assert [str(each.message) for each in findings if each.severity == "prevents"] == []


def test_they_are_told_once(told: int) -> None:
    size = ledger.size()
    applications.load(by=told)
    assert ledger.size() == size
