"""Saved searches: one press, the same question again, changed, doubled, deleted; each person's own."""

import importlib

import pytest
from django.apps import apps
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from chancery.core.refusal import Refused
from chancery.finder.engine import SORTS
from chancery.records.accounts import actions as accounts
from chancery.records.accounts.models import User
from chancery.services.search.asking import question_of
from chancery.services.search.models import SavedSearch
from chancery.services.search.queries import Question
from chancery.services.search.saved import saved
from chancery.services.search.tests.conftest import AT


@pytest.fixture
def ada(db):
    return accounts.open_account("ada@example.org", name="Ada", password="a long password")


@pytest.fixture
def page(client, ada):
    client.force_login(User.objects.get(pk=ada))
    return client


def asked(text, collection=""):
    return question_of(QueryDict(text), collection)


WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=20).map(str.strip)


@given(
    st.builds(
        Question,
        text=WORDS,
        stemming=st.booleans(),
        by_family=st.booleans(),
        collection=st.sampled_from(["", "patents", "marks"]),
        filters=st.dictionaries(
            st.sampled_from(["office", "status", "class"]), st.lists(WORDS, min_size=1, max_size=3)
        ),
        sort=st.sampled_from(SORTS),
    )
)
def test_a_question_that_is_kept_is_the_same_question_again(question):
    row = SavedSearch(collection=question.collection, asked=saved.asked_of(question))
    again = saved.question(row)
    assert saved.asked_of(again) == row.asked
    assert (again.text, again.stemming, again.by_family, again.sort) == (
        question.text,
        question.stemming,
        question.by_family,
        question.sort,
    )
    assert {name: set(values) for name, values in again.filters.items()} == {
        name: set(values) for name, values in question.filters.items()
    }


def test_one_press_on_the_page_of_results_saves_the_search(page, ada, records):
    text = page.get("/search/patents/?q=pizza&office=US&sort=newest").content.decode()
    assert "Save this search" in text
    found = asked("q=pizza&office=US&sort=newest", "patents")
    answer = page.post("/search/saved/save", {"asked": saved.asked_of(found), "collection": "patents"})
    row = SavedSearch.objects.get()
    assert answer["Location"] == f"/search/saved/{row.pk}/"
    assert (row.name, row.collection, row.asked) == ("pizza", "patents", "q=pizza&sort=newest&office=US")
    shown = page.get(answer["Location"]).content.decode()
    assert "/search/patents/?q=pizza&amp;sort=newest&amp;office=US" in shown
    assert page.get(saved.href(row)).status_code == 200


def test_the_same_search_pressed_twice_is_kept_once(page, ada, records):
    for _ in range(2):
        page.post("/search/saved/save", {"asked": "q=pizza", "collection": ""})
    assert SavedSearch.objects.count() == 1


def test_without_an_account_the_results_offer_to_be_told_by_mail(client, records):
    text = client.get("/search/?q=pizza").content.decode()
    assert "/search/watch/?q=pizza" in text
    assert "Save this search" not in text


def test_the_list_is_sorted_by_its_heads(page, ada):
    for name in ("Beta", "alpha", "Gamma"):
        saved.save(asked(f"q={name}"), name=name, by=ada, at=AT)
    text = page.get("/search/saved/?sort=-name").content.decode()
    assert text.index("Gamma</bdi>") < text.index("Beta</bdi>") < text.index("alpha</bdi>")
    assert page.get("/search/saved/?sort=nothing").status_code == 200


def test_an_empty_list_says_how_to_begin(page):
    assert "No saved search yet" in page.get("/search/saved/").content.decode()


def test_it_is_renamed_doubled_and_deleted(page, ada):
    pk = saved.save(asked("q=pizza"), by=ada, at=AT)
    at = f"/search/saved/{pk}/"
    page.post(at, {"act": "rename", "name": "Ovens"})
    assert SavedSearch.objects.get().name == "Ovens"
    page.post(at, {"act": "double"})
    assert sorted(SavedSearch.objects.values_list("name", "asked")) == [
        ("Ovens", "q=pizza"),
        ("Ovens (copy)", "q=pizza"),
    ]
    page.post(at, {"act": "delete"})
    assert list(SavedSearch.objects.values_list("name", flat=True)) == ["Ovens (copy)"]


def test_a_query_that_cannot_be_read_is_refused_with_the_remedy_and_stays_in_the_box(page, ada):
    pk = saved.save(asked("q=pizza&office=US"), by=ada, at=AT)
    answer = page.post(
        f"/search/saved/{pk}/", {"act": "change", "name": "Ovens", "q": "title:(pizza", "collection": ""}
    )
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "Write ) where the group ends." in text
    assert 'value="title:(pizza"' in text
    page.post(f"/search/saved/{pk}/", {"act": "change", "name": "Ovens", "q": "oven", "collection": "patents"})
    row = SavedSearch.objects.get()
    assert (row.name, row.collection, row.asked) == ("Ovens", "patents", "q=oven&office=US")


@pytest.mark.parametrize("name", ["", "  ", "x" * 81])
def test_a_name_is_neither_empty_nor_too_long(ada, name):
    pk = saved.save(asked("q=pizza"), by=ada, at=AT)
    with pytest.raises(Refused):
        saved.rename(pk, name=name, by=ada)


def test_there_is_a_most_and_it_says_so(ada, monkeypatch):
    monkeypatch.setattr(saved, "MOST", 2)
    for word in "ab":
        saved.save(asked(f"q={word}"), by=ada, at=AT)
    with pytest.raises(Refused, match="Delete one first"):
        saved.save(asked("q=c"), by=ada, at=AT)


def test_anothers_saved_search_is_not_there(page, client, ada):
    eve = accounts.open_account("eve@example.org", name="Eve", password="a long password")
    pk = saved.save(asked("q=pizza"), by=eve, at=AT)
    assert page.get(f"/search/saved/{pk}/").status_code == 404
    assert page.post(f"/search/saved/{pk}/", {"act": "delete"}).status_code == 404
    assert page.post(f"/search/saved/{pk}/alerts", {"way": "feed"}).status_code == 404
    saved.delete(pk, by=ada)
    with pytest.raises(Refused):
        saved.double(pk, by=ada, at=AT)
    assert SavedSearch.objects.count() == 1


def test_searches_that_stood_on_the_own_page_are_taken_over(ada):
    kept = [{"q": "hinge", "collection": "patents"}, {"q": "x" * 90, "collection": ""}]
    User.objects.filter(pk=ada).update(dashboard={"searches": kept, "placed": []})
    other = accounts.open_account("bo@example.org", name="Bo", password="a long password")
    User.objects.filter(pk=other).update(dashboard={"searches": []})
    importlib.import_module("chancery.services.search.migrations.0002_searches_of_the_dashboard").take_over(apps, None)
    assert [(saved.question(one).text, one.collection) for one in saved.mine(ada)] == [
        ("hinge", "patents"),
        ("x" * 90, ""),
    ]
    assert User.objects.get(pk=ada).dashboard == {"placed": []}
    assert User.objects.get(pk=other).dashboard is None
