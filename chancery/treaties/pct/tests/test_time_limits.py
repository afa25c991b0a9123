import csv
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.treaties import pct
from chancery.treaties.kernel import of_office

DAYS = st.dates(date(2009, 1, 1), date(2035, 1, 1))
VECTORS = Path(__file__).resolve().parents[5] / "shared" / "facts" / "pct" / "publication_date_vectors.csv"
quick = settings(deadline=None, max_examples=60)


def limits(record):
    return {limit.key: limit for limit in pct.time_limits(record)}


@st.composite
def records(draw):
    priority = draw(DAYS)
    received = priority + timedelta(days=draw(st.integers(0, 500)))
    maybe = st.none() | st.integers(0, 900).map(lambda more: received + timedelta(days=more))
    return pct.Record(
        receiving_office=draw(st.sampled_from(["IB", "EP", "US", "XX"])),
        searching_authority=draw(st.sampled_from(["", "EP", "KR"])),
        language=draw(st.sampled_from(["en", "sv"])),
        received_on=received,
        filing_date=draw(maybe),
        priority_claims=draw(
            st.lists(
                st.builds(
                    pct.PriorityClaim,
                    filed_on=st.just(priority) | st.dates(priority, received),
                    added_on=maybe,
                    ceased_on=maybe,
                ),
                max_size=3,
            ).map(tuple)
        ),
        invitations=draw(
            st.lists(
                st.builds(
                    pct.Invitation,
                    kind=st.sampled_from(["PCT/RO/103", "PCT/RO/106", "PCT/RO/133", "PCT/ISA/206"]),
                    dated=maybe,
                    mailed_on=maybe,
                    received_on=maybe,
                ),
                max_size=3,
            ).map(tuple)
        ),
        isr_transmitted=draw(maybe),
        search_copy_received=draw(maybe),
        demand_received=draw(maybe),
        early_publication_requested=draw(maybe),
    )


@quick
@given(records())
def test_the_reasoning_of_every_time_limit_arrives_at_its_day(record):
    for limit in pct.time_limits(record):
        if isinstance(limit.due, date):
            reached = [step.value for step in limit.steps if isinstance(step.value, date)]
            assert reached[-1] == limit.due, limit
            assert limit.due >= limit.nominal


@quick
@given(records())
def test_no_time_limit_ends_on_a_day_on_which_its_office_is_closed(record):
    for limit in pct.time_limits(record):
        if isinstance(limit.due, date) and limit.nature == "limit" and limit.office != "DO":
            assert of_office(limit.office if len(limit.office) == 2 else "").closed(limit.due) is None


@quick
@given(DAYS, DAYS)
def test_an_earlier_priority_never_gives_a_later_time_limit(one, other):
    first, second = sorted((one, other))
    before, after = limits(pct.Record(priority_date=first)), limits(pct.Record(priority_date=second))
    for key in before:
        if isinstance(before[key].due, date) and isinstance(after[key].due, date):
            assert before[key].due <= after[key].due


@quick
@given(records())
def test_a_record_survives_the_journey_through_json(record):
    assert pct.Record.from_dict(record.to_dict()) == record


@quick
@given(records())
def test_publication_is_never_expected_before_it_is_allowed(record):
    found = pct.publication(record)
    if isinstance(found.expected, date):
        assert found.expected >= found.not_before
        assert [step.value for step in found.day.steps if step.value][-1] == found.expected
        assert found.technical_preparations == found.expected - timedelta(days=15)
        assert of_office("IB").closed(found.expected) is None


def test_a_missing_date_is_named_and_never_guessed():
    found = limits(pct.Record())
    assert str(found["fees_RO"].due) == "not determinable: the date of receipt is missing"
    claimed = pct.Record(received_on=date(2026, 1, 5), priority_claims=(pct.PriorityClaim(office="CH"),))
    assert (
        str(limits(claimed)["prio_document"].due) == "not determinable: the date of an earlier application is missing"
    )


def test_a_withdrawn_priority_is_counted_again_only_where_time_still_runs():
    claim = pct.PriorityClaim(filed_on=date(2019, 12, 9), ceased_on=date(2022, 5, 1))
    found = limits(pct.Record(received_on=date(2020, 11, 9), filing_date=date(2020, 11, 9), priority_claims=(claim,)))
    assert found["national_phase"].nominal == date(2023, 5, 9)
    assert found["prio_document"].nominal == date(2021, 4, 9)
    assert found["declarations"].nominal == date(2021, 4, 9)
    assert "counted again" in found["national_phase"].steps[-1].text


def test_restoration_is_shown_only_while_the_priority_period_is_missed_or_still_runs():
    draft = pct.Application(priority_claims=(pct.PriorityClaim(office="CH", filed_on=date(2025, 11, 24)),))
    assert "restoration_RO" in limits(pct.Record.of(draft))
    assert "restoration_RO" in limits(pct.Record.of(draft, received_on=date(2026, 11, 25)))
    assert "restoration_RO" not in limits(pct.Record.of(draft, received_on=date(2026, 11, 24)))


def test_publication_is_reckoned_from_the_priority_that_is_left():
    claim = pct.PriorityClaim(filed_on=date(2025, 11, 24), ceased_on=date(2027, 1, 4))
    record = pct.Record(received_on=date(2026, 11, 23), filing_date=date(2026, 11, 23), priority_claims=(claim,))
    assert pct.publication(record).not_before == date(2028, 5, 24)
    assert limits(record)["publication_not_before"].due == date(2028, 5, 24)


def test_an_early_publication_is_not_moved_to_a_day_before_it_was_asked_for():
    asked = date(2025, 12, 25)  # a Thursday, whose issue appears on the Wednesday before
    record = pct.Record(filing_date=date(2025, 11, 3), early_publication_requested=asked)
    assert pct.publication(record).not_before == asked
    assert pct.publication(record).expected == date(2026, 1, 2)  # 31 December and 1 January are closed


def test_a_request_for_early_publication_closes_the_door_for_priority_claims():
    record = pct.Record(received_on=date(2026, 1, 5), early_publication_requested=date(2026, 2, 2))
    assert "prio_claim_correct" not in limits(record)
    assert pct.publication(record).not_before == date(2026, 2, 2)


def test_the_status_of_each_strand_is_the_furthest_reached():
    record = pct.Record(received_on=date(2026, 1, 5), filing_date=date(2026, 1, 5), isr_transmitted=date(2026, 6, 1))
    assert [status.key for status in pct.statuses(record)] == ["accorded", "searched"]
    assert pct.statuses(pct.Record()) == ()
    assert {status.key for status in pct.STATUSES if status.terminal} == {
        "not_an_application",
        "withdrawn",
        "considered_withdrawn",
    }


def _rate(rows):
    found = [
        pct.publication(pct.Record(priority_date=date.fromisoformat(row["earliest_priority_date"]))).expected
        == date.fromisoformat(row["publication_date"])
        for row in rows
    ]
    return sum(found), len(found)


@pytest.mark.shared
def test_the_expected_day_is_that_of_nearly_all_real_publications(capsys):
    rows = list(csv.DictReader(VECTORS.open(encoding="utf-8")))
    recent = [row for row in rows if row["publication_date"] >= "2009-01-01"]
    hits, total = _rate(rows)
    recent_hits, recent_total = _rate(recent)
    with capsys.disabled():
        print(f"\npublication day: {hits} of {total} exact; since 2009 {recent_hits} of {recent_total}")
    assert hits / total >= 0.93
    assert recent_hits / recent_total >= 0.97
