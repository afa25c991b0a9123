"""What everyone may read of a published international application finds it and is shown, and nothing else."""

import csv
import html
import io
import json
import re
from datetime import UTC, date, datetime
from typing import Any

import msgspec
import pytest
from django.http import QueryDict
from django.test import Client

from chancery.core import follow, ledger
from chancery.core.event import Event
from chancery.finder import Document
from chancery.records.accounts import actions as accounts
from chancery.records.register import actions as register
from chancery.records.register import events
from chancery.records.register import queries as files
from chancery.records.register.tests import lived
from chancery.services.search import fields, period, queries
from chancery.services.search.followers import Index
from chancery.services.search.queries import Question
from chancery.services.search.records import neighbours
from chancery.treaties import pct

AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
KEY = "WO2026000001"
PAGE = f"/search/patents/{KEY}/"
APPLICATION = pct.Application(
    title="Stone oven",
    language="en",
    searching_authority="EP",
    parties=(
        pct.Party(name="Ovenwerk AG", country="CH", nationality="CH", residence="CH", address="Ofengasse 7"),
        pct.Party(name="Solveig Ravn", country="NO", nationality="SE", residence="DK", inventor=True),
        pct.Party(name="Ida Quist", country="FI", nationality="IS", applicant=False, inventor=True),
    ),
    agents=(pct.Agent(name="Thal & Partner", country="DE", address="Patentplatz 1"),),
    designations_excluded=("KR",),
)
SEARCHED = events.SearchReportEstablished(
    authority="EP",
    established_on="2026-10-20",
    transmitted_on="2026-10-22",
    classifications=("A21B 3/15", "F24B 1/181"),
)
OBSERVED = events.ObservationSubmitted(
    observation=1, received_on="2026-11-23", citations=({"document": "EP 1"},), text="Before", name="Hidden Observer"
)
LATER: tuple[Event, ...] = (
    events.NationalPhaseReported(office="US", what="entered", on="2027-03-01", number="18/123,456"),
    events.NationalPhaseReported(office="JP", what="entered", on="2029-06-30"),
    events.NationalPhaseReported(office="CN", what="not entered", on="2029-07-30"),
    events.LicensingIndicated(act="indicate_licensing", received_on="2026-11-30", available=True, terms="any"),
    OBSERVED,
    events.ObservationAdmitted(observation=1, admitted=True, decided_on="2026-11-24"),
    events.Withdrawn(act="withdraw_designations", received_on="2026-11-25", offices=("BR",)),
    events.SearchReportEstablished(
        authority="SE", established_on="2026-12-20", transmitted_on="2026-12-22", supplementary=True
    ),
)
pytestmark = pytest.mark.django_db


@pytest.fixture
def filed() -> str:
    alice = accounts.open_account("alice@example.org", name="Alice", password="a long password")
    number = register.file_application(APPLICATION, documents=[], by=alice, at=AT).number
    enter(number, events.FilingDateAccorded(filing_date="2026-01-22", cites="PCT Art. 11(1)"), SEARCHED)
    return number


@pytest.fixture
def published(filed: str) -> str:
    publish(filed)
    return filed


def enter(number: str, *happened: Event) -> None:
    for event in happened:
        register.enter(number, event, after=ledger.version(number), at=AT)
    follow.catch_up([Index()], at=AT)


def publish(number: str) -> None:
    version = ledger.version(number)
    register.publish(number, kind_code="A1", on=date(2026, 11, 22), issue="2026/47", after=version, at=AT)
    follow.catch_up([Index()], at=AT)


def record() -> Document:
    found = queries.record("patents", KEY)
    assert found is not None
    return found


def keys(text: str) -> set[str]:
    return {hit.document.key for hit in queries.search(Question(text=text)).hits}


def words_of(page: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


AT_PUBLICATION = (
    *("IC:A21B", 'IC:"A21B 3/15"', "ICF:A21B", "IC:F24B", "A21B 3/15", "IC_EX:(A21B 3/15)"),
    *("IN:ravn", "IN:quist", "INA:solveig", "INF:ravn", "IADC:fi", "IADC:NO"),
    *("RP:thal", "RPA:partner", "RPF:(thal partner)", "ALLNAMES:thal", "ALLNAMES:quist", "ALL_NAMES:ovenwerk"),
    *("PA:ovenwerk", "PA:ravn", "ANA:SE", "ANA:CH", "ARE:dk", "AADC:CH", "quist", "thal"),
    *("DS:JP", "DS:EP", "DS:(BR AND FR)", "ISA:EP", "ISR:report", "ISR:Report", "SIS:None", "TPO:no", "LI:no"),
)
AFTERWARDS = (
    *("NPCC:US", "NPCC:(US AND JP)", "NPAN:18/123456", 'NPAN:"US 18/123,456"', "NPA:JP", "NPA:18/123456", "NPED:2027"),
    *("NPED:[2029-01 TO 2029-12]", "NPED:01.03.2027", "LI:yes", "TPO:yes", "SIS:report", "SIS:REPORT"),
)


@pytest.mark.parametrize("text", AT_PUBLICATION)
def test_a_published_application_is_found_by_each_code(client: Client, published: str, text: str) -> None:
    assert keys(text) == {KEY}
    assert f"/search/patents/{KEY}/" in client.get("/search/", {"q": text}).content.decode()


@pytest.mark.parametrize("text", AFTERWARDS)
def test_what_happens_later_finds_it_too(published: str, text: str) -> None:
    assert keys(text) == set()
    enter(published, *LATER)
    assert keys(text) == {KEY}


@pytest.mark.parametrize(
    "text",
    ["IC:A21C", "IN:ovenwerk", "IN:thal", "PA:quist", "PA:thal", "RP:ravn", "ANA:IS", "ANA:NO", "DS:KR"],
)
def test_nobody_and_nothing_is_taken_for_another(published: str, text: str) -> None:
    assert keys(text) == set()


@pytest.mark.parametrize(
    "text",
    ["hidden", "observer", "names:observer", "ofengasse", "patentplatz", "NPCC:CN", "NPED:2028", "DS:BR"],
)
def test_what_is_closed_or_never_was_finds_nothing(published: str, text: str) -> None:
    enter(published, *LATER)
    assert keys(text) == set()


@pytest.mark.parametrize("text", ["quist", "IN:quist", "RP:thal", "IC:A21B", "ANA:SE", "DS:JP"])
def test_nothing_is_found_before_the_publication(filed: str, text: str) -> None:
    enter(filed, *LATER[-3:])
    assert keys(text) == set()


def test_a_declaration_that_there_is_no_report_is_told_from_a_report(filed: str) -> None:
    enter(filed, msgspec.structs.replace(SEARCHED, supplementary=True, declined="unclear"))
    publish(filed)
    assert keys("ISR:report SIS:declaration") == {KEY}
    assert keys("ISR:declaration") == keys("SIS:none") == set()


def test_a_value_that_no_record_can_have_is_refused_with_those_it_can(client: Client, published: str) -> None:
    answer = client.get("/search/", {"q": "TPO:perhaps"})
    assert answer.status_code == 400
    assert "Write one of: yes, no." in words_of(answer.content.decode())


def test_preliminary_examination_is_said_to_be_closed_and_is_not_indexed(client: Client, published: str) -> None:
    demanded = events.ChapterIIDemanded(act="demand", received_on="2026-11-25", authority="EP", elected=("JP",))
    examined = events.ReportOnPatentabilityEstablished(
        chapter="II", authority="EP", established_on="2027-12-01", statement="Quintessential"
    )
    enter(published, demanded, examined)
    assert keys("quintessential") == set()
    assert "PCT Art. 38" in client.get("/search/", {"q": "IPE:report"}).content.decode()


def test_an_inventor_who_is_taken_out_is_found_no_more(published: str) -> None:
    less = APPLICATION.to_dict() | {"parties": APPLICATION.to_dict()["parties"][:2]}
    enter(published, events.RequestChanged(act="change_parties", received_on="2026-11-30", application=less))
    assert keys("quist") == keys("IN:quist") == set()
    assert keys("IN:ravn") == {KEY}


def test_what_is_erased_names_no_inventor_any_more(published: str) -> None:
    assert keys("IN:quist") == keys("RP:thal") == {KEY}
    for entry in ledger.stream(published):
        ledger.erase(entry.number)
    follow.rebuild(Index(), at=AT)
    assert keys("IN:quist") == keys("names:quist") == keys("RP:thal") == keys("quist") == set()


def test_an_index_made_anew_says_the_same(published: str) -> None:
    enter(published, *LATER)
    before = record()
    follow.rebuild(Index(), at=AT)
    assert record() == before


def test_the_record_points_to_an_entry_that_anyone_may_read(published: str) -> None:
    enter(published, OBSERVED, events.ObservationAdmitted(observation=1, admitted=True, decided_on="2026-11-24"))
    assert keys("TPO:yes") == {KEY}
    entry = ledger.entry(record().facts["entry"])
    assert entry is not None
    assert files.disclosed(entry)


def test_classes_are_counted_and_lead_to_records_like_it(published: str) -> None:
    alice = accounts.open_account("bo@example.org", name="Bo", password="a long password")
    other = register.file_application(APPLICATION, documents=[], by=alice, at=AT).number
    enter(other, events.FilingDateAccorded(filing_date="2026-01-23", cites="PCT Art. 11(1)"), SEARCHED)
    publish(other)
    counted = queries.engine().search(Question(text="*").parsed(), facets=("class",), limit=0).facets["class"]
    assert ("ipc:A21B", 2) in counted
    assert [one.key for one in neighbours.alike(record())] == ["WO2026000002"]


def test_the_page_shows_people_states_and_national_phases_under_their_codes(client: Client, published: str) -> None:
    enter(published, *LATER)
    page = words_of(client.get(PAGE).content.decode())
    assert "(51) International Patent Classification A21B 3/15" in page
    assert "(72) Inventor Solveig Ravn ; Ida Quist" in page
    assert "(74) Agent Thal & Partner" in page
    assert "(81) Designated States (national) AE" in page
    assert re.search(r"\(84\) Designated States \(regional\) .*European Patent Office \( EP \)", page)
    assert "International Searching Authority European Patent Office ( EP )" in page
    assert "National phase United States ( US 18/123,456 2027-03-01 ), Japan ( JP 2029-06-30 )" in page
    assert "The applicant is ready to license." in page


def test_a_hit_in_a_list_names_applicants_alone(client: Client, published: str) -> None:
    page = client.get("/search/", {"q": "oven"}).content.decode()
    assert "Ovenwerk" in page
    assert "Quist" not in page


def test_the_api_hands_out_people_codes_and_days_of_a_record(client: Client, published: str) -> None:
    enter(published, *LATER)
    one = client.get(f"/api/v1/records/patents/{KEY}").json()
    assert one["people"] == {"inventor": ["Solveig Ravn", "Ida Quist"], "agent": ["Thal & Partner"]}
    assert one["days"] == {"entered": ["2027-03-01", "2029-06-30"]}
    assert one["codes"]["national_office"] == ["US", "JP"]
    assert one["national"][0] == {"office": "US", "number": "18/123,456", "date": "2027-03-01"}
    assert one["numbered"]["national"] == ["US 18/123,456"]
    listed = client.get("/api/v1/records", {"q": "IN:quist", "highlight": "true"}).json()["items"][0]
    assert "people" not in listed
    assert [piece["found"] for piece in listed["highlights"]["inventor.1"]] == [False, True]


def test_exports_carry_inventors_and_agents(client: Client, published: str) -> None:
    def export(form: str) -> str:
        answer = client.get("/api/v1/record-exports", {"q": "oven", "format": form})
        return b"".join(answer.streaming_content).decode()  # type: ignore[attr-defined]

    [row] = csv.DictReader(io.StringIO(export("csv").lstrip("\ufeff")))
    assert (row["inventors"], row["agents"]) == ("Solveig Ravn; Ida Quist", "Thal & Partner")
    told = json.loads(export("ndjson"))
    assert told["people"]["agent"] == ["Thal & Partner"]
    assert told["codes"]["searcher"] == ["EP"]


def test_boxes_of_the_search_by_field_ask_for_them(client: Client, published: str) -> None:
    enter(published, *LATER)
    page = client.get("/search/fields/", {"collection": "patents"}).content.decode()
    assert all(f'name="{box}"' in page for box in ("inventor", "agent", "party", "national", "searcher"))
    assert '<option value="entered">National phase entered</option>' in page
    typed = {"inventor": "quist", "agent": "thal", "national": "Japan", "searcher": "European Patent Office"}
    text, wrong = fields.composed(_query(**typed, date="entered", **{"from": "2029", "until": "2029"}))
    assert not wrong
    assert "national_office:JP" in text
    assert keys(text) == {KEY}


def test_the_span_beside_a_list_may_be_of_the_entries_and_is_replaced_by_the_next(published: str) -> None:
    enter(published, *LATER)
    asked = Question(text="oven NPED:[2029-01-01 TO 2029-12-31]")
    typed = _query(date="entered", **{"from": "2027", "until": "2027"})
    assert period.shown(_query(), asked.parsed()) == period.Period("entered", "2029-01-01", "2029-12-31")
    text = QueryDict(period.address(typed, asked))["q"]
    assert text == "oven AND entered:[2027-01-01 TO 2027-12-31]"
    assert keys(text) == {KEY}


def _query(**typed: str) -> QueryDict:
    data = QueryDict(mutable=True)
    data.update(typed)
    return data


def test_the_words_for_a_query_name_the_codes(client: Client) -> None:
    told = {one["name"]: one for one in client.get("/api/v1/query-vocabulary").json()["fields"]}
    assert {"in", "ina"} <= set(told["inventor"]["aliases"])
    assert "inf" in told["inventor_first"]["aliases"]
    assert "ds" in told["party"]["aliases"]
    assert told["search_report"]["values"] == ["report", "declaration"]
    explained = client.get("/api/v1/query-explanation", {"q": "NPED:2027"}).json()
    assert explained["field"] == "entry into a national phase"


@pytest.mark.parametrize(
    ("system", "changes", "text", "line"),
    [
        ("hague", {}, "IN:creator", "(72) Creator Ida Creator"),
        ("hague", {"representative": {"name": "Ravn & Co"}}, "RP:ravn", "(74) Representative Ravn & Co"),
        ("madrid", {"representative": {"name": "Ravn & Co"}}, "RP:ravn", "(740) Representative Ravn & Co"),
    ],
)
def test_creators_and_representatives_of_registrations_are_found(
    client: Client, system: str, changes: dict[str, Any], text: str, line: str
) -> None:
    number = lived.registered(system, **changes)
    follow.catch_up([Index()], at=lived.AT)
    assert keys(text) == set()
    lived.publish(number)
    follow.catch_up([Index()], at=lived.AT)
    [hit] = queries.search(Question(text=text)).hits
    page = client.get(f"/search/{hit.document.collection}/{hit.document.key}/").content.decode()
    assert line in words_of(page)
