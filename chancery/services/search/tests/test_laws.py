"""Laws among the collections: told in the code, found like any record, each the page of the room of laws."""

import pytest

from chancery.core import follow
from chancery.core.refusal import Refused
from chancery.finder import Document
from chancery.services.search import laws, queries
from chancery.services.search.alerts import alerts
from chancery.services.search.followers import Index
from chancery.services.search.models import SavedSearch
from chancery.services.search.queries import Question
from chancery.services.search.saved import saved
from chancery.services.search.tests.conftest import AT
from chancery.treaties.kernel import texts as told
from chancery.treaties.kernel.citation import parse
from chancery.treaties.kernel.texts import Text
from tests import opensearch

pytestmark = pytest.mark.django_db
HOLIDAY = "PCT Rule 80.5"


@pytest.fixture
def settled(records):
    laws.settle()


def numbers(text, **how):
    return [hit.document.number for hit in queries.search(Question(text=text, **how)).hits]


def kept():
    return {one.key: one for hit in queries.everything(Question(collection="laws")) if (one := hit.document)}


def test_every_provision_that_is_told_is_a_record_with_words(settled):
    documents = list(laws.documents())
    assert len(documents) == sum(len(told.texts(treaty)) for treaty in ("pct", "madrid", "hague", "lisbon")) > 900
    assert queries.engine().count("laws") == len({one.key for one in documents}) == len(documents)
    assert all(one.title() and one.kind and one.classes["treaty"] for one in documents)


@pytest.mark.parametrize(
    "written", [HOLIDAY, "R. 80.5 PCT", "rule 80.5 pct", "Rule 80.5 of the Regulations under the PCT"]
)
def test_a_provision_is_found_by_its_citation_in_any_spelling(settled, written):
    assert numbers(written) == [HOLIDAY]


def test_one_without_words_of_its_own_is_found_by_its_next_parts(settled):
    assert told.texts("pct").get(parse("PCT Art. 11")) is None
    assert set(numbers("PCT Art. 11")) == {"PCT Art. 11(1)", "PCT Art. 11(2)"}


def test_it_is_found_by_its_words_and_by_the_name_of_its_instrument(settled):
    assert HOLIDAY in numbers("holiday OR working", collection="laws", size=200)
    found = queries.search(Question(text="madrid protocol renewal", collection="laws", size=100)).hits
    assert found
    assert all(hit.document.classes["treaty"] == ("Madrid Protocol",) for hit in found)


def test_facets_count_treaties_kinds_and_certainty(settled):
    facets = {name: dict(values) for name, values in queries.search(Question(collection="laws")).facets.items()}
    assert facets["class"]["treaty:madrid"] == len(told.texts("madrid"))
    assert facets["class"]["treaty:pct regulations"] == sum(one.kind == "rule" for one in told.texts("pct"))
    assert sum(facets["kind"].values()) == sum(facets["status"].values()) == queries.engine().count("laws")
    assert facets["status"]["unverified"] > 50


def test_what_is_unverified_is_marked_in_the_list_and_in_the_record(settled, client):
    one = next(one for one in laws.documents() if one.status == "unverified")
    page = client.get("/search/laws/", {"q": one.number}).content.decode()
    assert '<span class="state warn">Unverified</span>' in page
    assert client.get(f"/api/v1/records/laws/{one.key}").json()["status"] == "unverified"


def test_the_page_of_the_provision_is_the_page_of_the_record(settled, client):
    answer = client.get("/search/laws/pct-rule-80.5/")
    assert (answer.status_code, answer["Location"]) == (302, "/law/pct/rule-80.5/")
    assert client.get("/search/laws/pct-rule-999/").status_code == 404


def test_every_record_leads_to_a_page_that_is_there(settled):
    from chancery.services.laws.provisions import find

    assert all(find(*laws.address(one)) for one in laws.documents())


def test_the_laws_are_listed_in_their_order_under_their_own_names(settled, client):
    page = client.get("/search/laws/").content.decode()
    places = [page.index(f">{number}<") for number in ("Hague AI 402", "Hague AI 402(b)", "Hague AI 403")]
    assert places == sorted(places)
    assert "<h2>Treaty</h2>" in page
    assert "<h2>How sure</h2>" in page
    assert "Madrid: Regulations" in page


def test_fields_of_the_laws_are_asked_for_by_their_own_boxes(client):
    page = client.get("/search/fields/", {"collection": "laws"}).content.decode()
    assert 'name="treaty"' in page
    assert 'name="nice"' not in page
    answer = client.get("/search/fields/", {"collection": "laws", "provision": "Rule 80.5", "treaty": "PCT"})
    assert answer["Location"].startswith("/search/laws/?")
    assert "treaty" in answer["Location"]


def test_the_api_tells_the_words_and_that_they_are_our_own(settled, client):
    found = client.get("/api/v1/records", {"q": HOLIDAY, "collection": "laws"}).json()
    assert found["total"] == 1
    [one] = found["items"]
    assert one["titles"]["en"] == told.text_of(HOLIDAY).text
    assert "official text" in one["source"]
    assert one["links"]["entry"] is None
    around = client.get("/api/v1/records/laws/pct-rule-80.5/surroundings").json()
    assert {"Number", "Title", "Treaty", "How sure"} <= {line["label"] for line in around["data"]}


def test_provisions_are_compared_and_exported_like_records(settled, client):
    page = client.get("/search/compare/", {"r": ["laws/pct-rule-80.5", "laws/pct-art-11(2)"]}).content.decode()
    assert told.text_of("PCT Art. 11(2)").text in page
    rows = b"".join(client.get("/search/laws/export", {"q": "treaty:lisbon", "format": "csv"}).streaming_content)
    assert len(rows.decode().splitlines()) == 1 + len(told.texts("lisbon"))


def test_whoever_searches_everything_finds_records_first_when_their_title_says_it(settled):
    assert numbers("oven")[0] in {"EP 0644999", "US5454295"}


def test_a_provision_that_is_not_told_leads_to_the_one_around_it_and_to_plain_words(settled, client):
    assert told.texts("pct").get(parse("PCT Rule 26.2(a)")) is None
    page = client.get("/search/", {"q": "PCT Rule 26.2(a)"}).content.decode()
    assert "Nothing found" in page
    assert "“PCT Rule 26.2” instead of “PCT Rule 26.2(a)”" in page
    marks = client.get("/search/marks/", {"q": "rule 34"}).content.decode()
    assert "In all collections" in marks


def test_a_text_of_several_sentences_is_told_whole():
    one = next(one for one in laws.documents() if one.key == "pct-art-39(1)")
    assert one.title() == told.text_of("PCT Art. 39(1)").text.partition(". ")[0] + "."
    assert one.facts["more"]["text"] == told.text_of("PCT Art. 39(1)").text


def test_nobody_is_promised_an_alert_on_laws(settled, client):
    assert "/search/watch/" in client.get("/search/marks/").content.decode()
    assert "/search/watch/" not in client.get("/search/laws/").content.decode()
    search = SavedSearch.objects.create(owner=None, name="Holidays", collection="laws", asked="q=holiday", made_at=AT)
    with pytest.raises(Refused, match="no alert tells"):
        alerts.ask(saved.question(search), every="daily", email="a@example.org", language="en", at=AT)


# How they come into the index, and stay right


def test_settling_twice_changes_nothing_and_doubles_nothing(settled):
    before = kept()
    assert laws.settle() == 0
    assert kept() == before
    assert queries.engine().count() == len(before) + 5


def test_a_text_that_a_release_changes_is_indexed_again_and_one_that_is_gone_is_gone(settled, monkeypatch):
    now = dict(told.texts("pct"))
    now[parse(HOLIDAY)] = Text(HOLIDAY, "A zebra may cross. Always.", "unverified")
    del now[parse("PCT Art. 11(2)")]
    real = told.texts
    monkeypatch.setattr(laws, "texts", lambda treaty: now if treaty == "pct" else real(treaty))
    assert laws.settle() >= 2
    assert numbers("zebra") == [HOLIDAY]
    assert kept()["pct-rule-80.5"].status == "unverified"
    assert "pct-art-11(2)" not in kept()
    assert laws.settle() == 0


def test_an_index_made_again_has_them_at_once(settled):
    follow.rebuild(Index(), at=AT)
    assert laws.settle() == 0
    assert queries.engine().count() == len(kept()) + 5


def test_an_index_that_lost_its_records_is_made_again_although_the_laws_are_there(settled):
    with queries.engine().writing() as writer:
        writer.wipe()
    laws.settle()
    assert follow.rebuild_stale([Index()], at=AT) == ["search index"]
    assert numbers("pizza")


def test_a_settling_that_breaks_off_is_made_good_by_the_next(settled, monkeypatch):
    with queries.engine().writing() as writer:
        writer.delete("laws", "pct-rule-80.5")
        writer.add([Document(collection="laws", key="of-an-older-release", number="PCT Rule 999")])
    assert laws.settle() == 2
    assert kept() == {one.key: one for one in laws.documents()}


@pytest.mark.slow
@pytest.mark.opensearch
def test_a_cluster_is_brought_to_the_texts_as_the_folder_is(settings, tmp_path):
    with opensearch.running(tmp_path) as cluster:
        settings.SEARCH_URLS, settings.SEARCH_NAME = list(cluster.addresses), "laws"
        assert laws.settle() == len(list(laws.documents()))
        assert laws.settle() == 0
        assert numbers("R. 80.5 PCT") == [HOLIDAY]
        assert kept() == {one.key: one for one in laws.documents()}
        queries.engine().close()
