"""Addresses that are filled in are those that Django would work out."""

from typing import get_args

import pytest
from django.http import HttpRequest
from django.urls import reverse

from chancery.finder import COLLECTIONS
from chancery.finder.dialects import DIALECTS
from chancery.services.search.addresses import absolute
from chancery.services.search.wire import Collection, DialectName

PLACES = [
    ("search:record", ("patents", "US20010000000")),
    ("api:record", ("laws", "pct-rule-26.2(a)")),
    ("search:record", ("marks", "Ψαρά & Söhne? 100% {0} #1")),
    ("api:record", ("indications", "a b+c;d=e,f:g@h~i!'*")),
    ("register:entry", (1234567,)),
]


@pytest.mark.parametrize(("view", "arguments"), PLACES)
def test_an_address_is_the_one_that_django_works_out(rf, settings, view, arguments):
    settings.ALLOWED_HOSTS = ["office.example"]
    request = rf.get("/", HTTP_HOST="office.example", secure=True)
    worked_out = request.build_absolute_uri(reverse(view, args=arguments))
    assert absolute(request, view, *arguments) == worked_out


def test_addresses_of_two_views_are_not_mixed_up(rf):
    one, other = (absolute(rf.get("/"), view, "marks", "1") for view in ("api:record", "search:record"))
    assert one != other


def test_django_is_asked_for_its_host_once_an_answer(client, records, monkeypatch):
    """Of an answer with many records; once more by what stands around it (the links to other languages, the log)."""
    asked = []
    monkeypatch.setattr(HttpRequest, "get_host", lambda _request: asked.append(1) or "testserver")
    client.get("/api/v1/records?pageSize=1")
    few = len(asked)
    asked.clear()
    told = client.get("/api/v1/records?pageSize=100").json()["items"]
    assert len(told) == 5
    assert len(asked) == few


def test_two_requests_are_not_answered_with_one_host(rf, settings):
    settings.ALLOWED_HOSTS = ["*"]
    hosts = [absolute(rf.get("/", headers={"host": host}), "search:results") for host in ("a.example", "b.example")]
    assert hosts == ["http://a.example/search/", "http://b.example/search/"]


def test_the_collections_of_the_api_are_those_that_there_are():
    assert get_args(Collection) == COLLECTIONS
    assert set(get_args(DialectName)) == {each.name for each in DIALECTS}
