import logging

import pytest
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpResponse

from chancery.services.analytics import middleware
from chancery.services.analytics.facts import Stay, View
from chancery.services.analytics.middleware import Counted
from chancery.services.analytics.tests.conftest import ADDRESS, PERSON


@pytest.fixture
def browse(client, heard):
    def browse(path="/law/", **headers):
        heard.clear()
        answer = client.get(path, headers={"User-Agent": PERSON, **headers}, REMOTE_ADDR=ADDRESS)
        return answer, list(heard)

    return browse


def test_a_page_view_is_counted_without_a_cookie(browse, db):
    answer, facts = browse(Referer="https://www.google.com/search?q=hinge")
    assert facts == [View(ADDRESS, PERSON, "law/", "en", "search")]
    assert not answer.cookies
    assert "analytics/stay.js" in answer.text


@pytest.mark.parametrize("objection", [{"Sec-GPC": "1"}, {"DNT": "1"}])
def test_whoever_objects_is_not_counted_and_does_not_even_get_the_script(browse, db, objection):
    answer, facts = browse(**objection)
    assert facts == []
    assert "analytics/stay.js" not in answer.text


@pytest.mark.parametrize(
    "headers", [{"User-Agent": "Googlebot/2.1"}, {"Sec-Purpose": "prefetch"}, {"HX-Request": "true"}], ids=str
)
def test_programs_and_parts_of_pages_are_not_counted(browse, db, headers):
    assert browse(**headers)[1] == []


def test_only_pages_that_were_shown_are_counted(browse, db):
    assert browse("/no/such/page/")[1] == []
    assert browse("/office.css")[1] == []
    assert browse("/api/v1/collections")[1] == []
    assert browse("/docket/")[1] == []  # a stranger is sent to sign in


def test_what_stands_in_an_address_is_not_told(browse, db):
    _answer, [fact] = browse("/law/pct/rule-80.5/?q=secret")
    assert fact.route == "law/<slug:treaty>/<path:slug>/" or "<" in fact.route
    assert "80.5" not in str(fact)
    assert "secret" not in str(fact)


def test_the_beacon_tells_route_and_seconds_and_never_complains(client, heard, db):
    def send(body, **headers):
        heard.clear()
        answer = client.post(
            *("/analytics/stay", body),
            content_type="text/plain",
            headers={"User-Agent": PERSON, **headers},
            REMOTE_ADDR=ADDRESS,
        )
        assert answer.status_code == 204
        return list(heard)

    assert send("law/ 42") == [Stay(ADDRESS, PERSON, "law/", 42)]
    for body in ("", "law/", "law/ -1", "law/ 1e9", "law/ 99999999999", "\xff", "x" * 5000):
        assert send(body) == []
    assert send("law/ 42", **{"Sec-GPC": "1"}) == []
    assert send("law/ 42", **{"Sec-Fetch-Site": "cross-site"}) == []


def test_the_beacon_answers_before_sessions_store_and_templates(heard, rf):
    def never(_request):
        raise AssertionError

    answer = Counted(never)(rf.post("/analytics/stay", "law/ 42", content_type="text/plain"))  # no store in this test
    assert answer.status_code == 204


def test_an_office_that_does_not_count_has_no_middleware(settings, monkeypatch):
    settings.ANALYTICS = False
    with pytest.raises(MiddlewareNotUsed):
        Counted(lambda _request: HttpResponse())


def test_without_opendp_nothing_is_counted(monkeypatch):
    monkeypatch.setattr(middleware.noise, "available", lambda: False)
    with pytest.raises(MiddlewareNotUsed):
        Counted(lambda _request: HttpResponse())


def test_behind_a_proxy_the_address_is_the_one_that_the_proxy_wrote(settings, rf):
    meta = rf.get("/", REMOTE_ADDR="10.0.0.1", headers={"X-Forwarded-For": "1.1.1.1, 203.0.113.9"}).META
    assert middleware.address(meta) == "10.0.0.1"
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    assert middleware.address(meta) == "203.0.113.9"


def test_a_countries_table_that_is_wrong_stops_the_start_with_its_line(tmp_path, settings):
    from django.core.exceptions import ImproperlyConfigured

    from chancery.services.analytics import countries

    file = tmp_path / "networks.csv"
    file.write_text("192.0.2.0/24,CH\n192.0.2.1/24,FR\n")
    with pytest.raises(ImproperlyConfigured, match="line 2"):
        countries.read(str(file))
    file.write_text("192.0.2.0/24,Switzerland\n")
    with pytest.raises(ImproperlyConfigured, match="two letters"):
        countries.read(str(file))
    with pytest.raises(ImproperlyConfigured, match="CHANCERY_ANALYTICS_COUNTRIES"):
        countries.read(str(tmp_path / "none.csv"))
    file.write_text("192.0.2.0/24,CH\n\n2001:db8::/32,FR\n")
    assert countries.read(str(file)).codes == ("CH", "FR", "other")


def test_nothing_of_a_visitor_reaches_the_log(browse, db, caplog):
    with caplog.at_level(logging.DEBUG):
        browse()
    assert ADDRESS not in caplog.text
