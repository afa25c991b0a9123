"""What an examiner writes of a document cited, read."""

import pytest

from chancery.records.register import citing
from chancery.records.register.citing import Cited


@pytest.mark.parametrize(
    "document",
    [
        "EP 1234567 A1",
        "EP 1 234 567 A1",
        "US 5,123,456 A",
        "US 2003/0076485 A1",
        "US RE35,000 E",
        "WO 2020/123456 A1",
        "JP H10-123456 A",
        "DE 10 2010 000 001",
        "PCT/IB2024/051234",
        "us 1 a",
    ],
)
def test_a_patent_document_is_known_by_its_number(document):
    assert Cited(document=document).number == document


@pytest.mark.parametrize(
    "document",
    [
        "SMITH J., Hinges, Berlin 1999",
        "GB 2000 years of solitude",
        "USENIX 2020",
        "QQ 1234567 A1",
        "1234567",
        "EP 1234567 A1 (Siemens)",
        "電池 2001",
        "",
    ],
)
def test_other_literature_has_no_number(document):
    assert Cited(document=document).number == ""


@pytest.mark.parametrize("document", ["EP 12345x7 A1", "EP 1234567 A1 (Siemens)", "US RE35,000 E, column 3"])
def test_a_number_that_cannot_be_read_is_told_from_literature(document):
    assert citing.is_like_a_number(document)
    assert not citing.is_number(document)


@pytest.mark.parametrize("document", ["IEEE 802.11-2020", "AI 2020: Advances", "SMITH J., 1999, pages 12345-12399", ""])
def test_literature_is_not_taken_for_a_number(document):
    assert not citing.is_like_a_number(document)


@pytest.mark.parametrize(
    ("text", "read"),
    [("x", "X"), ("X,P", "X, P"), ("XP", "X, P"), ("y / &", "Y, &"), ("X X", "X"), ("", ""), ("Q", None)],
)
def test_categories_have_one_spelling(text, read):
    assert citing.read_categories(text) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("1-5, 8", "1-5, 8"),
        ("1 – 5;8", "1-5, 8"),
        ("7", "7"),
        ("", ""),
        ("5-1", None),
        ("0", None),
        ("all", None),
        ("1-2-3", None),
        ("1" * 99, None),
    ],
)
def test_claims_have_one_spelling(text, read):
    assert citing.read_claims(text) == read


@pytest.mark.parametrize(
    ("text", "read"), [("12.03.2008", "2008-03-12"), ("2008-03", "2008-03"), ("1987", "1987"), ("31.02.2008", None)]
)
def test_a_day_of_publication_may_be_a_month_or_a_year(text, read):
    assert citing.read_day(text) == read


def test_the_legend_tells_of_the_letters_that_are_used():
    rows = (Cited(document="EP 1 A1", category="X, P"), Cited(document="Smith", category="A"))
    assert [letter for letter, _words in citing.legend(rows)] == ["X", "A", "P"]
