"""Filing over the API, with a personal token."""

import json

import pytest
from django.test import Client

from chancery.core import ledger
from chancery.records.accounts import actions as accounts
from chancery.records.documents.tests import samples
from chancery.records.register import actions as register
from chancery.records.register import queries as rights
from chancery.records.register.events import CorrectionInvited
from chancery.services.filing.models import Draft
from chancery.services.filing.tests.people import AT, person

pytestmark = pytest.mark.django_db

DRAFTS = "/api/v1/filing/drafts"
REQUEST = {
    "title": "Hinge with magnetic latch",
    "language": "en",
    "searchingAuthority": "EP",
    "parties": [
        {
            "kind": "natural",
            "name": "OKAFOR, Ada",
            "address": "Rue du Lac 1, 1003 Lausanne",
            "country": "CH",
            "nationality": "CH",
            "residence": "CH",
            "inventor": True,
        }
    ],
    "priorityClaims": [{"office": "US", "number": "63/512,884", "filedOn": "2025-11-24"}],
}


class Caller:
    """A client that sends a person's token, JSON, and the ETag it saw last."""

    def __init__(self, name: str) -> None:
        self.id = person(name)
        self.client = Client(headers={"Authorization": f"Bearer {accounts.make_token('test', by=self.id, at=AT)}"})
        self.etag = ""

    def __call__(self, method: str, path: str, data=None, *, etag: str | None = None, kind="application/json"):
        body = data if isinstance(data, bytes) else b"" if data is None else json.dumps(data).encode()
        match = self.etag if etag is None else etag
        headers = {"If-Match": match} if match and method in {"put", "patch"} else {}
        answer = self.client.generic(method.upper(), path, body, content_type=kind, headers=headers)
        self.etag = answer.get("ETag", self.etag)
        return answer

    def begin(self) -> str:
        return self("post", DRAFTS)["Location"]


@pytest.fixture
def ada():
    return Caller("Ada")


def test_without_a_token_there_is_nothing(client):
    assert client.get(DRAFTS).status_code == 401
    assert client.post(DRAFTS).status_code == 401


def test_an_application_is_filed_from_draft_to_number(ada):
    place = ada.begin()
    assert ada("put", place, REQUEST).status_code == 200
    for kind in ("description", "claims", "abstract"):
        answer = ada("put", f"{place}/parts/{kind}?name={kind}.pdf", samples.pdf(), kind="application/pdf")
        assert answer.status_code == 200, answer.content
    signed = ada("post", f"{place}/signatures", {"name": "Ada Okafor", "capacity": "applicant"})
    assert signed.json()["application"]["signatures"][0]["name"] == "Ada Okafor"
    answer = ada("get", f"{place}/check")
    assert answer.status_code == 200, answer.content
    checked = answer.json()
    assert not [one for one in checked["findings"] if one["severity"] == "prevents"]
    assert {one["code"] for one in checked["fees"]} >= {"international_filing", "search"}
    assert {one["key"] for one in checked["timeLimits"]} >= {"fees_RO", "priority_period"}
    filed = ada("post", f"{place}/submission", {})
    assert filed.status_code == 201
    assert filed.json()["number"] == f"PCT/IB{filed.json()['receivedOn'][:4]}/000001"
    again = ada("post", f"{place}/submission", {})
    assert again.json() == filed.json()
    assert ledger.size() == 1
    assert ada("get", place).json()["number"] == filed.json()["number"]
    assert ada("patch", place, {"title": "Latch"}).status_code == 422


def test_a_draft_that_has_moved_on_is_not_overwritten(ada):
    place = ada.begin()
    old = ada.etag
    assert ada("patch", place, {"title": "Latch"}).status_code == 200
    refused = ada("patch", place, {"title": "Bolt"}, etag=old)
    assert refused.status_code == 412
    assert refused["Content-Type"] == "application/problem+json"
    assert ada("patch", place, {"title": "Bolt"}, etag="").status_code == 428
    assert Draft.objects.get().title == "Latch"


def test_a_change_leaves_the_rest_and_a_replacement_does_not(ada):
    place = ada.begin()
    ada("put", place, REQUEST)
    ada("patch", place, {"fileReference": "AO-1"})
    assert ada("get", place).json()["application"]["title"] == REQUEST["title"]
    ada("put", place, {"title": "Latch"})
    application = ada("get", place).json()["application"]
    assert (application["title"], application["fileReference"], application["parties"]) == ("Latch", "", [])
    assert application["receivingOffice"] == "IB"


@pytest.mark.parametrize(
    "bad",
    [
        {"titel": "Latch"},
        {"title": 7},
        {"title": "x" * 600},
        {"title": "a\x00b"},
        {"parties": [{"country": "ZZ"}]},
        {"parties": [{}] * 150},
        {"priorityClaims": [{"filedOn": "2025-02-30"}]},
        {"signatures": [{"name": "Eve"}]},
        {"parts": [{"kind": "claims", "sha256": "0" * 64}]},
        {"receivedOn": "2020-01-01"},
        [],
    ],
)
def test_bad_data_are_refused_with_a_problem_and_change_nothing(ada, bad):
    place = ada.begin()
    answer = ada("patch", place, bad)
    assert answer.status_code == 422, answer.content
    assert answer["Content-Type"] == "application/problem+json"
    assert Draft.objects.get().revision == 1


def test_half_a_character_is_refused(ada):
    place = ada.begin()
    assert ada("patch", place, b'{"title": "\\ud800"}').status_code in {400, 422}


def test_a_file_that_cannot_be_taken_is_refused_with_its_field(ada):
    place = ada.begin()
    answer = ada("put", f"{place}/parts/claims", samples.encrypted(), kind="application/pdf")
    assert answer.status_code == 422
    assert answer.json()["findings"][0]["field"] == "parts.claims"
    assert ada("put", f"{place}/parts/poem", samples.pdf(), kind="application/pdf").status_code == 422


def test_a_defect_under_article_11_needs_insistence(ada):
    place = ada.begin()
    ada("put", place, REQUEST)
    refused = ada("post", f"{place}/submission", {})
    assert refused.status_code == 422
    assert "PCT Art. 11(1)(iii)(e)" in {one["cites"] for one in refused.json()["findings"]}
    assert ada("post", f"{place}/submission", {"insist": True}).status_code == 201


def test_a_stranger_finds_no_draft(ada):
    place = ada.begin()
    eve = Caller("Eve")
    assert eve("get", DRAFTS).json() == {"items": []}
    for method, path, data in (
        ("get", place, None),
        ("put", place, REQUEST),
        ("patch", place, {"title": "Mine"}),
        ("delete", place, None),
        ("get", f"{place}/check", None),
        ("put", f"{place}/parts/claims", samples.pdf()),
        ("delete", f"{place}/parts/claims", None),
        ("post", f"{place}/signatures", {"name": "Eve"}),
        ("post", f"{place}/submission", {}),
    ):
        kind = "application/pdf" if isinstance(data, bytes) else "application/json"
        assert eve(method, path, data, etag="*", kind=kind).status_code == 404, (method, path)


def test_a_draft_is_discarded(ada):
    place = ada.begin()
    assert ada("delete", place).status_code == 204
    assert ada("get", place).status_code == 404


def test_an_invitation_is_answered_over_the_api(ada):
    place = ada.begin()
    ada("put", place, REQUEST)
    filed = ada("post", f"{place}/submission", {"insist": True}).json()
    asked = {"cites": "PCT Art. 11(1)(iii)(e)", "message": "A claim must be there.", "field": "parts.claims"}
    event = CorrectionInvited(invitation=1, form="PCT/RO/103", findings=(asked,), dated="2026-11-23", due="2027-01-25")
    register.enter(filed["number"], event, after=1, at=AT)
    address = rights.in_address(filed["number"])
    begun = ada("post", f"/api/v1/filing/applications/{address}/invitations/1/draft")
    assert begun.json()["answers"] == 1
    assert Caller("Eve")("post", f"/api/v1/filing/applications/{address}/invitations/1/draft").status_code == 404
    answer = f"{DRAFTS}/{begun.json()['id']}"
    ada("put", f"{answer}/parts/claims", samples.pdf(), kind="application/pdf")
    sent = ada("post", f"{answer}/submission", {"remark": "The claims."})
    assert sent.status_code == 201
    assert rights.right(filed["number"]).invitations[0].answered_on
    assert sent.json()["entry"] == ledger.size()
