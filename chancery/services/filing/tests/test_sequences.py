"""A sequence listing is read just far enough: what is no listing is refused, with the reason and the standard."""

import pytest

from chancery.core.refusal import Refused
from chancery.services.filing import sequences
from chancery.services.filing.tests.listing import listing


def refused(data: bytes) -> str:
    with pytest.raises(Refused) as caught:
        sequences.read(data, field="parts.sequence listing")
    [finding] = caught.value.findings
    assert finding.cites == "PCT Rule 5.2(a)"
    assert finding.field == "parts.sequence listing"
    return finding.message


def test_a_listing_says_its_version_and_is_counted():
    found = sequences.read(listing(2), field="")
    assert (found.root, found.version, found.sequences) == ("ST26SequenceListing", "V1_3", 2)


def test_another_xml_file_is_no_listing():
    assert "“html”" in refused(b"<html/>")


def test_broken_xml_is_refused_with_its_place():
    assert "line 1, column 22" in refused(b"<ST26SequenceListing>")


def test_a_pdf_is_no_xml():
    assert "not well-formed" in refused(b"%PDF-1.7 \xff\xfe")


def test_a_listing_without_a_version_is_refused():
    assert "dtdVersion" in refused(listing(1).replace(b' dtdVersion="V1_3"', b""))


def test_a_listing_that_counts_wrongly_is_refused():
    assert "2 sequences, but 1" in refused(listing(1, said=2))


def test_entities_are_refused_before_they_grow():
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><ST26SequenceListing>&b;</ST26SequenceListing>'
    assert "entities" in refused(bomb)


def test_another_encoding_than_utf_8_is_refused():
    assert "iso-8859-1" in refused(listing(1).replace(b"UTF-8", b"iso-8859-1"))
