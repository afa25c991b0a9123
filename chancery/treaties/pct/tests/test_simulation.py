from datetime import date, timedelta

import pytest

from chancery.treaties import pct
from chancery.treaties.kernel import months
from chancery.treaties.pct.simulation import Law, Moved, simulate, summed

CASES = [
    (f"PCT/IB2026/{number:06}", pct.Record(received_on=day, filing_date=day, priority_date=day - timedelta(days=300)))
    for number, day in enumerate((date(2026, 3, 2) + timedelta(days=7 * week) for week in range(30)), start=1)
]


def test_the_same_law_moves_nothing():
    assert simulate(CASES, after=Law()) == ()


def test_a_new_closed_day_moves_what_ends_on_it_to_the_next_open_one():
    case = ("one", pct.Record(receiving_office="IB", received_on=date(2026, 10, 16), filing_date=date(2026, 10, 16)))
    found = simulate([case], after=Law().closing("IB", {date(2026, 11, 16): "a strike"}))
    assert found == (Moved("one", "fees_RO", "IB", date(2026, 11, 16), date(2026, 11, 17)),)
    assert found[0].days == 1


def test_a_closed_day_only_ever_moves_days_later():
    closed = {date(2027, 1, 4) + timedelta(days=count): "closed" for count in range(60)}
    found = simulate(CASES, after=Law().closing("IB", closed))
    assert found
    assert all(move.days > 0 for move in found if move.days is not None and move.key != "prio_document_DAS")


def test_a_changed_limit_moves_itself_alone():
    def longer(basis):
        """Ask for the rectification of an obvious mistake."""
        yield basis.priority.plus(months(28), "PCT Rule 91.2")

    found = simulate(CASES, after=Law().with_limit("rectification", longer))
    assert {move.key for move in found} == {"rectification"}
    assert len(found) == len(CASES)
    assert summed(found) == {"rectification": (len(CASES), 0)}


def test_a_limit_that_falls_away_has_no_new_day():
    (found,) = simulate(CASES[:1], after=Law().without("tpo"))
    assert (found.key, found.new) == ("tpo", None)
    (back,) = simulate(CASES[:1], before=Law().without("tpo"), after=Law())
    assert (back.key, back.old) == ("tpo", None)


def test_what_has_expired_or_was_done_stays_as_it_is():
    received = date(2026, 10, 16)
    case = pct.Record(receiving_office="IB", received_on=received, filing_date=received)
    after = Law().closing("IB", {date(2026, 11, 16): "a strike"})
    assert simulate([("one", case)], after=after, open_on=date(2026, 11, 16))
    assert simulate([("one", case)], after=after, open_on=date(2026, 11, 17)) == ()


def test_an_unknown_limit_cannot_be_changed():
    with pytest.raises(KeyError, match="no time limit"):
        Law().with_limit("tea", lambda basis: iter(()))
