"""Boxes that came later: the reduction of fees, earlier searches, parents, the sequence listing."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from chancery.services.filing import actions, assessment, content
from chancery.services.filing.models import Draft
from chancery.services.filing.tests.listing import listing
from chancery.services.filing.tests.people import AT, draft, person, write
from chancery.services.filing.tests.test_pages import box, send, signed_in

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


def test_a_question_is_answered_by_yes_no_or_not_at_all(ada, pk):
    for typed, stored in (("yes", True), ("no", False), ("", None)):
        write(pk, ada, {"fee_reduction_claimed": typed})
        row = Draft.objects.get(pk=pk)
        assert row.application["fee_reduction_claimed"] is stored
        assert content.shown(row.stored(), row.unread, "fee_reduction_claimed") == typed


def test_what_is_no_answer_is_kept_as_typed(ada, pk):
    write(pk, ada, {"fee_reduction_claimed": "perhaps"})
    assert Draft.objects.get(pk=pk).unread == {"fee_reduction_claimed": "perhaps"}


def test_the_reduction_changes_the_fee_sheet_at_once(page, ada, pk):
    for state in ("country", "nationality", "residence"):
        write(pk, ada, {f"parties.0.{state}": "RO"})
    before = assessment.assess(Draft.objects.get(pk=pk), on=AT.date()).fees
    answer = send(page, pk, "applicant", {"beneficial_owners": "no"}, htmx=True).content.decode()
    after = assessment.assess(Draft.objects.get(pk=pk), on=AT.date()).fees
    assert before.totals != after.totals
    assert 'id="reduction"' in answer
    assert "A beneficial owner is not entitled" in answer


def test_earlier_searches_and_parents_have_their_boxes(page, ada, pk):
    for slug, group in (("search", "earlier_searches"), ("designations", "parents")):
        send(page, pk, slug, {}, add="1")
        write(pk, ada, {f"{group}.0.number": "08/123,456", f"{group}.0.filed_on": "2025-11-03"})
        text = page.get(box(pk, slug)).content.decode()
        assert "08/123,456" in text
        assert Draft.objects.get(pk=pk).application[group][0]["filed_on"] == "2025-11-03"


def test_persons_and_agents_can_be_reached(ada, pk):
    actions.add(pk, group="agents", by=ada, at=AT)
    write(pk, ada, {"parties.0.email": "ada@example.org", "agents.0.phone": "+41 22 338 91 11"})
    application = Draft.objects.get(pk=pk).application
    assert application["parties"][0]["email"] == "ada@example.org"
    assert application["agents"][0]["phone"] == "+41 22 338 91 11"


def test_a_sequence_listing_is_attached_and_has_no_sheets(page, pk):
    file = SimpleUploadedFile("latch.xml", listing(2), content_type="application/xml")
    page.post(box(pk, "documents"), {"sequence listing": file, "attach": "1"})
    [part] = Draft.objects.get(pk=pk).application["parts"]
    assert (part["kind"], part["name"], part["sheets"]) == ("sequence listing", "latch.xml", 0)
    given = page.get(reverse("filing:draft-file", args=[pk, "sequence listing"]))
    assert given["Content-Disposition"].startswith("attachment")


def test_another_xml_file_is_refused_beside_its_place(page, pk):
    file = SimpleUploadedFile("latch.xml", b"<svg/>", content_type="application/xml")
    answer = page.post(box(pk, "documents"), {"sequence listing": file, "attach": "1"})
    assert answer.status_code == 422
    assert "not a sequence listing" in answer.content.decode()
    assert Draft.objects.get(pk=pk).application["parts"] == []


def test_severities_are_said_in_words(page, pk):
    text = page.get(reverse("filing:check", args=[pk])).content.decode()
    for words in ("Prevents filing", "You will be invited to correct", "PCT/RO/106"):
        assert words in text
