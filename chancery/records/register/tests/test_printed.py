"""The bulletins: what was published, by system and week, from the same moment as the ledger."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from chancery.records.accounts.models import User
from chancery.records.register import actions, events, queries
from chancery.treaties import pct

AT = datetime(2026, 3, 2, 10, tzinfo=UTC)
DESIGNS: dict[str, Any] = {
    "applicants": [{"name": "Amina Haddad", "links": [{"party": "CH", "bond": "national"}]}],
    "shown": [{"product": "Lamp", "subclass": "26-05"}],
    "designations": [{"party": "JP"}],
}


@pytest.fixture
def number(db: None) -> str:  # noqa: ARG001 - the database is there
    amina = User.objects.create_user(email="amina@example.org")
    number = actions.present("hague", DESIGNS, office="IB", documents=(), by=amina.pk, at=AT).number
    actions.make_registration(
        number, registered_on=date(2026, 3, 2), parties=("JP",), cites="Hague Art. 10(1)", after=1, at=AT
    )
    return number


def publish(number: str, on: date, what: str = "registration") -> None:
    file = queries.registration(number)
    assert file is not None
    actions.publish_registration(
        number,
        registration_number=file.registration_number,
        issue=queries.issue_name("hague", *on.isocalendar()[:2]),
        on=on,
        after=file.version,
        at=AT,
        what=what,
    )


def test_a_bulletin_tells_what_appeared_in_its_week(number: str) -> None:
    publish(number, date(2027, 3, 5))
    publish(number, date(2027, 6, 4), what="limit")
    assert [(one.number, one.what) for one in queries.printed("hague", year=2027, week=9)] == [(number, "registration")]
    assert [one.what for one in queries.printed("hague", year=2027, week=22)] == ["limit"]
    assert [one.what for one in queries.printed_of(number)] == ["registration", "limit"]
    assert [(one.year, one.week, one.count) for one in queries.bulletin_issues("hague")] == [
        (2027, 22, 1),
        (2027, 9, 1),
    ]
    assert [one.name for one in queries.bulletin_issues("hague")] == ["HAGUE 2027/22", "HAGUE 2027/09"]
    assert queries.latest_bulletins() == {"hague": date(2027, 6, 4)}


def test_a_bulletin_of_another_system_or_of_no_week_is_empty(number: str) -> None:
    publish(number, date(2027, 3, 5))
    assert queries.printed("madrid", year=2027, week=9) == []
    assert queries.printed("hague", year=2027, week=54) == []


@pytest.mark.parametrize("written", ["DM/000001", "DM-000001", "dm/1", "000 001", "1", "DM 1"])
def test_a_registration_is_found_by_its_number_however_it_is_written(number: str, written: str) -> None:
    assert queries.by_registration_number("hague", written) is None
    publish(number, date(2027, 3, 5))
    assert queries.by_registration_number("hague", written) == number


@pytest.mark.parametrize("written", ["", "DM/", "x", "WO 2026/000001", "2"])
def test_what_is_no_number_of_a_registration_finds_nothing(number: str, written: str) -> None:
    publish(number, date(2027, 3, 5))
    assert queries.by_registration_number("hague", written) is None
    assert queries.by_registration_number("madrid", "1") is None


def test_the_gazette_of_patents_does_not_count_registrations(number: str) -> None:
    amina = User.objects.get()
    filed = actions.file_application(pct.Application(title="Latch"), documents=[], by=amina.pk, at=AT).number
    actions.enter(filed, events.FilingDateAccorded(filing_date="2026-03-02", cites="PCT Art. 11(1)"), after=1, at=AT)
    actions.publish(filed, kind_code="A2", on=date(2027, 3, 4), issue="2027/09", after=2, at=AT)
    publish(number, date(2027, 3, 5))
    latest = queries.latest_issue()
    assert latest is not None
    assert (latest.name, latest.count) == ("2027/09", 1)
    assert [one.number for one in queries.published(issue="2027/09")] == [filed]
