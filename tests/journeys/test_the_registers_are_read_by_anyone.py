"""Somebody without an account reads the bulletins and registers of marks, designs and appellations, and checks them."""

import re

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.server, pytest.mark.slow]


def test_from_the_bulletin_to_a_checked_extract(visitor, portal, tmp_path):
    anyone = visitor()
    anyone.opens("/")
    anyone.follows("Gazette of marks")
    anyone.page.wait_for_url(re.compile(r"/gazette/madrid/\d{4}-\d{2}/$"))
    anyone.looks()
    anyone.opens("/gazette/madrid/2023-10/")
    anyone.page.get_by_role("row", name="LUMENARA").get_by_role("link").click()
    anyone.page.wait_for_url(re.compile(r"/register/MADRID-2023-000001/$"))
    for words in ("Lumenara Licht AG", "dimmers for electric light", "Taken out by a limitation", "JP 5 555 001"):
        assert words in anyone.text
    assert anyone.page.locator(".reproductions img").evaluate("one => one.naturalWidth") > 0
    anyone.looks()
    assert anyone.takes("PDF").startswith(b"%PDF")
    kept = tmp_path / "extract.json"
    kept.write_bytes(anyone.takes("JSON"))
    said = portal.command("-m", "chancery", "verify", str(kept)).stdout
    assert "11 events and 1 entries that are not open are in" in " ".join(said.split())


def test_a_registration_is_found_by_its_number_and_by_its_words(visitor):
    anyone = visitor()
    anyone.opens("/register/")
    anyone.page.fill("#number", "DM/000002")
    anyone.presses("Find")
    assert anyone.page.get_by_role("heading", level=1).inner_text() == "Table lamp"
    anyone.looks()
    anyone.opens("/search/indications/?q=vallon-clair")
    anyone.follows("Vallon-Clair")
    anyone.follows("Everything that happened to it")
    assert "Withdrawal of a refusal" in anyone.text
    anyone.looks()
    assert not anyone.troubles


def test_deferred_designs_are_shown_to_their_holder_alone(visitor):
    anyone, holder = visitor(), visitor().signs_in("applicant")
    address = "/register/HAGUE-2026-000001/"
    assert anyone.page.goto(anyone.portal.url + address).status == 404
    holder.opens(address)
    assert "Barometer" in holder.text
    assert "Not public yet" in holder.text
