"""A person's own pages, and the operator's page of people."""

import re
from datetime import UTC, datetime

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import Client

from chancery.core.clock import now
from chancery.core.refusal import Denied, Refused
from chancery.records.accounts import actions, queries
from chancery.records.accounts.models import RoleGrant, User
from chancery.records.mail import actions as post

AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def alice(db):
    return actions.open_account("alice@example.org", name="Alice", password="correct horse")


@pytest.fixture
def op(db):
    op = actions.open_account("op@example.org", name="Op", password="correct horse")
    actions.grant(op, role="operator", by=None, at=AT)
    return op


@pytest.fixture
def as_alice(client, alice):
    client.force_login(User.objects.get(pk=alice))
    return client


@pytest.fixture
def as_op(client, op):
    client.post("/account/login/", {"login": "op@example.org", "password": "correct horse"})
    client.post("/account/reauthenticate/", {"password": "correct horse"})  # as before every dangerous act
    return client


def test_a_token_is_shown_once_and_works(as_alice, alice):
    text = as_alice.post("/account/tokens/", {"label": "nightly export"}).content.decode()
    [secret] = set(re.findall(r"chy_[\w-]+", text))
    assert queries.by_token(secret).pk == alice
    again = as_alice.get("/account/tokens/").content.decode()
    assert "nightly export" in again
    assert secret not in again


def test_a_token_without_a_name_is_refused_beside_its_field(as_alice, alice):
    answer = as_alice.post("/account/tokens/", {"label": " "})
    assert answer.status_code == 422
    assert "Give the token a name" in answer.content.decode()
    assert queries.tokens_of(alice) == []


def test_a_revoked_token_no_longer_works(as_alice, alice):
    secret = actions.make_token("old", by=alice, at=AT)
    as_alice.post(f"/account/tokens/{queries.tokens_of(alice)[0].id}/revoke")
    assert queries.by_token(secret) is None
    assert "revoked" in as_alice.get("/account/tokens/").content.decode()


def test_nobody_revokes_somebody_elses_token(as_alice, op):
    secret = actions.make_token("theirs", by=op, at=AT)
    as_alice.post(f"/account/tokens/{queries.tokens_of(op)[0].id}/revoke")
    assert queries.by_token(secret) is not None


def test_name_and_language_can_be_changed(as_alice, alice):
    assert (
        as_alice.post("/account/profile/", {"first_name": "Alice", "last_name": "Cooper", "language": "fr"}).status_code
        == 302
    )
    assert (queries.person(alice).name, queries.person(alice).language) == ("Alice Cooper", "fr")


def test_a_missing_name_or_unknown_language_is_told_and_nothing_is_lost(as_alice, alice):
    answer = as_alice.post("/account/profile/", {"last_name": "", "language": "xx"})
    assert answer.status_code == 422
    assert queries.person(alice).name == "Alice"
    with pytest.raises(Refused, match="does not write"):
        actions.change_profile(first_name="Alice", last_name="", language="xx", by=alice)


def test_the_operator_finds_people_and_gives_and_takes_roles(as_op, alice):
    assert "alice@example.org" in as_op.get("/account/people/?q=ali").content.decode()
    assert "alice@example.org" not in as_op.get("/account/people/?q=bob").content.decode()
    as_op.post(f"/account/people/{alice}/roles", {"role": "officer", "act": "grant"})
    assert queries.roles_of(alice) == {"officer"}
    text = as_op.get(f"/account/people/{alice}/").content.decode()
    assert "given by Op" in text
    as_op.post(f"/account/people/{alice}/roles", {"role": "officer", "act": "withdraw"})
    assert queries.roles_of(alice) == frozenset()


def test_the_last_operator_stays_operator(as_op, op):
    answer = as_op.post(f"/account/people/{op}/roles", {"role": "operator", "act": "withdraw"}, follow=True)
    assert "last operator" in answer.content.decode()
    assert queries.roles_of(op) == {"operator"}


def test_an_operator_whose_account_is_closed_does_not_count(op):
    former = actions.open_account("former@example.org", name="Former", password="correct horse")
    actions.grant(former, role="operator", by=None, at=AT)
    User.objects.filter(pk=former).update(is_active=False)
    with pytest.raises(Refused, match="last operator"):
        actions.withdraw(op, role="operator", by=op, at=AT)


@pytest.mark.parametrize("posted", [{"role": "king"}, {}, {"role": "officer\x00"}])
def test_an_unknown_role_is_refused(as_op, alice, posted):
    answer = as_op.post(f"/account/people/{alice}/roles", posted, follow=True)
    assert "There is no role" in answer.content.decode()
    assert not RoleGrant.objects.filter(user_id=alice).exists()


def test_an_account_that_does_not_exist_is_not_found(as_op):
    assert as_op.get("/account/people/999/").status_code == 404
    assert as_op.post("/account/people/999/roles", {"role": "officer"}, follow=True).status_code == 404


def test_people_are_for_operators_only(as_alice, alice):
    assert as_alice.get("/account/people/").status_code == 403
    assert as_alice.post(f"/account/people/{alice}/roles", {"role": "operator"}).status_code == 403
    assert queries.roles_of(alice) == frozenset()


def test_the_profile_can_be_taken_over_by_other_rooms(as_alice, alice):
    said = {"first_name": "Alice", "last_name": "Cooper", "address": "Rue du Lac 1", "country": "CH", "phone": "+41 22"}
    as_alice.post("/account/profile/", {**said, "language": "en", "reads": ["fr", "en", "ar"]})
    found = queries.profile(alice)
    assert (found.name, found.address, found.country) == ("Alice Cooper", "Rue du Lac 1", "CH")
    assert found.reads == ("ar", "fr")


def test_one_name_is_enough(as_alice, alice):
    as_alice.post("/account/profile/", {"first_name": "Sukarno", "last_name": "", "language": "en"})
    assert queries.profile(alice).name == "Sukarno"


def test_a_person_ends_one_session_and_nobody_elses(as_alice, alice, op):
    from allauth.usersessions.models import UserSession

    def session(user_id):
        return UserSession.objects.create(user_id=user_id, ip="192.0.2.1", user_agent="x", session_key=f"k{user_id}")

    mine, theirs = session(alice), session(op)
    as_alice.post(f"/account/sessions/{theirs.pk}/end")
    as_alice.post(f"/account/sessions/{mine.pk}/end")
    assert list(UserSession.objects.filter(pk__in=[mine.pk, theirs.pk])) == [theirs]


def test_who_signed_in_long_ago_is_asked_again_before_giving_a_role(client, alice, op):
    client.force_login(User.objects.get(pk=op))
    answer = client.post(f"/account/people/{alice}/roles", {"role": "officer", "act": "grant"})
    assert answer["Location"].startswith("/account/reauthenticate/")
    assert queries.roles_of(alice) == frozenset()


def test_an_operator_invites_somebody_to_the_office(as_op, client, alice):
    text = as_op.post("/account/people/invite/", {"email": "alice@example.org", "role": "officer"}).content.decode()
    link = re.search(r"/account/invitation/[\w-]+/", text)[0]
    assert "alice@example.org" in as_op.get("/account/people/invite/").content.decode()
    client.force_login(User.objects.get(pk=alice))
    assert "Officer" in client.get(link).content.decode()
    client.post(link, {"answer": "yes"})
    assert queries.roles_of(alice) == {"officer"}


CHROME = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36"
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; rv:130.0) Gecko/20100101 Firefox/130.0"


def test_a_sign_in_with_a_new_browser_is_noted_and_told(client, alice, settings, mailoutbox):
    settings.SMTP = {"EMAIL_HOST": "localhost"}
    for agent in (CHROME, CHROME, FIREFOX, FIREFOX):
        client.post(
            "/account/login/", {"login": "alice@example.org", "password": "correct horse"}, HTTP_USER_AGENT=agent
        )
        client.logout()
    post.send_due(at=now())
    [letter] = [one for one in mailoutbox if "new browser" in one.subject]
    assert letter.to == ["alice@example.org"]
    assert "Firefox, Windows" in letter.body
    lines = [one.what for one in queries.history_of(alice)]
    assert lines == [f"signed in for the first time with {name}" for name in ("Firefox, Windows", "Chrome, Linux")]


@pytest.mark.parametrize("leaked", ["qwertyuiop123", "Qwertyuiop123", "iloveyou1234"])
def test_a_password_from_a_known_breach_is_refused_and_nothing_typed_is_lost(client, db, leaked):
    posted = {"last_name": "Diallo", "email": "amara@example.org", "password1": leaked}
    text = client.post("/account/signup/", posted).content.decode()
    assert "appeared in a breach" in text
    assert "amara@example.org" in text
    assert not User.objects.exists()


def test_an_operator_ends_every_session_of_somebody(as_op, client, alice):
    theirs = Client()
    theirs.post("/account/login/", {"login": "alice@example.org", "password": "correct horse"})
    assert theirs.get("/account/profile/").status_code == 200
    as_op.post(f"/account/people/{alice}/sessions")
    assert theirs.get("/account/profile/").status_code == 302
    assert "ended every session of Alice" in [one.what for one in queries.history_of(alice)]


def test_nobody_else_ends_somebodys_sessions(as_alice, op):
    assert as_alice.post(f"/account/people/{op}/sessions").status_code == 403
    with pytest.raises(Denied):
        actions.end_sessions(op, by=User.objects.get(email="alice@example.org").pk, at=AT)


def test_who_has_one_way_besides_the_password_is_asked_for_another(as_alice, alice):
    user = User.objects.get(pk=alice)
    asked = "Add another one"
    assert asked not in as_alice.get("/account/2fa/").content.decode()
    TOTP.activate(user, generate_totp_secret())
    assert asked in as_alice.get("/account/2fa/").content.decode()
    Authenticator.objects.create(user=user, type=Authenticator.Type.WEBAUTHN, data={"name": "Key", "credential": {}})
    assert asked not in as_alice.get("/account/2fa/").content.decode()
