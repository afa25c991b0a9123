"""The book of a mark: its fields, its goods, its parties, its files, and presenting it."""

from dataclasses import replace

import pytest

from chancery.core.refusal import Denied, Refused
from chancery.records.documents.tests.pictures import image
from chancery.records.register import queries as rights
from chancery.services.filing import actions, assessment, content
from chancery.services.filing.models import Draft
from chancery.services.filing.registrations.madrid import terms
from chancery.services.filing.registrations.madrid.actions import designate, sort_goods, take_terms
from chancery.services.filing.registrations.madrid.book import MADRID
from chancery.services.filing.registrations.madrid.parties import rows
from chancery.services.filing.registrations.tests.marking import mark
from chancery.services.filing.tests.people import AT, person, revision, write
from chancery.treaties import madrid
from chancery.treaties.kernel import Money

pytestmark = pytest.mark.django_db
ON = AT.date()

FULL = madrid.Application(
    applicants=(madrid.Applicant(),),
    representative=madrid.Representative(),
    basis=(madrid.BasicMark(),),
    mark=madrid.Mark(reproductions=(madrid.Reproduction(),)),
    goods=(madrid.Good(0, ""),),
    priorities=(madrid.PriorityClaim(),),
    designations=(madrid.Designation(),),
)

IN_NO_BOX = {
    "received_on": "the Office's",
    "classes": "those of the goods",
    "designations.#.classes": "those of the goods it is limited to",
    **{f"mark.reproductions.#.{name}": "measured" for name in ("format", "width_cm", "height_cm", "size", "colour")},
    **{
        f"certification.{name}": "the Office of origin's"
        for name in (
            "received_on",
            "same_applicant",
            "same_mark",
            "same_indications",
            "colours_covered",
            "goods_covered",
            "signed",
        )
    },
}


@pytest.fixture
def ada():
    return person("Ada")


def stored(pk):
    return Draft.objects.get(pk=pk).application


def said(pk):
    return assessment.assess(Draft.objects.get(pk=pk), on=ON)


def _leaves(value, path=""):
    for name, inner in value.items():
        if isinstance(inner, dict):
            yield from _leaves(inner, f"{path}{name}.")
        elif isinstance(inner, list) and inner and isinstance(inner[0], dict):
            yield from _leaves(inner[0], f"{path}{name}.#.")
        else:
            yield f"{path}{name}"


def test_every_field_of_a_mark_stands_in_a_box_or_is_told_otherwise():
    assert {path for path in _leaves(FULL.to_dict()) if path not in MADRID.fields} == set(IN_NO_BOX)


def test_every_finding_of_a_blank_application_has_a_box_that_owns_it():
    for one in MADRID.assess(FULL, ON).findings:
        box = MADRID.box_of(one.field)
        assert any(one.field == start or one.field.startswith(f"{start}.") for start in box.owns), one.field


def test_a_representative_is_there_only_while_something_is_said_of_one(ada):
    pk = mark(ada, picture=False)
    assert stored(pk)["representative"] is None
    write(pk, ada, {"representative.name": "Weber, Anna"})
    assert stored(pk)["representative"]["name"] == "Weber, Anna"
    write(pk, ada, {"representative.name": ""})
    assert stored(pk)["representative"] is None


def test_terms_come_into_the_list_in_the_order_of_the_classes_and_once(ada):
    pk = mark(ada, picture=False)
    take_terms(pk, terms=[(25, "Raincoats "), (42, "design of software"), (3, "soap")], by=ada, at=AT)
    assert [(one["number"], one["text"]) for one in stored(pk)["goods"]] == [
        (3, "soap"),
        (9, "computer software"),
        (25, "raincoats"),
        (42, "design of software"),
    ]


def test_a_limitation_follows_its_goods_when_the_list_changes(ada):
    pk = mark(ada, picture=False)
    write(pk, ada, {"designations.1.goods": ["1"]})
    take_terms(pk, terms=[(3, "soap")], by=ada, at=AT)
    assert stored(pk)["designations"][1]["goods"] == [2], "raincoats stand in the third place now"
    actions.remove(pk, group="goods", place=0, revision=revision(pk), by=ada, at=AT)
    assert stored(pk)["designations"][1]["goods"] == [1]
    actions.remove(pk, group="goods", place=1, revision=revision(pk), by=ada, at=AT)
    assert stored(pk)["designations"][1]["goods"] == []


def test_a_list_out_of_order_is_put_in_order(ada):
    pk = mark(ada, picture=False)
    write(pk, ada, {"goods.0.number": "35", "goods.0.text": "retail services"})
    assert any("Class 25 comes after class 35" in one.message for one in said(pk).findings)
    sort_goods(pk, by=ada, at=AT)
    assert [one["number"] for one in stored(pk)["goods"]] == [25, 35]


def test_parties_are_designated_and_what_was_said_of_those_that_stay_stays(ada):
    pk = mark(ada, picture=False)
    write(pk, ada, {"designations.0.second_language": "fr"})
    designate(pk, parties=["US", "EM"], by=ada, at=AT)
    assert [one["party"] for one in stored(pk)["designations"]] == ["EM", "US"]
    assert stored(pk)["designations"][0]["second_language"] == "fr"
    assert stored(pk)["designations"][1]["intends_use"], "the designation of the United States declares it"


@pytest.mark.parametrize("code", ["XX", "BE", ""])
def test_what_is_no_party_cannot_be_designated(ada, code):
    pk = mark(ada, picture=False)
    with pytest.raises(Refused):
        designate(pk, parties=[code], by=ada, at=AT)
    assert [one["party"] for one in stored(pk)["designations"]] == ["EM", "JP"]


def test_only_editors_designate(ada):
    with pytest.raises(Denied):
        designate(mark(ada, picture=False), parties=["US"], by=person("Bob"), at=AT)


def test_each_party_is_quoted_as_the_fee_sheet_has_it_once_it_is_designated(ada):
    application = MADRID.application.from_dict(stored(mark(ada, picture=False)))
    quoted = {row.code: row for row in rows(application, on=ON)}
    for code in ("US", "CN", "NO"):
        wanted = replace(application, designations=(madrid.Designation(party=code),))
        line = madrid.fees(wanted, on=ON).lines[-1]
        assert quoted[code].fee.amount == line.amount, code
        assert isinstance(line.amount, Money)


def test_why_a_party_cannot_be_designated_is_said_with_its_provision(ada):
    application = MADRID.application.from_dict(stored(mark(ada, picture=False)))
    barred = {row.code: row.barred.cites for row in rows(application, on=ON) if row.barred}
    assert barred["CH"] == "Madrid Art. 3bis"
    assert barred["BE"] == "Madrid Art. 3ter(1)"
    assert "JP" not in barred


def test_what_a_party_asks_for_besides_is_said(ada):
    application = MADRID.application.from_dict(stored(mark(ada, picture=False)))
    asks = {row.code: {note.cites for note in row.asks} for row in rows(application, on=ON)}
    assert "Madrid Rule 7(2)" in asks["US"]
    assert "Madrid Rule 9(5)(g)(ii)" in asks["EM"]
    assert "Madrid Rule 34(3)" in asks["JP"], "a second part of the fee"
    assert "Madrid Art. 5(2)(b)" not in asks["BG"], "between dual parties the declaration has no effect"


def test_the_assistant_names_the_class_of_each_term_with_its_reason():
    found = terms.look_up("raincoats\ncomputer software; raincoats", language="en")
    assert [(one.term, one.offers[0].number) for one in found] == [("raincoats", 25), ("computer software", 9)]
    assert found[0].offers[0].words
    assert terms.chosen([found[0].offers[0].value, "nonsense", "9 "]) == [(25, "raincoats")]


def test_a_picture_is_measured_and_goes_with_its_reproduction(ada):
    pk = mark(ada)
    assert said(pk).application.mark.reproductions[0].format == "JPEG"
    assert actions.copy(pk, by=ada, at=AT)
    actions.remove(pk, group="mark.reproductions", place=0, revision=revision(pk), by=ada, at=AT)
    row = Draft.objects.get(pk=pk)
    assert (row.application["mark"]["reproductions"], row.files) == ([], {})
    assert any(one.field == "mark.reproductions" for one in said(pk).preventing)


def test_what_is_said_of_a_file_that_is_not_there_is_not_believed(ada):
    pk = mark(ada, picture=False)
    measured = {"format": "PNG", "width_cm": 8.0, "height_cm": 8.0, "size": 1000, "colour": True}
    shown = stored(pk)["mark"] | {"reproductions": [measured]}
    actions.replace(pk, application={"mark": shown}, revision=revision(pk), by=ada, at=AT)
    assert said(pk).application.mark.reproductions == (madrid.Reproduction(),)
    assert any(one.field.startswith("mark.reproductions") for one in said(pk).findings)


def test_a_file_that_is_none_of_the_kinds_is_refused_beside_its_place(ada):
    pk = mark(ada, picture=False)
    with pytest.raises(Refused) as refused:
        actions.attach(pk, kind="mark.reproductions.0", data=b"not a picture", name="x.png", by=ada, at=AT)
    assert refused.value.findings[0].field == "mark.reproductions.0"
    with pytest.raises(Refused):
        actions.attach(pk, kind="mark.reproductions.1", data=image(), name="x.png", by=ada, at=AT)


def test_a_sound_is_kept_as_a_sound(ada):
    pk = mark(ada, picture=False)
    write(pk, ada, {"mark.form": "sound"})
    sound = b"ID3\x04\x00\x00\x00\x00\x00\x00" + b"\xff\xfb\x90\x00" * 400
    actions.attach(pk, kind="mark.reproductions.0", data=sound, name="rose.mp3", by=ada, at=AT)
    assert said(pk).application.mark.reproductions[0].format == "MP3"


def test_a_mark_is_presented_to_its_office_of_origin_once(ada):
    pk = mark(ada)
    filed = actions.submit(pk, by=ada, at=AT)
    assert filed.number.startswith("MADRID/2026/")
    assert actions.submit(pk, by=ada, at=AT) == filed
    file = rights.registration(filed.number)
    assert (file.office, file.title, file.documents[0]["name"]) == ("CH", "ALPENROSE", "rose.jpg")
    assert file.received_on == ON


def test_what_prevents_presenting_is_refused_with_its_provisions(ada):
    pk = mark(ada, picture=False)
    with pytest.raises(Refused) as refused:
        actions.submit(pk, by=ada, at=AT)
    assert {one.cites for one in refused.value.findings} == {"Madrid Rule 9(4)(a)(v)"}
    with pytest.raises(Refused):
        actions.submit(pk, by=ada, at=AT, insist=True)


def test_a_signature_lapses_when_what_was_signed_is_changed(ada):
    pk = mark(ada, picture=False)
    actions.sign(pk, name="Ada Okafor", capacity="director", by=ada, at=AT)
    assert Draft.objects.get(pk=pk).signatures[0]["name"] == "Ada Okafor"
    assert write(pk, ada, {"mark.translation": "alpine rose"}).lapsed
    assert Draft.objects.get(pk=pk).signatures == []


def test_a_copy_has_the_files_and_no_signature(ada):
    pk = mark(ada)
    actions.sign(pk, name="Ada Okafor", capacity="", by=ada, at=AT)
    twin = Draft.objects.get(pk=actions.copy(pk, by=ada, at=AT))
    assert (twin.treaty, twin.signatures, twin.title) == ("madrid", [], "ALPENROSE")
    assert twin.files == Draft.objects.get(pk=pk).files


@pytest.mark.parametrize("typed", ["nine", "-1", "999", "1.5"])
def test_a_class_that_cannot_be_read_is_kept_as_typed(ada, typed):
    pk = mark(ada, picture=False)
    write(pk, ada, {"goods.0.number": typed})
    row = Draft.objects.get(pk=pk)
    assert content.shown(MADRID, row.application, row.unread, "goods.0.number") == typed
    assert said(pk).unread[0].field == "goods.0.number"


def test_classes_of_the_basic_mark_are_read_from_any_list(ada):
    pk = mark(ada, picture=False)
    write(pk, ada, {"basis.0.classes": "9, 25;9 3"})
    assert stored(pk)["basis"][0]["classes"] == [3, 9, 25]


@pytest.mark.parametrize(
    ("words", "latin", "found"),
    [
        ("ALPENROSE", True, set()),
        ("Älpenrøse №", True, set()),
        ("ROSE IX Ⅸ 2026", True, set()),
        ("РОЗА", True, {"raised"}),
        ("ROSE 薔薇", True, {"raised"}),
        ("ROSE ٣", True, {"raised"}),
        ("РОЗА", False, set()),
        ("ROSE", False, {"hint"}),
        ("", False, set()),
    ],
)
def test_what_is_said_of_its_letters_is_held_against_its_words(ada, words, latin, found):
    pk = mark(ada, picture=False)
    write(pk, ada, {"mark.words": words, "mark.latin": latin, "mark.transliteration": "roza"})
    assert {one.severity for one in said(pk).findings if one.field == "mark.latin"} == found


def test_a_new_draft_says_nothing_of_its_letters(ada):
    pk = actions.start(treaty="madrid", by=ada, at=AT)
    assert stored(pk)["mark"]["latin"] is False


def test_the_notes_in_a_sound_are_gone_and_the_page_says_so(ada):
    pk = mark(ada, picture=False)
    sound = b"ID3\x04\x00\x00\x00\x00\x00\x04TIT2" + b"\xff\xfb\x90\x00" * 400
    actions.attach(pk, kind="mark.reproductions.0", data=sound, name="rose.mp3", by=ada, at=AT)
    from chancery.services.filing.tests.test_pages import box, signed_in

    assert "Notes of the programme" in signed_in("ada").get(box(pk, "mark")).content.decode()
