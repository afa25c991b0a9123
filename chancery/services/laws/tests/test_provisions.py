"""Every citation leads to a page that says something, and the pages say what the treaties' own tables say."""

from datetime import date

import pytest

from chancery.services.laws import queries
from chancery.site import citation
from chancery.treaties import pct
from chancery.treaties.kernel.texts import text_of

pytestmark = pytest.mark.django_db

APPLICATION = pct.Application(
    searching_authority="EP",
    parties=(pct.Party(name="A", kind="natural", nationality="IN", residence="IN"),),
    priority_claims=(pct.PriorityClaim(office="US", filed_on=date(2025, 11, 21)),),
    received_on=date(2026, 11, 23),
    format="pdf",
)


def cited():
    """Every citation that rules, time limits, fees and their reasonings carry."""
    sheet = pct.fees(APPLICATION, on=date(2026, 11, 23))
    limits = pct.time_limits(pct.Record.of(APPLICATION))
    own = [one.cites for one in (*pct.RULES, *pct.LIMITS, *pct.STATUSES, *sheet.lines, *limits)]
    steps = [step.cites for one in (*sheet.lines, *limits) for step in one.steps]
    return sorted({part for cites in (*own, *steps) for part in citation.split(cites)})


def test_every_citation_in_use_leads_to_a_page(client):
    assert len(cited()) > 100
    for cites in cited():
        href = citation.href(cites)
        assert href, cites
        assert client.get(href).status_code == 200, href


def test_the_address_of_a_citation_reads_back_to_the_same_citation():
    for cites in cited():
        treaty, slug = queries.address(cites).split("/")
        found = queries.find(treaty, slug)
        assert found is not None
        assert found.cites == cites


def test_a_rules_page_says_what_the_rule_asks_and_since_when(client):
    page = client.get("/law/pct/rule-8.1(b)/").content.decode()
    [rule] = [one for one in pct.RULES if one.cites == "PCT Rule 8.1(b)"]
    assert rule.message in page
    assert rule.since.isoformat() in page
    assert text_of("PCT Rule 8.1(b)").text in page


def test_a_page_shows_its_cases_and_that_they_pass(client):
    page = client.get("/law/pct/rule-80.5/").content.decode()
    assert "Munich" in page
    assert "Passes" in page
    assert "Does not hold" not in page


def test_a_fees_page_shows_the_amounts_of_each_day(client):
    page = client.get("/law/pct/rule-14.1/").content.decode()
    assert "Transmittal fee" in page
    assert "Unverified" in page


def test_a_provision_without_text_still_gives_a_useful_page(client):
    page = client.get("/law/pct/rule-99.9/")
    assert page.status_code == 200
    assert "All provisions in use" in page.content.decode()


def test_a_provision_knows_what_is_around_it(client):
    page = client.get("/law/pct/art-11(1)/").content.decode()
    assert "/law/pct/art-11(1)(i)/" in page
    assert "/law/pct/art-11(1)/" in client.get("/law/pct/art-11(1)(i)/").content.decode()


@pytest.mark.parametrize("slug", ["rule-hello", "nonsense", "rule-", "rule-80_5", "rule-1%2F..", "art-<b>"])
def test_what_cannot_be_a_provision_is_not_found(client, slug):
    assert client.get(f"/law/pct/{slug}/").status_code == 404


def test_an_unknown_treaty_is_not_found(client):
    assert client.get("/law/atlantis/").status_code == 404
    assert client.get("/law/atlantis/rule-1/").status_code == 404


def test_the_treaty_lists_its_provisions_in_the_order_of_the_law(client):
    assert client.get("/law/").status_code == 200
    page = client.get("/law/pct/").content.decode()
    places = [page.index(f">{cites}<") for cites in ("PCT Art. 11(1)(i)", "PCT Rule 4.3", "PCT Rule 4.10(a)(i)")]
    assert places == sorted(places)
