import pytest

from chancery.records.documents import inspect_pdf
from chancery.records.documents.measure import count_words
from chancery.records.documents.measures import PdfMeasures
from chancery.records.documents.tests import samples
from chancery.treaties.pct.application import SheetMeasure

A_DOT = 0.75
"""Two dots of 0.353 mm: one that the measure gives to the applicant, one at the edge of the sheet."""


def sheets(data):
    return inspect_pdf.inspect(data).sheets()


def margins(sheet):
    return tuple(sheet[f"{side}_mm"] for side in ("top", "left", "right", "bottom"))


def test_the_margins_of_a_sheet_are_true_to_a_dot_and_never_too_small():
    for sheet in sheets(samples.pdf(pages=2, margins=(21, 26, 20, 30))):
        for measured, true in zip(margins(sheet), (21, 26, 20, 30), strict=True):
            assert true <= measured <= true + A_DOT


@pytest.mark.parametrize(
    ("changed", "size"),
    [
        ({"paper": "a4"}, (210.0, 297.0)),
        ({"paper": "us-letter"}, (215.9, 279.4)),
        ({"landscape": True}, (297.0, 210.0)),
    ],
)
def test_the_size_of_a_sheet_is_what_is_seen(changed, size):
    (sheet,) = sheets(samples.pdf(pages=1, words=9, **changed))
    assert (sheet["width_mm"], sheet["height_mm"]) == size


def test_a_turned_sheet_and_a_large_unit_are_measured_as_shown():
    assert sheets(samples.blank(Rotate=90))[0]["width_mm"] == 297.0
    assert sheets(samples.blank(UserUnit=2))[0]["width_mm"] == 420.0


def test_a_small_margin_is_found():
    (sheet,) = sheets(samples.pdf(pages=1, words=50, margins=(25, 18, 22, 22)))
    assert sheet["left_mm"] == pytest.approx(18, abs=A_DOT)


def test_a_file_reference_in_its_corner_is_not_ink_in_the_margin():
    (sheet,) = sheets(samples.pdf(pages=1, words=50, margins=(25, 27, 22, 22), reference="HX-0042"))
    assert sheet["top_mm"] == pytest.approx(25, abs=A_DOT)


def test_line_numbers_in_the_right_half_of_the_left_margin_are_not_ink_in_it():
    (sheet,) = sheets(samples.pdf(pages=1, words=50, margins=(25, 27, 22, 22), numbered=True))
    assert sheet["left_mm"] == pytest.approx(27, abs=A_DOT)


def test_text_that_begins_beside_line_numbers_is_ink():
    (sheet,) = sheets(samples.pdf(pages=1, words=50, margins=(25, 18, 22, 22), numbered=True))
    assert sheet["left_mm"] == pytest.approx(18, abs=A_DOT)


def test_a_scanned_sheet_is_measured_by_its_ink_and_has_no_text():
    (sheet,) = sheets(samples.scanned())
    assert margins(sheet) == pytest.approx((30, 30, 30, 30), abs=A_DOT)
    assert (sheet["has_text"], sheet["colour"]) == (False, False)


def test_colour_is_told_from_grey():
    assert sheets(samples.scanned(colour=(150, 20, 40)))[0]["colour"]
    assert sheets(samples.pdf(pages=1, words=9, ink="#b02030"))[0]["colour"]
    assert not sheets(samples.pdf(pages=1, words=9, ink="#404040"))[0]["colour"]


def test_a_blank_sheet_has_no_margins():
    (sheet,) = sheets(samples.blank())
    assert margins(sheet) == (None, None, None, None)
    assert not sheet["has_text"]


def test_words_are_counted_over_all_pages():
    assert inspect_pdf.inspect(samples.pdf(pages=3, words=301)).words == 301


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("A hinge, with a latch.", 5),
        ("5\nA hinge\n10\n3/12\n– 4 –\n", 2),
        ("mag\ufffe\nnetic latch", 2),
        ("the latch (12) – of 3.5 mm", 6),
        ("шарнир с защёлкой", 3),
    ],
)
def test_words_are_what_is_read_as_words(text, words):
    assert count_words(text) == words


def test_sheets_are_what_the_rule_expects():
    (sheet,) = sheets(samples.abstract())
    assert SheetMeasure(**sheet).has_text


def test_measures_survive_being_kept():
    measures = inspect_pdf.inspect(samples.abstract())
    assert PdfMeasures.from_json(measures.to_json()) == measures
