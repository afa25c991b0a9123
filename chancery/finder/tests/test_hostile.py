"""Texts that are written to break something: nested, endless, of strange characters. Each is answered, and soon."""

import sys
import time

import pytest

from chancery.finder import Document, QueryError, as_text, explain, open_index, parse
from chancery.finder.dialects import DIALECTS, read, write
from chancery.finder.grammar import MOST_DEPTH
from chancery.finder.lexer import MOST_CHARACTERS
from chancery.finder.query import extent
from chancery.finder.sets import numbered

NAMES = [each.name for each in DIALECTS]
NESTED = {
    "NOT": ("patentscope", "NOT ", "a", ""),
    "minus": ("patentscope", "-", "a", ""),
    "exclamation": ("lucene", "!", "a", ""),
    "minus of Google": ("google", "-", "a", ""),
    "NOT of the USPTO": ("uspto", "NOT ", "a", ""),
    "weights": ("patentscope", "", "a", "^2"),
    "groups": ("patentscope", "(", "a", ")"),
    "weighted groups": ("patentscope", "(a OR b ", "c", ")^2"),
    "weighted groups without": ("patentscope", "(a OR -b^3 -", "c", ")^2"),
    "nearness": ("patentscope", "(a OR (b NEAR (c OR d)) -", "e", ")"),
    "groups of CQL": ("cql", "(ti=a or ti=b and ", "ti=c", ")"),
    "turns of CQL": ("cql", "a or b and ", "c", ""),
    "turns to not": ("cql", "a or b not ", "c", ""),
    "groups of RSQL": ("rsql", "(nice==9,(nice==8;", "nice==7", "))"),
    "sections of Google": ("google", "(TI=(a OR b) AND (", "c", "))"),
}


def answered(text, name):
    """The query, or None where the text is refused; either with what a person is then shown."""
    fault, query = attempt(text, name)
    if fault:
        assert fault.remedy
        assert 0 <= fault.position <= len(text)
        return None
    for each in NAMES:
        write(query, each)
    explain(query)
    text = as_text(query)
    assert len(text) > MOST_CHARACTERS or parse(text) == query
    return query


def attempt(text, name):
    try:
        return None, read(text, name).query
    except QueryError as fault:
        return fault, None


@pytest.mark.parametrize("kind", NESTED)
def test_what_is_nested_is_understood_and_written_in_every_language_or_refused(kind):
    name, before, inside, after = NESTED[kind]
    assert answered(before * 3 + inside + after * 3, name) or kind == "weights"
    for times in (5, 10, 15, 20, 39, 41, 300, 3000):
        answered(before * times + inside + after * times, name)


def test_the_deepest_query_is_found_with_half_the_stack(tmp_path):
    engine = open_index(tmp_path / "index")
    deepest = max(
        (answered(before * times + inside + after * times, name) for name, before, inside, after in NESTED.values()
         for times in range(1, MOST_DEPTH)),
        key=lambda query: extent(query) if query else (0, 0),
    )  # fmt: skip
    assert extent(deepest)[0] == MOST_DEPTH
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(limit // 2 + 100)
    try:
        explain(deepest, engine)
        engine.search(deepest)
    finally:
        sys.setrecursionlimit(limit)


def test_sets_of_sets_do_not_nest_for_ever():
    lines = {1: "a OR b", **{n: f"S{n - 1} {'AND' if n % 2 else 'OR'} x{n}" for n in range(2, 400)}}
    found = numbered(lines)
    assert found[20].query
    assert found[399].error.code in ("too_deep", "set_not_understood")


@pytest.mark.parametrize("name", NAMES)
def test_the_time_to_read_grows_as_the_text_does(name):
    for piece in ("a ", "a or b and ", "電池 ", "EP1000000 ", "a* ", "(a) ", "ti=a ", '"a b" ', "nice==9;"):
        short, long = (_seconds(piece * (length // len(piece)), name) for length in (5_000, 20_000))
        assert long < 8 * max(short, 0.02), (piece, short, long)


def _seconds(text, name):
    """Of one processor, the least of three times."""
    spent = []
    for _ in range(3):
        start = time.process_time()
        answered(text, name)
        spent.append(time.process_time() - start)
    return min(spent)


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("cql", 'ti any "' + "a " * 1001 + '"', "too_many_parts"),
        ("cql", 'ti any "' + "*a " * 50 + '"', "patterns_too_dear"),
        ("cql", " or ".join(["ta=a"] * 600), "too_many_parts"),
        ("google", "country:US" + ",WO" * 1001, "too_many_parts"),
        ("google", "country:S*" + ",O*" * 7 + " country:S*" * 20, "patterns_too_dear"),
        ("uspto", "LD:true OR " * 200 + "CM:a", "too_many_parts"),
        ("rsql", "nice=in=(9" + ",9" * 1001 + ")", "too_many_parts"),
    ],
)
def test_a_list_is_counted_by_what_it_holds(name, text, code):
    with pytest.raises(QueryError) as fault:
        read(text, name)
    assert fault.value.code == code


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("patentscope", "PN:(EP1000000" + " OR EP1000000" * 999 + ")"),
        ("cql", "pn=EP1000000" + " or pn=EP1000000" * 999),
        ("rsql", "applicationNumber=in=(018222197" + ",018222197" * 999 + ")"),
    ],
)
def test_a_thousand_numbers_are_one_query_in_every_language_that_has_fields(name, text):
    query = answered(text, name)
    assert extent(query) == (2, 1000)


LONG = [
    *("nice:" + "1" * 5000, "vienna:" + "1." * 5000, "locarno:" + "9" * 4400, "ipc:H01M" + "1" * 5000),
    *("x" * 19_000, "\ufdfa" * 19_000, "電" * 19_000, "a\u0301" * 9_000, "\u0301" * 19_000, "😀" * 9_000),
    *("x" * 19_000 + "*", "*" + "x" * 19_000, "x" * 19_000 + "~", '"' + "a " * 9_000 + '"', "\x00" * 9_000),
    *("/" + "a|" * 9_000 + "a/", "number:" + "1" * 19_000, "published:" + "1" * 19_000, "kind:" + "x" * 19_000),
    *("a" + "?" * 300, "a*" * 8, "number:*1*", "class:*M*", "office:" + "x" * 19_000 + "*"),
    *("nice:[1 TO " + "9" * 5000 + "]", "/" + "\ufdfa" * 19_000 + "/"),
]


@pytest.mark.parametrize("text", LONG, ids=range(len(LONG)))
def test_no_value_is_too_long_to_be_answered(tmp_path, text):
    engine = open_index(tmp_path / "index")
    with engine.writing() as writer:
        writer.add([Document(collection="marks", key="1", titles={"": "x"}, classes={"nice": ("9",)})])
    start = time.process_time()
    fault, query = attempt(text, "")
    if query:
        assert asked(engine, query) in (0, 1)
    assert not fault or fault.remedy
    assert time.process_time() - start < 1.5


def asked(engine, query):
    try:
        return engine.search(query).total
    except QueryError as fault:
        return 0 if fault.remedy else None
