"""A file of each system goes over the desk: received, examined, registered, notified, published."""

from datetime import UTC, date, datetime

import pytest

from chancery.core.refusal import Conflict, Denied, Refused
from chancery.records.register import actions as register
from chancery.records.register import events, queries
from chancery.services.examination.registrations import actions, docket, issues
from chancery.services.examination.registrations.tests.conftest import AT, MARK, case_of, file_of, settle, state_in


def test_a_mark_lies_at_its_office_of_origin_first(present):
    case = case_of(present("madrid"))
    assert (case.status, case.with_bureau, case.due_for, case.send_by) == (
        "presented",
        False,
        "send",
        date(2027, 1, 25),
    )


def test_a_certified_mark_is_with_the_bureau_and_can_be_registered(present, certify):
    number = present("madrid")
    certify(number)
    case = case_of(number)
    assert (case.with_bureau, case.to_notice, case.ready, case.due_for) == (True, 0, True, "register")
    assert file_of(number).application.certification.signed


def test_an_office_certifies_every_point_or_sends_nothing(present, act):
    number = present("madrid")
    points = {"same_applicant": True, "same_indications": True, "same_mark": False, "goods_covered": True}
    with pytest.raises(Refused, match="certifies every point"):
        act(number, "certify", received_on=AT.date(), **points)


def test_a_registration_bears_the_day_that_the_treaty_gives_it(present, certify, act):
    number = present("madrid")
    late = datetime(2027, 3, 1, 9, tzinfo=UTC)
    certify(number, at=late)
    act(number, "register", at=late)
    file = file_of(number)
    assert (file.registration_number, file.registered_on) == ("1", date(2027, 3, 1))
    other = present("madrid")
    certify(other)
    act(other, "register")
    assert file_of(other).registered_on == AT.date()


def test_what_the_rules_find_is_told_under_its_rule_until_a_reckoned_day(present, act, certify):
    number = present(
        "madrid", designations=[{"party": "CH"}, {"party": "FR"}], goods=[{"number": 9, "text": "lamps, etc."}]
    )
    certify(number)
    found = len(case_of_findings(number))
    act(number, "notice", findings=[str(place) for place in range(found)])
    told = {one.rule: one for one in file_of(number).notices}
    assert set(told) >= {"11(2)"}
    assert told["11(2)"].due == date(2027, 2, 23)
    assert told["11(2)"].remedied_by == "applicant"
    case = case_of(number)
    assert (case.status, case.notices_open, case.to_notice, case.due_for) == ("irregular", len(told), 0, "answer")


def case_of_findings(number):
    return docket.Docket(file_of(number), queries.timeline(number)).to_notice


def test_a_classification_is_proposed_and_the_office_of_origin_gives_its_opinion(present, act, certify):
    number = present("madrid")
    certify(number)
    act(number, "notice", message="Lanterns belong to class 11; reading lamps as well.", rule="12(1)")
    assert (case_of(number).classes, case_of(number).for_origin, case_of(number).ready) == (True, True, False)
    act(number, "give_opinion", notice=1, goods="9: optical lamps\n11: lanterns; reading lamps", remark="Agreed.")
    assert file_of(number).things == ("9: optical lamps", "11: lanterns; reading lamps")
    assert (case_of(number).classes, case_of(number).ready) == (False, True)


def test_a_line_that_cannot_be_read_is_named(present, act, certify):
    number = present("madrid")
    certify(number)
    act(number, "notice", message="Too vague.", rule="13(2)")
    with pytest.raises(Refused, match="not “lanterns”"):
        act(number, "propose_term", notice=1, goods="lanterns")


def test_an_application_is_abandoned_only_after_its_time_limit(present, act, certify):
    number = present("madrid")
    certify(number)
    act(number, "notice", message="The address is not complete.", rule="11(2)")
    with pytest.raises(Refused, match="until 2027-02-23"):
        act(number, "end", how="abandoned", reason="No answer.")
    act(number, "end", how="abandoned", reason="No answer.", at=datetime(2027, 2, 24, 9, tzinfo=UTC))
    assert (file_of(number).ended, case_of(number).status) == ("abandoned", "abandoned")
    with pytest.raises(Refused, match="has ended"):
        act(number, "register", at=datetime(2027, 2, 24, 9, tzinfo=UTC))


@pytest.mark.parametrize("system", ["madrid", "hague", "lisbon"])
def test_a_file_of_each_system_is_registered_notified_and_published(system, registered, publish, act):
    number = registered(system)
    assert not queries.is_public(number)
    at = publish(number)
    assert queries.is_public(number)
    assert file_of(number).publication.issue == issues.next_issue(system, at.date()).name
    if system == "hague":
        assert case_of(number).to_notify == 2
        act(number, "notify", at=at, parties=["FR", "GB"])
    assert case_of(number).to_notify == 0
    assert {span.state for life in file_of(number).lives(on=at.date()) for span in life.now} == {"pending"}


def test_a_deferred_registration_does_not_appear_before_its_day(registered, cast):
    number = registered("hague", publication="deferred", designations=[{"party": "FR"}])
    case = case_of(number)
    assert case.deferred_until == date(2029, 5, 23)
    on = issues.next_issue("hague", AT.date()).on
    with pytest.raises(Refused, match="from 2029-05-23 on, not before"):
        actions.publish(
            "hague", on, numbers=[number], by=cast.publisher, at=datetime(on.year, on.month, on.day, 9, tzinfo=UTC)
        )
    assert not queries.is_public(number)


def test_an_issue_appears_on_its_own_day_only(registered, cast):
    number = registered("madrid")
    with pytest.raises(Refused, match="is published on that day"):
        actions.publish("madrid", issues.next_issue("madrid", AT.date()).on, numbers=[number], by=cast.publisher, at=AT)


def test_an_officer_does_not_publish_and_an_applicant_does_nothing(registered, present, act, cast):
    number = registered("madrid")
    on = issues.next_issue("madrid", AT.date()).on
    with pytest.raises(Denied):
        actions.publish("madrid", on, numbers=[number], by=cast.officer, at=AT)
    with pytest.raises(Denied):
        act(present("hague"), "register", by=cast.applicant)


def test_of_two_officers_at_one_version_the_second_is_refused(present, certify, act):
    number = present("madrid")
    certify(number)
    with pytest.raises(Conflict):
        act(number, "register", after=1)


def test_a_limitation_is_recorded_once_its_fee_is_paid(registered, publish, ask, act, pay):
    number = registered("madrid")
    at = publish(number)
    ask(number, "limit_goods", at=at, parties=("FR",), things=(1,))
    assert case_of(number).requests_open == 1
    with pytest.raises(Refused, match="not paid"):
        act(number, "record", at=at, request=1)
    pay(number, at=at)
    act(number, "record", at=at, request=1)
    assert state_in(number, "FR", on=at.date()) == {"pending", "limited"}
    assert (case_of(number).requests_open, case_of(number).unprinted) == (0, 1)


def test_what_was_recorded_appears_in_the_next_issue_once(registered, publish, act, ask, cast):
    number = registered("madrid")
    at = publish(number)
    ask(number, "renounce", at=at, parties=("JP",))
    act(number, "record", at=at, request=1)
    later = datetime(2026, 12, 3, 9, tzinfo=UTC)
    actions.publish("madrid", later.date(), numbers=[number], by=cast.publisher, at=later)
    settle(later)
    assert [one.what for one in file_of(number).printed] == ["registration", "renounce"]
    assert case_of(number).unprinted == 0
    with pytest.raises(Refused, match="is new"):
        actions.publish("madrid", later.date(), numbers=[number], by=cast.publisher, at=later)


def test_a_request_is_declined_with_its_reason(registered, publish, ask, act):
    number = registered("madrid")
    at = publish(number)
    ask(number, "limit_goods", at=at, things=(1,))
    act(number, "decline", at=at, request=1, reason="It widens the list.")
    assert file_of(number).requests[0].reason == "It widens the list."
    assert case_of(number).requests_open == 0


LETTERED = {"madrid": ["1A", "1B"], "hague": ["DM/000001A", "DM/000001B"]}


@pytest.mark.parametrize("system", LETTERED)
def test_a_part_that_changes_hands_becomes_a_registration_with_a_letter(system, appeared, ask, act, pay):
    number, at = appeared(system)
    for step, party in enumerate(("FR", "JP" if system == "madrid" else "GB"), start=1):
        owner = {"new_name": "Bo Berg", "new_address": "Bern", "new_country": "CH", "holder": "CH"}
        ask(number, "change_ownership", at=at, parties=(party,), things=(1,), facts=owner)
        pay(number, at=at)
        act(number, "record", at=at, request=step)
    parts = [file_of(f"{system.upper()}/2026/{place:06d}") for place in (2, 3)]
    assert [one.registration_number for one in parts] == LETTERED[system]
    assert (parts[0].holders, parts[0].registered_on) == (("Bo Berg",), file_of(number).registered_on)
    assert len(parts[0].things) == 1
    assert [life.code for life in parts[0].lives(on=at.date())] == ["FR"]
    assert "transferred" in state_in(number, "FR", on=at.date())
    assert case_of(parts[0].number).publish_from
    assert not queries.is_public(parts[0].number)


def test_a_division_keeps_its_holder_and_what_its_office_stated(registered, publish, ask, act, pay):
    number = registered("madrid", designations=[{"party": "FR"}, {"party": "GB"}])
    at = publish(number)
    act(number, "refuse", at=at, **refusal("GB", at, things=["1"]))
    ask(number, "divide", at=at, parties=("GB",), things=(0,))
    pay(number, at=at)
    act(number, "record", at=at, request=1)
    part = file_of("MADRID/2026/000002")
    assert (part.registration_number, part.holders) == ("1A", ("Amina Haddad",))
    assert state_in(part.number, "GB", on=at.date()) == {"pending"}
    assert part.statements == ()


def refusal(office, at, **more):
    return {
        "office": office,
        "on": at.date(),
        "ground1_provision": "Art. 4(1)(11)",
        "ground1_text": "Confusion with an earlier mark.",
        "ground1_earlier_right": "JP 5555555, Tanaka",
        "answer_until": at.date().replace(year=at.year + 1),
    } | more


def test_a_registration_that_is_not_renewed_lapses_after_its_months_of_grace(registered, publish, act):
    number = registered("madrid")
    publish(number)
    with pytest.raises(Refused, match="months of grace"):
        act(number, "lapse", what="lapsed", parties=[], at=datetime(2037, 3, 2, 9, tzinfo=UTC))
    act(number, "lapse", what="lapsed", parties=[], at=datetime(2037, 6, 2, 9, tzinfo=UTC))
    assert case_of(number).status == "over"
    assert file_of(number).lives(on=date(2037, 6, 2))[0].tone == "over"


def test_the_bureau_corrects_its_register(registered, publish, act):
    number = registered("madrid")
    at = publish(number)
    act(number, "correct", at=at, what="A letter was missing.", name="Amina Haddadi", address="Rue du Lac 1, Geneva")
    file = file_of(number)
    assert file.holders == ("Amina Haddadi",)
    reached = queries.reached(number, file.application.to_dict())
    assert reached["applicants"][0]["email"] == "amina@example.org"


def test_the_bureau_corrects_any_other_particular_and_offices_may_refuse_it(registered, publish, act):
    number = registered("madrid")
    at = publish(number)
    said = {"what": "A term was cut.", "name": "Amina Haddad", "address": "Rue du Lac 1, Geneva"}
    with pytest.raises(Refused, match="number"):
        act(number, "correct", at=at, **said, particular="goods.0.number", value="nine")
    act(number, "correct", at=at, **said, particular="goods.0.text", value="lamps for films")
    file = file_of(number)
    assert file.application.goods[0].text == "lamps for films"
    [change] = file.facts.record.changes
    assert (change.kind, change.notified_on) == ("correction", at.date())
    assert {one.key for one in file.limits()} >= {"correction_refusal"}


def test_the_desk_is_the_same_when_it_is_read_again(registered, publish):
    from chancery.core.follow import rebuild
    from chancery.services.examination.registrations.followers import RegistrationDesk

    number = registered("madrid")
    at = publish(number)
    before = {name: value for name, value in vars(case_of(number)).items() if name != "_state"}
    rebuild(RegistrationDesk(), at=at)
    assert {name: value for name, value in vars(case_of(number)).items() if name != "_state"} == before


def test_a_notice_that_was_answered_can_be_registered(present, certify, act):
    number = present("madrid")
    certify(number)
    act(number, "notice", message="The address is not complete.", rule="11(2)")
    event = events.IrregularityRemedied(notice=1, received_on="2026-12-01", application=MARK)
    register.enter(number, event, after=file_of(number).version, at=AT)
    settle(AT)
    case = case_of(number)
    assert (case.answered_on, case.ready, case.status) == (date(2026, 12, 1), True, "examined")
