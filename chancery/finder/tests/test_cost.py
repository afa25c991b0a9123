"""What a query may cost: dear ones run apart, where the kernel ends them; the same answers, nothing left running."""

import os
import resource
import signal
import threading
import time

import pytest

from chancery.finder import Document, Everything, QueryError, all_of, any_of, open_index, parse
from chancery.finder.cost import Cost, check_composed, clauses, dearness, estimate, metering
from chancery.finder.embedded import lane
from chancery.finder.explain import explain

MILLION = 1_000_000
WORDS = 60_000
WILD = "*a*b*c* OR *c*a*d* OR *e*b*a* OR *b*d*f* OR /.*a.*e.*g.*/"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """An index whose words are many and all different."""
    place = tmp_path_factory.mktemp("words") / "index"
    engine = open_index(place)
    letters = "abcdefgh"
    words = ["".join(letters[number >> shift & 7] for shift in range(0, 18, 3)) for number in range(WORDS)]
    with engine.writing() as writer:
        writer.add(
            Document(collection="patents", key=f"K{place}", text=" ".join(words[place : place + 30]))
            for place in range(0, WORDS, 30)
        )
    engine.close()
    return place


@pytest.fixture
def apart(folder, monkeypatch):
    """The engine, to which everything is dear."""
    monkeypatch.setattr(Cost, "dear", property(lambda _cost: True))
    engine = open_index(folder, budget=5)
    yield engine
    engine.close()


def cpu_seconds(pid):
    """User and system time of a process, in seconds: fields 14 and 15 of proc(5)."""
    fields = open(f"/proc/{pid}/stat").read().rpartition(")")[2].split()  # noqa: SIM115, PTH123 - one line
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def test_wildcards_regexes_and_many_clauses_are_dear_and_usual_queries_are_not():
    def dear(text, **more):
        return estimate(parse(text), documents=MILLION, **more).dear

    assert [dear(text) for text in ("*a*b*c*", "/.*a.*/", " OR ".join(f"word{n}" for n in range(40)))] == [True] * 3
    usual = ("solar panel", '"solar panel"', "solar OR wind OR sun OR cell OR film", "pan*", "batery~", "IC:H04L", "*")
    assert [text for text in usual if dear(text, facets=8, rows=20)] == []


def test_a_word_of_very_many_letters_is_not_compared_with_all_others():
    assert parse(f"{'x' * 2000}~")
    with pytest.raises(QueryError, match="too much of the index"):
        parse(f"{'x' * 2400}~")
    with pytest.raises(QueryError, match="too much of the index"):
        parse(" OR ".join(f"{'x' * 400}{n}~" for n in range(5)))


def test_of_a_large_index_an_ordinary_query_is_not_dear():
    assert not estimate(parse("solar panel"), documents=50 * MILLION, facets=8, rows=20).dear
    assert estimate(parse("*a*b*c*"), documents=50 * MILLION).dear


def test_what_is_put_together_of_queries_is_held_to_the_size_of_one():
    wide = any_of(parse(f"word{number}") for number in range(400))
    check_composed(all_of([wide, parse("x")]))
    with pytest.raises(QueryError, match="more than 1,000 parts"):
        check_composed(any_of(all_of([wide, parse("x")]) for _ in range(3)))
    wild = all_of([parse("*a* *b* *c*")] * 4)
    assert (clauses(wild), dearness(wild)) == (12, 72)
    with pytest.raises(QueryError, match="too much of the index"):
        check_composed(wild)


def test_what_runs_apart_finds_the_same(folder, apart):
    here = lane_less(folder)
    for text, how in (("*a*b*c*", {}), ("abc*", {"facets": ("collection",)}), ("*", {"sort": "number", "limit": 3})):
        one, other = (engine.search(parse(text), **how) for engine in (here, apart))
        assert (one.total, one.cursor, one.facets) == (other.total, other.cursor, other.facets)
        assert [hit.document.key for hit in one.hits] == [hit.document.key for hit in other.hits]
    assert here.words(parse("abc*"), limit=5) == apart.words(parse("abc*"), limit=5)


def lane_less(folder):
    from chancery.finder.embedded.engine import EmbeddedEngine
    from chancery.finder.embedded.folder import Folder

    return EmbeddedEngine(Folder(folder))


def test_what_is_wrong_with_a_query_is_said_from_there_too(apart):
    with pytest.raises(QueryError, match="does not belong to this search"):
        apart.search(Everything(), cursor="nonsense")
    assert apart.search(Everything(), limit=0).total > 0  # the process is still there


def test_a_pattern_over_many_words_uses_no_more_of_a_core_than_its_budget(folder, apart):
    """The pattern needs more than the budget; afterwards nothing of it runs on, and the next query is answered."""
    needed = time.thread_time()
    lane_less(folder).search(parse(WILD), limit=0)
    needed = time.thread_time() - needed
    apart._lane.budget = needed / 5
    apart.search(Everything(), limit=0)
    process = apart._lane._process
    before, ended = cpu_seconds(process.pid), resource.getrusage(resource.RUSAGE_CHILDREN)
    with metering() as meter, pytest.raises(QueryError, match="seconds of a processor"):
        apart.search(parse(f"({WILD}) -zzz"), limit=0)
    assert process.returncode == -signal.SIGPROF
    now = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = now.ru_utime + now.ru_stime - ended.ru_utime - ended.ru_stime - before
    assert used == pytest.approx(apart._lane.budget, abs=0.1)
    assert apart._lane.budget * 1000 <= meter.so_far() < needed * 1000
    assert apart.search(parse("abcdef"), limit=0).total >= 0


def test_the_time_is_that_of_the_processor_and_waiting_costs_nothing(apart):
    apart._lane.budget = 0.5
    with metering() as meter:
        assert apart.apart(_sleeping, 1.0) == "awake"
    assert meter.so_far() < 400


def _sleeping(seconds, *, engine):
    time.sleep(seconds)
    return "awake"


def test_a_query_that_waits_for_ever_is_ended_too(apart, monkeypatch):
    apart._lane.budget = 0.1  # ten times that by the clock
    began = time.monotonic()
    with pytest.raises(QueryError, match="seconds of a processor"):
        apart.apart(_sleeping, 60.0)
    assert time.monotonic() - began < 20


def test_an_explanation_takes_no_more_than_one_query(apart):
    told = apart.apart(explain, parse("abc* OR *d*e*"), collections=None)
    assert [part.hits for part in told.parts] == [
        apart.search(parse(text), limit=0).total for text in ("abc*", "*d*e*")
    ]
    apart._lane.budget = 0.01
    with pytest.raises(QueryError, match="seconds of a processor"):
        apart.apart(explain, parse(WILD), collections=None)


def test_a_process_that_went_away_is_started_again(apart):
    assert apart.search(Everything(), limit=0).total
    first = apart._lane._process
    first.stdin.close()  # as if nothing had been asked of it for long
    first.wait()
    assert apart.search(Everything(), limit=0).total
    assert apart._lane._process.pid != first.pid


def test_a_process_that_was_killed_is_an_error_and_the_next_query_is_answered(apart):
    apart.search(Everything(), limit=0)
    killer = threading.Timer(0.3, apart._lane._process.kill)
    killer.start()
    with pytest.raises(RuntimeError, match="ended with status -9"):
        apart.apart(_sleeping, 30.0)
    assert apart.search(Everything(), limit=0).total


def test_the_process_goes_when_nothing_is_asked_of_it(folder, monkeypatch):
    asked, tell = os.pipe()
    monkeypatch.setattr(lane, "IDLE", 0.05)
    with os.fdopen(asked, "rb") as pipe, open(os.devnull, "wb") as nowhere:  # noqa: PTH123
        lane.serve(str(folder), pipe, nowhere)  # returns
    os.close(tell)
