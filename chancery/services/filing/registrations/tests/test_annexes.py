"""The annexes of form DM/1 are files beside a designation: the rules see them, the register keeps them apart."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from chancery.core.refusal import Refused
from chancery.records.documents.tests import samples
from chancery.records.register import queries as rights
from chancery.services.filing import actions, assessment
from chancery.services.filing.models import Draft
from chancery.services.filing.registrations.hague.designating import designate
from chancery.services.filing.registrations.tests.drafting import design
from chancery.services.filing.tests.people import AT, person, revision
from chancery.services.filing.tests.test_pages import box, send, signed_in

pytestmark = pytest.mark.django_db
PARTIES = ("US", "JP")
OATH = "Hague Rule 8(1)"


@pytest.fixture
def ada():
    return person("Ada")


@pytest.fixture
def pk(ada):
    return design(ada, parties=PARTIES)


def bring(pk, by, where, name="oath.pdf"):
    actions.attach(pk, kind=where, data=samples.pdf(), name=name, by=by, at=AT)


def said_of(pk, field):
    row = Draft.objects.get(pk=pk)
    return {one.cites for one in assessment.assess(row, on=AT.date()).findings if one.field == field}


def test_an_annex_that_is_there_as_a_file_is_no_longer_asked_for(pk, ada):
    assert OATH in said_of(pk, "designations.0.annexes")
    bring(pk, ada, "designations.0.annexes.I")
    assert OATH not in said_of(pk, "designations.0.annexes")
    assert Draft.objects.get(pk=pk).application["designations"][0]["annexes"] == [], "what was ticked is another way"
    actions.detach(pk, kind="designations.0.annexes.I", by=ada, at=AT)
    assert OATH in said_of(pk, "designations.0.annexes")


def test_it_goes_with_its_designation_when_others_are_taken_out(pk, ada):
    bring(pk, ada, "designations.1.annexes.V")
    designate(pk, parties=["JP", "KR"], by=ada, at=AT)
    assert [path for path in Draft.objects.get(pk=pk).files if "annexes" in path] == ["designations.0.annexes.V"]
    designate(pk, parties=["KR"], by=ada, at=AT)
    assert not [path for path in Draft.objects.get(pk=pk).files if "annexes" in path]


def test_it_stays_when_the_whole_is_written_anew(pk, ada):
    bring(pk, ada, "designations.0.annexes.I")
    data = Draft.objects.get(pk=pk).application
    actions.replace(pk, application=data, revision=revision(pk), by=ada, at=AT)
    assert "designations.0.annexes.I" in Draft.objects.get(pk=pk).files


@pytest.mark.parametrize("where", ["designations.7.annexes.I", "designations.0.annexes.VI", "designations.0.annexes"])
def test_where_no_annex_belongs_none_is_taken(pk, ada, where):
    with pytest.raises(Refused):
        bring(pk, ada, where)


def test_the_register_names_it_by_annex_and_party_and_does_not_publish_it(pk, ada):
    bring(pk, ada, "designations.1.annexes.V", name="priority.pdf")
    number = actions.submit(pk, by=ada, at=AT).number
    annex = rights.registration(number).documents[-1]
    assert (annex["kind"], annex["name"]) == ("DM/1 Annex V JP", "Annex V JP priority.pdf")
    assert "priority.pdf" not in " ".join(one.name for one in rights.pictures(rights.registration(number)))
    text = signed_in("ada").get(f"/filing/{rights.in_address(number)}/").content.decode()
    assert "Annex V for Japan: documents on priority" in text
    assert "View 1.1" in text


def test_the_page_takes_shows_and_takes_out_a_file(pk, ada):
    page = signed_in("ada")
    pdf = SimpleUploadedFile("oath.pdf", samples.pdf(), content_type="application/pdf")
    assert "Annex III" in page.get(box(pk, "parties")).content.decode()
    assert send(page, pk, "parties", {}, **{"designations.0.annexes.I": pdf}).status_code == 302
    assert "oath.pdf" in page.get(box(pk, "parties")).content.decode()
    bad = SimpleUploadedFile("oath.pdf", b"no PDF", content_type="application/pdf")
    assert send(page, pk, "parties", {}, **{"designations.0.annexes.III": bad}).status_code == 422
    assert send(page, pk, "parties", {}, detach="designations.0.annexes.I").status_code == 302
    assert "designations.0.annexes.I" not in Draft.objects.get(pk=pk).files


def test_the_map_stands_beside_the_table_and_leads_to_what_is_said_of_a_party(pk):
    text = signed_in("ada").get(box(pk, "parties")).content.decode()
    assert 'class="tiles"' in text
    assert '<a class="on" href="#item-designations.1"' in text
    assert '<a class="off" href="#party-KR"' in text
