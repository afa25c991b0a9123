import pytest
from django.test import Client

pytestmark = pytest.mark.django_db
WHERE, ABROAD = "/law/pct/receiving-office/", "/law/pct/national-phase/"


def page(address: str, **facts: object) -> str:
    return Client().get(address, facts).content.decode()


def test_a_national_of_nigeria_who_lives_in_switzerland_has_these_offices():
    text = page(WHERE, on="2026-11-22", nationality_1="NG", residence_1="CH")
    for office in ("RO/CH", "RO/EP", "RO/NG", "RO/IB"):
        assert office in text
    assert "PCT Rule 19.1(a)" in text


def test_nobody_of_a_contracting_state_is_told_why():
    text = page(WHERE, on="2026-11-22", nationality_1="TW")
    assert "No Office is open" in text
    assert "is not a Contracting State" in text


def test_before_a_state_was_bound_there_is_only_what_was_open_then():
    text = page(WHERE, on="2024-12-31", nationality_1="UY")
    assert "RO/UY" not in text
    assert "bound only since 2025-01-07" in text


def test_each_office_says_until_when_and_at_what_cost():
    text = page(ABROAD, priority_date="2026-01-15", language="en", offices=["CA", "EP"], claims="20", sheets="40")
    assert "Basic national fee" in text
    assert "595.06" in text
    assert "2028" in text
    assert "read on" in text


def test_a_closed_national_route_names_the_regional_office():
    text = page(ABROAD, priority_date="2026-01-15", others="FR")
    assert "The national route is closed" in text


def test_what_no_schedule_says_is_named_as_not_known():
    assert "the schedule of fees of the Office NG" in page(ABROAD, priority_date="2026-01-15", others="NG")


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"priority_date": "soon", "offices": "CA"}, "YYYY-MM-DD"),
        ({"offices": "CA"}, "Give the priority date"),
        ({"priority_date": "2026-01-15"}, "Choose at least one Office"),
        ({"priority_date": "2026-01-15", "others": "QQ"}, "no such Office"),
    ],
)
def test_bad_facts_are_said_beside_their_field(facts, said):
    answer = Client().get(ABROAD, facts)
    assert answer.status_code == 400
    assert said in answer.content.decode()


def test_every_result_names_the_edition_of_the_law():
    from chancery.treaties.kernel.edition import edition

    assert edition() in page(ABROAD, priority_date="2026-01-15", offices="CA")
    assert edition() in page("/law/pct/fees/", receiving_office="IB", received_on="2026-11-22")
    assert edition() in page("/law/pct/time-limits/", receiving_office="IB", priority_1="2026-01-15")
