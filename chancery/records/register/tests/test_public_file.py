from datetime import UTC, date, datetime

import pytest

from chancery.records.accounts import actions as accounts
from chancery.records.documents import actions as documents
from chancery.records.documents.tests import samples
from chancery.records.register import actions, events, public_file, queries, standard_events
from chancery.treaties import pct

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
REPORT = events.SearchReportEstablished(
    authority="EP",
    established_on="2027-03-01",
    transmitted_on="2027-03-02",
    citations=({"category": "X", "document": "US 5,123,456 A", "passages": "figure 2", "claims": "1-4"},),
    classifications=("E05D 11/10",),
)
OBSERVED = events.ObservationSubmitted(
    observation=1, received_on="2028-06-01", citations=({"document": "DE 10 2010 000 001"},), name="Rival, Rudi"
)


@pytest.fixture
def published():
    alice = accounts.open_account("alice@example.org", name="Alice", password="a long password")
    application = pct.Application(
        title="Latch",
        language="en",
        parties=(pct.Party(name="Okafor, Amina", country="NG", inventor=True),),
        priority_claims=(pct.PriorityClaim(office="CH", number="CH1", filed_on=date(2026, 1, 15)),),
    )
    number = actions.file_application(application, documents=[], by=alice, at=AT).number
    enter(number, events.FilingDateAccorded(filing_date="2026-11-22", cites="PCT Art. 11(1)"), REPORT)
    version = queries.right(number).version
    actions.publish(number, kind_code="A1", on=date(2027, 8, 5), issue="2027/31", after=version, at=AT)
    return number


def enter(number, *happened):
    for event in happened:
        actions.enter(number, event, after=queries.right(number).version, at=AT)


def page(client, number):
    return client.get(f"/register/{queries.in_address(number)}/").content.decode()


def test_the_data_stand_under_their_inid_codes(published):
    found = {(line.inid, line.words) for line in public_file.lines(queries.right(published))}
    assert {("21", published), ("54", "Latch"), ("75", "Okafor, Amina (NG)"), ("30", "CH CH1")} <= found
    assert ("51", "E05D 11/10") in found
    assert any(inid == "10" and words.startswith("WO 2027/000001 A1") for inid, words in found)


def test_the_language_of_publication_is_that_of_filing_where_it_can_be(published):
    found = {line.inid: line.words for line in public_file.lines(queries.right(published))}
    assert (found["25"], found["26"]) == ("en", "en")


def test_each_document_can_be_opened_once_it_is_published(client, published):
    kept = documents.keep_pdf(samples.pdf(), name="claims.pdf", by=None, at=AT)
    corrected = {"kind": "claims", "sha256": kept.sha256, "name": "claims.pdf", "sheets": 3, "size": kept.size}
    filed = queries.right(published).application
    entered = events.CorrectionReceived(
        invitation=0, received_on="2027-08-06", application=actions.lean(filed), documents=(corrected,)
    )
    enter(published, entered)
    assert f'/files/{kept.sha256}"' in page(client, published)


def test_everyone_reads_the_search_report(client, published):
    text = page(client, published)
    assert "US 5,123,456 A" in text
    assert "figure 2" in text
    assert "alone takes away novelty" in text
    assert "/search/patents/?q=publication_number:%22US%205%2C123%2C456%20A%22" in text


def test_an_observation_is_shown_once_admitted_and_never_with_its_name(client, published):
    enter(published, OBSERVED)
    assert "DE 10 2010" not in page(client, published)
    enter(published, events.ObservationAdmitted(observation=1, admitted=True, decided_on="2028-06-02"))
    text = page(client, published)
    assert "DE 10 2010" in text
    assert "Rudi" not in text


def test_the_feed_tells_what_is_open_and_nothing_else(client, published):
    enter(
        published,
        events.PaymentRecorded(line="search", amount="1885", currency="EUR", received_on="2026-12-01"),
        events.NationalPhaseReported(office="CA", what="entered", on="2028-07-01", number="3,111,222"),
    )
    answer = client.get(f"/register/{queries.in_address(published)}/feed.atom")
    text = answer.content.decode()
    assert answer["Content-Type"].startswith("application/atom+xml")
    assert "3,111,222" in text
    assert "1885" not in text


def test_there_is_no_feed_before_publication(client):
    bob = accounts.open_account("bob@example.org", name="Bob", password="a long password")
    number = actions.file_application(pct.Application(title="Latch"), documents=[], by=bob, at=AT).number
    assert client.get(f"/register/{queries.in_address(number)}/feed.atom").status_code == 404


def test_a_withdrawn_designation_is_no_longer_among_the_designated(published):
    enter(published, events.Withdrawn(act="withdraw_designations", received_on="2027-09-01", offices=("JP",)))
    [national] = [line for line in public_file.lines(queries.right(published)) if line.inid == "81"]
    assert "JP" not in national.words.split()
    assert "KR" in national.words.split()


def test_the_events_have_their_codes_of_st27_and_chapter_ii_is_not_among_them(published, client):
    demand = events.ChapterIIDemanded(act="demand", received_on="2028-01-03", authority="EP", elected=("JP",))
    opinion = events.CorrectionInvited(
        invitation=1, form="PCT/IPEA/408", findings=(), dated="2028-02-01", due="2028-04-01", office="IPEA/EP"
    )
    enter(published, demand, opinion)
    told = standard_events.happened(queries.right(published), on=date(2028, 6, 1))
    keys = [one.event.key for one in told]
    assert {"filed", "filing_date_accorded", "searched", "published"} <= set(keys)
    assert not {"demanded", "notified"} & set(keys)
    page = client.get(f"/register/{published.replace('/', '-')}/").content.decode()
    assert "By WIPO Standard ST.27" in page
