"""Abstract, claims and description of a published application are read in its files, found and shown."""

import html
from datetime import UTC, date, datetime

import pytest

from chancery.core import follow, ledger
from chancery.records.accounts import actions as accounts
from chancery.records.documents import actions as documents
from chancery.records.documents import queries as files
from chancery.records.documents.tests import samples
from chancery.records.register import actions as register
from chancery.records.register.queries import Right
from chancery.services.search import applied, queries
from chancery.services.search.followers import Index
from chancery.services.search.queries import Question
from chancery.treaties import pct

AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
TEXTS = {
    "abstract": "Abstract\n\nA latch holds a door by magnets.",
    "claims": "1. A latch comprising a neodymium bar <1 mm.",
    "description": "The hinges are of bronze. " * 60 + "\n\nA spring of titanium returns the door.",
}
pytestmark = pytest.mark.django_db


def part(kind: str, text: str) -> dict[str, object]:
    kept = documents.keep_pdf(samples.pdf(1, text=text), name=f"{kind}.pdf", by=None, at=AT)
    return {"kind": kind, "sha256": kept.sha256, "name": f"{kind}.pdf", "sheets": 1, "size": kept.size}


def filed(brought: list[dict[str, object]], *, parts: tuple[pct.Part, ...] = ()) -> str:
    alice = accounts.open_account("alice@example.org", name="Alice", password="a long password")
    application = pct.Application(
        title="Door", language="en", parties=(pct.Party(name="Okafor, Amina", nationality="NG"),), parts=parts
    )
    return register.file_application(application, documents=brought, by=alice, at=AT).number


def published(number: str) -> None:
    after = ledger.version(number)
    register.publish(number, kind_code="A2", on=date(2026, 11, 22), issue="2026/47", after=after, at=AT)
    follow.catch_up([Index()], at=AT)


def found(text: str) -> int:
    return queries.search(Question(text=text)).total


@pytest.fixture
def whole() -> None:
    published(filed([part(kind, text) for kind, text in TEXTS.items()]))


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("magnet", 1),
        ("EN_AB:magnets", 1),
        ("neodymium", 0),
        ("EN_CL:neodymium", 1),
        ("EN_DE:neodymium", 0),
        ("EN_DE:(spring NEAR3 titanium)", 1),
        ("ALL:titanium", 1),
        ("FR_ALL:titanium", 0),
        ("AB:abstract", 0),
    ],
)
def test_what_stands_in_its_files_is_found(whole, text, hits):
    assert found(text) == hits


def test_nothing_is_found_before_it_is_published():
    number = filed([part("claims", TEXTS["claims"])])
    follow.catch_up([Index()], at=AT)
    assert found("ALL:neodymium") == 0
    published(number)
    assert found("ALL:neodymium") == 1


def test_the_abstract_is_shown_and_of_the_rest_what_was_found(client, whole):
    [hit] = queries.search(Question(text="door")).hits
    assert hit.document.text == "A latch holds a door by magnets."
    page = client.get(f"/search/patents/{hit.document.key}/").content.decode()
    assert '<p lang="en" dir="auto">A latch holds a door by magnets.</p>' in page
    told = client.get("/search/", {"q": "ALL:neodymium"}).content.decode()
    assert "<mark>neodymium</mark>" in told
    assert html.escape("bar <1 mm") in told


def test_who_finds_nothing_on_front_pages_is_shown_what_the_long_texts_have(client, whole):
    page = client.get("/search/patents/", {"q": "titanium"}).content.decode()
    assert "In claims and descriptions too" in page
    assert "q=fulltext%3Atitanium" in page
    [way] = client.get("/api/v1/query-remedies", {"q": "titanium"}).json()["items"]
    assert (way["kind"], way["query"], way["hits"]) == ("texts", "fulltext:titanium", 1)


def test_the_whole_record_over_the_api_has_its_texts(client, whole):
    [hit] = client.get("/api/v1/records", {"q": "ALL:neodymium", "highlight": "true"}).json()["items"]
    assert {"text": "neodymium", "found": True} in hit["highlights"]["claims"]
    told = client.get(f"/api/v1/records/patents/{hit['key']}").json()
    assert (told["text"], told["language"]) == ("A latch holds a door by magnets.", "en")
    assert told["parts"]["claims"] == TEXTS["claims"]
    assert told["parts"]["description"].endswith("A spring of titanium returns the door.")


def test_what_was_filed_by_mistake_and_what_is_a_picture_is_not_read():
    wrong, right = part("claims", "1. A boat with a keel."), part("claims", TEXTS["claims"])
    scan = documents.keep_pdf(samples.scanned(), name="scan.pdf", by=None, at=AT)
    drawn = {"kind": "description", "sha256": scan.sha256, "name": "scan.pdf", "sheets": 1, "size": scan.size}
    mistaken = pct.Part(kind="claims", sha256=str(wrong["sha256"]), late="erroneous")
    published(filed([wrong, right, drawn], parts=(mistaken,)))
    [hit] = queries.search(Question(text="door")).hits
    assert set(hit.document.parts) == {"claims"}
    assert found("ALL:keel") == 0


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Abstract A pump.", "A pump."),
        ("ABRÉGÉ : Une pompe.", "Une pompe."),
        ("要約 ポンプ", "ポンプ"),
        ("Abstract art is printed.", "Abstract art is printed."),
        ("Abstraction of data.", "Abstraction of data."),
    ],
)
def test_the_heading_of_an_abstract_is_left_out(monkeypatch, text, shown):
    monkeypatch.setattr(files, "running_text", lambda _sha256: text)
    right = Right(number="PCT/IB2026/000001", documents=({"kind": "abstract", "sha256": "x"},))
    assert applied.abstract_of(right) == shown
