"""The pages and the API of a mark's draft, and the page of one that was presented."""

import pypdfium2
import pytest
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from chancery.records.documents.tests.pictures import image
from chancery.records.register import queries as rights
from chancery.services.filing import actions
from chancery.services.filing.models import Draft
from chancery.services.filing.registrations.madrid.book import MADRID
from chancery.services.filing.registrations.tests.marking import mark
from chancery.services.filing.tests.people import AT, person
from chancery.services.filing.tests.test_api import DRAFTS, Caller

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada():
    return person("Ada")


@pytest.fixture
def page(client, ada):
    client.force_login(get_user_model().objects.get(pk=ada))
    return client


@pytest.fixture
def pk(ada):
    return mark(ada, picture=False)


def box(pk, slug):
    return reverse("filing:box", args=[pk, slug])


def test_what_to_file_is_chosen_at_the_start(page):
    text = page.get(reverse("filing:start")).content.decode()
    assert all(f'value="{treaty}"' in text for treaty in ("pct", "madrid", "hague", "lisbon"))
    answer = page.post(reverse("filing:start"), {"treaty": "madrid"})
    assert answer["Location"] == box(Draft.objects.get().pk, "origin")
    assert page.post(reverse("filing:start"), {"treaty": "nice"})["Location"] == reverse("filing:mine")


def test_every_box_has_a_page(page, pk):
    for one in MADRID.boxes:
        assert page.get(box(pk, one.slug)).status_code == 200, one.slug
    assert page.get(reverse("filing:check", args=[pk])).status_code == 200
    assert page.get(reverse("filing:draft-sharing", args=[pk])).status_code == 200


def test_parties_are_ticked_in_a_table_that_works_without_scripts(page, pk):
    text = page.get(box(pk, "designations")).content.decode()
    assert 'class="tiles"' in text
    assert 'href="#party-JP"' in text
    assert "only through Benelux" in text
    page.post(box(pk, "designations"), {"designate": "1", "parties": ["US", "JP"]})
    assert [one["party"] for one in Draft.objects.get().application["designations"]] == ["JP", "US"]
    assert "MM18" in page.get(box(pk, "designations")).content.decode()


def test_the_fee_of_a_party_falls_when_it_is_limited(page, pk):
    before = page.get(box(pk, "designations")).context["assessment"].fees.totals
    row = Draft.objects.get()
    data = {"shown": "designations.1.goods", "revision": row.revision, "designations.1.goods": ["0"]}
    assert page.post(box(pk, "designations"), data).status_code == 302
    after = page.get(box(pk, "designations")).context["assessment"].fees.totals
    assert after[0].amount < before[0].amount


def test_terms_are_looked_up_with_and_without_scripts(page, pk):
    whole = page.post(box(pk, "goods"), {"terms": "handbags of leather"})
    assert 'value="18 handbags of leather"' in whole.content.decode()
    piece = page.post(box(pk, "goods"), {"terms": "handbags of leather"}, headers=LIVE).content.decode()
    assert piece.lstrip().startswith('<div id="looked"')
    page.post(box(pk, "goods"), {"terms": "", "take": "18 handbags of leather"})
    assert [one["number"] for one in Draft.objects.get().application["goods"]] == [9, 18, 25]


LIVE = {"HX-Request": "true", "HX-Target": "looked"}


def test_a_picture_is_brought_shown_and_taken_out(page, pk):
    file = SimpleUploadedFile("rose.jpg", image(), content_type="image/jpeg")
    where = "mark.reproductions.0"
    assert page.post(box(pk, "mark"), {"attach": "1", "where": where, "file": file}).status_code == 302
    assert "rose.jpg" in page.get(box(pk, "mark")).content.decode()
    assert page.get(reverse("filing:draft-file", args=[pk, where])).status_code == 200
    assert page.post(box(pk, "mark"), {"detach": where}).status_code == 302
    assert page.get(reverse("filing:draft-file", args=[pk, where])).status_code == 404


@pytest.mark.parametrize(
    "sent", [{"detach": "mark.reproductions.9"}, {"detach": "x"}, {"attach": "1", "where": "mark"}]
)
def test_nonsense_is_refused_on_the_page_and_loses_nothing(page, pk, sent):
    if "attach" in sent:
        sent = sent | {"file": SimpleUploadedFile("x.jpg", b"nothing")}
    assert page.post(box(pk, "mark"), sent).status_code == 422


def test_the_check_page_names_each_finding_with_its_provision_and_its_field(page, pk):
    text = page.get(reverse("filing:check", args=[pk])).content.decode()
    assert "Madrid Rule 9(4)(a)(v)" in text
    assert "Prevents handing in" in text
    assert page.post(reverse("filing:check", args=[pk])).status_code == 422


def test_presenting_leads_to_number_receipt_and_proof(page, ada):
    pk = mark(ada)
    answer = page.post(reverse("filing:check", args=[pk]), {"name": "Ada Okafor"})
    number = Draft.objects.get(pk=pk).number
    assert answer["Location"] == reverse("filing:presented", args=[rights.in_address(number)])
    text = page.get(answer["Location"]).content.decode()
    assert number in text
    assert "rose.jpg" in text
    pdf = page.get(reverse("filing:presented-receipt", args=[rights.in_address(number)]))
    words = pypdfium2.PdfDocument(pdf.content)[0].get_textpage().get_text_range()
    assert number in words
    assert "ALPENROSE" in words


def test_nobody_else_sees_what_was_presented(page, client, ada):
    address = rights.in_address(actions.submit(mark(ada), by=ada, at=AT).number)
    client.force_login(get_user_model().objects.get(pk=person("Bob")))
    for name in ("filing:presented", "filing:presented-receipt"):
        assert client.get(reverse(name, args=[address])).status_code == 404


def test_who_is_asked_to_sign_reads_the_whole_application_without_an_account(client, ada):
    pk = mark(ada)
    secret = actions.ask_signature(pk, name="Weber, Anna", capacity="director", email="a@example.org", by=ada, at=AT)
    address = reverse("filing:sign", args=[secret])
    text = client.get(address).content.decode()
    assert all(words in text for words in ("Alpenrose SA", "raincoats", "EM European Union", "rose.jpg"))
    assert client.get(reverse("filing:sign-file", args=[secret, "mark.reproductions.0"])).status_code == 200
    client.post(address, {"name": "Anna Weber"})
    assert [one["name"] for one in Draft.objects.get(pk=pk).signatures] == ["Anna Weber"]


def test_a_mark_is_printed_as_itself_and_not_as_a_patent_request(page, pk):
    answer = page.get(reverse("filing:draft-request", args=[pk]))
    assert answer["Content-Disposition"] == 'inline; filename="application.pdf"'


WRITTEN = {
    "origin": "CH",
    "language": "en",
    "applicants": [
        {
            "name": "Alpenrose SA",
            "address": "Rue du Lac 1",
            "country": "CH",
            "email": "marks@example.org",
            "link": "established",
        }
    ],
    "basis": [{"kind": "registration", "number": "745 123", "dated": "2026-09-15"}],
    "mark": {"form": "word", "words": "ALPENROSE", "standardCharacters": True},
    "goods": [{"number": 25, "text": "raincoats"}],
    "designations": [{"party": "JP"}],
}


def test_a_mark_is_presented_over_the_api():
    ada = Caller("Ada")
    draft = ada("post", f"{DRAFTS}?treaty=madrid")["Location"]
    told = ada("put", f"{draft}/mark", WRITTEN).json()
    assert (told["treaty"], told["application"], told["mark"]["mark"]["words"]) == ("madrid", None, "ALPENROSE")
    fees = ada("get", f"{draft}/check").json()["fees"]
    assert [one["code"] for one in fees] == ["basic", "individual_JP"]
    done = ada("post", f"{draft}/submission", {})
    assert done.status_code == 201, done.content
    assert done.json()["number"].startswith("MADRID/2026/")


def test_a_draft_of_another_kind_is_not_there_for_the_api():
    ada = Caller("Ada")
    draft = ada("post", f"{DRAFTS}?treaty=hague")["Location"]
    assert ada("put", f"{draft}/mark", WRITTEN).status_code == 404
    assert ada("put", draft, {"title": "Lamp"}).status_code == 404
    assert ada("patch", f"{draft}/design", {"language": "fr"}).json()["design"]["language"] == "fr"


def test_a_file_is_attached_and_taken_out_over_the_api():
    ada = Caller("Ada")
    draft = ada("post", f"{DRAFTS}?treaty=madrid")["Location"]
    told = ada("put", f"{draft}/files/mark.reproductions.0?name=rose.jpg", image(), kind="image/jpeg").json()
    assert [(one["shows"], one["name"]) for one in told["files"]] == [("mark.reproductions.0", "rose.jpg")]
    assert ada("delete", f"{draft}/files/mark.reproductions.0").json()["files"] == []
    refused = ada("put", f"{draft}/files/mark.words", image(), kind="image/jpeg")
    assert (refused.status_code, refused.headers["Content-Type"]) == (422, "application/problem+json")


def test_who_signed_is_named_while_something_still_prevents_handing_in(page, pk):
    check = reverse("filing:check", args=[pk])
    assert page.post(check, {"name": "Ada Keller"}).status_code == 422
    text = page.get(check).content.decode()
    assert "Signed by <bdi>Ada Keller</bdi>" in text.replace("\n", "")
    assert "Correct first what prevents handing in" in text
    assert "could not be read: the application" not in text
