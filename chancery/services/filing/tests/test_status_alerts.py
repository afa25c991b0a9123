"""Alerts on registrations: each change in a party once, each day of a renewal once, to whoever wants them."""

from datetime import date, datetime, timedelta

import pytest

from chancery.core import follow
from chancery.core.models import OutboxItem
from chancery.records.accounts import actions as accounts
from chancery.records.mail import actions as mail
from chancery.records.mail.models import Item, Note
from chancery.records.register import actions as register
from chancery.records.register import events
from chancery.services.filing.followers import FRESH, StatusAlerts
from chancery.services.filing.registrations.tests.filed import FILED, NOW, happens, registered

pytestmark = pytest.mark.django_db
HOST = {"EMAIL_HOST": "127.0.0.1"}
GRANT = events.OfficeStated(statement=1, office="FR", act="grant", on="2026-10-01")
OLD, TOLD = date(2016, 3, 1), date(2016, 4, 4)


@pytest.fixture
def amina() -> int:
    return accounts.open_account("amina@example.org", name="Amina", password="long enough to sign in")


@pytest.fixture
def bo() -> int:
    return accounts.open_account("bo@example.org", name="Bo", password="long enough to sign in")


def follows(at: datetime = NOW) -> None:
    follow.catch_up([StatusAlerts()], at=at)
    assert not OutboxItem.objects.exclude(trouble="").exists()


def told(user: int) -> list[str]:
    return [
        f"{one.subject} | {one.body}" for one in Item.objects.filter(recipient_id=user, service="filing").order_by("pk")
    ]


def day(text: str) -> datetime:
    return datetime.fromisoformat(f"{text}T09:00:00+00:00")


def test_a_change_in_a_party_is_told_once_in_one_line(amina: int) -> None:
    number = registered("madrid", amina)
    happens(number, GRANT, at=NOW)
    follows()
    follows()
    assert told(amina) == [f"{number}, FR: Protected | FR France: Protected"]
    assert Item.objects.get().link == f"/filing/{number.replace('/', '-')}/#lives"


def test_what_changes_no_status_is_not_told(amina: int) -> None:
    number = registered("madrid", amina)
    asked = events.RequestPresented(request=1, act="renounce", received_on="2026-11-10", parties=("NO",))
    happens(number, asked, at=NOW)
    follows()
    assert told(amina) == []


@pytest.mark.parametrize("act", ["refuse", "confirm_refusal", "invalidate"])
def test_refusal_final_decision_and_invalidation_are_told(amina: int, act: str) -> None:
    number = registered("madrid", amina)
    first = "grant" if act == "invalidate" else "refuse"
    happens(number, events.OfficeStated(statement=1, office="FR", act=first, on="2026-10-01"), at=NOW)
    if act != first:
        happens(number, events.OfficeStated(statement=2, office="FR", act=act, on="2026-11-02"), at=NOW)
    follows()
    assert len(told(amina)) == (1 if act == first else 2)
    assert len(set(told(amina))) == len(told(amina))


def test_a_lapse_is_told_in_every_party(amina: int) -> None:
    number = registered("madrid", amina, on=OLD, told=TOLD)
    happens(number, events.RegistrationLapsed(what="lapsed", on="2026-03-01", cites="Madrid Rule 31(4)(a)"), at=NOW)
    follows()
    [one] = told(amina)
    assert one.startswith(f"{number}: new status in FR NO JP | FR France: ")
    assert len(one.splitlines()) == 3


def test_an_office_that_begins_to_tell_does_not_tell_its_history(amina: int) -> None:
    number = registered("madrid", amina)
    happens(number, GRANT, at=NOW)
    follows(at=NOW + FRESH + timedelta(minutes=1))
    assert told(amina) == []


# Who, and by which mail


def test_others_are_told_by_their_own_choice(amina: int, bo: int) -> None:
    number = registered("madrid", amina)
    register.share(number, user=bo, level="viewer", until=date(2027, 1, 1), at=FILED)
    happens(number, GRANT, at=NOW)
    follows()
    assert told(bo) == []
    mail.switch("watched", on=True, user=bo, how="test", at=NOW)
    happens(number, events.OfficeStated(statement=2, office="NO", act="refuse", on="2026-10-02"), at=NOW)
    follows()
    assert [one.partition(" | ")[0] for one in told(bo)] == [f"{number}, NO: Provisionally refused"]


@pytest.mark.parametrize("way", ["delegation", "organisation"])
def test_a_member_of_an_organisation_and_a_delegate_are_among_them(amina: int, bo: int, way: str) -> None:
    number = registered("madrid", amina)
    if way == "delegation":
        accounts.delegate(to=bo, scope=number, level="viewer", by=amina, at=FILED)
    else:
        firm = accounts.found("Lamps & Sons", by=amina, at=FILED)
        accounts.join(accounts.invite(firm, "bo@example.org", by=amina, at=FILED), by=bo, at=FILED)
        register.share(number, organisation=firm, level="viewer", until=None, at=FILED)
    mail.switch("watched", on=True, user=bo, how="test", at=NOW)
    happens(number, GRANT, at=NOW)
    follows()
    assert len(told(bo)) == len(told(amina)) == 1


def test_nobody_else_is_told(amina: int, bo: int) -> None:
    number = registered("madrid", amina)
    mail.switch("watched", on=True, user=bo, how="test", at=NOW)
    register.share(number, user=bo, level="viewer", until=date(2026, 11, 1), at=FILED)
    happens(number, GRANT, at=NOW)
    follows()
    assert told(bo) == []


def test_who_has_said_no_is_told_nothing(amina: int) -> None:
    mail.switch("status", on=False, user=amina, how="test", at=NOW)
    happens(registered("madrid", amina), GRANT, at=NOW)
    follows()
    assert told(amina) == []


def test_who_has_the_letter_gets_no_second_mail_but_the_line_in_the_summary(amina: int, settings: object) -> None:
    settings.SMTP = HOST  # type: ignore[attr-defined]
    number = registered("madrid", amina)
    happens(number, GRANT, at=NOW)
    follows()
    assert (len(told(amina)), Note.objects.count()) == (1, 0)
    mail.choose_rhythm("daily", by=amina, at=NOW)
    happens(number, events.OfficeStated(statement=2, office="NO", act="refuse", on="2026-10-02"), at=NOW)
    follows()
    assert list(Item.objects.order_by("pk").values_list("held", flat=True)) == [False, True]


def test_others_have_it_by_mail_at_once(amina: int, bo: int, settings: object) -> None:
    settings.SMTP = HOST  # type: ignore[attr-defined]
    number = registered("madrid", amina)
    register.share(number, user=bo, level="viewer", until=date(2027, 1, 1), at=FILED)
    mail.switch("watched", on=True, user=bo, how="test", at=NOW)
    happens(number, GRANT, at=NOW)
    follows()
    assert [(one.kind, one.email) for one in Note.objects.all()] == [("watched", "bo@example.org")]


# Renewal


@pytest.mark.parametrize(
    ("system", "opens", "ends"), [("madrid", "2036-06-12", "2036-12-12"), ("hague", "2031-06-12", "2031-12-12")]
)
def test_the_window_and_the_grace_are_told_once_each(amina: int, system: str, opens: str, ends: str) -> None:
    number = registered(system, amina, on=date(2026, 12, 12), told=date(2026, 12, 20))
    follows(at=day(opens) - timedelta(days=1))
    assert told(amina) == []
    for _again in range(2):
        follows(at=day(opens))
    assert told(amina) == [f"{number}: it can be renewed | Renew it by {ends}."]
    for _again in range(2):
        follows(at=day(ends) + timedelta(days=1))
    assert len(told(amina)) == 2
    assert told(amina)[1].startswith(f"{number}: the months of grace have begun | The term ended on {ends}.")


def test_a_window_that_was_slept_through_is_no_news_in_the_grace(amina: int) -> None:
    registered("madrid", amina, on=date(2026, 12, 12), told=date(2026, 12, 20))
    follows(at=day("2037-01-05"))
    assert [one.partition(" | ")[0].partition(": ")[2] for one in told(amina)] == ["the months of grace have begun"]


def test_what_is_renewed_is_told_of_no_more_until_the_next_term(amina: int) -> None:
    number = registered("madrid", amina, on=date(2026, 12, 12), told=date(2026, 12, 20))
    follows(at=day("2036-07-01"))
    happens(number, events.RequestPresented(request=1, act="renew", received_on="2036-07-02"), at=day("2036-07-02"))
    follows(at=day("2036-12-20"))
    assert len(told(amina)) == 1
    recorded = events.RequestRecorded(request=1, recorded_on="2036-12-12", cites="Madrid Rule 31(1)")
    happens(number, recorded, at=day("2036-12-21"))
    follows(at=day("2036-12-21"))
    assert len(told(amina)) == 1
    follows(at=day("2046-07-01"))
    assert told(amina)[1].partition(" | ")[0] == f"{number}: it can be renewed"


def test_an_indication_has_no_term_to_be_told_of(amina: int) -> None:
    registered("lisbon", amina)
    follows(at=day("2046-07-01"))
    assert told(amina) == []
    assert not OutboxItem.objects.exists()
