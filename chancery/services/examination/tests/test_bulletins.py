"""The bulletins for readers, and the register's extracts as PDF."""

import csv
import io
import json
from datetime import date

import pypdfium2 as pdfium
import pytest
from django.test import Client

from chancery.core import tiles
from chancery.core.refusal import Refused
from chancery.records.documents import actions as documents
from chancery.records.documents.tests import pictures
from chancery.records.register import events, queries
from chancery.records.register.tests import lived
from chancery.services.examination.registrations import docket

pytestmark = pytest.mark.django_db
LIMITED = (
    events.RequestPresented(request=1, act="limit_goods", received_on="2026-10-05", parties=("FR",), things=(1,)),
    events.RequestRecorded(request=1, recorded_on="2026-10-05", cites="Madrid Rule 27(1)(a)"),
)
REFUSED = events.OfficeStated(statement=1, office="JP", act="refuse", on="2026-09-01", things=(0,))


@pytest.fixture
def number() -> str:
    number = lived.published("madrid")
    lived.enter(number, REFUSED, *LIMITED)
    lived.publish(number, date(2026, 10, 8), what="limit_goods")
    return number


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def words(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer["Content-Type"] == "application/pdf"
    return " ".join(page.get_textpage().get_text_range() for page in pdfium.PdfDocument(answer.content))


def test_an_issue_tells_new_registrations(client: Client, number: str) -> None:
    page = text(client, "/gazette/madrid/2026-19/")
    assert "LUMEN" in page
    assert f"/register/{queries.in_address(number)}/" in page
    assert "FR JP" in page


def test_an_issue_tells_what_was_recorded_where_and_about_what(client: Client, number: str) -> None:
    page = text(client, "/gazette/madrid/2026-41/")
    assert "lanterns" in page
    assert f'href="/register/{queries.in_address(number)}/"' in page
    assert "lamps" not in page


def test_what_was_published_before_is_not_told_again(client: Client, number: str) -> None:
    again = (
        events.RequestPresented(request=2, act="limit_goods", received_on="2026-11-02", parties=("JP",), things=(0,)),
        events.RequestRecorded(request=2, recorded_on="2026-11-02", cites="Madrid Rule 27(1)(a)"),
    )
    lived.enter(number, *again)
    lived.publish(number, date(2026, 11, 5), what="limit_goods")
    [item] = json.loads(text(client, "/gazette/madrid/2026-45.json"))["items"]
    assert item["about"] == [{"on": "2026-11-02", "parties": ["JP"], "things": ["9: lamps"]}]


def test_the_newest_issue_is_the_front_of_a_bulletin(client: Client, number: str) -> None:  # noqa: ARG001 - it appeared
    assert client.get("/gazette/madrid/")["Location"] == "/gazette/madrid/2026-41/"
    assert "No issue has appeared yet" in text(client, "/gazette/hague/")


def test_there_are_no_issues_that_did_not_appear(client: Client, number: str) -> None:  # noqa: ARG001 - it appeared
    for address in (
        "madrid/2026-20/",
        "hague/2026-19/",
        "madrid/2026-99/",
        "madrid/2026-20.csv",
        "madrid/2026-20.json",
    ):
        assert client.get(f"/gazette/{address}").status_code == 404


def test_an_issue_is_a_table_and_data_and_a_feed(client: Client, number: str) -> None:
    [_head, row] = csv.reader(io.StringIO(text(client, "/gazette/madrid/2026-41.csv")))
    assert row[2:6] == ["limit_goods", "1", number, "LUMEN"]
    assert row[9:11] == ["FR", "11: lanterns"]
    [item] = json.loads(text(client, "/gazette/madrid/2026-19.json"))["items"]
    assert (item["registrationNumber"], item["parties"], item["classes"]) == ("1", ["FR", "JP"], ["9", "11"])
    assert text(client, "/gazette/madrid/feed.atom").count("<entry>") == 2


def test_the_extract_holds_data_life_and_proofs(client: Client, number: str) -> None:
    found = words(client, f"/gazette/{queries.in_address(number)}/extract.pdf")
    assert "Certified extract" in found
    assert "LUMEN" in found
    assert "Provisional" in found or "refus" in found
    assert "Proof of every entry" in found
    assert "not open to the public" in found


def test_the_pdf_carries_the_extract_and_is_checked_like_it(client: Client, number: str) -> None:
    address = queries.in_address(number)
    pdf = client.get(f"/gazette/{address}/extract.pdf").content
    carried = queries.carried_text(pdf)
    assert queries.is_extract(carried)
    found = queries.extract_file(carried, tiles.office_signer().verifier_key)
    alone = json.loads(text(client, f"/register/{address}/extract.json"))
    assert found.open + found.closed == len(alone["proofs"])
    assert {one["entry"] for one in json.loads(carried)["proofs"]} == {one["entry"] for one in alone["proofs"]}


def test_a_pdf_without_an_extract_is_told_so(client: Client) -> None:
    name = lived.published("lisbon")
    attested = client.get(f"/gazette/{queries.in_address(name)}/attestation.pdf").content
    for letter in (attested, b"%PDF-1.7 broken"):
        with pytest.raises(ValueError, match="no extract in this PDF"):
            queries.carried_text(letter)


def test_an_attestation_is_of_appellations_alone(client: Client, number: str) -> None:
    name = lived.published("lisbon")
    assert "Val-Clair" in words(client, f"/gazette/{queries.in_address(name)}/attestation.pdf")
    assert client.get(f"/gazette/{queries.in_address(number)}/attestation.pdf").status_code == 404


@pytest.mark.parametrize("system", ["madrid", "hague", "lisbon"])
def test_there_is_no_extract_of_what_is_not_published(client: Client, system: str) -> None:
    number = lived.registered(system)
    for document in ("extract", "attestation"):
        assert client.get(f"/gazette/{queries.in_address(number)}/{document}.pdf").status_code == 404


@pytest.mark.parametrize("system", ["madrid", "hague", "lisbon"])
def test_the_offices_own_extract_is_taken_as_evidence(client: Client, system: str) -> None:
    extract = client.get(f"/gazette/{queries.in_address(lived.published(system))}/extract.pdf").content
    kept = documents.keep_pdf(extract, name="extract.pdf", by=1, at=lived.AT, field="file", carrying=True)
    assert kept.measures
    with pytest.raises(Refused, match="Remove the attachments"):
        documents.keep_pdf(extract, name="extract.pdf", by=1, at=lived.AT, field="parts.description")


def test_what_was_not_renewed_is_a_chapter_of_its_own(client: Client, number: str) -> None:
    lived.enter(number, events.RegistrationLapsed(what="lapsed", on="2036-03-02", cites="Madrid Rule 30(1)"))
    file = queries.registration(number)
    assert file is not None
    assert docket.unprinted(file, queries.timeline(number))["lapsed"] == 1
    lived.publish(number, date(2036, 9, 18), what="lapsed")
    file = queries.registration(number)
    assert file is not None
    assert "lapsed" not in docket.unprinted(file, queries.timeline(number))
    page = text(client, "/gazette/madrid/2036-38/")
    assert "Not renewed" in page
    assert "2036-03-02" in page


def test_an_issue_is_printed_with_its_chapters(client: Client, number: str) -> None:  # noqa: ARG001 - it appeared
    first = words(client, "/gazette/madrid/2026-19.pdf")
    assert "Gazette of marks" in first
    assert "MADRID 2026/19" in first
    assert "LUMEN" in first
    later = words(client, "/gazette/madrid/2026-41.pdf")
    assert "Limitation" in later
    assert "lanterns" in later
    assert client.get("/gazette/madrid/2026-19.pdf").content == client.get("/gazette/madrid/2026-19.pdf").content
    assert client.get("/gazette/madrid/2026-20.pdf").status_code == 404


def test_the_pictures_stand_in_the_printed_issue(client: Client) -> None:
    kept = documents.keep_image(pictures.image(), name="lumen.jpg", by=None, at=lived.AT)
    shown = {"kind": "mark.reproductions.0", "sha256": kept.sha256, "name": "lumen.jpg", "size": kept.size}
    lived.published("madrid", documents=(shown,))
    page = pdfium.PdfDocument(client.get("/gazette/madrid/2026-19.pdf").content)[0]
    assert any(one.type == pdfium.raw.FPDF_PAGEOBJ_IMAGE for one in page.get_objects(max_depth=5))
