"""The public page of a registration: what it says, to whom, and by which numbers it is found."""

from datetime import date

import pytest
from django.test import Client

from chancery.records.register import bibliographic, events, life, queries
from chancery.records.register.tests import lived

pytestmark = pytest.mark.django_db
NUMBERS = {"madrid": "1", "hague": "DM/000001", "lisbon": "AO 1"}
PICTURE = {"kind": "mark.reproductions.0", "sha256": "ab" * 32, "name": "lumen.png", "size": 10}
REFUSED = events.OfficeStated(
    statement=1,
    office="JP",
    act="refuse",
    on="2026-09-01",
    things=(0,),
    grounds=({"provision": "Trademark Act Art. 4", "text": "like an earlier mark", "earlier_right": "JP 600"},),
    answer_until="2026-12-01",
    remark="Only for the holder.",
)
LIMITED = (
    events.RequestPresented(request=1, act="limit_goods", received_on="2026-10-05", parties=("FR",), things=(1,)),
    events.RequestRecorded(request=1, recorded_on="2026-10-05", cites="Madrid Rule 27(1)(a)"),
)


def page(client: Client, number: str) -> str:
    answer = client.get(f"/register/{queries.in_address(number)}/")
    assert answer.status_code == 200
    return answer.content.decode()


def file_of(number: str) -> queries.Registration:
    file = queries.registration(number)
    assert file is not None
    return file


@pytest.mark.parametrize("system", NUMBERS)
def test_everyone_reads_a_registration_once_it_is_published(client: Client, system: str) -> None:
    number = lived.registered(system)
    assert client.get(f"/register/{queries.in_address(number)}/").status_code == 404
    lived.publish(number)
    text = page(client, number)
    assert NUMBERS[system] in text
    assert "What became of it in each party" in text
    assert "and its proof" in text


@pytest.mark.parametrize("system", NUMBERS)
def test_the_holder_reads_it_before(client: Client, system: str) -> None:
    number = lived.registered(system)
    client.force_login(lived.people_holder())
    assert "Not public yet" in page(client, number)


def test_a_mark_stands_under_the_codes_of_st60() -> None:
    found = {line.inid: line.words for line in bibliographic.lines(file_of(lived.published("madrid")))}
    assert found["111"] == "1"
    assert found["511"] == "9, 11"
    assert found["540"] == "LUMEN"
    assert found["591"] == "red"
    assert found["732"] == "Amina Haddad; 1 Rue du Lac, 1201 Geneva (CH)"
    assert found["822"] == "CH 700 001"
    assert found["832"] == "FR JP"


def test_marks_of_each_kind_have_the_code_of_their_kind() -> None:
    marks = bibliographic.bibliographic_madrid.KINDS
    assert {form: marks[form][0] for form in ("motion", "hologram", "position", "pattern")} == {
        "motion": "553",
        "hologram": "555",
        "position": "552",
        "pattern": "552",
    }


@pytest.mark.parametrize(
    ("system", "from_memory"), [("madrid", {"540", "821", "822", "832", "891"}), ("hague", {"81", "86", "88"})]
)
def test_every_other_code_was_seen_in_a_list(system: str, from_memory: set[str]) -> None:
    used = {line.inid for line in bibliographic.lines(file_of(lived.published(system)))}
    assert used - set(bibliographic.SEEN[system].split()) <= from_memory | {"811", "812", "813", "85", "87"}


def test_designs_stand_under_the_codes_of_st80() -> None:
    found = {line.inid: line.words for line in bibliographic.lines(file_of(lived.published("hague")))}
    assert (found["11"], found["28"], found["51"]) == ("DM/000001", "2", "26-02, 26-05")
    assert (found["54"], found["72"], found["81"]) == ("Lamp; Lantern", "Ida Creator", "JP KR")


def test_an_appellation_stands_in_the_order_of_the_rule() -> None:
    lines = bibliographic.lines(file_of(lived.published("lisbon")))
    assert {line.inid for line in lines} == {""}
    cited = [line.cites for line in lines if line.cites.startswith("Lisbon Rule 5(2)(a)")]
    assert cited == sorted(cited)
    assert "Val-Clair (fr)" in {line.words for line in lines}


def test_a_later_designation_stands_apart() -> None:
    number = lived.published("madrid")
    lived.enter(
        number,
        events.RequestPresented(request=1, act="designate", received_on="2027-01-05", parties=("KR",)),
        events.RequestRecorded(request=1, recorded_on="2027-01-05", cites="Madrid Rule 24"),
    )
    found = [(line.inid, line.words, line.day) for line in bibliographic.lines(file_of(number))]
    assert ("832", "FR JP", None) in found
    assert ("891", "KR", date(2027, 1, 5)) in found


def test_a_refusal_and_a_limitation_are_told_with_whose_they_are(client: Client) -> None:
    number = lived.published("madrid")
    lived.enter(number, REFUSED, *LIMITED)
    text = page(client, number)
    assert "Trademark Act Art. 4" in text
    assert "earlier right: JP 600" in text
    assert "9: lamps" in text
    [change] = life.recorded(file_of(number))
    assert (change.parties, change.things) == (("FR",), ("11: lanterns",))
    assert "Recorded: " in text
    assert "Office JP" in text


def test_the_history_says_once_what_was_recorded_and_what_was_published() -> None:
    number = lived.published("madrid")
    recorded = events.RequestRecorded(
        request=1, recorded_on="2026-10-05", cites="Madrid Rule 27(1)(a)", act="limit_goods", parties=("FR",)
    )
    lived.enter(number, LIMITED[0], recorded)
    lived.publish(number, date(2026, 10, 8), what="limit_goods")
    *_before, told, appeared = [one.said for one in life.history(file_of(number), public=True)]
    assert told.words == "Recorded: Limitation"
    assert told.detail == "Recorded in the International Register, with effect from 2026-10-05 · FR"
    assert (appeared.words, appeared.detail) == ("Published in issue MADRID 2026/41 of the bulletin", "Limitation")


def test_a_payment_for_a_mark_rests_on_no_rule_of_patents() -> None:
    number = lived.published("madrid")
    paid = events.PaymentRecorded(line="individual_JP", amount="429", currency="CHF", received_on="2026-05-22")
    lived.enter(number, paid)
    told = queries.describe(queries.timeline(number)[-1], shown=True)
    assert (told.words, told.detail, told.cites) == ("Payment recorded: 429 CHF", "", "")


def test_what_is_not_open_is_only_said_to_be_there(client: Client) -> None:
    number = lived.published("madrid")
    asked = events.RequestPresented(request=1, act="limit_goods", received_on="2026-10-05", remark="Vertrauliches")
    lived.enter(number, asked)
    text = page(client, number)
    assert "An entry that is not open to the public" in text
    assert "Vertrauliches" not in text
    assert "amina@example.org" not in text


def test_a_mark_says_until_when_it_depends_on_the_basic_mark() -> None:
    file = file_of(lived.published("madrid"))
    found = life.basis(file, on=date(2027, 1, 1))
    assert found is not None
    assert (found.until, found.depends) == (date(2031, 3, 2), True)
    later = life.basis(file, on=date(2031, 3, 2))
    assert later is not None
    assert not later.depends
    assert life.basis(file_of(lived.published("hague")), on=date(2027, 1, 1)) is None


@pytest.mark.parametrize(
    "written", ["madrid/1", "madrid/IR 1", "hague/DM-000001", "hague/1", "lisbon/AO_1", "lisbon/AO 1"]
)
def test_a_registration_has_an_address_by_its_number(client: Client, written: str) -> None:
    system = written.partition("/")[0]
    assert client.get(f"/register/{written}/").status_code == 404
    number = lived.published(system)
    answer = client.get(f"/register/{written}/")
    assert answer["Location"] == f"/register/{queries.in_address(number)}/"


@pytest.mark.parametrize("written", ["DM/000001", "dm 000001", "HAGUE/2026/000001"])
def test_a_number_typed_by_hand_leads_to_the_registration(client: Client, written: str) -> None:
    number = lived.published("hague")
    answer = client.get("/register/", {"number": written})
    assert answer["Location"] == f"/register/{queries.in_address(number)}/"


def test_what_is_no_number_of_the_register_says_how_they_are_written(client: Client) -> None:
    answer = client.get("/register/", {"number": "DM/999999"})
    assert answer.status_code == 400
    assert "DM/231456" in answer.content.decode()


def test_the_feed_holds_what_is_open_and_nothing_before_publication(client: Client) -> None:
    number = lived.registered("madrid")
    address = f"/register/{queries.in_address(number)}/feed.atom"
    assert client.get(address).status_code == 404
    lived.publish(number)
    lived.enter(number, *LIMITED)
    text = client.get(address).content.decode()
    assert "Recorded: " in text
    assert text.count("<entry>") == 5


def test_pictures_are_those_of_the_mark_alone() -> None:
    letter = {"kind": "letter", "sha256": "cd" * 32, "name": "letter.pdf", "size": 10}
    number = lived.published("madrid", documents=(letter, PICTURE))
    [picture] = bibliographic.pictures(file_of(number))
    assert (picture.sha256, picture.number, picture.is_seen) == (PICTURE["sha256"], "1", True)


def test_views_are_numbered_by_design_and_say_what_they_show() -> None:
    view = PICTURE | {"kind": "shown.0.views.0"}
    [picture] = bibliographic.pictures(file_of(lived.published("hague", documents=(view,))))
    assert (picture.number, picture.legend) == ("1.1", "front")
