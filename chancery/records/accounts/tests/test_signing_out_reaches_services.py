"""Signing out here reaches the services, and signing out there may reach the office."""

from datetime import timedelta
from urllib.parse import parse_qs, urlencode

import jwt
import pytest
from django.contrib.sessions.models import Session

from chancery.core import clock
from chancery.records.accounts.signon import keys, logout
from chancery.records.accounts.signon.models import LogoutCall, SignIn
from chancery.records.accounts.tests.relying import ISSUER, Person, Service, a_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada():
    a_person()
    return Person().signs_in()


@pytest.fixture
def service():
    return Service()


def now():
    return clock.now(ahead=0)


class Receiver:
    """The service's own address for sign-outs."""

    def __init__(self, trouble: str = "") -> None:
        self.heard: list[tuple[str, dict]] = []
        self.trouble = trouble

    def __call__(self, address: str, body: bytes) -> str:
        [token] = parse_qs(body.decode())["logout_token"]
        self.heard.append((address, jwt.decode(token, options={"verify_signature": False})))
        self.token = token
        return self.trouble


def test_signing_out_here_tells_the_service_which_session_ended(ada, service):
    given = service.exchanges(ada.comes_to(service)["code"]).json()
    claims = service.reads(given["id_token"])
    ada.browser.post("/account/logout/")
    receiver = Receiver()
    assert logout.deliver_due(at=now(), post=receiver) == 1
    [(address, said)] = receiver.heard
    assert address == "https://meetings.example/logout"
    assert (said["iss"], said["aud"], said["sub"], said["sid"]) == (
        ISSUER,
        service.number,
        claims["sub"],
        claims["sid"],
    )
    assert said["events"] == {"http://schemas.openid.net/event/backchannel-logout": {}}
    assert "nonce" not in said
    assert said["exp"] - said["iat"] <= 120
    assert jwt.get_unverified_header(receiver.token)["typ"] == "logout+jwt"
    assert service.learns(given["access_token"]).status_code == 401
    assert logout.deliver_due(at=now(), post=receiver) == 0, "it is told once"


def test_a_logout_token_is_no_id_token(ada, service):
    ada.comes_to(service)
    ada.browser.post("/account/logout/")
    token = logout.logout_token(LogoutCall.objects.get(), at=now())
    assert keys.verified(token, audience=service.number, at=now()) is None


def test_who_may_stay_stays_when_the_browser_session_ends(ada, service):
    given = service.exchanges(ada.comes_to(service, scope="openid offline_access")["code"]).json()
    ada.browser.post("/account/logout/")
    assert service.learns(given["access_token"]).status_code == 401
    assert service.refreshes(given["refresh_token"]).status_code == 200


def test_a_session_ended_from_another_browser_is_noticed(ada, service):
    ada.comes_to(service)
    logout.leave_ended(at=now())
    assert not LogoutCall.objects.exists()
    Session.objects.all().delete()
    logout.leave_ended(at=now())
    assert LogoutCall.objects.count() == 1
    logout.leave_ended(at=now())
    assert LogoutCall.objects.count() == 1


def test_a_session_that_has_run_out_is_noticed(ada, service):
    ada.comes_to(service)
    logout.leave_ended(at=now() + timedelta(days=15))
    assert SignIn.objects.get().left_at is not None


def test_a_service_that_does_not_answer_is_called_again_and_given_up_after_a_day(ada, service):
    ada.comes_to(service)
    ada.browser.post("/account/logout/")
    silent, at = Receiver("out of reach"), now()
    for tries in range(1, 8):
        assert logout.deliver_due(at=at, post=silent) == 0
        call = LogoutCall.objects.get()
        assert (call.tries, call.trouble) == (tries, "out of reach")
        if tries < 7:
            assert logout.deliver_due(at=call.due_at - timedelta(seconds=1), post=silent) == 0
            assert LogoutCall.objects.get().tries == tries, "not before its time"
            at = call.due_at
    assert call.due_at is None
    assert timedelta(hours=20) < at - call.made_at < timedelta(days=2)
    assert [one.pk for one in logout.troubles(call.service)] == [call.pk]


def test_a_silent_service_keeps_no_other_waiting(ada, service):
    other = Service(name="Library", logout_address="https://library.example/logout")
    for one in (service, service, other):
        ada.comes_to(one)
    ada.browser.post("/account/logout/")

    def post(address: str, _body: bytes) -> str:
        asked.append(address)
        return "" if "library" in address else "out of reach"

    asked: list[str] = []
    assert logout.deliver_due(at=now(), post=post) == 1
    assert sorted(asked) == ["https://library.example/logout", "https://meetings.example/logout"]


def test_ending_it_in_the_account_says_so_for_every_session(ada, service):
    for _time in range(2):
        ada.comes_to(service)
    ada.browser.post(f"/account/services/{SignIn.objects.first().access_id}/end")
    receiver = Receiver()
    logout.deliver_due(at=now(), post=receiver)
    [(_address, said)] = receiver.heard
    assert "sid" not in said


def test_a_service_that_wants_not_to_be_told_is_not_told(ada):
    quiet = Service(logout_address="")
    ada.comes_to(quiet)
    ada.browser.post("/account/logout/")
    assert not LogoutCall.objects.exists()


# signing out at the service first (RP-initiated logout)


def asks(service, **more) -> str:
    given = {
        "client_id": service.number,
        "post_logout_redirect_uri": "https://meetings.example/bye",
        "state": "s",
        **more,
    }
    return f"/signon/logout?{urlencode({name: value for name, value in given.items() if value})}"


def test_nobody_is_signed_out_by_a_link(ada, service):
    page = ada.browser.get(asks(service))
    assert "Sign out here too?" in page.content.decode()
    assert "form-action 'self' https://meetings.example;" in page["Content-Security-Policy"]
    assert ada.browser.get("/account/profile/").status_code == 200


def test_who_signs_out_goes_back_to_the_service(ada, service):
    hint = service.exchanges(ada.comes_to(service)["code"]).json()["id_token"]
    page = ada.browser.get(asks(service, client_id="", id_token_hint=hint)).content.decode()
    action = page.split('action="/signon/left?')[1].split('"')[0].replace("&amp;", "&")
    answer = ada.browser.post(f"/signon/left?{action}", {"leave": "yes"})
    assert answer["Location"] == "https://meetings.example/bye?state=s"
    assert ada.browser.get("/account/profile/").status_code == 302
    assert LogoutCall.objects.exists()


def test_who_stays_stays(ada, service):
    query = asks(service).partition("?")[2]
    answer = ada.browser.post(f"/signon/left?{query}", {"stay": "yes"})
    assert answer["Location"] == "https://meetings.example/bye?state=s"
    assert ada.browser.get("/account/profile/").status_code == 200


@pytest.mark.parametrize(
    "address", ["https://evil.example/", "https://meetings.example/bye/../x", "https://meetings.example/callback"]
)
def test_nobody_is_sent_to_an_address_that_is_not_registered_for_it(ada, service, address):
    answer = ada.browser.get(asks(service, post_logout_redirect_uri=address))
    assert answer.status_code == 400
    query = asks(service, post_logout_redirect_uri=address).partition("?")[2]
    assert ada.browser.post(f"/signon/left?{query}", {"leave": "yes"})["Location"] == "/"


def test_a_hint_of_one_service_does_not_serve_another(ada, service):
    hint = service.exchanges(ada.comes_to(service)["code"]).json()["id_token"]
    other = Service(name="Evil")
    assert ada.browser.get(asks(other, id_token_hint=hint)).status_code == 400


def test_who_is_signed_out_already_is_sent_on(service):
    a_person()
    assert Person().browser.get(asks(service))["Location"] == "https://meetings.example/bye?state=s"


# keys


def test_a_new_key_is_published_before_it_signs_and_an_old_one_after(service):
    start = now()
    [first] = keys.published(at=start)
    assert not keys.rotate(at=start + timedelta(days=82))
    assert keys.rotate(at=start + timedelta(days=84))
    assert not keys.rotate(at=start + timedelta(days=84))

    def signs(at):
        return jwt.get_unverified_header(keys.signed({}, at=at))["kid"]

    def known(at):
        return [key["kid"] for key in keys.published(at=at)]

    before, after = start + timedelta(days=85), start + timedelta(days=95)
    assert (signs(before), len(known(before))) == (first["kid"], 2)
    assert signs(after) != first["kid"]
    assert first["kid"] in known(after), "what it signed can still be verified"
    assert first["kid"] not in known(start + timedelta(days=125))


def test_keys_are_readable_by_their_owner_only(settings):
    keys.published(at=now())
    assert settings.SIGNON_KEYS.stat().st_mode & 0o777 == 0o600
    public = keys.published(at=now())[0]
    assert not {"d", "p", "q", "dp", "dq", "qi"} & set(public)
