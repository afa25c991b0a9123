import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.treaties import pct
from chancery.treaties.kernel import of_office
from chancery.treaties.pct import force
from chancery.treaties.pct.data import compile_national
from chancery.treaties.pct.national_terms import CHAPTERS, Term, designated_offices, in_force, through
from chancery.treaties.pct.states import states

TABLE = Path(__file__).resolve().parents[5] / "shared" / "facts" / "pct" / "national_phase_time_limits.csv"
FILED = date(2026, 3, 2)
CASE = pct.Record(filing_date=FILED, priority_date=date(2025, 3, 3))
quick = settings(deadline=None, max_examples=60)


def entering(office, chapter="I", record=CASE):
    return next(one for one in pct.national_limits(record, [office]) if one.chapter == chapter)


@pytest.mark.shared
def test_every_office_of_the_table_is_here_and_none_beside():
    with TABLE.open(encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    assert {row["office_code"] for row in rows} == designated_offices().keys()
    for row in rows:
        office = designated_offices()[row["office_code"]]
        if office.route:
            assert not row["chapter_I_months"] or through(office.route), office.code
            continue
        for chapter in CHAPTERS:
            now = office.terms[chapter][-1] if chapter in office.terms else None
            stated = row[f"chapter_{chapter}_months"]
            assert not stated or (now.believed or now.months) == int(stated), (office.code, chapter)


@pytest.mark.shared
def test_the_data_are_what_the_table_compiles_to():
    with TABLE.open(encoding="utf-8") as stream:
        compiled = "\n".join(compile_national.national(csv.DictReader(stream)))
    assert compiled == Path(pct.__file__).with_name("data").joinpath("national.toml").read_text("utf-8")


def test_every_contracting_state_can_be_entered_somewhere():
    assert {code for code in states() if through(code) is None} == set()


def test_no_figure_above_thirty_stands_that_nobody_verified():
    for office in designated_offices().values():
        for terms in office.terms.values():
            assert not any(term.months > 30 and term.confidence == "unverified" for term in terms), office.code


@pytest.mark.parametrize(
    ("office", "chapter", "months", "confidence"),
    [
        ("US", "I", 30, "practice"),
        ("AU", "I", 31, "rule"),
        ("BA", "I", 34, "rule"),
        ("AZ", "I", 30, "rule"),
        ("AZ", "II", 31, "rule"),
        ("GM", "II", 31, "rule"),
        ("LU", "I", 20, "rule"),
        ("TZ", "I", 21, "rule"),
        ("TZ", "II", 31, "rule"),
        ("EP", "II", 31, "rule"),
        ("MK", "I", 30, "unverified"),
        ("NA", "I", 30, "unverified"),
        ("MU", "II", 30, "unverified"),
    ],
)
def test_each_office_has_its_months(office, chapter, months, confidence):
    found = entering(office, chapter)
    assert (found.months, found.confidence) == (months, confidence)


def test_a_higher_figure_from_memory_is_told_and_does_not_count():
    found = entering("MK")
    assert found.nominal == date(2027, 9, 3)
    assert "not verified" in " ".join(found.notes)


@pytest.mark.parametrize(("state", "office"), [("FR", "EP"), ("IE", "EP"), ("SN", "OA"), ("SZ", "AP"), ("LI", "CH")])
def test_a_closed_national_route_leads_to_the_regional_office(state, office):
    found = entering(state)
    assert found.office == office
    assert found.asked == state
    assert "no other way" in found.notes[0]


def test_uruguay_has_no_chapter_two_and_no_older_applications():
    assert [one.chapter for one in pct.national_limits(CASE, ["UY"])] == ["I"]
    older = pct.Record(filing_date=date(2024, 12, 2), priority_date=date(2023, 12, 4))
    assert "Uruguay (bound since 2025-01-07)" in str(entering("UY", record=older).due)


def test_a_demand_before_nineteen_months_keeps_thirty_in_luxembourg():
    def governing(demanded):
        record = pct.Record(filing_date=FILED, priority_date=date(2025, 3, 3), demand_received=demanded)
        return next(one for one in pct.national_limits(record, ["LU"]) if one.applies)

    assert governing(None).months == 20
    assert governing(date(2026, 10, 2)).months == 30
    assert governing(date(2026, 10, 7)).months == 20


@pytest.mark.parametrize(
    ("office", "until"),
    [
        ("CN", date(2027, 11, 3)),
        ("PH", date(2027, 10, 4)),
        ("TR", date(2027, 12, 3)),
        ("SG", date(2029, 3, 5)),
        ("ZA", date(2028, 1, 3)),
        ("RS", date(2027, 10, 4)),
        ("NO", date(2027, 12, 3)),
        ("RO", date(2028, 9, 4)),
    ],
)
def test_some_offices_allow_entry_after_the_limit(office, until):
    found = entering(office)
    assert found.late
    assert found.late_until == until


def test_an_extension_that_has_no_day_is_told_in_words():
    assert "extended" in entering("ID").late
    assert entering("ID").late_until is None
    assert entering("BZ").late == ""
    assert entering("BZ", "II").late


def test_a_longer_limit_reaches_pending_applications_and_no_expired_ones():
    def german(priority):
        return entering("DE", record=pct.Record(priority_date=priority)).months

    assert german(date(2019, 10, 31)) == 30  # expired on 30 April 2022
    assert german(date(2019, 11, 1)) == 31  # would have expired on 1 May 2022


def test_a_shorter_limit_reaches_only_applications_filed_three_months_after_its_publication():
    terms = (Term(31), Term(30, since=date(2026, 1, 1), published=date(2026, 1, 15)))
    priority = date(2025, 6, 1)
    assert in_force(terms, filed_on=date(2026, 4, 15), priority=priority).months == 31
    assert in_force(terms, filed_on=date(2026, 4, 16), priority=priority).months == 30


def test_before_april_2002_the_treaty_gave_twenty_months():
    old, changed = pct.Record(priority_date=date(2000, 7, 31)), pct.Record(priority_date=date(2000, 8, 1))
    assert {one.key: one.due for one in pct.time_limits(old)}["national_phase"] == date(2002, 3, 31)
    assert {one.key: one.due for one in pct.time_limits(changed)}["national_phase"] == date(2003, 2, 1)
    assert "before 2002-04-01" in str(entering("US", record=old).due)


def test_the_same_day_ends_on_different_days_at_different_offices():
    record = pct.Record(filing_date=FILED, priority_date=date(2024, 7, 16), offices=("US", "JP"))
    due = {one.office: one.due for one in pct.time_limits(record) if one.key == "national_phase"}
    assert due == {
        "US": date(2027, 1, 19),
        "JP": date(2027, 1, 18),
    }  # a Saturday; Monday is a holiday in the United States


def test_the_docket_shows_each_office_that_was_asked_for_and_a_shared_one_once():
    record = pct.Record(filing_date=FILED, priority_date=date(2025, 3, 3), offices=("FR", "BE", "AU"))
    found = [one for one in pct.time_limits(record) if one.key == "national_phase"]
    assert [(one.office, one.nominal) for one in found] == [("EP", date(2027, 10, 3)), ("AU", date(2027, 10, 3))]
    assert found[0].cites == "PCT Art. 22(3)"


def test_an_office_that_was_entered_early_keeps_the_old_priority_date():
    claim = pct.PriorityClaim(office="CH", filed_on=date(2025, 3, 3), ceased_on=date(2026, 12, 1))
    record = pct.Record(
        filing_date=FILED,
        priority_claims=(claim,),
        offices=("AU", "JP"),
        national_entries=(pct.NationalEntry(office="AU", entered_on=date(2026, 11, 2)),),
    )
    expected = {"AU": date(2027, 10, 3), "JP": date(2028, 9, 2)}
    assert {one.office: one.nominal for one in pct.time_limits(record) if one.key == "national_phase"} == expected
    assert {one.office: one.nominal for one in pct.national_limits(record) if one.chapter == "I"} == expected


def test_amendment_before_an_office_depends_on_the_communication():
    def amending(communicated):
        entry = pct.NationalEntry(office="JP", entered_on=date(2027, 8, 2))
        record = pct.Record(
            filing_date=FILED,
            priority_date=date(2025, 3, 3),
            offices=("JP",),
            national_entries=(entry,),
            communicated_on=communicated,
        )
        return next(one for one in pct.time_limits(record) if one.key == "amend_DO")

    assert amending(date(2027, 7, 5)).nominal == date(2027, 9, 2)
    assert amending(date(2027, 10, 1)).nominal == date(2028, 1, 3)
    assert amending(None).nominal == date(2027, 9, 2)


def test_reinstatement_ends_two_months_after_the_cause_and_never_after_twelve():
    def until(removed):
        entry = pct.NationalEntry(office="JP", cause_removed_on=removed)
        record = pct.Record(
            filing_date=FILED, priority_date=date(2025, 3, 3), offices=("JP",), national_entries=(entry,)
        )
        return next(one.nominal for one in pct.time_limits(record) if one.key == "reinstatement")

    assert until(date(2027, 10, 1)) == date(2027, 12, 1)
    assert until(date(2028, 8, 1)) == date(2028, 9, 3)
    assert "in no case after 2028-09-03" in str(until(None))


def test_restoration_before_an_office_is_open_for_one_month():
    late = pct.Record(
        filing_date=date(2026, 4, 2),
        priority_claims=(pct.PriorityClaim(office="CH", filed_on=date(2025, 3, 3)),),
        offices=("JP", "US"),
        national_entries=(pct.NationalEntry(office="US", early_requested_on=date(2026, 9, 1)),),
    )
    found = {one.office: one.nominal for one in pct.time_limits(late) if one.key == "restoration_DO"}
    assert found == {"JP": date(2027, 10, 3), "US": date(2026, 10, 1)}


def test_a_code_that_is_no_office_is_answered_with_what_is_missing():
    (found,) = pct.national_limits(CASE, ["QQ"])
    assert str(found.due) == "not determinable: an Office QQ that can be designated is missing"


@quick
@given(st.dates(date(2010, 1, 1), date(2035, 1, 1)), st.sampled_from(sorted(designated_offices())))
def test_no_office_is_entered_on_a_closed_day_or_before_the_treaty_assures(priority, office):
    for found in pct.national_limits(pct.Record(priority_date=priority), [office]):
        if not isinstance(found.due, date):
            continue
        assert of_office(found.office).closed(found.due) is None
        assert found.due >= found.nominal
        assert [step.value for step in found.steps if step.value][-1] == found.due
        assert found.months >= 30 or office in ("LU", "TZ", "UG")


@quick
@given(st.dates(date(2005, 1, 1), date(2035, 1, 1)), st.dates(date(2005, 1, 1), date(2035, 1, 1)))
def test_an_earlier_priority_is_never_entered_later(one, other):
    first, second = sorted((one, other))
    for office in ("DE", "UG", "US", "CN"):
        before = entering(office, record=pct.Record(priority_date=first)).due
        assert before <= entering(office, record=pct.Record(priority_date=second)).due


def test_the_two_rules_on_changed_limits_are_not_the_same():
    assert force.lengthened(since=date(2026, 1, 1), expires=date(2026, 1, 1))
    assert not force.lengthened(since=date(2026, 1, 1), expires=date(2025, 12, 31))
    assert not force.shortened(published=date(2025, 11, 30), filed_on=date(2026, 2, 28))
    assert force.shortened(published=date(2025, 11, 30), filed_on=date(2026, 3, 1))
