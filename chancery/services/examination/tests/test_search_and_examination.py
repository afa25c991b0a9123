"""The Authorities, the Bureau, the designated Offices: search, Chapters I and II, what came in, national phase."""

from datetime import UTC, date, datetime, timedelta

import pytest

from chancery.core.refusal import Refused
from chancery.records.register import events, queries
from chancery.services.examination import submissions
from chancery.services.examination.tests.conftest import FILED_AT, enter

DAY = timedelta(days=1)
MARCH = datetime(2027, 3, 1, 9, tzinfo=UTC)
REPORT = {
    "established_on": date(2027, 3, 1),
    "citations": ({"document": "EP 1 000 000 A1", "category": "X", "passages": "page 3", "claims": "1-5"},),
    "classifications": ("E05C 19/16",),
    "declined": "",
    "opinion": "Novelty: no 1-5",
}
DECLARED = REPORT | {"citations": (), "opinion": "", "declined": "Mathematical theory"}


@pytest.fixture
def searching(file, accord, pay, act):
    """An application whose search copy is with the Authority."""

    def searching(**changes) -> str:
        number = file(**changes)
        accord(number)
        pay(number)
        for copy in ("record-copy", "search-copy"):
            act(number, copy, at=FILED_AT + DAY, received_on=date(2026, 11, 24))
        return number

    return searching


@pytest.fixture
def searched(searching, act):
    def searched(**changes) -> str:
        number = searching()
        act(number, "search-report", at=MARCH, **(REPORT | changes))
        return number

    return searched


@pytest.fixture
def demanded(searched):
    def demanded(*, at=datetime(2027, 5, 3, 9, tzinfo=UTC)) -> str:
        number = searched()
        event = events.ChapterIIDemanded(
            act="demand", received_on=at.date().isoformat(), authority="EP", elected=("JP", "US"), basis="as filed"
        )
        enter(number, event, at=at)
        return number

    return demanded


def test_the_copies_start_the_search_and_are_notified(searching):
    right = queries.right(searching())
    assert [one.form for one in right.notifications] == ["PCT/IB/301", "PCT/ISA/202"]
    assert right.copy_received("search") == date(2026, 11, 24)


def test_the_search_copy_waits_for_the_search_fee(file, accord, act):
    number = file()
    accord(number)
    with pytest.raises(Refused, match="search fee"):
        act(number, "search-copy", received_on=FILED_AT.date())
    with pytest.raises(Refused, match="filing date"):
        act(file(), "record-copy", received_on=FILED_AT.date())


def test_a_report_is_transmitted_with_its_citations_and_opinion(searched):
    right = queries.right(searched())
    assert (right.search.authority, right.search.transmitted_on) == ("EP", MARCH.date())
    assert right.search.citations[0]["category"] == "X"
    assert right.notifications[-1].form == "PCT/ISA/220"
    assert right.record.isr_transmitted == MARCH.date()


def test_a_declaration_takes_the_place_of_the_report(searching, act):
    number = searching()
    act(number, "search-report", at=MARCH, **DECLARED)
    right = queries.right(number)
    assert right.record.no_search_declared
    assert right.notifications[-1].form == "PCT/ISA/203"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"citations": ()}, "c0_document"),
        ({"opinion": ""}, "novelty_yes"),
        ({"declined": "None"}, "declined"),
        ({"established_on": date(2030, 1, 1)}, "established_on"),
    ],
)
def test_half_a_report_is_refused(searching, act, changes, field):
    with pytest.raises(Refused) as refused:
        act(searching(), "search-report", at=MARCH, **(REPORT | changes))
    assert refused.value.findings[0].field == field


def test_there_is_one_report_and_none_without_the_copy(searched, file, accord, act):
    with pytest.raises(Refused, match="was transmitted"):
        act(searched(), "search-report", at=MARCH, **REPORT)
    number = file()
    accord(number)
    with pytest.raises(Refused, match="search copy"):
        act(number, "search-report", at=MARCH, **REPORT)


def test_lack_of_unity_is_put_to_the_applicant_for_a_month(searching, act):
    number = searching()
    act(number, "unity", at=MARCH, inventions="I: 1-5; II: 6-9", fees=1)
    [invited] = queries.right(number).invitations
    assert (invited.form, invited.office, invited.due) == ("PCT/ISA/206", "ISA/EP", date(2027, 4, 1))
    enter(number, paper("pay_additional_search_fees", 1, MARCH), at=MARCH + DAY)
    assert queries.right(number).open_invitations == ()


def test_a_supplementary_report_needs_a_request(searched, act):
    number = searched()
    with pytest.raises(Refused, match="requested"):
        act(number, "supplementary-report", at=MARCH, **REPORT)
    asked = events.SupplementarySearchRequested(act="request_sis", received_on="2027-03-02", authority="SE")
    enter(number, asked, at=MARCH + DAY)
    act(number, "supplementary-report", at=MARCH + 60 * DAY, **REPORT)
    right = queries.right(number)
    assert [(one.authority, one.supplementary) for one in right.searches] == [("EP", False), ("SE", True)]


# Chapter II


def test_the_demand_is_answered_by_a_receipt_once(demanded, act):
    number = demanded()
    act(number, "demand-receipt", at=MARCH + 70 * DAY)
    told = queries.right(number).notifications[-1]
    assert (told.form, told.office, told.facts["elected"]) == ("PCT/IPEA/402", "IPEA/EP", "JP, US")
    with pytest.raises(Refused, match="already"):
        act(number, "demand-receipt", at=MARCH + 71 * DAY)


def test_a_demand_that_came_too_late_is_considered_not_made(demanded, act):
    number = demanded(at=datetime(2028, 11, 1, 9, tzinfo=UTC))
    act(number, "demand-receipt", at=datetime(2028, 11, 2, 9, tzinfo=UTC))
    assert queries.right(number).notifications[-1].form == "PCT/IPEA/407"


def test_an_opinion_gives_one_to_three_months_and_the_report_waits_for_the_reply(demanded, act):
    number, at = demanded(), datetime(2027, 6, 1, 9, tzinfo=UTC)
    opinion = {"opinion": "Novelty: no 1-5", "message": "Claim 1 is not new."}
    for due in (date(2027, 6, 15), date(2027, 10, 1)):
        with pytest.raises(Refused, match="usually 2027-08-01"):
            act(number, "written-opinion", at=at, due=due, **opinion)
    act(number, "written-opinion", at=at, due=date(2027, 8, 2), **opinion)
    report = {"established_on": at.date(), "opinion": "Novelty: yes 1-4", "statement": ""}
    with pytest.raises(Refused, match="may still reply"):
        act(number, "report-ii", at=at + DAY, **report)
    amended = events.ClaimsAmended(act="amend_34", received_on="2027-07-01", article="34")
    enter(number, amended, at=at + 30 * DAY)
    act(number, "report-ii", at=at + 31 * DAY, **report)
    right = queries.right(number)
    assert right.reports[0].statement == "Novelty: yes 1-4"
    assert right.notifications[-1].form == "PCT/IPEA/416"
    [entry] = [one for one in queries.timeline(number) if one.kind.endswith("ReportOnPatentabilityEstablished")]
    assert not queries.disclosed(entry, public=True), "Chapter II stays closed (Art. 38)"


def test_without_a_demand_there_is_no_chapter_ii(searched, act):
    number = searched()
    for key in ("demand-receipt", "written-opinion", "report-ii"):
        with pytest.raises(Refused, match="demanded"):
            act(number, key, at=MARCH)


# The Bureau


def paper(key, number, at):
    return events.PaperReceived(act=key, received_on=at.date().isoformat(), paper=number)


def test_chapter_i_is_reported_from_thirty_months_on_and_not_before(searched, act):
    number = searched()
    with pytest.raises(Refused, match="2029-05-23"):
        act(number, "report-i", at=datetime(2029, 5, 22, 9, tzinfo=UTC))
    act(number, "report-i", at=datetime(2029, 5, 23, 9, tzinfo=UTC))
    right = queries.right(number)
    assert [(one.chapter, one.statement) for one in right.reports] == [("I", "Novelty: no 1-5")]


def test_after_a_demand_there_is_no_report_of_chapter_i(demanded, act):
    with pytest.raises(Refused, match="Chapter II"):
        act(demanded(), "report-i", at=datetime(2030, 1, 1, 9, tzinfo=UTC))


def test_what_came_in_waits_until_it_is_acknowledged_by_its_form(file, act, change):
    number = file()
    change(number, "change_parties", at=FILED_AT + DAY, title="Hinge")
    enter(number, paper("send_letter", 1, FILED_AT + DAY), at=FILED_AT + DAY)
    waiting = submissions.unseen(queries.timeline(number))
    assert [one.form for one in waiting] == ["PCT/IB/306", "PCT/IB/345"]
    act(number, "seen", at=FILED_AT + 2 * DAY, entry=waiting[0].entry, remark="")
    assert [one.form for one in submissions.unseen(queries.timeline(number))] == ["PCT/IB/345"]
    assert queries.right(number).notifications[-1].form == "PCT/IB/306"


def observation(number, at):
    seen = events.ObservationSubmitted(
        observation=1, received_on=at.date().isoformat(), citations=({"document": "US 1 A"},), text="Old."
    )
    enter(number, seen, at=at)


def test_an_observation_is_admitted_and_the_applicant_told(searched, act):
    number = searched()
    observation(number, MARCH)
    with pytest.raises(Refused, match="Say why"):
        act(number, "observation", at=MARCH, observation=1, admitted=False, reason="")
    act(number, "observation", at=MARCH, observation=1, admitted=True, reason="")
    right = queries.right(number)
    assert right.observations[0].admitted
    assert right.notifications[-1].form == "PCT/IB/345"
    with pytest.raises(Refused, match="waiting"):
        act(number, "observation", at=MARCH, observation=1, admitted=True, reason="")


# Designated Offices


def national(act, number, what, *, office="JP", on=date(2029, 1, 15), at=datetime(2029, 2, 1, tzinfo=UTC)):
    act(number, "national-phase", at=at, office=office, what=what, on=on, number="2029-500001", remark="")


def test_entry_refusal_and_grant_are_reported_in_their_order(searched, act):
    number = searched()
    with pytest.raises(Refused, match="First report"):
        national(act, number, "granted")
    national(act, number, "entered")
    national(act, number, "granted")
    with pytest.raises(Refused, match="already"):
        national(act, number, "granted")
    right = queries.right(number)
    assert [(one.office, one.what) for one in right.national] == [("JP", "entered"), ("JP", "granted")]
    assert right.record.national_entries[0].office == "JP"


def test_an_office_reports_for_itself_and_on_a_day_that_can_be(searched, act, settings):
    number = searched()
    with pytest.raises(Refused) as refused:
        national(act, number, "entered", on=date(2020, 1, 1))
    assert refused.value.findings[0].field == "on"
    settings.OFFICE_ROLES = frozenset({"DO/CH"})
    with pytest.raises(Refused, match="DO/CH only"):
        national(act, number, "entered")
