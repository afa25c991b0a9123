"""The pages of design and Lisbon applications, as somebody without JavaScript sends them, and as htmx does."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from chancery.records.documents.tests.pictures import image, photograph
from chancery.services.filing import actions, books
from chancery.services.filing.models import Draft
from chancery.services.filing.registrations.tests.drafting import design, indication
from chancery.services.filing.tests.people import AT, person, revision, write
from chancery.services.filing.tests.test_pages import box, send, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada():
    return person("Ada")


@pytest.fixture
def page(ada):
    return signed_in("ada")


def picture(name="lamp.jpg", **how):
    return SimpleUploadedFile(name, image(**how), content_type="image/jpeg")


def views(pk, place=0):
    row = Draft.objects.get(pk=pk)
    return [
        row.files[f"shown.{place}.views.{one}"]["name"] for one in range(len(row.application["shown"][place]["views"]))
    ]


def bounds(shown):
    """Every field of the page, as its form shows it."""
    return [line.bound for row in shown.all_rows for line in row.lines]


@pytest.mark.parametrize(("make", "treaty"), [(design, "hague"), (indication, "lisbon")])
def test_every_box_has_a_page_that_can_be_saved_and_left(page, ada, make, treaty):
    pk = make(ada)
    before = Draft.objects.get(pk=pk).application
    for one in books.BOOKS[treaty].boxes:
        answer = page.get(box(pk, one.slug))
        assert answer.status_code == 200, one.slug
        typed = {bound.name: bound.value() for bound in bounds(answer.context["shown"])}
        sent = {name: "on" if value is True else value for name, value in typed.items() if value not in (False, None)}
        data = {"shown": answer.context["shown"].paths, "revision": revision(pk), "next": "1", **sent}
        assert page.post(box(pk, one.slug), data).status_code == 302
    assert Draft.objects.get(pk=pk).application == before


@pytest.mark.parametrize("treaty", ["hague", "lisbon"])
def test_a_draft_is_begun_from_the_start_page(page, treaty):
    answer = page.post(reverse("filing:start"), {"treaty": treaty}, follow=True)
    assert answer.status_code == 200
    assert Draft.objects.get().treaty == treaty


def test_several_pictures_are_taken_at_once_in_the_order_in_which_they_come(page, ada):
    pk = design(ada, views=0)
    answer = send(
        page, pk, "designs", {}, **{"shown.0.views": [picture("a.jpg"), picture("b.jpg", border=8)]}, upload="1"
    )
    assert answer.status_code == 302
    assert views(pk) == ["a.jpg", "b.jpg"]
    text = page.get(box(pk, "designs")).content.decode()
    assert "2 views" in text
    assert ">1.2<" in text


def test_a_picture_that_cannot_be_taken_is_refused_and_the_others_are_kept(page, ada):
    pk = design(ada, views=0)
    bad = SimpleUploadedFile("plan.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", content_type="image/svg+xml")
    answer = send(page, pk, "designs", {"shown.0.product": "Lamp"}, **{"shown.0.views": [picture("a.jpg"), bad]})
    assert answer.status_code == 422
    assert "another kind (SVG)" in answer.content.decode()
    assert views(pk) == ["a.jpg"]


def test_another_picture_takes_the_place_of_a_view(page, ada):
    pk = design(ada, views=2)
    send(page, pk, "designs", {}, **{"shown.0.views.0": picture("better.jpg", border=12)})
    assert views(pk) == ["better.jpg", "1.jpg"]


def test_what_was_typed_is_saved_together_with_the_pictures(page, ada):
    pk = design(ada, views=0)
    send(page, pk, "designs", {"shown.0.product": "Desk lamp"}, htmx=True, **{"shown.0.views": [picture()]})
    assert Draft.objects.get(pk=pk).title == "Desk lamp"
    assert views(pk) == ["lamp.jpg"]


def test_htmx_gets_the_box_again_with_the_new_view(page, ada):
    pk = design(ada, views=0)
    answer = send(page, pk, "designs", {}, htmx=True, **{"shown.0.views": [picture()]})
    assert answer["HX-Retarget"] == "#box"
    assert "item-shown.0.views.0" in answer.content.decode()


def test_views_are_moved_and_taken_out_by_buttons(page, ada):
    pk = design(ada, views=3)
    answer = send(page, pk, "designs", {}, move="shown.0.views.2 0")
    assert answer["Location"].endswith("#item-shown.0.views.0")
    assert views(pk) == ["2.jpg", "0.jpg", "1.jpg"]
    send(page, pk, "designs", {}, remove="shown.0.views.1")
    assert views(pk) == ["2.jpg", "1.jpg"]


def test_a_small_picture_is_shown_where_a_browser_shows_no_tiff(page, ada):
    pk = design(ada, views=0)
    send(page, pk, "designs", {}, **{"shown.0.views": [SimpleUploadedFile("lamp.tif", image("TIFF"))]})
    address = reverse("filing:draft-file", args=[pk, "shown.0.views.0"])
    small, whole = page.get(address + "?small"), page.get(address)
    assert small["Content-Type"] == "image/jpeg"
    assert max(Image.open(io.BytesIO(b"".join(small.streaming_content))).size) == 480
    assert whole["Content-Type"] == "image/tiff"
    assert f"{address}?small" in page.get(box(pk, "designs")).content.decode()


def test_nobody_else_sees_a_picture_of_a_draft(ada):
    pk = design(ada, views=1)
    person("Eve")
    for address in (reverse("filing:draft-file", args=[pk, "shown.0.views.0"]), box(pk, "designs")):
        assert signed_in("eve").get(address).status_code == 404
        assert signed_in("eve").get(address + "?small").status_code == 404


def test_a_place_that_is_none_takes_no_picture(page, ada):
    pk = design(ada, views=1)
    for where in ("shown.0.views.7", "shown.9.views", "applicants.0", "shown.0.views.x"):
        answer = send(page, pk, "designs", {}, **{where: [picture()]})
        assert answer.status_code in {404, 422}, where
    assert views(pk) == ["0.jpg"]


def test_parties_are_ticked_and_said_with_fees_and_what_they_ask_for(page, ada):
    pk = design(ada, parties=())
    answer = page.post(box(pk, "parties"), {"parties": ["US", "CH"], "designate": "1"})
    assert answer["Location"].endswith("#designated")
    assert [one["party"] for one in Draft.objects.get(pk=pk).application["designations"]] == ["US", "CH"]
    text = page.get(box(pk, "parties")).content.decode()
    assert "creator as applicant, oath" in text
    assert "CHF 1,150" in text


def test_the_fee_follows_what_is_typed_without_another_page(page, ada):
    pk = design(ada, parties=("US",), views=1)
    answer = send(page, pk, "parties", {"designations.0.category": "small"}, htmx=True)
    text = answer.content.decode()
    assert 'id="designated" hx-swap-oob="true"' in text
    assert "CHF 1,150" not in text


def test_the_shortest_deferment_is_said_as_soon_as_it_is_chosen(page, ada):
    pk = design(ada, parties=("SG",), views=1)
    text = send(page, pk, "publication", {"publication": "deferred"}, htmx=True).content.decode()
    assert "18 months at most" in text
    assert "Singapore" in text


def test_a_party_of_origin_says_which_parties_are_covered(page, ada):
    pk = indication(ada)
    answer = page.get(box(pk, "parties"))
    assert "41 parties" in answer.content.decode()
    write(pk, ada, {"waived": ["CH"]})
    assert "not wanted" in page.get(box(pk, "parties")).content.decode()


def test_a_finding_of_a_measure_leads_to_its_box(page, ada):
    pk = design(ada, views=0)
    send(page, pk, "designs", {}, **{"shown.0.views": [picture(dpi=72)]})
    text = page.get(reverse("filing:check", args=[pk])).content.decode()
    assert "resolution of 300 dots an inch" in text
    assert f'href="{box(pk, "designs")}' in text


def test_the_place_of_a_photograph_is_taken_out_and_said(page, ada):
    pk = design(ada, views=0)
    brought = SimpleUploadedFile("lamp.jpg", photograph())
    answer = send(page, pk, "designs", {}, htmx=True, **{"shown.0.views": [brought]})
    assert "said where the picture was taken" in answer.content.decode()


def test_an_application_is_presented_from_the_check_page(page, ada):
    pk = design(ada)
    answer = page.post(reverse("filing:check", args=[pk]), {"name": "Ada Okafor", "capacity": "applicant"})
    assert answer.status_code == 302
    assert Draft.objects.get(pk=pk).number == "HAGUE/2026/000001"
    assert page.get(answer["Location"]).status_code == 200


def test_a_copy_keeps_its_pictures(ada):
    pk = design(ada)
    assert views(actions.copy(pk, by=ada, at=AT)) == ["0.jpg", "1.jpg"]
