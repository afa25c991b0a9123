from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.treaties import pct
from chancery.treaties.kernel.citation import parse
from chancery.treaties.pct.offices import name_of, names, searching_authorities
from chancery.treaties.pct.offices_authorities import competent_searching_authorities, supplementary_authorities
from chancery.treaties.pct.offices_receiving import competent_for, competent_receiving_offices
from chancery.treaties.pct.offices_reservations import reinstatement_criterion, reserved, restoration_criterion
from chancery.treaties.pct.states import designated, is_bound, receiving_offices, regional_only, routes, states

TODAY = date(2026, 11, 22)
CODES = st.sampled_from(sorted(states()))
ANY = st.sampled_from(["", "AR", "TW", "CH", "LI", "SN", "DM", "UY", "US", "MD", "EP"])
DAYS = st.dates(date(1978, 1, 24), TODAY)


@given(CODES, DAYS)
def test_there_is_a_way_to_protection_in_every_state(code, on):
    ways = routes(code, on)
    assert ways.national or ways.regional
    assert ways.regional_only == (not ways.national)


def test_thirty_one_states_can_be_entered_through_a_regional_office_only():
    assert len(regional_only(TODAY)) == 31
    assert {"FR", "BE", "SZ", "SN"} < set(regional_only(TODAY))
    assert "IT" not in regional_only(TODAY)


def test_a_state_says_to_which_of_its_territories_the_treaty_was_extended():
    assert [(one.name, one.extends) for one in routes("CN", TODAY).territories] == [
        ("Hong Kong", True),
        ("Macau", False),
    ]
    assert {one.name for one in routes("GB", TODAY).territories} == {"Isle of Man", "Guernsey"}


def test_what_is_no_contracting_state_has_no_routes():
    with pytest.raises(KeyError):
        routes("AR", TODAY)


@given(ANY, ANY, DAYS)
def test_one_may_file_exactly_where_a_state_of_the_applicant_is_bound(nationality, residence, on):
    found = competent_receiving_offices(nationality, residence, on)
    bound = [code for code in (residence, nationality) if is_bound(code, on)]
    assert bool(found.offices) == bool(bound)
    assert set(found.codes) == {office for code in bound for office in receiving_offices(code, on)}
    assert not found.codes or found.codes[-1] == "IB"
    assert found.steps
    assert all(parse(step.cites) for office in found.offices for step in office.steps)


@given(ANY, DAYS)
def test_a_state_that_is_not_bound_opens_no_office(code, on):
    assert bool(receiving_offices(code, on)) == is_bound(code, on)


@given(st.lists(ANY, max_size=3), DAYS)
def test_one_applicant_who_may_file_there_is_enough(nationalities, on):
    parties = [pct.Party(nationality=code) for code in nationalities]
    together = set(competent_for(parties, on).codes)
    assert together == {code for one in nationalities for code in competent_receiving_offices(one, "", on).codes}


def test_dominica_files_with_the_bureau_which_acts_for_it():
    found = competent_receiving_offices("DM", "DM", TODAY)
    assert found.codes == ("DM", "IB")
    assert "acts for that State" in found.offices[-1].steps[-1].text


def test_the_bureau_offers_the_searching_authorities_of_the_offices_that_were_open():
    found = competent_searching_authorities("IB", TODAY, applicants_of=("NO",))
    assert set(found.codes) == {"EP", "SE", "XN"}
    assert not found.complete
    assert competent_searching_authorities("EP", TODAY).complete


def test_an_authority_may_search_what_is_filed_with_its_own_office():
    for code in searching_authorities():
        assert code in competent_searching_authorities(code, TODAY).codes


def test_the_authority_of_the_main_search_makes_no_supplementary_one():
    assert "SE" in supplementary_authorities(TODAY).codes
    assert "SE" not in supplementary_authorities(TODAY, searched_by="SE").codes


@given(
    st.sampled_from(["CH", "US", "EP", "MD", "MA", "IT", "AU"]),
    st.sampled_from(["PCT Rule 49ter.2(h)", "PCT Rule 23bis.2(e)"]),
)
def test_a_reservation_that_no_complete_list_denies_is_never_denied(office, provision):
    answer = reserved(office, provision).answer
    assert answer != "no" or office in {"MD", "MA"}


def test_uruguay_alone_is_not_bound_by_chapter_ii():
    without = {code for code in designated(TODAY) if reserved(code, "PCT Art. 64(1)(a)").answer == "yes"}
    assert without == {"UY"}


def test_how_an_office_restores_rights_is_said_only_where_it_is_known():
    assert restoration_criterion("US", "RO").criterion == "unintentional"
    assert restoration_criterion("FI", "DO").criterion == "not seen"
    assert restoration_criterion("AU", "RO") is None
    assert reinstatement_criterion("NO").criterion == "due care"


def test_every_office_of_the_tables_has_a_name():
    known = {*states(), *searching_authorities(), "IB", "EP", "EA", "AP", "OA"}
    assert known <= set(names())
    assert name_of("XN").startswith("Nordic Patent Institute")
    assert name_of("??") == "??"
