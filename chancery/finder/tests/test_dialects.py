"""The query languages of other services: what they mean, which is recognised, and that each says what it reads."""

import time
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chancery.finder import (
    And,
    Everything,
    Fuzzy,
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
)
from chancery.finder.dialects import DIALECTS, read, recognised, write
from chancery.finder.dialects.uspto import LIVE

NAMES = [each.name for each in DIALECTS]


@pytest.mark.parametrize(
    ("name", "text", "query"),
    [
        # CQL
        ("cql", 'ti="wind turbine" and pa=siemens', And((Phrase("wind turbine", "title"), Term("siemens", "name")))),
        ("cql", "ti=“wind turbine” not pa=«siemens»", None),
        ("cql", "ti=a or pa=b and ab=c", And((Or((Term("a", "title"), Term("b", "name"))), Term("c", "text")))),
        ("cql", "ti=a not ti=b", And((Term("a", "title"), Not(Term("b", "title"))))),
        ("cql", "ti=(solar or wind)", Or((Term("solar", "title"), Term("wind", "title")))),
        ("cql", 'pa any "siemens bosch"', Or((Term("siemens", "name"), Term("bosch", "name")))),
        ("cql", 'TI ALL "wind, blade"', And((Term("wind", "title"), Term("blade", "title")))),
        ("cql", "ta=wind", Or((Term("wind", "title"), Term("wind", "text")))),
        ("cql", "ti==batteries", Term("batteries", "title", exact=True)),
        ("cql", "cpc=H01M and cpc=/low H01M", And((Term("H01M", "cpc"), Term("H01M", "cpc")))),
        ("cql", "ic==H01M10/44", Term("H01M10/44", "ipc_exact")),
        ("cql", 'pd within "2000 2005"', Range("published", date(2000, 1, 1), date(2005, 12, 31))),
        ("cql", 'pd="20000101,20051231"', Range("published", date(2000, 1, 1), date(2005, 12, 31))),
        ("cql", "pd>=01/02/2000", Range("published", date(2000, 2, 1), None)),
        ("cql", "20070101:20070115", Range("published", date(2007, 1, 1), date(2007, 1, 15))),
        ("cql", "ti=fuel prox/distance<=3 ti=cell", near("fuel", "cell", 3, "title")),
        ("cql", "ti=fuel prox/distance<4/ordered=true ti=cell", near("fuel", "cell", 3, "title", ordered=True)),
        ("cql", "ti=fuel prox/unit=sentence ti=cell", near("fuel", "cell", 20, "title")),
        ("cql", "ti=col#r", Wildcard("col?r", "title")),
        ("cql", "ti=colo?r", Or((Term("color", "title"), Wildcard("colo?r", "title")))),
        (
            "cql",
            "G08B25 H04L63 title=grid",
            And((Term("G08B25", "class"), Term("H04L63", "class"), Term("grid", "title"))),
        ),
        ("cql", "Siemens", Or((Term("Siemens", "name"), Term("Siemens", "inventor")))),
        ("cql", "EP", Wildcard("EP*", "number")),
        ("cql", "EP1820402 9014905", And((Term("EP1820402", "number"), Term("9014905", "number")))),
        ("cql", "2007", Range("published", date(2007, 1, 1), date(2007, 12, 31))),
        ("cql", "solar cell", And((Term("solar"), Term("cell")))),
        ("cql", "status=granted", Term("granted", "status")),
        # Google
        ("google", "TI=(turbine NEAR/3 blade)", near("turbine", "blade", 3, "title")),
        ("google", "turbine ADJ2 blade", near("turbine", "blade", 2, ordered=True)),
        ("google", "turbine /4w blade", near("turbine", "blade", 4)),
        ("google", "turbine WITH blade", near("turbine", "blade", 20)),
        ("google", "TI=(turbine SAME blade)", And((Term("turbine", "title"), Term("blade", "title")))),
        ("google", "country:US,WO", Or((Term("US", "office"), Term("WO", "office")))),
        ("google", "country:US country:WO", Or((Term("US", "office"), Term("WO", "office")))),
        ("google", "assignee:siemens -assignee:google", And((Term("siemens", "name"), Not(Term("google", "name"))))),
        ("google", "before:priority:20180930", Range("priority", None, date(2018, 9, 29))),
        ("google", "after:filing:2018", Range("filed", date(2018, 1, 1), None)),
        (
            "google",
            "after:publication:2018 before:publication:2020",
            Range("published", date(2018, 1, 1), date(2019, 12, 31)),
        ),
        ("google", "B60R22/00 status:GRANT", And((Term("B60R22/00", "class"), Term("granted", "status")))),
        ("google", "colo?r", Or((Term("color"), Wildcard("colo?r")))),
        ("google", "solar$2", Or((Term("solar"), Wildcard("solar?"), Wildcard("solar??")))),
        ("google", "sol$ b#t", And((Wildcard("sol*"), Wildcard("b?t")))),
        ("google", "US9014905B1", Term("US9014905B1", "number")),
        # Lens
        ("lucene", "title:malaria AND applicant.name:(novartis OR gsk)", None),
        ("lucene", "pub_date:[20070101 TO 20070631]", Range("published", date(2007, 1, 1), date(2007, 6, 30))),
        ("lucene", "pub_date:{2006 TO 2008}", Range("published", date(2007, 1, 1), date(2007, 12, 31))),
        ("lucene", "a && !b || c", Or((And((Term("a"), Not(Term("b")))), Term("c")))),
        ("lucene", "_exists_:class_cpc.symbol", Present("cpc")),
        ("lucene", '"solar panel"~4', near("solar", "panel", 4)),
        ("lucene", "ids:EP_0227762_B1_19900411", Term("EP_0227762_B1_19900411", "number")),
        ("lucene", "class_ipcr.symbol:H01M", Term("H01M", "ipc")),
        ("lucene", 'ids:"US 2021/0191781 A1"', Term("US 2021/0191781 A1", "number")),
        ("lucene", "electric^10 car~", And((Weighted(Term("electric"), 10), Fuzzy("car")))),
        # EUIPO
        ("rsql", "niceClasses=in=(9,35)", Or((Term("9", "nice"), Term("35", "nice")))),
        ("rsql", "niceClasses=all=(9,35) and status==REGISTERED", None),
        ("rsql", "niceClasses=out=(9,35)", Not(Or((Term("9", "nice"), Term("35", "nice"))))),
        ("rsql", "wordMarkSpecification.verbalElement==*terra*", Wildcard("*terra*", "title")),
        ("rsql", "wordMarkSpecification.verbalElement=='TERRA S NOVA'", Phrase("TERRA S NOVA", "title")),
        ("rsql", "applicants.name==“Siemens AG”", Phrase("Siemens AG", "name")),
        ("rsql", "applicants.name!=siemens", Not(Term("siemens", "name"))),
        (
            "rsql",
            "status==OPPOSITION_PENDING;(markFeature==WORD,markFeature==FIGURATIVE)",
            And((Term("opposed", "status"), Or((Term("WORD", "feature"), Term("FIGURATIVE", "feature"))))),
        ),
        (
            "rsql",
            "applicationDate>=2020-01-01;applicationDate<2021-01-01",
            Range("filed", date(2020, 1, 1), date(2020, 12, 31)),
        ),
        ("rsql", "applicationDate=gt=2020", Range("filed", date(2021, 1, 1), None)),
        ("rsql", "number>=EP5;number<=EP9", Span("number", "EP5", "EP9")),
        ("rsql", "number>=EP9;number<=EP5", And((Span("number", "EP9", ""), Span("number", "", "EP5")))),
        ("rsql", "registrationDate==*", Present("registered")),
        # USPTO
        ("uspto", "CM:terra IC:025", And((Term("terra", "title"), Term("025", "nice")))),
        ("uspto", "LD:true", LIVE),
        ("uspto", "CM:/blo(c|k)s?/", Regex("blo(c|k)s?", "title")),
        ("uspto", "DC:26.17.13 AND OW:siemens", And((Term("26.17.13", "vienna"), Term("siemens", "name")))),
        ("uspto", "FD:[20230101 TO 20231231]", Range("filed", date(2023, 1, 1), date(2023, 12, 31))),
        ("uspto", "RG:false GS:lamp$", And((Not(Present("registered")), Wildcard("lamp*", "text")))),
        # plain words
        ("words", "Salt AND (pepper: -x", And((Term("Salt"), Term("AND"), Term("(pepper:"), Term("-x")))),
        ("words", "“fuel cell” US 9,014,905 B1", And((Phrase("fuel cell"), Term("US 9,014,905 B1", "number")))),
        ("words", '"fuel cell" US 9,014,905 B1', And((Phrase("fuel cell"), Term("US 9,014,905 B1", "number")))),
    ],
)
def test_what_is_written_in_a_dialect_is_what_is_meant(name, text, query):
    found = read(text, name).query
    if query is not None:
        assert found == query
    written = write(found, name)
    assert written.losses == ()
    assert read(written.text, name).query == found


@pytest.mark.parametrize(
    ("name", "text", "position", "remedy"),
    [
        ("cql", "not ti=a", 0, "siemens not solar"),
        ("cql", "ti=a and", 8, "after the operator"),
        ("cql", "(ti=a", 0, "Write ) where"),
        ("cql", "titel=a", 0, "Did you mean title"),
        ("cql", "famn=mayer", 0, "Leave this clause out"),
        ("cql", "ti>solar", 3, "="),
        ("cql", 'pd within "2000"', 10, "in quotation marks"),
        ("cql", "ti=", 3, "a word"),
        ("cql", 'ti="solar', 3, "Close the phrase"),
        ("cql", "ti=a prox/distance<=3 pa=b", 5, "Write the field once"),
        ("cql", 'cpc=/high "-"', 10, "Write a value"),
        ("cql", "ti=a prox/foo=3 ti=b", 9, "Leave it out"),
        ("google", "litigation:mayer", 0, "Leave this clause out"),
        ("google", "status:EXPIRED", 7, "grant, application"),
        ("google", "s?o?l?a?r?", 0, "Use *"),
        ("lucene", "applicant.nam:x", 0, "applicant.name"),
        ("rsql", "niceClasses=in=9", 11, "niceClasses=in=(9,35)"),
        ("rsql", "status==(a,b)", 6, "=in="),
        ("rsql", "status", 6, "status==…"),
        ("rsql", "status=like=x", 6, "=out="),
        ("rsql", "nice==9;", 8, "after the operator"),
        ("rsql", "(nice==9", 0, "Write ) where"),
        ("rsql", "markBasis==x", 0, "Leave this clause out"),
        ("rsql", "nice>9", 5, ">="),
        ("rsql", "nice==9)", 7, "Take it away"),
        ("uspto", "CM:terra XY:x", 9, "quotation marks"),
        ("uspto", "MD:mayer", 0, "Leave this clause out"),
        ("words", "&", 0, "at least one word"),
    ],
)
def test_an_error_of_a_dialect_points_at_the_character_and_says_the_remedy(name, text, position, remedy):
    with pytest.raises(QueryError) as error:
        read(text, name)
    assert (error.value.position, remedy in error.value.remedy) == (position, True), str(error.value)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        *((each.sample, each.name) for each in DIALECTS if each.name != "words"),
        ("wind turbine", "patentscope"),
        ('PA:(siemens OR bosch) "ti=x"', "patentscope"),
        ("IC:H04L DP:2000", "patentscope"),
        ("ti=solar", "cql"),
        ("TI=solar", "google"),
        ('pa any "siemens bosch"', "cql"),
        ("ti=a prox/distance<=3 ti=b", "cql"),
        ("wind ADJ turbine", "google"),
        ("jurisdiction:EP kind:B1", "lucene"),
        ("applicationDate>=2020-01-01", "rsql"),
        ("CM:apple", "uspto"),
        ("DC:26.17.13", "uspto"),
    ],
)
def test_a_dialect_is_recognised_by_what_only_it_writes(text, name):
    assert recognised(text) == name
    assert read(text).dialect == name


def test_a_dialect_nobody_knows_is_refused():
    with pytest.raises(QueryError, match="no query language"):
        read("x", "klingon")


@pytest.mark.parametrize("name", NAMES)
def test_everything_is_said_in_every_dialect(name):
    assert write(Everything(), name).losses == ()
    assert read(write(Everything(), name).text, name).query == Everything()


def test_what_a_dialect_cannot_say_is_told():
    query = parse("solar^2 windmil~ a BEFORE3 b (x NEAR (c OR d)) /e.*/ vienna:26 NOT (status:lapsed z)")
    told = {name: {loss.code for loss in write(query, name).losses} for name in NAMES}
    assert told["patentscope"] == set()
    assert told["lucene"] == {"ordered", "near"}
    assert {"weight", "fuzzy", "near", "regex"} <= told["cql"]
    assert {"weight", "fuzzy", "regex", "field_left_out"} <= told["google"]
    assert told["uspto"] == {"ordered", "near"}
    assert {"weight", "fuzzy", "near", "regex"} <= told["rsql"]
    assert {"operator", "weight", "fuzzy"} <= told["words"]
    for name in NAMES:  # what is left is still a query of the dialect
        read(write(query, name).text, name)
        assert all(loss.told for loss in write(query, name).losses)


WORDS = st.sampled_from(["solar", "Łódź", "電池", "any", "And", "within", "x-y", "TI", "prox", "AND", "a.b", "10"])
FIELDS = st.sampled_from(["any", "title", "name", "text", "title.fr"])
DATES = st.dates(date(1900, 1, 1), date(2100, 1, 1))
PLAIN = st.builds(Term, WORDS, FIELDS)
LEAVES = st.one_of(
    PLAIN,
    PLAIN,
    st.builds(Term, st.sampled_from(["solar", "cells"]), FIELDS, exact=st.just(True)),
    st.builds(Phrase, st.sampled_from(["fuel cell", 'say "x" (y)', "a and b"]), FIELDS),
    st.builds(Wildcard, st.sampled_from(["sol*", "*ar", "b?t", "s*r"]), FIELDS),
    st.builds(Fuzzy, st.just("solar"), FIELDS),
    st.builds(Regex, st.sampled_from(["a.*", "(a|b)+"]), FIELDS),
    st.builds(
        Term, st.sampled_from(["EP1820402", "WO 2024/012345"]), st.sampled_from(["number", "application_number"])
    ),
    st.builds(Term, st.sampled_from(["H01M", "H01M 10/44"]), st.sampled_from(["ipc", "cpc", "class", "ipc_exact"])),
    st.builds(Term, st.sampled_from(["US", "registered", "in force"]), st.sampled_from(["office", "status", "kind"])),
    st.builds(near, st.just("a"), st.just("b"), st.integers(1, 20), FIELDS, ordered=st.booleans()),
    st.builds(Range, st.sampled_from(["filed", "expires"]), DATES, st.none()),
    st.builds(Range, st.just("priority"), st.none(), DATES),
    st.just(Range("published", date(2000, 1, 1), date(2005, 12, 31))),
    st.builds(Span, st.just("number"), st.just("EP1"), st.sampled_from(["", "EP2"])),
    st.builds(Present, st.sampled_from(["title", "filed", "office"])),
    st.sampled_from([LIVE, Term("granted", "status"), Term("patents", "collection")]),
)
QUERIES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=3).map(all_of),
        st.lists(inner, min_size=2, max_size=3).map(any_of),
        st.builds(Not, inner),
        st.builds(Weighted, inner, st.sampled_from([0.5, 2.0])),
    ),
    max_leaves=6,
)


def normal(query, *, negated=False):
    """The same question in one form: not inside, parts in one order."""
    match query:
        case Not(part):
            return normal(part, negated=not negated)
        case And(parts) | Or(parts):
            together = all_of if isinstance(query, And) != negated else any_of
            idle = Everything() if together is all_of else Not(Everything())
            found = together(part for each in parts if (part := normal(each, negated=negated)) != idle)
            return type(found)(tuple(sorted(found.parts, key=repr))) if isinstance(found, And | Or) else found
        case Weighted(part, weight):
            return normal(part, negated=True) if negated else Weighted(normal(part), weight)
    return Not(query) if negated else query


@pytest.mark.parametrize("name", NAMES)
def test_quotation_marks_within_a_phrase_are_read_again(name):
    query = Phrase('say "x" (y) \\ z')
    assert normal(read(write(query, name).text, name).query) == normal(query)


@pytest.mark.parametrize("name", NAMES)
@given(query=QUERIES)
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.differing_executors])
def test_what_a_dialect_can_say_it_reads_again(name, query):
    written = write(query, name)
    found = read(written.text, name).query
    if not written.losses:
        assert normal(found) == normal(query), written.text


PIECES = st.sampled_from(
    [
        *("solar", "Łódź", "電池", "AND", "OR", "NOT", "and", "or", "not", "prox", "prox/distance<=3", "/ordered=true"),
        *("(", ")", '"', "'", '"a b"', "ti=", "ti:", "TI=", "pa", "any", "all", "within", "==", "!=", "=in=", "=out="),
        *("=all=", "=lt=", "=", "<", ">", "<=", ">=", ";", ",", "(9,35)", "niceClasses", "status", "CM:", "LD:"),
        *("LD:true", "FD:", "[2000 TO 2005]", "{", "}", "[", "]", "before:priority:2018", "after:", "country:"),
        *("US,WO", "assignee:", "NEAR/3", "ADJ", "/3w", "WITH", "SAME", "*", "?", "$", "$3", "#", "~", "~2", "^", "^2"),
        *("/a.*/", "/", "\\", "EP1820402", "WO 2024/012345", "H01M10/44", "2000", "20000101:20051231", "EP", ":"),
        *("_exists_:", "&&", "||", "!", "-", "+", "title", "title.fr:", "\x00", "\ud800", "=/low", "cpc"),
        *("/(a|b){2,3}/", "'a b'", "nice==9", "“", "”", "“a b”", "«x»", '"a b*"', '"*a"', "\\*", "and not", "pn=EP"),
        *("=/high", "pn>=EP1", "EP1000000 EP1000010", "{v}", '{"e" 1:2}', "a{v}*", "~abc", "before:2018", "DC:03????"),
        *("status==", "ACCEPTED", "prox/unit=paragraph", "prox/distance>3", "language:", "ENGLISH", "٢٠٠٠", "~0.8"),
    ]
)


@pytest.mark.parametrize("name", [*NAMES, ""])
@given(
    text=st.one_of(st.text(), st.lists(PIECES, max_size=10).map(" ".join), st.lists(PIECES, max_size=8).map("".join))
)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.differing_executors])
def test_any_text_is_a_query_or_a_query_error_in_every_dialect(name, text):
    fault, query = attempt(text, name)
    if fault:
        assert fault.message
        assert fault.remedy
        assert 0 <= fault.position <= len(text)
        return
    assert parse(as_text(query)) == query, as_text(query)
    for each in NAMES:
        assert read(write(query, each).text, each).dialect == each


def attempt(text, name):
    try:
        return None, read(text, name).query
    except QueryError as fault:
        return fault, None


LONG = [
    *(
        "(",
        "a ",
        "a==b;",
        "a==b,",
        "'",
        '"',
        "\\",
        "/a",
        "/(a|b){9}",
        "ti=",
        "ti=a ",
        "not ",
        "prox/",
        "a*",
        "?a",
        "$3",
    ),
    *("[", "1", ",", "A::", "9,", "PCT/", "US ", "before:priority:", "~", "^1", "a=in=(", "TI=(", "aa  ", '" ', "=' "),
    *("&&", "CM:", "=/low", "a any ", "(ti=", "/distance<=3", "2000:", "\U0001f600"),
]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("piece", LONG)
def test_no_text_takes_long_to_read_in_any_dialect(name, piece):
    text = (piece * 20_000)[:20_000]
    start = time.process_time()
    _, query = attempt(text, name)
    if query:
        as_text(query)
    recognised(text)
    assert time.process_time() - start < 1.0
