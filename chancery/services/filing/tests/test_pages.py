"""The pages: what a person sees, types and loses (nothing)."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from chancery.core import ledger
from chancery.records.documents.tests import samples
from chancery.records.register import actions as register
from chancery.records.register import queries as rights
from chancery.records.register.events import CorrectionInvited
from chancery.services.filing import actions
from chancery.services.filing.models import Draft
from chancery.services.filing.tests.people import AT, draft, person, revision

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada():
    return person("Ada")


@pytest.fixture
def page(ada):
    return signed_in("ada")


@pytest.fixture
def pk(ada):
    return draft(ada, documents=False)


def signed_in(name: str) -> Client:
    client = Client()
    client.force_login(user(name))
    return client


def user(name: str):
    from django.contrib.auth import get_user_model

    return get_user_model().objects.get(email=f"{name}@example.org")


def box(pk: int, slug: str) -> str:
    return reverse("filing:box", args=[pk, slug])


def send(page: Client, pk: int, slug: str, fields: dict, *, htmx: bool = False, **buttons):
    data = {"shown": " ".join(fields), "revision": revision(pk)} | fields | buttons
    return page.post(box(pk, slug), data, headers={"HX-Request": "true"} if htmx else {})


def test_nobody_gets_in_without_signing_in(client):
    for name in ("filing:mine", "filing:start"):
        answer = client.get(reverse(name))
        assert answer.status_code == 302
        assert "/account/login/" in answer["Location"]


def test_an_empty_list_says_what_it_is_for(page):
    assert "Nothing here yet" in page.get(reverse("filing:mine")).content.decode()


def test_a_draft_is_begun_by_a_button_and_listed(page, ada):
    answer = page.post(reverse("filing:start"))
    pk = Draft.objects.get().pk
    assert answer["Location"] == box(pk, "title")
    assert "Untitled application" in page.get(reverse("filing:mine")).content.decode()


@pytest.mark.parametrize("sort", ["title", "-number", "status", "-due", "saved", "nonsense"])
def test_the_list_can_be_sorted(page, pk, sort):
    assert page.get(reverse("filing:mine"), {"sort": sort}).status_code == 200


def test_every_box_has_a_page_and_no_other_word_has(page, pk):
    from chancery.services.filing.boxes import BOXES

    for one in BOXES:
        assert page.get(box(pk, one.slug)).status_code == 200
    assert page.get(box(pk, "nonsense")).status_code == 404


def test_a_finding_stands_in_its_box_with_its_rule(page, pk):
    text = page.get(box(pk, "documents")).content.decode()
    assert "PCT Art. 11(1)(iii)(e)" in text


def test_autosave_answers_with_what_has_changed_around_the_form(page, pk):
    answer = send(page, pk, "title", {"title": "Latch"}, htmx=True).content.decode()
    for part in ("heading", "saved", "steps", "beside", "revision", "found-title"):
        assert f'id="{part}"' in answer
    assert answer.count("hx-swap-oob") >= 6
    assert Draft.objects.get().title == "Latch"


def test_the_button_saves_and_goes_on_to_the_next_box(page, pk):
    assert send(page, pk, "title", {"title": "Latch"}, next="1")["Location"] == box(pk, "applicant")
    assert send(page, pk, "title", {"title": "Latch 2"}, save="1")["Location"] == box(pk, "title")


def test_an_unticked_box_is_saved_as_no(page, pk):
    data = {"shown": "parties.0.inventor parties.0.name", "revision": revision(pk), "parties.0.name": "OKAFOR, Ada"}
    page.post(box(pk, "applicant"), data)
    assert Draft.objects.get().application["parties"][0]["inventor"] is False


def test_states_are_left_out_by_ticking_them(page, pk):
    data = {"shown": "designations_excluded", "revision": revision(pk), "designations_excluded": ["KR", "DE"]}
    page.post(box(pk, "designations"), data)
    assert Draft.objects.get().application["designations_excluded"] == ["DE", "KR"]
    assert "PCT Rule 4.9(b)" in page.get(box(pk, "designations")).content.decode()


def test_persons_are_added_and_removed_by_plain_buttons(page, pk):
    send(page, pk, "parties", {}, add="parties")
    send(page, pk, "parties", {"parties.1.name": "MÜLLER, Eva"}, add="parties")
    assert [one["name"] for one in Draft.objects.get().application["parties"]] == ["OKAFOR, Ada", "MÜLLER, Eva", ""]
    send(page, pk, "parties", {}, remove="parties.1")
    assert [one["name"] for one in Draft.objects.get().application["parties"]] == ["OKAFOR, Ada", ""]
    for nonsense in ("99", "-1", "first", ""):
        assert send(page, pk, "parties", {}, remove=nonsense).status_code == 422


def test_a_wrong_date_is_shown_again_as_it_was_typed(page, pk):
    send(page, pk, "priority", {}, add="priority_claims")
    send(page, pk, "priority", {"priority_claims.0.filed_on": "21.11.2025"})
    text = page.get(box(pk, "priority")).content.decode()
    assert 'value="21.11.2025"' in text
    assert "is not a date" in text


def test_an_unknown_state_is_not_dropped_from_the_choice(page, pk):
    send(page, pk, "applicant", {"parties.0.country": "Atlantis"})
    text = page.get(box(pk, "applicant")).content.decode()
    assert '<option value="Atlantis" selected>' in text


def test_a_form_of_ten_megabytes_is_refused_with_what_was_typed(page, pk):
    answer = send(page, pk, "title", {"title": "x" * 10_000_000})
    assert answer.status_code == 422
    text = answer.content.decode()
    assert "at most 500 are taken" in text
    assert "x" * 10_000_000 in text
    assert Draft.objects.get().title == "Hinge with magnetic latch"


@pytest.mark.parametrize("revision_sent", ["", "many", "-5", "99999999999999999999"])
def test_a_revision_that_is_none_breaks_nothing(page, pk, revision_sent):
    data = {"shown": "title", "title": "Latch", "revision": revision_sent}
    assert page.post(box(pk, "title"), data).status_code in {302, 409}


def test_a_form_cannot_reach_fields_of_another_box(page, pk):
    send(page, pk, "title", {"received_on": "1999-01-01", "parties.0.name": "EVE", "signatures.0.name": "Eve"})
    application = Draft.objects.get().application
    assert application["received_on"] is None
    assert application["parties"][0]["name"] == "OKAFOR, Ada"


def test_the_second_tab_is_told_what_differs_and_chooses(page, pk):
    seen = revision(pk)
    send(page, pk, "title", {"title": "Latch"})
    stale = {"shown": "title file_reference", "revision": seen, "title": "Bolt", "file_reference": "AO-1"}
    answer = page.post(box(pk, "title"), stale)
    text = answer.content.decode()
    assert answer.status_code == 409
    assert "Changed elsewhere" in text
    assert 'value="Bolt"' in text
    assert 'value="AO-1"' in text
    assert ">Latch<" in text
    page.post(box(pk, "title"), stale | {"revision": revision(pk), "choose.title": "stored"})
    assert Draft.objects.get().application["title"] == "Latch"
    assert Draft.objects.get().application["file_reference"] == "AO-1"
    page.post(box(pk, "title"), stale | {"revision": revision(pk), "choose.title": "typed"})
    assert Draft.objects.get().application["title"] == "Bolt"


def test_the_second_tab_is_told_by_autosave_as_well(page, pk):
    seen = revision(pk)
    send(page, pk, "title", {"title": "Latch"})
    data = {"shown": "title", "revision": seen, "title": "Bolt"}
    answer = page.post(box(pk, "title"), data, headers={"HX-Request": "true"})
    assert answer["HX-Retarget"] == "#box"
    assert "Changed elsewhere" in answer.content.decode()


def test_files_are_attached_shown_and_taken_out(page, pk):
    upload = SimpleUploadedFile("claims.pdf", samples.pdf(), content_type="application/pdf")
    page.post(box(pk, "documents"), {"claims": upload})
    text = page.get(box(pk, "documents")).content.decode()
    assert "claims.pdf" in text
    answer = page.get(reverse("filing:draft-file", args=[pk, "claims"]))
    assert answer["Content-Type"] == "application/pdf"
    page.post(box(pk, "documents"), {"detach": "claims"})
    assert page.get(reverse("filing:draft-file", args=[pk, "claims"])).status_code == 404


def test_a_file_that_is_refused_says_why_beside_its_part(page, pk):
    upload = SimpleUploadedFile("claims.pdf", samples.with_script(), content_type="application/pdf")
    answer = page.post(box(pk, "documents"), {"claims": upload})
    assert answer.status_code == 422
    assert "Not taken" in answer.content.decode()
    other = SimpleUploadedFile("x.pdf", b"%PDF-1.7", content_type="application/pdf")
    assert page.post(box(pk, "documents"), {"nonsense": other}).status_code == 422


def test_a_file_that_is_too_large_is_not_even_read(page, pk, settings):
    settings.UPLOAD_LIMIT = 1000
    upload = SimpleUploadedFile("claims.pdf", b"%PDF" + b"x" * 2000, content_type="application/pdf")
    assert "at most" in page.post(box(pk, "documents"), {"claims": upload}).content.decode()


def test_the_request_is_signed_in_its_box(page, pk):
    assert page.post(box(pk, "signature"), {"sign": "1", "name": " ", "capacity": "agent"}).status_code == 422
    page.post(box(pk, "signature"), {"sign": "1", "name": "Ada Okafor", "capacity": "applicant"})
    assert "Ada Okafor" in page.get(box(pk, "signature")).content.decode()
    page.post(box(pk, "signature"), {"unsign": "0"})
    assert Draft.objects.get().application["signatures"] == []


def test_what_prevents_filing_is_said_before_and_after_the_button(page, pk):
    address = reverse("filing:check", args=[pk])
    assert "I insist" in page.get(address).content.decode()
    answer = page.post(address, {"name": "Ada Okafor", "capacity": "applicant"})
    assert answer.status_code == 422
    assert ledger.size() == 0
    filed = page.post(address, {"insist": "1"})
    assert filed["Location"] == "/filing/PCT-IB2026-000001/filed/"
    assert "There is no filing date yet" in page.get(filed["Location"]).content.decode()


def test_signing_and_filing_gives_number_proof_and_hashes(page, ada):
    pk = draft(ada)
    address = reverse("filing:check", args=[pk])
    filed = page.post(address, {"name": "Ada Okafor", "capacity": "applicant"})
    again = page.post(address, {"name": "Ada Okafor", "capacity": "applicant"})
    assert filed["Location"] == again["Location"] == "/filing/PCT-IB2026-000001/filed/"
    text = page.get(filed["Location"]).content.decode()
    right = rights.right("PCT/IB2026/000001")
    assert right.number in text
    assert all(one["sha256"] in text for one in right.documents)
    assert "being written" in text
    proof = page.get(reverse("register:proof", args=[right.entries[0]]))
    assert json.loads(proof.content)["event"]["stream"] == right.number


@pytest.fixture
def filed(ada):
    return actions.submit(draft(ada), by=ada, at=AT).number


def every_address(number: str) -> list[str]:
    address = rights.in_address(number)
    sha256 = rights.right(number).documents[0]["sha256"]
    return [
        reverse("filing:application", args=[address]),
        reverse("filing:filed", args=[address]),
        reverse("filing:receipt", args=[address]),
        reverse("filing:file", args=[address, sha256]),
    ]


def test_the_application_has_its_page(page, filed):
    for address in every_address(filed):
        assert page.get(address).status_code == 200
    text = page.get(every_address(filed)[0]).content.decode()
    assert "Received as PCT/IB2026/000001" in text
    assert "PCT Art. 30" in text
    assert filed in page.get(reverse("filing:mine")).content.decode()


def test_a_stranger_finds_nothing_anywhere(page, ada, filed):
    person("Eve")
    eve = signed_in("eve")
    pk = draft(ada, documents=False)
    places = [box(pk, "title"), reverse("filing:check", args=[pk]), reverse("filing:discard", args=[pk])]
    places += [reverse("filing:draft", args=[pk]), reverse("filing:draft-file", args=[pk, "claims"])]
    places += [*every_address(filed), every_address("PCT/IB2026/000001")[0].replace("000001", "000002")]
    places += [reverse("filing:answer", args=[rights.in_address(filed), "1"])]
    for place in places:
        assert eve.get(place).status_code == 404, place
        if "draft" in place and "files" not in place:
            assert eve.post(place, {}).status_code in {404, 405}, place
    assert eve.post(reverse("filing:copy", args=[pk])).status_code == 404


def test_a_file_of_another_application_is_not_handed_out(page, filed):
    address = rights.in_address(filed)
    assert page.get(reverse("filing:file", args=[address, "0" * 64])).status_code == 404


def test_an_invitation_is_answered_in_the_editor(page, filed):
    asked = {"cites": "PCT Art. 14(1)(a)(iii)", "message": "The title must be given.", "field": "title"}
    event = CorrectionInvited(invitation=1, form="PCT/RO/106", findings=(asked,), dated="2026-11-23", due="2027-01-25")
    register.enter(filed, event, after=1, at=AT)
    address = rights.in_address(filed)
    assert "The title must be given." in page.get(reverse("filing:application", args=[address])).content.decode()
    assert page.get(reverse("filing:answer", args=[address, "2"])).status_code == 404
    begun = page.post(reverse("filing:answer", args=[address, "1"]))
    pk = Draft.objects.get(answers=1).pk
    assert begun["Location"] == reverse("filing:draft", args=[pk])
    assert "What the Office asks" in page.get(box(pk, "title")).content.decode()
    send(page, pk, "title", {"title": "Hinge, latch and magnet"})
    check = reverse("filing:check", args=[pk])
    assert page.post(check, {"remark": "x" * 5000}).status_code == 422
    answer = page.post(check, {"remark": "Corrected."})
    assert answer["Location"] == reverse("filing:application", args=[address])
    assert rights.right(filed).application.title == "Hinge, latch and magnet"
    assert "The applicant has answered" in page.get(answer["Location"]).content.decode()


def test_a_draft_is_discarded_only_after_a_question(page, pk):
    address = reverse("filing:discard", args=[pk])
    assert "Discard this draft?" in page.get(address).content.decode()
    assert Draft.objects.exists()
    page.post(address)
    assert not Draft.objects.exists()


def test_what_was_handed_in_leads_to_the_application(page, ada):
    pk = draft(ada)
    actions.submit(pk, by=ada, at=AT)
    assert "/filing/PCT-IB2026-000001/" in page.get(box(pk, "title"), follow=True).redirect_chain[-1][0]


@pytest.mark.parametrize("language", ["ar", "zh-hans", "fr", "ru", "es"])
def test_the_editor_speaks_every_language_of_the_pages(page, pk, language):
    page.cookies["language"] = language
    for slug in ("title", "applicant", "priority", "designations"):
        assert page.get(box(pk, slug)).status_code == 200
