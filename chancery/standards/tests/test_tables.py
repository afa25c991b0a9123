from datetime import date

from chancery.standards.tables import as_csv


def test_a_row_is_a_line_and_nothing_stands_empty():
    assert list(as_csv([("a", 1), (date(2026, 11, 22), None)])) == ["a,1\r\n", "2026-11-22,\r\n"]


def test_what_a_person_wrote_is_never_a_formula():
    assert list(as_csv([("=1+1", "@x", "-2", "plain", -2)])) == ["'=1+1,'@x,'-2,plain,-2\r\n"]


def test_rows_are_made_one_by_one():
    made = []

    def rows():
        for number in range(3):
            made.append(number)
            yield (number,)

    next(as_csv(rows()))
    assert made == [0]
