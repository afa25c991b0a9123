"""Alerts: each newly published record that a search finds, once, and none left out, whatever happens in between."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.http import QueryDict

from chancery.core import follow, ledger
from chancery.core.models import OutboxItem
from chancery.core.refusal import Refused
from chancery.records.accounts import actions as accounts
from chancery.records.mail.models import Item, Note
from chancery.records.register import actions as register
from chancery.records.register.tests import lived
from chancery.services.search.alerts import alerts
from chancery.services.search.alerts import calls as alert_calls
from chancery.services.search.alerts import mail as alert_mail
from chancery.services.search.alerts import run as alert_run
from chancery.services.search.alerts.run import Alerts
from chancery.services.search.asking import question_of
from chancery.services.search.models import Alert, Call, Found, SavedSearch
from chancery.services.search.saved import saved
from chancery.services.search.tests.conftest import AT, record
from chancery.treaties import pct


@pytest.fixture
def ada(db):
    return accounts.open_account("ada@example.org", name="Ada", password="a long password")


def keeps(ada, text, collection="", way="feed", **more):
    pk = saved.save(question_of(QueryDict(text), collection), by=ada, at=AT)
    return Alert.objects.get(pk=alerts.begin(pk, way=way, **more, by=ada, at=AT))


def publish(*rows):
    register.import_records([record(*one) for one in rows], at=AT)


def follows(at=AT):
    follow.catch_up([Alerts()], at=at)


def keys(alert):
    return sorted(alert.found.values_list("key", flat=True))


def test_what_is_published_after_the_alert_began_is_told_and_nothing_before(ada):
    publish(("patents", "A1", "Pizza oven"))
    alert = keeps(ada, "q=pizza", "patents")
    publish(("patents", "A2", "Pizza stone"), ("patents", "A3", "Bread"), ("marks", "M1", "PIZZA"))
    follows()
    assert keys(alert) == ["A2"]
    follows()
    publish(("patents", "A4", "Two pizzas"))
    follows()
    assert keys(alert) == ["A2", "A4"]


def test_filters_dialect_and_exact_forms_count(ada):
    by_office = keeps(ada, "q=pizza&office=US")
    exact = keeps(ada, "q=pizza&stemming=off")
    cql = keeps(ada, 'q=ti%3D"pizza+stone"&dialect=cql')
    register.import_records(
        [record("patents", "US1", "Pizzas", office="US"), record("patents", "EP1", "Pizza stone", office="EP")], at=AT
    )
    follows()
    assert (keys(by_office), keys(exact), keys(cql)) == (["US1"], ["EP1"], ["EP1"])


def test_an_application_is_told_when_it_is_published_and_not_when_it_is_published_again(ada):
    alert = keeps(ada, "q=hinge")
    application = pct.Application(title="Hinge", parties=(pct.Party(name="Okafor, Amina", nationality="NG"),))
    number = register.file_application(application, documents=[], by=ada, at=AT).number
    follows()
    assert keys(alert) == []
    register.publish(number, kind_code="A2", on=AT.date(), issue="2026/47", after=1, at=AT)
    follows()
    assert len(keys(alert)) == 1
    late = keeps(ada, "q=hinge*")
    register.republish(number, kind_code="A3", on=AT.date(), issue="2026/48", after=2, at=AT)
    follows()
    assert (len(keys(alert)), keys(late)) == (1, [])


def test_a_registration_is_told_once_however_much_happens_to_it(ada):
    alert = keeps(ada, "", "marks")
    number = lived.registered("madrid")
    follows()
    assert keys(alert) == []
    lived.publish(number, AT.date())
    follows()
    found = keys(alert)
    assert len(found) == 1
    follows()
    assert keys(alert) == found


def test_judging_does_not_wait_for_the_public_index(ada):
    """Nothing here has read the records into it."""
    alert = keeps(ada, "q=pizza")
    publish(("patents", "A2", "Pizza stone"))
    follows()
    assert keys(alert) == ["A2"]


class Killed(BaseException):
    """The process is gone: nothing that catches exceptions sees it."""


@pytest.mark.parametrize("place", ["tell_found", "owe", "bulk_create", "_pass", "_index"])
@pytest.mark.django_db(transaction=True)
def test_killed_anywhere_nothing_is_lost_and_nothing_told_twice(settings, monkeypatch, place):
    settings.SMTP = "smtp://localhost"
    ada = accounts.open_account("ada@example.org", name="Ada", password="a long password")
    by_mail = keeps(ada, "q=pizza", way="mail", every="at once")
    hook = keeps(ada, "q=pizza+OR+bread", way="webhook", url="https://example.org/hook")
    idle = keeps(ada, "q=nothing")
    publish(("patents", "A2", "Pizza stone"), ("patents", "A3", "Bread"))
    owner = {
        "tell_found": alert_mail,
        "owe": alert_calls,
        "bulk_create": Found.objects,
        "_pass": alert_run,
        "_index": alert_run,
    }[place]
    real = getattr(owner, place)

    def dies(*args, **kwargs):
        if place == "bulk_create" or place.startswith("_"):
            raise Killed
        real(*args, **kwargs)  # after the deed, before the transaction is over
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(owner, place, dies)
        with pytest.raises(Killed):
            follows()
    for _ in range(2):
        follows(AT + timedelta(hours=1))
    assert (keys(by_mail), keys(hook), keys(idle)) == (["A2"], ["A2", "A3"], [])
    assert (Note.objects.count(), Item.objects.count(), Call.objects.count()) == (1, 1, 1)
    assert set(Alert.objects.values_list("through", flat=True)) == {ledger.size()}


def test_a_run_that_fails_is_tried_again_and_keeps_no_other_alert_waiting(ada, monkeypatch):
    bad, good = keeps(ada, "q=pizza"), keeps(ada, "q=stone")
    publish(("patents", "A2", "Pizza stone"))
    real = alert_run.Judge.matching

    def fails(judge, question):
        if question.text == "pizza":
            raise OSError("the disk is full")
        return real(judge, question)

    with monkeypatch.context() as patch:
        patch.setattr(alert_run.Judge, "matching", fails)
        follows()
    item = OutboxItem.objects.get(follower="search alerts")
    assert (item.delivered_at, item.attempts) == (None, 1)
    assert "the disk is full" in item.trouble
    assert (keys(bad), keys(good)) == ([], ["A2"])
    follows(AT + timedelta(minutes=1))
    assert (keys(bad), keys(good)) == (["A2"], ["A2"])


def test_one_that_cannot_be_told_keeps_those_written_with_it_from_nothing(ada, monkeypatch):
    bad, good, silent = keeps(ada, "q=pizza", way="mail", every="at once"), keeps(ada, "q=stone"), keeps(ada, "q=piz*")
    hook = keeps(ada, "q=pizza+stone", way="webhook", url="https://example.org/hook")
    publish(("patents", "A2", "Pizza stone"))
    with monkeypatch.context() as patch:
        patch.setattr(alert_mail, "tell_found", lambda *_args, **_named: 1 / 0)
        follows()
    assert "ZeroDivisionError" in OutboxItem.objects.get(follower="search alerts").trouble
    assert (keys(bad), keys(good), keys(silent), keys(hook)) == ([], ["A2"], ["A2"], ["A2"])
    follows(AT + timedelta(minutes=1))
    assert (keys(bad), Call.objects.count(), Item.objects.count()) == (["A2"], 1, 1)


def test_searches_that_ask_for_the_same_are_asked_once_however_they_are_sorted(ada, monkeypatch):
    asked, real = [], alert_run.Judge.matching
    monkeypatch.setattr(alert_run.Judge, "matching", lambda judge, one: asked.append(one.text) or real(judge, one))
    same = [keeps(ada, text) for text in ("q=pizza", "q=pizza&sort=newest", "q=pizza&group=family", "q=bread")]
    other = [keeps(ada, "q=pizza", "marks"), keeps(ada, "q=pizza&office=US"), keeps(ada, "q=pizza&stemming=off")]
    publish(("patents", "A2", "Pizza stone"))
    follows()
    assert sorted(asked) == ["bread", *["pizza"] * 4]
    assert [keys(one) for one in (*same, *other)] == [["A2"], ["A2"], ["A2"], [], [], [], ["A2"]]


def test_a_look_goes_as_far_as_the_ledger_has_come(ada, monkeypatch):
    """So the alerts keep up: the longer one look takes, the more records the next one sees at once."""
    alert, steps, real = keeps(ada, "q=pizza"), [], alert_run._step
    monkeypatch.setattr(
        alert_run, "_step", lambda entries, *rest, **named: steps.append(1) or real(entries, *rest, **named)
    )
    monkeypatch.setattr(Alerts, "batch", 5)
    publish(*(("patents", f"A{n}", f"Pizza {n}") for n in range(30)))
    follows()
    assert (len(steps), len(keys(alert))) == (1, 30)


def test_a_name_with_a_percent_sign_is_told_that_its_search_stands_still(ada):
    alert = keeps(ada, "q=pizza")
    SavedSearch.objects.update(asked="q=gone%3Apizza", name="100% All %s")
    publish(("patents", "A2", "Pizza stone"))
    follows()
    alert.refresh_from_db()
    assert "There is no field “gone”" in alert.trouble
    assert "“100% All %s” stands still" in Item.objects.get().subject


def test_a_query_that_can_no_longer_be_read_is_told_once_with_the_remedy_and_goes_on_where_it_stood(ada):
    alert = keeps(ada, "q=pizza")
    SavedSearch.objects.update(asked="q=gone%3Apizza")  # as if a field had been taken out of the language
    publish(("patents", "A2", "Pizza stone"))
    follows()
    publish(("patents", "A3", "Pizza oven"))
    follows()
    alert.refresh_from_db()
    assert "There is no field “gone”" in alert.trouble
    told = Item.objects.get()
    assert "stands still" in told.subject
    assert "put it in quotation marks" in told.body
    saved.change(alert.search_id, name="Pizza", wanted=question_of(QueryDict("q=pizza"), ""), by=ada)
    alert_run.catch_up(at=AT)
    assert keys(alert) == ["A2", "A3"]


def test_many_publications_in_many_steps_are_each_told_once(ada, monkeypatch):
    monkeypatch.setattr(alert_run, "BATCH", 7)
    early = keeps(ada, "q=pizza")
    publish(*(("patents", f"A{n}", f"Pizza {n}") for n in range(30)))
    late = keeps(ada, "q=pizza", "patents")
    publish(*(("patents", f"B{n}", f"Pizza {n}") for n in range(30)))
    follows()
    assert (len(keys(early)), len(keys(late))) == (60, 30)


def test_an_alert_is_judged_once_by_two_runners(ada):
    """Both have read it before either has written."""
    alert = keeps(ada, "q=pizza")
    publish(("patents", "A2", "Pizza stone"))
    first, second = (Alert.objects.select_related("search").get(pk=alert.pk) for _ in range(2))
    entry = ledger.entry(ledger.size())
    news = {entry.number: alert_run._published_by(entry)}
    noted = [alert_run._written([(one, news)], last=entry.number, at=AT) for one in (first, second)]
    assert noted == [1, 0]
    assert keys(alert) == ["A2"]


# Mail


def test_mail_at_once_names_the_records_and_stands_in_the_inbox(ada, settings):
    settings.SMTP = "smtp://localhost"
    keeps(ada, "q=pizza", way="mail", every="at once")
    publish(*(("patents", f"A{n}", f"Pizza {n}") for n in range(23)))
    follows()
    [note], [item] = Note.objects.all(), Item.objects.all()
    assert note.subject.endswith("23 new records in “pizza”")
    assert "/search/patents/A0/" in note.body
    assert "and 3 more." in note.body
    assert item.link.startswith("/search/saved/")
    assert (note.kind, item.service) == ("alert", "search")


def test_a_daily_summary_is_written_in_the_morning_and_once(ada):
    keeps(ada, "q=pizza", way="mail", every="daily")
    publish(("patents", "A2", "Pizza stone"))
    follows()
    assert alert_mail.send_summaries(alerts.where, at=AT + timedelta(hours=8)) == 0
    tomorrow = AT + timedelta(hours=24)
    assert [alert_mail.send_summaries(alerts.where, at=tomorrow) for _ in range(2)] == [1, 0]
    assert Item.objects.count() == 1
    assert not Found.objects.filter(told=False).exists()


def test_a_weekly_summary_waits_for_monday(ada):
    """The 22nd of November 2026 is a Sunday."""
    keeps(ada, "q=pizza", way="mail", every="weekly")
    later = AT + timedelta(days=2)
    alert_mail.send_summaries(alerts.where, at=AT + timedelta(days=1))
    publish(("patents", "A2", "Pizza stone"))
    follows(later)
    Alert.objects.update(said_at=later)
    assert alert_mail.send_summaries(alerts.where, at=later + timedelta(days=4)) == 0
    assert alert_mail.send_summaries(alerts.where, at=later + timedelta(days=6)) == 1


def test_whoever_has_switched_the_mail_off_gets_none_of_it_and_is_told_so_on_the_page(ada, client, settings):
    from chancery.records.accounts.models import User
    from chancery.records.mail import actions as mail

    alert = keeps(ada, "q=pizza", way="mail", every="at once")
    mail.switch("alert", on=False, user=ada, how="test", at=AT)
    publish(("patents", "A2", "Pizza stone"))
    follows()
    assert (keys(alert), Item.objects.count()) == (["A2"], 0)
    client.force_login(User.objects.get(pk=ada))
    assert "You have switched this mail off" in client.get(f"/search/saved/{alert.search_id}/").content.decode()


# Beginning and ending


@pytest.mark.parametrize(
    ("way", "every", "url"),
    [
        ("pigeon", "", ""),
        ("mail", "hourly", ""),
        ("webhook", "", "http://example.org/"),
        ("webhook", "", "https://user:word@example.org/"),
        ("webhook", "", "ftp://example.org/"),
        ("webhook", "", "https://"),
        ("webhook", "", "https://example.org:99999/"),
        ("webhook", "", "https://exa mple.org/"),
        ("webhook", "", "https://example.org/\r\nX: 1"),
        ("webhook", "", "https://éxample.org/"),
        ("webhook", "", "https://[::1"),
        ("webhook", "", "https://example.org/" + "x" * 500),
    ],
)
def test_what_cannot_be_an_alert_is_refused(ada, way, every, url):
    with pytest.raises(Refused):
        keeps(ada, "q=pizza", way=way, every=every, url=url)


def test_the_same_alert_begun_twice_is_one(ada):
    assert keeps(ada, "q=pizza", way="mail", every="daily").pk == keeps(ada, "q=pizza", way="mail", every="weekly").pk
    assert Alert.objects.get().every == "weekly"


def test_nobody_ends_or_changes_anothers_alert(ada):
    alert = keeps(ada, "q=pizza", way="mail", every="daily")
    eve = accounts.open_account("eve@example.org", name="Eve", password="a long password")
    alerts.end(alert.pk, by=eve)
    for act in (
        lambda: alerts.go_on(alert.pk, by=eve, at=AT),
        lambda: alerts.write_as_often(alert.pk, every="weekly", by=eve),
        lambda: alert_calls.try_out(alert.pk, by=eve, at=AT),
    ):
        with pytest.raises(Refused), transaction.atomic():
            act()
    assert Alert.objects.get().every == "daily"


def test_a_person_forgotten_leaves_neither_searches_nor_alerts(ada, settings):
    settings.SMTP = "smtp://localhost"
    keeps(ada, "q=pizza", way="mail", every="at once")
    alerts.ask(question_of(QueryDict("q=pizza"), ""), every="daily", email="ADA@example.org", language="en", at=AT)
    alerts.ask(question_of(QueryDict("q=pizza"), ""), every="daily", email="bo@example.org", language="en", at=AT)
    publish(("patents", "A2", "Pizza stone"))
    follows()
    assert alerts.forget_person(ada, at=AT) == {"search.SavedSearch": 2}
    assert list(Alert.objects.values_list("email", flat=True)) == ["bo@example.org"]
    assert not Found.objects.exists()
