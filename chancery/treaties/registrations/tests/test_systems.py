"""The three systems give their answers to the same questions, and what is entered becomes what they judge by."""

from datetime import date
from typing import Any

import pytest

from chancery.treaties.registrations import SYSTEMS, Asked, Deed, Facts, System

FILED = date(2026, 3, 2)
REGISTERED = date(2026, 5, 4)
NOTIFIED = date(2026, 5, 20)

APPLIED: dict[str, dict[str, Any]] = {
    "madrid": {
        "origin": "CH",
        "applicants": [{"name": "Amina Haddad"}],
        "mark": {"form": "word", "words": "LUMEN"},
        "goods": [{"number": 9, "text": "lamps"}, {"number": 11, "text": "lanterns"}],
        "designations": [{"party": "FR"}, {"party": "JP", "goods": [0]}],
    },
    "hague": {
        "applicants": [{"name": "Amina Haddad", "links": [{"party": "CH", "bond": "national"}]}],
        "shown": [{"product": "Lamp", "subclass": "26-05"}, {"product": "Lantern", "subclass": "26-02"}],
        "designs": 2,
        "designations": [{"party": "JP"}, {"party": "KR"}],
    },
    "lisbon": {
        "origin": "FR",
        "kind": "appellation",
        "names": [{"text": "Val-Clair", "language": "fr"}],
        "beneficiaries": [{"name": "The producers of the area"}],
    },
}


def registered(key: str) -> tuple[System, Facts]:
    system = SYSTEMS[key]
    facts = system.begin(APPLIED[key])
    parties = system.designated(facts.application, on=FILED)
    for deed in (
        Deed(what="presented", on=FILED),
        Deed(what="forwarded", on=FILED),
        Deed(what="registered", on=REGISTERED, parties=parties),
        Deed(what="published", on=NOTIFIED),
        Deed(what="notified", on=NOTIFIED, parties=parties),
    ):
        facts = system.after(facts, deed)
    return system, facts


@pytest.mark.parametrize("key", SYSTEMS)
def test_a_file_can_be_told_by_title_holder_and_things(key: str) -> None:
    system = SYSTEMS[key]
    application = system.application(APPLIED[key])
    assert system.title(application) in {"LUMEN", "Lamp", "Val-Clair"}
    assert system.holders(application)
    assert system.things(application)


@pytest.mark.parametrize("key", SYSTEMS)
def test_every_act_has_a_title_a_provision_and_a_side(key: str) -> None:
    for act in SYSTEMS[key].acts:
        assert act.title
        assert act.cites
        assert act.side in {"holder", "origin", "party", "anyone"}
    assert {act.side for act in SYSTEMS[key].acts} >= {"holder", "party"}


@pytest.mark.parametrize("key", SYSTEMS)
def test_what_is_entered_for_an_act_is_an_act_or_of_the_bureau(key: str) -> None:
    own = {"presented", "forwarded", "noticed", "remedied", "ended", "registered", "notified", "published", "lapsed"}
    extra = {"second_part_unpaid", "publication_unpaid", "fee_unpaid", "joined"}
    assert set(SYSTEMS[key].effects) <= {act.key for act in SYSTEMS[key].acts} | own | extra


@pytest.mark.parametrize("key", SYSTEMS)
def test_after_registration_every_party_may_still_refuse(key: str) -> None:
    system, facts = registered(key)
    lives = system.lives(facts, on=NOTIFIED)
    assert lives
    assert {life.tone for life in lives} == {"waits"}
    assert {span.state for life in lives for span in life.now} == {"pending"}


@pytest.mark.parametrize("key", SYSTEMS)
def test_a_party_that_does_not_refuse_protects_by_itself(key: str) -> None:
    system, facts = registered(key)
    assert {life.tone for life in system.lives(facts, on=date(2028, 6, 1))} == {"stands"}


@pytest.mark.parametrize("key", SYSTEMS)
def test_a_refusal_stands_in_its_party_alone(key: str) -> None:
    system, facts = registered(key)
    first, *others = [life.code for life in system.lives(facts, on=NOTIFIED)]
    assert system.possible("refuse", facts, on=date(2026, 8, 3), asked=Asked(parties=(first,))).open
    after = system.after(facts, Deed(what="refuse", on=date(2026, 8, 3), parties=(first,)))
    tones = {life.code: life.tone for life in system.lives(after, on=date(2026, 9, 1))}
    assert tones[first] == "refused"
    assert {tones[code] for code in others} == {"waits"}


def test_goods_of_a_limited_designation_are_asked_for_alone() -> None:
    system, facts = registered("madrid")
    japan = next(life for life in system.lives(facts, on=NOTIFIED) if life.code == "JP")
    assert japan.spans[0].things == (0,)


def test_a_renewal_in_grace_runs_from_the_end_of_the_term() -> None:
    system, facts = registered("madrid")
    late = date(2036, 8, 1)
    can = system.possible("renew", facts, on=late, asked=Asked())
    assert can.open
    assert can.late
    after = system.after(facts, Deed(what="renew", on=late))
    assert system.until(after, on=late) == date(2046, 5, 4)
    assert after.record.renewed_until == date(2046, 5, 4)


def test_a_span_ends_when_all_of_its_things_have_left_it() -> None:
    system, facts = registered("madrid")
    facts = system.after(facts, Deed(what="limit_goods", on=date(2026, 7, 1), parties=("FR",), things=(1,)))
    france = next(life for life in system.lives(facts, on=date(2026, 8, 1)) if life.code == "FR")
    assert [(span.state, span.still) for span in france.now] == [("pending", (0,)), ("limited", (1,))]


def test_a_deferred_registration_is_published_when_that_is_asked_for() -> None:
    system = SYSTEMS["hague"]
    facts = system.begin(APPLIED["hague"] | {"publication": "deferred"})
    for deed in (
        Deed(what="presented", on=FILED),
        Deed(what="registered", on=REGISTERED, parties=("JP", "KR")),
    ):
        facts = system.after(facts, deed)
    assert system.possible("ask_for_publication", facts, on=NOTIFIED, asked=Asked()).open
    after = system.after(facts, Deed(what="ask_for_publication", on=NOTIFIED))
    assert after.record.publication_asked_on == NOTIFIED


def test_a_refusal_of_an_indication_can_be_withdrawn() -> None:
    system, facts = registered("lisbon")
    party = system.lives(facts, on=NOTIFIED)[0].code
    facts = system.after(facts, Deed(what="refuse", on=date(2026, 8, 3), parties=(party,)))
    facts = system.after(facts, Deed(what="withdraw_refusal", on=date(2026, 11, 2), parties=(party,)))
    life = next(one for one in system.lives(facts, on=date(2026, 12, 1)) if one.code == party)
    assert life.tone == "stands"


def test_an_irregularity_is_told_and_remedied() -> None:
    system = SYSTEMS["madrid"]
    facts = system.begin(APPLIED["madrid"])
    facts = system.after(facts, Deed(what="presented", on=FILED))
    told = Deed(what="noticed", on=date(2026, 4, 1), days={"due": date(2026, 7, 1)}, facts={"rule": "11(2)"})
    facts = system.after(facts, told)
    assert [one.key for one in system.statuses(facts, on=date(2026, 4, 2)) if one.strand == "irregularities"] == [
        "irregular"
    ]
    facts = system.after(facts, Deed(what="remedied", on=date(2026, 5, 1), facts={"rule": "11(2)"}))
    assert facts.record.irregularities[0].remedied_on == date(2026, 5, 1)


def test_an_act_of_one_party_is_judged_by_that_party_alone() -> None:
    system = SYSTEMS["hague"]
    facts = system.begin({"designations": [{"party": "JP"}, {"party": "CH"}]})
    for deed in (
        Deed(what="presented", on=date(2025, 1, 6)),
        Deed(what="registered", on=date(2025, 1, 6), parties=("JP", "CH")),
        Deed(what="published", on=date(2026, 1, 9)),
        Deed(what="notified", on=date(2026, 1, 9), parties=("JP",)),
    ):
        facts = system.after(facts, deed)
    on = date(2026, 2, 2)
    assert system.possible("refuse", facts, on=on, asked=Asked(parties=("JP",))).open
    assert not system.possible("refuse", facts, on=on, asked=Asked(parties=("CH",))).open


def test_the_date_of_a_registration_is_told_with_its_reasons() -> None:
    system = SYSTEMS["madrid"]
    facts = system.begin({"origin": "CH", "designations": [{"party": "JP"}]})
    facts = system.after(facts, Deed(what="presented", on=date(2026, 3, 2)))
    early = system.after(facts, Deed(what="forwarded", on=date(2026, 4, 30)))
    late = system.after(facts, Deed(what="forwarded", on=date(2026, 5, 11)))
    assert system.registration(early).day == date(2026, 3, 2)
    assert system.registration(late).day == date(2026, 5, 11)
    assert any("Art. 3(4)" in step.cites for step in system.registration(early).steps)
    assert system.publication(early).day != early.record.office_received_on  # nothing to publish before it is made


def deed(what: str, on: date, *parties: str, **known: Any) -> Deed:
    return Deed(what=what, on=on, parties=parties, **known)


def tones(system: System, facts: Facts, on: date) -> dict[str, str]:
    return {life.code: life.tone for life in system.lives(facts, on=on)}


def after(system: System, facts: Facts, *deeds: Deed) -> Facts:
    for one in deeds:
        facts = system.after(facts, one)
    return facts


REFUSED = date(2026, 8, 3)
INVITED = date(2026, 8, 17)


def test_a_refusal_that_says_too_little_of_its_review_is_none_until_it_is_completed() -> None:
    system, facts = registered("madrid")
    invited = deed("noticed", INVITED, "FR", facts={"rule": "18(1)(d)"})
    facts = after(system, facts, deed("refuse", REFUSED, "FR", things=(0,)), invited)
    france = next(life for life in system.lives(facts, on=date(2026, 9, 1)) if life.code == "FR")
    assert {place for span in france.now for place in span.still if span.state == "pending"} == {0, 1}
    can = system.possible("complete_refusal", facts, on=date(2026, 10, 19), asked=Asked(parties=("FR",)))
    assert (can.open, can.until and can.until.due) == (True, date(2026, 10, 19))  # the seventeenth is a Saturday
    facts = after(system, facts, deed("complete_refusal", date(2026, 10, 1), "FR"))
    france = next(life for life in system.lives(facts, on=date(2026, 10, 2)) if life.code == "FR")
    assert [(span.state, span.still) for span in france.now] == [("pending", (1,)), ("provisionally_refused", (0,))]
    [limit] = [one for one in system.limits(facts) if one.key == "refusal" and one.done_on]
    assert limit.done_on == REFUSED


def test_a_refusal_that_lacks_something_else_stands_while_it_is_completed() -> None:
    system, facts = registered("madrid")
    invited = deed("noticed", INVITED, "FR", facts={"rule": "18(1)(c)"})
    facts = after(system, facts, deed("refuse", REFUSED, "FR"), invited)
    assert tones(system, facts, date(2026, 9, 1))["FR"] == "refused"
    facts = after(system, facts, deed("complete_refusal", date(2026, 9, 2), "FR"))
    assert tones(system, facts, date(2026, 9, 3))["FR"] == "refused"
    assert not system.possible("complete_refusal", facts, on=date(2026, 9, 3), asked=Asked(parties=("FR",))).open


def test_a_renewal_keeps_a_party_that_refused_everything_only_where_the_holder_says_so() -> None:
    system, facts = registered("madrid")
    facts = after(system, facts, deed("refuse", REFUSED, "FR"), deed("confirm_refusal", date(2027, 2, 1), "FR"))
    due = date(2036, 5, 4)
    offered = system.offered("renew", facts, on=due)
    assert (offered.parties, offered.keep) == (("JP",), ("FR",))
    kept = system.possible("renew", facts, on=due, asked=Asked(keep=("FR",))).fees
    dropped = system.possible("renew", facts, on=due, asked=Asked()).fees
    assert kept is not None
    assert dropped is not None
    assert {line.code for line in kept.lines} - {line.code for line in dropped.lines} == {"complementary_FR"}
    assert tones(system, after(system, facts, deed("renew", due)), due)["FR"] == "over"
    stays = after(system, facts, deed("renew", due, facts={"keep": "FR"}))
    assert tones(system, stays, due)["FR"] == "refused"


@pytest.mark.parametrize("key", ["madrid", "hague"])
def test_a_second_part_that_is_not_paid_ends_its_party_alone(key: str) -> None:
    system, facts = registered(key)
    first, other = (life.code for life in system.lives(facts, on=NOTIFIED))
    facts = after(system, facts, deed("second_part_unpaid", date(2026, 9, 1), first))
    assert tones(system, facts, date(2026, 9, 2)) == {first: "over", other: "waits"}


def test_what_fell_with_the_basic_mark_can_be_filed_in_the_parties_for_three_months() -> None:
    system, facts = registered("madrid")
    facts = after(
        system,
        facts,
        deed("renounce", date(2027, 1, 4), "JP"),
        deed("notify_ceasing", date(2028, 2, 1), days={"entered_on": date(2028, 3, 1)}),
    )
    assert system.offered("transform", facts, on=date(2028, 3, 2)).parties == ("FR",)
    assert system.possible("transform", facts, on=date(2028, 6, 1), asked=Asked(parties=("FR",))).open
    assert not system.possible("transform", facts, on=date(2028, 6, 2), asked=Asked(parties=("FR",))).open
    assert not system.possible("transform", facts, on=date(2028, 6, 1), asked=Asked(parties=("JP",))).open


def test_the_designation_of_the_union_is_converted_into_one_of_its_members() -> None:
    system = SYSTEMS["madrid"]
    facts = after(
        system,
        system.begin(APPLIED["madrid"] | {"designations": [{"party": "EM"}, {"party": "FR"}]}),
        deed("presented", FILED),
        deed("registered", REGISTERED, "EM", "FR"),
        deed("renounce", date(2027, 1, 4), "EM"),
    )
    offered = system.offered("convert", facts, on=date(2027, 2, 1)).parties
    assert {"DE", "BX"} <= set(offered)
    assert not {"FR", "CH", "US", "BE"} & set(offered)
    assert not system.possible("convert", facts, on=date(2027, 2, 1), asked=Asked(parties=("US",))).open


def test_contents_that_a_party_asks_for_move_the_registration_and_not_the_filing() -> None:
    system = SYSTEMS["hague"]
    notice = deed("noticed", date(2026, 4, 1), facts={"rule": "14(1)"})
    remedy = deed("remedied", date(2026, 5, 1), facts={"rule": "14(1)", "cites": "Hague Art. 5(2)(b)(ii)"})
    facts = after(system, system.begin(APPLIED["hague"]), deed("presented", FILED), notice, remedy)
    assert system.registration(facts).day == date(2026, 5, 1)
    assert facts.record.complete_on is None
    other = deed("remedied", date(2026, 5, 1), facts={"rule": "14(1)", "cites": "Hague Art. 5(1)(i)"})
    facts = after(system, system.begin(APPLIED["hague"]), deed("presented", FILED), notice, other)
    assert system.registration(facts).day == FILED


def test_a_design_that_was_given_up_is_neither_offered_nor_paid_for() -> None:
    system, facts = registered("hague")
    on = date(2030, 12, 2)
    whole = system.possible("renew", facts, on=on, asked=Asked()).fees
    facts = after(system, facts, deed("limit_designs", date(2027, 3, 1), "JP", "KR", things=(1,)))
    assert system.offered("renew", facts, on=on).things == (0,)
    assert system.offered("limit_designs", facts, on=on).things == (0,)
    one = system.possible("renew", facts, on=on, asked=Asked()).fees
    assert whole is not None
    assert one is not None
    paid = [{line.code: str(line.amount) for line in sheet.lines}["basic"] for sheet in (whole, one)]
    assert paid == ["CHF 217", "CHF 200"]


def test_a_design_given_up_in_one_party_is_paid_for_in_the_other() -> None:
    system, facts = registered("hague")
    facts = after(system, facts, deed("limit_designs", date(2027, 3, 1), "JP", things=(1,)))
    sheet = system.possible("renew", facts, on=date(2030, 12, 2), asked=Asked()).fees
    assert sheet is not None
    whole = SYSTEMS["hague"].possible("renew", registered("hague")[1], on=date(2030, 12, 2), asked=Asked()).fees
    assert whole is not None
    now, before = ({line.code: str(line.amount) for line in each.lines} for each in (sheet, whole))
    assert {code for code in before if before[code] != now[code]} == {"individual_JP"}


def test_the_individual_fee_of_a_party_is_told_and_paid_by_itself() -> None:
    system, facts = registered("lisbon")
    told = deed("noticed", date(2026, 6, 15), "KH", facts={"rule": "6(1)(d)"})
    facts = after(system, facts, told)
    assert facts.record.irregularity_notified_on is None
    can = system.possible("pay_individual_fee", facts, on=date(2026, 7, 1), asked=Asked(parties=("KH",)))
    assert (can.open, can.until and can.until.due) == (True, date(2026, 9, 15))
    facts = after(system, facts, deed("pay_individual_fee", date(2026, 7, 1), "KH"))
    assert not system.possible("pay_individual_fee", facts, on=date(2026, 7, 2), asked=Asked(parties=("KH",))).open


def test_before_registration_an_act_is_offered_for_all_that_is_applied_for() -> None:
    system = SYSTEMS["madrid"]
    offered = system.offered("limit_goods", system.begin(APPLIED["madrid"]), on=FILED)
    assert (offered.parties, offered.things) == (("FR", "JP"), (0, 1))
