"""Who asks much waits behind himself: the order of turns, the room there is, what is charged and what is said."""

import threading
import time

import pytest
from django.contrib.auth.models import AnonymousUser

from chancery.finder.cost import Cost
from chancery.services.search import queries
from chancery.services.search.fairness import fairness, quota, shares, turns
from chancery.services.search.fairness.turns import TURNS, NoRoom, Turns

CHEAP, DEAR = Cost(1, 0, 100), Cost(1, 60, 1_000_000)
SECOND = 1_800_000_000


@pytest.fixture(autouse=True)
def own_queue(monkeypatch):
    monkeypatch.setattr(fairness, "TURNS", Turns())


@pytest.fixture
def all_dear(monkeypatch):
    monkeypatch.setattr(Cost, "dear", property(lambda _cost: True))


class Asking(threading.Thread):
    """A caller in the queue, who notes when it was his turn and stays until he is let go."""

    def __init__(self, turns, caller, order, *, cost=1000):
        super().__init__(daemon=True)
        self.turns, self.caller, self.order, self.cost = turns, caller, order, cost
        self.let_go = threading.Event()
        self.start()

    def run(self):
        with self.turns.turn(self.caller, estimated=self.cost, streaming=True):
            self.order.append(self.caller)
            self.let_go.wait(10)


def until(true):
    deadline = time.monotonic() + 10
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.002)


def queued():
    with shares.together() as store:
        return store.execute("SELECT count(*) FROM ticket WHERE kind != 'stream'").fetchone()[0]


def asked(turns, callers, order):
    """The callers come one after the other; then each is let go in the order of the turns."""
    threads = []
    for place, caller in enumerate(callers):
        threads.append(Asking(turns, caller, order))
        until(lambda place=place: queued() == place + 1)
    for number in range(1, len(callers) + 1):
        until(lambda number=number: len(order) == number)
        next(
            one for one in threads if one.is_alive() and one.caller == order[-1] and not one.let_go.is_set()
        ).let_go.set()
    for one in threads:
        one.join(10)
    return order


def test_who_asks_much_queues_behind_himself_and_not_before_others():
    assert asked(Turns(), ["ada", "ada", "ada", "ada", "bea", "cyd"], []) == ["ada", "bea", "cyd", "ada", "ada", "ada"]


def test_callers_take_turns_whoever_came_first():
    assert asked(Turns(), ["ada", "ada", "ada", "bea", "bea", "bea"], []) == ["ada", "bea", "ada", "bea", "ada", "bea"]


def test_who_was_served_long_ago_has_no_credit_and_no_debt():
    turns = Turns()
    for _ in range(50):
        with turns.turn("ada", estimated=1000):
            pass
    assert asked(turns, ["bea", "ada", "bea"], []) == ["bea", "ada", "bea"]
    with shares.together() as store:
        assert store.execute("SELECT * FROM mark").fetchall() == []  # callers are forgotten


def test_a_turn_ends_whatever_happens_in_it():
    turns = Turns()
    with pytest.raises(ZeroDivisionError), turns.turn("ada", estimated=1):
        raise ZeroDivisionError
    with turns.turn("ada", estimated=1):
        pass


def test_one_caller_cannot_take_all_the_room():
    turns, order = Turns(), []
    first = [threading.Thread(target=hold, args=(turns, "ada", order), daemon=True) for _ in range(2)]
    for one in first:
        one.start()
    until(lambda: queued() == 2)
    with pytest.raises(NoRoom) as full, turns.turn("ada", estimated=1):
        pass
    assert full.value.own
    third = threading.Thread(target=hold, args=(turns, "bea", order), daemon=True)
    third.start()
    until(lambda: queued() == 3)
    with pytest.raises(NoRoom) as full, turns.turn("cyd", estimated=1):
        pass
    assert not full.value.own
    order.append("go")
    for one in (*first, third):
        one.join(10)


def hold(turns, caller, order):
    with turns.turn(caller, estimated=1):
        until(lambda: "go" in order)


def test_an_export_takes_room_until_it_is_let_go_once():
    turns = Turns()
    let_go = turns.stream("ada")
    with pytest.raises(NoRoom):
        turns.stream("ada")
    turns.stream("bea")
    with pytest.raises(NoRoom) as full:
        turns.stream("cyd")
    assert not full.value.own
    let_go()
    let_go()
    turns.stream("ada")


def test_a_cheap_query_needs_no_turn_and_no_allowance(settings):
    settings.SEARCH_ALLOWANCE = 0
    with fairness.fairly("ada", CHEAP, second=SECOND) as turn:
        pass
    assert turn.headers == {}


def test_a_dear_query_is_charged_what_it_was_measured_to_cost(settings):
    settings.SEARCH_ALLOWANCE = 10
    with fairness.fairly("eve", DEAR, second=SECOND) as turn:
        until_used(0.05)
    assert 50 <= 10_000 - turn.allowance.left < 1_000  # and not the 9,000 of the estimate
    assert turn.headers["RateLimit-Policy"] == '"search-cost";q=10000;w=3600'
    assert turn.headers["RateLimit"] == f'"search-cost";r={turn.allowance.left};t={3600 - SECOND % 3600}'


def until_used(seconds):
    began = time.thread_time()
    while time.thread_time() < began + seconds:
        pass


def test_who_has_spent_the_hour_asks_cheap_queries_all_the_same(settings):
    settings.SEARCH_ALLOWANCE = 0
    with pytest.raises(fairness.Wait) as refused, fairness.fairly("fay", DEAR, second=SECOND):
        pass
    assert (refused.value.status, refused.value.headers["Retry-After"]) == (429, str(3600 - SECOND % 3600))
    with fairness.fairly("fay", CHEAP, second=SECOND):
        pass


# On pages and over the API


@pytest.mark.usefixtures("records", "all_dear")
def test_a_page_says_what_is_left(client, settings):
    answer = client.get("/search/", {"q": "pizza"}, REMOTE_ADDR="192.0.2.10")
    assert answer["RateLimit"].startswith('"search-cost";r=')
    settings.SEARCH_ALLOWANCE = 0
    waiting = client.get("/search/", {"q": "pizza"}, REMOTE_ADDR="192.0.2.10")
    assert waiting.status_code == 429
    page = waiting.content.decode()
    assert '<input id="q" name="q" type="search" dir="auto" value="pizza"' in page  # to be made cheaper there
    assert 0 < int(waiting["Retry-After"]) <= quota.HOUR
    assert "more letters before a *" in waiting.content.decode()


@pytest.mark.usefixtures("records", "all_dear")
def test_the_api_answers_with_a_problem_that_says_the_remedy(client, settings):
    fine = client.get("/api/v1/records", {"q": "pizza"}, REMOTE_ADDR="192.0.2.11")
    assert [item.split(";")[0] for item in fine["RateLimit"].split(", ")] == ['"default"', '"search-cost"']
    settings.SEARCH_ALLOWANCE = 0
    refused = client.get("/api/v1/records", {"q": "pizza"}, REMOTE_ADDR="192.0.2.11")
    assert (refused.status_code, refused["Content-Type"]) == (429, "application/problem+json")
    assert "Cheaper queries are answered" in refused.json()["detail"]
    assert int(refused["Retry-After"]) > 0


@pytest.mark.usefixtures("records", "all_dear")
def test_others_who_take_the_room_are_a_503_and_not_the_callers_fault(client):
    fairness.TURNS.stream("ada")
    fairness.TURNS.stream("bea")
    with shares.together() as store:
        turns._written(store, "cyd", "stream", 0.0)
    busy = client.get("/api/v1/records", {"q": "pizza"}, REMOTE_ADDR="192.0.2.12")
    assert (busy.status_code, busy.json()["title"]) == (503, "Others are being served")
    assert busy["Retry-After"] == "5"


@pytest.mark.usefixtures("records")
def test_what_cannot_be_understood_is_said_and_not_charged(client, all_dear, monkeypatch):
    assert client.get("/search/", {"q": "title:("}).status_code == 400
    assert client.get("/api/v1/records", {"q": "title:("}).status_code == 400


@pytest.mark.usefixtures("records")
def test_a_query_that_takes_too_long_is_said_with_its_remedy(client, monkeypatch):
    from chancery.finder import QueryError

    def search(*_asked, **_how):
        raise QueryError("too_much_time", seconds="5")

    monkeypatch.setattr(queries, "search", search)
    page = client.get("/search/", {"q": "pizza"})
    assert page.status_code == 400
    assert "more than 5 seconds of a processor" in page.content.decode()


def test_one_queue_serves_the_process():
    from chancery.services.search.exports import exporting

    assert exporting.TURNS is TURNS


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::9", True),
        ("2001:db8:1:2::9", "2001:db8:1:3::9", False),
        ("::ffff:192.0.2.7", "192.0.2.7", True),
        ("192.0.2.7", "192.0.2.8", False),
        ("unix:", "", False),
    ],
)
def test_who_has_many_addresses_of_one_network_is_one_caller(rf, one, other, same):
    first, second = (rf.get("/", REMOTE_ADDR=address) for address in (one, other))
    first.user = second.user = AnonymousUser()
    assert (quota.caller(first) == quota.caller(second)) is same


@pytest.mark.usefixtures("records")
def test_a_page_counts_as_the_many_searches_that_it_is(client, monkeypatch):
    counted, cost_of = [], fairness.cost_of
    monkeypatch.setattr(
        fairness, "cost_of", lambda question, *, number=1: counted.append(number) or cost_of(question, number=number)
    )
    for address in ("/search/?q=pizza", "/search/analysis/?q=pizza", "/search/analysis.csv?q=pizza&chart=name-year"):
        assert client.get(address).status_code == 200
    assert counted == [1, 23, 101]
