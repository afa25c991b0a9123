"""A version of the notice is kept as it was; what differs is computed; a material change is told, or accepted, once."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from chancery.core.personal import WITH_ACCOUNT, Basis, Category, Cookie, Disposal, Field, Holding, Keep, Subject, Until
from chancery.core.refusal import Refused
from chancery.records.accounts import actions as accounts
from chancery.records.accounts.models import User
from chancery.records.privacy import changes, firms, queries, versions
from chancery.records.privacy.notice import Office, Processor, read, written
from chancery.records.privacy.notice_models import NoticeVersion
from chancery.records.privacy.stores import Store
from chancery.records.privacy.wording import parted
from chancery.treaties.kernel import Period

AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
LATER = AT + timedelta(days=1)
TERMS = Field(
    category=Category.NAME, purpose="to greet", basis=Basis.CONTRACT, keep=WITH_ACCOUNT, disposal=Disposal.ERASE
)
USER = Holding(model="accounts.User", what="Accounts", fields={"name": TERMS, "email": TERMS})
COOKIE = Cookie(name="crumb", purpose="tastes", lifetime="a day", when="at tea")


def told(*holdings, **more):
    return queries.notice(holdings or (USER,), office=Office(name="Office", contact="office@example.org"), **more)


def with_name(**otherwise):
    return told(replace(USER, fields={**USER.fields, "name": replace(TERMS, **otherwise)}))


OLD = told()


@pytest.fixture
def alice(db):
    user_id = accounts.open_account("alice@example.org", name="Alice", password="correct horse")
    User.objects.filter(pk=user_id).update(joined_at=AT - timedelta(days=9))
    return user_id


@pytest.mark.parametrize(
    ("new", "aspect"),
    [
        (with_name(category=Category.CONTACT), "category"),
        (with_name(purpose="to sell"), "purpose"),
        (with_name(basis=Basis.LEGITIMATE_INTEREST), "basis"),
        (with_name(recipients=("the neighbours",)), "recipients"),
        (with_name(keep=Keep(words="for ever", until=Until.LAW)), "keep"),
        (with_name(disposal=Disposal.KEEP_BY_LAW), "disposal"),
        (with_name(subject=Subject.NAMED), "subject"),
        (told(cookies=[COOKIE]), "new"),
        (told(processors=[Processor(name="Cloud Ltd", does="hosts", country="IE")]), "new"),
        (told(stores=[Store(key="tape", what="Tapes", settings=(), terms=TERMS)]), "new"),
        (told(replace(USER, fields={**USER.fields, "phone": replace(TERMS, purpose="to call")})), "new"),
        (told(USER, Holding(model="filing.Draft", what="Drafts", fields={"title": TERMS})), "new"),
    ],
)
def test_what_people_would_want_to_know_is_material(new, aspect):
    [change] = changes.changes(OLD, new)
    assert (change.aspect, change.material) == (aspect, True)


@pytest.mark.parametrize(
    ("old", "new", "aspect"),
    [
        (OLD, with_name(cites="GDPR Art. 6"), "cites"),
        (OLD, told(replace(USER, fields={"name": TERMS})), "gone"),
        (OLD, told(replace(USER, fields={**USER.fields, "first_name": TERMS})), "new"),
        (told(cookies=[COOKIE]), OLD, "gone"),
        (OLD, replace(OLD, office=Office(name="Office", contact="desk@example.org")), "contact"),
    ],
)
def test_less_than_before_and_the_same_under_another_name_is_not_material(old, new, aspect):
    [change] = changes.changes(old, new)
    assert (change.aspect, change.material) == (aspect, False)


def test_a_changed_period_of_a_setting_is_material():
    before, after = (
        with_name(keep=Keep(words="a while", until=Until.PERIOD, period=Period(months=months), since="joined_at"))
        for months in (12, 24)
    )
    [change] = changes.changes(before, after)
    assert (change.before, change.after, change.material) == ("a while · 12 months", "a while · 24 months", True)


def test_nothing_differs_from_itself_once_it_was_kept(db):
    whole = queries.current()
    assert changes.changes(read(written(whole).content), whole) == ()


def test_the_same_change_of_several_fields_is_told_once():
    terms = replace(TERMS, recipients=("the neighbours",))
    [change] = changes.changes(OLD, told(replace(USER, fields={"name": terms, "email": terms})))
    assert change.names == ("name", "email")


def test_what_is_new_in_a_table_is_told_once():
    fields = {"phone": replace(TERMS, purpose="to call"), "address": replace(TERMS, purpose="to write")}
    [change] = changes.changes(OLD, told(replace(USER, fields={**USER.fields, **fields})))
    assert (change.names, change.after) == (("phone", "address"), "to call · to write")
    assert parted(change.after) == "to call; to write"
    assert parted("a while · 1 year and 3 days") == "a while; 1 year, 3 days"


def test_a_version_is_made_only_where_something_changed(db):
    assert versions.publish(OLD, at=AT) == 1
    assert versions.publish(OLD, at=LATER) is None
    assert versions.publish(with_name(purpose="to sell"), at=LATER) == 2
    assert [(one.number, one.material) for one in versions.versions()] == [(2, True), (1, False)]
    assert versions.version(1).told == read(written(OLD).content)


def test_a_kept_version_that_was_tampered_with_shows(client, db):
    versions.publish(OLD, at=AT)
    assert "unchanged since" in client.get("/privacy/versions/1/").content.decode()
    NoticeVersion.objects.update(content=written(with_name(purpose="to sell")).content)
    assert "not what was recorded" in client.get("/privacy/versions/1/").content.decode()


def test_a_material_change_is_written_to_everybody_once(alice):
    sent = []
    versions.publish(OLD, at=AT)
    assert versions.tell(at=AT, send=lambda person, **more: sent.append((person, more["subject"]))) == 0
    versions.publish(with_name(purpose="to sell"), at=AT)
    for _again in range(2):
        versions.tell(at=LATER, send=lambda person, **more: sent.append((person, more["subject"])))
    assert sent == [(alice, "The privacy notice has changed")]


def test_whoever_came_after_the_change_is_not_told_of_it(alice):
    versions.publish(OLD, at=AT)
    versions.publish(with_name(purpose="to sell"), at=AT)
    User.objects.update(joined_at=LATER)
    assert versions.tell(at=LATER, send=lambda *_a, **_m: pytest.fail("nobody is to be written to")) == 0


def test_a_letter_that_could_not_be_owed_is_owed_at_the_next_try(alice):
    versions.publish(OLD, at=AT)
    versions.publish(with_name(purpose="to sell"), at=AT)

    def broken(*_arguments, **_more):
        raise OSError("no store")

    with pytest.raises(OSError, match="no store"):
        versions.tell(at=LATER, send=broken)
    assert versions.tell(at=LATER, send=lambda *_a, **_m: True) == 1


def test_a_new_processor_makes_a_version_that_is_material(db):
    versions.publish(queries.current(), at=AT)
    firms.engage(
        name="Archive Ltd", does="keeps tapes", country="CH", holds=["mail.Letter"], known={"mail.Letter"}, at=LATER
    )
    newest = queries.newest()
    assert (newest.number, newest.material) == (2, True)
    assert [one.name for one in newest.told.processors] == ["Archive Ltd"]
    firms.end(firms.engaged()[0].pk, at=LATER)
    assert (queries.newest().number, queries.newest().material) == (3, False)


def test_a_processor_gets_only_what_is_declared(db):
    with pytest.raises(Refused, match="from what is declared"):
        firms.engage(name="A", does="b", country="CH", holds=["moon.Dust"], known={"mail.Letter"}, at=AT)


def test_an_acceptance_is_recorded_with_version_and_time(alice, client):
    versions.publish(OLD, at=AT)
    assert queries.due(alice) == 1
    client.force_login(User.objects.get(pk=alice))
    assert client.post("/privacy/accept/", {"version": "1", "next": "/docket/"})["Location"] == "/docket/"
    [(number, at)] = versions.accepted(alice)
    assert number == 1
    assert at.tzinfo is not None
    assert queries.due(alice) is None
    assert "I have seen it" not in client.get("/privacy/accept/").content.decode()


def test_only_the_newest_version_can_be_accepted(alice, client):
    versions.publish(OLD, at=AT)
    versions.publish(with_name(purpose="to sell"), at=AT)
    client.force_login(User.objects.get(pk=alice))
    page = client.post("/privacy/accept/", {"version": "1"})
    assert page.status_code == 422
    assert "changed once more" in page.content.decode()
    assert versions.accepted(alice) == []


def test_a_change_that_is_not_material_asks_for_nothing_again(alice):
    versions.publish(OLD, at=AT)
    versions.accept(1, by=alice, at=AT)
    versions.publish(with_name(cites="GDPR Art. 6"), at=LATER)
    assert queries.due(alice) is None
    versions.publish(with_name(purpose="to sell"), at=LATER)
    assert queries.due(alice) == 3


def test_acceptance_leads_nowhere_outside(alice, client):
    versions.publish(OLD, at=AT)
    client.force_login(User.objects.get(pk=alice))
    page = client.post("/privacy/accept/", {"version": "1", "next": "https://evil.example/"})
    assert page["Location"] == "/privacy/rights/"


def test_history_difference_and_feed_are_open_to_everybody(client, db):
    assert "No version has been recorded yet" in client.get("/privacy/versions/").content.decode()
    versions.publish(OLD, at=AT)
    versions.publish(with_name(purpose="to sell"), at=LATER)
    assert "1 change, before and after" in client.get("/privacy/versions/").content.decode()
    page = client.get("/privacy/versions/1/2/").content.decode()
    assert "to greet" in page
    assert "to sell" in page
    feed = client.get("/privacy/versions/feed.atom")
    assert feed["Content-Type"].startswith("application/atom+xml")
    assert feed.content.decode().count("<entry>") == 2
    assert client.get("/privacy/versions/1/9/").status_code == 404
