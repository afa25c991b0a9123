import csv
import io
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core import mail as outbox

from chancery.core import follow
from chancery.core.refusal import Refused
from chancery.records.accounts import actions as accounts
from chancery.records.mail.models import Note
from chancery.records.register import actions as register
from chancery.records.register import queries as rights
from chancery.records.register.events import FilingDateAccorded, Withdrawn
from chancery.services.docket import actions, queries
from chancery.services.docket.followers import Lines
from chancery.services.docket.models import Line
from chancery.services.docket.supposing import Supposition, suppose
from chancery.treaties import pct

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
TODAY = date(2026, 11, 22)
SECRET = "Hinge with magnetic latch"
CLAIM = pct.PriorityClaim(office="CH", number="CH123", filed_on=date(2026, 1, 15))


@pytest.fixture
def alice():
    return accounts.open_account("alice@example.org", name="Alice", password="a long password")


@pytest.fixture
def bob():
    return accounts.open_account("bob@example.org", name="Bob", password="a long password")


@pytest.fixture
def number(alice):
    application = pct.Application(title=SECRET, parties=(pct.Party(name="Okafor, Amina"),), priority_claims=(CLAIM,))
    filed = register.file_application(application, documents=[], by=alice, at=AT)
    accorded = FilingDateAccorded(filing_date="2026-11-22", cites="PCT Art. 11(1)")
    register.enter(filed.number, accorded, after=1, at=AT)
    catch_up()
    return filed.number


def catch_up():
    while follow.advance(Lines(), at=AT):
        pass


@pytest.fixture
def page(client):
    def get(address, user):
        from django.contrib.auth import get_user_model

        client.force_login(get_user_model().objects.get(pk=user))
        return client.get(address)

    return get


def due(number, key):
    return Line.objects.get(number=number, key=key).due


def test_the_days_are_those_of_the_law(number):
    law = {limit.key: limit.due for limit in pct.time_limits(rights.right(number).record)}
    assert due(number, "national_phase") == law["national_phase"]
    assert due(number, "national_phase").isoformat() == "2028-07-15"


def test_the_table_shows_the_owner_what_is_to_be_done(page, alice, number):
    text = page("/docket/", alice).content.decode()
    assert number in text
    assert "2028-07-15" in text


def test_nobody_else_sees_a_line_of_it(page, bob, number):
    assert number not in page("/docket/", bob).content.decode()
    assert number not in b"".join(page("/docket/docket.csv", bob).streaming_content).decode()
    place = Line.objects.filter(number=number).first().place
    assert page(f"/docket/{rights.in_address(number)}/why/{place}/", bob).status_code == 404
    assert page(f"/docket/{rights.in_address(number)}/what-if/", bob).status_code == 404


@pytest.mark.parametrize("column", queries.SORTS)
def test_the_table_is_sorted_both_ways_by_every_column(page, alice, number, column):
    def acts(sort):
        rows = csv.DictReader(io.StringIO(page(f"/docket/docket.csv?view=all&sort={sort}", alice).getvalue().decode()))
        return [tuple(row.values()) for row in rows]

    forth, back = acts(column), acts(f"-{column}")
    assert len(forth) > 5
    assert sorted(forth) == sorted(back)
    if column != "number":  # there is only one application
        assert forth != back
    assert f"sort=-{column}" in page(f"/docket/?view=all&sort={column}", alice).content.decode()


def test_each_day_says_why(page, alice, number):
    place = Line.objects.get(number=number, key="national_phase").place
    text = page(f"/docket/{rights.in_address(number)}/why/{place}/", alice).content.decode()
    assert "30 months" in text


def test_what_is_over_is_shown_when_asked_for(page, alice, number):
    assert "priority_period" not in _keys(alice)
    assert "priority_period" in _keys(alice, past=True)


def _keys(user, **more):
    choice = queries.Choice(**more)
    return {line.key for line in queries.lines(rights.shared_with(user, on=TODAY), choice, on=TODAY)}


def test_a_withdrawn_application_asks_for_nothing(alice, number):
    register.enter(number, Withdrawn(act="withdraw_application", received_on="2026-11-23"), after=2, at=AT)
    catch_up()
    assert not _keys(alice)


def test_a_supposed_withdrawal_of_the_priority_moves_what_has_not_expired(number):
    right = rights.right(number)
    moved = {
        one.limit.key: one for one in suppose(right, Supposition(on=date(2027, 1, 10), withdrawn=0)) if one.changed
    }
    assert moved["national_phase"].before.due == date(2028, 7, 15)
    assert moved["national_phase"].after.due == date(2029, 5, 22)


def test_the_page_shows_what_would_move(page, alice, number):
    address = f"/docket/{rights.in_address(number)}/what-if/?on=2027-01-10&withdrawn=0"
    assert "2029-05-22" in page(address, alice).content.decode()


def test_a_day_that_is_none_is_said_beside_its_field(page, alice, number):
    answer = page(f"/docket/{rights.in_address(number)}/what-if/?on=soon", alice)
    assert answer.status_code == 422
    assert "YYYY-MM-DD" in answer.content.decode()


@pytest.mark.parametrize("field", ["on", "added", "filing_date"])
def test_a_day_at_the_end_of_the_calendar_is_refused_beside_its_field(page, alice, number, field):
    facts = {"on": "2027-01-10"} | {field: "9999-12-31"}
    query = "&".join(f"{name}={day}" for name, day in facts.items())
    answer = page(f"/docket/{rights.in_address(number)}/what-if/?{query}", alice)
    assert answer.status_code == 422
    assert "between 1970 and 2199" in answer.content.decode()


def test_the_calendar_tells_days_but_no_title(client, alice, number):
    secret = actions.open_feed(by=alice, at=AT)
    text = client.get(f"/docket/feed/{secret}.ics").content.decode()
    assert "DTSTART;VALUE=DATE:20280715" in text
    assert SECRET not in text.replace("\r\n ", "")


def test_an_old_address_of_the_calendar_stops_working(client, alice, number):
    old = actions.open_feed(by=alice, at=AT)
    actions.open_feed(by=alice, at=AT)
    assert client.get(f"/docket/feed/{old}.ics").status_code == 404
    assert client.get("/docket/feed/.ics").status_code == 404


def test_a_reminder_is_sent_once_for_each_distance(alice, number, settings):
    settings.SMTP = "smtp.example"
    actions.wish_reminders(wanted=True, days_ahead=[30, 7], by=alice, at=AT)
    day = due(number, "national_phase")
    sent = [
        actions.remind(at=datetime(day.year, day.month, day.day, 9, tzinfo=UTC) - timedelta(days=left))
        for left in (31, 30, 29, 8, 7, 6, 0)
    ]
    assert sent == [0, 1, 0, 0, 1, 0, 0]
    assert number in Note.objects.first().body
    assert SECRET not in Note.objects.first().body
    assert not outbox.outbox


def test_a_distance_that_is_not_offered_is_refused(alice):
    with pytest.raises(Refused):
        actions.wish_reminders(wanted=True, days_ahead=[12], by=alice, at=AT)


def test_a_change_of_the_law_counts_the_docket_again(number, settings):
    assert not Lines().stale()
    (settings.DATA / "docket.law").write_text("the law of another day")
    assert Lines().stale()


def test_what_an_office_declares_moves_every_line_and_the_calendar(number):
    before = due(number, "fees_RO")
    storm = pct.Closure(
        office="IB", what="disruption", first=before, last=before + timedelta(days=20), announced=TODAY, reason="Storm"
    )
    register.declare(storm, at=AT)
    catch_up()
    assert due(number, "fees_RO") > before + timedelta(days=20)
    assert due(number, "national_phase").isoformat() == "2028-07-15"
