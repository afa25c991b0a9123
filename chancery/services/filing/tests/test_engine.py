"""The draft engine under the books: paths, lists within lists, order, objects that may be missing, and the table."""

import pytest

from chancery.core.refusal import Conflict, Refused
from chancery.records.documents.tests.pictures import image
from chancery.services.filing import actions, books, content, paths
from chancery.services.filing.models import Draft
from chancery.services.filing.tests.people import AT, person, revision, write

MADRID, HAGUE = books.BOOKS["madrid"], books.BOOKS["hague"]


@pytest.mark.parametrize(
    ("path", "pattern"),
    [("title", "title"), ("parties.0.name", "parties.#.name"), ("shown.12.views.3.legend", "shown.#.views.#.legend")],
)
def test_a_pattern_has_the_places_of_a_path_left_out(path, pattern):
    assert paths.pattern_of(path) == pattern


def test_a_path_is_there_while_the_items_on_its_way_are():
    data = {"shown": [{"views": [{"legend": ""}]}], "representative": None}
    assert paths.exists(data, "shown.0.views.0.legend")
    assert not paths.exists(data, "shown.0.views.1.legend")
    assert not paths.exists(data, "shown.1.product")
    assert not paths.exists(data, "shown.first.product")
    assert paths.exists(data, "representative.name"), "an object that is missing can be written"


def test_what_is_kept_by_path_moves_with_its_item_and_goes_with_it():
    kept = {"shown.0.views.0": "a", "shown.1": "b", "shown.10.views.2": "c", "goods.0.text": "d", "shown": "e"}
    paths.moved(kept, "shown", [10, 0])
    assert kept == {"shown.1.views.0": "a", "shown.0.views.2": "c", "goods.0.text": "d", "shown": "e"}


def test_every_book_finds_a_field_for_each_pattern_and_a_box_for_each_field():
    for book in books.BOOKS.values():
        for pattern, field in book.fields.items():
            path = pattern.replace("#", "3")
            assert book.field_at(path) is field
            assert book.box_of(path) in book.boxes
        assert len(book.by_slug) == len(book.boxes), book.treaty


@pytest.mark.parametrize("treaty", books.BOOKS)
def test_a_blank_draft_of_each_treaty_is_data_of_its_application(treaty):
    book = books.BOOKS[treaty]
    assert book.application.from_dict(book.blank).to_dict() == book.blank
    assert not any(box for box in book.boxes if box.slug == "signature" and box.fields)


def test_places_in_a_list_follow_when_it_is_put_in_another_order():
    data = dict(MADRID.blank) | {
        "goods": [{"number": n, "text": str(n)} for n in (1, 2, 3)],
        "priorities": [{"goods": [0, 2]}],
        "designations": [{"goods": [1]}, {"goods": []}],
    }
    unread = {"goods.2.number": "three"}
    content.reorder(MADRID, data, (unread,), "goods", [2, 0])
    assert [one["number"] for one in data["goods"]] == [3, 1]
    assert data["priorities"][0]["goods"] == [0, 1]
    assert data["designations"][0]["goods"] == [], "what it pointed to has gone"
    assert unread == {"goods.0.number": "three"}


@pytest.mark.django_db
class TestADraft:
    @pytest.fixture
    def ada(self):
        return person("Ada")

    @pytest.fixture
    def pk(self, ada):
        return actions.start(treaty="hague", by=ada, at=AT)

    def test_has_lists_within_the_items_of_a_list(self, ada, pk):
        actions.add(pk, group="shown.0.views", by=ada, at=AT)
        actions.add(pk, group="shown.0.views", by=ada, at=AT)
        write(pk, ada, {"shown.0.views.1.legend": "front"})
        actions.remove(pk, group="shown.0.views", place=0, revision=revision(pk), by=ada, at=AT)
        assert [one["legend"] for one in Draft.objects.get(pk=pk).application["shown"][0]["views"]] == ["front"]

    @pytest.mark.parametrize("group", ["shown.7.views", "nothing", "", "shown.0", "title", "shown.0.views.0.legend"])
    def test_knows_no_other_lists(self, ada, pk, group):
        with pytest.raises(Refused):
            actions.add(pk, group=group, by=ada, at=AT)

    def test_moves_an_item_with_its_files(self, ada, pk):
        actions.add(pk, group="shown", by=ada, at=AT)
        write(pk, ada, {"shown.0.product": "Lamp", "shown.1.product": "Chair"})
        actions.attach(pk, kind="shown.1.views.0", data=image(), name="chair.jpg", by=ada, at=AT)
        actions.move(pk, group="shown", place=1, to=0, revision=revision(pk), by=ada, at=AT)
        row = Draft.objects.get(pk=pk)
        assert [one["product"] for one in row.application["shown"]] == ["Chair", "Lamp"]
        assert [*row.files] == ["shown.0.views.0"]

    def test_does_not_move_what_was_moved_elsewhere_since(self, ada, pk):
        actions.add(pk, group="shown", by=ada, at=AT)
        seen = revision(pk)
        actions.move(pk, group="shown", place=0, to=1, revision=seen, by=ada, at=AT)
        with pytest.raises(Conflict):
            actions.move(pk, group="shown", place=0, to=1, revision=seen, by=ada, at=AT)
        with pytest.raises(Refused):
            actions.move(pk, group="shown", place=0, to=9, revision=revision(pk), by=ada, at=AT)

    def test_of_no_known_treaty_is_not_begun(self, ada):
        with pytest.raises(Refused):
            actions.start(treaty="nice", by=ada, at=AT)

    def test_keeps_no_file_of_an_item_that_data_sent_leave_out(self, ada, pk):
        actions.attach(pk, kind="shown.0.views.0", data=image(), name="lamp.jpg", by=ada, at=AT)
        actions.replace(pk, application={"shown": []}, revision=revision(pk), by=ada, at=AT)
        assert Draft.objects.get(pk=pk).files == {}
