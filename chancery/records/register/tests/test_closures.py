"""What an Office declares of itself bears on every file (PCT Rules 82quater.2, .3)."""

from datetime import UTC, date, datetime

import pytest

from chancery.core.refusal import Refused
from chancery.records.accounts import actions as accounts
from chancery.records.register import actions, events, queries
from chancery.treaties import pct

AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
STORM = pct.Closure(
    office="IB",
    what="disruption",
    first=date(2026, 12, 14),
    last=date(2027, 1, 31),
    announced=date(2026, 12, 15),
    reason="A storm has cut the town off.",
)


@pytest.fixture
def number(db):
    alice = accounts.open_account("alice@example.org", name="Alice", password="correct horse")
    return actions.file_application(pct.Application(title="Hinge"), documents=(), by=alice, at=AT).number


def due(number, key):
    return next(one.due for one in pct.time_limits(queries.right(number).record) if one.key == key)


def test_time_limits_of_every_file_move_and_the_entry_is_public(number):
    assert due(number, "fees_RO") == date(2026, 12, 23)
    entry = actions.declare(STORM, at=AT)
    assert due(number, "fees_RO") == date(2027, 2, 1)
    assert queries.disclosed(entry)
    said = queries.describe(entry, shown=True)
    assert "extended time limits" in said.words
    assert said.cites == "PCT Rule 82quater.3"


def test_an_invitation_can_be_answered_longer_and_keeps_the_day_it_named(number):
    invited = events.CorrectionInvited(
        invitation=1, form="PCT/RO/106", findings=(), dated="2026-11-24", due="2027-01-25"
    )
    actions.enter(number, invited, after=1, at=AT)
    actions.declare(STORM, at=AT)
    [one] = queries.right(number).invitations
    assert (one.due, one.named) == (date(2027, 2, 1), date(2027, 1, 25))


def test_what_the_rule_does_not_give_is_refused_and_nothing_is_entered(number):
    too_long = pct.Closure(**{**vars(STORM), "last": date(2027, 3, 1)})
    with pytest.raises(Refused, match="two months at most"):
        actions.declare(too_long, at=AT)
    assert queries.declared() == ()
