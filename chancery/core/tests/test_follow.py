from datetime import UTC, datetime, timedelta

import pytest

from chancery.core import follow, ledger, models
from chancery.records.register.events import PaymentRecorded

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


def fill(count, name="test"):
    event = PaymentRecorded(line="fee", amount="1", currency="CHF", received_on="2026-11-22")
    ledger.append_many([(f"{name}/{number}", event) for number in range(count)], at=AT)


class Counter(follow.Rebuildable):
    name = "counter"
    batch = 3

    def __init__(self):
        self.seen = []

    def apply(self, entries):
        self.seen += [entry.number for entry in entries]

    def forget(self):
        self.seen.clear()


class OutsideCounter(Counter):
    name = "counter outside"
    outside = True


class Postman(follow.Outward):
    name = "postman"

    def __init__(self):
        self.delivered, self.failing = [], False

    def recipients(self, entry):
        yield "alice", {"number": entry.number}

    def deliver(self, item, *, at):
        if self.failing:
            raise ConnectionError("no line")
        self.delivered.append(item.number)


class BesideCounter(OutsideCounter):
    """Keeps what it has until all is read again; ``meanwhile`` is done while it reads."""

    name = "counter beside"
    meanwhile = staticmethod(lambda: None)

    def again(self):
        fresh = [entry.number for entry in ledger.read(0, 100)]
        self.meanwhile()
        self.seen = fresh
        return len(fresh)

    def forget(self):
        raise AssertionError("who can make it again beside forgets nothing")


@pytest.mark.parametrize("kind", [Counter, OutsideCounter])
def test_a_follower_sees_every_entry_once_and_in_order(kind):
    follower = kind()
    fill(8)
    follow.catch_up([follower], at=AT)
    fill(2, "more")
    follow.catch_up([follower], at=AT)
    assert follower.seen == list(range(1, 11))
    assert follow.lag([follower]) == {follower.name: 0}


def test_a_follower_that_fails_takes_the_same_entries_again():
    follower = Counter()
    fill(2)
    follower.apply = lambda entries: 1 / 0
    with pytest.raises(ZeroDivisionError):
        follow.advance(follower, at=AT)
    assert follow.bookmark(follower) == 0


def test_what_can_be_rebuilt_is_read_again_from_the_first_entry():
    follower = Counter()
    fill(5)
    follow.catch_up([follower], at=AT)
    follow.rebuild(follower, at=AT)
    assert follower.seen == [1, 2, 3, 4, 5]


def test_what_is_made_again_beside_loses_nothing_that_comes_meanwhile_and_nothing_when_it_breaks_off():
    follower = BesideCounter()
    fill(5)
    follow.catch_up([follower], at=AT)
    follower.meanwhile = lambda: fill(2, "more")
    assert follow.rebuild(follower, at=AT) == 7
    assert follower.seen == [1, 2, 3, 4, 5, 6, 7]
    follower.meanwhile = lambda: 1 / 0
    with pytest.raises(ZeroDivisionError):
        follow.rebuild(follower, at=AT)
    assert follower.seen == [1, 2, 3, 4, 5, 6, 7]
    assert follow.bookmark(follower) == 7


def test_keepings_that_are_gone_are_made_again():
    follower = Counter()
    fill(4)
    follow.catch_up([follower], at=AT)
    follower.seen.clear()
    follower.stale = lambda: not follower.seen
    assert follow.rebuild_stale([follower], at=AT) == ["counter"]
    assert follower.seen == [1, 2, 3, 4]


def test_a_delivery_that_fails_is_kept_and_tried_later_each_time():
    postman = Postman()
    fill(1)
    postman.failing = True
    follow.catch_up([postman], at=AT)
    item = models.OutboxItem.objects.get()
    assert (item.attempts, item.delivered_at) == (1, None)
    assert "no line" in item.trouble
    assert follow.deliver_due(postman, at=AT) == 0
    postman.failing = False
    assert follow.deliver_due(postman, at=AT + timedelta(minutes=1)) == 1
    assert follow.deliver_due(postman, at=AT + timedelta(hours=1)) == 0
    assert postman.delivered == [1]
    assert not models.OutboxItem.objects.filter(delivered_at=None)


def test_the_same_entry_owes_the_same_recipient_once():
    postman = Postman()
    fill(3)
    follow.catch_up([postman], at=AT)
    models.Bookmark.objects.filter(follower="postman").update(number=0)
    follow.catch_up([postman], at=AT)
    assert postman.delivered == [1, 2, 3]
