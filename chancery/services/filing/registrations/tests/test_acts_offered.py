"""What a later act is offered for: what is left, what can be kept, who takes a part over."""

from datetime import UTC, date, datetime

import pytest

from chancery.records.accounts import actions as accounts
from chancery.records.register import events
from chancery.records.register import queries as rights
from chancery.services.filing.registrations import acts_doing as doing
from chancery.services.filing.registrations.acts_doing import EVERYTHING
from chancery.services.filing.registrations.acts_table import asks
from chancery.services.filing.registrations.tests.filed import NOW, does, file, happens, recorded, registered, sent

TODAY = NOW.date()
DUE = date(2036, 5, 4)
OWNER = {"new_name": "Boris Buyer", "new_address": "2 Quai", "new_country": "FR", "holder": "FR"}


@pytest.fixture
def amina(db: None) -> int:  # noqa: ARG001 - the database is there
    return accounts.open_account("amina@example.org", name="Amina", password="long enough to sign in")


def offered(number: str, key: str, name: str, on: date = TODAY) -> list[str]:
    """The codes or places among which a field lets choose."""
    one = file(number)
    field = asks(one.system.key)[key].fields(one, on).get(name)
    return [value for value, _label in field.choices()] if field else []


def test_a_design_that_was_given_up_is_not_offered_again(amina: int) -> None:
    number = registered("hague", amina)
    does(number, "limit_designs", by=amina, things=["1"])
    recorded(number, TODAY)
    assert offered(number, "limit_designs", "things") == ["0"]
    assert offered(number, "renew", "things", date(2031, 3, 3)) == ["0"]


def test_a_party_that_was_renounced_is_offered_for_a_designation_alone(amina: int) -> None:
    number = registered("madrid", amina)
    assert "FR" in offered(number, "renounce", "parties")
    does(number, "renounce", by=amina, parties=["FR"])
    recorded(number, TODAY)
    assert "FR" not in offered(number, "renounce", "parties")
    assert "FR" in offered(number, "designate", "parties")
    assert "CH" not in offered(number, "designate", "parties")  # the holder's own


def test_a_party_that_refused_everything_is_kept_in_a_renewal_by_a_tick(amina: int) -> None:
    number = registered("madrid", amina)
    for count, act in enumerate(("refuse", "confirm_refusal"), start=1):
        happens(number, events.OfficeStated(statement=count, office="FR", act=act, on=f"2026-0{count + 6}-01"))
    assert "FR" not in offered(number, "renew", "parties", DUE)
    assert offered(number, "renew", "keep", DUE) == ["FR"]
    at = datetime(2036, 5, 2, 9, tzinfo=UTC)
    doing.hand_in(number, "renew", sent(number, keep=["FR"]), by=amina, at=at)
    [asked] = file(number).open_requests
    assert (asked.facts, asked.asked.keep) == ({"keep": "FR"}, ("FR",))
    without = file(number).possible("renew", on=DUE, asked=EVERYTHING).fees
    kept = file(number).possible("renew", on=DUE, asked=asked.asked).fees
    assert {line.code for line in kept.lines} - {line.code for line in without.lines} == {"complementary_FR"}


def test_nothing_is_to_be_kept_where_nothing_is_refused(amina: int) -> None:
    assert offered(registered("madrid", amina), "renew", "keep", DUE) == []


def test_how_a_new_owner_is_reached_is_entered_beside_the_ledger_and_once(amina: int) -> None:
    number = registered("madrid", amina)
    once = sent(number, parties=["FR"], **OWNER, new_email="boris@example.org")
    first = doing.hand_in(number, "change_ownership", once, by=amina, at=NOW)
    assert doing.hand_in(number, "change_ownership", once, by=amina, at=NOW) == first
    assert len(file(number).requests) == 1
    assert "boris@example.org" not in str([entry.body for entry in rights.timeline(number)])
    assert rights.new_owner(number, "Boris Buyer") == "boris@example.org"
