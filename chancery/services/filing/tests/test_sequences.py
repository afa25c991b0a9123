"""A sequence listing: what is none is refused with the reason; a faulty one is taken, and its faults are said."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from chancery.core.refusal import Refused
from chancery.records.register import queries as rights
from chancery.services.filing import actions, assessment, sequences
from chancery.services.filing.models import Draft
from chancery.services.filing.tests.people import AT, draft, person, write
from chancery.services.filing.tests.test_pages import box, signed_in
from chancery.standards.st26.tests import samples
from chancery.standards.st26.tests.samples import listing, sequence

GOOD = listing(sequence(1), sequence(2, samples.PROTEIN, molecule="AA", organism="Homo sapiens"))


def refused(data: bytes) -> str:
    with pytest.raises(Refused) as caught:
        sequences.read(data, field=sequences.FIELD)
    [finding] = caught.value.findings
    assert (finding.cites, finding.field) == ("PCT Rule 5.2(a)", "parts.sequence listing")
    return finding.message


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"<html/>", "“html”"),
        (b"<ST26SequenceListing>", "line 1, column 22"),
        (b"%PDF-1.7 \xff\xfe", "not well-formed"),
        (GOOD.replace(b"UTF-8", b"iso-8859-1"), "iso-8859-1"),
        (b'<!DOCTYPE x [<!ENTITY a "aaaa">]><ST26SequenceListing>&a;</ST26SequenceListing>', "entities"),
        (b"<ST26SequenceListing>" + b"<a>" * 50, "nest too deeply"),
    ],
)
def test_what_is_no_listing_is_refused_with_the_reason(data: bytes, reason: str):
    assert reason in refused(data)


@pytest.fixture
def ada(db):
    return person("Ada")


@pytest.fixture
def pk(ada):
    return draft(ada, documents=False)


def bring(pk: int, data: bytes):
    page = signed_in("ada")
    file = SimpleUploadedFile("latch.xml", data, content_type="application/xml")
    page.post(box(pk, "documents"), {"sequence listing": file, "attach": "1"})
    return page.get(box(pk, "documents")).content.decode()


def said(pk: int) -> list:
    found = assessment.assess(Draft.objects.get(pk=pk), on=AT.date()).findings
    return [one for one in found if one.cites.startswith("WIPO ST.26")]


def test_a_good_listing_is_summed_up_on_the_page(pk):
    text = bring(pk, GOOD)
    for words in ("What stands in the listing", "Homo sapiens", "synthetic construct", "It keeps every rule"):
        assert words in text


def test_a_faulty_listing_is_taken_and_its_faults_are_told_by_severity(pk):
    text = bring(pk, listing(sequence(1, length=20), said=3))
    assert "The searching Authority will ask for a correct listing" in text
    assert "It says 3; 1 stand in it." in text
    assert "WIPO ST.26 para. 52" in text
    found = {one.cites: one for one in said(pk)}
    assert found["WIPO ST.26 para. 52"].invites == "PCT/ISA/225"
    assert {one.severity for one in said(pk)} == {"raised"}


def test_a_faulty_listing_does_not_touch_the_filing_date(pk):
    bring(pk, listing(sequence(1, length=20)))
    assert all(one.severity != "prevents" for one in said(pk))


def test_a_listing_of_another_application_is_hinted_at(ada, pk):
    write(pk, ada, {"file_reference": "OTHER-9", "title": "Another hinge"})
    bring(pk, GOOD)
    assert [one.severity for one in said(pk)] == ["hint", "hint"]
    assert "“LATCH-1”" in said(pk)[0].message


def test_after_filing_the_listing_is_still_summed_up(ada, pk):
    bring(pk, GOOD)
    number = actions.submit(pk, by=ada, at=AT, insist=True).number
    assert "Homo sapiens" in signed_in("ada").get(f"/filing/{rights.in_address(number)}/").content.decode()


def test_the_faults_are_told_over_the_api_and_on_the_last_page(pk):
    bring(pk, listing(sequence(1, length=20)))
    text = signed_in("ada").get(f"/filing/drafts/{pk}/check/").content.decode()
    assert "INSDSeq_length must be the number of residues" in text
    assert "PCT/ISA/225" in text
