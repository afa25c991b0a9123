"""Batch search: many queries as numbered sets, on a page, in workbooks, and over the API."""

import html
import json
import re
from urllib.parse import urlsplit

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from chancery.records.accounts import actions as accounts
from chancery.records.accounts.models import User
from chancery.services.search.batches import sets, workbooks
from chancery.services.search.models import Workbook
from chancery.services.search.tests.conftest import AT

pytestmark = pytest.mark.usefixtures("records")
LINES = "pizza\noven\nS1 NOT S2\nS1 OR S9\ntitle:("


@pytest.fixture
def ada(client):
    user = User.objects.create_user(email="ada@example.org", name="Ada")
    client.force_login(user)
    return user


def page_of(response):
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", response.content.decode())).split())


def counted(client, lines, **more):
    told = client.post("/api/v1/search/sets", {"lines": lines, **more}, content_type="application/json")
    assert told.status_code == 200, told.content
    return told.json()["items"]


def test_each_line_is_a_set_with_its_exact_count_or_says_what_is_wrong(client):
    response = client.get("/search/sets/", {"lines": LINES})
    page = page_of(response)
    assert response.status_code == 200
    assert "S1 pizza 2" in page
    assert "S2 oven 2" in page
    assert "S3 S1 NOT S2 1" in page
    assert "There is no set S9 before this one" in page
    assert "S5 title:(" in page


def test_results_export_and_explanation_are_a_step_from_each_set(client):
    found = {one.set.name: one for one in sets.counted(sets.Batch(lines=sets.lines_of(LINES)))}
    assert "1 result" in page_of(client.get(found["S3"].results))
    assert "1 record" in page_of(client.get(found["S3"].export))
    assert "all of these" in page_of(client.get(found["S3"].explanation))
    csv = client.get(f"/search/export?{urlsplit(found['S3'].results).query}")
    assert "Pizza separator" in b"".join(csv.streaming_content).decode()


def test_queries_of_the_form_are_kept_in_the_address(client):
    response = client.post("/search/sets/take", {"lines": LINES, "collection": "patents", "stemming": "off"})
    assert response.status_code == 302
    page = page_of(client.get(response["Location"]))
    assert "S2 oven 1" in page  # only as written, only patents


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("queries.txt", "pizza\r\n\r\n oven \n"),
        ("queries.csv", "\ufeffnote,Query\nfirst,pizza\nsecond,oven\n"),
        ("queries.csv", "pizza\noven\n"),
    ],
)
def test_a_file_has_one_query_a_line_or_a_column_of_them(client, name, data):
    response = client.post("/search/sets/take", {"lines": "", "file": SimpleUploadedFile(name, data.encode())})
    assert "S1 pizza 2" in page_of(client.get(response["Location"]))


def test_a_file_that_is_no_text_is_refused_and_nothing_typed_is_lost(client):
    file = SimpleUploadedFile("queries.csv", b"\xff\xfe\x00")
    response = client.post("/search/sets/take", {"lines": "pizza", "file": file})
    assert response.status_code == 400
    assert "Save it as CSV or plain text" in page_of(response)
    assert ">pizza</textarea>" in response.content.decode()


def test_too_many_lines_are_refused_with_the_number_that_is_taken(client):
    response = client.post("/search/sets/take", {"lines": "x\n" * (sets.MOST_LINES + 1)})
    response = client.get(response["Location"]) if response.status_code == 302 else response
    assert response.status_code == 400
    assert f"Ask at most {sets.MOST_LINES} at once" in page_of(response)


def test_queries_too_long_for_an_address_are_counted_at_once(client):
    lines = "\n".join(f"pizza {'x' * 100}{number}" for number in range(120))
    response = client.post("/search/sets/take", {"lines": lines})
    assert response.status_code == 200
    assert "S120" in page_of(response)


def test_a_workbook_is_kept_changed_and_deleted(client, ada):
    response = client.post("/search/sets/keep", {"lines": "pizza\nS1 oven", "name": "Ovens"})
    row = Workbook.objects.get()
    assert (row.owner, row.name, response["Location"]) == (ada, "Ovens", f"/search/sets/{row.pk}/")
    assert "S2 S1 oven 1" in page_of(client.get(f"/search/sets/{row.pk}/"))
    client.post("/search/sets/keep", {"lines": "oven", "name": "Ovens only", "workbook": row.pk})
    row.refresh_from_db()
    assert (row.lines, row.name, Workbook.objects.count()) == ("oven", "Ovens only", 1)
    assert "Ovens only" in page_of(client.get("/search/sets/"))
    client.post(f"/search/sets/{row.pk}/delete")
    assert not Workbook.objects.exists()


def test_nobody_opens_changes_or_deletes_the_workbook_of_another(client, ada):
    other = User.objects.create_user(email="bea@example.org", name="Bea")
    client.post("/search/sets/keep", {"lines": "pizza", "name": "Mine"})
    row = Workbook.objects.get()
    client.force_login(other)
    assert client.get(f"/search/sets/{row.pk}/").status_code == 404
    assert client.post("/search/sets/keep", {"lines": "oven", "workbook": row.pk}).status_code == 400
    client.post(f"/search/sets/{row.pk}/delete")
    row.refresh_from_db()
    assert row.lines == "pizza"
    client.logout()
    assert client.get(f"/search/sets/{row.pk}/").status_code == 302


def test_what_is_forgotten_of_a_person_are_their_workbooks(client, ada):
    client.post("/search/sets/keep", {"lines": "pizza"})
    workbooks.forget_person(ada.pk, at=None)
    assert not Workbook.objects.exists()


def test_the_api_counts_sets_and_leads_to_their_records(client):
    found = counted(client, ["pizza", "oven", "S1 NOT S2", "S3 AND ("])
    assert [one["total"] for one in found] == [2, 2, 1, None]
    assert found[3]["error"]["field"] == "lines.3"
    records = client.get(found[2]["links"]["records"]).json()
    assert [one["key"] for one in records["items"]] == ["WO2002014184"]
    assert client.get(found[2]["links"]["explanation"]).json()["hits"] == 1
    lines = b"".join(client.get(found[2]["links"]["export"]).streaming_content).splitlines()
    assert len(lines) == 1


def test_a_workbook_is_kept_read_changed_and_deleted_over_the_api_by_its_owner_alone(client, ada):
    bea = User.objects.create_user(email="bea@example.org", name="Bea")
    tokens = {one: accounts.make_token("test", by=one.pk, at=AT) for one in (ada, bea)}

    def asks(method, path, body=None, by=ada):
        headers = {"Authorization": f"Bearer {tokens[by]}"}
        return client.generic(method, f"/api/v1/{path}", json.dumps(body or {}), "application/json", headers=headers)

    made = asks("POST", "workbooks", {"lines": ["pizza", "S1 oven"], "collection": "patents", "name": "Ovens"})
    at = f"workbooks/{made.json()['id']}"
    assert (made.status_code, made["Location"]) == (201, f"/api/v1/{at}")
    assert asks("GET", "workbooks").json()["items"] == [asks("GET", at).json()]
    changed = asks("PUT", at, {"lines": ["oven"]}).json()
    assert (changed["lines"], changed["name"], changed["collection"]) == (["oven"], "Ovens", None)
    assert "Ovens" in page_of(client.get(f"/search/sets/{changed['id']}/"))
    for wrong in ([], ["pizza", " "], ["pizza\noven"], ["pizza\u2028oven"]):
        assert asks("POST", "workbooks", {"lines": wrong}).status_code == 422, wrong
    assert [asks(verb, at, {"lines": ["x"]}, by=bea).status_code for verb in ("GET", "PUT", "DELETE")] == [404] * 3
    assert asks("GET", "workbooks", by=bea).json() == {"items": []}
    assert asks("DELETE", at).status_code == 204
    assert not Workbook.objects.exists()


def test_the_api_refuses_what_is_no_batch(client):
    for body in ({"lines": []}, {"lines": ["x"] * (sets.MOST_LINES + 1)}, {"lines": ["x" * 2_001]}, {}):
        answer = client.post("/api/v1/search/sets", body, content_type="application/json")
        assert answer.status_code == 422, body


def test_a_batch_whose_time_is_used_up_says_so_line_by_line(client, settings):
    settings.SEARCH_SECONDS = 0
    found = counted(client, ["pizza", "oven"])
    assert found[-1]["total"] is None
    assert "Ask for it alone" in found[-1]["error"]["message"]
