import csv
import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.treaties import pct
from chancery.treaties.kernel import of_office
from chancery.treaties.pct import casework

DAYS = st.dates(date(2009, 1, 1), date(2035, 1, 1))
VECTORS = Path(__file__).resolve().parents[5] / "shared" / "facts" / "pct" / "publication_date_vectors.csv"
KINDS = [
    *("PCT/RO/103", "PCT/RO/106", "PCT/RO/107", "PCT/RO/126", "PCT/RO/133", "PCT/RO/150", "PCT/ISA/206", "PCT/ISA/225"),
    *("PCT/IPEA/404", "PCT/IPEA/405", "PCT/IPEA/408", "PCT/IPEA/440", "PCT Rule 92.1(b)", "PCT Rule 51bis.3(a)"),
]
quick = settings(deadline=None, max_examples=60)


def limits(record):
    return {limit.key: limit for limit in pct.time_limits(record)}


def delays(maybe):
    return st.builds(
        pct.Delay,
        reason=st.sampled_from(["mail", "force majeure", "office outage"]),
        office=st.sampled_from(["IB", "EP"]),
        expired_on=maybe,
        noticed_on=maybe,
    )


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
                    kind=st.sampled_from(KINDS),
                    dated=maybe,
                    mailed_on=maybe,
                    received_on=maybe,
                    fixed_until=maybe,
                ),
                max_size=3,
            ).map(tuple)
        ),
        offices=draw(st.lists(st.sampled_from(["US", "CN", "LU", "FR", "SG", "UY", "QQ"]), max_size=3).map(tuple)),
        national_entries=draw(
            st.lists(
                st.builds(pct.NationalEntry, office=st.sampled_from(["US", "EP"]), entered_on=maybe), max_size=2
            ).map(tuple)
        ),
        sis_requested=draw(maybe),
        rectification_refused=draw(maybe),
        considered_withdrawn_on=draw(maybe),
        no_search_declared=draw(st.booleans()),
        faxed_on=draw(st.lists(st.dates(priority, received), max_size=1).map(tuple)),
        delays=draw(st.lists(delays(maybe), max_size=2).map(tuple)),
        isr_transmitted=draw(maybe),
        search_copy_received=draw(maybe),
        demand_received=draw(maybe),
        early_publication_requested=draw(maybe),
    )


def replayed(steps):
    """Each dated step worked out again from what it says, and the day at which the last one arrives."""
    reached = None
    for step in steps:
        if not isinstance(step.value, date):
            continue
        period = re.fullmatch(r"(.+) (from|before) (\d{4}-\d\d-\d\d)", step.text)
        chosen = re.fullmatch(r"The (later|earlier) of (\S+) and (\S+)", step.text)
        if period:
            count = casework._period(period[1])
            start = date.fromisoformat(period[3])
            assert step.value == (count.after(start) if period[2] == "from" else count.before(start)), step
        elif chosen:
            days = [date.fromisoformat(chosen[2]), date.fromisoformat(chosen[3])]
            assert step.value == (max(days) if chosen[1] == "later" else min(days)), step
        elif " is not open " in step.text:
            assert reached < step.value, step
        reached = step.value
    return reached


@quick
@given(records())
def test_the_reasoning_of_every_time_limit_replays_to_its_day(record):
    for limit in pct.time_limits(record):
        if isinstance(limit.due, date):
            assert replayed(limit.steps) == limit.due, limit
            assert limit.due >= limit.nominal
        if isinstance(limit.late_until, date):
            assert replayed(limit.late_steps) == limit.late_until, limit


@quick
@given(records())
def test_no_time_limit_ends_on_a_day_on_which_its_office_is_closed(record):
    before_an_event = {one.key for one in pct.LIMITS if not one.moves}
    for limit in pct.time_limits(record):
        moves = limit.nature == "limit" and limit.office != "DO" and limit.key not in before_an_event
        if isinstance(limit.due, date) and moves:
            assert of_office(limit.office if len(limit.office) == 2 else "").closed(limit.due) is None


@quick
@given(records())
def test_every_time_limit_says_who_does_what_where_and_on_which_ground(record):
    for limit in pct.time_limits(record):
        assert limit.act.endswith("."), limit.key
        assert limit.actor
        assert limit.office
        assert limit.cites.startswith("PCT "), limit.key
        assert limit.steps or not isinstance(limit.due, date)


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


@quick
@given(DAYS, st.integers(300, 425), st.integers(0, 1200), st.integers(1, 300))
def test_a_withdrawn_claim_moves_nothing_that_had_expired_and_everything_that_had_not(priority, filed, ceased, older):
    received, change = priority + timedelta(days=filed), priority + timedelta(days=filed + ceased)
    claim = pct.PriorityClaim(office="CH", filed_on=priority, ceased_on=change)
    other = pct.PriorityClaim(office="CH", filed_on=priority + timedelta(days=older))
    known = {"received_on": received, "filing_date": received}
    now = limits(pct.Record(priority_claims=(claim, other), **known))
    before = limits(pct.Record(priority_claims=(replace(claim, ceased_on=None), other), **known))
    after = limits(pct.Record(priority_claims=(other,), **known))
    for key, limit in before.items():
        expired = isinstance(limit.due, date) and limit.due < change
        if expired:
            assert now[key].due == limit.due, key
        elif key in after and key != "prio_claim_correct":  # whose limit looks at both priority dates
            assert now[key].nominal == after[key].nominal, key


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
    assert hits / total >= 0.96
    assert recent_hits / recent_total >= 0.97
