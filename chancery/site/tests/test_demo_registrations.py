"""The demonstration office's registrations: every public page has something to show, and none is told twice."""

import re
from datetime import date

import pytest
from django.test import Client

from chancery.core import ledger
from chancery.records.accounts import actions as accounts
from chancery.records.register import queries
from chancery.site.demo import registrations
from chancery.treaties.registrations import SYSTEMS

pytestmark = pytest.mark.django_db


@pytest.fixture
def told() -> int:
    holder = accounts.open_account("applicant@demo.example", name="Amina Okafor", password="long enough")
    registrations.load(by=holder)
    return holder


def test_each_system_has_a_bulletin_and_pages_for_what_stands_in_it(told: int, client: Client) -> None:  # noqa: ARG001
    for system in SYSTEMS:
        for issue in queries.bulletin_issues(system):
            page = client.get(f"/gazette/{system}/{issue.year}-{issue.week:02d}/").content.decode()
            links = set(re.findall(r"/register/[A-Z]+-\d{4}-\d{6}/", page))
            assert links
            assert all(client.get(link).status_code == 200 for link in links)


def test_registrations_stand_differently_in_their_parties(told: int) -> None:  # noqa: ARG001 - they are there
    shown = [one for one in queries.printed_last(limit=200) if one.what == "registration"]
    files = queries.registrations(one.number for one in shown)
    lives = [life for one in shown for life in files[one.number].lives(on=date(2026, 11, 22))]
    states = {span.state for life in lives for span in life.now}
    assert {"protected", "limited", "refused", "ceased", "lapsed"} <= states


def test_deferred_designs_and_an_irregular_application_are_nobody_elses(told: int, client: Client) -> None:
    for number in ("HAGUE/2026/000001", "MADRID/2026/000001"):
        assert queries.registration(number) is not None
        assert queries.may_see(number, told, on=date(2026, 11, 22))
        assert client.get(f"/register/{queries.in_address(number)}/").status_code == 404


def test_they_are_told_once(told: int) -> None:
    size = ledger.size()
    registrations.load(by=told)
    assert ledger.size() == size
