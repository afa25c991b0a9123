"""Particulars of a registration's life: an invitation to an Office, which party is kept, who takes a part over."""

from datetime import UTC, date, datetime

import pytest

from chancery.records.accounts.models import User
from chancery.records.register import actions, events, queries
from chancery.records.register.models import Contact
from chancery.records.register.tests.lived import AT, enter, holder, published

LATER = datetime(2026, 10, 1, 10, tzinfo=UTC)
PART = {"new_name": "Boris Buyer", "new_address": "2 Quai", "new_country": "FR", "holder": "FR"}

pytestmark = pytest.mark.django_db


def stated(act: str, office: str, on: str, **known: object) -> events.OfficeStated:
    return events.OfficeStated(statement=1, office=office, act=act, on=on, **known)  # type: ignore[arg-type]


def invited(rule: str) -> events.IrregularityNotified:
    return events.IrregularityNotified(
        notice=1,
        rule=rule,
        findings=({"cites": "Madrid Rule 17(2)(vii)", "message": "No time for an answer.", "field": ""},),
        dated="2026-08-17",
        due="2026-10-19",
        remedied_by="Office of a designated party",
        party="FR",
    )


def test_an_office_that_completes_its_refusal_has_answered_the_invitation() -> None:
    number = published("madrid")
    enter(number, stated("refuse", "FR", "2026-08-03"), invited("18(1)(d)"))
    file = queries.registration(number)
    assert file is not None
    assert [one.rule for one in file.open_notices] == ["18(1)(d)"]
    assert {life.code: life.tone for life in file.lives(on=date(2026, 9, 1))}["FR"] == "waits"
    enter(number, stated("complete_refusal", "FR", "2026-09-07", answer_until="2026-12-07"))
    file = queries.registration(number)
    assert file is not None
    assert file.open_notices == ()
    assert {life.code: life.tone for life in file.lives(on=date(2026, 9, 8))}["FR"] == "refused"


def test_another_office_that_states_something_answers_nothing() -> None:
    number = published("madrid")
    enter(
        number,
        stated("refuse", "FR", "2026-08-03"),
        invited("18(1)(d)"),
        stated("complete_refusal", "JP", "2026-09-07"),
    )
    file = queries.registration(number)
    assert file is not None
    assert len(file.open_notices) == 1


def test_what_fell_with_the_basic_mark_is_cancelled_on_the_day_of_the_entry() -> None:
    number = published("madrid")
    enter(number, stated("notify_ceasing", "CH", "2026-08-03"), at=LATER)
    file = queries.registration(number)
    assert file is not None
    assert file.facts.record.cancelled_at_origin_on == date(2026, 10, 1)


def test_a_renewal_keeps_the_party_that_the_holder_names() -> None:
    number = published("madrid")
    asked = events.RequestPresented(request=1, act="renew", received_on="2036-02-01", facts={"keep": "FR"})
    enter(
        number,
        stated("refuse", "FR", "2026-08-03"),
        stated("confirm_refusal", "FR", "2027-02-01"),
        asked,
        events.RequestRecorded(request=1, recorded_on="2036-03-02", cites="Madrid Rule 31(1)"),
    )
    file = queries.registration(number)
    assert file is not None
    assert file.requests[0].asked.keep == ("FR",)
    assert {life.code: life.tone for life in file.lives(on=date(2036, 3, 3))}["FR"] == "refused"


def parted(**facts: str) -> str:
    """A registration of which France goes to a new owner."""
    number = published("madrid")
    enter(
        number,
        events.RequestPresented(
            request=1, act="change_ownership", received_on="2026-09-01", parties=("FR",), facts=PART | facts
        ),
        events.RequestRecorded(request=1, recorded_on="2026-09-01", cites="Madrid Rule 27(1)"),
    )
    return number


def test_how_a_new_owner_is_reached_is_not_in_the_ledger() -> None:
    number = parted(new_email="boris@example.org")
    assert "boris@example.org" not in str([entry.body for entry in queries.timeline(number)])
    assert queries.new_owner(number, "Boris Buyer") == "boris@example.org"
    assert queries.new_owner(number, "Somebody Else") == ""


def test_the_new_owner_of_a_part_acts_on_its_file_and_the_old_one_may_look() -> None:
    number = parted(new_email="boris@example.org")
    boris = User.objects.create_user(email="boris@example.org")
    file = queries.registration(number)
    assert file is not None
    part = actions.split_registration(file, request=1, cites="Madrid Rule 27(2)", at=AT, owner=boris.pk)
    on = date(2026, 9, 2)
    assert queries.level(part, boris.pk, on=on) == "owner"
    assert queries.level(part, holder(), on=on) == "viewer"
    assert queries.level(number, boris.pk, on=on) is None
    assert queries.holders(part) == [holder(), boris.pk]
    assert Contact.objects.get(number=part, name="Boris Buyer").email == "boris@example.org"


def test_without_an_account_of_the_new_owner_the_old_one_acts_on() -> None:
    number = parted()
    file = queries.registration(number)
    assert file is not None
    part = actions.split_registration(file, request=1, cites="Madrid Rule 27(2)", at=AT)
    assert queries.level(part, holder(), on=date(2026, 9, 2)) == "owner"
