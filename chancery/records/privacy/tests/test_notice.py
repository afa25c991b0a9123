"""The notice says what the declarations say; a person's copy holds that person's rows and nobody else's."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from django.conf import settings

from chancery.core.personal import WITH_ACCOUNT, Basis, Category, Cookie, Disposal, Field, Holding, Keep, Until
from chancery.records.accounts import actions as accounts
from chancery.records.accounts.models import User
from chancery.records.privacy import queries
from chancery.records.privacy.notice import Office, Processor, Row, overrides, read, written
from chancery.records.privacy.summary import BASES, CATEGORIES, summary

AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
TERMS = Field(
    category=Category.NAME, purpose="to greet", basis=Basis.CONTRACT, keep=WITH_ACCOUNT, disposal=Disposal.ERASE
)
OFFICE = Office(name="Office", contact="office@example.org")
HOLDINGS = (
    Holding(model="accounts.User", what="Accounts", fields={"name": TERMS, "email": TERMS}),
    Holding(model="core.Head", what="How long the ledger is", impersonal=("id", "size")),
)
COOKIE = Cookie(name="crumb", purpose="tastes", lifetime="a day", when="at tea")


@pytest.fixture
def alice(db):
    return person("alice@example.org", "Alice Cooper")


@pytest.fixture
def bob(db):
    return person("bob@example.org", "Bob Marley")


def person(email, name):
    user = accounts.open_account(email, name=name, password="correct horse")
    accounts.make_token(f"token of {name}", by=user, at=AT)
    accounts.grant(user, role="operator", by=None, at=AT)
    return user


def copy_of(client, user_id):
    client.force_login(User.objects.get(pk=user_id))
    return client.get("/privacy/mine")


def test_fields_on_the_same_terms_are_told_once():
    room = queries.notice(HOLDINGS, office=OFFICE).rooms[0]
    assert (room.key, room.holdings[0].rows) == ("accounts", (Row(names=("name", "email"), terms=TERMS),))


def test_a_table_without_personal_data_is_named_as_such():
    assert queries.notice(HOLDINGS, office=OFFICE).impersonal == (("core.Head", "How long the ledger is"),)


def test_a_service_that_holds_nothing_says_so():
    told = queries.notice(HOLDINGS, office=OFFICE)
    assert {room.key: len(room.holdings) for room in told.services}["search"] == 0


def test_a_service_says_where_it_differs_from_what_holds_everywhere():
    otherwise = replace(TERMS, keep=Keep(words="three days", until=Until.OTHER, of="draft"), recipients=("the public",))
    mine = Holding(model="filing.Draft", what="Drafts", fields={"title": otherwise})
    told = queries.notice((*HOLDINGS, mine), office=OFFICE)
    found = [(one.aspect, one.general, one.here) for one in overrides(told, told.room("filing"))]
    assert found == [
        ("keep", ("as long as the account exists",), ("three days",)),
        ("recipients", (), ("the public",)),
    ]


def test_a_service_on_the_general_terms_differs_nowhere():
    mine = Holding(model="filing.Draft", what="Drafts", fields={"title": TERMS})
    told = queries.notice((*HOLDINGS, mine), office=OFFICE)
    assert overrides(told, told.room("filing")) == []


def test_the_page_tells_every_purpose_and_every_cookie(client, db):
    text = client.get("/privacy/").content.decode()
    assert "to sign you in and to write to you" in text
    assert 'id="mail"' in text
    assert "keeps you signed in" in text


def test_the_summary_is_five_sentences_made_of_the_declarations():
    told = queries.notice(HOLDINGS, office=OFFICE, cookies=[COOKIE])
    said = summary(told)
    assert said[0] == "The office keeps one kind of data about people: names; nothing else is in the system."
    assert said[1].startswith("It does so above all because you have an account;")
    assert said[2].startswith("100 % of it goes with your account")
    assert said[3].startswith("Of 1 tables, somebody besides you and the office sees something of 0;")
    assert said[3].endswith("No firm handles them for the office.")
    assert said[4].endswith("There is one cookie, and it is not set before you need it.")
    with_a_firm = replace(told, processors=(Processor(name="Archive Ltd", does="keeps tapes", country="CH"),))
    assert summary(with_a_firm)[3].endswith("For the office they are handled by Archive Ltd.")


def test_every_kind_of_data_and_every_basis_has_words():
    assert set(CATEGORIES) == set(Category) - {Category.NONE}
    assert set(BASES) == set(Basis)


@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
def test_the_notice_and_every_service_have_a_page_in_every_language(client, db, language):
    client.cookies["language"] = language
    for room in queries.current().rooms:
        page = client.get(f"/privacy/services/{room.key}/")
        assert page.status_code == 200, room.key
        assert page["Content-Language"] == language
    assert client.get("/privacy/").status_code == 200


def test_a_service_that_is_not_there_has_no_page(client, db):
    assert client.get("/privacy/services/telegrams/").status_code == 404


def test_the_notice_is_there_as_json(client, db):
    data = client.get("/privacy/notice.json").json()
    assert {"accounts", "register", "mail", "fees"} <= {room["key"] for room in data["rooms"]}
    assert "session" in {cookie["name"] for cookie in data["cookies"]}
    assert "log" in {store["key"] for store in data["stores"]}


def test_a_notice_is_the_same_after_it_was_written_and_read(db):
    text = written(queries.current())
    assert written(read(text.content)).digest == text.digest


def test_my_copy_holds_my_rows(client, alice):
    held = copy_of(client, alice).json()["held"]
    assert [row["email"] for row in held["accounts.User"]] == ["alice@example.org"]
    assert [row["label"] for row in held["accounts.Token"]] == ["token of Alice Cooper"]
    assert held["accounts.RoleGrant"][0]["role"] == "operator"


def test_my_copy_holds_nobody_elses_rows(client, alice, bob):
    accounts.grant(bob, role="officer", by=alice, at=AT)  # alice acted, but the grant is bob's
    text = copy_of(client, alice).content.decode()
    assert "Bob" not in text
    assert "bob@" not in text
    for rows in json.loads(text)["held"].values():
        for row in rows:
            assert bob not in {row.get(name) for name in ("user", "recipient", "owner", "officer")}


def test_my_copy_shows_no_secret(client, alice):
    held = copy_of(client, alice).json()["held"]
    assert held["accounts.User"][0]["password"] == queries.WITHHELD
    assert held["accounts.Token"][0]["digest"] == queries.WITHHELD


def test_a_stranger_has_no_copy(client, db):
    assert client.get("/privacy/mine").status_code == 302
