"""Anyone may point to documents against a published application; nothing unpublished can be guessed by trying."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from chancery.core import clock
from chancery.records.documents.tests import samples
from chancery.records.register import queries as rights
from chancery.services.filing import attempts
from chancery.services.filing.tests.acting import NOW, filed, published
from chancery.services.filing.tests.people import person
from chancery.services.filing.tests.test_pages import signed_in

pytestmark = pytest.mark.django_db
SAID = {
    "citations.0.document": "EP 1 234 567 A1",
    "citations.0.claims": "1-3",
    "citations.0.text": "The latch.",
}


@pytest.fixture(autouse=True)
def now(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda **_: NOW)
    cache.clear()


@pytest.fixture
def ada():
    return person("Ada")


@pytest.fixture
def number(ada):
    number = filed(ada)
    published(number)
    return number


def place(number: str) -> str:
    return reverse("filing:observe", args=[rights.in_address(number)])


def test_what_is_not_published_is_not_there(ada):
    hidden = filed(ada)
    for address in (place(hidden), place("PCT/IB2026/999999")):
        assert Client().get(address).status_code == 404
        assert Client().post(address, SAID).status_code == 404


def test_a_stranger_needs_no_name(number):
    answer = Client().post(place(number), SAID)
    [seen] = rights.right(number).observations
    assert (seen.observation, seen.name, seen.admitted) == (1, "", None)
    assert seen.citations == ({"document": "EP 1 234 567 A1", "passages": "", "claims": "1-3", "text": "The latch."},)
    assert "has your observation" in Client().get(answer["Location"]).content.decode()


def test_the_receipt_has_an_address_that_cannot_be_guessed(number):
    for token in ("1", "nonsense:abc"):
        assert Client().get(reverse("filing:observed", args=[token])).status_code == 404


def test_sent_twice_it_is_entered_once(number):
    for _ in range(2):
        assert Client().post(place(number), SAID).status_code == 302
    assert len(rights.right(number).observations) == 1


def test_a_document_must_be_named(number):
    answer = Client().post(place(number), {"citations.1.text": "The latch.", "name": "Bo"})
    assert answer.status_code == 422
    assert 'value="Bo"' in answer.content.decode()
    assert rights.right(number).observations == ()


def test_copies_go_along_and_are_kept_over_a_refusal(number):
    file = SimpleUploadedFile("copy.pdf", samples.pdf())
    again = Client().post(place(number), {"files.document": file})
    assert again.status_code == 422
    ticket = again.content.decode().partition('name="file" value="')[2].partition('"')[0]
    assert Client().post(place(number), {**SAID, "file": [ticket, "forged"]}).status_code == 302
    assert [one["name"] for one in rights.right(number).observations[0].documents] == ["copy.pdf"]


def test_one_address_cannot_flood_the_office(number, monkeypatch):
    monkeypatch.setattr(attempts, "ATTEMPTS", 2)
    asked = [Client().post(place(number), SAID | {"name": str(n)}).status_code for n in range(4)]
    assert asked == [302, 302, 429, 429]


def test_the_hour_of_an_address_is_a_whole_one(rf, settings, tmp_path, monkeypatch):
    settings.CACHES = {
        "default": {"BACKEND": "django.core.cache.backends.filebased.FileBasedCache", "LOCATION": tmp_path}
    }
    monkeypatch.setattr(attempts, "ATTEMPTS", 2)
    begun = NOW.replace(minute=0)
    for minutes, taken in ((0, True), (1, True), (2, False), (59, False), (60, True)):
        at = begun + timedelta(minutes=minutes)
        monkeypatch.setattr("django.core.cache.backends.filebased.time.time", at.timestamp)
        assert attempts.may_try(rf.post("/"), at=at) is taken


def test_after_twenty_eight_months_it_is_over(number, monkeypatch):
    late = NOW.replace(year=2028)
    monkeypatch.setattr(clock, "now", lambda **_: late)
    assert "PCT AI 801" in Client().get(place(number)).content.decode()
    assert Client().post(place(number), SAID).status_code == 422
    assert rights.right(number).observations == ()


def test_the_applicant_reads_it_and_nobody_else_before_it_is_admitted(number):
    Client().post(place(number), SAID)
    application = reverse("filing:application", args=[rights.in_address(number)])
    assert "EP 1 234 567 A1" in signed_in("ada").get(application).content.decode()
    for address in (reverse("register:right", args=[rights.in_address(number)]), place(number)):
        assert "EP 1 234 567 A1" not in Client().get(address).content.decode()
    proof = reverse("register:proof", args=[rights.timeline(number)[-1].number])
    assert Client().get(proof).status_code == 404
