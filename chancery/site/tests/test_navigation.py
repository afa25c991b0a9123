"""The navigation for other services: the same as the portal's own bar, readable by any page, about nobody."""

import re

import pytest
from django.conf import settings

from chancery.site.furniture import NAVIGATION

pytestmark = pytest.mark.django_db


def told(client, **query):
    return client.get("/api/v1/navigation", query)


@pytest.mark.parametrize("language", dict(settings.LANGUAGES))
def test_it_says_what_the_bar_says_in_every_language(client, language):
    data = told(client, language=language).json()
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    page = client.get("/").content.decode()
    bar = re.search(r'<ul class="nav-main">(.*?)</ul>', page, re.DOTALL)[1]
    links = re.findall(r'href="([^"]+)"[^>]*>([^<]+)<', bar)
    said = [(one["href"].removeprefix(settings.SITE_URL), one["label"]) for one in data["groups"]]
    assert said == links
    assert data["direction"] == ("rtl" if language == "ar" else "ltr")


def test_every_address_is_whole_and_leads_somewhere(client):
    data = told(client).json()
    assert [one["key"] for one in data["groups"]] == [group.key for group in NAVIGATION if group.entries]
    for group in data["groups"]:
        for service in group["services"]:
            assert service["href"].startswith(f"{settings.SITE_URL}/")
            assert client.get(service["href"].removeprefix(settings.SITE_URL)).status_code in (200, 302), service


def test_any_page_may_read_it_without_a_cookie(client):
    answer = client.get("/api/v1/navigation", headers={"Origin": "https://elsewhere.example"})
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in answer
    assert answer["Cache-Control"] == "public, max-age=3600"
    assert not answer.cookies


def test_it_need_not_be_fetched_twice(client):
    tag = told(client)["ETag"]
    assert client.get("/api/v1/navigation", headers={"If-None-Match": tag}).status_code == 304


@pytest.mark.parametrize("language", ["xx", "", "EN", "zz-ZZ"])
def test_a_language_that_the_portal_does_not_speak_is_english(client, language):
    assert told(client, language=language).json()["language"] == "en"


def test_the_script_may_be_kept_for_ever_under_its_own_digest(client):
    first = client.get("/navigation.js")
    assert first["Content-Type"].startswith("text/javascript")
    assert first["Access-Control-Allow-Origin"] == "*"
    assert first["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert first["Cache-Control"] == "public, max-age=3600"
    digest = first["ETag"].strip('"')
    assert "immutable" in client.get(f"/navigation.js?{digest}")["Cache-Control"]
    assert "immutable" not in client.get("/navigation.js?another")["Cache-Control"]
    assert not first.cookies
