"""What a mark, a design and a name cost: by the address alone, line by line, and never a guess."""

import csv
import io
from datetime import date

import pytest

from chancery.services.laws.registrations import quotes
from chancery.services.laws.registrations.parties import members
from chancery.services.laws.registrations.questions import DesignFees, DesignParty, MarkFees, MarkParty, NameFees
from chancery.treaties import hague, madrid
from chancery.treaties.kernel.plain import BadData

pytestmark = pytest.mark.django_db
ON = date(2026, 11, 22)
MARK = {"act": "application", "holder": "CH", "classes": "3", "parties": ["JP", "CN", "EM"], "on": "2026-11-22"}


def test_three_parties_are_told_line_by_line_with_the_total(client):
    page = client.get("/law/madrid/fees/", MARK).content.decode()
    for words in ("fee, <bdi>Japan<", "Complementary fee, <bdi>China<", "fee, <bdi>European Union<", "CHF 2,371"):
        assert words in page
    assert "<strong>3 parties</strong>" in page
    assert "both bound by Agreement and Protocol" in page, "why China is paid the standard fee by a Swiss holder"


def test_the_page_says_what_the_law_says(client):
    application = madrid.Application(
        origin="CH",
        classes=(1, 2, 3),
        designations=tuple(madrid.Designation(party=code) for code in MARK["parties"]),
    )
    asked = MarkFees(holder="CH", classes=3, parties=tuple(MarkParty(party=code) for code in MARK["parties"]))
    assert quotes.marks(asked, on=ON).sheet == madrid.fees(application, on=ON)


def test_fewer_classes_in_a_party_cost_less_there():
    def japan(classes: int) -> object:
        asked = MarkFees(holder="CH", classes=3, parties=(MarkParty(party="JP", classes=classes),))
        return quotes.marks(asked, on=ON).by_party[0].amount

    assert japan(1) < japan(2) < japan(3) == japan(0)


def test_what_is_typed_of_a_party_is_read_or_refused_by_its_word(client):
    fewer = client.get("/law/madrid/fees/", {**MARK, "fewer": "JP:1"})
    assert fewer.status_code == 200
    assert "CHF 1,955" in fewer.content.decode()
    for typed, said in (("JP:9", "JP:9"), ("KR:1", "KR is not among"), ("japan one", "japan")):
        refused = client.get("/law/madrid/fees/", {**MARK, "fewer": typed})
        assert refused.status_code == 400
        assert said in refused.content.decode()


def test_a_tile_of_the_map_takes_a_party_up_and_puts_it_back(client):
    page = client.get("/law/madrid/fees/", MARK).content.decode()
    assert 'class="chosen" href="?' in page
    taken = client.get("/law/madrid/fees/", {"parties": ["JP"]})
    assert taken.status_code == 200, "a party alone is no wrong question: it is not yet one"
    assert 'value="JP" ' in taken.content.decode()


def test_the_holders_party_is_asked_for_where_fees_depend_on_it(client):
    refused = client.get("/law/madrid/fees/", {**MARK, "holder": ""})
    assert refused.status_code == 400
    assert "Choose the party" in refused.content.decode()
    assert client.get("/law/madrid/fees/", {"act": "licence"}).status_code == 200, "not so of a later act"


@pytest.mark.parametrize("act", ["application", "subsequent designation", "renewal", "renewal in grace"])
def test_every_act_of_a_mark_has_its_sheet(client, act):
    page = client.get("/law/madrid/fees/", {**MARK, "act": act}).content.decode()
    assert "Total" in page
    assert ("Surcharge" in page) == (act == "renewal in grace")


def test_later_acts_have_their_fee_or_are_free(client):
    for system, later in (("madrid", madrid.LATER), ("hague", hague.LATER)):
        for act in quotes.later_acts(system):
            page = client.get(f"/law/{system}/fees/", {"act": act, "on": "2026-11-22"}).content.decode()
            assert "Total" in page, act
            small = act == quotes.WRONG_CLASS  # of one term nothing is due
            assert ("CHF 0" in page) == (small or (act in later and not later[act].item)), act


def test_a_second_part_is_due_later_and_not_in_the_total(client):
    asked = {"act": "application", "designs": "2", "parties": ["US"], "on": "2026-11-22"}
    page = client.get("/law/hague/fees/", asked).content.decode()
    assert "Due later" in page
    assert "Second part of the designation fee, <bdi>United States of America</bdi>" in page


def test_the_second_part_of_a_mark_is_that_of_the_parties_that_divide_their_fee():
    asked = MarkFees(holder="AF", parties=tuple(MarkParty(party=code) for code in ("BR", "JP", "EM")))
    assert [line.code for line in quotes.marks(asked, on=date(2022, 11, 22)).later] == ["second_BR", "second_JP"]
    assert not quotes.marks(asked, on=ON).later, "since then both take it in one"


def test_a_lower_tariff_and_a_level_are_read_by_party(client):
    asked = {"act": "application", "parties": ["US", "BX"], "categories": "US:micro", "levels": "BX:2"}
    page = client.get("/law/hague/fees/", {**asked, "on": "2026-11-22"}).content.decode()
    assert "the level of the standard fee of BX" not in page
    full, micro = (
        quotes.designs(DesignFees(parties=(DesignParty(party="US", category=one),)), on=ON).by_party[0].amount
        for one in ("", "micro")
    )
    assert micro < full


def test_what_each_further_design_costs_is_said_to_be_missing_where_no_table_has_it():
    one, three = (
        quotes.designs(DesignFees(designs=count, parties=(DesignParty(party="UZ"),)), on=ON).by_party[0].amount
        for count in (1, 3)
    )
    assert str(one) == "CHF 262"
    assert "what each further design costs in UZ is missing; for the first: CHF 262" in str(three)


def test_a_name_has_a_line_for_each_party_with_a_fee_of_its_own():
    quote = quotes.names(NameFees(parties=("RU", "FR")), on=ON)
    assert [line.code for line in quote.sheet.lines] == ["registration", "individual_RU"]
    assert not quote.sheet.complete


@pytest.mark.parametrize("code", sorted(members("lisbon")))
def test_an_individual_fee_of_lisbon_is_told_of_its_party(code):
    declared = any(one.key == "Art. 7(4)" for one in members("lisbon")[code].declared)
    [*_, last] = quotes.names(NameFees(parties=(code,)), on=ON).sheet.lines
    assert last.code == (f"individual_{code}" if declared else "registration")


def test_the_table_says_the_same_as_the_page_to_programs(client):
    rows = list(csv.DictReader(io.StringIO(client.get("/law/madrid/fees/table.csv", MARK).content.decode())))
    assert [row["code"] for row in rows] == ["basic", "individual_JP", "complementary_CN", "individual_EM"]
    told = client.get("/law/madrid/fees/table.json", MARK).json()
    assert told["totals"] == [{"amount": "2371", "currency": "CHF"}]
    assert client.get("/law/madrid/fees/table.csv", {"act": "nothing"}).status_code == 404


@pytest.mark.parametrize(
    ("quote", "asked"),
    [
        (quotes.marks, MarkFees(holder="CH", classes=46)),
        (quotes.marks, MarkFees(holder="CH", classes=2, parties=(MarkParty(party="JP", classes=3),))),
        (quotes.designs, DesignFees(designs=101)),
        (quotes.designs, DesignFees(parties=(DesignParty(party="TR", level=4),))),
        (quotes.designs, DesignFees(renewal=0)),
        (quotes.names, NameFees(act="grant")),
    ],
)
def test_facts_that_cannot_be_are_refused_with_the_remedy(quote, asked):
    with pytest.raises(BadData):
        quote(asked, on=ON)


@pytest.mark.parametrize("value", ["x" * 5000, "\0", "0001-01-01", "9999-12-31"])
def test_bad_facts_are_no_failure(client, value):
    for system in ("madrid", "hague", "lisbon"):
        assert client.get(f"/law/{system}/fees/", {"act": value}).status_code == 400
        assert client.get(f"/law/{system}/fees/", {"act": "renewal", "holder": "CH", "on": value}).status_code == 400


def test_the_fee_of_a_party_is_told_in_the_readers_language(client):
    asked = {"act": "application", "holder": "NO", "classes": 1, "parties": "RU", "on": "2026-11-22"}
    page = client.get("/law/madrid/fees/", asked, headers={"accept-language": "fr"}).content.decode()
    assert "Complementary fee, " not in page
    assert ", <bdi>Russian Federation</bdi>" in page
