"""The acts over the API: the same rules, the same answers, as data."""

import pytest

from chancery.core import clock
from chancery.records.documents.tests import samples
from chancery.records.register import queries as rights
from chancery.services.filing.acts.table import ASKS
from chancery.services.filing.tests.acting import NOW, filed, searched
from chancery.services.filing.tests.test_api import Caller

pytestmark = pytest.mark.django_db
SIGNED = [{"name": "Ada Okafor", "party": 0}]


@pytest.fixture(autouse=True)
def now(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda **_: NOW)


@pytest.fixture
def ada():
    return Caller("Ada")


@pytest.fixture
def number(ada):
    return filed(ada.id)


def acts(number: str) -> str:
    return f"/api/v1/applications/{rights.in_address(number)}/acts"


def test_every_act_is_listed_with_its_day_and_its_reasons(ada, number):
    told = ada("get", acts(number)).json()
    lines = {one["key"]: one for one in told["items"]}
    assert set(lines) == set(ASKS)
    assert told["version"] == 2
    assert (lines["withdraw_priority"]["open"], lines["withdraw_priority"]["until"]) == (True, "2027-09-14")
    assert lines["amend_claims_19"]["findings"][0]["cites"] == "PCT Art. 19(1)"
    assert lines["request_sis"]["fees"][0]["currency"] == "CHF"


def test_every_act_says_what_it_asks(ada, number):
    for key in ASKS:
        assert ada("get", f"{acts(number)}/{key}").status_code == 200, key
    form = ada("get", f"{acts(number)}/withdraw_priority").json()
    assert form["fields"][0]["choices"] == [{"code": "0", "name": "CH 1234/25 2025-03-14"}]


def test_an_act_is_checked_and_done(ada, number):
    sent = {"version": 2, "values": {"claims": ["0"]}, "signatures": SIGNED}
    effect = ada("post", f"{acts(number)}/withdraw_priority/check", sent).json()
    moved = {one["key"]: (one["before"], one["after"]) for one in effect["timeLimits"]}
    assert moved["national_phase"] == ("2027-09-14", "2028-09-10")
    assert rights.right(number).version == 2
    done = ada("post", f"{acts(number)}/withdraw_priority", sent)
    assert done.status_code == 201
    assert ada("post", f"{acts(number)}/withdraw_priority", sent).json() == done.json()
    assert rights.right(number).application.priority_claims[0].ceased_on == NOW.date()


def test_files_are_brought_first_and_named_by_their_hash(ada, number):
    searched(number, "2026-11-01")
    place = f"{acts(number)}/amend_claims_19"
    kept = [
        ada("post", f"{place}/files?kind={kind}&name={kind}.pdf", samples.pdf(), kind="application/pdf").json()
        for kind in ("claims", "letter")
    ]
    done = ada("post", place, {"version": 3, "files": kept, "signatures": SIGNED})
    assert done.status_code == 201, done.content
    assert [one["name"] for one in rights.right(number).amendments[0].documents] == ["claims.pdf", "letter.pdf"]


def test_a_refusal_is_a_problem_with_its_findings(ada, number):
    answer = ada("post", f"{acts(number)}/withdraw_application", {"version": 2})
    assert answer.status_code == 422
    assert answer.json()["findings"][0]["cites"] == "PCT Rule 90bis.5"


def test_a_file_that_has_changed_is_a_conflict(ada, number):
    sent = {"version": 1, "values": {"subject": "Hello", "text": "x"}, "signatures": SIGNED}
    assert ada("post", f"{acts(number)}/send_letter", sent).status_code == 409


def test_nobody_else_finds_anything(ada, number):
    eve = Caller("Eve")
    for path in ("", "/send_letter"):
        assert eve("get", acts(number) + path).status_code == 404
    assert eve("post", f"{acts(number)}/send_letter", {"version": 2}).status_code == 404
    assert eve("post", f"{acts(number)}/send_letter/files?kind=letter", b"x").status_code == 404
    assert ada("get", f"{acts(number)}/nonsense").status_code == 404
