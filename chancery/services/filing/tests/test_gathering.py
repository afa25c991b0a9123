"""A withdrawal is signed by all: each co-applicant at a secret address, then it is handed in (PCT Rule 90bis.5)."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.test import Client

from chancery.core import clock
from chancery.core.refusal import Denied, Refused
from chancery.records.register import actions as register
from chancery.records.register import events
from chancery.records.register import queries as rights
from chancery.services.filing import actions
from chancery.services.filing.acts import gathering
from chancery.services.filing.tests.acting import ADA, BO, NOW, brought, filed, happens, sent, signed
from chancery.services.filing.tests.people import person
from chancery.services.filing.tests.test_pages import signed_in

pytestmark = pytest.mark.django_db
WITHDRAW = "withdraw_application"


@pytest.fixture(autouse=True)
def now(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda **_: NOW)


@pytest.fixture
def ada():
    return person("Ada")


@pytest.fixture
def number(ada):
    return filed(ada, parties=(ADA, BO))


def begun(number, ada, key=WITHDRAW, **values):
    what = sent(number, **values)
    mine = signed("Ada Okafor")
    return gathering.begin(number, key, type(what)(**{**vars(what), "signatures": mine}), by=ada, at=NOW)


def test_it_waits_for_every_applicant_and_is_handed_in_when_all_have_signed(number, ada):
    act = begun(number, ada)
    with pytest.raises(Refused, match="LIND, Bo"):
        gathering.hand_in(act, by=ada, at=NOW)
    secret = gathering.invite(act, place="party.1", email="bo@example.org", by=ada, at=NOW)
    gathering.sign(secret, name="Bo Lind", at=NOW)
    entry = gathering.hand_in(act, by=ada, at=NOW)
    right = rights.right(number)
    assert right.withdrawn_on == NOW.date()
    body = rights.timeline(number)[-1].body
    assert [one["name"] for one in body["signatures"]] == ["Ada Okafor", "Bo Lind"]
    assert gathering.hand_in(act, by=ada, at=NOW) == entry, "pressed twice, it is entered once"


def test_what_others_enter_meanwhile_does_not_matter_where_the_act_stays_the_same(number, ada):
    act = begun(number, ada)
    secret = gathering.invite(act, place="party.1", email="bo@example.org", by=ada, at=NOW)
    gathering.sign(secret, name="Bo Lind", at=NOW)
    happens(number, events.PaymentRecorded(line="search", amount="1", currency="EUR", received_on="2026-11-22"))
    gathering.hand_in(act, by=ada, at=NOW)
    assert rights.right(number).ended


def test_an_act_that_would_do_something_else_by_now_is_not_handed_in(number, ada):
    act = begun(number, ada, "withdraw_priority", claims=["0"])
    secret = gathering.invite(act, place="party.1", email="bo@example.org", by=ada, at=NOW)
    gathering.sign(secret, name="Bo Lind", at=NOW)
    application = register.lean(replace(rights.right(number).application, title="Another hinge"))
    happens(number, events.RequestChanged(act="change_parties", received_on="2026-11-22", application=application))
    with pytest.raises(Refused, match="something else than what was signed"):
        gathering.hand_in(act, by=ada, at=NOW)


def test_nobody_else_hands_it_in_or_learns_that_it_is_there(number, ada):
    act = begun(number, ada)
    eve = person("Eve")
    with pytest.raises(Denied):
        gathering.hand_in(act, by=eve, at=NOW)
    assert signed_in("eve").get(f"/filing/gathering/{act}/").status_code == 404
    assert Client().get("/filing/sign-act/" + "A" * 32 + "/").status_code == 404


def test_an_invitation_ends_after_a_month_and_works_once(number, ada):
    act = begun(number, ada)
    secret = gathering.invite(act, place="party.1", email="bo@example.org", by=ada, at=NOW)
    with pytest.raises(Denied):
        gathering.sign(secret, name="Bo Lind", at=NOW + timedelta(days=31))
    with pytest.raises(Refused, match="Type your name"):
        gathering.sign(secret, name=" ", at=NOW)
    gathering.sign(secret, name="Bo Lind", at=NOW)
    with pytest.raises(Refused, match="signed already"):
        gathering.sign(secret, name="Bo Lind", at=NOW)


def test_a_name_that_is_not_the_applicants_is_told_before_it_is_handed_in(number, ada):
    act = begun(number, ada)
    with pytest.raises(Refused, match="who is to sign"):
        gathering.invite(act, place="party.7", email="bo@example.org", by=ada, at=NOW)
    with pytest.raises(Refused, match="such as name"):
        gathering.invite(act, place="party.1", email="bo", by=ada, at=NOW)


def test_the_pages_go_from_the_form_to_the_receipt(number, ada):
    owner, co_applicant = signed_in("ada"), Client()
    address = f"/filing/{number.replace('/', '-')}/acts/{WITHDRAW}/"
    form = {"version": rights.right(number).version, "sign.party.0": "Ada Okafor", "step": "gather"}
    page = owner.post(address, form)
    gather = page["Location"]
    assert "LIND, Bo" in owner.get(gather).content.decode()
    shown = owner.post(gather, {"step": "invite", "place": "party.1", "email": "bo@example.org"}).content.decode()
    secret = shown.partition("/filing/sign-act/")[2].partition("/")[0]
    read = co_applicant.get(f"/filing/sign-act/{secret}/")
    assert "ends everywhere" in read.content.decode()
    assert "no-store" in read["Cache-Control"]
    co_applicant.post(f"/filing/sign-act/{secret}/", {"name": "Bo Lind"})
    assert "waiting-h" in owner.get(f"/filing/{number.replace('/', '-')}/acts/").content.decode()
    done = owner.post(gather, {"step": "hand_in"}, follow=True)
    assert "Entered" in done.content.decode()
    assert rights.right(number).ended


def test_the_files_of_the_act_are_read_at_the_secret_address(number, ada):
    letter = brought(number, "send_letter", "letter", ada)
    what = sent(number, to="IB", subject="Hinge", text="", files=(letter,))
    act = gathering.begin(number, "send_letter", what, by=ada, at=NOW)
    secret = gathering.invite(act, place="party.1", email="bo@example.org", by=ada, at=NOW)
    page = Client().get(f"/filing/sign-act/{secret}/{letter.sha256}/")
    assert b"".join(page.streaming_content).startswith(b"%PDF")
    assert Client().get(f"/filing/sign-act/{secret}/{'0' * 64}/").status_code == 404


def test_what_is_left_or_whose_person_is_forgotten_is_gone(number, ada):
    first, second = begun(number, ada), begun(number, ada)
    secret = gathering.invite(first, place="party.1", email="bo@example.org", by=ada, at=NOW)
    gathering.leave(first, by=ada)
    assert gathering.asked(secret, at=NOW) is None
    assert actions.forget_person(ada, at=NOW)["filing.PreparedAct"] == 1
    assert gathering.mine(second, by=ada) is None
