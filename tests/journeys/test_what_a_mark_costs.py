"""Somebody without an account asks what a mark costs in three parties, sends the address on, and prints the answer."""

import re

import pytest

from tests.journeys.test_a_result_is_printed import printed

pytestmark = [pytest.mark.browser, pytest.mark.server, pytest.mark.slow]


def test_the_fees_of_three_parties_have_an_address_and_are_printed(visitor, portal):
    anyone = visitor()
    anyone.opens("/law/")
    anyone.follows("Madrid System for marks")
    anyone.page.get_by_role("main").get_by_role("link", name="Fees").click()
    anyone.page.get_by_label("Party of the applicant or holder").select_option("CH")
    anyone.page.get_by_label("Classes of goods and services").fill("3")
    anyone.page.get_by_label("Date of the tariff").fill("2026-11-22")
    for party in ("JP Japan", "CN China"):
        anyone.page.get_by_label(party).check()
    anyone.presses("Compute")
    anyone.page.get_by_role("link", name="European Union", exact=True).click()  # on the map
    anyone.page.wait_for_url(re.compile("parties=EM"))
    for words in ("Individual fee, Japan", "Complementary fee, China", "Individual fee, European Union", "CHF 2,371"):
        assert words in anyone.text
    anyone.page.get_by_role("row", name="Complementary fee, China").get_by_text("Why?").click()
    assert "both bound by Agreement and Protocol" in anyone.text
    address = anyone.page.url.removeprefix(portal.url).removesuffix("#map")
    anyone.opens(address)
    anyone.looks()
    colleague = visitor()
    colleague.opens(address)
    assert "CHF 2,371" in colleague.text
    paper = printed(colleague)
    for words in ("CHF 2,371", "JP Japan", "CH Switzerland", "law tables of edition", "/law/madrid/fees/", "Printed"):
        assert words in paper
    for absent in ("Choose on the map", "AU Australia", "Fewer classes"):
        assert absent not in paper
    assert not anyone.troubles


def test_a_party_is_found_on_the_map_and_asked_about(visitor):
    anyone = visitor()
    anyone.opens("/law/hague/members/")
    anyone.looks()
    anyone.follows(re.compile("^United States of America: Act of 1999"))
    anyone.page.wait_for_url("**/law/members/US/")
    anyone.looks()
    anyone.page.locator("section[aria-labelledby=hague]").get_by_role("link", name="Can I designate it").click()
    anyone.page.get_by_label("Party of the applicant or holder").select_option("CH")
    anyone.presses("Ask")
    for words in ("Yes", "Act of 1999", "allows no deferment", "CHF 1,150", "What it asks for besides"):
        assert words in anyone.text
    anyone.looks()
    assert not anyone.troubles
