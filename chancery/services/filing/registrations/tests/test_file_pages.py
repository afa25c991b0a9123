"""The pages of a registration file: what they say to whom; forms in which nothing typed is lost."""

import re
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from chancery.core import clock
from chancery.records.accounts import actions as accounts
from chancery.records.accounts.models import User
from chancery.records.register import actions as register
from chancery.records.register import events, queries
from chancery.services.filing.registrations.acts_table import ASKS
from chancery.services.filing.registrations.tests.filed import (
    NOW,
    does,
    file,
    happens,
    noticed,
    presented,
    recorded,
    registered,
)

pytestmark = pytest.mark.django_db
SYSTEMS = ("madrid", "hague", "lisbon")
PAGES = ("registration", "registration-life", "registration-acts", "registration-sharing", "registration-calendar")


@pytest.fixture(autouse=True)
def now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda **_: NOW)


def person(name: str) -> int:
    return accounts.open_account(f"{name.lower()}@example.org", name=name, password="long enough to sign in")


def visitor(user: int) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=user))
    return client


@pytest.fixture
def amina() -> int:
    return person("Amina")


@pytest.fixture
def page(amina: int) -> Client:
    return visitor(amina)


def at(name: str, number: str, *more: Any) -> str:
    return reverse(f"filing:{name}", args=[queries.in_address(number), *more])


def words(answer: Any) -> str:
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode())))


def resend(page: Client, answer: Any, address: str, step: str) -> Any:
    """Press a button of the check page: its hidden fields go along."""
    fields: dict[str, list[str]] = {"step": [step]}
    main = answer.content.decode().partition('<form class="sheet" method="post">')[2]
    for name, value in re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', main):
        if name != "csrfmiddlewaretoken":
            fields.setdefault(name, []).append(unescape(value))
    return page.post(address, fields)


@pytest.mark.parametrize("system", SYSTEMS)
def test_the_page_tells_how_a_registration_stands_in_each_party(page: Client, amina: int, system: str) -> None:
    number = registered(system, amina)
    answer = page.get(at("registration", number))
    assert answer.status_code == 200
    told = words(answer)
    assert number in told
    assert "What became of it in each party" in told
    assert "may still refuse" in told
    for life in file(number).lives(on=NOW.date()):
        assert f'id="life-{life.code}"' in answer.content.decode()


def test_data_stands_under_the_codes_of_the_standard(page: Client, amina: int) -> None:
    mark = words(page.get(at("registration", registered("madrid", amina))))
    for code, label in (("111", "Number of the registration"), ("151", "Date of the registration"), ("732", "Holder")):
        assert f"({code}) {label}" in mark
    design = words(page.get(at("registration", registered("hague", amina))))
    assert "(51) Locarno class 26-05, 26-02" in design


@pytest.mark.parametrize("system", SYSTEMS)
def test_a_file_that_is_only_presented_has_its_page_too(page: Client, amina: int, system: str) -> None:
    number = presented(system, amina)
    for name in PAGES:
        assert page.get(at(name, number)).status_code == 200, name


@pytest.mark.parametrize("name", PAGES)
def test_strangers_and_the_signed_out_find_nothing(amina: int, name: str) -> None:
    number = registered("hague", amina, published=False)
    assert visitor(person("Eve")).get(at(name, number)).status_code == 404
    assert Client().get(at(name, number)).status_code == 302


def test_a_registration_that_is_public_is_still_not_everybodys_file(amina: int) -> None:
    number = registered("madrid", amina)
    assert visitor(person("Eve")).get(at("registration", number)).status_code == 404


def test_who_may_look_sees_the_acts_and_no_form(amina: int) -> None:
    number = registered("madrid", amina)
    bo = person("Bo")
    register.share(number, user=bo, level="viewer", until=None, at=NOW)
    client = visitor(bo)
    assert "Its owner can hand these acts in" in words(client.get(at("registration-acts", number)))
    answer = client.get(at("registration-act", number, "renounce"))
    assert "Its owner can hand this in" in words(answer)
    assert 'name="step"' not in answer.content.decode()
    assert client.post(at("registration-act", number, "renounce"), {"step": "hand_in"}).status_code == 409
    assert file(number).requests == ()


def test_an_open_notice_says_until_when_and_leads_to_the_answer(page: Client, amina: int) -> None:
    number = presented("madrid", amina)
    noticed(number)
    told = page.get(at("registration", number))
    assert "Answer by 1 February 2027" in words(told)
    assert at("registration-answer", number, 1) in told.content.decode()


def test_what_offices_stated_and_what_was_asked_for_stand_on_the_page(page: Client, amina: int) -> None:
    number = registered("madrid", amina)
    ground = {"provision": "Art. 6", "text": "Earlier mark", "earlier": "1234"}
    refusal = events.OfficeStated(
        statement=1, office="FR", act="refuse", on="2026-10-01", grounds=(ground,), answer_until="2027-01-15"
    )
    happens(number, refusal, at=NOW)
    does(number, "limit_goods", by=amina, parties=["NO"], things=["3"])
    told = words(page.get(at("registration", number)))
    assert "Answer at the Office by 15 January 2027" in told
    assert "Earlier mark" in told
    assert "Waits to be recorded" in told
    recorded(number, NOW.date())
    assert "Recorded, from" in words(page.get(at("registration", number)))


@pytest.mark.parametrize("system", SYSTEMS)
def test_every_act_has_a_page(page: Client, amina: int, system: str) -> None:
    number = registered(system, amina)
    for key in ASKS[system]:
        answer = page.get(at("registration-act", number, key))
        assert answer.status_code == 200, key
        assert (
            'name="step"' in answer.content.decode()
            or "How it is done" in words(answer)
            or ("This cannot be done today" in words(answer))
        ), key


@pytest.mark.parametrize("key", ["apply", "refuse", "nonsense"])
def test_what_is_no_act_of_the_holder_has_no_page(page: Client, amina: int, key: str) -> None:
    assert page.get(at("registration-act", registered("madrid", amina), key)).status_code == 404


def test_an_act_is_checked_then_handed_in_and_its_receipt_holds_the_proof(page: Client, amina: int) -> None:
    number = registered("madrid", amina)
    address = at("registration-act", number, "limit_goods")
    fields = {
        "version": str(file(number).version),
        "parties": ["FR"],
        "things": ["2", "3"],
        "signed": "Amina Haddad",
        "step": "check",
    }
    checked = page.post(address, fields)
    assert "Taken out by a limitation" in words(checked)
    assert file(number).requests == ()
    done = resend(page, checked, address, "hand_in")
    assert done.status_code == 302
    told = page.get(done["Location"])
    assert "Asked for: Record a limitation" in words(told)
    pdf = page.get(f"{done['Location']}receipt.pdf")
    assert pdf.content[:5] == b"%PDF-"
    again = resend(page, checked, address, "hand_in")
    assert again["Location"] == done["Location"]
    assert len(file(number).requests) == 1


def test_what_was_typed_stays_when_something_is_wrong(page: Client, amina: int) -> None:
    number = registered("madrid", amina)
    address = at("registration-act", number, "change_ownership")
    fields = {"version": str(file(number).version), "new_name": "Solveig Berg", "step": "check"}
    answer = page.post(address, fields)
    assert answer.status_code == 422
    assert 'value="Solveig Berg"' in answer.content.decode()
    assert "Write the name of who signs" in words(answer)


def test_a_notice_is_answered_on_its_page(page: Client, amina: int) -> None:
    number = presented("hague", amina)
    noticed(number, "14(1)")
    address = at("registration-answer", number, 1)
    shown = page.get(address).content.decode()
    assert 'name="shown.0.product"' in shown
    fields = dict(re.findall(r'name="([\w.]+)"[^>]* value="([^"]*)"', shown.partition('id="act"')[2]))
    fields = {name: value for name, value in fields.items() if name not in {"step", "csrfmiddlewaretoken"}}
    checked = page.post(address, fields | {"shown.0.product": "Table lamp", "signed": "Amina", "step": "check"})
    assert "Table lamp" in words(checked)
    assert resend(page, checked, address, "hand_in").status_code == 302
    assert file(number).things[0] == "Table lamp"
    assert "It was answered on" in words(page.get(address))


def test_the_calendar_of_a_file_tells_no_title(page: Client, amina: int) -> None:
    text = page.get(at("registration-calendar", registered("madrid", amina))).content.decode()
    assert "BEGIN:VEVENT" in text
    assert "20360505" in text
    assert "LUMEN" not in text


def test_odd_versions_and_years_are_no_error(page: Client, amina: int) -> None:
    number = registered("madrid", amina)
    for version in ("", "-1", "99999999999", "x", "0"):
        answer = page.post(at("registration-act", number, "renounce"), {"version": version, "step": "check"})
        assert answer.status_code == 422, version
    for years in ("from=x&to=0", "from=99999", "from=2030&to=2027"):
        assert page.get(f"{at('registration-life', number)}?{years}").status_code == 200


def test_a_refusal_that_its_office_has_to_complete_asks_nothing_of_origin_or_holder(page: Client, amina: int) -> None:
    number = registered("madrid", amina)
    happens(number, events.OfficeStated(statement=1, office="JP", act="refuse", on="2026-10-01"), at=NOW)
    noticed(number, "18(1)(d)", by="Office of a designated party", party="JP")
    said = words(page.get(at("registration", number)))
    assert "The Office of Japan has to complete its refusal." in said
    assert "Office of origin has to mend" not in said
    assert "asks for your answer" not in said
