"""The tables of forms and of States: complete, sortable, and the same as a file."""

import csv
import io

import pytest

from chancery.treaties import pct
from chancery.treaties.pct.states import states

pytestmark = pytest.mark.django_db
FORMS, STATES = "/law/pct/forms/", "/law/pct/states/"


def page(client, address, **facts):
    return client.get(address, facts).content.decode()


def rows(client, address, **facts):
    return list(csv.DictReader(io.StringIO(client.get(f"{address}table.csv", facts).content.decode())))


def test_every_form_is_listed_with_its_title_or_that_none_is_known(client):
    text = page(client, FORMS)
    assert all(f'id="{number}"' in text for number in pct.forms())
    assert text.count("no title known") == sum(not one.title for one in pct.forms().values())


def test_forms_are_sorted_both_ways(client):
    assert [row["number"] for row in rows(client, FORMS)] == list(pct.forms())
    issuers = [row["issuer"] for row in rows(client, FORMS, sort="issuer")]
    assert issuers == sorted(issuers)
    assert [row["issuer"] for row in rows(client, FORMS, sort="-issuer")] == issuers[::-1]


def test_every_state_is_listed_with_its_ways_and_months(client):
    text = page(client, STATES)
    assert all(f'id="{code}"' in text for code in states())
    lines = {row["code"]: row for row in rows(client, STATES)}
    france = lines["FR"]
    assert (france["national_route"], france["regional"], france["enter_with"]) == ("no", "EP", "EP")
    assert (france["months_I"], lines["LU"]["months_I"], lines["LU"]["months_II"]) == ("31", "20", "30")
    assert (lines["UY"]["bound"], lines["UY"]["chapter_ii"]) == ("2025-01-07", "no")
    assert lines["UY"]["months_II"] == ""


def test_states_are_sorted_by_the_day_they_were_bound(client):
    days = [row["bound"] for row in rows(client, STATES, sort="-bound")]
    assert days == sorted(days, reverse=True)


@pytest.mark.parametrize("address", [FORMS, STATES])
@pytest.mark.parametrize("sort", ["", "-", "nothing", "--name", "%00", "x" * 3000])
def test_an_order_that_is_none_is_passed_over(client, address, sort):
    assert client.get(address, {"sort": sort}).status_code == 200


def test_a_state_leads_to_where_its_people_may_file(client):
    assert "/law/pct/receiving-office/?on=" in page(client, STATES)
    assert client.get("/law/pct/receiving-office/", {"on": "2026-11-22", "nationality_1": "FR"}).status_code == 200


# Acts and forms at their provisions


def test_a_provision_lists_the_acts_and_forms_that_rest_on_it(client):
    text = page(client, "/law/pct/rule-26bis.1(a)/")
    assert "Add a priority claim" in text
    assert "PCT/RO/111" in text


def test_what_stands_against_an_act_stands_at_its_provision(client):
    text = page(client, "/law/pct/rule-54.2/")
    assert all(bar.message in text for bar in pct.BARS if bar.cites == "PCT Rule 54.2")


def test_a_form_says_what_it_is_and_which_acts_it_serves(client):
    text = page(client, "/law/pct/form-IPEA_401/")
    assert pct.form("PCT/IPEA/401").title in text
    assert pct.act("demand").title in text


def test_every_form_has_a_page(client):
    for one in list(pct.forms().values())[::9]:
        slug = one.cites.removeprefix("PCT Form ").replace("/", "_")
        assert client.get(f"/law/pct/form-{slug}/").status_code == 200
