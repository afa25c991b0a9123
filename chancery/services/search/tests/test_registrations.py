"""Published registrations are found by all that anyone may know of them; what is not published is found by nobody."""

from collections.abc import Sequence
from urllib.parse import urlsplit

import pytest
from django.test import Client

from chancery.core import follow
from chancery.records.documents import actions as documents
from chancery.records.documents.tests import pictures
from chancery.records.register import events
from chancery.records.register import queries as register
from chancery.records.register.tests import lived
from chancery.services.search import queries
from chancery.services.search.followers import Index
from chancery.services.search.queries import Question
from chancery.services.search.similar import similar
from chancery.services.search.similar.follower import SimilarMarks

pytestmark = pytest.mark.django_db


def come_along() -> None:
    follow.catch_up([Index(), SimilarMarks()], at=lived.AT)


def keys(text: str, collection: str = "") -> Sequence[str]:
    return [hit.document.key for hit in queries.search(Question(text=text, collection=collection)).hits]


def kept(kind: str) -> dict[str, object]:
    found = documents.keep_image(pictures.image(border=23), name="lumen.jpg", by=None, at=lived.AT)
    return {"kind": kind, "sha256": found.sha256, "name": "lumen.jpg", "size": found.size}


@pytest.mark.parametrize(
    ("system", "text", "key"),
    [
        ("madrid", "lumen", "IR1"),
        ("madrid", "lanterns", "IR1"),
        ("madrid", "nice:11 AND party:JP", "IR1"),
        ("madrid", "haddad", "IR1"),
        ("madrid", "feature:figurative AND kind:individual", "IR1"),
        ("hague", "lantern", "DM000001"),
        ("hague", "locarno:26-05", "DM000001"),
        ("hague", "number:DM/000001", "DM000001"),
        ("lisbon", "val-clair", "AO1"),
        ("lisbon", "clear valley", "AO1"),
        ("lisbon", "country:FR AND cheese AND kind:AO", "AO1"),
    ],
)
def test_a_published_registration_is_found(system: str, text: str, key: str) -> None:
    number = lived.registered(system)
    come_along()
    assert keys(text) == []
    lived.publish(number)
    come_along()
    assert keys(text) == [key]


def test_a_name_in_other_letters_is_found_by_its_sound() -> None:
    name = {"text": "ბინდისველი", "language": "ka", "latin": False, "transliteration": "Bindisveli"}
    number = lived.registered("lisbon", names=[name])
    lived.publish(number)
    come_along()
    assert keys("bindisveli") == keys("ბინდისველი") == ["AO1"]


def test_it_follows_what_happens_to_it() -> None:
    number = lived.published("madrid")
    come_along()
    assert keys("status:registered AND party:FR") == ["IR1"]
    asked = events.RequestPresented(request=1, act="renounce", received_on="2027-01-05", parties=("FR",))
    lived.enter(number, asked, events.RequestRecorded(request=1, recorded_on="2027-01-05", cites=""))
    come_along()
    assert keys("party:FR") == []
    assert keys("party:JP") == ["IR1"]


@pytest.mark.parametrize(("act", "status"), [("cancel", "withdrawn"), ("", "lapsed")])
def test_what_is_over_everywhere_says_so(act: str, status: str) -> None:
    number = lived.published("madrid")
    if act:
        asked = events.RequestPresented(request=1, act=act, received_on="2027-01-05")
        lived.enter(number, asked, events.RequestRecorded(request=1, recorded_on="2027-01-05", cites=""))
    else:
        lived.enter(number, events.RegistrationLapsed(what="lapsed", on="2026-11-03", cites="Madrid Rule 31(4)(a)"))
    come_along()
    assert keys(f"status:{status}") == ["IR1"]


def test_deferred_designs_are_found_by_nobody() -> None:
    lived.registered("hague", publication="deferred", deferred_months=30)
    come_along()
    assert queries.holdings()["designs"] == 0


def test_a_mark_is_among_the_similar_ones_once_it_is_published() -> None:
    number = lived.registered("madrid")
    come_along()
    assert similar.found(similar.wanted({"name": "LUMENA"})) == []
    lived.publish(number)
    come_along()
    [one] = similar.found(similar.wanted({"name": "LUMENA"}))
    assert one.document.key == "IR1"
    lived.publish(lived.registered("hague"))
    come_along()
    assert similar.compared() == 1


@pytest.mark.parametrize(("system", "kind"), [("madrid", "mark.reproductions.0"), ("hague", "shown.0.views.0")])
def test_what_shows_it_is_open_once_it_is_published(client: Client, system: str, kind: str) -> None:
    shown, letter = kept(kind), {"kind": "letter", "sha256": "cd" * 32, "name": "letter.pdf", "size": 10}
    number = lived.registered(system, documents=(shown, letter))
    address = f"/search/registrations/{register.in_address(number)}"
    for there in (shown["sha256"], f"{shown['sha256']}/small"):
        assert client.get(f"{address}/{there}").status_code == 404
    lived.publish(number)
    for there in (shown["sha256"], f"{shown['sha256']}/small"):
        assert client.get(f"{address}/{there}")["Content-Type"] == "image/jpeg"
    assert client.get(f"{address}/{letter['sha256']}").status_code == 404


def test_the_record_leads_to_the_register_and_shows_the_mark(client: Client) -> None:
    shown = kept("mark.reproductions.0")
    number = lived.published("madrid", documents=(shown,))
    come_along()
    for address in ("/search/marks/IR1/", "/search/marks/?q=lumen"):
        page = client.get(address).content.decode()
        assert f"{shown['sha256']}/small" in page
    links = client.get("/api/v1/records/marks/IR1").json()["links"]
    assert [one.rpartition("/")[2] for one in links["pictures"]] == [shown["sha256"]]
    assert client.get(urlsplit(links["pictures"][0]).path)["Content-Type"] == "image/jpeg"
    assert f"/register/{register.in_address(number)}/" in client.get("/search/marks/IR1/").content.decode()
