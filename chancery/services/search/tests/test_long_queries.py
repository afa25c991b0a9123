"""A query may be as long as the parser reads, everywhere; one that is longer is refused and never cut."""

import html

import pytest

from chancery.finder.dialects import DIALECTS
from chancery.finder.lexer import MOST_CHARACTERS
from chancery.records.accounts import actions as accounts
from chancery.records.accounts.models import User
from chancery.services.search.models import SavedSearch
from chancery.services.search.saved import saved
from chancery.services.search.tests.conftest import AT

pytestmark = pytest.mark.usefixtures("records")
PAGES = ("/search/", "/search/patents/", "/search/expert/", "/search/analysis/", "/search/languages/")
API = ("records", "query-explanation", "record-analysis", "query-remedies", "record-exports")
SAID = "The query is longer than 20,000 characters"


def long(length, last="separator"):
    """A query of that length, of which the last word alone finds something."""
    head = f'"{"x" * (length - len(last) - 6)}" OR {last}'
    assert len(head) == length
    return head


@pytest.mark.parametrize("page", PAGES)
def test_a_page_reads_as_much_as_the_parser(client, page):
    answer = client.get(page, {"q": long(MOST_CHARACTERS)})
    assert answer.status_code == 200
    assert SAID not in answer.content.decode()


@pytest.mark.parametrize("page", [*PAGES, "/search/feed", "/search/export", "/search/export/choice"])
def test_a_page_refuses_what_is_longer_and_loses_none_of_it(client, page):
    query = long(MOST_CHARACTERS + 1)
    answer = client.get(page, {"q": query})
    assert answer.status_code == 400
    assert SAID in answer.content.decode()
    if "feed" not in page and "export" not in page:
        assert query in html.unescape(answer.content.decode())


def test_the_box_of_the_expert_search_cuts_nothing_off(client):
    assert "maxlength" not in client.get("/search/expert/", {"q": "pizza"}).content.decode().partition("</textarea>")[0]


def test_what_the_end_of_a_long_query_asks_for_is_found(client):
    assert "/search/patents/WO2002014184/" in client.get("/search/", {"q": long(MOST_CHARACTERS)}).content.decode()
    told = client.get("/api/v1/records", {"q": long(MOST_CHARACTERS)}).json()
    assert [one["key"] for one in told["items"]] == ["WO2002014184"]


@pytest.mark.parametrize("path", API)
def test_the_api_reads_as_much_and_says_which_field_is_too_long(client, path):
    assert client.get(f"/api/v1/{path}", {"q": long(MOST_CHARACTERS)}).status_code == 200
    answer = client.get(f"/api/v1/{path}", {"q": long(MOST_CHARACTERS + 1)})
    assert answer.status_code in (400, 422)
    [finding] = answer.json()["findings"]
    assert finding["field"] == "q"
    assert "20000" in finding["message"].replace(",", "")


def test_a_set_is_not_cut_either(client):
    page = client.get("/search/", {"q": "S1", "set": f"S1:{long(MOST_CHARACTERS)}"})
    assert "/search/patents/WO2002014184/" in page.content.decode()
    assert client.get("/search/", {"q": "S1", "set": f"S1:{long(MOST_CHARACTERS + 1)}"}).status_code == 400


@pytest.mark.parametrize("dialect", [each.name for each in DIALECTS])
def test_every_query_language_refuses_it(client, dialect):
    answer = client.get("/search/", {"q": "x" * (MOST_CHARACTERS + 1), "dialect": dialect})
    assert (answer.status_code, SAID in answer.content.decode()) == (400, True)


def test_a_search_that_is_too_long_to_be_kept_is_not_kept_as_another(client):
    ada = accounts.open_account("ada@example.org", name="Ada", password="a long password")
    client.force_login(User.objects.get(pk=ada))
    asked = f"q={'x' * saved.LONGEST_ASKED}+OR+separator"
    page = client.post("/search/saved/save", {"asked": asked}, follow=True).content.decode()
    assert "too long to be kept" in page
    assert not SavedSearch.objects.exists()
    pk = saved.save(saved.question(SavedSearch(asked="q=pizza")), by=ada, at=AT)
    sent = {"act": "change", "name": "Pizza", "q": "x" * saved.LONGEST_ASKED}
    answer = client.post(f"/search/saved/{pk}/", sent)
    assert (answer.status_code, sent["q"] in answer.content.decode()) == (422, True)
    assert SavedSearch.objects.get().asked == "q=pizza"
