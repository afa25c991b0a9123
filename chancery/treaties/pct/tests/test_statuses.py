import tomllib
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.treaties import pct
from chancery.treaties.kernel.citation import parse
from chancery.treaties.kernel.compiling import rows
from chancery.treaties.pct.data import compile_lists
from chancery.treaties.pct.events import _DATES

HERE = Path(pct.__file__).parent
FILED = date(2026, 3, 10)
CLAIM = pct.PriorityClaim(office="CH", number="1", filed_on=date(2025, 3, 14))
RECORD = pct.Record(received_on=FILED, filing_date=FILED, priority_claims=(CLAIM,))
RO_106 = pct.Invitation(kind="PCT/RO/106", dated=date(2026, 4, 1))
DAYS = st.none() | st.dates(date(2024, 1, 1), date(2031, 1, 1))
RECORDS = st.builds(
    pct.Record,
    received_on=DAYS,
    filing_date=DAYS,
    search_copy_received=DAYS,
    withdrawn_on=DAYS,
    considered_withdrawn_on=DAYS,
    not_an_application_on=DAYS,
)
quick = settings(deadline=None, max_examples=80)


def keys(**known):
    return {one.strand: one.key for one in pct.statuses(replace(RECORD, **known))}


def test_nothing_known_is_no_status():
    assert pct.statuses(pct.Record()) == ()


@pytest.mark.parametrize(
    ("known", "strand", "key"),
    [
        ({"filing_date": None}, "filing", "received"),
        ({}, "filing", "accorded"),
        ({"withdrawn_on": FILED}, "filing", "withdrawn"),
        ({"considered_withdrawn_on": FILED}, "filing", "considered_withdrawn"),
        ({"invitations": (RO_106,)}, "formalities", "defects"),
        ({"invitations": (replace(RO_106, answered_on=date(2026, 5, 1)),)}, "formalities", "corrected"),
        ({"invitations": (pct.Invitation(kind="PCT/RO/133", dated=FILED),)}, "fees", "fees_invited"),
        ({"fees_paid_on": FILED}, "fees", "fees_paid"),
        ({"priority_claims": (replace(CLAIM, decided="restored"),)}, "priority", "priority_restored"),
        ({"priority_claims": (replace(CLAIM, decided="void", ceased_on=FILED),)}, "priority", "priority_void"),
        ({"priority_claims": (replace(CLAIM, ceased_on=FILED),)}, "priority", "priority_withdrawn"),
        ({"record_copy_received": FILED}, "record copy", "record_copy_received"),
        ({"search_copy_received": FILED}, "search", "search_requested"),
        ({"invitations": (pct.Invitation(kind="PCT/ISA/206", dated=FILED),)}, "search", "unity_questioned"),
        ({"isr_transmitted": FILED}, "search", "searched"),
        ({"isr_transmitted": FILED, "no_search_declared": True}, "search", "search_declined"),
        ({"sis_requested": FILED}, "supplementary search", "supplementary_requested"),
        ({"sis_requested": FILED, "sis_report_sent": FILED}, "supplementary search", "supplementary_searched"),
        ({"early_publication_requested": FILED}, "publication", "early_publication"),
        ({"prepared_on": FILED}, "publication", "prepared"),
        ({"published_on": FILED}, "publication", "published"),
        ({"withdrawn_on": FILED}, "publication", "not_published"),
        ({"withdrawn_on": FILED, "prepared_on": FILED - timedelta(days=1)}, "publication", "prepared"),
        ({"demand_received": FILED}, "examination", "demanded"),
        ({"demand_received": FILED, "examination_started": FILED}, "examination", "examination_started"),
        ({"iper_established": FILED}, "examination", "examined"),
        ({"national_entries": (pct.NationalEntry(office="US", entered_on=FILED),)}, "national phase", "national_phase"),
    ],
)
def test_each_strand_says_how_far_it_has_come(known, strand, key):
    assert keys(**known)[strand] == key


@pytest.mark.parametrize("status", pct.STATUSES, ids=lambda status: status.key)
def test_every_status_has_words_a_provision_and_an_event_that_exists(status):
    assert status.label
    assert not status.label.endswith(".")
    assert parse(status.cites).treaty == "pct"
    assert not status.event or status.event in pct.case_events()


def test_the_three_ends_are_terminal():
    assert {status.key for status in pct.STATUSES if status.terminal} == {
        "withdrawn",
        "considered_withdrawn",
        "not_an_application",
    }


# Events and ST.27


@pytest.mark.parametrize("event", pct.case_events().values(), ids=lambda event: event.key)
def test_every_event_has_a_code_that_the_standard_knows(event):
    known = tomllib.loads((HERE / "data/st27.toml").read_text("utf-8"))
    assert known["detailed"][event.st27] == event.label
    assert event.key_event in known["key"]
    assert parse(event.cites).treaty == "pct"


@pytest.mark.parametrize(
    ("key", "code"),
    [
        ("filing_date_accorded", "A13"),
        ("national_phase_entered", "A15"),
        ("withdrawn", "B11"),
        ("considered_withdrawn", "B12"),
        ("national_phase_not_entered", "B14"),
        ("priority_restored", "C14"),
        ("search_copy_received", "D13"),
        ("searched", "D14"),
        ("observation_received", "E14"),
        ("claims_amended_19", "P13"),
        ("priority_added", "P18"),
        ("rectified", "P20"),
        ("published", "Q12"),
        ("republished", "Q17"),
        ("time_limit_extended", "T13"),
        ("fee_paid", "U00"),
    ],
)
def test_the_events_of_the_treaty_have_the_codes_of_our_table(key, code):
    assert pct.st27(key).st27 == code


def test_an_event_that_is_none_is_refused():
    with pytest.raises(KeyError):
        pct.st27("nonsense")


def test_a_history_is_in_the_order_of_days_and_ends_on_the_day_asked():
    record = replace(
        RECORD,
        isr_transmitted=date(2026, 6, 1),
        search_copy_received=date(2026, 4, 1),
        invitations=(replace(RO_106, answered_on=date(2026, 5, 1)),),
        priority_claims=(CLAIM, replace(CLAIM, added_on=date(2026, 4, 20), ceased_on=date(2026, 8, 1))),
        published_on=date(2026, 9, 17),
        national_entries=(pct.NationalEntry(office="US", entered_on=date(2027, 9, 1)),),
    )
    told = [(one.on.isoformat(), one.event.key) for one in pct.history(record, on=date(2026, 9, 30))]
    assert told == [
        ("2026-03-10", "filed"),
        ("2026-03-10", "filing_date_accorded"),
        ("2026-04-01", "search_copy_received"),
        ("2026-04-01", "correction_invited"),
        ("2026-04-20", "priority_added"),
        ("2026-05-01", "correction_received"),
        ("2026-06-01", "searched"),
        ("2026-08-01", "priority_withdrawn"),
        ("2026-09-17", "published"),
    ]
    assert pct.history(record)[-1].event.st27 == "A15"


def test_every_date_that_a_history_reads_is_one_of_the_record():
    assert {name for name, _ in _DATES} <= vars(pct.Record()).keys()


@pytest.mark.parametrize(
    ("known", "on", "expected"),
    [
        ({}, FILED - timedelta(days=1), ("U", 0)),
        ({}, FILED, ("A", 1)),
        ({"search_copy_received": date(2026, 4, 1)}, date(2026, 4, 1), ("A", 2)),
        ({"withdrawn_on": date(2026, 5, 1)}, date(2026, 4, 30), ("A", 1)),
        ({"withdrawn_on": date(2026, 5, 1)}, date(2026, 5, 1), ("T", 6)),
        ({"considered_withdrawn_on": date(2026, 5, 1)}, date(2026, 7, 1), ("N", 1)),
        ({"considered_withdrawn_on": date(2026, 5, 1)}, date(2026, 7, 2), ("T", 6)),
        ({"not_an_application_on": date(2026, 5, 1)}, date(2026, 5, 1), ("N", 1)),
        ({}, date(2027, 9, 14), ("A", 1)),
        ({}, date(2027, 9, 15), ("N", 2)),
        ({}, date(2028, 9, 15), ("T", 6)),
        ({"national_entries": (pct.NationalEntry(office="US", entered_on=FILED),)}, date(2028, 9, 15), ("A", 1)),
    ],
)
def test_the_state_by_the_standard_follows_the_days(known, on, expected):
    found = pct.state_at(replace(RECORD, **known), on)
    assert (found.state, found.stage) == expected
    assert found.label
    assert found.stage_label


@quick
@given(RECORDS, st.dates(date(2024, 1, 1), date(2035, 1, 1)), st.integers(0, 2000))
def test_what_is_terminated_stays_terminated(record, on, later):
    if pct.state_at(record, on).state == "T":
        assert pct.state_at(record, on + timedelta(days=later)).state == "T"


# Forms


def test_a_form_is_found_by_its_number_and_says_when_its_title_is_not_known():
    assert pct.form("PCT/RO/106").issuer == "receiving Office"
    assert pct.form("PCT/RO/106").cites == "PCT Form RO/106"
    assert pct.form("PCT/RO/112").title == ""
    assert pct.form("PCT/RO/112").called == "Its title is not in our data"
    assert pct.form("PCT/RO/103").confidence == "unverified"
    assert pct.form("PCT/XX/999") is None


def test_every_form_by_which_a_rule_invites_or_an_act_is_answered_is_in_the_list():
    named = {one.invites for one in pct.RULES} | {form for act in pct.ACTS for form in (act.form, act.answered_by)}
    assert {number for number in named - {""} if pct.form(number) is None} == set()


@pytest.mark.shared
def test_the_lists_are_those_of_the_research_tables():
    tables = HERE.parents[3] / "shared/facts/pct"
    for file, made in (("forms.csv", compile_lists.forms), ("st27_events.csv", compile_lists.codes)):
        target = {"forms.csv": "forms.toml", "st27_events.csv": "st27.toml"}[file]
        assert "\n".join(made(rows(tables / file))) == (HERE / "data" / target).read_text("utf-8")
