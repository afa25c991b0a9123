"""Somebody signs in to a service with their account here: what each side sees, and for how long."""

from datetime import timedelta

import pytest
from allauth.idp.oidc.models import Token

from chancery.core import clock
from chancery.records.accounts.models import User
from chancery.records.accounts.signon import access, clients, logout
from chancery.records.accounts.signon.models import Access, Code, SignIn
from chancery.records.accounts.tests.relying import AT, ISSUER, Person, Service, a_person, an_operator, said, terms

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada():
    a_person()
    return Person().signs_in()


@pytest.fixture
def service():
    return Service()


def tokens_of(ada, service, **more) -> dict:
    answer = service.exchanges(ada.comes_to(service, **more)["code"])
    assert answer.status_code == 200, answer.content
    return answer.json()


STAY = "openid profile email offline_access"


def test_the_whole_way_from_the_first_question_to_the_name(ada, service):
    answer = ada.comes_to(service)
    assert (answer["state"], answer["iss"]) == ("a state", ISSUER)
    tokens = service.exchanges(answer["code"])
    assert tokens.status_code == 200, tokens.content
    assert "no-store" in tokens["Cache-Control"]
    given = tokens.json()
    assert (given["token_type"], given["expires_in"]) == ("Bearer", 900)
    claims = service.reads(given["id_token"])
    assert (claims["nonce"], claims["acr"], claims["amr"]) == ("a nonce", "password", ["pwd"])
    assert claims["auth_time"] <= claims["iat"]
    assert claims["exp"] - claims["iat"] == 300
    assert "email" not in claims
    assert service.learns(given["access_token"]).json() == {
        "sub": claims["sub"],
        "name": "Ada Lovelace",
        "given_name": "Ada",
        "family_name": "Lovelace",
        "locale": "en",
        "email": "ada@example.org",
        "email_verified": True,
    }


def test_who_is_not_signed_in_signs_in_on_the_way(service):
    a_person()
    stranger = Person()
    page = stranger.opens(service.asks())
    assert "Sign in" in page.content.decode()
    following = page.wsgi_request.GET["next"]
    signed = stranger.browser.post(
        "/account/login/", {"login": stranger.email, "password": "correct horse battery", "next": following}
    )
    consent = stranger.opens(signed["Location"])
    assert "Meetings" in consent.content.decode()
    assert "code" in said(stranger.answers(consent))


def test_the_page_that_asks_says_who_what_for_and_which_items(ada, service):
    text = ada.opens(service.asks(scope="openid profile email phone")).content.decode()
    for words in ("Conference Service", "To register you for meetings.", "https://meetings.example/privacy"):
        assert words in text
    for item in ("Ada Lovelace", "ada@example.org", "not given in your profile"):
        assert item in text


def test_what_is_left_out_is_not_given(ada, service):
    page = ada.opens(service.asks(scope="openid profile email"))
    code = said(ada.answers(page, items=("profile",)))["code"]
    given = service.exchanges(code).json()
    assert given["scope"] == "openid profile"
    assert "email" not in service.learns(given["access_token"]).json()


def test_who_has_agreed_is_not_asked_again_unless_for_more(ada, service):
    ada.comes_to(service, scope="openid email")
    assert ada.opens(service.asks(scope="openid email")).status_code == 302
    more = ada.opens(service.asks(scope="openid email phone"))
    assert more.status_code == 200
    assert "telephone" in more.content.decode()


def test_who_has_agreed_is_asked_again_when_the_policy_changes(ada, service):
    ada.comes_to(service)
    later = clock.now(ahead=0) + timedelta(days=1)
    clients.change(service.number, terms(after_logout=[]), by=an_operator(), at=later)
    assert ada.opens(service.asks()).status_code == 302
    clients.change(service.number, terms(purpose="To sell you things."), by=an_operator(), at=later)
    assert "To sell you things." in ada.opens(service.asks()).content.decode()


def test_who_does_not_agree_is_sent_back_without_a_code(ada, service):
    page = ada.opens(service.asks())
    answer = said(ada.answers(page, allow=False))
    assert answer == {"error": "access_denied", "state": "a state", "iss": ISSUER}
    assert not Access.objects.exists()


def test_nobody_is_shown_a_page_where_the_service_wants_none(service):
    a_person()
    stranger = Person()
    assert said(stranger.opens(service.asks(prompt="none")))["error"] == "login_required"
    ada = Person().signs_in()
    assert said(ada.opens(service.asks(prompt="none")))["error"] == "consent_required"
    ada.comes_to(service)
    assert "code" in said(ada.opens(service.asks(prompt="none")))
    assert said(ada.opens(service.asks(prompt="none login")))["error"] == "invalid_request"


def test_one_services_agreement_is_not_another_ones(ada, service):
    ada.comes_to(service)
    other = Service(name="Library")
    assert said(ada.opens(other.asks(prompt="none")))["error"] == "consent_required"


def test_a_fresh_sign_in_is_one_from_after_the_question(ada, service):
    ada.comes_to(service)
    page = ada.opens(service.asks(prompt="login"))
    assert "Confirm that it is you" in page.content.decode()
    following = page.wsgi_request.GET["next"]
    assert "Confirm that it is you" in ada.opens(following).content.decode()
    answer = ada.browser.post("/account/reauthenticate/", {"password": "correct horse battery", "next": following})
    assert "code" in said(ada.opens(answer["Location"]))


def test_the_mark_of_one_question_does_not_serve_another(ada, service):
    ada.comes_to(service)
    page = ada.opens(service.asks(prompt="login"))
    mark = page.wsgi_request.GET["next"].partition("begun=")[2]
    ada.browser.post("/account/reauthenticate/", {"password": "correct horse battery"})
    other = ada.opens(service.asks(prompt="login", state="another") + f"&begun={mark}")
    assert "Confirm that it is you" in other.content.decode()


def test_an_old_sign_in_is_too_old_for_who_says_so(ada, service):
    ada.comes_to(service)
    assert "code" in said(ada.opens(service.asks(max_age=3600)))
    session = ada.browser.session
    for record in session["account_authentication_methods"]:
        record["at"] -= 7200
    session.save()
    assert "Confirm that it is you" in ada.opens(service.asks(max_age=3600)).content.decode()
    assert said(ada.opens(service.asks(max_age=3600, prompt="none")))["error"] == "login_required"
    assert said(ada.opens(service.asks(max_age="soon")))["error"] == "invalid_request"


def remembers(ada, *kinds: str) -> None:
    """The session remembers these ways of having signed in as well, from just now."""
    session = ada.browser.session
    seen = session["account_authentication_methods"]
    session["account_authentication_methods"] = [
        *seen, *({"method": "mfa", "type": kind, "at": seen[-1]["at"] + 1} for kind in kinds)
    ]  # fmt: skip
    session.save()


def test_a_service_asks_for_a_second_factor_and_learns_that_it_was_shown(ada, service):
    ada.comes_to(service)
    page = ada.opens(service.asks(acr_values="second-factor"))
    assert "One more step" in page.content.decode()
    remembers(ada, "totp")
    code = said(ada.opens(service.asks(acr_values="second-factor")))["code"]
    claims = service.reads(service.exchanges(code).json()["id_token"])
    assert (claims["acr"], claims["amr"]) == ("second-factor", ["mfa", "otp", "pwd"])


def test_who_goes_on_with_less_is_said_to_have_shown_less(ada, service):
    ada.comes_to(service)
    answer = ada.opens(service.asks(acr_values="passkey") + "&less=1")
    claims = service.reads(service.exchanges(said(answer)["code"]).json()["id_token"])
    assert claims["acr"] == "password"


def test_what_the_office_requires_for_a_service_cannot_be_declined(ada):
    strict = Service(level="passkey")
    page = ada.opens(strict.asks() + "&less=1")
    assert "One more step" in page.content.decode()
    assert "Go on without it" not in page.content.decode()
    assert said(ada.opens(strict.asks(prompt="none")))["error"] == "interaction_required"
    remembers(ada, "webauthn")
    assert ada.comes_to(strict)["code"]


def test_refresh_tokens_come_only_to_whom_the_person_lets_stay(ada, service):
    assert "refresh_token" not in tokens_of(ada, service)
    assert "refresh_token" in tokens_of(ada, service, scope=STAY)


def test_a_refresh_token_is_exchanged_and_its_sign_in_stays_as_old_as_it_is(ada, service):
    first = tokens_of(ada, service, scope=STAY)
    second = service.refreshes(first["refresh_token"]).json()
    assert second["refresh_token"] != first["refresh_token"]
    before, after = service.reads(first["id_token"]), service.reads(second["id_token"])
    assert [before[name] for name in ("sub", "sid", "auth_time")] == [
        after[name] for name in ("sub", "sid", "auth_time")
    ]
    assert "nonce" not in after
    assert second["refresh_expires_in"] == 30 * 24 * 3600


def test_a_sign_in_ends_after_half_a_year_however_often_it_is_refreshed(ada, service):
    first = tokens_of(ada, service, scope=STAY)
    SignIn.objects.update(at=clock.now(ahead=0) - timedelta(days=179))
    second = service.refreshes(first["refresh_token"]).json()
    assert second["refresh_expires_in"] <= 24 * 3600
    SignIn.objects.update(at=clock.now(ahead=0) - timedelta(days=181))
    assert "refresh_token" not in service.refreshes(second["refresh_token"]).json()


def test_less_may_be_asked_for_at_a_refresh_and_more_may_not(ada, service):
    first = tokens_of(ada, service, scope=STAY)
    less = service.refreshes(first["refresh_token"], scope="openid email").json()
    assert less["scope"] == "openid email"
    assert "name" not in service.learns(less["access_token"]).json()
    again = service.refreshes(less["refresh_token"])
    assert again.json()["scope"].split() == STAY.split()
    more = service.refreshes(again.json()["refresh_token"], scope="openid phone")
    assert (more.status_code, more.json()["error"]) == (400, "invalid_scope")


def test_a_token_given_back_is_void(ada, service):
    given = tokens_of(ada, service, scope=STAY)
    assert service.sends("revoke", token=given["refresh_token"]).status_code == 200
    assert service.learns(given["access_token"]).status_code == 401
    assert service.refreshes(given["refresh_token"]).status_code == 400


def test_every_service_knows_a_person_by_another_number(ada, service):
    other = Service(name="Library")
    here = service.reads(tokens_of(ada, service)["id_token"])["sub"]
    there = other.reads(tokens_of(ada, other)["id_token"])["sub"]
    assert here != there
    assert here == service.reads(tokens_of(ada, service)["id_token"])["sub"]


def test_the_account_lists_the_services_and_ends_one(ada, service):
    given = tokens_of(ada, service, scope=STAY)
    text = ada.browser.get("/account/services/").content.decode()
    assert "Meetings" in text
    assert "Your e-mail address" in text
    row = Access.objects.get()
    assert ada.browser.post(f"/account/services/{row.pk}/end").status_code == 302
    assert service.learns(given["access_token"]).status_code == 401
    assert service.refreshes(given["refresh_token"]).status_code == 400
    assert "None yet" in ada.browser.get("/account/services/").content.decode()
    assert ada.opens(service.asks()).status_code == 200


def test_nobody_ends_what_is_somebody_elses(ada, service):
    tokens_of(ada, service)
    a_person("eve@example.org", "Eve")
    Person("eve@example.org").signs_in().browser.post(f"/account/services/{Access.objects.get().pk}/end")
    assert Access.objects.exists()


def test_a_closed_account_gives_no_tokens(ada, service):
    given = tokens_of(ada, service, scope=STAY)
    User.objects.filter(email=ada.email).update(is_active=False)
    assert service.learns(given["access_token"]).status_code == 401
    assert service.refreshes(given["refresh_token"]).status_code == 400


def test_a_closed_service_gets_nothing_more(ada, service):
    given = tokens_of(ada, service, scope=STAY)
    clients.close(service.number, by=an_operator(), at=AT)
    assert service.learns(given["access_token"]).status_code == 401
    assert service.refreshes(given["refresh_token"]).status_code == 401
    assert ada.opens(service.asks()).status_code == 400


def test_codes_and_tokens_end_with_their_time(ada, service):
    code = ada.comes_to(service)["code"]
    Code.objects.update(expires_at=clock.now(ahead=0) - timedelta(seconds=1))
    assert service.exchanges(code).json()["error"] == "invalid_grant"
    given = tokens_of(ada, service, scope=STAY)
    Token.objects.update(expires_at=clock.now(ahead=0) - timedelta(seconds=1))
    assert service.learns(given["access_token"]).status_code == 401
    assert service.refreshes(given["refresh_token"]).status_code == 400


def test_no_code_and_no_token_is_kept_as_it_is(ada, service):
    code = ada.comes_to(service, scope=STAY)["code"]
    given = service.exchanges(code).json()
    kept = str([*Code.objects.values(), *Token.objects.values(), *SignIn.objects.values()])
    for secret in (code, given["access_token"], given["refresh_token"], service.secret):
        assert secret not in kept


def test_what_is_over_is_forgotten(ada, service):
    tokens_of(ada, service, scope=STAY)
    ada.browser.post("/account/logout/")
    logout.clear(at=clock.now(ahead=0) + timedelta(days=400))
    assert not Token.objects.exists()
    assert not SignIn.objects.exists()
    assert not Code.objects.exists()
    assert access.used_by(User.objects.get(email=ada.email).pk), "what the person agreed to stays until they end it"


def test_a_service_on_peoples_devices_has_no_secret_and_the_same_protection(ada):
    native = Service(native=True, redirect_addresses=["http://127.0.0.1/callback", "org.example.app:/callback"])
    assert native.secret == ""
    native.callback = "http://127.0.0.1:49152/callback"
    assert tokens_of(ada, native, scope="openid email")["id_token"]
    native.callback = "org.example.app:/callback"
    page = ada.opens(native.asks(prompt="consent"))
    assert "form-action 'self' org.example.app:;" in page["Content-Security-Policy"]
    assert said(ada.answers(page))["code"]


def test_erasing_the_account_leaves_nothing_of_it_with_the_services(ada, service):
    from chancery.records.accounts import actions

    given = tokens_of(ada, service, scope=STAY)
    actions.forget_person(User.objects.get(email=ada.email).pk, at=AT)
    assert service.learns(given["access_token"]).status_code == 401
    assert not Access.objects.exists()
    assert logout.LogoutCall.objects.get().sid == "", "the service is told that its person has left"
