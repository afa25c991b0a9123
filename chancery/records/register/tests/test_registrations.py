"""A registration file goes through its life in the ledger, and is open to whom it should be."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from chancery.core.refusal import Refused
from chancery.records.accounts.models import User
from chancery.records.register import actions, events, queries

AT = datetime(2026, 3, 2, 10, tzinfo=UTC)
MARK: dict[str, Any] = {
    "origin": "CH",
    "applicants": [{"name": "Amina Haddad", "email": "amina@example.org"}],
    "representative": {"name": "Paul Agent", "email": "paul@example.org"},
    "mark": {"form": "word", "words": "LUMEN"},
    "goods": [{"number": 9, "text": "lamps"}, {"number": 11, "text": "lanterns"}],
    "designations": [{"party": "FR"}, {"party": "JP", "goods": [0]}],
}


@pytest.fixture
def amina(db: None) -> User:  # noqa: ARG001 - the database is there
    return User.objects.create_user(email="amina@example.org")


@pytest.fixture
def number(amina: User) -> str:
    return actions.present("madrid", MARK, office="CH", documents=(), by=amina.pk, at=AT).number


def registered(number: str) -> str:
    actions.enter(number, events.ApplicationForwarded(from_office="CH", received_on="2026-03-20"), after=1, at=AT)
    return actions.make_registration(
        number, registered_on=date(2026, 3, 2), parties=("FR", "JP"), cites="Madrid Art. 3(4)", after=2, at=AT
    )


def test_an_application_has_a_number_of_its_system_and_year(number: str) -> None:
    assert number == "MADRID/2026/000001"
    file = queries.registration(number)
    assert file is not None
    assert (file.status, file.title, file.holders) == ("presented", "LUMEN", ("Amina Haddad",))


def test_how_to_reach_people_is_kept_beside_the_ledger(number: str) -> None:
    [entry] = queries.timeline(number)
    assert "@example.org" not in str(entry.body)
    file = queries.registration(number)
    assert file is not None
    reached = queries.reached(number, file.application.to_dict())
    assert reached["applicants"][0]["email"] == "amina@example.org"
    assert reached["representative"]["email"] == "paul@example.org"


def test_a_registration_gets_the_next_number_of_its_system(number: str, amina: User) -> None:
    assert registered(number) == "1"
    other = actions.present("madrid", MARK, office="CH", documents=(), by=amina.pk, at=AT).number
    assert registered(other) == "2"
    file = queries.registration(number)
    assert file is not None
    assert file.status == "registered"
    assert [life.code for life in file.lives(on=date(2026, 4, 1))] == ["FR", "JP"]


def test_before_publication_only_those_it_is_shared_with_see_it(number: str, amina: User) -> None:
    on = date(2026, 4, 1)
    assert queries.visible_registration(number, None, on=on) is None
    assert queries.visible_registration(number, amina.pk, on=on)
    registered(number)
    actions.publish_registration(number, registration_number="1", issue="2026/15", on=on, after=3, at=AT)
    assert queries.visible_registration(number, None, on=on)
    assert [queries.disclosed(entry) for entry in queries.timeline(number)] == [True, True, True, True]


def test_what_was_asked_for_stands_in_the_file_only_when_it_is_recorded(number: str) -> None:
    registered(number)
    asked = events.RequestPresented(
        request=1, act="limit_goods", received_on="2026-05-04", parties=("FR",), things=(1,)
    )
    actions.enter(number, asked, after=3, at=AT)
    file = queries.registration(number)
    assert file is not None
    assert [one.act for one in file.open_requests] == ["limit_goods"]
    assert all(span.state == "asked" for life in file.lives(on=date(2026, 6, 1)) for span in life.now)
    recorded = events.RequestRecorded(request=1, recorded_on="2026-05-10", cites="Madrid Rule 27(1)(a)")
    actions.enter(number, recorded, after=4, at=AT)
    file = queries.registration(number)
    assert file is not None
    entry = queries.timeline(number)[-1]
    assert queries.disclosed(entry, public=True)
    assert entry.body is not None
    assert (entry.body["act"], entry.body["parties"], entry.body["things"]) == ("limit_goods", ["FR"], [1])
    france = next(life for life in file.lives(on=date(2026, 6, 1)) if life.code == "FR")
    assert {span.state: span.still for span in france.now} == {"asked": (0,), "limited": (1,)}


def test_a_notice_is_open_until_it_is_answered(number: str) -> None:
    told = events.IrregularityNotified(
        notice=1, rule="11(2)", findings=(), dated="2026-04-01", due="2026-07-01", remedied_by="applicant"
    )
    actions.enter(number, told, after=1, at=AT)
    file = queries.registration(number)
    assert file is not None
    assert file.status == "irregular"
    answered = events.IrregularityRemedied(notice=1, received_on="2026-05-01", application=MARK | {"language": "en"})
    actions.enter(number, answered, after=2, at=AT)
    file = queries.registration(number)
    assert file is not None
    assert (file.status, file.application.language) == ("presented", "en")


def test_applications_for_patents_are_asked_for_apart(number: str) -> None:
    assert queries.rights([number]) == {}
    assert set(queries.registrations([number, "PCT/IB2026/000001"])) == {number}


def test_a_number_of_no_system_makes_no_registration(db: None) -> None:  # noqa: ARG001 - the database is there
    with pytest.raises(Refused):
        actions.make_registration(
            "PCT/IB2026/000001", registered_on=date(2026, 3, 2), parties=(), cites="", after=1, at=AT
        )


def test_every_event_of_a_file_has_its_words(number: str) -> None:
    registered(number)
    said = [queries.describe(entry, shown=True).words for entry in queries.timeline(number)]
    assert said[0] == "Received as MADRID/2026/000001"
    assert "1" in said[2]


def test_until_when_an_office_takes_an_answer_is_a_time_limit_until_it_decides(number: str) -> None:
    registered(number)
    refusal = events.OfficeStated(statement=1, office="FR", act="refuse", on="2026-06-01", answer_until="2026-09-01")
    actions.enter(number, refusal, after=3, at=AT)
    file = queries.registration(number)
    assert file is not None
    [answer] = [one for one in file.limits() if one.key == "answer_at_office"]
    assert (answer.office, answer.due, answer.actor) == ("FR", date(2026, 9, 1), "holder")
    decided = events.OfficeStated(statement=2, office="FR", act="confirm_refusal", on="2026-10-01")
    actions.enter(number, decided, after=4, at=AT)
    file = queries.registration(number)
    assert file is not None
    assert "answer_at_office" not in {one.key for one in file.limits()}
