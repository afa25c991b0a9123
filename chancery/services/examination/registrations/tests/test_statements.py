"""Every statement of an Office is made once, is refused where its law is against it, and changes what it should."""

from datetime import UTC, date, datetime

import pytest

from chancery.core.refusal import Refused
from chancery.records.fees import actions as fees
from chancery.records.fees import queries as invoices
from chancery.services.examination.registrations.acts import table
from chancery.services.examination.registrations.acts.says import SAYS
from chancery.services.examination.registrations.tests.conftest import AT, case_of, file_of, state_in
from chancery.treaties.registrations import SYSTEMS

OF_ORIGIN = ("certify", "remedy_as_office", "give_opinion", "propose_term")
ANSWER = date(2027, 12, 1)
GROUND = {
    "ground1_provision": "Art. 4(1)(11)",
    "ground1_text": "Confusion with an earlier mark.",
    "ground1_earlier_right": "JP 5555555, Tanaka",
}


@pytest.fixture
def state(registered, publish, act):
    """A published file of the system, and how its Offices state something of it."""

    def begin(system, **changes):
        number = registered(system, **changes)
        at = publish(number)
        if system == "hague":
            act(number, "notify", at=at, parties=[life.code for life in file_of(number).lives(on=at.date())])

        def stated(key, office, **data):
            return act(number, key, at=at, office=office, on=data.pop("on", at.date()), **data)

        return number, at, stated

    return begin


def test_there_is_a_form_for_every_act_of_an_office():
    of_offices = {
        (key, one.key)
        for key, system in SYSTEMS.items()
        for one in system.acts
        if one.side in ("party", "origin") and one.key not in OF_ORIGIN
    }
    assert of_offices == set(SAYS)
    assert set(SAYS) <= set(table.BY_KEY)


def test_a_partial_refusal_and_the_decision_after_it(state):
    number, at, stated = state("madrid")
    stated("refuse", "JP", things=["1"], answer_until=ANSWER, **GROUND)
    assert state_in(number, "JP", on=at.date()) == {"pending", "provisionally_refused"}
    [one] = file_of(number).statements
    assert one.grounds[0]["earlier_right"] == "JP 5555555, Tanaka"
    assert (one.answer_until, case_of(number).stated_on) == (ANSWER, at.date())
    stated("grant_after_refusal", "JP", things=["0"])
    assert state_in(number, "JP", on=at.date()) == {"protected", "refused"}
    stated("decide_further", "JP", authority="Court")
    assert state_in(number, "JP", on=at.date()) == {"protected"}
    stated("invalidate", "JP", things=["0"], authority="Court")
    assert state_in(number, "JP", on=at.date()) == {"protected", "invalidated"}


def test_a_refusal_is_confirmed(state):
    number, at, stated = state("madrid")
    stated("refuse", "FR", answer_until=ANSWER, **GROUND)
    stated("confirm_refusal", "FR")
    assert state_in(number, "FR", on=at.date()) == {"refused"}


def test_a_grant_after_an_interim_status(state):
    number, at, stated = state("madrid")
    stated("tell_interim_status", "FR")
    assert state_in(number, "FR", on=at.date()) == {"pending"}
    stated("grant", "FR")
    assert state_in(number, "FR", on=at.date()) == {"protected"}
    with pytest.raises(Refused, match="granted protection already"):
        stated("refuse", "FR", answer_until=ANSWER, **GROUND)


def test_oppositions_after_eighteen_months_are_announced_with_their_dates(state):
    number, _at, stated = state(
        "madrid", designations=[{"party": "US", "intends_use": True, "form_signed": True}, {"party": "FR"}]
    )
    stated("announce_opposition", "US")
    stated("tell_opposition_dates", "US", begins_on=date(2028, 6, 1), ends_on=date(2028, 7, 1))
    [designated] = [one for one in file_of(number).facts.record.designated if one.party == "US"]
    assert (designated.opposition_announced, designated.opposition_ends) == (True, date(2028, 7, 1))
    with pytest.raises(Refused, match="has not declared"):
        stated("announce_opposition", "FR")


def test_a_refusal_needs_grounds_and_time_for_an_answer(state):
    _number, at, stated = state("madrid")
    with pytest.raises(Refused, match="without grounds"):
        stated("refuse", "FR", answer_until=ANSWER)
    with pytest.raises(Refused, match="two months"):
        stated("refuse", "JP", answer_until=at.date().replace(month=12), **GROUND)


def test_a_late_refusal_is_none_and_says_what_follows(registered, act):
    number = registered("madrid")
    late = datetime(2029, 1, 3, 9, tzinfo=UTC)
    with pytest.raises(Refused) as refused:
        act(number, "refuse", at=late, office="FR", on=late.date(), answer_until=date(2029, 6, 1), **GROUND)
    said = " ".join(one.message for one in refused.value.findings)
    assert "The time limit for it is over. It ended on 2027-11-23." in said
    assert "The mark is protected as if it had been registered there" in said


def test_an_office_that_is_not_designated_states_nothing(state):
    _number, _at, stated = state("madrid")
    with pytest.raises(Refused, match="does not act as that Office"):
        stated("grant", "DE")


def test_an_installation_speaks_only_for_the_offices_that_it_is(state, settings):
    settings.OFFICE_ROLES = frozenset({"IB", "DO/FR"})
    _number, _at, stated = state_without_origin(state, settings)
    with pytest.raises(Refused, match="does not act as that Office"):
        stated("grant", "JP")
    stated("grant", "FR")


def state_without_origin(state, settings):
    """The Office of origin is another installation: here it is played for the time of its act."""
    settings.OFFICE_ROLES = frozenset({"RO", "IB", "DO/FR"})
    made = state("madrid")
    settings.OFFICE_ROLES = frozenset({"IB", "DO/FR"})
    return made


def test_the_basic_mark_ceases_within_five_years(state):
    number, at, stated = state("madrid")
    stated("notify_ceasing", "CH", things=["1"], why="Renounced for lanterns.")
    assert state_in(number, "FR", on=at.date()) == {"pending", "ceased"}


def test_after_five_years_it_ceases_only_by_proceedings_that_began_before(registered, act):
    number = registered("madrid")
    later = datetime(2032, 1, 5, 9, tzinfo=UTC)
    with pytest.raises(Refused, match="no longer depended"):
        act(number, "notify_ceasing", at=later, office="CH", on=later.date(), why="Not renewed.")
    act(number, "notify_proceedings", at=later, office="CH", on=date(2031, 3, 3), why="Action for revocation.")
    act(number, "notify_ceasing", at=later, office="CH", on=later.date(), why="Revoked.")
    assert state_in(number, "FR", on=later.date()) == {"ceased"}


def test_a_limitation_has_no_effect_in_a_party_that_declares_so(state, ask, act, pay):
    number, at, stated = state("madrid")
    ask(number, "limit_goods", at=at, parties=("FR",), things=(1,))
    pay(number, at=at)
    act(number, "record", at=at, request=1)
    assert "limited" in state_in(number, "FR", on=at.date())
    stated("deny_limitation", "FR", recorded_on=at.date(), why="It is no limitation there.")
    assert state_in(number, "FR", on=at.date()) == {"pending"}


def test_a_change_in_ownership_and_a_licence_can_be_denied(state, ask, act, pay):
    number, at, stated = state("madrid")
    ask(number, "change_ownership", at=at, parties=("FR",), facts={"new_name": "Bo", "holder": "CH"})
    ask(number, "record_licence", at=at, parties=("JP",), facts={"licensee": "Lea"})
    pay(number, at=at)
    for request in (1, 2):
        act(number, "record", at=at, request=request)
    stated("deny_change_in_ownership", "FR", recorded_on=at.date(), why="Misleading.")
    stated("deny_licence", "JP", why="Not on its register.")
    assert [one.act for one in file_of(number).statements] == ["deny_change_in_ownership", "deny_licence"]


def test_a_design_is_refused_and_the_refusal_withdrawn(state):
    number, at, stated = state("hague")
    stated("refuse", "GB", things=["1"], answer_until=ANSWER, **GROUND)
    assert state_in(number, "GB", on=at.date()) == {"pending", "refused"}
    stated("withdraw_refusal", "GB", things=["1"])
    assert state_in(number, "GB", on=at.date()) == {"pending", "protected"}
    stated("grant", "GB")
    stated("invalidate", "GB", things=["0"], authority="Court")
    assert state_in(number, "GB", on=at.date()) == {"protected", "invalidated"}


def test_a_second_part_is_asked_for_paid_and_no_longer_due(state, cast):
    number, at, stated = state("hague", designations=[{"party": "MX"}, {"party": "FR"}])
    stated("ask_for_second_part", "MX", due=date(2027, 6, 1))
    [told] = file_of(number).facts.record.irregularities
    assert (told.party, told.expires_on, told.remedied_on) == ("MX", date(2027, 6, 1), None)
    line = next(one for one in invoices.invoice(number).lines if one.code == "second_MX")
    assert line.due is not None
    fees.record_payment(
        number,
        line="second_MX",
        amount=str(line.due.amount),
        currency=line.due.currency,
        received_on=at.date(),
        reference="",
        by=cast.officer,
        at=at,
        after=file_of(number).version,
    )
    [told] = file_of(number).facts.record.irregularities
    assert told.remedied_on == at.date()


def test_a_change_in_ownership_of_designs_can_be_denied(state, ask, act, pay):
    number, at, stated = state("hague")
    ask(number, "change_ownership", at=at, application=file_of(number).application.to_dict(), facts={"holder": "CH"})
    pay(number, at=at)
    act(number, "record", at=at, request=1)
    stated("deny_ownership", "FR", why="Documents are missing.")
    assert file_of(number).statements[-1].act == "deny_ownership"


def test_an_appellation_is_refused_and_the_refusal_withdrawn(state):
    number, at, stated = state("lisbon")
    stated("refuse", "PE", **GROUND)
    assert state_in(number, "PE", on=at.date()) == {"refused"}
    stated("withdraw_refusal", "PE", extent="for cheese")
    assert state_in(number, "PE", on=at.date()) == {"protected"}
    stated("give_time", "PE", begins_on=at.date(), ends_on=date(2030, 1, 1), user="Dairy of Lima")
    stated("invalidate", "PE", authority="Court")
    assert state_in(number, "PE", on=at.date()) == {"invalidated"}


def test_an_appellation_is_granted(state):
    number, at, stated = state("lisbon")
    stated("grant", "PE")
    assert state_in(number, "PE", on=at.date()) == {"protected"}


def test_a_refusal_is_completed_only_after_an_invitation(state):
    _number, _at, stated = state("madrid")
    stated("refuse", "FR", answer_until=ANSWER, **GROUND)
    with pytest.raises(Refused, match="Nothing has come that this would answer"):
        stated("complete_refusal", "FR", answer_until=ANSWER)


def test_a_refusal_that_says_too_little_of_review_is_none_until_the_office_completes_it(state, act):
    number, at, stated = state("madrid")
    with pytest.raises(Refused, match="no refusal that waits"):
        act(number, "invite_completion", at=at, party="FR", rule="18(1)(d)", message="Before whom?")
    stated("refuse", "FR", answer_until=ANSWER, **GROUND)
    act(number, "invite_completion", at=at, party="FR", rule="18(1)(d)", message="Say before whom review is asked for.")
    [told] = file_of(number).notices
    assert (told.rule, told.party, told.due) == ("18(1)(d)", "FR", date(2027, 1, 26))
    assert state_in(number, "FR", on=at.date()) != {"provisionally_refused"}
    assert case_of(number).notice_due == told.due
    with pytest.raises(Refused, match="no refusal that waits"):
        act(number, "invite_completion", at=at, party="FR", rule="18(1)(d)", message="Before whom?")
    stated("complete_refusal", "FR", answer_until=ANSWER, review_before="The Office")
    assert state_in(number, "FR", on=at.date()) == {"provisionally_refused"}
    assert file_of(number).open_notices == ()


def test_anything_else_is_added_to_a_refusal_that_stands(state, act):
    number, at, stated = state("madrid")
    stated("refuse", "JP", answer_until=ANSWER, **GROUND)
    act(number, "invite_completion", at=at, party="JP", rule="18(1)(c)", message="Name the earlier mark.")
    assert state_in(number, "JP", on=at.date()) == {"provisionally_refused"}
    with pytest.raises(Refused):
        act(number, "invite_completion", at=at, party="FR", rule="18(1)(c)", message="There is no refusal of FR.")


def test_a_statement_is_not_dated_ahead(state):
    _number, _at, stated = state("madrid")
    with pytest.raises(Refused, match="still to come"):
        stated("grant", "FR", on=AT.date().replace(year=2028))
