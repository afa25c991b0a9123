"""The law over the API: the same answers as the pages, each with the edition it was computed by."""

import pytest

from chancery.treaties.kernel.edition import edition

pytestmark = pytest.mark.django_db
API = "/api/v1/pct"
CASE = {"receivingOffice": "IB", "receivedOn": "2025-12-01", "filingDate": "2025-12-01", "priorityDate": "2024-12-05"}


def asked(client, path, data):
    answer = client.post(f"{API}/{path}", data, content_type="application/json")
    assert answer.status_code == 200, answer.content
    return answer.json()


def test_every_answer_of_the_law_names_its_edition(client):
    answers = [
        asked(client, "checks", {"application": {}}),
        asked(client, "time-limits", {"record": CASE}),
        asked(client, "fees", {"application": {}}),
        asked(client, "excuse", {"delay": {}}),
        asked(client, "acts", {"application": {}, "record": CASE}),
        asked(client, "national-phase", {"record": CASE, "offices": ["CA"]}),
        client.get(f"{API}/receiving-offices").json(),
        client.get(f"{API}/provisions").json(),
        client.get(f"{API}/provisions/rule-80.5").json(),
        client.get("/api/v1/offices/IB/days/2026-12-25").json(),
    ]
    assert {one["edition"] for one in answers} == {edition()}


def test_an_answer_that_did_not_change_is_not_sent_twice(client):
    address = f"{API}/provisions/rule-80.5"
    tag = client.get(address)["ETag"]
    assert client.get(address, HTTP_IF_NONE_MATCH=tag).status_code == 304


def test_time_limits_tell_what_can_be_saved_and_what_is_done(client):
    [period] = [
        one for one in asked(client, "time-limits", {"record": CASE})["timeLimits"] if one["key"] == "priority_period"
    ]
    assert (period["due"], period["lateUntil"], period["doneOn"]) == ("2025-12-05", "2026-02-05", "2025-12-01")
    assert period["lateSteps"]


def test_receiving_offices_follow_from_nationality_and_residence(client):
    facts = {"nationality": "NG", "residence": "CH", "on": "2026-11-22"}
    found = client.get(f"{API}/receiving-offices", facts).json()
    assert {"NG", "CH", "EP", "IB"} <= {one["code"] for one in found["offices"]}
    assert all(one["steps"] for one in found["offices"])


@pytest.mark.parametrize(
    ("facts", "status"), [({"nationality": "ngx"}, 422), ({"on": "soon"}, 422), ({"state": "NG"}, 400)]
)
def test_facts_that_cannot_be_read_are_refused(client, facts, status):
    assert client.get(f"{API}/receiving-offices", facts).status_code == status


def test_national_limits_come_under_both_chapters_with_costs(client):
    sent = {"record": CASE, "offices": ["CA", "FR"], "on": "2026-11-22", "claims": 20, "sheets": 40}
    canada, france = asked(client, "national-phase", sent)["offices"]
    assert [(one["chapter"], one["applies"]) for one in canada["limits"]] == [("I", True), ("II", False)]
    assert canada["limits"][0]["due"] == "2027-06-07"
    assert canada["entry"]["totals"][0]["currency"] == "CAD"
    assert france["enterWith"] == ["EP"]


def test_an_office_that_is_none_is_answered_with_what_is_missing(client):
    [nowhere] = asked(client, "national-phase", {"record": CASE, "offices": ["QQ"]})["offices"]
    assert nowhere["limits"][0]["due"] is None
    assert "QQ" in nowhere["limits"][0]["notDeterminable"]


def test_a_delay_says_what_stands_against_it(client):
    delay = {"reason": "mail", "office": "EP", "expiredOn": "2026-10-30", "noticedOn": "2026-11-10"}
    late = asked(client, "excuse", {"delay": delay | {"mailedOn": "2026-10-28"}})
    assert [one["field"] for one in late["findings"]] == ["mailedOn"]
    in_time = asked(client, "excuse", {"delay": delay | {"mailedOn": "2026-10-20"}})
    assert (in_time["findings"], in_time["evidenceUntil"]) == ([], "2026-12-10")


def test_acts_say_whether_they_can_still_be_done(client):
    sent = {"application": {}, "record": CASE, "on": "2030-01-01"}
    acts = {one["key"]: one for one in asked(client, "acts", sent)["acts"]}
    change = acts["change_parties"]
    assert not change["open"]
    assert "2027-06-0" in change["findings"][0]["message"]
    assert asked(client, "acts", sent | {"on": "2026-06-01"})["acts"][0]["open"]


def test_a_provision_tells_its_acts_and_forms(client):
    told = client.get(f"{API}/provisions/rule-26bis.1(a)").json()
    assert {"add_priority", "correct_priority"} <= {one["key"] for one in told["acts"]}
    assert [one["number"] for one in told["forms"]] == ["PCT/RO/111"]
