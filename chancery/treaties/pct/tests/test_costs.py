import tomllib
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.treaties import pct
from chancery.treaties.kernel.money import Money
from chancery.treaties.pct.costs_tables import schedules
from chancery.treaties.pct.data import compile_costs
from chancery.treaties.pct.states import designated

TODAY = date(2026, 11, 22)
SHEETS = ("entry", "examination", "grant", "renewals")
OFFICES = st.sampled_from(sorted(schedules()))
RECORD = pct.Record(searching_authority="EP", language="en", filing_date=date(2024, 11, 4))
WHOLE = pct.Extent(claims=15, independent_claims=2, sheets=30, priorities=1)
quick = settings(deadline=None, max_examples=60)


def cost(office: str, extent: pct.Extent = WHOLE, **known) -> pct.OfficeCost:
    (found,) = pct.national_costs(RECORD, offices=(office,), on=TODAY, extent=extent, **known)
    return found


def totals(found: pct.OfficeCost) -> list[tuple[Money, ...]]:
    return [getattr(found, name).totals for name in SHEETS]


@pytest.mark.parametrize("office", schedules())
def test_every_amount_has_its_source_its_day_and_one_currency(office):
    found = cost(office)
    assert found.source.startswith("https://")
    assert found.read == date(2026, 10, 14)
    lines = [line for name in SHEETS for line in getattr(found, name).lines]
    assert lines
    currencies = {line.amount.currency for line in (*lines, *found.possible)}
    assert currencies == {schedules()[office].currency}
    assert all(line.steps and line.confidence in {"practice", "unverified"} for line in lines)


@quick
@given(OFFICES, st.integers(0, 60), st.integers(0, 60), st.integers(0, 300), st.integers(0, 300))
def test_more_claims_and_sheets_never_cost_less(office, claims, more_claims, sheets, more_sheets):
    less = cost(office, pct.Extent(claims=claims, independent_claims=1, sheets=sheets, priorities=1))
    claims, sheets = claims + more_claims, sheets + more_sheets
    greater = cost(office, pct.Extent(claims=claims, independent_claims=1, sheets=sheets, priorities=1))
    for before, after in zip(totals(less), totals(greater), strict=True):
        assert all(not here < there for here, there in zip(after, before, strict=False))


@quick
@given(OFFICES, st.sampled_from(["small", "micro"]))
def test_a_small_entity_never_pays_more(office, entity):
    for full, less in zip(totals(cost(office)), totals(cost(office, entity=entity)), strict=True):
        assert all(not there < here for here, there in zip(less, full, strict=True))


def test_what_is_not_known_of_the_application_is_named_and_not_taken_for_nothing():
    found = cost("EP", pct.Extent())
    assert not found.entry.complete
    missing = {str(line.amount) for line in found.entry.lines if isinstance(line.amount, pct.NotDeterminable)}
    assert "not determinable: the number of claims is missing; EUR 290 for each claim over 15" in missing


def test_without_a_search_the_fee_that_depends_on_it_is_not_determinable():
    (found,) = pct.national_costs(pct.Record(), offices=("US",), on=TODAY, extent=WHOLE)
    assert [line.code for line in found.entry.lines if isinstance(line.amount, pct.NotDeterminable)] == [
        "search",
        "search",
    ]


def test_an_application_gives_its_own_sheets_language_and_priorities():
    application = pct.Application(
        searching_authority="EP",
        language="de",
        parts=(pct.Part(kind="description", sheets=40),),
        priority_claims=(pct.PriorityClaim(office="DE", filed_on=date(2025, 11, 24)),),
    )
    (found,) = pct.national_costs(application, offices=("CN",), on=TODAY, extent=pct.Extent(claims=3))
    assert {line.code for line in found.entry.lines} == {"entry", "publication", "priority", "sheets"}
    assert found.entry.complete
    assert found.translation.needed == "yes"


def test_an_office_without_a_schedule_says_so():
    found = cost("ZA")
    assert found.unknown == ("the schedule of fees of the Office ZA",)
    assert found.entry.lines == ()


def test_a_state_that_can_be_entered_through_a_regional_office_only_points_there():
    assert cost("FR").enter_with == ("EP",)
    assert cost("SN").enter_with == ("OA",)


def test_what_is_no_contracting_state_cannot_be_entered():
    assert "cannot be entered" in cost("TW").notes[0]
    assert cost("TW").unknown == ()


def test_a_national_office_says_which_regional_one_leads_there_too():
    assert cost("DE").also_through == ("EP",)
    assert cost("KE").also_through == ("AP",)
    assert cost("US").also_through == ()


def test_every_designated_state_has_an_answer():
    found = pct.national_costs(RECORD, offices=designated(TODAY), on=TODAY, extent=WHOLE)
    assert len(found) == 158
    assert all(one.enter_with or one.unknown or one.entry.lines for one in found)


def test_a_schedule_read_long_before_is_not_trusted():
    (found,) = pct.national_costs(RECORD, offices=("EP",), on=date(2028, 1, 3), extent=WHOLE)
    assert {line.confidence for line in found.entry.lines} == {"unverified"}
    assert any("more than a year before" in note for note in found.notes)


def test_a_renewal_says_when_its_year_begins():
    third = next(line for line in cost("EP").renewals.lines if line.label == "Renewal, year 3")
    assert third.steps[-1].value == date(2026, 11, 4)
    assert len(cost("EP", years=5).renewals.lines) == 3


@pytest.mark.shared
def test_the_table_is_what_the_schedules_give(shared, tmp_path, monkeypatch):
    kept = compile_costs.HERE
    (tmp_path / "costs_choice.toml").write_text((kept / "costs_choice.toml").read_text("utf-8"), "utf-8")
    monkeypatch.setattr(compile_costs, "HERE", tmp_path)
    compile_costs.main(str(shared / "data" / "reference" / "fees"))
    assert (tmp_path / "costs.toml").read_text("utf-8") == (kept / "costs.toml").read_text("utf-8")


def test_a_choice_that_is_not_in_the_schedule_ends_the_making():
    with pytest.raises(LookupError, match="999 is not in the schedule"):
        compile_costs.found({"item": "999"}, [])


def test_the_choice_and_the_table_name_the_same_offices():
    choice = tomllib.loads((compile_costs.HERE / "costs_choice.toml").read_text("utf-8"))
    assert list(choice) == list(schedules())
