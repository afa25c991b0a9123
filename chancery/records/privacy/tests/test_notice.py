"""The notice says what the declarations say; a person's copy holds that person's rows and nobody else's."""

import json
from datetime import UTC, datetime

import pytest

from chancery.core.personal import WITH_ACCOUNT, Basis, Category, Cookie, Disposal, Field, Holding
from chancery.records.accounts import actions as accounts
from chancery.records.accounts.models import User
from chancery.records.privacy import queries

AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
TERMS = Field(
    category=Category.NAME, purpose="to greet", basis=Basis.CONTRACT, keep=WITH_ACCOUNT, disposal=Disposal.ERASE
)
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
    [room] = queries.notice(HOLDINGS, [COOKIE]).rooms
    assert (room.key, room.holdings[0].rows) == ("accounts", (queries.Row(names=("name", "email"), terms=TERMS),))


def test_a_table_without_personal_data_is_named_as_such():
    assert queries.notice(HOLDINGS, []).impersonal == (("core.Head", "How long the ledger is"),)


def test_the_page_tells_every_purpose_and_every_cookie(client, db):
    text = client.get("/privacy/").content.decode()
    assert "to sign you in and to write to you" in text
    assert 'id="mail"' in text
    assert "keeps you signed in" in text


def test_the_notice_is_there_as_json(client, db):
    data = client.get("/privacy/notice.json").json()
    assert {"accounts", "register", "mail", "fees"} <= {room["key"] for room in data["rooms"]}
    assert "session" in {cookie["name"] for cookie in data["cookies"]}


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
