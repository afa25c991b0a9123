"""Step-up: what is dangerous is asked again, at the level that it needs."""

import pytest
from django.http import HttpResponse
from django.test import override_settings
from django.urls import path

from chancery.core.access import fresh, signed_in
from chancery.records.accounts import actions, stepup
from chancery.records.accounts.models import User
from chancery.records.accounts.tests.signing_in import shown, signed_in_with_a_second_factor
from chancery.site import urls as site

pytestmark = pytest.mark.django_db


def done(request):
    return HttpResponse("done")


urlpatterns = [
    *site.urlpatterns,
    *(path(f"try/{level.replace(' ', '-')}", signed_in(fresh(level)(done))) for level in stepup.LEVELS),
]
handler403 = site.handler403


@pytest.fixture
def ada():
    return actions.open_account("ada@example.org", name="Ada", password="correct horse")


def asks(client, level):
    """Where the form is sent to; "" where it is taken."""
    with override_settings(ROOT_URLCONF=__name__):
        answer = client.post(f"/try/{level.replace(' ', '-')}")
    return answer["Location"].partition("?")[0] if answer.status_code == 302 else ""


def test_looking_is_never_asked_again(client, ada):
    client.force_login(User.objects.get(pk=ada))
    with override_settings(ROOT_URLCONF=__name__):
        assert client.get("/try/passkey").content == b"done"


def test_the_sign_in_itself_is_no_confirmation(client, ada):
    client.post("/account/login/", {"login": "ada@example.org", "password": "correct horse"})
    assert asks(client, "password") == "/account/reauthenticate/"


@pytest.mark.parametrize(
    ("record", "enough"),
    [
        ({"method": "password"}, {"password"}),
        ({"method": "mfa", "type": "totp"}, {"password", "second-factor"}),
        ({"method": "mfa", "type": "recovery_codes"}, {"password", "second-factor"}),
        ({"method": "mfa", "type": "webauthn"}, {"password", "second-factor", "passkey"}),
    ],
)
def test_each_way_is_enough_for_its_level_and_those_below(client, ada, record, enough):
    signed_in_with_a_second_factor(client, ada, ago=10_000)
    shown(client, User.objects.get(pk=ada), {**record, "reauthenticated": True})
    assert {level for level in stepup.LEVELS if not asks(client, level)} == enough


def test_what_was_shown_long_ago_is_asked_again(client, ada):
    signed_in_with_a_second_factor(client, ada, ago=301)
    assert asks(client, "second-factor") == "/account/2fa/reauthenticate/"


def test_what_somebody_else_showed_in_this_browser_is_nothing(client, ada):
    signed_in_with_a_second_factor(client, ada)
    bob = actions.open_account("bob@example.org", name="Bob", password="correct horse")
    session = client.session
    session["_auth_user_id"] = str(bob)
    session["_auth_user_hash"] = User.objects.get(pk=bob).get_session_auth_hash()
    session.save()
    assert asks(client, "password") == "/account/reauthenticate/"


def test_who_has_no_second_factor_is_led_to_where_one_is_set_up(client, ada):
    client.force_login(User.objects.get(pk=ada))
    assert asks(client, "second-factor") == "/account/2fa/"
    assert asks(client, "passkey") == "/account/2fa/"


def test_what_was_sent_is_done_once_the_password_is_given(client, ada):
    client.force_login(User.objects.get(pk=ada))
    with override_settings(ROOT_URLCONF=__name__):
        asked = client.post("/try/password", {"word": "kept"})
        answer = client.post(asked["Location"], {"password": "correct horse", "next": "/try/password"})
    assert answer.content == b"done"
