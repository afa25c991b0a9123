"""The API refuses what it does not know, by name; every error is a problem document; every answer can be trusted."""

import json
import re
from datetime import UTC, date, datetime

import pytest
from django.test import override_settings

from chancery.core import ledger, tiles, verify
from chancery.finder import Document
from chancery.records.accounts import actions as accounts
from chancery.records.register import actions as register
from chancery.records.register import queries as rights
from chancery.services.search import queries as search
from chancery.treaties import pct

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
API = "/api/v1"
SECRET = "Hinge with magnetic latch"


@pytest.fixture
def indexed():
    """Seven patents, found by the word hinge."""
    with search.engine().writing() as writer:
        writer.add(
            Document(
                collection="patents",
                key=f"WO202100000{number}",
                number=f"WO 2021/00000{number}",
                titles={"en": f"Hinge {number}"},
                office="WO" if number else "EP",
                dates={"published": date(2021, 1, 1 + number)},
                facts={"source": "test"},
            )
            for number in range(7)
        )


@pytest.fixture
def alice():
    return accounts.open_account("alice@example.org", name="Alice", password="a long password")


@pytest.fixture
def token(alice):
    return {"Authorization": f"Bearer {accounts.make_token('test', by=alice, at=AT)}"}


@pytest.fixture
def filed(alice):
    application = pct.Application(title=SECRET, parties=(pct.Party(name="Okafor, Amina", nationality="NG"),))
    return register.file_application(application, documents=[], by=alice, at=AT)


def post(client, path, body, **more):
    text = body if isinstance(body, str) else json.dumps(body)
    return client.post(f"{API}{path}", text, content_type="application/json", **more)


def stated(response, status):
    """The response is a problem document as RFC 9457 has it."""
    assert response.status_code == status, response.content
    assert response["Content-Type"] == "application/problem+json"
    problem = json.loads(response.content)
    assert {"type", "title", "status", "detail", "instance", "findings"} <= set(problem)
    assert problem["status"] == status
    for finding in problem["findings"]:
        assert set(finding) == {"cites", "message", "field", "severity"}
    return problem


def test_every_kind_of_error_is_a_problem_document(client):
    stated(client.get(f"{API}/records?q=(("), 400)
    stated(client.get(f"{API}/register/PCT-IB2026-000001", headers={"Authorization": "Bearer chy_no"}), 401)
    stated(client.get(f"{API}/nothing/here"), 404)
    stated(client.get(f"{API}/records/patents/none"), 404)
    assert stated(client.delete(f"{API}/records"), 405)
    assert client.delete(f"{API}/records")["Allow"] == "GET, HEAD"
    assert "HEAD" not in client.get(f"{API}/pct/checks")["Allow"]
    stated(client.post(f"{API}/pct/checks", "a=b", content_type="application/x-www-form-urlencoded"), 415)
    stated(post(client, "/pct/checks", {"application": 7}), 422)


def test_an_unexpected_error_is_a_problem_with_the_id_of_the_log(client, monkeypatch, caplog):
    monkeypatch.setattr("chancery.site.problems.log.parent.propagate", True)
    monkeypatch.setattr(tiles, "checkpoint", lambda: 1 / 0)
    problem = stated(client.get(f"{API}/ledger/checkpoint"), 500)
    assert problem["errorId"] in caplog.text
    assert "division" not in json.dumps(problem)


def test_an_unknown_parameter_is_refused_by_name_with_what_comes_near(client):
    problem = stated(client.get(f"{API}/records?qq=hinge&pagesize=3"), 400)
    assert [one["field"] for one in problem["findings"]] == ["qq", "pagesize"]
    assert "'pageSize'" in problem["findings"][1]["message"]


def test_an_unknown_field_is_refused_by_name_with_what_comes_near(client):
    problem = stated(post(client, "/pct/checks", {"application": {"parties": [{"contry": "CH"}]}}), 422)
    [finding] = problem["findings"]
    assert finding["field"] == "application.parties.0.contry"
    assert "'country'" in finding["message"]


def test_a_wrong_type_is_told_beside_its_field(client):
    body = {"application": {"title": 3, "parts": [{"sheets": "7"}], "priorityClaims": [{"filedOn": "yesterday"}]}}
    found = {one["field"]: one["message"] for one in stated(post(client, "/pct/checks", body), 422)["findings"]}
    assert found["application.title"] == "Text is expected here."
    assert found["application.parts.0.sheets"] == "A whole number is expected here."
    assert found["application.priorityClaims.0.filedOn"].startswith("A date is written YYYY-MM-DD")


@pytest.mark.parametrize(
    "body", ["{", "", "[1", '{"application": NaN}', '{"on": "\\ud800"}', '{"a": 1, "a": 2}', "[" * 100_000]
)
def test_what_is_no_json_is_refused_as_such(client, body):
    assert post(client, "/pct/checks", body).status_code in (400, 422)
    stated(post(client, "/pct/checks", body), post(client, "/pct/checks", body).status_code)


def test_a_body_that_is_too_large_is_refused_before_it_is_read(client):
    with override_settings(DATA_UPLOAD_MAX_MEMORY_SIZE=1000):
        stated(post(client, "/pct/checks", {"application": {"title": "x" * 2000}}), 413)


def test_a_query_that_cannot_be_read_says_where_and_what_to_write(client, indexed):
    problem = stated(client.get(f"{API}/records", {"q": 'hinge AND "open'}), 400)
    assert problem["findings"][0]["field"] == "q"
    assert "character" in problem["detail"]


def test_pages_lead_to_the_next_one_until_there_is_none(client, indexed):
    seen, href = [], f"{API}/records?q=hinge&pageSize=3&sort=number"
    while href:
        page = client.get(href.removeprefix("http://testserver")).json()
        assert page["total"] == 7
        assert len(page["items"]) <= 3
        seen += [one["key"] for one in page["items"]]
        href = page["links"]["next"]
    assert len(seen) == len(set(seen)) == 7


def test_filters_narrow_and_counts_say_how_much(client, indexed):
    page = client.get(f"{API}/records?q=hinge&office=EP").json()
    assert page["total"] == 1
    assert {one["value"]: one["count"] for one in page["facets"]["office"]} == {"WO": 6, "EP": 1}


def test_a_record_is_not_sent_again_while_it_has_not_changed(client, indexed):
    first = client.get(f"{API}/records/patents/WO2021000001")
    assert first.status_code == 200
    again = client.get(f"{API}/records/patents/WO2021000001", headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304
    assert not again.content


MOVING = {"RateLimit", "X-RateLimit-Remaining", "X-RateLimit-Reset"}


def head_as_get(client, path, **more):
    """HEAD answers as GET: status and headers, and no body."""
    get, head = client.get(path, **more), client.head(path, **more)
    assert not b"".join(head.streaming_content if head.streaming else [head.content])
    assert head.status_code == get.status_code
    kept = [{name: value for name, value in one.items() if name not in MOVING} for one in (head, get)]
    assert kept[0] == kept[1]
    return head


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/records?q=hinge&pageSize=3", 200),
        ("/records/patents/WO2021000001", 200),
        ("/openapi.json", 200),
        ("/records?q=((", 400),
        ("/records?qq=hinge", 400),
        ("/saved-searches", 401),
        ("/records/patents/none", 404),
        ("/nothing/here", 404),
    ],
)
def test_head_is_answered_as_get_without_the_body(client, indexed, path, status):
    assert head_as_get(client, f"{API}{path}").status_code == status


def test_head_says_that_nothing_has_changed(client, indexed):
    path = f"{API}/records/patents/WO2021000001"
    tag = client.head(path)["ETag"]
    assert head_as_get(client, path, headers={"If-None-Match": tag}).status_code == 304


def test_head_is_taken_wherever_get_is_and_nowhere_else(client, indexed):
    for path, methods in client.get(f"{API}/openapi.json").json()["paths"].items():
        filled = re.sub(r"{\w+}", "1", path)
        if "get" in methods:
            assert client.head(filled).status_code == client.get(filled).status_code != 405, path
        else:
            told = client.head(filled)
            assert (told.status_code, "HEAD" in told["Allow"]) == (405, False), path


def test_head_counts_as_one_call(client, indexed):
    left = [int(client.head(f"{API}/records?q=hinge")["X-RateLimit-Remaining"]) for _ in range(2)]
    assert left[0] - left[1] == 1


def test_the_head_of_an_export_makes_no_file_and_gives_its_room_back(client, indexed):
    path = f"{API}/record-exports?q=hinge&format=ndjson"
    for _ in range(3):
        head = client.head(path)
        assert (head.status_code, head["X-Total-Count"]) == (200, "7")
        assert "Content-Length" not in head
        assert b"".join(head.streaming_content) == b""
    assert len(b"".join(client.get(path).streaming_content).splitlines()) == 7


def test_a_query_is_explained_clause_by_clause(client, indexed):
    told = client.get(f"{API}/query-explanation", {"q": "hinge office:EP"}).json()
    assert told["hits"] == 1
    assert {part["hits"] for part in told["parts"]} == {7, 1}


def test_a_right_is_shown_to_its_owners_token_only_until_it_is_published(client, filed, token):
    path = f"{API}/register/{rights.in_address(filed.number)}"
    hidden, absent = client.get(path), client.get(f"{API}/register/PCT-IB2026-999999")
    stated(hidden, 404)
    assert hidden.content.replace(b"000001", b"999999") == absent.content
    assert client.get(path, headers=token).json()["title"] == SECRET
    stated(client.get(f"{API}/ledger/entries/{filed.entry}/proof"), 404)
    register.publish(filed.number, kind_code="A2", on=AT.date(), issue="2026/47", after=1, at=AT)
    assert client.get(path).json()["publication"]["number"] == "WO 2026/000001"
    assert len(client.get(f"{path}/timeline").json()["items"]) == 2


def test_a_session_of_the_browser_is_not_accepted(client, alice, filed):
    from django.contrib.auth import get_user_model

    client.force_login(get_user_model().objects.get(pk=alice))
    stated(client.get(f"{API}/register/{rights.in_address(filed.number)}"), 404)


def test_a_revoked_token_is_refused_even_where_none_is_needed(client, alice, token):
    assert client.get(f"{API}/ledger/key", headers=token).status_code == 200
    from chancery.records.accounts.queries import tokens_of

    accounts.revoke_token(tokens_of(alice)[0].id, by=alice, at=AT)
    stated(client.get(f"{API}/ledger/key", headers=token), 401)


def test_a_proof_taken_home_by_the_api_verifies_offline(client, filed, token):
    carried = client.get(f"{API}/ledger/entries/{filed.entry}/proof", headers=token).content.decode()
    key = client.get(f"{API}/ledger/key").json()["verifierKey"]
    assert verify.proof_file(carried, key).size == ledger.size()


def test_the_log_is_served_as_tiles(client, filed):
    assert client.get(f"{API}/ledger/checkpoint").json()["size"] == 1
    assert len(client.get(f"{API}/ledger/tiles/0/000.p/1").content) == 32
    stated(client.get(f"{API}/ledger/tiles/0/nonsense"), 404)


def test_the_law_is_computed_as_on_the_pages(client):
    claim = {"office": "US", "filedOn": "2025-11-21"}
    record = {"receivingOffice": "IB", "receivedOn": "2026-11-23", "priorityClaims": [claim]}
    told = post(client, "/pct/time-limits", {"record": record}).json()
    [period] = [one for one in told["timeLimits"] if one["key"] == "priority_period"]
    assert (period["nominal"], period["due"], period["cites"]) == ("2026-11-21", "2026-11-23", "PCT Rule 2.4(a)")
    assert all(step["text"] for step in period["steps"])
    unknown = post(client, "/pct/time-limits", {"record": {}}).json()["timeLimits"][0]
    assert unknown["due"] is None
    assert unknown["notDeterminable"].startswith("not determinable")


def test_fees_are_exact_decimals_or_said_to_be_missing(client):
    application = {"searchingAuthority": "EP", "format": "paper", "feeReductionClaimed": False, "requestSheets": 3}
    told = post(client, "/pct/fees", {"application": application, "on": "2026-11-23"}).json()
    amounts = {one["code"]: one["amount"] for one in told["fees"]}
    assert amounts["international_filing"] == {"amount": "1330", "currency": "CHF"}
    missing = post(client, "/pct/fees", {"application": {"receivingOffice": "AU"}, "on": "2026-11-23"}).json()
    assert missing["complete"] is False


def test_a_check_names_fields_as_the_api_does(client):
    told = post(client, "/pct/checks", {"application": {"priorityClaims": [{"office": "US"}]}}).json()
    fields = {one["field"] for one in told["findings"]}
    assert "priorityClaims.0.filedOn" in fields


def test_a_provision_and_a_working_day_can_be_asked_for(client):
    told = client.get(f"{API}/pct/provisions/rule-80.5").json()
    assert told["cites"] == "PCT Rule 80.5"
    assert all(case["passes"] for case in told["cases"])
    assert len(client.get(f"{API}/pct/provisions").json()["items"]) > 100
    assert client.get(f"{API}/offices/IB/days/2026-12-25").json()["nextOpen"] == "2026-12-28"
    stated(client.get(f"{API}/offices/ZZ/days/2026-12-25"), 404)
    stated(client.get(f"{API}/pct/provisions/nonsense"), 404)


def test_the_rate_is_stated_and_held(client):
    with override_settings(API_RATE=2):
        first = client.get(f"{API}/ledger/key", REMOTE_ADDR="192.0.2.1")
        assert (first["X-RateLimit-Limit"], first["X-RateLimit-Remaining"]) == ("2", "1")
        client.get(f"{API}/ledger/key", REMOTE_ADDR="192.0.2.1")
        refused = client.get(f"{API}/ledger/key", REMOTE_ADDR="192.0.2.1")
        stated(refused, 429)
        assert 0 < int(refused["Retry-After"]) <= 60
        assert client.get(f"{API}/ledger/key", REMOTE_ADDR="192.0.2.2").status_code == 200


def test_a_problem_speaks_the_readers_language_where_it_is_translated(client):
    answer = client.get(f"{API}/nothing", headers={"Accept-Language": "fr"})
    assert answer["Content-Language"] == "fr"
    assert "Accept-Language" in answer["Vary"]


def test_the_api_sets_no_cookie(client):
    client.get(f"{API}/ledger/key")
    assert not client.cookies


def test_the_readable_page_shows_every_operation_of_the_schema(client):
    schema = client.get(f"{API}/openapi.json").json()
    page = client.get("/api/").content.decode()
    for path, methods in schema["paths"].items():
        assert path in page
        for operation in methods.values():
            assert f'id="{operation["operationId"]}"' in page
    assert 'id="not-found"' in page


def schemas(base):
    for kind in base.__subclasses__():
        yield kind
        yield from schemas(kind)


def test_no_two_schemas_have_one_name():
    from collections import Counter

    from chancery.core.wire import Asked, Told

    names = Counter(kind.__name__ for base in (Asked, Told) for kind in set(schemas(base)))
    assert [name for name, count in names.items() if count > 1] == []
