"""The query language: what people write, what it means, and what they are told when it means nothing."""

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.finder import (
    And,
    Everything,
    Fuzzy,
    Near,
    Not,
    Or,
    Phrase,
    Present,
    QueryError,
    Range,
    Regex,
    Span,
    Term,
    Weighted,
    Wildcard,
    all_of,
    any_of,
    as_text,
    near,
    parse,
    within,
)

PIECES = st.sampled_from(
    [
        "solar",
        "Łódź",
        "電池",
        "AND",
        "OR",
        "NOT",
        "-",
        "+",
        "(",
        ")",
        '"',
        '"fuel cell"',
        "title:",
        "PA:",
        "IC:",
        "published:",
        "number:",
        "[2000 TO 2005]",
        ">=2010",
        "NEAR3",
        "~",
        "~2",
        "*",
        "car*",
        "b?t",
        "G06F 16/33",
        "WO 2024/012345",
        "US9014905B1",
        "9,014,905",
        "\\",
        ":",
        "^2",
        "{",
        "office:",
        "any:",
        "xx:",
        "2000",
        "\x00",
    ]
)


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("", Everything()),
        ("  * ", Everything()),
        ("solar panel", And((Term("solar"), Term("panel")))),
        ("solar AND panel", And((Term("solar"), Term("panel")))),
        ("+solar +panel", And((Term("solar"), Term("panel")))),
        ("solar OR wind power", Or((Term("solar"), And((Term("wind"), Term("power")))))),
        ("solar -panel", And((Term("solar"), Not(Term("panel"))))),
        ("solar ANDNOT panel", And((Term("solar"), Not(Term("panel"))))),
        ('"fuel cell"', Phrase("fuel cell")),
        ('"batteries"', Term("batteries", exact=True)),
        ("PA:(siemens OR bosch)", Or((Term("siemens", "name"), Term("bosch", "name")))),
        ("EN_TI:wheel title.fr:roue", And((Term("wheel", "title.en"), Term("roue", "title.fr")))),
        ("applicant:siem* b?t", And((Wildcard("siem*", "name"), Wildcard("b?t")))),
        ("batery~ batery~2", And((Fuzzy("batery"), Fuzzy("batery", distance=2)))),
        ("title:(solar NEAR3 panel)", near("solar", "panel", 3, "title")),
        ('"solar panel"~4', near("solar", "panel", 4)),
        ("registered:*", Present("registered")),
        ('status:"in force "', Term("in force", "status")),
        ("salt & pepper", And((Term("salt"), Term("pepper")))),
        ("\\AND \\-x", And((Term("AND"), Term("-x")))),
        ("H04L 63/00", Term("H04L 63/00", "class")),
        ("IC:G06F", Term("G06F", "ipc")),
        ("10:30", Term("10:30")),
        ("title:\\<5", Term("<5", "title")),
        ("a BEFORE3 b", near("a", "b", 3, ordered=True)),
        (
            '("fuel cell" OR acc*) NEAR "stack"',
            near(any_of([Phrase("fuel cell"), Wildcard("acc*")]), Term("stack", exact=True), 5),
        ),
        (
            "electric^10 (car OR van)^0.5",
            And((Weighted(Term("electric"), 10), Weighted(Or((Term("car"), Term("van"))), 0.5))),
        ),
        ("title:/blo(c|k)s?/", Regex("blo(c|k)s?", "title")),
        ("/ 5 and/or 5/6", And((Term("5"), Term("and/or"), Term("5/6")))),
        (
            "IC/G06F PA/(siemens OR bosch)",
            And((Term("G06F", "ipc"), any_of([Term("siemens", "name"), Term("bosch", "name")]))),
        ),
        ("AC/DC PA/x-y AD/DA", And((Term("AC/DC"), Term("x-y", "name"), Term("AD/DA")))),
        ("PN:[EP1000000 TO EP1100000]", Span("publication_number", "EP1000000", "EP1100000")),
        ("nice:[1 TO 5]", Span("nice", "1", "5")),
        ("filed:{2000 TO 2002}", Range("filed", date(2001, 1, 1), date(2001, 12, 31))),
        ('"fuel cell*"', near(Term("fuel", exact=True), Wildcard("cell*"), 1, ordered=True)),
        ('"*cell wind turbine"', Near(Wildcard("*cell"), Phrase("wind turbine"), 1, ordered=True)),
        ('"sol* cell*"~4', near(Wildcard("sol*"), Wildcard("cell*"), 4)),
        ('"bat*" "M*A*S*H" "fuel cell\\*"', And((Wildcard("bat*"), Phrase("M*A*S*H"), Phrase("fuel cell*")))),
        ("“fuel cell” «a b»~3", And((Phrase("fuel cell"), near("a", "b", 3)))),
        ("title:„Batterie“ 5” pipe", And((Term("Batterie", "title", exact=True), Term("5”"), Term("pipe")))),
        ("\\“a b”", And((Term("“a"), Term("b”")))),
        ("018222197 OR 018222198", Or((Term("018222197"), Term("018222198")))),
        ("tea or 018222197", And((Term("tea"), Term("or"), Term("018222197")))),
        ("wo/2024/012345 tea", And((Term("wo/2024/012345", "number"), Term("tea")))),
        ("AN:(018222197 OR 018222198)", any_of(Term(f"01822219{n}", "application_number") for n in (7, 8))),
        ("EN_AB:pump FR_ALL:pompe", And((Term("pump", "text.en"), Term("pompe", "fulltext.fr")))),
    ],
)
def test_what_is_written_is_what_is_meant(text, query):
    assert parse(text) == query
    assert parse(as_text(query)) == query


@pytest.mark.parametrize(
    "written",
    [
        "2000",
        "٢٠٠٠",
        "[０１．２０００ TO １２．２０００]",
        "[2000 TO 2000]",
        "[01.01.2000 TO 2000-12]",
        "[200001 TO 20001231]",
        "[1/1/2000 TO 12/2000]",
    ],
)
def test_a_date_may_be_written_in_any_form(written):
    assert parse(f"DP:{written}") == Range("published", date(2000, 1, 1), date(2000, 12, 31))


def test_a_date_may_be_compared():
    assert parse("filed:>=2010") == Range("filed", date(2010, 1, 1), None)
    assert parse("filed:>2010") == Range("filed", date(2011, 1, 1), None)
    assert parse("filed:<02.2010") == Range("filed", None, date(2010, 1, 31))
    assert parse("filed:[* TO 2010]") == Range("filed", None, date(2010, 12, 31))


@pytest.mark.parametrize(
    "written",
    [
        "US9014905B1",
        "US 9,014,905 B1",
        "WO 2024/012345",
        "wo2024/012345",
        "PCT/IB2024/051234",
        "EP1820402",
        "EP 1820402 B1",
        "US 14/166,502",
        "WO 02/14184",
        "7,654,321",
        "EP.1820402.B1",
        "US 2021/0191781 A1",
        "JP 2018-003770",
    ],
)
def test_a_number_is_recognised_among_words(written):
    assert parse(f"{written} wheel") == And((Term(written, "number"), Term("wheel")))


@pytest.mark.parametrize("written", ["EP 18", "in 2024", "A1", "IN water", "solar 2000"])
def test_words_with_digits_are_not_taken_for_numbers(written):
    query = parse(written)
    assert all(part.field == "any" for part in (query.parts if isinstance(query, And) else (query,)))


@pytest.mark.parametrize(
    ("text", "position", "remedy"),
    [
        ("solar titel:x", 6, "Did you mean title"),
        ("(a", 0, "Write ) where the group ends"),
        ("a)", 1, "Take it away"),
        ("a AND", 5, "Write a word after"),
        ("OR a", 0, "both sides"),
        ('say "hello', 4, "Close the phrase"),
        ("&", 0, "at least one word"),
        ("title:", 6, "title:word"),
        ("published:soon", 10, "20000201"),
        ("published:[2005 TO 2000]", 10, "[2000 TO 2005]"),
        ("PN:[EP2000000 TO EP1000000]", 3, "[EP1000000 TO EP2000000]"),
        ("nice:[35 TO 9]", 5, "[9 TO 35]"),
        ("[2000 TO 2005]", 0, "Name a field before it"),
        ("published:20*", 10, "published:2000"),
        ('x "a b* c*"', 2, "Leave out the others"),
        ("word~3", 0, "word~2"),
        ("car ^3", 4, "Leave it out"),
        ("car^0", 3, "electric^2"),
        ("a ADJ b", 2, "NEAR"),
        ("CHEM:pump", 0, "Leave this clause out"),
        ("IAD:mayer", 0, "Leave this clause out"),
        ("a NEAR (b AND c)", 2, "Join everything else with AND"),
        ("title:/a**/", 9, "Write a letter"),
        ("AN:[x TO y]", 3, "EP1000000"),
        ("ipc:[A01 TO B02]", 4, "Name a field before it"),
        ("a NEAR b NEAR c", 9, "AND"),
        ("a NEAR99 b", 2, "AND"),
        ("title:(a name:b)", 9, "Close the first"),
        ("電*池", 0, "without * and ?"),
        ("a {b", 2, "square brackets"),
        ("(" * 41 + "a", 40, "40"),
        ("a " * 1001, 2000, "several"),
        ("b*d~", 0, "Leave out the ~"),
        ("x " + "*a" * 9, 2, "Leave out"),
        ("a \ud800", 2, "again"),
        ("a* " * 21, 60, "Write some of them out"),
    ],
)
def test_an_error_points_at_the_character_and_says_the_remedy(text, position, remedy):
    with pytest.raises(QueryError) as error:
        parse(text)
    assert error.value.position == position
    assert remedy in error.value.remedy


@given(st.one_of(st.text(), st.lists(PIECES, max_size=12).map(" ".join), st.lists(PIECES, max_size=8).map("".join)))
@settings(max_examples=500, deadline=None)
def test_any_text_is_a_query_or_a_query_error_and_prints_back_to_the_same_query(text):
    fault, query = attempt(text)
    if fault:
        assert fault.remedy
        assert 0 <= fault.position <= len(text)
    else:
        assert parse(as_text(query)) == query, as_text(query)


def attempt(text):
    try:
        return None, parse(text)
    except QueryError as fault:
        return fault, None


FIELDS = st.sampled_from(["any", "title", "name", "title.fr"])
WORDS = st.text(alphabet='aBé電1-<>:*?"()\\~^ ANDORT', min_size=1, max_size=8).map(lambda text: text + "x")
SIDES = st.sampled_from(["a", "b"])
LEAVES = st.one_of(
    st.just(Everything()),
    st.builds(Term, WORDS, FIELDS),
    st.builds(Term, st.sampled_from(["EP 1820402", "EP1820402", "x"]), st.just("number")),
    st.builds(Phrase, WORDS.map(lambda text: f"{text} end"), FIELDS),
    st.builds(near, SIDES, SIDES, st.integers(1, 20), FIELDS, ordered=st.booleans()),
    st.builds(Range, st.just("filed"), st.dates(), st.none()),
    st.builds(Present, st.sampled_from(["title", "filed", "office"])),
    st.builds(Regex, st.sampled_from(["a.*", "(a|b)+", "\\/x"]), FIELDS),
    st.builds(Span, st.just("number"), st.just("EP1"), st.sampled_from(["", "EP 2"])),
)
QUERIES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=3).map(all_of),
        st.lists(inner, min_size=2, max_size=3).map(any_of),
        st.builds(Not, inner),
        st.builds(Weighted, inner, st.sampled_from([0.5, 2.0, 10.0])),
    ),
    max_leaves=8,
)


@given(QUERIES)
@settings(max_examples=300, deadline=None)
def test_a_query_that_nobody_typed_prints_and_parses_too(query):
    assert parse(as_text(query)) == query, as_text(query)


@pytest.mark.parametrize(
    "piece", ["(", "a ", "-", '"', "a~", "9,", "PCT/", "\\", "a*", "[", "AND ", "1", "title:", "~1", "US ", "G06F "]
)
def test_the_longest_query_is_read_in_a_blink(piece):
    text = (piece * 20_000)[:20_000]
    start = time.process_time()
    attempt(text)
    assert time.process_time() - start < 1.0


def test_a_whole_query_can_be_moved_into_a_field():
    assert within("title", parse("solar OR name:bosch")) == Or((Term("solar", "title"), Term("bosch", "name")))
