"""Each rule of ST.26 is seen to be broken once, and a listing that keeps them all has nothing said of it."""

from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.standards.st26 import RULES, NotAListing, check, read
from chancery.standards.st26.tests import samples
from chancery.standards.st26.tests.samples import HEAD, PROTEIN, RNA, feature, listing, qualifier, sequence

ON = date(2026, 11, 22)
REAL = Path(__file__).parents[5] / "shared/data/sequences/pctca2014050908-seql.txt"
GOOD = listing(sequence(1), sequence(2, PROTEIN, molecule="AA"), samples.skipped(3), sequence(4, RNA, molecule="RNA"))


def said(data: bytes) -> dict[str, str]:
    """What is said of a listing: details by the rule's name."""
    return {fault.rule.slug: " ".join(fault.places) for fault in check(data, on=ON).faults}


def test_a_listing_that_keeps_every_rule_has_nothing_said_of_it():
    assert said(GOOD) == {}


@pytest.mark.shared
def test_the_real_listing_of_an_application_keeps_every_rule_once_rewritten():
    report = check(samples.rewritten(REAL), on=ON)
    assert not report.faults
    assert [(one.name, one.count, one.residues) for one in report.summary.molecules] == [
        ("DNA", 3, 4832),
        ("AA", 4, 656),
    ]
    assert report.summary.organisms == (("synthetic construct", 5), ("Papaya mosaic virus", 2))


BROKEN = {
    "begins_with_an_xml_declaration": (listing(sequence(1), head=HEAD.partition("\n")[2]), ""),
    "names_its_dtd": (listing(sequence(1), head=HEAD.replace("V1_3.dtd", "V1_2.dtd")), "the root V1_3"),
    "is_valid_to_the_dtd": (GOOD.replace(b"<INSDSeq_division/>", b""), "INSDSeq has no INSDSeq_division."),
    "writes_the_attributes_of_the_root": (GOOD.replace(b"2026-11-20", b"20.11.2026"), "“20.11.2026”"),
    "says_of_which_application_it_is": (GOOD.replace(b"LATCH-1", b""), ""),
    "identifies_applications_in_full": (
        listing(
            sequence(1),
            general="<ApplicationIdentification><IPOfficeCode>IB</IPOfficeCode><ApplicationNumberText>"
            "PCT/IB2026/000001</ApplicationNumberText><FilingDate>2026-02-30</FilingDate></ApplicationIdentification>"
            + samples.GENERAL,
        ),
        "2026-02-30",
    ),
    "names_the_applicant_and_the_invention": (GOOD.replace(b"OKAFOR, Ada", b""), "ApplicantName is missing."),
    "counts_its_sequences": (listing(sequence(1), said=2), "It says 2; 1 stand in it."),
    "writes_names_in_latin_letters_too": (GOOD.replace(b"OKAFOR, Ada", "高橋".encode()), "ApplicantNameLatin"),
    "gives_one_title_in_each_language": (
        listing(sequence(1), general=samples.GENERAL + '<InventionTitle languageCode="en">Hinge</InventionTitle>'),
        "2 titles are in “en”.",
    ),
    "writes_english_values_in_basic_latin": (listing(sequence(1, organism="Cinchona ×")), "Sequence 1: organism."),
    "numbers_its_sequences_from_one": (listing(sequence(1), sequence(3)), "3 stands in place of 2"),
    "lists_no_sequence_that_is_too_short": (listing(sequence(1, "acgtacgtannn")), "Sequence 1: 9."),
    "says_what_each_molecule_is": (GOOD.replace(b">AA<", b">PRT<"), "“PRT”"),
    "stands_in_the_patent_division": (listing(sequence(1, division="SYN")), "“SYN”"),
    "counts_the_residues_of_each_sequence": (listing(sequence(1, length=20)), "it says 20, 19 stand in it"),
    "writes_nucleotides_in_the_symbols_of_the_standard": (
        listing(sequence(1, "acguacgtACGT")),
        "A C G T u (first at 4)",
    ),
    "writes_amino_acids_in_the_symbols_of_the_standard": (
        listing(sequence(1, "MKTAkIAKQR", molecule="AA")),
        "k (first at 5)",
    ),
    "writes_residues_without_spaces": (
        listing(sequence(1, "acgtacgtac gtac", length=14, source="1..14")),
        "Sequence 1.",
    ),
    "leaves_skipped_sequences_empty": (listing(samples.skipped(1, "3")), "Sequence 1."),
    "uses_the_feature_keys_of_the_standard": (listing(sequence(1, more=feature("promoter", "1..3"))), "“promoter”"),
    "says_where_each_molecule_comes_from": (listing(sequence(1, source="1..9")), "it covers “1..9”, not 1..19"),
    "places_features_within_the_sequence": (listing(sequence(1, more=feature("gene", "3..40"))), "outside 1..19"),
    "gives_organism_and_molecule_type": (listing(sequence(1, organism="")), "no organism"),
    "names_a_type_that_its_molecule_can_have": (listing(sequence(1, kind="mRNA")), "“mRNA” for DNA"),
    "gives_proteins_their_own_qualifiers": (
        listing(sequence(1, PROTEIN, molecule="AA", more=feature("CHAIN", "1..3", qualifier("product", "x")))),
        "“product”",
    ),
    "translates_only_what_is_in_a_language": (
        listing(
            sequence(1, more=feature("CDS", "1..3", qualifier("codon_start", "1", "un"))),
            attributes=samples.ATTRIBUTES + ' nonEnglishFreeTextLanguageCode="fr"',
        ),
        "codon_start",
    ),
    "keeps_free_text_short": (
        listing(sequence(1, more=feature("gene", "1..3", qualifier("note", "x" * 1001)))),
        "1001",
    ),
    "names_the_language_of_its_free_text": (
        listing(sequence(1, more=feature("gene", "1..3", qualifier("note", "latch", "loquet")))),
        "note",
    ),
    "gives_free_text_in_english_too": (
        listing(
            sequence(1, more=feature("gene", "1..3", qualifier("note", other="loquet"))),
            attributes=samples.ATTRIBUTES + ' nonEnglishFreeTextLanguageCode="fr"',
        ),
        "note",
    ),
    "lists_what_a_coding_sequence_says": (
        listing(
            sequence(1, more=feature("CDS", "1..12", qualifier("protein_id", "2"), qualifier("translation", "MKTV"))),
            sequence(2, "MKTA", molecule="AA"),
        ),
        "the translation is not sequence 2",
    ),
}


@pytest.mark.parametrize("slug", BROKEN)
def test_a_broken_rule_is_said_alone_and_with_its_place(slug: str):
    data, detail = BROKEN[slug]
    found = said(data)
    assert list(found) == [slug]
    assert detail in found[slug]


def test_every_rule_is_broken_once_above():
    assert {rule.slug for rule in RULES} == set(BROKEN)


def test_every_rule_cites_its_paragraph():
    assert all(rule.cites.startswith("WIPO ST.26 para. ") for rule in RULES)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"%PDF-1.7 \xff\xfe", "not xml"),
        (b"<ST26SequenceListing>", "not xml"),
        (b"", "not xml"),
        (GOOD.replace(b"UTF-8", b"iso-8859-1"), "encoding"),
        (GOOD.decode().partition("\n")[2].encode("utf-16"), "encoding"),
        (b"<html/>", "root"),
        (b'<!DOCTYPE x [<!ENTITY a "aaaa">]><ST26SequenceListing>&a;</ST26SequenceListing>', "entities"),
        (b'<!DOCTYPE x SYSTEM "file:///etc/passwd" [<!ENTITY % p SYSTEM "x">%p;]><ST26SequenceListing/>', "entities"),
        (GOOD.replace(b"OKAFOR", b"&ada;"), "entities"),
        (b"<ST26SequenceListing>" + b"<a>" * 60 + b"</a>" * 60 + b"</ST26SequenceListing>", "depth"),
    ],
)
def test_what_is_no_listing_is_refused_with_the_reason(data: bytes, why: str):
    with pytest.raises(NotAListing) as caught:
        read(data)
    assert caught.value.why == why


def test_the_places_of_a_fault_are_counted_and_only_the_first_are_told():
    report = check(listing(*(sequence(number, division="X") for number in range(1, 31))), on=ON)
    [fault] = report.faults
    assert (fault.count, len(fault.places), fault.left_out) == (30, 20, 10)
    finding = fault.finding("parts.sequence listing")
    assert finding.message.endswith("Sequence 3: “X”. And 27 more.")
    assert finding.cites == "WIPO ST.26 para. 51"


def test_before_the_standard_applied_nothing_is_asked():
    assert check(listing(sequence(1), said=2), on=date(2022, 6, 30)).faults == ()


def test_a_summary_says_what_stands_in_it():
    found = check(GOOD, on=ON).summary
    assert (found.version, found.software, found.total, found.skipped) == ("V1_3", "WIPO Sequence", 4, 1)
    assert [(one.name, one.count, one.shortest, one.longest) for one in found.molecules] == [
        ("DNA", 1, 19, 19),
        ("RNA", 1, 12, 12),
        ("AA", 1, 10, 10),
    ]
    assert found.molecule_types == (("mRNA", 1), ("other DNA", 1), ("protein", 1))
    assert (found.titles, found.file_reference, found.languages) == (("Hinge with magnetic latch",), "LATCH-1", ("en",))


@pytest.mark.parametrize(
    "text", ["1..19", "7", "<1..>19", "3^4", "19^1", "complement(3..9)", "join(1..3,complement(5..9))", "order(1,3)"]
)
def test_a_location_is_taken_as_the_standard_writes_it(text: str):
    assert said(listing(sequence(1, more=feature("gene", text)))) == {}


@pytest.mark.parametrize(
    "text",
    ["", "0..3", "9..3", "3^5", "join(1..3)", "complement(1,2)", "join(1..3", "x", "１..3", "9" * 5000, "join(" * 9],
)
def test_another_location_is_refused(text: str):
    assert "places_features_within_the_sequence" in said(listing(sequence(1, more=feature("gene", text))))


@given(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), max_size=8))
@settings(max_examples=150, deadline=None)
def test_a_damaged_file_is_told_of_or_refused_but_never_an_error(changes):
    data = bytearray(GOOD)
    for place, value in changes:
        data[place] = value
    with suppress(NotAListing):
        check(bytes(data), on=ON)
