"""The way out of a mail (RFC 8058): a program posts without cookies and is answered; looking changes nothing."""

from datetime import UTC, datetime

import pytest
from django.test import Client

from chancery.records.accounts import actions as accounts
from chancery.records.mail import actions, queries, stopping
from chancery.records.mail.classes import MANDATORY
from chancery.records.mail.stopping import Stop
from chancery.records.privacy.models import Consent

AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
CLICK = {"List-Unsubscribe": "One-Click"}


@pytest.fixture
def alice(db):
    user = accounts.open_account("alice@example.org", name="Alice Cooper", password="correct horse")
    actions.switch("newsletter", on=True, user=user, how="test", at=AT)
    return user


@pytest.fixture
def program():
    """Another office's mail program: no cookies, and nothing lets it pass the CSRF check."""
    return Client(enforce_csrf_checks=True)


def way_out(kind="newsletter", **person):
    return stopping.address(Stop(kind=kind, **person)).removeprefix("http://localhost:8000")


def test_one_click_stops_the_mail_without_cookie_sign_in_or_redirect(program, alice):
    answer = program.post(way_out(user=alice), CLICK)
    assert (answer.status_code, dict(answer.cookies)) == (200, {})
    assert not queries.wanted("newsletter", user=alice)
    assert Consent.objects.latest("number").how == "one click in a mail program (RFC 8058)"


def test_clicking_twice_is_writing_once(program, alice):
    before = Consent.objects.count()
    for _ in range(2):
        assert program.post(way_out(user=alice), CLICK).status_code == 200
    assert Consent.objects.count() == before + 1


@pytest.mark.parametrize("method", ["get", "head"])
def test_looking_changes_nothing(program, alice, method):
    answer = getattr(program, method)(way_out(user=alice))
    assert answer.status_code == 200
    assert queries.wanted("newsletter", user=alice)
    assert b"alice" not in answer.content.lower()  # whoever has the address does not learn whose it is


def test_a_post_that_says_nothing_changes_nothing(program, alice):
    program.post(way_out(user=alice), {"hello": "there"})
    assert queries.wanted("newsletter", user=alice)


def test_coming_back_takes_as_many_steps_as_going(program, alice):
    program.post(way_out(user=alice), {"act": "stop"})
    assert not queries.wanted("newsletter", user=alice)
    program.post(way_out(user=alice), {"act": "again"})
    assert queries.wanted("newsletter", user=alice)


def test_all_of_it_stops_from_one_mail(program, alice):
    actions.switch("event", on=True, user=alice, how="test", at=AT)
    program.post(way_out(user=alice), {"act": "all"})
    assert [kind for kind in ("newsletter", "event", "reminder", "digest") if queries.wanted(kind, user=alice)] == []


def test_an_address_without_an_account_is_stopped_as_well(program, db):
    actions.switch("survey", on=True, email="bo@example.org", how="test", at=AT)
    program.post(way_out("survey", email="Bo@example.org"), CLICK)
    assert not queries.wanted("survey", email="bo@example.org")


def test_an_address_stops_its_own_class_and_its_own_person(program, alice, db):
    bob = accounts.open_account("bob@example.org", name="Bob Baker", password="correct horse")
    for kind in ("newsletter", "event"):
        actions.switch(kind, on=True, user=bob, how="test", at=AT)
    program.post(way_out(user=bob), CLICK)
    assert [queries.wanted("newsletter", user=bob), queries.wanted("event", user=bob)] == [False, True]
    assert queries.wanted("newsletter", user=alice)


def forged(alice):
    token = stopping.token(Stop(kind="newsletter", user=alice))
    flipped = "B" if token[5] != "B" else "C"
    yield from (
        "",
        "x",
        "A" * 24,
        token[:-4],
        token + "AAAA",
        token[:5] + flipped + token[6:],
        "é" * 20,
        "%00",
        "=" * 8,
    )


def test_an_address_that_the_office_has_not_made_does_nothing(program, alice):
    for token in filter(None, forged(alice)):
        assert program.post(f"/inbox/stop/{token}/", CLICK).status_code == 404, token
    assert queries.wanted("newsletter", user=alice)


@pytest.mark.parametrize("kind", [one.key for one in MANDATORY])
def test_mandatory_mail_has_no_way_out_even_sealed(program, alice, kind):
    assert program.post(way_out(kind, user=alice), CLICK).status_code == 404


def test_an_address_in_an_old_mail_works_after_the_key_was_changed(program, alice, settings):
    address = way_out(user=alice)
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another" * 8
    assert program.post(address, CLICK).status_code == 200
    assert not queries.wanted("newsletter", user=alice)


def test_what_is_sealed_is_not_read_from_the_address(alice):
    import base64

    token = stopping.token(Stop(kind="newsletter", email="bo@example.org"))
    plain = base64.urlsafe_b64decode(token + "=" * (-len(token) % 4))
    assert b"bo@" not in plain
    assert b"newsletter" not in plain
