"""The list of all that a person has: registrations stand in it with system, parties and what comes next."""

from datetime import date
from typing import Any

import pytest

from chancery.core import clock, follow
from chancery.records.accounts import actions as accounts
from chancery.records.accounts.models import User
from chancery.records.register import actions as register
from chancery.records.register import events
from chancery.services.docket.followers import Lines
from chancery.services.filing import actions, queries
from chancery.services.filing.registrations.tests.filed import NOW, file, happens, noticed, presented, registered

pytestmark = pytest.mark.django_db
TODAY = NOW.date()


@pytest.fixture(autouse=True)
def now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda **_: NOW)


@pytest.fixture
def amina() -> int:
    return accounts.open_account("amina@example.org", name="Amina", password="long enough to sign in")


def only(user: int, **chosen: str) -> queries.Mine:
    [one] = queries.mine(user, on=TODAY, **chosen)
    return one


def test_one_list_holds_drafts_and_registrations_of_every_system(amina: int) -> None:
    actions.start(by=amina, at=NOW)
    numbers = {registered(system, amina) for system in ("madrid", "hague", "lisbon")}
    found = queries.mine(amina, on=TODAY)
    assert numbers <= {one.number for one in found}
    assert len(found) == 4
    assert only(amina, treaty="hague").title == "Lamp"
    assert {one.draft is None for one in queries.mine(amina, on=TODAY, treaty="pct")} == {False}


def test_a_line_tells_in_how_many_parties_it_stands_how(amina: int) -> None:
    number = registered("madrid", amina)
    happens(number, events.OfficeStated(statement=1, office="FR", act="grant", on="2026-10-01"), at=NOW)
    happens(number, events.OfficeStated(statement=2, office="NO", act="refuse", on="2026-10-02"), at=NOW)
    line = only(amina)
    assert [(one.tone, one.count) for one in line.standing] == [("stands", 1), ("waits", 1), ("refused", 1)]
    assert line.standing[0].words == "protected in 1 party"
    assert line.until == date(2036, 5, 4)


def test_the_next_day_is_that_of_the_notice_before_that_of_the_law(amina: int) -> None:
    number = presented("madrid", amina)
    noticed(number, due="2027-02-01")
    line = only(amina, state="invited")
    assert (line.due, line.invited_until) == (date(2027, 2, 1), date(2027, 2, 1))
    assert registered("madrid", amina)
    other = only(amina, state="published")
    assert other.next
    assert (other.next.limit.key, other.due) == ("renewal", date(2036, 5, 5))


def test_a_notice_for_the_office_of_origin_is_no_day_of_the_applicants(amina: int) -> None:
    number = presented("madrid", amina)
    noticed(number, "11(4)", by="Office of origin")
    assert only(amina).invited_until is None


def test_what_has_ended_is_chosen_as_such(amina: int) -> None:
    number = presented("madrid", amina)
    over = events.ApplicationEnded(how="abandoned", decided_on="2026-11-01", reason="No answer", cites="Madrid Rule 11")
    happens(number, over, at=NOW)
    assert only(amina, state="ended").number == number


def test_it_is_found_by_its_registration_number(amina: int) -> None:
    number = registered("hague", amina)
    assert only(amina, words=file(number).registration_number.lower()).number == number


def test_nobody_has_what_was_not_shared_with_them(amina: int) -> None:
    number = registered("hague", amina, published=False)
    bo = accounts.open_account("bo@example.org", name="Bo", password="long enough to sign in")
    assert queries.mine(bo, on=TODAY) == []
    register.share(number, user=bo, level="viewer", until=None, at=NOW)
    assert only(bo).number == number


def test_the_pages_show_it_and_lead_to_its_file(client: Any, amina: int) -> None:
    registered("madrid", amina)
    number = registered("madrid", amina, on=date(2016, 12, 12), told=date(2017, 1, 10))
    while follow.advance(Lines(), at=NOW):
        pass
    client.force_login(User.objects.get(pk=amina))
    address = f"/filing/{number.replace('/', '-')}/"
    for page in ("/filing/", "/filing/?treaty=madrid&state=published", "/filing/?sort=due", "/my/"):
        answer = client.get(page)
        assert answer.status_code == 200, page
        assert address in answer.content.decode(), page
    assert client.get("/filing/?treaty=nonsense").status_code == 200


def test_it_is_chosen_by_party_and_by_how_it_stands_there(amina: int) -> None:
    mark, design = registered("madrid", amina), registered("hague", amina)
    happens(mark, events.OfficeStated(statement=1, office="JP", act="grant", on="2026-10-01"), at=NOW)
    assert queries.parties_of(amina, on=TODAY) == ["FR", "JP", "KR", "NO"]
    assert {one.number for one in queries.mine(amina, on=TODAY, party="JP")} == {mark, design}
    assert only(amina, party="FR").number == mark
    assert only(amina, party="JP", tone="stands").number == mark
    assert only(amina, party="KR", tone="waits").number == design
    assert queries.mine(amina, on=TODAY, party="FR", tone="refused") == []
    assert only(amina, tone="stands").number == mark


def test_the_table_is_sorted_by_parties_and_term_and_brought_home_as_csv(client: Any, amina: int) -> None:
    mark, design = registered("madrid", amina), registered("hague", amina)
    assert [one.number for one in queries.mine(amina, on=TODAY, sort="-parties")] == [mark, design]
    assert [one.number for one in queries.mine(amina, on=TODAY, sort="until")] == [design, mark]
    client.force_login(User.objects.get(pk=amina))
    answer = client.get("/filing/applications.csv?party=FR&sort=-parties")
    head, line = b"".join(answer.streaming_content).decode().lstrip("\ufeff").splitlines()
    assert head.split(",")[:4] == ["title", "kind", "number", "registration"]
    assert mark in line
    assert "FR:waits JP:waits NO:waits" in line
    assert "party=FR" in client.get("/filing/?party=FR").content.decode()
    assert client.get("/filing/?party=%00&tone=x&sort=nothing").status_code == 200
