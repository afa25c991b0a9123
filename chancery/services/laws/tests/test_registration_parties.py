"""Who is bound and what is asked there: the same on the map, in the table, in the files and over the API."""

import csv
import io
from datetime import date

import pytest

from chancery.services.laws.registrations import declarations, designating, members
from chancery.services.laws.registrations.parties import NAMES, codes, everywhere
from chancery.services.laws.registrations.parties import members as of
from chancery.site import tiles
from chancery.treaties import lisbon, madrid

pytestmark = pytest.mark.django_db
ON = date(2026, 11, 22)


def case(holder: str, party: str, **more) -> designating.Case:
    return designating.Case(holder=holder, party=party, on=ON, **more)


@pytest.mark.parametrize("system", NAMES)
def test_every_party_has_a_place_on_the_map(system):
    assert not set(of(system)) - set(tiles.places())


@pytest.mark.parametrize("system", NAMES)
def test_every_declaration_is_told_in_one_sentence(system):
    for one in of(system).values():
        for each in one.declared:
            assert str(each.says).endswith("."), f"{one.code}: {each.key} has no sentence"


def test_every_sentence_is_of_a_declaration_that_some_party_made():
    for table, system in ((declarations.MADRID, "madrid"), (declarations.LISBON, "lisbon")):
        assert not set(table) - set(members.declarations_of(system))


@pytest.mark.parametrize("system", ["madrid", "hague", "lisbon"])
def test_a_page_of_parties_narrows_sorts_and_is_carried_away(client, system):
    address = f"/law/{system}/members/"
    everyone = client.get(address).content.decode()
    assert everyone.count("<tr id=") == len(of(system))
    swiss = client.get(address, {"words": "switzer"}).content.decode()
    assert swiss.count("<tr id=") == 1
    assert swiss.count('<a class="off"') == len(of(system)) - 1, "the others stand on the map as an outline"
    rows = list(csv.DictReader(io.StringIO(client.get(f"{address}table.csv").content.decode())))
    assert {row["code"] for row in rows} == set(of(system))
    assert len(client.get(f"{address}table.json", {"words": "CH"}).json()["items"]) >= 1
    days = [one.since for one in members.found(system, members.Wanted(on=ON), "since") if one.since]
    assert days == sorted(days)
    assert client.get(address, {"on": "never"}).status_code == 400
    assert "Ask for less" in client.get(address, {"words": "zzzz"}).content.decode()


def test_parties_are_found_by_what_they_declared_and_what_they_are(client):
    found = client.get("/law/madrid/members/", {"declared": "Rule 7(2)"}).content.decode()
    assert found.count("<tr id=") == sum("Rule 7(2)" in madrid.party(code).declared for code in of("madrid"))
    together = client.get("/law/madrid/members/", {"kind": "organization"}).content.decode()
    assert together.count("<tr id=") == 3  # OAPI, the European Union, Benelux


def test_parties_are_found_by_their_days(client):
    def shown(**asked) -> int:
        return client.get("/law/madrid/members/", asked).content.decode().count("<tr id=")

    years = [one.since.year for one in of("madrid").values() if one.since]
    unknown = len(of("madrid")) - len(years)  # taken to be bound
    assert shown(on="2000-01-01") == sum(year < 2000 for year in years) + unknown
    assert shown(since="2015-01-01") == sum(year >= 2015 for year in years)
    found = client.get("/api/v1/madrid/members", {"since": "2015-01-01", "on": "2016-01-01"}).json()
    assert found["on"] == "2016-01-01"
    assert len(found["items"]) == years.count(2015)
    assert unknown < 3


def test_the_four_systems_stand_side_by_side(client):
    page = client.get("/law/members/").content.decode()
    assert page.count("<tr id=") == len(codes())
    both = client.get("/law/members/", {"systems": ["madrid", "hague", "lisbon", "pct"]}).content.decode()
    in_all = [code for code in codes() if {one.system for one in everywhere(code) if one.bound(ON)} == set(NAMES)]
    assert both.count("<tr id=") == len(in_all) > 5
    rows = list(csv.DictReader(io.StringIO(client.get("/law/members/table.csv").content.decode())))
    assert next(row for row in rows if row["code"] == "CH")["madrid"] == str(of("madrid")["CH"].since)
    assert client.get("/law/members/table.json", {"words": "CH"}).status_code == 200


def test_every_party_has_a_page_over_all_systems(client):
    for code in codes():
        assert client.get(f"/law/members/{code}/").status_code == 200, code
    page = client.get("/law/members/CH/").content.decode()
    for words in ("PCT", "Madrid", "Hague", "Lisbon", "Bound since"):
        assert words in page
    assert client.get("/law/members/ZZ/").status_code == 404


def test_the_safeguard_clause_shortens_the_refusal_and_lowers_the_fee():
    clause, plain = (designating.answer("madrid", case(holder, "CN")) for holder in ("CH", "US"))
    assert clause.limits[0].limit.due.year == 2027
    assert plain.limits[0].limit.due.year == 2028
    assert clause.governed[0].cites == "Madrid Art. 9sexies(1)(b)"
    assert clause.fees[0].amount < plain.fees[0].amount
    occasions = {one.limit.due - ON: str(one.occasion) for one in clause.limits[1:]}
    assert sorted((days.days, said) for days, said in occasions.items()) == [
        (15, "A refusal of the Office’s own motion"),
        (30, "A refusal that rests on an opposition"),
    ]


@pytest.mark.parametrize(
    ("system", "holder", "party", "cites"),
    [
        ("madrid", "CH", "CH", "Madrid Art. 3bis"),
        ("madrid", "CH", "BE", "Madrid Art. 3ter(1)"),
        ("madrid", "CH", "AO", "Madrid Art. 3ter(1)"),
        ("hague", "CI", "MA", "Hague Art. 31(1)"),
        ("hague", "CH", "BE", "Hague Art. 5(1)(v)"),
        ("lisbon", "FR", "FR", "Lisbon Art. 9"),
        ("lisbon", "DZ", "CH", "Lisbon Art. 31(1)"),
    ],
)
def test_what_cannot_be_designated_says_why(system, holder, party, cites):
    found = designating.answer(system, case(holder, party))
    assert not found.can
    assert cites in [one.cites for one in found.against]


@pytest.mark.parametrize("system", ["madrid", "hague", "lisbon"])
def test_every_party_can_be_asked_about(system):
    for code in codes():
        found = designating.answer(system, case("CH", code, count=3))
        assert found.can or found.against or found.member is None, code


def test_the_answer_tells_what_a_party_asks_for_besides(client):
    page = client.get("/law/hague/designate/", {"holder": "CH", "party": "US", "on": "2026-11-22"}).content.decode()
    for words in ("Act of 1999", "allows no deferment", "Hague Art. 5(2)(b)(iii)", "2027-11-22", "CHF 1,150"):
        assert words in page, words
    form = designating.answer("madrid", case("CH", "US"))
    assert [one.cites for one in form.asks] == ["Madrid Rule 9(5)(f)"]


def test_an_indication_that_is_no_appellation_is_covered_under_the_geneva_act_only():
    old = next(code for code in of("lisbon") if lisbon.governing("FR", code, ON) == "1967 Act" and code != "FR")
    assert designating.answer("lisbon", case("FR", old)).can
    assert not designating.answer("lisbon", case("FR", old, indication=True)).can


def test_the_api_and_the_page_as_data_say_the_same(client):
    told = client.get("/api/v1/hague/designations/US?holder=CH&on=2026-11-22").json()
    carried = client.get("/law/hague/designate/answer.json?holder=CH&party=US&on=2026-11-22")
    assert carried.json() == told
    assert client.get("/law/hague/designate/answer.json?holder=CH").status_code == 404
    assert told["can"]
    assert told["edition"]
    assert told["deferment"]["cites"] == "Hague Art. 11(1)(b)"
    assert client.get("/api/v1/members/ZZ").status_code == 404
    listed = client.get("/api/v1/madrid/members", {"declared": "Rule 7(2)"}).json()["items"]
    assert "IN" in [one["code"] for one in listed]


def test_a_system_says_what_can_be_asked(client):
    for system in ("madrid", "hague", "lisbon"):
        page = client.get(f"/law/{system}/").content.decode()
        for place in ("fees", "time-limits", "designate", "members", "provisions"):
            assert f'href="/law/{system}/{place}/"' in page
    assert "/law/madrid/fees/" in client.get("/law/").content.decode()
