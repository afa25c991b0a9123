"""The application as sheets: a draft for whoever writes it, what was presented for those whose file it is."""

import io

import pikepdf
import pypdfium2
import pytest
from django.test import Client

from chancery.records.documents.tests import samples
from chancery.records.register import queries as rights
from chancery.services.filing import actions
from chancery.services.filing.models import Draft
from chancery.services.filing.registrations import sheets
from chancery.services.filing.registrations.tests.drafting import design, indication
from chancery.services.filing.registrations.tests.filed import registered
from chancery.services.filing.registrations.tests.marking import mark
from chancery.services.filing.tests.people import AT, person
from chancery.services.filing.tests.test_pages import signed_in

pytestmark = pytest.mark.django_db
DRAFTS = {"madrid": mark, "hague": design, "lisbon": indication}
TOLD = {
    "madrid": ("MM2", "Alpenrose SA", "raincoats", "ALPENROSE", "rose.jpg", "Japan"),
    "hague": ("DM/1", "OKAFOR, Ada", "Lamp", "Locarno class", "View 1.2", "Japan"),
    "lisbon": ("Lisbon Rule 5", "Comté", "cheese", "The Jura massif"),
}


@pytest.fixture
def ada():
    return person("Ada")


def words(pdf):
    pages = pypdfium2.PdfDocument(pdf)
    return " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in pages)


@pytest.mark.parametrize("treaty", DRAFTS)
def test_every_box_of_a_draft_stands_on_the_sheets_with_what_was_written(ada, treaty):
    pk = DRAFTS[treaty](ada)
    actions.sign(pk, name="Ada Okafor", capacity="director", by=ada, at=AT)
    pdf = sheets.of_draft(Draft.objects.get(pk=pk))
    text = words(pdf)
    assert [one for one in (*TOLD[treaty], "Ada Okafor") if one not in text] == []
    assert pdf == sheets.of_draft(Draft.objects.get(pk=pk)), "the same bytes on any day"
    assert "/StructTreeRoot" in pikepdf.open(io.BytesIO(pdf)).Root


@pytest.mark.parametrize("treaty", DRAFTS)
def test_what_was_presented_is_printed_as_it_was_whatever_happened_since(ada, treaty):
    number = registered(treaty, ada)
    text = words(sheets.of_file(rights.registration(number)))
    assert number in text
    assert "amina@example.org" not in text, "how a person is reached is not printed for whoever may read the file"


def test_the_pages_lead_to_them_and_nobody_else_gets_them(ada):
    pk, owner = design(ada), signed_in("ada")
    actions.attach(pk, kind="designations.1.annexes.V", data=samples.pdf(), name="claim.pdf", by=ada, at=AT)
    assert f"/filing/drafts/{pk}/request.pdf" in owner.get(f"/filing/drafts/{pk}/check/").content.decode()
    assert owner.get(f"/filing/drafts/{pk}/request.pdf").content.startswith(b"%PDF")
    number = rights.in_address(actions.submit(pk, by=ada, at=AT).number)
    address = f"/filing/{number}/application.pdf"
    assert address in owner.get(f"/filing/{number}/").content.decode()
    answer = owner.get(address)
    assert "Annex V for Japan" in words(answer.content)
    assert answer["Cache-Control"] == "private, no-store"
    person("Eve")
    assert signed_in("eve").get(address).status_code == 404
    assert Client().get(address).status_code == 302
