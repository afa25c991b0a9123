"""Doing later acts of registrations: what is entered, what it changes once recorded, and who is refused."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from chancery.core.refusal import Conflict, Denied, Refused
from chancery.records.accounts import actions as accounts
from chancery.records.documents.tests import samples
from chancery.records.register import actions as register
from chancery.records.register import queries as rights
from chancery.services.filing.acts.brought import Brought
from chancery.services.filing.registrations import acts_doing as doing
from chancery.services.filing.registrations import acts_showing as showing
from chancery.services.filing.registrations.acts_answering import ANSWERING
from chancery.services.filing.registrations.acts_doing import Sent
from chancery.services.filing.registrations.acts_table import asks
from chancery.services.filing.registrations.tests.filed import (
    NOW,
    does,
    file,
    noticed,
    presented,
    recorded,
    registered,
    sent,
)

TODAY = NOW.date()


def person(name: str) -> int:
    return accounts.open_account(f"{name.lower()}@example.org", name=name, password="long enough to sign in")


@pytest.fixture
def amina(db: Any) -> int:  # noqa: ARG001 - the database is there
    return person("Amina")


@pytest.fixture
def mark(amina: int) -> str:
    return registered("madrid", amina)


def states(number: str, code: str, on: date = TODAY) -> dict[str, tuple[int, ...]]:
    life = next(one for one in file(number).lives(on=on) if one.code == code)
    return {span.state: span.still for span in life.now}


def test_a_limitation_is_asked_for_and_changes_nothing_until_it_is_recorded(mark: str, amina: int) -> None:
    does(mark, "limit_goods", by=amina, parties=["FR"], things=["3"], wording="lanterns for camping")
    [asked] = file(mark).open_requests
    assert (asked.act, asked.parties, asked.things) == ("limit_goods", ("FR",), (3,))
    assert asked.facts == {"wording": "lanterns for camping"}
    assert states(mark, "FR") == {"pending": (0, 1, 2, 3)}
    recorded(mark, TODAY)
    assert states(mark, "FR") == {"pending": (0, 1, 2), "limited": (3,)}
    assert states(mark, "NO") == {"pending": (0, 1, 2, 3)}


def test_what_is_foreseen_is_what_the_recording_brings(mark: str, amina: int) -> None:
    prepared = doing.prepare(mark, "limit_goods", sent(mark, parties=["FR"], things=["3"]), by=amina, at=NOW)
    [turned] = showing.turned(prepared.deed.file, prepared.after, on=TODAY)
    assert (turned.code, len(turned.before), len(turned.after)) == ("FR", 1, 2)
    does(mark, "limit_goods", by=amina, parties=["FR"], things=["3"])
    recorded(mark, TODAY)
    assert prepared.after.lives(on=TODAY) == file(mark).lives(on=TODAY)


def test_the_same_button_pressed_twice_enters_once(mark: str, amina: int) -> None:
    once = sent(mark, parties=["FR"])
    first = doing.hand_in(mark, "renounce", once, by=amina, at=NOW)
    assert doing.hand_in(mark, "renounce", once, by=amina, at=NOW) == first
    assert len(file(mark).requests) == 1


def test_an_act_with_contacts_pressed_twice_enters_once(mark: str, amina: int) -> None:
    person = {"representative__name": "Paul Agent", "representative__address": "Bahnhofstrasse 1, Zürich"}
    once = sent(mark, **person, representative__country="CH", representative__email="paul@example.org")
    first = doing.hand_in(mark, "appoint_representative", once, by=amina, at=NOW)
    assert doing.hand_in(mark, "appoint_representative", once, by=amina, at=NOW) == first
    [entry] = rights.timeline(mark)[-1:]
    assert "paul@example.org" not in str(entry.body)
    recorded(mark, TODAY)
    assert file(mark).application.representative.name == "Paul Agent"
    assert doing.with_contacts(file(mark))["representative"]["email"] == "paul@example.org"


def test_who_was_quicker_is_told_of(mark: str, amina: int) -> None:
    before = sent(mark, parties=["FR"])
    does(mark, "renounce", by=amina, parties=["NO"])
    with pytest.raises(Conflict):
        doing.hand_in(mark, "renounce", before, by=amina, at=NOW)


def test_a_stranger_finds_no_such_registration(mark: str) -> None:
    with pytest.raises(Denied, match="no such registration"):
        does(mark, "renounce", by=person("Eve"), parties=["FR"])


@pytest.mark.parametrize("level", ["viewer", "editor"])
def test_who_does_not_own_it_cannot_act(mark: str, level: str) -> None:
    bo = person("Bo")
    register.share(mark, user=bo, level=level, until=None, at=NOW)
    with pytest.raises(Denied, match="shared with you"):
        does(mark, "renounce", by=bo, parties=["FR"])


def test_what_the_treaty_bars_is_refused_with_its_provision(mark: str, amina: int) -> None:
    with pytest.raises(Refused) as refused:
        does(mark, "renounce", by=amina, parties=["FR", "JP", "NO"])
    assert refused.value.findings[0].cites == "Madrid Rule 25(1)(a)(iii)"
    assert refused.value.findings[0].field == "parties"


def test_nothing_is_entered_without_a_name_under_it(mark: str, amina: int) -> None:
    unsigned = Sent(version=file(mark).version, values={"parties": ["FR"]})
    with pytest.raises(Refused) as refused:
        doing.hand_in(mark, "renounce", unsigned, by=amina, at=NOW)
    assert [one.field for one in refused.value.findings] == ["signed"]


def test_a_whole_change_in_ownership_puts_the_new_owner_in_place_of_the_old_one(mark: str, amina: int) -> None:
    new: dict[str, Any] = {"new_name": "Solveig Berg", "new_address": "Storgata 1, Oslo", "new_country": "NO"}
    does(mark, "change_ownership", by=amina, holder="NO", **new)
    recorded(mark, TODAY)
    assert file(mark).holders == ("Solveig Berg",)
    assert file(mark).facts.record.holder == "NO"


def test_a_part_that_changes_hands_leaves_the_holder_of_the_rest(mark: str, amina: int) -> None:
    new: dict[str, Any] = {"new_name": "Solveig Berg", "new_address": "Storgata 1, Oslo", "holder": "NO"}
    does(mark, "change_ownership", by=amina, parties=["NO"], **new)
    recorded(mark, TODAY)
    assert file(mark).holders == ("Amina Haddad",)
    assert set(states(mark, "NO")) == {"transferred"}


def test_a_party_designated_later_begins_on_its_own_day(mark: str, amina: int) -> None:
    prepared = doing.prepare(mark, "designate", sent(mark, parties=["KR"], things=["2"]), by=amina, at=NOW)
    assert prepared.possible
    assert prepared.possible.fees
    assert prepared.possible.fees.totals
    does(mark, "designate", by=amina, parties=["KR"], things=["2"])
    recorded(mark, TODAY)
    korea = next(one for one in file(mark).lives(on=TODAY) if one.code == "KR")
    assert (korea.since, korea.spans[0].things) == (TODAY, (2,))


def test_a_renewal_in_grace_says_that_it_is_late_and_costs_more(mark: str, amina: int) -> None:
    in_time, late = datetime(2036, 3, 1, 9, tzinfo=UTC), datetime(2036, 8, 1, 9, tzinfo=UTC)
    early = doing.prepare(mark, "renew", sent(mark), by=amina, at=in_time).possible
    after = doing.prepare(mark, "renew", sent(mark), by=amina, at=late).possible
    assert early
    assert after
    assert not early.late
    assert after.late
    assert early.fees
    assert after.fees
    assert after.fees.totals[0].amount > early.fees.totals[0].amount
    does(mark, "renew", by=amina, at=late)
    recorded(mark, late.date(), at=late)
    assert file(mark).until(on=late.date()) == date(2046, 5, 4)


def test_a_change_of_name_keeps_the_address_out_of_the_ledger(mark: str, amina: int) -> None:
    does(mark, "change_name", by=amina, applicants__0__name="Amina Haddad AG", applicants__0__country="CH")
    recorded(mark, TODAY)
    assert file(mark).holders == ("Amina Haddad AG",)
    assert doing.with_contacts(file(mark))["applicants"][0]["email"] == "amina@example.org"


def test_a_form_that_changes_nothing_is_sent_back(mark: str, amina: int) -> None:
    with pytest.raises(Refused, match="Nothing has been changed"):
        does(mark, "change_name", by=amina)


def test_a_field_of_another_act_is_refused(mark: str, amina: int) -> None:
    with pytest.raises(Refused, match="no field"):
        does(mark, "renounce", by=amina, parties=["FR"], holder="NO")


def test_payments_and_acts_at_offices_are_not_handed_in_here(mark: str, amina: int) -> None:
    for key in ("note_replacement", "remedy_application"):
        assert asks("madrid")[key].way != "request"
        with pytest.raises(Refused):
            does(mark, key, by=amina)


def test_files_must_have_been_brought_by_the_same_person(mark: str, amina: int) -> None:
    ask = asks("madrid")["correct"]
    brought = doing.attach(mark, ask, kind="paper", data=samples.pdf(), name="deed.pdf", by=amina, at=NOW)
    words = {"words": "The first name is wrong."}
    with_file = Sent(version=file(mark).version, values=words, files=(brought,), signed="Amina")
    doing.hand_in(mark, "correct", with_file, by=amina, at=NOW)
    assert file(mark).requests[-1].documents[0]["sha256"] == brought.sha256
    strange = Brought(kind="paper", sha256="0" * 64, name="x.pdf")
    other = Sent(version=file(mark).version, values=words, files=(strange,), signed="Amina")
    with pytest.raises(Refused, match="Bring this file again"):
        doing.hand_in(mark, "correct", other, by=amina, at=NOW)


# Notices


def test_a_notice_is_answered_with_the_application_put_right(amina: int) -> None:
    number = presented("madrid", amina)
    noticed(number)
    fixed = Sent(version=file(number).version, values={"goods.0.text": "batteries"}, signed="Amina Haddad")
    entry = doing.answer(number, 1, fixed, by=amina, at=NOW)
    assert doing.answer(number, 1, fixed, by=amina, at=NOW) == entry
    assert file(number).open_notices == ()
    assert file(number).things[0] == "9: batteries"


def test_authority_area_and_protection_at_home_of_an_indication_are_put_right(amina: int) -> None:
    home = {"kind": "registration", "number": "17"}
    number = presented("lisbon", amina, authority="", protected_by=home)
    noticed(number, "6(1)")
    shown = showing.begun(ANSWERING, file(number), doing.with_contacts(file(number)), TODAY).values
    assert shown["area"] == file(number).application.area
    words = {"authority": "INAO, Paris", "area": shown["area"], "protected_by.number": "18"}
    doing.answer(number, 1, Sent(version=file(number).version, values=words, signed="Amina Haddad"), by=amina, at=NOW)
    application = file(number).application
    assert (application.authority, application.protected_by.number) == ("INAO, Paris", "18")


def test_an_empty_answer_is_sent_back(amina: int) -> None:
    number = presented("madrid", amina)
    noticed(number)
    empty = Sent(version=file(number).version, values={}, signed="Amina Haddad")
    with pytest.raises(Refused, match="Change something"):
        doing.answer(number, 1, empty, by=amina, at=NOW)


def test_what_the_office_of_origin_has_to_mend_the_applicant_cannot_answer(amina: int) -> None:
    number = presented("madrid", amina)
    noticed(number, "11(4)", by="Office of origin")
    words = Sent(version=file(number).version, values={"remark": "Done."}, signed="Amina Haddad")
    with pytest.raises(Refused, match="Only the Office of origin"):
        doing.answer(number, 1, words, by=amina, at=NOW)


@pytest.mark.parametrize("system", ["madrid", "hague", "lisbon"])
def test_the_form_of_an_answer_shows_the_application(system: str, amina: int) -> None:
    found = file(presented(system, amina))
    begun = showing.begun(ANSWERING, found, doing.with_contacts(found), TODAY)
    assert {"Amina Haddad", "The producers of the area"} & {str(one) for one in begun.values.values()}
    assert showing.form(ANSWERING, found, begun, TODAY).sections


# Designs and indications


def test_designs_of_a_party_are_given_up(amina: int) -> None:
    number = registered("hague", amina)
    does(number, "limit_designs", by=amina, parties=["JP"], things=["1"])
    recorded(number, TODAY)
    assert states(number, "JP") == {"pending": (0,), "limited": (1,)}


def test_publication_is_asked_for_before_a_deferment_ends(amina: int) -> None:
    number = registered("hague", amina, published=False, publication="deferred")
    does(number, "ask_for_publication", by=amina)
    recorded(number, TODAY)
    assert file(number).facts.record.publication_asked_on == TODAY


def test_an_indication_is_modified_but_not_its_name(amina: int) -> None:
    number = registered("lisbon", amina)
    assert not [name for name in asks("lisbon")["modify"].fields(file(number), TODAY) if name.startswith("names")]
    does(number, "modify", by=amina, whole__area="The whole valley.", beneficiaries__0__name="The makers")
    recorded(number, TODAY)
    assert file(number).application.area == "The whole valley."
    assert file(number).holders == ("The makers",)


def test_protection_of_an_indication_is_renounced_and_taken_back(amina: int) -> None:
    number = registered("lisbon", amina)
    party = file(number).lives(on=TODAY)[0].code
    does(number, "renounce", by=amina, parties=[party])
    recorded(number, TODAY)
    assert set(states(number, party)) == {"renounced"}
    does(number, "withdraw_renunciation", by=amina, parties=[party])
    recorded(number, TODAY)
    assert "renounced" not in states(number, party)
