"""Marks, designs and indications in the docket: their limits are rows, with reasons, reminders and a calendar."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from chancery.core import clock, follow
from chancery.records.accounts import actions as accounts
from chancery.records.accounts.models import User
from chancery.records.mail.models import Note
from chancery.records.register import actions as register
from chancery.records.register import events
from chancery.records.register import queries as rights
from chancery.services.docket import actions, queries
from chancery.services.docket.followers import Lines
from chancery.services.docket.models import Line

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
TODAY = AT.date()
MARK: dict[str, Any] = {
    "origin": "CH",
    "applicants": [{"name": "Amina Haddad"}],
    "mark": {"form": "word", "words": "LUMEN"},
    "goods": [{"number": 9, "text": "lamps"}],
    "designations": [{"party": "FR"}, {"party": "JP"}],
}


@pytest.fixture(autouse=True)
def now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda **_: AT)


@pytest.fixture
def alice() -> int:
    return accounts.open_account("alice@example.org", name="Alice", password="a long password")


@pytest.fixture
def number(alice: int) -> str:
    return registered(alice, date(2016, 12, 12))


def registered(by: int, on: date) -> str:
    number = register.present("madrid", MARK, office="CH", documents=(), by=by, at=AT).number
    enter(number, events.ApplicationForwarded(from_office="CH", received_on="2016-12-01"))
    register.make_registration(number, registered_on=on, parties=("FR", "JP"), cites="Madrid Art. 3(4)", after=2, at=AT)
    catch_up()
    return number


def enter(number: str, event: Any) -> None:
    found = rights.registration(number)
    assert found
    register.enter(number, event, after=found.version, at=AT)


def catch_up() -> None:
    while follow.advance(Lines(), at=AT):
        pass


def duties(number: str) -> dict[str, date | None]:
    return {row.key: row.due for row in Line.objects.filter(number=number, nature="duty", ended=False)}


def test_a_renewal_stands_there_with_its_day_and_with_the_end_of_grace(number: str) -> None:
    assert duties(number) == {"renewal": date(2026, 12, 14), "renewal_late": date(2027, 6, 14)}
    [late] = Line.objects.filter(key="renewal_late")
    assert "surcharge" in late.act


def test_once_renewed_the_next_term_counts(number: str) -> None:
    enter(number, events.RequestPresented(request=1, act="renew", received_on="2026-11-20"))
    enter(number, events.RequestRecorded(request=1, recorded_on="2026-11-20", cites="Madrid Rule 31(1)"))
    catch_up()
    assert duties(number)["renewal"] == date(2036, 12, 12)


def test_what_is_cancelled_asks_for_nothing(number: str) -> None:
    enter(number, events.RequestPresented(request=1, act="cancel", received_on="2026-11-20"))
    enter(number, events.RequestRecorded(request=1, recorded_on="2026-11-20", cites="Madrid Rule 27(1)(a)"))
    catch_up()
    assert duties(number) == {}


def test_the_day_for_the_answer_to_an_office_is_a_duty_until_it_decides(number: str) -> None:
    refusal = events.OfficeStated(statement=1, office="FR", act="refuse", on="2026-11-01", answer_until="2027-01-15")
    enter(number, refusal)
    catch_up()
    assert duties(number)["answer_at_office"] == date(2027, 1, 15)
    enter(number, events.OfficeStated(statement=2, office="FR", act="confirm_refusal", on="2026-11-20"))
    catch_up()
    assert "answer_at_office" not in duties(number)


def test_a_notice_is_a_duty_until_it_is_answered(alice: int) -> None:
    number = register.present("madrid", MARK, office="CH", documents=(), by=alice, at=AT).number
    told = {"rule": "11(2)", "findings": (), "dated": "2026-11-02", "due": "2027-02-02", "remedied_by": "applicant"}
    enter(number, events.IrregularityNotified(notice=1, **told))
    catch_up()
    assert duties(number)["irregularity"] == date(2027, 2, 2)
    enter(number, events.IrregularityRemedied(notice=1, received_on="2026-11-20"))
    catch_up()
    assert "irregularity" not in duties(number)


def test_the_docket_shows_it_with_its_reasons_to_its_owner_alone(client: Any, alice: int, number: str) -> None:
    client.force_login(User.objects.get(pk=alice))
    page = client.get("/docket/").content.decode()
    assert number in page
    assert f"/filing/{rights.in_address(number)}/" in page
    place = Line.objects.get(number=number, key="renewal_late").place
    address = f"/docket/{rights.in_address(number)}/why/{place}/"
    assert address in page
    assert "2027-06-14" in client.get(address, headers={"HX-Request": "true"}).content.decode()
    assert client.get(f"/docket/{rights.in_address(number)}/why/999/").status_code == 404
    assert client.get(f"/docket/{rights.in_address(number)}/what-if/").status_code == 404
    eve = accounts.open_account("eve@example.org", name="Eve", password="a long password")
    client.force_login(User.objects.get(pk=eve))
    assert client.get(address).status_code == 404
    assert number not in client.get("/docket/").content.decode()


def test_a_reminder_tells_number_and_act_but_no_mark(alice: int, number: str, settings: Any) -> None:
    settings.SMTP = "smtp.example"
    actions.wish_reminders(wanted=True, days_ahead=[30], by=alice, at=AT)
    assert actions.remind(at=AT) == 1
    assert actions.remind(at=AT) == 0
    note = Note.objects.get()
    told = f"{note.subject} {note.body}"
    assert number in told
    assert "LUMEN" not in told


def test_the_feed_of_all_holds_the_registration_too(client: Any, alice: int, number: str) -> None:
    secret = actions.open_feed(by=alice, at=AT)
    text = client.get(f"/docket/feed/{secret}.ics").content.decode().replace("\r\n ", "")
    assert f"SUMMARY:{number}: Pay the fees for renewal." in text
    assert "DTSTART;VALUE=DATE:20270614" in text
    assert "LUMEN" not in text


def test_the_limit_of_somebody_elses_file_is_not_explained(alice: int, number: str) -> None:
    found = rights.registration(number)
    assert found
    assert queries.explained(found, 0)
    assert queries.explained(found, 999) is None
