"""Classifications on the pages and over the API, and the assistant with and without JavaScript."""

import json

import pytest

from chancery.finder import goods
from chancery.finder.goods.terms import write
from chancery.records.register.tests import lived
from chancery.services.laws.classifications import accepted, queries
from chancery.treaties import locarno, nice, vienna

pytestmark = pytest.mark.django_db
LAW = "/law/classifications/"
ASK = f"{LAW}terms/"
API = "/api/v1/classifications/"


def page(client, address, **facts):
    answer = client.get(address, facts)
    assert answer.status_code == 200, answer.content
    return answer.content.decode()


def sent(client, address, **facts):
    answer = client.get(address, facts)
    assert answer.status_code == 200, answer.content
    return json.loads(answer.content)


@pytest.mark.parametrize("tree", [nice.classification(), locarno.classification(), vienna.classification()])
def test_every_heading_has_a_page_that_the_tree_leads_to(client, tree):
    text = page(client, f"{LAW}{tree.key}/")
    for one in tree.headings:
        assert f'href="{LAW}{tree.key}/{one.symbol}/"' in text
    assert tree.edition.name in text


def test_a_page_tells_what_it_stands_in_what_is_below_and_what_moved(client):
    assert "Seats" in page(client, f"{LAW}locarno/06/")
    text = page(client, f"{LAW}locarno/06-01/")
    assert f'href="{LAW}locarno/06/"' in text
    assert f'href="{LAW}locarno/06-02/"' in text
    assert f'href="{LAW}locarno/07-01/"' not in text
    assert "Corrective eyewear" in page(client, f"{LAW}nice/10/")


def test_the_page_of_a_nice_class_shows_names_that_are_common_in_it(client):
    text = page(client, f"{LAW}nice/29/")
    assert f'href="{ASK}?term=cheese&amp;language=en"' in text
    assert "stringed" not in text


def test_a_term_that_is_like_none_gets_common_names_of_its_class(client):
    assert "Common in this class:" in page(client, ASK, term="Rechtsberatung", language="de")


def test_a_symbol_in_another_spelling_leads_to_its_page(client):
    assert client.get(f"{LAW}vienna/01.03.02/")["Location"] == f"{LAW}vienna/1.3/"
    assert client.get(f"{LAW}nice/46/").status_code == 404
    assert client.get(f"{LAW}ipc/1/").status_code == 404


def test_a_search_without_a_hit_leads_on(client):
    text = page(client, f"{LAW}nice/", q="regenmantel")
    assert "No title has these words" in text
    assert f"{ASK}?term=regenmantel" in text


def test_a_term_gets_its_class_the_reason_and_accepted_terms(client):
    text = page(client, ASK, term="Sonnenbrillen", language="de")
    assert "Accepted as it is" in text
    assert "gafas de sol" in text
    assert "NCL (13-2026)" in text
    assert '<option value="de" lang="de" selected>' in text


def test_the_live_answer_is_the_same_answer_without_the_page_around_it(client):
    piece = client.get(ASK, {"term": "beer"}, headers={"hx-request": "true"})
    assert "Class 32" in piece.content.decode()
    assert "<html" not in piece.content.decode()
    assert "HX-Request" in piece["Vary"]


@pytest.mark.parametrize("term", ["!!!", "\0", "x" * 5000, "٣٤", "<script>", "🍺", " "])
def test_a_strange_term_is_answered(client, term):
    text = page(client, ASK, term=term, language="xx")
    assert "<script>" not in text.replace("<script src", "")


def test_the_list_grows_by_a_button_and_is_grouped_by_class(client):
    kept = ["25:coats", "9:software", "25:coats", "25:shirts", "99:ghosts", "nonsense"]
    text = page(client, ASK, term="beer", kept=kept)
    assert text.count('name="drop"') == 3
    assert "9: software\n25: coats; shirts" in text
    assert 'name="kept" value="32:beer"' in text
    assert page(client, ASK, kept=kept, drop="9:software").count('name="drop"') == 2


def test_the_register_s_own_terms_are_told_once_published_and_the_assistant_takes_them(tmp_path):
    lists = [{"number": 9, "text": "moon lamps; lamps"}, {"number": 11, "text": "lanterns"}]
    lived.registered("madrid", goods=lists)
    assert accepted.names("ours") == []
    for _ in range(2):
        lived.published("madrid", goods=lists)
    found = accepted.names("ours")
    assert [(one.number, one.text, one.language, one.holders) for one in found] == [
        (9, "lamps", "en", 1),
        (9, "moon lamps", "en", 1),
        (11, "lanterns", "en", 1),
    ]
    write(found, tmp_path / "ours.tsv")
    goods.use(tmp_path)
    try:
        first = goods.suggest("Moon lamps", "en")[0]
    finally:
        goods.use(None)
    assert (first.number, first.accepted, first.terms[0].name.source) == (9, True, "ours")


def test_a_list_in_an_address_has_an_end():
    assert len(queries.kept([f"9:term {at}" for at in range(1000)])) == queries.MOST_KEPT


def test_the_api_tells_headings_paths_and_moves(client):
    told = sent(client, f"{API}locarno/6.1")
    assert (told["heading"]["symbol"], told["path"]) == ("06-01", ["06", "06-01"])
    assert [one["symbol"] for one in sent(client, f"{API}nice", q="clothing")["headings"]] == ["25"]
    assert len(sent(client, f"{API}nice")["headings"]) == 45
    assert client.get(f"{API}nice/46").status_code == 404
    assert client.get(f"{API}ipc").status_code == 404


def test_the_api_tells_the_class_of_a_term_with_its_reasons(client):
    first = sent(client, "/api/v1/goods/classes", term="Sonnenbrillen", language="de")["items"][0]
    assert (first["number"], first["accepted"]) == (9, True)
    assert sum(one["share"] for one in first["words"]) == pytest.approx(1, abs=0.01)
    assert first["terms"][0]["translations"]["en"] == "sunglasses"
    assert client.get("/api/v1/goods/classes", {"term": "!!!"}).status_code == 400
    assert client.get("/api/v1/goods/classes", {"term": "beer", "language": "xx"}).status_code == 422
