"""The table of time limits as researched, row by row, and what single rows say."""

import csv
from datetime import date
from pathlib import Path

import pytest

from chancery.treaties import pct
from chancery.treaties.pct.limits import ABOUT_LIMITS

FACTS = Path(__file__).resolve().parents[5] / "shared" / "facts" / "pct"
DIVERGENCES = Path(pct.__file__).with_name("DIVERGENCES.md")
FILED = date(2026, 3, 2)


def docket(**facts):
    found = {}
    for limit in pct.time_limits(pct.Record(**{"received_on": FILED, "filing_date": FILED, **facts})):
        found.setdefault(limit.key, limit)
    return found


def invited(kind, **more):
    return {"invitations": (pct.Invitation(kind=kind, dated=date(2026, 6, 1), **more),)}


@pytest.mark.shared
def test_every_row_of_the_table_is_computed_or_named_as_a_divergence():
    with (FACTS / "time_limit_rules.csv").open(encoding="utf-8") as stream:
        rows = {row["id"] for row in csv.DictReader(stream)}
    computed = {one.key for one in pct.LIMITS} | ABOUT_LIMITS.keys()
    named = DIVERGENCES.read_text("utf-8")
    assert len(rows) == 77
    assert sorted(row for row in rows - computed if f"`{row}`" not in named) == []


@pytest.mark.shared
@pytest.mark.parametrize(
    ("table", "column", "cases"),
    [
        ("time_limit_vectors.csv", "id", "*.toml"),
        ("fee_vectors.csv", "id", "*.toml"),
        ("publication_date_vectors.csv", "wo_number", "publications/*.toml"),
    ],
)
def test_every_vector_is_a_case_or_named_as_a_divergence(table, column, cases):
    with (FACTS / table).open(encoding="utf-8") as stream:
        vectors = {row[column] for row in csv.DictReader(stream)}
    folder = Path(pct.__file__).with_name("cases")
    told = DIVERGENCES.read_text("utf-8") + "".join(file.read_text("utf-8") for file in folder.glob(cases))
    assert sorted(vector for vector in vectors if vector not in told) == []


def test_no_key_stands_twice():
    keys = [one.key for one in pct.LIMITS]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    ("kind", "key", "due"),
    [
        ("PCT/RO/107", "missing_part", date(2026, 8, 3)),
        ("PCT/RO/107", "erroneous_part", date(2026, 8, 3)),
        ("PCT/RO/126", "disregard_part", date(2026, 7, 1)),
        ("PCT Rule 40bis.1", "missing_part_isa", date(2026, 7, 1)),
        ("PCT Rule 45bis.4(a)", "sis_defects", date(2026, 7, 1)),
        ("PCT Rule 45bis.6(a)", "sis_unity_review", date(2026, 7, 1)),
        ("PCT/IPEA/405", "unity_ipea", date(2026, 7, 1)),
        ("PCT/IPEA/408", "wo_reply", date(2026, 8, 3)),
        ("PCT/IPEA/440", "ipe_fees_late", date(2026, 7, 1)),
        ("PCT Rule 66.7(b)", "prio_transl_ipea", date(2026, 8, 3)),
        ("PCT Rule 51bis.3(a)", "national_reqs", date(2026, 8, 1)),
    ],
)
def test_an_invitation_starts_its_time_limit(kind, key, due):
    assert docket(**invited(kind))[key].due == due


@pytest.mark.parametrize(
    ("kind", "key", "said"),
    [
        ("PCT/ISA/225", "sequence_isa", "the day fixed in PCT/ISA/225 is missing"),
        ("PCT Rule 92.1(b)", "missing_letter", "in no case before 2026-06-11; in no case after 2026-07-01"),
        ("PCT Rule 7.2", "drawings", "in no case before 2026-08-01"),
        ("PCT/IPEA/404", "demand_defects", "in no case before 2026-07-01"),
    ],
)
def test_a_day_that_the_office_fixes_is_bounded_until_it_is_known(kind, key, said):
    assert said in str(docket(**invited(kind))[key].due)
    assert docket(**invited(kind, fixed_until=date(2026, 6, 22)))[key].due == date(2026, 6, 22)


def test_a_missing_part_can_be_furnished_for_two_months_without_any_invitation():
    assert docket()["missing_part"].nominal == date(2026, 5, 2)


def test_an_office_may_extend_the_time_for_correction():
    assert docket(**invited("PCT/RO/106", fixed_until=date(2026, 9, 1)))["art14_defects"].due == date(2026, 9, 1)


def test_both_corrections_for_late_mail_are_reckoned_and_the_later_counts():
    late = invited("PCT/RO/106", mailed_on=date(2026, 6, 4), received_on=date(2026, 6, 20))
    assert docket(**late)["art14_defects"].nominal == date(2026, 8, 13)  # 1 August and 12 days over seven
    mailed = invited("PCT/RO/106", mailed_on=date(2026, 6, 15), received_on=date(2026, 6, 9))
    assert docket(**mailed)["art14_defects"].nominal == date(2026, 8, 15)


def test_amending_the_claims_is_not_offered_after_a_declaration_that_there_is_no_search():
    assert "art19" in docket(isr_transmitted=date(2026, 6, 1))
    assert "art19" not in docket(isr_transmitted=date(2026, 6, 1), no_search_declared=True)


def test_what_is_late_but_before_the_preparations_counts_as_in_time_until_a_day():
    limit = docket()["declarations"]
    assert limit.late_until == pct.publication(pct.Record(filing_date=FILED)).technical_preparations
    assert docket(prepared_on=date(2027, 8, 2))["declarations"].late_until == date(2027, 8, 2)


def test_an_act_that_is_done_says_so():
    found = docket(demand_received=date(2027, 2, 1), published_on=date(2027, 9, 9))
    assert found["demand"].done_on == date(2027, 2, 1)
    assert found["publication"].done_on == date(2027, 9, 9)
    assert found["sis_request"].done_on is None


def test_fees_of_a_demand_passed_on_run_from_its_receipt_by_the_competent_authority():
    found = docket(demand_received=date(2028, 1, 3), demand_passed_on=date(2028, 1, 20))
    assert found["ipe_fees"].nominal == date(2028, 2, 20)


def test_a_demand_before_july_2019_had_to_wait_for_its_time_limit():
    facts = {"received_on": date(2018, 1, 8), "filing_date": date(2018, 1, 8), "isr_transmitted": date(2018, 6, 1)}
    assert docket(**facts, demand_received=date(2019, 3, 1))["examination_start"].due == date(2019, 11, 8)
    assert docket(**facts, demand_received=date(2019, 7, 1))["examination_start"].due == date(2019, 7, 1)


def test_the_third_day_of_the_report_comes_from_a_translation():
    facts = {"demand_received": date(2027, 2, 1), "examination_started": date(2027, 2, 1)}
    assert docket(**facts)["iper"].due == date(2028, 7, 2)
    late = docket(**facts, translation_for_examination_received=date(2028, 3, 1))
    assert late["iper"].due == date(2028, 9, 1)


def test_review_runs_from_the_refusal():
    assert docket(not_an_application_on=date(2026, 4, 1))["art25_review"].due == date(2026, 6, 1)
    assert docket(considered_withdrawn_on=date(2026, 4, 1))["art25_review"].due == date(2026, 6, 1)
    assert "art25_review" not in docket()


def test_a_priority_document_is_asked_of_the_office_that_holds_it():
    def with_claim(office):
        return docket(
            priority_claims=(pct.PriorityClaim(office=office, filed_on=date(2025, 3, 3)),), receiving_office="CH"
        )

    assert with_claim("CH")["prio_document_RO"].nominal == date(2026, 7, 3)
    assert "prio_document_RO" not in with_claim("DE")
    before = with_claim("DE")["prio_document_DAS"]
    assert before.due < pct.publication(pct.Record(priority_date=date(2025, 3, 3))).expected


def test_offices_keep_their_records_for_years():
    found = docket(record_copy_received=date(2026, 4, 1), isr_transmitted=date(2026, 9, 1))
    assert found["retention_RO"].due == found["retention_ISA"].due == date(2036, 3, 2)
    assert found["retention_IB"].due == date(2056, 4, 1)
    assert found["cited_copies"].nominal == date(2033, 3, 2)


def test_a_fax_is_followed_by_its_original_within_fourteen_days():
    assert docket(faxed_on=(date(2026, 3, 2),))["fax_original"].due == date(2026, 3, 16)


def test_supplementary_search_has_its_own_fees_report_and_end():
    found = docket(sis_requested=date(2027, 9, 1), isr_transmitted=date(2026, 9, 1))
    assert found["sis_fees"].due == date(2027, 10, 1)
    assert found["sis_transmit"].due == date(2026, 9, 1)
    assert found["sis_report"].due == date(2028, 7, 2)
    assert "the transmittal of the supplementary search report" in str(found["withdraw_sis"].due)
    ended = docket(sis_requested=date(2027, 9, 1), sis_report_sent=date(2028, 6, 1))
    assert ended["withdraw_sis"].due == date(2028, 5, 31)


def test_naming_the_competent_authority_has_fifteen_days_at_least():
    found = docket(**invited("PCT Rule 59.3(c)(ii)"), isr_transmitted=date(2026, 5, 1))
    assert found["ipea_choice"].nominal == date(2028, 1, 2)  # the limit for the demand is later


def test_a_law_that_came_later_does_not_reach_an_older_application():
    old = docket(received_on=date(2020, 6, 30), filing_date=date(2020, 6, 30))
    assert "erroneous_part" not in old
    assert "parent_indications" not in old
    assert "erroneous_part" in docket(received_on=date(2020, 7, 1), filing_date=date(2020, 7, 1))
    assert "restoration_RO" not in docket(filing_date=date(2005, 6, 1), priority_date=date(2004, 1, 5))
