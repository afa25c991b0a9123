"""Every citation of Madrid, Hague and Lisbon leads to a page that says something in this house's own words."""

import csv
import io
import json
import re
from pathlib import Path

import pytest

import chancery
from chancery.services.laws import queries
from chancery.services.laws.lawbook import law
from chancery.services.laws.registrations.parties import members
from chancery.site import citation
from chancery.treaties.kernel.citation import parse
from chancery.treaties.kernel.texts import text_of, texts
from chancery.treaties.registrations import SYSTEMS

pytestmark = pytest.mark.django_db

HERE = Path(chancery.__file__).parent
ASIDE = {"tests", "lexicon", "locale", "cases", "lexicon_maker.py"}
CITED = re.compile(r'"((?:Madrid|Hague|Lisbon) (?:Art\.|Rule|AI|Schedule) [^"{}]+)"')
SYSTEM = pytest.mark.parametrize("system", sorted(SYSTEMS))


def written():
    """Every citation that stands as such in the code, its tables and its pages."""
    files = (one for one in HERE.rglob("*") if one.suffix in {".py", ".toml", ".html"} and not ASIDE & set(one.parts))
    found = {cites for file in files for cites in CITED.findall(file.read_text("utf-8"))}
    return sorted({part for cites in found for part in citation.split(cites)})


def declared():
    """What the contracting parties declared, as their pages cite it."""
    return sorted({each.cites for system in SYSTEMS for one in members(system).values() for each in one.declared})


def test_every_citation_that_is_written_here_has_a_page_in_its_own_words():
    found = written()
    assert len(found) > 350
    assert [cites for cites in found if not citation.href(cites)] == []
    assert [cites for cites in found if parse(cites) not in texts(parse(cites).treaty)] == []


def test_every_declaration_of_a_party_has_a_page_in_its_own_words():
    assert len(declared()) > 20
    assert [cites for cites in declared() if not citation.href(cites)] == []
    assert [cites for cites in declared() if parse(cites) not in texts(parse(cites).treaty)] == []


@SYSTEM
def test_whatever_a_systems_tables_rest_on_has_words(system):
    its = law(system)
    tables = (*its.rules, *its.limits, *its.statuses, *its.acts, *its.bars, *its.fees)
    cited = {part for one in tables for part in citation.split(one.cites)}
    assert [cites for cites in sorted(cited) if parse(cites) not in texts(system)] == []


@SYSTEM
def test_the_page_of_each_provision_opens(client, system):
    for one in queries.table(system):
        page = client.get(citation.href(one.cites))
        assert page.status_code == 200, one.cites
        assert one.text.text[:30] in page.content.decode().replace("&#x27;", "'"), one.cites


@SYSTEM
def test_the_address_of_a_provision_reads_back_to_it(system):
    for one in queries.table(system):
        assert queries.find(system, one.citation.slug).citation == one.citation


@SYSTEM
def test_the_cases_of_a_provision_hold(system):
    tested = [case for one in queries.table(system) for case in one.cases]
    assert len(tested) > 20
    assert {case.name: case.differences for case in tested if not case.passes} == {}


def test_a_page_shows_what_rests_on_its_provision(client):
    page = client.get("/law/madrid/rule-12(2)/").content.decode()
    assert "Time limits that rest on it" in page
    assert "/law/madrid/time-limits/" in page
    page = client.get("/law/hague/schedule-item-1/").content.decode()
    assert "2024-01-01" in page
    assert "Basic fee" in page
    page = client.get("/law/lisbon/rule-5(2)(a)(iii)/").content.decode()
    assert "The beneficiaries are designated, collectively or by name." in page


def test_a_provision_of_the_older_act_stands_apart_from_that_of_the_newer(client):
    assert text_of("Lisbon Art. 5(3) (1967)").text != text_of("Lisbon Art. 5(3)").text
    assert parse("Lisbon Art. 5(3)(a) (1967)").parent == parse("Lisbon Art. 5(3) (1967)")
    assert client.get("/law/lisbon/art-5(3)-(1967)/").status_code == 200
    assert client.get("/law/lisbon/art-5(3)-(67)/").status_code == 404


# The table


@SYSTEM
def test_the_table_of_a_system_is_narrowed_by_its_address(client, system):
    whole = client.get(f"/law/{system}/provisions/").content.decode()
    fees = client.get(f"/law/{system}/provisions/", {"use": "fees"}).content.decode()
    assert whole.count('class="cite"') > fees.count('class="cite"') > 2


def test_all_the_words_must_be_there(client):
    page = client.get("/law/madrid/provisions/", {"words": "surcharge renewed"}).content.decode()
    assert ">Madrid Art. 7(4)<" in page
    assert ">Madrid Rule 9<" not in page


def test_a_table_without_lines_says_so_and_leads_back(client):
    page = client.get("/law/hague/provisions/", {"words": "zeppelin"})
    assert page.status_code == 200
    assert "No provision of this treaty fits" in page.content.decode()


def test_what_is_no_kind_of_provision_is_said_beside_the_table(client):
    assert client.get("/law/hague/provisions/", {"kind": "guidelines"}).status_code == 400
    assert client.get("/law/hague/provisions/table.csv", {"kind": "guidelines"}).status_code == 404
    assert client.get("/law/atlantis/provisions/").status_code == 404
    assert client.get("/law/atlantis/provisions/table.csv").status_code == 404


def test_the_table_is_carried_away_as_it_is_shown(client):
    rows = list(csv.DictReader(io.StringIO(client.get("/law/lisbon/provisions/table.csv?use=acts").content.decode())))
    told = json.loads(client.get("/law/lisbon/provisions/table.json?use=acts").content)
    assert [row["citation"] for row in rows] == [one["cites"] for one in told["items"]]
    assert all(row["acts"] for row in rows)


def test_the_api_tells_the_provisions_of_each_system(client):
    listed = client.get("/api/v1/madrid/provisions?words=renewal&kind=art").json()["items"]
    assert "Madrid Art. 7" in [one["cites"] for one in listed]
    told = client.get("/api/v1/madrid/provisions/rule-25(1)(a)(ii)").json()
    assert told["acts"][0]["who"] == "holder"
    assert told["forms"][0] | {"title": ""} == {
        "number": "MM6",
        "issuer": "",
        "title": "",
        "mandatory": None,
        "confidence": "practice",
    }
    assert client.get("/api/v1/atlantis/provisions").status_code in (404, 422)
