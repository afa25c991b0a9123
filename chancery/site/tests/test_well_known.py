"""What others look for without asking: there, in the form that their standard asks for; anything else is not found."""

from datetime import UTC, datetime, timedelta

import pytest

from chancery.core import clock


def lines(client):
    return dict(line.split(": ", 1) for line in client.get("/.well-known/security.txt").content.decode().splitlines())


def test_security_txt_says_whom_to_tell_and_has_not_expired(client, db):
    said = lines(client)
    expires = datetime.strptime(said["Expires"], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    assert said["Contact"] == "mailto:office@chancery.example"
    assert timedelta(days=30) < expires - clock.now() < timedelta(days=365)  # RFC 9116, section 2.5.5
    assert client.get("/.well-known/security.txt")["Content-Type"] == "text/plain; charset=utf-8"


def test_a_contact_that_is_an_address_of_the_web_stays_one(client, db, settings):
    settings.SECURITY_CONTACT = "https://office.example/security"
    assert lines(client)["Contact"] == "https://office.example/security"


def test_a_password_manager_is_led_to_the_form(client, db):
    assert client.get("/.well-known/change-password")["Location"] == "/account/password/change/"


@pytest.mark.parametrize("name", ["resource-that-should-not-exist-whose-status-code-should-not-be-200", "acme", ""])
def test_an_unknown_one_is_not_found(client, db, name):
    assert client.get(f"/.well-known/{name}").status_code == 404
