"""What is read off a page: its words, the height of its letters, the distance of its lines."""

import io

import pikepdf
import pytest
import typst

from chancery.records.documents import inspect_pdf
from chancery.records.documents.legibility import readable
from chancery.records.documents.tests import samples

_SHEET = """
#set page(paper: "a4", flipped: {turned}, margin: (top: 25mm, left: 27mm, right: 22mm, bottom: 22mm), numbering: "1")
#set text(size: {size}pt, font: "Libertinus Serif")
#set par(leading: {leading}em)
{text}
"""
CAPITAL_OF_LIBERTINUS = 0.645
"""Height of its capital letters over its size, as drawn."""


def sheet(text="#lorem(300)", *, size=12, leading=1.0, turned="false"):
    made = typst.compile(_SHEET.format(size=size, leading=leading, turned=turned, text=text).encode())
    return inspect_pdf.inspect(made).sheets()[0]


@pytest.mark.parametrize("size", [8, 12, 20])
def test_capital_letters_are_as_high_as_they_are_drawn(size):
    assert sheet(size=size)["capital_mm"] == pytest.approx(size * CAPITAL_OF_LIBERTINUS * 25.4 / 72, abs=0.1)


def test_a_few_indices_do_not_make_a_text_small():
    body = "#lorem(200) " + "C#sub[N]" * 2
    assert sheet(body)["capital_mm"] == pytest.approx(2.75, abs=0.1)


def test_figures_are_measured_apart_from_capitals():
    read = sheet("#text(30pt)[FIG. A]  #text(6pt)[12 14 16 18]")
    assert read["capital_mm"] > 6
    assert read["figure_mm"] < 2


def test_lines_are_measured_in_sizes_of_their_letters():
    close, apart = sheet(leading=0.3)["spacing"], sheet(leading=1.0)["spacing"]
    assert apart - close == pytest.approx(0.7, abs=0.02)
    assert sheet(leading=1.0, size=8)["spacing"] == apart


def test_the_distance_of_paragraphs_does_not_count():
    paragraphs = "#set par(spacing: 4em)\n" + "#lorem(60)\n\n" * 4
    assert sheet(paragraphs)["spacing"] == sheet()["spacing"]


def test_a_word_alone_has_no_distance_of_lines():
    assert sheet("Water")["spacing"] is None


def test_letters_on_a_turned_sheet_are_measured_as_they_stand():
    upright = sheet("#lorem(80)")["capital_mm"]
    assert sheet("#rotate(90deg, reflow: true)[#lorem(80)]")["capital_mm"] == pytest.approx(upright, abs=0.05)


def test_the_words_of_a_sheet_and_its_number_are_read_line_by_line():
    lines = sheet("A hinge with a magnetic latch.")["text"].splitlines()
    assert [line.strip() for line in lines if line.strip()] == ["A hinge with a magnetic latch.", "1"]


def test_a_picture_of_text_has_none():
    (page,) = inspect_pdf.inspect(samples.blank()).sheets()
    assert (page["text"], page["capital_mm"], page["spacing"]) == (None, None, None)


def test_hidden_text_is_read_and_not_measured():
    with pikepdf.open(io.BytesIO(samples.pdf(pages=1, words=120))) as document:
        content = document.pages[0].Contents.read_bytes().replace(b"BT 0 Tr", b"BT 3 Tr")
        document.pages[0].Contents = document.make_stream(content)
        written = io.BytesIO()
        document.save(written)
    (page,) = inspect_pdf.inspect(written.getvalue()).sheets()
    assert "Lorem ipsum" in page["text"]
    assert (page["capital_mm"], page["spacing"]) == (None, None)


def test_a_word_broken_at_the_end_of_a_line_is_one_word():
    assert readable("a mag\ufffe\r\nnetic\x00 latch\r\n") == "a magnetic latch\n"
