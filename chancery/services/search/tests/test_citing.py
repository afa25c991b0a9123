"""Documents cited: on a record's page, in its lines, by a query, over the API, in exports; and what cites it."""

import html
import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.http import QueryDict

from chancery.core import follow
from chancery.records.accounts import actions as accounts
from chancery.records.register import actions as register
from chancery.records.register import events
from chancery.records.register import queries as files
from chancery.services.search import fields, queries
from chancery.services.search.followers import Index
from chancery.services.search.queries import Question
from chancery.services.search.records import citing, comparing
from chancery.services.search.records.lines import lines
from chancery.services.search.tests.conftest import record
from chancery.treaties import pct

AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
REPORT = events.SearchReportEstablished(
    authority="EP",
    established_on="2026-11-20",
    transmitted_on="2026-11-22",
    citations=(
        {"document": "US 5,454,295 A", "category": "A", "passages": "figure 2", "claims": "10"},
        {"document": "EP 0 644 999 A1", "category": "P, X", "passages": "", "claims": "1-5", "published": "1995-03-29"},
        {"document": "SMITH J., Ovens, Berlin 1999", "category": "Y", "passages": "page 3", "claims": "2"},
    ),
)
pytestmark = pytest.mark.usefixtures("records")


@pytest.fixture
def filed(db):
    alice = accounts.open_account("alice@example.org", name="Alice", password="a long password")
    application = pct.Application(title="Stone oven", language="en")
    number = register.file_application(application, documents=[], by=alice, at=AT).number
    enter(number, events.FilingDateAccorded(filing_date="2026-11-22", cites="PCT Art. 11(1)"))
    return number


def enter(number, event):
    register.enter(number, event, after=files.right(number).version, at=AT)


def publish(number, kind):
    version = files.right(number).version
    register.publish(number, kind_code=kind, on=date(2026, 11, 22), issue="2026/47", after=version, at=AT)


@pytest.fixture
def citing_one(filed):
    """The record of an application that was published with its search report."""
    enter(filed, REPORT)
    publish(filed, "A1")
    follow.catch_up([Index()], at=AT)
    return queries.record("patents", "WO2026000001")


def keys(text):
    return {hit.document.key for hit in queries.search(Question(text=text)).hits}


def words_of(response):
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", response.content.decode())).split())


@pytest.mark.parametrize(
    "text",
    [
        "cited:EP0644999",
        'cited:"EP 644 999 A1"',
        "cited_number:EP.0644999.A1",
        "cited:US5454295",
        'cited:"US 5,454,295 A"',
        "cited:5454295",
    ],
)
def test_what_cites_a_document_is_found_however_its_number_is_written(citing_one, text):
    assert keys(text) == {citing_one.key}


def test_the_epo_has_its_own_name_for_it(citing_one):
    asked = Question(text="ct=EP0644999 and ti=oven", dialect="cql")
    assert [hit.document.key for hit in queries.search(asked).hits] == [citing_one.key]
    assert "ct=EP0644999" in {one.written.text for one in queries.sayings(Question(text="cited:EP0644999"))}


def test_who_looks_for_a_document_does_not_find_what_cites_it(citing_one):
    assert keys("US5454295") == keys("number:US5454295") == {"US5454295"}
    assert keys("cited:EP0644998") == keys("cited:EP0644999B1") == set()
    assert citing_one.key in keys("number:WO2026000001")


def test_nothing_is_cited_before_the_publication(filed):
    enter(filed, REPORT)
    follow.catch_up([Index()], at=AT)
    assert keys("cited:EP0644999") == set()


def test_a_report_that_comes_after_the_publication_is_found_too(filed):
    publish(filed, "A2")
    follow.catch_up([Index()], at=AT)
    assert keys("cited:EP0644999") == set()
    enter(filed, REPORT)
    follow.catch_up([Index()], at=AT)
    assert keys("cited:EP0644999") == {"WO2026000001"}


def test_an_index_made_anew_says_the_same(citing_one):
    follow.rebuild(Index(), at=AT)
    assert queries.record("patents", citing_one.key) == citing_one


def test_the_documents_stand_under_their_inid_code_with_their_records(client, citing_one):
    page = words_of(client.get(f"/search/patents/{citing_one.key}/"))
    assert "(56) Documents cited" in page
    assert "EP 0 644 999 A1 1995-03-29 P, X 1-5 EP 0644999 Ovens" in page
    assert "SMITH J., Ovens, Berlin 1999" in page
    assert "X alone takes away novelty" in page
    assert "No record here cites it" in page
    assert page.count("SMITH J.") == 1


@pytest.mark.parametrize(
    ("sort", "first", "last"),
    [
        ("", "US", "SMITH"),
        ("document", "EP", "US"),
        ("-document", "US", "EP"),
        ("category", "EP", "US"),
        ("claims", "EP", "US"),
        ("-claims", "US", "EP"),
        ("published", "EP", "SMITH"),
        ("-passages", "SMITH", "EP"),
        ("here", "EP", "SMITH"),
        ("-here", "US", "SMITH"),
        ("nonsense", "US", "SMITH"),
    ],
)
def test_the_table_is_sorted_by_any_column_and_what_is_missing_comes_last(client, citing_one, sort, first, last):
    names = [row.cited.document.split()[0] for row in citing.rows(citing_one, sort)]
    assert (names[0].rstrip(","), names[-1]) == (first, last)
    page = client.get(f"/search/patents/{citing_one.key}/", {"cited": sort}).content.decode()
    assert page.count("aria-sort") == (0 if sort in ("", "nonsense") else 1)


def test_a_record_tells_which_records_cite_it_and_leads_to_all_of_them(client, citing_one):
    page = client.get("/search/patents/US5454295/").content.decode()
    assert f"/search/patents/{citing_one.key}/" in page
    way = html.unescape(re.search(r'href="([^"]+cited_number[^"]+)"', page)[1])
    assert citing_one.number in words_of(client.get(way))
    assert "The source names no documents cited" in page


def test_what_is_no_patent_says_nothing_of_citations(client):
    page = client.get("/search/marks/018222197/").content.decode()
    assert "Cited by" not in page


def test_an_application_without_a_report_says_so(client, filed):
    publish(filed, "A2")
    follow.catch_up([Index()], at=AT)
    assert "No search report that cites documents" in words_of(client.get("/search/patents/WO2026000001/"))


def test_what_another_office_tells_is_shown_with_who_brought_it_up(client):
    told = [{"document": "EP 0644999 A1", "published": "1995-03", "by": "examiner", "unknown": "x"}]
    register.import_records([record("patents", "US7000000", "Grill", office="US", more={"citations": told})], at=AT)
    follow.catch_up([Index()], at=AT)
    assert keys("cited:EP0644999") == {"US7000000"}
    page = words_of(client.get("/search/patents/US7000000/"))
    assert "EP 0644999 A1 1995-03 Examiner EP 0644999 Ovens" in page
    assert "Passages" not in page


def test_a_long_list_is_folded_and_open_again_where_it_was_sorted(client):
    told = [{"document": f"EP {number} A1", "by": "applicant"} for number in range(1_000_000, 1_000_300)]
    register.import_records([record("patents", "US7000001", "Grill", office="US", more={"citations": told})], at=AT)
    follow.catch_up([Index()], at=AT)
    page = client.get("/search/patents/US7000001/").content.decode()
    assert "275 more" in page
    assert page.count("EP 1000") == 300
    assert '<details class="why" open>' in client.get("/search/patents/US7000001/?cited=document").content.decode()


def test_the_api_says_the_same(client, citing_one):
    said = client.get(f"/api/v1/records/patents/{citing_one.key}/surroundings").json()
    first, second, third = said["cited"]
    assert (first["number"], first["record"]["key"], first["category"]) == ("US 5,454,295 A", "US5454295", "A")
    assert (second["published"], second["claims"]) == ("1995-03-29", "1-5")
    assert (third["number"], third["record"]) == ("", None)
    assert {"key": "cited", "inid": "56"}.items() <= next(one for one in said["data"] if one["key"] == "cited").items()
    around = client.get("/api/v1/records/patents/US5454295/surroundings").json()
    assert around["cited"] == []
    assert (around["citedBy"]["total"], around["citedBy"]["newest"][0]["key"]) == (1, citing_one.key)
    found = client.get("/api/v1/records", {"q": around["citedBy"]["query"]}).json()
    assert [one["key"] for one in found["items"]] == [citing_one.key]
    assert client.get("/api/v1/records/marks/018222197/surroundings").json()["citedBy"] is None


def test_exports_carry_them(client, citing_one):
    asked = {"q": "cited:EP0644999", "column": ["number", "cited"]}
    line = json.loads(b"".join(client.get("/api/v1/record-exports", asked).streaming_content).splitlines()[0])
    assert line["cited"] == [one["document"] for one in REPORT.citations]
    whole = b"".join(client.get("/api/v1/record-exports", {"q": "cited:EP0644999"}).streaming_content)
    told = {name: value for name, value in REPORT.citations[1].items() if value}
    assert json.loads(whole.splitlines()[0])["cited"][1] == told


@pytest.mark.usefixtures("citing_one")
def test_a_box_of_the_search_by_field_asks_for_them(client):
    asked = QueryDict("cited=EP 644999")
    text, wrong = fields.composed(asked)
    assert (keys(text), wrong) == ({"WO2026000001"}, [])
    assert 'name="cited"' in client.get("/search/fields/", {"collection": "patents"}).content.decode()


def test_comparing_shows_what_each_cites(citing_one):
    other = queries.record("patents", "US5454295")
    row = next(one for one in comparing.compared([citing_one, other]) if one.key == "cited")
    assert (row.code, row.differs, row.cells[1]) == ("56", True, None)
    assert len(row.cells[0].values) == 3


def test_a_record_without_citations_has_no_line_of_them(citing_one):
    bare = replace(citing_one, facts={"entry": 1})
    assert "cited" not in {line.key for line in lines(bare)}
