"""Registration files over the API: read, looked at party by party, acted on, and closed to everyone else."""

from typing import Any

import pytest
from django.test import Client

from chancery.core import clock
from chancery.records.accounts import actions as accounts
from chancery.records.documents.tests import samples
from chancery.records.register import actions as register
from chancery.records.register import queries as rights
from chancery.services.filing.registrations.tests.filed import NOW, file, noticed, presented, recorded, registered

pytestmark = pytest.mark.django_db
API = "/api/v1/filing/registrations"


@pytest.fixture(autouse=True)
def now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda **_: NOW)


def person(name: str) -> int:
    return accounts.open_account(f"{name.lower()}@example.org", name=name, password="long enough to sign in")


class Caller:
    """Somebody with a token."""

    def __init__(self, user: int) -> None:
        self.client = Client(headers={"authorization": f"Bearer {accounts.make_token('test', by=user, at=NOW)}"})

    def get(self, number: str, path: str = "") -> Any:
        return self.client.get(f"{API}/{rights.in_address(number)}{path}")

    def post(self, number: str, path: str, data: Any) -> Any:
        return self.client.post(f"{API}/{rights.in_address(number)}{path}", data, content_type="application/json")


@pytest.fixture
def amina() -> int:
    return person("Amina")


@pytest.fixture
def api(amina: int) -> Caller:
    return Caller(amina)


@pytest.mark.parametrize("system", ["madrid", "hague", "lisbon"])
def test_a_file_and_its_life_are_read(api: Caller, amina: int, system: str) -> None:
    number = registered(system, amina)
    told = api.get(number).json()
    assert (told["number"], told["system"], told["status"]) == (number, system, "published")
    assert told["version"] == file(number).version
    assert told["statuses"]
    assert told["timeLimits"]
    life = api.get(number, "/life").json()
    assert {one["tone"] for one in life["parties"]} == {"waits"}
    assert life["parties"][0]["spans"][0]["cites"]


def test_every_act_is_listed_with_its_way_and_its_fee(api: Caller, amina: int) -> None:
    items = {one["key"]: one for one in api.get(registered("madrid", amina), "/acts").json()["items"]}
    assert items["renounce"]["open"]
    assert items["renounce"]["yours"]
    assert items["note_replacement"]["way"] == "elsewhere"
    assert items["limit_goods"]["fees"][0]["amount"] == "177"
    assert not items["lift_restriction"]["open"]
    assert items["lift_restriction"]["findings"][0]["cites"] == "Madrid Rule 20(1)"


def test_an_act_is_read_checked_and_done_once(api: Caller, amina: int) -> None:
    number = registered("madrid", amina)
    form = api.get(number, "/acts/limit_goods").json()
    assert [one["name"] for one in form["fields"]] == ["parties", "things", "wording", "remark"]
    sent = {"version": form["version"], "values": {"parties": ["FR"], "things": ["3"]}, "signed": "Amina"}
    effect = api.post(number, "/acts/limit_goods/check", sent).json()
    assert [one["code"] for one in effect["parties"]] == ["FR"]
    assert file(number).requests == ()
    done = api.post(number, "/acts/limit_goods", sent)
    assert done.status_code == 201
    assert api.post(number, "/acts/limit_goods", sent).json() == done.json()
    assert len(file(number).requests) == 1
    later = api.post(
        number, "/acts/renounce", {"version": form["version"], "values": {"parties": ["NO"]}, "signed": "A"}
    )
    assert later.status_code == 409
    recorded(number, NOW.date())
    assert api.get(number).json()["requests"][0]["recordedOn"] == "2026-11-22"


def test_what_is_wrong_is_said_beside_its_field(api: Caller, amina: int) -> None:
    number = registered("madrid", amina)
    sent = {"version": file(number).version, "values": {"parties": ["XX"]}, "signed": "Amina"}
    answer = api.post(number, "/acts/renounce", sent)
    assert answer.status_code == 422
    assert answer.headers["Content-Type"].startswith("application/problem+json")
    assert api.post(number, "/acts/renounce", sent | {"signed": ""}).status_code == 422
    assert api.post(number, "/acts/refuse", sent).status_code == 404


def test_a_file_is_brought_for_an_act(api: Caller, amina: int) -> None:
    number = registered("madrid", amina)
    address = f"{API}/{rights.in_address(number)}/acts/correct/files?kind=paper&name=deed.pdf"
    kept = api.client.post(address, samples.pdf(), content_type="application/pdf")
    assert kept.status_code == 201
    brought = {key: kept.json()[key] for key in ("kind", "sha256", "name")}
    sent = {"version": file(number).version, "values": {"words": "Wrong."}, "files": [brought], "signed": "Amina"}
    assert api.post(number, "/acts/correct", sent).status_code == 201
    assert file(number).requests[0].documents[0]["name"] == "deed.pdf"


def test_a_notice_is_answered(api: Caller, amina: int) -> None:
    number = presented("madrid", amina)
    noticed(number)
    form = api.get(number, "/notices/1/answer").json()
    assert form["act"] is None
    sent = {"version": form["version"], "values": {"goods.0.text": "batteries"}, "signed": "Amina"}
    assert api.post(number, "/notices/1/answer", sent).status_code == 201
    assert file(number).things[0] == "9: batteries"
    assert api.get(number, "/notices/9/answer").status_code == 404


@pytest.mark.parametrize("path", ["", "/life", "/acts", "/acts/renounce", "/notices/1/answer"])
def test_strangers_learn_nothing(amina: int, path: str) -> None:
    number = registered("hague", amina, published=False)
    eve = Caller(person("Eve"))
    answer, none = eve.get(number, path), eve.get("HAGUE/2026/099999", path)
    assert answer.status_code == none.status_code == 404
    assert answer.json()["title"] == none.json()["title"]
    assert Client().get(f"{API}/{rights.in_address(number)}{path}").status_code == 401


def test_who_may_look_cannot_act(amina: int) -> None:
    number = registered("madrid", amina)
    bo = person("Bo")
    register.share(number, user=bo, level="viewer", until=None, at=NOW)
    caller = Caller(bo)
    assert not caller.get(number, "/acts/renounce").json()["act"]["yours"]
    sent = {"version": file(number).version, "values": {"parties": ["FR"]}, "signed": "Bo"}
    assert caller.post(number, "/acts/renounce", sent).status_code in {403, 404}
    assert file(number).requests == ()
