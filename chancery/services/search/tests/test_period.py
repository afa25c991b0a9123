"""A list narrowed to a span of time: typed beside it, kept as a clause of the query."""

from urllib.parse import parse_qs, urlsplit

import pytest

from chancery.core import follow
from chancery.records.register import actions as register
from chancery.services.search.followers import Index
from chancery.services.search.tests.conftest import AT, record


@pytest.fixture(autouse=True)
def kettles(db):
    years = (1999, 2005, 2010, 2011)
    register.import_records(
        [
            record("patents", f"K{year}", "Kettle", dates={"published": f"{year}-05-01", "filed": f"{year - 2}-05-01"})
            for year in years
        ],
        at=AT,
    )
    follow.catch_up([Index()], at=AT)


def narrowed(client, **data):
    response = client.get("/search/patents/", data)
    assert response.status_code == 302
    return {name: values[0] for name, values in parse_qs(urlsplit(response["Location"]).query).items()}


def test_a_span_becomes_a_clause_of_the_query(client):
    query = narrowed(client, q="kettle", **{"from": "2005", "until": "2010", "sort": "newest", "date": "date"})
    assert query == {"q": "kettle AND date:[2005-01-01 TO 2010-12-31]", "sort": "newest"}
    page = client.get("/search/patents/", query).content.decode()
    assert "K2005" in page
    assert "K2010" in page
    assert "K2011" not in page


def test_another_span_takes_the_place_of_the_one_before(client):
    query = narrowed(client, q="kettle AND date:[2005 TO 2010]", **{"from": "2011", "until": "", "date": "filed"})
    assert query["q"] == "kettle AND filed:[2011-01-01 TO *]"


def test_empty_ends_take_the_span_away(client):
    assert narrowed(client, q="kettle AND filed:[2005 TO 2010]", **{"from": "", "until": ""}) == {"q": "kettle"}


def test_everything_is_narrowed_without_a_word(client):
    assert narrowed(client, until="2005-06", **{"from": ""})["q"] == "published:[* TO 2005-06-30]"


def test_a_query_of_alternatives_stays_whole(client):
    query = narrowed(client, q="kettle OR lamp", **{"from": "2005"})
    assert query["q"] == "(kettle OR lamp) AND published:[2005-01-01 TO *]"


def test_the_form_shows_the_span_that_is_in_the_query(client):
    page = client.get("/search/patents/", {"q": "kettle AND filed:[2005 TO 2010]"}).content.decode()
    assert '<option value="filed" selected>' in page
    assert 'name="from" value="2005-01-01"' in page


@pytest.mark.parametrize(("low", "message"), [("soon", "“soon” is not a date"), ("2012", "2012")])
def test_what_is_no_span_is_said_and_kept(client, low, message):
    response = client.get("/search/patents/", {"q": "kettle", "from": low, "until": "2011"})
    assert response.status_code == 400
    page = response.content.decode()
    assert message in page
    assert f'name="from" value="{low}"' in page
    assert "K2011" in page  # the list as it was stays in sight


def test_a_query_that_is_not_understood_keeps_its_own_error(client):
    response = client.get("/search/patents/", {"q": "kettle (", "from": "2005"})
    assert response.status_code == 400
