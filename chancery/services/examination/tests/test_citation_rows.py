"""Documents cited: rows that come and go, pasted lines, and what is said beside a cell."""

from datetime import UTC, datetime

import pytest
from django.contrib.auth import get_user_model
from django.http import QueryDict
from django.urls import reverse

from chancery.core import clock
from chancery.records.register import queries
from chancery.services.examination.offices.citation_rows import MOST_ROWS, arranged
from chancery.services.examination.tests.conftest import FILED_AT

NOW = datetime(2027, 3, 1, 9, tzinfo=UTC)

PASTED = "EP 1234567 A1 | X, Y | 1-5 | page 3, lines 4-9 | 12.03.2008\n\nSMITH J., Hinges, Berlin 1999\tA\t6"


@pytest.fixture
def searching(file, accord, pay, act):
    """The number of an application whose search copy is with the Authority."""
    number = file()
    accord(number)
    pay(number)
    act(number, "search-copy", at=FILED_AT, received_on=FILED_AT.date())
    return number


@pytest.fixture
def enters(client, cast, searching, monkeypatch):
    """An officer sends the form of its search report; the answer comes back, and the report where there is one."""
    views = "chancery.services.examination.views"
    monkeypatch.setattr(f"{views}.offices.now", lambda: NOW)
    monkeypatch.setattr(f"{views}.desk.now", lambda: NOW)
    monkeypatch.setattr(f"{views}.desk.today", lambda: clock.local_day(NOW))
    client.force_login(get_user_model().objects.get(pk=cast.officer))

    def enters(**changes):
        row = {"c0_document": "EP 1 A1", "c0_category": "X, P", "c0_passages": "p. 3", "c0_claims": "1-5"}
        form = {"established_on": "2027-03-01", "novelty_no": "1-5", "rows": "3", **row, **changes}
        place = reverse("examination:act", args=[queries.in_address(searching), "search-report"])
        answer = client.post(place, form | {"after": queries.right(searching).version})
        return answer, queries.right(searching).search

    return enters


def sent(**changes):
    data = QueryDict(mutable=True)
    data.update({"rows": "3", **changes})
    return data


def documents(data):
    return [data.get(f"c{row}_document", "") for row in range(int(data["rows"]))]


def test_a_row_goes_and_the_others_move_up():
    data = arranged(sent(c0_document="EP 1", c1_document="EP 2", c1_claims="7", c2_document="EP 3", remove="0"))
    assert documents(data) == ["EP 2", "EP 3"]
    assert data["c0_claims"] == "7"


def test_a_row_that_is_not_there_cannot_go():
    assert documents(arranged(sent(c0_document="EP 1", remove="99"))) == ["EP 1", "", ""]
    assert documents(arranged(sent(c0_document="EP 1", remove="-1"))) == ["EP 1", "", ""]


def test_lines_become_rows_after_those_that_are_filled():
    data = arranged(sent(c1_document="EP 9", c1_category="A", lines=PASTED))
    assert documents(data) == ["EP 9", "EP 1234567 A1", "SMITH J., Hinges, Berlin 1999"]
    assert (data["c1_category"], data["c1_claims"], data["c1_passages"]) == ("X, Y", "1-5", "page 3, lines 4-9")
    assert (data["c1_published"], data["c2_category"], data["lines"]) == ("12.03.2008", "A", "")


def test_lines_for_which_there_is_no_room_stay_in_their_box():
    data = arranged(sent(lines="\n".join(f"EP {number} A1 | A" for number in range(1, MOST_ROWS + 3))))
    assert len(documents(data)) == MOST_ROWS
    assert data["lines"].splitlines() == [f"EP {MOST_ROWS + 1} A1 | A", f"EP {MOST_ROWS + 2} A1 | A"]


def test_rows_are_arranged_without_entering_anything(enters):
    answer, report = enters(c0_document="EP 12345x7 A1", lines=PASTED, read="1")
    body = answer.content.decode()
    assert 'value="EP 12345x7 A1"' in body
    assert 'value="SMITH J., Hinges, Berlin 1999"' in body
    assert "cannot be read" not in body
    assert report is None


def test_the_enter_key_takes_no_row_away(enters):
    answer, _report = enters(read="1")
    body = answer.content.decode()
    form = body[body.index('name="rows"') :]
    assert form.index('name="read"') < form.index('name="remove"')


def test_pasted_lines_are_entered_with_the_report(enters):
    answer, report = enters(lines=PASTED, c0_category="p/x", c0_claims="1 – 5;8")
    assert answer.status_code == 302
    first, second, third = report.citations
    assert first == {"document": "EP 1 A1", "category": "P, X", "passages": "p. 3", "claims": "1-5, 8"}
    assert (second["published"], second["passages"]) == ("2008-03-12", "page 3, lines 4-9")
    assert third["document"] == "SMITH J., Hinges, Berlin 1999"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"c0_document": "EP 12345x7 A1"}, "This number cannot be read"),
        ({"c0_document": "EP 1234567 A1 (Siemens)"}, "This number cannot be read"),
        ({"c0_claims": "5-1"}, "Write claims as numbers"),
        ({"c0_published": "the other day"}, "Write a day as"),
        ({"c0_published": "2099"}, "still to come"),
        ({"lines": "EP 1234567 A1 | Q | 1-5"}, "One or more of X"),
        ({"lines": "EP 2345678 A1"}, "Say of which category"),
    ],
)
def test_what_cannot_be_read_is_said_beside_its_cell(enters, changes, said):
    answer, report = enters(**changes)
    assert (answer.status_code, report) == (422, None)
    body = answer.content.decode()
    assert said in body
    assert all(typed.split(" | ")[0] in body for typed in changes.values())


def test_lines_for_which_there_is_no_room_stop_the_report(enters):
    answer, report = enters(lines="\n".join(f"EP {number} A1 | A" for number in range(1, MOST_ROWS + 1)))
    assert (answer.status_code, report) == (422, None)
    assert "these are left over" in answer.content.decode()
