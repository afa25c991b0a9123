"""What every engine must do. An engine's own test module imports everything here and gives the fixture ``engine``:
an empty engine, new for each test.
"""

import pytest

from chancery.finder import Document, parse
from chancery.finder.tests.contract_finding import *  # noqa: F403
from chancery.finder.tests.contract_laws import *  # noqa: F403
from chancery.finder.tests.contract_listing import *  # noqa: F403
from chancery.finder.tests.contract_parts import *  # noqa: F403
from chancery.finder.tests.contract_people import *  # noqa: F403
from chancery.finder.tests.contract_words import *  # noqa: F403
from chancery.finder.tests.records import MARK, RECORDS, SOLAR, WIND, found, keys


@pytest.fixture
def filled(engine):
    with engine.writing() as writer:
        assert writer.add(RECORDS) == len(RECORDS)
    return engine


def test_a_document_comes_back_as_it_was_given(filled):
    for document in RECORDS:
        assert filled.get(document.collection, document.key) == document
    assert filled.get("marks", SOLAR.key) is None
    assert filled.search(parse("turbine")).hits[0].document == WIND


def test_adding_again_replaces(filled):
    with filled.writing() as writer:
        writer.add([Document(collection="patents", key=WIND.key, titles={"en": "Mill"}), *RECORDS[2:]])
        writer.add([Document(collection="patents", key=WIND.key, titles={"en": "Millstone"})])
    assert filled.count() == len(RECORDS)
    assert keys(filled, "turbine OR mill") == set()
    assert keys(filled, "millstone") == {WIND.key}


def test_deleting_and_wiping_remove(filled):
    with filled.writing() as writer:
        writer.delete("patents", WIND.key)
        writer.delete("patents", "never there")
    assert (filled.count(), filled.count("patents")) == (len(RECORDS) - 1, 2)
    with filled.writing() as writer:
        writer.wipe()
        writer.add([MARK])
    assert (filled.count(), keys(filled, "*")) == (1, found(MARK))


def fails_after(block, act):
    def write():
        with block as writer:
            act(writer)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write()


def test_a_failed_block_changes_nothing(filled):
    fails_after(filled.writing(), lambda writer: writer.wipe())
    assert filled.count() == len(RECORDS)
    with filled.writing() as writer:
        writer.delete("marks", MARK.key)
    assert filled.count() == len(RECORDS) - 1


def test_what_was_committed_in_a_block_stays_though_the_block_fails(engine):
    def write(writer):
        writer.add([SOLAR])
        writer.commit()
        assert engine.count() == 1
        writer.add([WIND])

    fails_after(engine.writing(), write)
    assert keys(engine, "*") == found(SOLAR)


def test_an_index_rebuilt_beside_the_old_one_takes_its_place_at_once(filled):
    before = filled.generation
    with filled.rebuilding() as writer:
        writer.add([MARK])
        writer.commit()
        assert filled.count() == len(RECORDS)
    assert filled.generation != before
    assert keys(filled, "*") == found(MARK)


def test_a_rebuilding_that_fails_leaves_the_old_index(filled):
    before = filled.generation
    fails_after(filled.rebuilding(), lambda writer: writer.add([MARK]))
    assert filled.generation == before
    assert filled.count() == len(RECORDS)
