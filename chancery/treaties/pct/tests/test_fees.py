from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.treaties import pct
from chancery.treaties.kernel.citation import parse
from chancery.treaties.kernel.dated import Dated
from chancery.treaties.kernel.money import Money
from chancery.treaties.pct.fees_refunds import Course, refunds
from chancery.treaties.pct.fees_tables import tables

TODAY = date(2026, 11, 22)
CODES = (
    *("transmittal", "international_filing", "search", "late_payment", "restoration", "handling"),
    *("preliminary_examination", "late_examination", "sis_handling", "sis_search", "sis_late", "additional_search"),
    *("early_publication", "publish_26bis_2e", "publish_91_3d", "late_translation", "late_sequence_listing", "copies"),
)
FORMATS = st.sampled_from(["paper", "pdf", "request coded", "all coded"])
OFFICES = st.sampled_from(["IB", "EP", "US", "SE"])
ENTITLED = pct.Party(name="A", kind="natural", nationality="PL", residence="PL")
OF_AN_LDC = pct.Party(name="C", kind="legal", nationality="SN", residence="SN")
NOT_ENTITLED = pct.Party(name="B", kind="legal", nationality="CH", residence="CH")
PEOPLE = st.lists(st.sampled_from([ENTITLED, OF_AN_LDC, NOT_ENTITLED]), min_size=1, max_size=4).map(tuple)
quick = settings(deadline=None, max_examples=80)


def filed(sheets: int, *, office: str = "IB", form: str = "paper", parties=(NOT_ENTITLED,)) -> pct.Application:
    return pct.Application(
        receiving_office=office,
        searching_authority="EP",
        format=form,
        request_sheets=3,
        parties=parties,
        parts=(pct.Part(kind="description", sheets=sheets), pct.Part(kind="abstract", sheets=1)),
    )


def filing_fee(application: pct.Application, on: date = TODAY) -> Money | pct.NotDeterminable:
    return pct.act_fee("international_filing", application, pct.Record.of(application), on=on).amount


def amounts(tree):
    if isinstance(tree, Dated):
        yield from tree.entries
        return
    for branch in tree.values():
        yield from amounts(branch)


@quick
@given(st.integers(1, 200), st.integers(0, 200), OFFICES, FORMATS)
def test_more_sheets_never_cost_less(sheets, more, office, form):
    less, greater = (filing_fee(filed(count, office=office, form=form)) for count in (sheets, sheets + more))
    if isinstance(less, Money):
        assert not greater < less


@quick
@given(st.integers(1, 200), FORMATS)
def test_the_reduction_by_90_percent_is_taken_of_what_the_electronic_reduction_leaves(sheets, form):
    full = filing_fee(filed(sheets, form=form))
    assert filing_fee(filed(sheets, form=form, parties=(ENTITLED,))) == full * Decimal("0.1")


@quick
@given(PEOPLE, st.sampled_from([ENTITLED, OF_AN_LDC, NOT_ENTITLED]))
def test_another_applicant_never_makes_the_filing_fee_lower(people, another):
    before, after = filing_fee(filed(26, parties=people)), filing_fee(filed(26, parties=(*people, another)))
    assert not after < before
    if another is NOT_ENTITLED:
        assert after == Money.of("1330", "CHF")


def test_amounts_in_other_currencies_are_published_and_not_in_proportion():
    franc = tables()["international_filing"]["IB"].at(TODAY).values
    for office in ("US", "EP"):
        there = tables()["international_filing"][office].at(TODAY).values
        rates = {Decimal(there[item]) / Decimal(franc[item]) for item in ("base", "sheet", "pdf", "request")}
        assert len(rates) > 1


@quick
@given(st.integers(0, 400))
def test_payment_never_moves_the_filing_fee_and_does_move_the_handling_fee(days):
    application = replace(filed(26, office="EP"), received_on=date(2020, 12, 31))
    record = replace(pct.Record.of(application), examining_authority="EP")
    paid = date(2020, 12, 31) + timedelta(days=days)
    fee = pct.act_fee("international_filing", application, record, on=paid, paid_on=paid)
    assert (fee.amount, fee.fixed_by) == (Money.of("1217", "EUR"), "receipt")
    handling = pct.act_fee("handling", application, record, on=paid, paid_on=paid)
    known = {0: "183", **dict.fromkeys(range(1, 366), "185")}.get(days)
    assert handling.fixed_by == "payment"
    assert handling.amount == Money.of(known, "EUR") if known else isinstance(handling.amount, pct.NotDeterminable)


@pytest.mark.parametrize("code", CODES)
def test_each_fee_of_the_contract_can_be_asked_for(code):
    line = pct.act_fee(code, filed(30), pct.Record(), on=TODAY)
    assert line.code == code
    assert parse(line.cites).treaty == "pct"
    assert line.fixed_by
    assert line.steps or isinstance(line.amount, pct.NotDeterminable)


@pytest.mark.parametrize("code", pct.FEES)
def test_a_fee_without_a_table_is_not_determinable_and_never_zero(code):
    case = pct.Application(receiving_office="ZZ", searching_authority="ZZ")
    record = pct.Record(examining_authority="ZZ", supplementary_authority="ZZ")
    line = pct.act_fee(code, case, record, on=date(1985, 1, 1), office="ZZ")
    assert str(line.amount).startswith("not determinable: ")


def test_an_unknown_code_is_refused_with_those_there_are():
    with pytest.raises(KeyError, match="'tithe' is no fee; there are transmittal"):
        pct.act_fee("tithe", None, pct.Record(), on=TODAY)


def test_a_case_of_which_only_the_record_is_known_has_fees_too():
    record = pct.Record(receiving_office="FI", received_on=date(2026, 5, 4))
    assert pct.act_fee("transmittal", None, record, on=TODAY).amount == Money.of("140", "EUR")


def test_every_amount_in_the_tables_has_a_source_a_provision_and_a_currency():
    entries = [entry for tree in tables().values() for entry in amounts(tree)]
    assert len(entries) > 100
    for entry in entries:
        assert entry.source
        assert parse(entry.cites).treaty == "pct"
        assert len(entry.values["currency"]) == 3


@quick
@given(
    st.none() | st.dates(date(2026, 1, 1), date(2026, 6, 30)), st.none() | st.dates(date(2026, 1, 1), date(2026, 6, 30))
)
def test_a_refund_is_due_only_of_what_was_withdrawn_before_the_paper_was_sent(withdrawn, sent):
    record = pct.Record(received_on=date(2026, 1, 1), withdrawn_on=withdrawn)
    found = refunds(record, course=Course(record_copy_sent=sent))[0]
    assert (found.answer == "due") == bool(withdrawn and sent and withdrawn < sent)
    assert (found.answer == "unknown") == bool(withdrawn and (sent is None or sent == withdrawn))


def test_a_search_fee_says_what_an_earlier_search_saves():
    line = pct.fees(replace(filed(20, office="SE"), searching_authority="SE"), on=TODAY).lines[2]
    assert line.amount == Money.of("19950", "SEK")
    assert "SEK 2,800 less where an earlier search can be used" in [step.text for step in line.steps]


def test_only_what_was_asked_for_can_come_back():
    assert [one.code for one in refunds(pct.Record())] == ["international_filing", "search"]
    everything = pct.Record(demand_received=TODAY, sis_requested=TODAY)
    assert len(refunds(everything)) == 6
