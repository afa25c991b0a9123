"""Boxes that came later: the reduction of fees, earlier searches, parents, the sequence listing."""

import pypdfium2
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from chancery.records.documents.tests import samples
from chancery.services.filing import actions, assessment, content
from chancery.services.filing.books.pct import PCT
from chancery.services.filing.models import Draft
from chancery.services.filing.tests.listing import listing
from chancery.services.filing.tests.people import AT, draft, person, write
from chancery.services.filing.tests.test_pages import box, send, signed_in
from chancery.treaties import pct

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
        assert content.shown(PCT, row.stored(), row.unread, "fee_reduction_claimed") == typed


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
        send(page, pk, slug, {}, add=group)
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
    for words in ("Prevents a filing date", "You will be invited to correct", "PCT/RO/106"):
        assert words in text


def test_a_deposit_has_its_box(page, ada, pk):
    send(page, pk, "deposits", {}, add="deposits")
    write(pk, ada, {"deposits.0.institution": "DSMZ", "deposits.0.deposited_on": "2025-03-01"})
    text = page.get(box(pk, "deposits")).content.decode()
    assert "DSMZ" in text
    assert "PCT Rule 13bis.3(a)" in text  # the number is still missing
    assert Draft.objects.get(pk=pk).application["deposits"][0]["deposited_on"] == "2025-03-01"


def test_states_are_typed_as_codes_in_any_case_and_kept_as_a_list(ada, pk):
    write(pk, ada, {"parties.0.designations": "us, cn;US"})
    row = Draft.objects.get(pk=pk)
    assert row.application["parties"][0]["designations"] == ["CN", "US"]
    assert content.shown(PCT, row.stored(), row.unread, "parties.0.designations") == "CN US"


def test_a_code_that_is_none_is_kept_as_typed_with_the_reason(ada, pk):
    write(pk, ada, {"parties.0.designations": "US XX"})
    row = Draft.objects.get(pk=pk)
    assert row.application["parties"][0]["designations"] == []
    assert row.unread == {"parties.0.designations": "US XX"}
    assert "“XX”" in content.unread_findings(PCT, row.unread)[0].message


def test_who_signed_a_declaration_is_a_name_a_line(page, ada, pk):
    send(page, pk, "declarations", {}, add="declarations")
    typed = {"declarations.0.item": "iv", "declarations.0.text": "I am the inventor.", "declarations.0.states": "us"}
    write(pk, ada, typed | {"declarations.0.signed_by": " OKAFOR,  Ada \n\nMEIER, Jo"})
    [declaration] = Draft.objects.get(pk=pk).application["declarations"]
    assert (declaration["signed_by"], declaration["states"]) == (["OKAFOR, Ada", "MEIER, Jo"], ["US"])
    assert "OKAFOR, Ada\nMEIER, Jo" in page.get(box(pk, "declarations")).content.decode()


def test_registration_regional_state_and_language_of_the_request_are_stored(page, ada, pk):
    send(page, pk, "priority", {}, add="priority_claims")
    write(
        pk,
        ada,
        {
            "parties.0.registration": "R-77",
            "priority_claims.0.filed_for": "TW",
            "request_language": "fr",
            "abstract_figure": "2",
        },
    )
    stored = Draft.objects.get(pk=pk).application
    assert (stored["parties"][0]["registration"], stored["priority_claims"][0]["filed_for"]) == ("R-77", "TW")
    assert (stored["request_language"], stored["abstract_figure"]) == ("fr", "2")
    assert 'name="abstract_figure"' in page.get(box(pk, "documents")).content.decode()


def test_a_part_in_another_language_is_said_beside_it_and_found(page, ada, pk):
    actions.attach(pk, kind="abstract", data=samples.pdf(), name="abstract.pdf", by=ada, at=AT)
    page.post(box(pk, "documents"), {"language.abstract": "fr"})
    assert Draft.objects.get(pk=pk).application["parts"][0]["language"] == "fr"
    assert "PCT Rule 26.3ter(a)" in page.get(box(pk, "documents")).content.decode()
    actions.attach(pk, kind="abstract", data=samples.pdf(pages=2), name="new.pdf", by=ada, at=AT)
    assert Draft.objects.get(pk=pk).application["parts"][0]["language"] == "fr"


def test_a_language_that_is_none_is_refused_beside_its_part(page, ada, pk):
    actions.attach(pk, kind="abstract", data=samples.pdf(), name="abstract.pdf", by=ada, at=AT)
    answer = page.post(box(pk, "documents"), {"language.abstract": "tlh"})
    assert answer.status_code == 422
    assert "Choose one of the languages" in answer.content.decode()


def test_every_field_of_an_application_stands_in_a_box_or_is_the_offices():
    """What pct.Application has and the page does not is named here, with the reason."""
    plain = pct.Application(**{name: (item,) for name, item in PCT.new.items()}).to_dict()
    paths = {path for path, _value in _leaves(plain)}
    missing = {path for path in paths if not PCT.field_at(path.replace("#", "0"))}
    assert missing == OFFICES | WITH_THE_FILES | SIGNED


OFFICES = {
    "receiving_office",
    "received_on",
    "format",
    "request_sheets",
    *(f"priority_claims.#.{name}" for name in ("added_on", "ceased_on", "decided")),
}
WITH_THE_FILES = {"parts"}
SIGNED = {"signatures"}


def _leaves(value, path=""):
    for name, inner in value.items():
        if isinstance(inner, list) and inner:
            yield from _leaves(inner[0], f"{path}{name}.#.")
        else:
            yield f"{path}{name}", inner


def test_a_document_from_a_digital_library_needs_its_access_code_and_is_printed_with_it(page, ada, pk):
    send(page, pk, "priority", {}, add="priority_claims")
    claim = {"office": "CH", "number": "00123/26", "filed_on": "2026-01-15", "document": "digital library"}
    write(pk, ada, {f"priority_claims.0.{name}": value for name, value in claim.items()})
    asked = "needs its access code"
    assert asked in page.get(box(pk, "priority")).content.decode()
    write(pk, ada, {"priority_claims.0.access_code": "A1B2"})
    assert asked not in page.get(box(pk, "priority")).content.decode()
    document = pypdfium2.PdfDocument(page.get(reverse("filing:draft-request", args=[pk])).content)
    assert any("A1B2" in document[place].get_textpage().get_text_range() for place in range(len(document)))
