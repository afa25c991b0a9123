"""A request about a registration is signed by several: each at a secret address, then it is handed in."""

import re
from typing import Any

import pytest
from django.test import Client

from chancery.core import clock
from chancery.core.refusal import Refused
from chancery.records.accounts import actions as accounts
from chancery.records.register import queries as rights
from chancery.services.filing.acts import gathering
from chancery.services.filing.registrations.tests.filed import APPLIED, NOW, does, file, registered, sent
from chancery.services.filing.tests.test_pages import signed_in

pytestmark = pytest.mark.django_db
TWO = [{"name": "Amina Haddad", "address": "Rue du Lac 1"}, {"name": "Bo Lind", "address": "Storgatan 1"}]


@pytest.fixture(autouse=True)
def now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda **_: NOW)


@pytest.fixture
def amina() -> int:
    return accounts.open_account("amina@example.org", name="Amina", password="long enough to sign in")


@pytest.fixture
def number(amina: int) -> str:
    return registered("madrid", amina, applicants=TWO, representative={"name": "Agnes Agent", "address": "Genf"})


def begun(number: str, amina: int, **values: Any) -> int:
    return gathering.begin(number, "renounce", sent(number, parties=["NO"], **values), by=amina, at=NOW)


def test_it_waits_for_those_who_were_asked_and_bears_all_their_names(number: str, amina: int) -> None:
    act = begun(number, amina)
    row = gathering.mine(act, by=amina)
    assert row
    assert [one.who for one in gathering.places(row)] == ["Amina Haddad", "Bo Lind", "Agnes Agent"]
    assert [one.signed_as for one in gathering.places(row)] == ["Amina Haddad", "", ""]
    secret = gathering.invite(act, place="party.1", email="bo@example.org", by=amina, at=NOW)
    with pytest.raises(Refused, match="Bo Lind was asked"):
        gathering.hand_in(act, by=amina, at=NOW)
    gathering.sign(secret, name="B. Lind", at=NOW)
    entry = gathering.hand_in(act, by=amina, at=NOW)
    assert gathering.hand_in(act, by=amina, at=NOW) == entry, "pressed twice, it is entered once"
    body = rights.timeline(number)[-1].body
    assert body
    assert [one["name"] for one in body["signatures"]] == ["Amina Haddad", "B. Lind"]


def test_another_request_meanwhile_does_not_matter_a_changed_list_does(number: str, amina: int) -> None:
    act = begun(number, amina)
    does(number, "change_name", by=amina, applicants__0__name="Amina Haddad-Lind")
    gathering.hand_in(act, by=amina, at=NOW)
    assert [one.act for one in file(number).requests] == ["change_name", "renounce"]


def test_nobody_signs_nothing(number: str, amina: int) -> None:
    unsigned = sent(number, parties=["NO"])
    act = gathering.begin(number, "renounce", type(unsigned)(**{**vars(unsigned), "signed": ""}), by=amina, at=NOW)
    with pytest.raises(Refused, match="Nobody has signed"):
        gathering.hand_in(act, by=amina, at=NOW)


def test_what_cannot_be_done_cannot_be_prepared(number: str, amina: int) -> None:
    with pytest.raises(Refused):
        gathering.begin(number, "renounce", sent(number, parties=["XX"]), by=amina, at=NOW)


@pytest.mark.parametrize("system", APPLIED)
def test_in_every_system_the_pages_go_from_the_form_to_what_was_entered(system: str, amina: int) -> None:
    number = registered(system, amina)
    party = file(number).lives(on=NOW.date())[0].code
    address, owner, other = rights.in_address(number), signed_in("amina"), Client()
    form = {"version": file(number).version, "parties": party, "signed": "", "step": "gather"}
    gather = owner.post(f"/filing/{address}/acts/renounce/", form)["Location"]
    assert "waiting-h" in owner.get(f"/filing/{address}/acts/").content.decode()
    told = owner.post(gather, {"step": "invite", "place": "party.0", "email": "bo@example.org"}).content.decode()
    secret = re.search(r"/filing/sign-act/([\w-]+)/", told)
    assert secret
    read = other.get(f"/filing/sign-act/{secret[1]}/")
    assert number in read.content.decode()
    assert "no-store" in read["Cache-Control"]
    other.post(f"/filing/sign-act/{secret[1]}/", {"name": "Bo Lind"})
    done = owner.post(gather, {"step": "hand_in"}, follow=True)
    assert done.redirect_chain[-1][0].startswith(f"/filing/{address}/acts/")
    assert file(number).requests[-1].act == "renounce"
