import io
import logging
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pikepdf
import pypdfium2
import pytest
import typst

from chancery.records.documents import actions, correspondence, inspect_pdf
from chancery.records.documents.actions import LedgerProof
from chancery.records.documents.tests.samples import AT
from chancery.treaties.kernel import Finding

PROOF = LedgerProof(
    entry=41907, commitment="9f" * 32, tree_size=41910, root="ab" * 32, address="https://office.example/p/1"
)


def letter(**changed):
    given = {
        "language": "en",
        "office": "Chancery",
        "title": "Invitation to correct",
        "reference": "PCT/IB2026/000001",
        "date": date(2026, 11, 22),
        "to": ["Alice Okafor", "Lagos"],
        "paragraphs": ["The office found what follows."],
        "facts": [("Answer by", "2027-01-22")],
        "findings": [Finding("PCT Rule 11.6(a)", "The left margin is too small.")],
        "proof": PROOF,
    }
    return actions.typeset_letter(**{**given, **changed})


def text(pdf):
    with pypdfium2.PdfDocument(pdf) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def test_a_letter_says_what_it_was_given():
    said = text(letter())
    for part in ("Chancery", "Invitation to correct", "PCT/IB2026/000001", "22 November 2026", "Alice Okafor"):
        assert part in said
    for part in ("2027-01-22", "The left margin is too small.", "PCT Rule 11.6(a)", "41907", "Page 1 of 1"):
        assert part in said
    assert ("9f" * 4 + " ") * 3 in said


def test_the_same_letter_has_the_same_bytes():
    assert letter() == letter()
    assert letter() != letter(date=date(2026, 11, 23))


def test_letters_set_at_once_do_not_disturb_each_other():
    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(lambda _: letter(), range(12))) == {letter()}


@pytest.mark.parametrize("language", ["ar", "zh-hans", "en", "fr", "ru", "es"])
def test_a_letter_can_be_archived_and_read_aloud_in_each_language(language):
    with pikepdf.open(io.BytesIO(letter(language=language))) as document:
        with document.open_metadata() as metadata:
            assert metadata.pdfa_status == "2B"
            assert metadata["pdfuaid:part"] == "1"
        assert document.Root.Lang == language.partition("-")[0]
        assert document.Root.MarkInfo.Marked
        assert document.docinfo.Title == "Invitation to correct"


def test_a_letter_of_ours_would_be_taken_by_ourselves():
    measures = inspect_pdf.inspect(letter(paragraphs=["A long paragraph. " * 30] * 12))
    assert len(measures.pages) > 1
    assert measures.fonts_embedded
    assert all(page.left_mm and page.left_mm >= 20 for page in measures.pages)


def test_an_arabic_letter_runs_from_right_to_left():
    pdf = letter(language="ar", office="المكتب", title="إيصال", paragraphs=["استلم المكتب الطلب."], proof=None)
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0].get_textpage()
        index = page.search("إيصال").get_next()[0]
        assert page.get_charbox(index)[0] > document[0].get_width() / 2


def test_text_is_never_markup():
    said = text(letter(paragraphs=['#panic("no") $x$ *bold* [a] <b> \\ "q" \u2028']))
    assert '#panic("no") $x$ *bold* [a] <b> \\ "q"' in said


def test_a_letter_without_a_shape_is_spelt_out_and_the_operator_is_told(caplog, monkeypatch):
    monkeypatch.setattr(logging.getLogger("chancery"), "propagate", True)
    said = text(letter(to=["\u0378 \x00 Alice"]))
    assert "[U+0378] [U+0000] Alice" in said
    assert "No font has" in caplog.text


def test_a_template_that_misses_its_data_is_an_error_of_ours():
    with pytest.raises(typst.TypstError, match="language"):
        actions.typeset(correspondence.TEMPLATE, {}, at=AT)


def test_templates_cannot_read_outside_the_house(tmp_path):
    (tmp_path / "secret.typ").write_text('#read("/etc/passwd")')
    with pytest.raises(RuntimeError, match="must be contained in project root"):
        actions.typeset(tmp_path / "secret.typ", {}, at=AT)
