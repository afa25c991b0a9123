"""The index is made again beside the one in use: whoever searches meanwhile finds everything."""

import pytest

from chancery.core import follow
from chancery.finder import parse
from chancery.records.register import actions as register
from chancery.services.search import followers, queries
from chancery.services.search.tests.conftest import AT, record

pytestmark = pytest.mark.usefixtures("records")


def pizzas():
    return queries.engine().search(parse("pizza")).total


@pytest.fixture
def meanwhile(monkeypatch):
    """Notes what is done while the entries are read again."""
    told, noted = followers.documents_of, []

    def watched(entries):
        documents = told(entries)
        noted.append((len(documents), pizzas()))
        return documents

    monkeypatch.setattr(followers, "documents_of", watched)
    return noted


def test_everything_is_found_while_the_index_is_made_again(meanwhile):
    index = followers.Index()
    follow.rebuild(index, at=AT)
    assert meanwhile == [(5, 2)]
    assert pizzas() == 2
    assert follow.lag([index]) == {index.name: 0}


def test_what_is_entered_meanwhile_is_found_too(monkeypatch):
    told, more = followers.documents_of, iter((record("marks", "1", "Pizza Nova"),))

    def entering(entries):
        register.import_records(list(more), at=AT)
        return told(entries)

    monkeypatch.setattr(followers, "documents_of", entering)
    follow.rebuild(followers.Index(), at=AT)
    assert pizzas() == 3


def test_a_rebuilding_that_breaks_off_leaves_the_index_and_the_bookmark(monkeypatch):
    index = followers.Index()
    before = follow.bookmark(index)
    monkeypatch.setattr(followers, "documents_of", lambda entries: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        follow.rebuild(index, at=AT)
    assert pizzas() == 2
    assert follow.bookmark(index) == before > 0
