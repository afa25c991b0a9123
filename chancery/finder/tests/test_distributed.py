"""The engine on a real cluster of OpenSearch: what every engine must do, and what only a cluster can."""

import threading
import time
import uuid

import pytest

from chancery.finder import Document, Everything, QueryError, parse
from chancery.finder.distributed import open_cluster
from chancery.finder.distributed.automata import regex
from chancery.finder.engine import Busy
from chancery.finder.patterns import regular, wildcard
from chancery.finder.tests.contract import *  # noqa: F403
from tests import opensearch

pytestmark = pytest.mark.opensearch


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    with opensearch.running(tmp_path_factory.mktemp("opensearch")) as cluster:
        yield cluster


@pytest.fixture(scope="module")
def office(cluster):
    """One office's engine: an index costs a second to make, to empty it costs less."""
    engine = open_cluster(cluster.addresses, name=f"office-{uuid.uuid4().hex[:12]}")
    yield engine
    engine.close()


@pytest.fixture
def engine(office):
    with office.writing() as writer:
        writer.wipe()
    return office


def records(first, count):
    return [
        Document(
            collection="patents", key=f"K{number}", titles={"en": f"solar panel {number}"}, family=f"F{number % 7}"
        )
        for number in range(first, first + count)
    ]


def test_offices_that_share_a_cluster_see_nothing_of_each_other(engine, cluster):
    other = open_cluster(cluster.addresses, name=f"other-{uuid.uuid4().hex[:12]}")
    with other.writing() as writer:
        writer.add(records(0, 3))
    assert (other.count(), engine.count()) == (3, 0)
    other.close()


def test_a_second_writer_waits_for_the_first_and_gives_up_in_time(engine, cluster):
    second = open_cluster(cluster.addresses, name=engine.generation.rsplit("-", 2)[0])
    with engine.writing(), pytest.raises(Busy), second.writing(wait=0.2):
        pass
    with second.writing(wait=5) as writer:
        writer.add(records(0, 1))
    assert engine.count() == 1
    second.close()


def test_facets_are_exact_over_several_shards(cluster):
    engine = open_cluster(cluster.addresses, name=f"shards-{uuid.uuid4().hex[:12]}", shards=5)
    with engine.writing() as writer:
        writer.add(
            Document(collection="patents", key=f"K{number}", names=(f"Company {number % 90 if number % 3 else 1}",))
            for number in range(600)
        )
    counts = engine.search(Everything(), facets=("name",), facet_limit=3).facets["name"]
    assert counts[0] == ("Company 1", 207)
    assert [number for _, number in counts[1:]] == [7, 7]
    engine.close()


@pytest.mark.parametrize(
    ("expression", "written"),
    [("a.b", "a.b"), ("(ab|c)+", "((ab|c))+"), ("[a-c]{2,3}", "[a-c]{2,3}"), (r"a\.b", r"a\.b"), ("a#b", r"a\#b")],
)
def test_expressions_are_written_for_lucene(expression, written):
    assert regex(regular(expression).node) == written


def test_signs_of_lucene_in_a_wildcard_are_letters():
    assert regex(wildcard("c@t*").node) == r"c\@t.*"


@pytest.mark.skipif("OPENSEARCH_URL" in __import__("os").environ, reason="a node of a foreign cluster is not killed")
def test_a_node_killed_under_load_stops_no_search_and_loses_nothing(engine, cluster):
    """The last test of this file: the cluster has one node less afterwards."""
    stop, failed, answered = threading.Event(), [], []

    def search():
        query = parse("solar")
        while not stop.is_set():
            try:
                answered.append(engine.search(query, facets=("family",)).total)
            except Exception as error:  # noqa: BLE001 - whatever fails is told
                failed.append(repr(error))

    with engine.writing() as writer:
        writer.add(records(0, 500))
    searchers = [threading.Thread(target=search) for _ in range(3)]
    for one in searchers:
        one.start()
    time.sleep(1)
    written = 500
    for place in range(20):
        if place == 5:
            cluster.kill(0)
        with engine.writing() as writer:
            written += writer.add(records(written, 50))
    time.sleep(2)
    stop.set()
    for one in searchers:
        one.join()
    assert failed == []
    assert len(answered) > 20
    assert answered == sorted(answered) or max(answered) == written
    assert engine.count() == written
    assert {hit.document.key for hit in engine.search(Everything(), limit=5000).hits} == {
        f"K{number}" for number in range(written)
    }


def test_a_pattern_over_many_words_takes_no_more_than_its_time(office, cluster):
    letters = "abcdefghij"
    words = ["".join(letters[number // 10**place % 10] for place in range(5)) for number in range(100_000)]
    hasty = open_cluster(cluster.addresses, name=office.generation.rsplit("-", 2)[0], budget=0.1)
    with office.writing() as writer:
        writer.wipe()
        writer.add(
            Document(collection="patents", key=f"K{place}", text=" ".join(words[place : place + 25]))
            for place in range(0, len(words), 25)
        )
    wild = parse(" OR ".join(f"*{one}*{other}*{one}*" for one in "abcde" for other in "fg"))
    began = time.monotonic()
    with pytest.raises(QueryError, match="seconds of a processor"):
        hasty.apart(_for_ever, wild)
    assert time.monotonic() - began < 5
    with pytest.raises(QueryError, match="seconds of a processor"):
        hasty.apart(_for_ever, parse("abcde"))
    assert hasty.search(parse("abcde"), limit=0).total == 1
    hasty.close()


def _for_ever(query, *, engine):
    while True:
        engine.search(query)
