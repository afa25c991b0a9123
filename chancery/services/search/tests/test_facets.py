"""The facets beside a list: more of their values on demand, and the chosen ones never out of sight."""

import html
import re

import pytest
from django.http import QueryDict

from chancery.core import follow
from chancery.records.register import actions as register
from chancery.services.search import facets
from chancery.services.search.followers import Index
from chancery.services.search.tests.conftest import AT, record

COUNTRIES = ("AT", "BE", "BG", "CH", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB")
RARE = "Germany (DE)"


@pytest.fixture(autouse=True)
def beers(db):
    """One beer of Germany, two of each other country."""
    keys = [(code, number) for code in COUNTRIES for number in range(1 if code == "DE" else 2)]
    register.import_records(
        [record("indications", f"B-{code}-{number}", "Beer", country=code) for code, number in keys], at=AT
    )
    follow.catch_up([Index()], at=AT)


def facet(client, **data):
    """The text of the facet of countries, and the address that opens or folds it."""
    page = client.get("/search/indications/", data).content.decode()
    told = re.search(r'id="facet-country">(.*?)</section>', page, re.DOTALL)[1]
    last = html.unescape(re.findall(r'href="([^"]+)"', told)[-1])
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", told)).split()), last


def test_the_first_values_are_shown_and_the_rest_are_a_step_away(client):
    told, more = facet(client)
    assert RARE not in told
    assert more == "?more=country#facet-country"
    opened, fewer = facet(client, more="country")
    assert all(f"({code})" in opened for code in COUNTRIES)
    assert fewer == "?#facet-country"


def test_a_chosen_value_is_never_out_of_sight(client):
    told, _more = facet(client, country="DE")
    assert told.startswith(f"Country {RARE} chosen; take away × 1")
    assert "Austria (AT) 2" in told  # what another choice would bring, counted without this one


def test_very_many_chosen_values_are_not_all_counted(client):
    told, _more = facet(client, country=[f"X{number}" for number in range(200)])
    assert told.count("chosen") == facets.MOST_CHOSEN


def test_an_opened_facet_stays_open_while_values_are_chosen(client):
    page = client.get("/search/indications/", {"more": "country"}).content.decode()
    assert "?more=country&amp;country=AT" in page


def test_an_address_that_opens_what_is_none_still_answers(client):
    assert client.get("/search/indications/", {"more": ["moon", ""]}).status_code == 200


@pytest.mark.parametrize(
    ("filters", "query"),
    [
        ({"country": "AT"}, "beer NOT country:AT"),
        ({"year": "2005"}, "beer AND NOT date:[2005-01-01 TO 2005-12-31]"),
        ({"class": "nice:33"}, "beer AND NOT nice:33"),
        ({"class": "product:class 1 3"}, 'beer AND NOT product:"class 1 3"'),
        ({"name": "Anna & Co."}, 'beer NOT name:"Anna & Co."'),
        ({"status": "registered"}, "beer NOT status:registered"),
        ({"class": "moon:1"}, None),
        ({"family": "x"}, None),
        ({"year": "x"}, None),
    ],
)
def test_what_is_chosen_can_be_left_out_instead(client, filters, query):
    page = client.get("/search/indications/", {"q": "beer", **filters, "sort": "title"}).content.decode()
    found = re.search(r'\(<a href="([^"]+)">exclude', page)
    assert (found is None) is (query is None)
    if found:
        told = QueryDict(html.unescape(found[1])[1:])
        assert told.dict() == {"q": query, "sort": "title"}


def test_of_two_chosen_values_one_is_left_out_and_the_other_stays(client):
    page = client.get("/search/indications/", {"q": "beer", "country": ["AT", "BE"]}).content.decode()
    first = html.unescape(re.findall(r'\(<a href="([^"]+)">exclude', page)[0])
    assert QueryDict(first[1:]).getlist("country") == ["BE"]
    left = client.get(f"/search/indications/{first}").content.decode()
    assert "B-BE-0" in left
    assert "B-AT-0" not in left
