"""The attacks of the best current practice for OAuth (RFC 9700), each tried."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from chancery.core import clock
from chancery.records.accounts.models import User
from chancery.records.accounts.signon import addresses, keys, subjects
from chancery.records.accounts.signon.models import Access, SignIn
from chancery.records.accounts.tests.relying import CALLBACK, ISSUER, Person, Service, a_person, said

pytestmark = pytest.mark.django_db
STAY = "openid offline_access"


@pytest.fixture
def ada():
    a_person()
    return Person().signs_in()


@pytest.fixture
def service():
    return Service()


@pytest.mark.parametrize(
    "address",
    [
        "https://evil.example/callback",
        "https://meetings.example.evil.example/callback",
        "https://meetings.example/callback/../evil",
        "https://meetings.example/callback/more",
        "https://meetings.example/callback?next=https://evil.example",
        "https://meetings.example/callback#fragment",
        "https://meetings.example@evil.example/callback",
        "https://evil.example@meetings.example/callback",
        "https://meetings.example:444/callback",
        "https://MEETINGS.example/callback",
        "http://meetings.example/callback",
        "https://meetings.example/callback/",
        "https://meetings.example/%63allback",
        "https://meetings.example\\@evil.example/callback",
        "javascript:alert(1)",
        "//evil.example/callback",
        "/callback",
        "",
    ],
)
def test_an_address_that_is_not_registered_gets_a_page_and_never_a_redirect(ada, service, address):
    answer = ada.browser.get(service.asks(redirect_uri=address))
    assert answer.status_code == 400
    assert "Location" not in answer.headers
    assert "This link does not work" in answer.content.decode()


def test_a_request_without_an_address_is_not_answered_to_the_only_one_that_is_registered(ada, service):
    assert ada.browser.get(service.asks(redirect_uri=None)).status_code == 400


def test_a_service_that_is_not_registered_gets_nothing(ada, service):
    assert ada.browser.get(service.asks(client_id="nobody")).status_code == 400
    assert ada.browser.get(service.asks(client_id="nobody", prompt="none")).status_code == 400


def test_a_parameter_that_stands_there_twice_is_refused(ada, service):
    answer = ada.browser.get(service.asks() + "&redirect_uri=https://evil.example/")
    assert (answer.status_code, "Location" in answer.headers) == (400, False)


@pytest.mark.parametrize(
    ("registered", "given", "same"),
    [
        ("http://127.0.0.1/cb", "http://127.0.0.1:5000/cb", True),
        ("http://[::1]/cb", "http://[::1]:5000/cb", True),
        ("http://127.0.0.1/cb", "http://127.0.0.1:5000/other", False),
        ("http://127.0.0.1/cb", "http://127.0.0.1:5000@evil.example/cb", False),
        ("http://127.0.0.1/cb", "http://x@127.0.0.1:5000/cb", False),
        ("http://127.0.0.1/cb", "http://127.0.0.1.evil.example/cb", False),
        ("http://127.0.0.1/cb", "http://127.0.0.1:5000/cb#x", False),
        ("http://127.0.0.1/cb", "http://127.0.0.1:99999999/cb", False),
        ("http://localhost/cb", "http://localhost:5000/cb", False),
        ("https://rp.example/cb", "https://rp.example:5000/cb", False),
    ],
)
def test_only_the_port_of_a_loopback_address_may_differ(registered, given, same):
    assert addresses.matches(given, [registered]) is same


@pytest.mark.parametrize(
    "address",
    [
        "http://rp.example/cb",
        "https://rp.example/cb#part",
        "https://user@rp.example/cb",
        "https://*.rp.example/cb",
        "https:///cb",
        "javascript:alert(1)",
        "data:text/html,x",
        "rp.example/cb",
        "https://rp.example/c b",
        "https://rp.example\\@evil.example/",
    ],
)
def test_such_an_address_is_not_registered(address):
    assert addresses.fault(address)
    assert addresses.fault(address, native=True)


def test_without_s256_nobody_gets_a_code_services_with_a_secret_included(ada, service):
    for more in (
        {"code_challenge": None, "code_challenge_method": None},
        {"code_challenge_method": None},
        {"code_challenge_method": "plain", "code_challenge": "x" * 43},
        {"code_challenge_method": "plain"},
        {"code_challenge": "short"},
    ):
        answer = said(ada.browser.get(service.asks(**more)))
        assert (answer["error"], answer["iss"], answer["state"]) == ("invalid_request", ISSUER, "a state"), more


def test_a_code_is_worth_nothing_without_its_verifier(ada, service):
    for more in ({"code_verifier": ""}, {"code_verifier": "w" * 43}):
        answer = service.exchanges(ada.comes_to(service)["code"], **more)
        assert answer.status_code == 400, more


def test_a_stolen_code_is_worth_nothing_in_another_session_of_the_same_service(ada, service):
    """Code injection: the attacker's browser brings the victim's code to the service, which has another verifier."""
    code = ada.comes_to(service)["code"]
    service.verifier = "a" * 43
    assert service.exchanges(code).json()["error"] == "invalid_grant"


def test_a_code_of_one_service_is_worth_nothing_at_another(ada, service):
    code = ada.comes_to(service)["code"]
    other = Service(name="Evil")
    other.verifier = service.verifier
    assert other.exchanges(code).json()["error"] == "invalid_grant"
    assert service.exchanges(code).status_code == 200, "and is not spoilt for the one whose it is"


def test_a_code_goes_to_the_address_it_was_asked_for(ada, service):
    code = ada.comes_to(service)["code"]
    assert service.exchanges(code, redirect_uri="https://meetings.example/other").status_code == 400


def test_a_code_shown_twice_ends_what_came_from_it(ada, service):
    code = ada.comes_to(service, scope=STAY)["code"]
    given = service.exchanges(code).json()
    assert service.exchanges(code).json()["error"] == "invalid_grant"
    assert service.learns(given["access_token"]).status_code == 401
    assert service.refreshes(given["refresh_token"]).status_code == 400


def test_a_refresh_token_shown_twice_ends_its_whole_family(ada, service):
    first = service.exchanges(ada.comes_to(service, scope=STAY)["code"]).json()
    second = service.refreshes(first["refresh_token"]).json()
    third = service.refreshes(second["refresh_token"]).json()
    assert service.refreshes(first["refresh_token"]).json()["error"] == "invalid_grant"
    assert service.refreshes(third["refresh_token"]).json()["error"] == "invalid_grant"
    for one in (first, second, third):
        assert service.learns(one["access_token"]).status_code == 401
    assert SignIn.objects.get().ended_at is not None


def test_a_reused_token_of_one_sign_in_leaves_another_alone(ada, service):
    one = service.exchanges(ada.comes_to(service, scope=STAY)["code"]).json()
    other = service.exchanges(ada.comes_to(service, scope=STAY)["code"]).json()
    service.refreshes(one["refresh_token"])
    service.refreshes(one["refresh_token"])
    assert service.learns(other["access_token"]).status_code == 200


def test_a_refresh_token_of_one_service_is_worth_nothing_at_another(ada, service):
    given = service.exchanges(ada.comes_to(service, scope=STAY)["code"]).json()
    other = Service(name="Evil")
    assert other.refreshes(given["refresh_token"]).json()["error"] == "invalid_grant"
    assert other.sends("revoke", token=given["refresh_token"]).status_code == 200
    assert service.refreshes(given["refresh_token"]).status_code == 200, "nor can another one revoke it"


def test_whoever_does_not_know_the_secret_gets_nothing(ada, service):
    code = ada.comes_to(service)["code"]
    service.secret = "guessed"
    assert service.exchanges(code).status_code == 401
    service.secret = ""
    assert service.exchanges(code).status_code == 401


def test_the_answer_says_who_gives_it_so_that_nobody_mixes_two_offices_up(ada, service):
    assert ada.comes_to(service)["iss"] == ISSUER
    assert said(ada.browser.get(service.asks(response_type="token")))["iss"] == ISSUER
    configuration = service.machine.get("/.well-known/openid-configuration").json()
    assert configuration["authorization_response_iss_parameter_supported"] is True


@pytest.mark.parametrize("kind", ["token", "id_token", "id_token token", "code token", "code id_token", "none"])
def test_no_token_ever_comes_in_an_address(ada, service, kind):
    answer = ada.browser.get(service.asks(response_type=kind))
    parts = urlsplit(answer["Location"])
    assert (parts.fragment, "error" in parse_qs(parts.query)) == ("", True)


def test_an_answer_in_the_fragment_or_as_a_form_is_refused(ada, service):
    for mode in ("fragment", "form_post", "web_message"):
        assert said(ada.browser.get(service.asks(response_mode=mode)))["error"] == "invalid_request"


def test_a_host_header_does_not_change_who_we_are(ada, service):
    elsewhere = {"HTTP_HOST": "127.0.0.1:8000"}
    configuration = service.machine.get("/.well-known/openid-configuration", **elsewhere).json()
    assert configuration["issuer"] == ISSUER
    assert {urlsplit(value).netloc for key, value in configuration.items() if key.endswith(("_endpoint", "_uri"))} == {
        "localhost:8000"
    }
    code = ada.comes_to(service)["code"]
    form = {"grant_type": "authorization_code", "code": code, "redirect_uri": CALLBACK}
    form |= {"code_verifier": service.verifier, "client_id": service.number, "client_secret": service.secret}
    given = service.machine.post("/signon/token", form, **elsewhere).json()
    assert service.reads(given["id_token"])["iss"] == ISSUER
    assert service.machine.get("/.well-known/openid-configuration", HTTP_HOST="evil.example").status_code == 400


def test_the_page_that_asks_cannot_be_framed(ada, service):
    page = ada.opens(service.asks())
    assert page["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in page["Content-Security-Policy"]
    assert "form-action 'self' https://meetings.example;" in page["Content-Security-Policy"]
    assert "no-store" in page["Cache-Control"]


def test_nobody_agrees_in_anothers_name(service):
    a_person()
    ada = Person()
    ada.browser = Client(enforce_csrf_checks=True)
    ada.browser.force_login(User.objects.get(email=ada.email))
    query = service.asks().partition("?")[2]
    answer = ada.browser.post(f"/signon/consent?{query}", {"allow": "yes", "item": ["email"]})
    assert answer.status_code == 403
    assert not Access.objects.exists()


def test_a_link_agrees_to_nothing(ada, service):
    query = service.asks().partition("?")[2]
    assert ada.browser.get(f"/signon/consent?{query}&allow=yes&item=email").status_code == 405
    assert ada.browser.post(f"/signon/authorize?{query}", {"allow": "yes"}).status_code == 302
    assert not Access.objects.exists()


def test_nobody_agrees_to_more_than_was_asked(ada, service):
    page = ada.opens(service.asks(scope="openid email"))
    action = re.search(r'action="(/signon/consent\?[^"]+)"', page.content.decode())[1].replace("&amp;", "&")
    code = said(ada.browser.post(action, {"allow": "yes", "item": ["email", "address"], "scope": "openid address"}))[
        "code"
    ]
    assert service.exchanges(code).json()["scope"] == "openid email"
    assert Access.objects.get().given == ["email", "openid"], "nor is it kept for the next time"


def test_a_service_asks_for_no_more_than_it_was_registered_for(ada):
    modest = Service(scopes=["email"])
    assert said(ada.browser.get(modest.asks(scope="openid phone")))["error"] == "invalid_scope"
    assert said(ada.browser.get(modest.asks(scope="email")))["error"] == "invalid_scope"


def test_a_request_is_not_taken_from_elsewhere(ada, service):
    for name in ("request", "request_uri", "registration"):
        answer = said(ada.browser.get(service.asks(**{name: "https://evil.example/r"})))
        assert answer["error"] == f"{name}_not_supported"


def test_a_token_is_not_taken_from_an_address(ada, service):
    given = service.exchanges(ada.comes_to(service)["code"]).json()
    assert service.machine.get(f"/signon/userinfo?access_token={given['access_token']}").status_code == 401
    refused = service.learns("nonsense")
    assert (refused.status_code, "invalid_token" in refused["WWW-Authenticate"]) == (401, True)


def test_an_id_token_is_no_access_token(ada, service):
    given = service.exchanges(ada.comes_to(service)["code"]).json()
    assert service.learns(given["id_token"]).status_code == 401


def test_a_token_for_services_opens_nothing_of_the_office(ada, service):
    given = service.exchanges(ada.comes_to(service)["code"]).json()
    answer = service.machine.get("/api/v1/filing/drafts", headers={"Authorization": f"Bearer {given['access_token']}"})
    assert answer.status_code == 401


def test_the_office_answers_for_nobody_but_who_is_there(ada, service):
    hint = service.exchanges(ada.comes_to(service)["code"]).json()["id_token"]
    assert "code" in said(ada.opens(service.asks(id_token_hint=hint)))
    a_person("eve@example.org", "Eve")
    eve = Person("eve@example.org").signs_in()
    assert said(eve.opens(service.asks(id_token_hint=hint, prompt="none")))["error"] == "login_required"


def test_an_invented_number_is_nobodys(service):
    made = subjects.subject(7, service.number)
    assert subjects.person(made, service.number) == 7
    assert len(made) == 43
    assert subjects.person(made, "another service") is None
    assert subjects.person(("y" if made[0] == "x" else "x") + made[1:], service.number) is None
    for text in ("", "7", "A" * 43, "é" * 43, "=" * 4):
        assert subjects.person(text, service.number) is None


def test_a_token_signed_with_another_key_is_not_ours(service, tmp_path, settings):
    at = clock.now(ahead=0)
    ours = keys.signed({"iss": ISSUER, "aud": service.number}, at=at)
    assert keys.verified(ours, audience=service.number, at=at)
    assert keys.verified(ours, audience="another", at=at) is None
    settings.SIGNON_KEYS = tmp_path / "other.keys"
    theirs = keys.signed({"iss": ISSUER, "aud": service.number}, at=at)
    settings.SIGNON_KEYS = tmp_path / "signon.keys"
    assert keys.verified(theirs, audience=service.number, at=at) is None
    for text in ("", "a.b.c", "eyJhbGciOiJub25lIn0.e30."):
        assert keys.verified(text, at=at) is None
