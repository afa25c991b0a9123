"""Queries that refer to others: what a reference is, what it means, and what is said where it means nothing."""

import pytest

from chancery.finder import Document, QueryError, open_index, parse
from chancery.finder.cost import MOST_CLAUSES
from chancery.finder.sets import numbered, referred, understood, with_sets


def sets(*lines, dialect=""):
    return numbered(dict(enumerate(lines, start=1)), dialect)


@pytest.mark.parametrize(
    ("line", "meaning"),
    [
        ("S1 AND S2 NOT S3", "(solar panel) (wind OR sun) -cell"),
        ("s1 or s2 not s3", "solar panel OR (wind OR sun) -cell"),
        ("(S1 OR S2) ANDNOT S3", "((solar panel) OR wind OR sun) -cell"),
        ("S1 title:roof", "solar panel title:roof"),
        ("ti=roof and S3", "title:roof cell"),
        ("S4", "(wind OR sun) -cell"),
    ],
)
def test_a_set_is_a_query_and_so_is_what_sets_make(line, meaning):
    found = sets("solar panel", "wind OR sun", "cell", "S2 NOT S3", line)
    assert found[5].query == parse(meaning), found[5].error


@pytest.mark.parametrize("line", ['"S1"', "title:S1", "S1a", "S01", "IC:S1"])
def test_what_is_no_reference_stays_a_word(line):
    try:
        assert understood(line) == with_sets(understood(line), sets("solar"))
    except QueryError as error:
        assert error.code not in ("no_set", "set_apart")  # noqa: PT017 - not every line is a query


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        (("S2", "solar"), "no_set"),
        (("S1",), "no_set"),
        (("solar", "S1 AND S7"), "no_set"),
        (("title:(", "S1 OR sun"), "set_not_understood"),
        (("solar", "S1 NEAR5 roof"), "set_apart"),
        (("solar", "S1 AND"), "end_missing"),
    ],
)
def test_each_line_says_what_is_wrong_with_it_and_how_to_mend_it(lines, code):
    found = sets(*lines)
    errors = [one.error for one in found.values() if one.error]
    assert code in [error.code for error in errors]
    assert all(error.remedy for error in errors)


def test_sets_of_sets_of_sets_do_not_grow_without_end():
    lines = [" OR ".join(f"word{number}" for number in range(100))]
    lines += [" ".join(f"(S{number} -x{place})" for place in range(10)) for number in range(1, 30)]
    found = sets(*lines)
    broken = next(one for one in found.values() if one.error)
    assert broken.error.code == "too_many_parts"
    assert f"{MOST_CLAUSES:,}" in str(broken.error)
    assert found[30].error.code == "set_not_understood"


def test_only_what_a_query_refers_to_goes_along_with_it():
    lines = {1: "solar", 2: "wind", 3: "S1 OR sun", 4: "cell", 5: "S3 NOT S4"}
    assert referred("S5 AND roof", lines) == {1: "solar", 3: "S1 OR sun", 4: "cell", 5: "S3 NOT S4"}
    assert referred("roof", lines) == {}
    assert referred("((", lines) == {}


def test_the_engine_counts_sets_exactly(tmp_path):
    """By what the words of each record say, with no list of records in between."""
    engine = open_index(tmp_path / "index")
    texts = [f"{'solar ' * (n % 2)}{'panel ' * (n % 3 == 0)}{'roof ' * (n % 5 == 0)}x" for n in range(300)]
    with engine.writing() as writer:
        writer.add(Document(collection="patents", key=f"K{n}", text=text) for n, text in enumerate(texts))
    found = sets("solar", "panel", "roof", "S1 AND S2 NOT S3", "S4 OR S3", "S5 NOT (S1 AND S3)")
    one, two, three = ({n for n, text in enumerate(texts) if word in text} for word in ("solar", "panel", "roof"))
    four = one & two - three
    five = four | three
    wanted = [one, two, three, four, five, five - (one & three)]
    assert [engine.search(each.query, limit=0).total for each in found.values()] == [len(each) for each in wanted]
    keys = {hit.document.key for hit in engine.search(found[6].query, limit=300).hits}
    assert keys == {f"K{n}" for n in wanted[5]}
    engine.close()
