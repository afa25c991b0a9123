from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.treaties.kernel import At, CurrencyMismatch, FeeLine, FeeSheet, Money, NotDeterminable, ask, least, rule
from chancery.treaties.kernel.citation import NotACitation, from_slug, parse
from chancery.treaties.kernel.dated import Dated
from chancery.treaties.kernel.plain import BadData, from_plain, to_plain


@given(st.decimals(0, 10**6, places=2), st.decimals(0, 10**6, places=2))
def test_money_adds_exactly(one, other):
    assert (Money(one, "CHF") + Money(other, "CHF")).amount == one + other


def test_money_of_two_currencies_is_never_added():
    with pytest.raises(CurrencyMismatch):
        Money.of(1, "CHF") + Money.of(1, "EUR")


def test_money_is_never_a_binary_fraction():
    with pytest.raises(TypeError):
        Money(0.1, "CHF")


def test_money_is_rounded_half_up_to_the_cent():
    assert Money.of("25.105", "USD").to_the_cent().amount == Decimal("25.11")
    assert str(Money.of("1330", "CHF")) == "CHF 1,330"
    assert str(Money.of("25.1", "USD")) == "USD 25.10"


def test_a_sheet_of_fees_sums_per_currency_and_says_when_something_is_unknown():
    def line(code, amount):
        return FeeLine(code=code, label=code, amount=amount, cites="")

    known = (line("a", Money.of(10, "CHF")), line("b", Money.of(5, "EUR")), line("c", Money.of(1, "CHF")))
    assert FeeSheet(known).totals == (Money.of(11, "CHF"), Money.of(5, "EUR"))
    assert FeeSheet(known).complete
    unknown = FeeSheet((*known, line("d", NotDeterminable(("the table",)))))
    assert not unknown.complete
    assert unknown.totals == FeeSheet(known).totals


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("PCT Rule 80.5", "pct/rule-80.5"),
        ("PCT Art. 11(1)(iii)(c)", "pct/art-11(1)(iii)(c)"),
        ("PCT Article 21(2)(a)", "pct/art-21(2)(a)"),
        ("PCT Rule 26bis.2(c)(iii)", "pct/rule-26bis.2(c)(iii)"),
        ("PCT AI 207(a)", "pct/ai-207(a)"),
        ("PCT Rule 17.1(b-bis)", "pct/rule-17.1(b-bis)"),
        ("PCT RO Guidelines 337", "pct/guidelines-337"),
        ("PCT Schedule item 5", "pct/schedule-item-5"),
    ],
)
def test_a_citation_is_read_and_addressed_and_read_back(text, address):
    citation = parse(text)
    assert citation.address == address
    assert from_slug(*address.split("/", 1)) == citation
    assert parse(str(citation)) == citation


def test_a_citation_knows_the_provision_around_it():
    citation, around = parse("PCT Art. 11(1)(iii)(c)"), []
    while citation := citation.parent:
        around.append(str(citation))
    assert around == ["PCT Art. 11(1)(iii)", "PCT Art. 11(1)", "PCT Art. 11"]


@pytest.mark.parametrize("text", ["", "Rule 80.5", "PCT", "PCT Chapter 4"])
def test_what_is_no_citation_is_refused_with_an_example(text):
    with pytest.raises(NotACitation, match=r"Rule 80\.5"):
        parse(text)


def test_citations_sort_by_number_and_not_by_letter():
    found = sorted(map(parse, ["PCT Rule 26.2", "PCT Rule 8.1", "PCT Rule 12.4"]))
    assert [citation.place for citation in found] == ["8.1", "12.4", "26.2"]


def test_a_dated_number_holds_from_its_first_day_until_the_day_before_the_last():
    number = Dated.of(
        [
            {"from": date(2020, 1, 1), "until": date(2021, 1, 1), "amount": "1217", "currency": "EUR"},
            {"from": date(2021, 1, 1), "amount": "1233", "currency": "EUR"},
        ]
    )
    assert number.at(date(2019, 12, 31)) is None
    assert number.at(date(2020, 12, 31)).money == Money.of(1217, "EUR")
    assert number.at(date(2021, 1, 1)).money == Money.of(1233, "EUR")


def test_a_result_is_no_surer_than_what_it_rests_on():
    assert least("rule", "unverified", "practice") == "unverified"
    assert least() == "rule"


@rule("PCT Rule 1.1", since=date(2020, 1, 1), until=date(2021, 1, 1), severity="hint")
def is_even(number):
    """The number must be even.

    More of it.
    """
    if number % 2:
        yield At("number", f"Found: {number}.")


def test_a_rule_says_its_docstring_and_what_it_found():
    (finding,) = is_even(3, on=date(2020, 6, 1))
    assert (finding.message, finding.field, finding.rule) == ("The number must be even. Found: 3.", "number", "is_even")
    assert (finding.statement, finding.detail) == ("The number must be even.", "Found: 3.")
    assert is_even.more == "More of it."
    assert is_even.treaty == "pct"


def test_a_rule_is_asked_only_while_it_is_in_force():
    assert not ask([is_even], 3, on=date(2019, 12, 31))
    assert ask([is_even], 3, on=date(2020, 1, 1))
    assert not ask([is_even], 3, on=date(2021, 1, 1))


def test_a_rule_that_says_nothing_is_no_rule():
    with pytest.raises(ValueError, match="says nothing"):

        @rule("PCT Rule 1.1", since=date(2020, 1, 1))
        def silent(number):
            yield "x"


@dataclass(frozen=True)
class Thing:
    day: date | None = None
    size: float = 0.0
    names: tuple[str, ...] = ()


def test_plain_data_comes_back_as_it_went():
    thing = Thing(date(2026, 11, 22), 1.5, ("a", "b"))
    assert from_plain(Thing, to_plain(thing)) == thing
    assert from_plain(Thing, {"size": 2}).size == 2.0


@pytest.mark.parametrize(
    ("data", "path", "says"),
    [
        ({"dya": None}, "dya", "did you mean 'day'"),
        ({"colour": 1}, "colour", "the fields here are day, size, names"),
        ({"day": "22.11.2026"}, "day", "YYYY-MM-DD"),
        ({"day": 5}, "day", "YYYY-MM-DD"),
        ({"names": "a"}, "names", "a list is expected"),
        ({"names": [1]}, "names.0", "text is expected here, not a whole number"),
        ({"size": True}, "size", "a number is expected here, not true or false"),
        ([], "", "an object is expected"),
    ],
)
def test_plain_data_that_does_not_fit_is_refused_with_place_and_remedy(data, path, says):
    with pytest.raises(BadData, match=says) as error:
        from_plain(Thing, data)
    assert error.value.path == path
