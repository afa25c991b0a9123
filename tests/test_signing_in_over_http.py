"""Single sign-on between machines: an office, a service that uses Authlib, and another office as outside provider."""

import secrets
import time

import pytest

pytest.importorskip("authlib", reason="Authlib is not installed (requirements/test.txt)")

import requests
from authlib.integrations.requests_client import OAuth2Session, OAuthError
from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.jwk import KeySet

from tests.signing_on import Browser, Receiver, issuer, office, peopled, terms

pytestmark = [pytest.mark.server, pytest.mark.slow]
SCOPES = "openid profile email offline_access"


@pytest.fixture(scope="module")
def receiver():
    receiver = Receiver()
    yield receiver
    receiver.close()


@pytest.fixture(scope="module")
def ministry(tmp_path_factory):
    """The office at which people have their account."""
    portal = office(tmp_path_factory.mktemp("ministry") / "data", host="127.0.0.1")
    portal.start()
    yield portal
    portal.end()


@pytest.fixture(scope="module")
def chancery(tmp_path_factory):
    """The office that works with the ministry; not started yet."""
    return office(tmp_path_factory.mktemp("chancery") / "data", host="localhost")


@pytest.fixture(scope="module")
def registered(ministry, chancery, receiver):
    back = f"{issuer(chancery)}/account/oidc/ministry/login/callback/"
    there = terms(issuer(chancery), name="Chancery", redirect_addresses=[back], logout_address="", after_logout=[])
    people = ["ada@example.org", "eve@example.org"]
    return peopled(ministry, people=people, services=[terms(receiver.address), there])


@pytest.fixture(scope="module")
def other_office(chancery, ministry, registered, tmp_path_factory):
    """It is started with the operator's file that names the ministry."""
    folder = tmp_path_factory.mktemp("operator")
    number, secret = registered[1]
    (folder / "ministry.secret").write_text(secret)
    (folder / "providers.toml").write_text(
        f'[[provider]]\nid = "ministry"\nkind = "oidc"\nname = "The Ministry"\nissuer = "{issuer(ministry)}"\n'
        f'client_id = "{number}"\nclient_secret_file = "ministry.secret"\n'
    )
    chancery.environment["CHANCERY_IDENTITY_PROVIDERS"] = str(folder / "providers.toml")
    chancery.start()
    peopled(chancery, people=["ada@example.org"], services=[])
    yield chancery
    chancery.end()


class Meetings:
    """A service made with Authlib."""

    def __init__(self, portal, receiver, number: str, secret: str) -> None:
        self.found = requests.get(f"{issuer(portal)}/.well-known/openid-configuration", timeout=30).json()
        self.client = OAuth2Session(
            number,
            secret,
            scope=SCOPES,
            redirect_uri=f"{receiver.address}/callback",
            code_challenge_method="S256",
            token_endpoint_auth_method="client_secret_basic",
        )
        self.verifier, self.nonce = secrets.token_urlsafe(48), secrets.token_urlsafe(16)

    def asks(self, **more: str) -> str:
        address, self.state = self.client.create_authorization_url(
            self.found["authorization_endpoint"], code_verifier=self.verifier, nonce=self.nonce, **more
        )
        return address

    def fetches(self, answer: str) -> dict:
        return self.client.fetch_token(
            self.found["token_endpoint"], authorization_response=answer, code_verifier=self.verifier, state=self.state
        )

    def reads(self, token: dict) -> CodeIDToken:
        """The ID token, with signature, issuer, audience, times, nonce and at_hash."""
        keys = KeySet.import_key_set(requests.get(self.found["jwks_uri"], timeout=30).json())
        read = jwt.decode(token["id_token"], keys, algorithms=["RS256"])
        wanted = {"iss": {"essential": True, "value": self.found["issuer"]}, "aud": {"value": self.client.client_id}}
        params = {"nonce": self.nonce, "access_token": token["access_token"], "client_id": self.client.client_id}
        claims = CodeIDToken(read.claims, read.header, wanted, params)
        claims.validate(leeway=5)
        return claims


@pytest.fixture
def meetings(ministry, receiver, registered):
    receiver.logout_tokens.clear()
    return Meetings(ministry, receiver, *registered[0])


def test_the_whole_loop_with_a_client_of_another_project(ministry, meetings, receiver):
    assert meetings.found["issuer"] == issuer(ministry)
    browser = Browser().opens(meetings.asks())
    browser.signs_in("ada@example.org")
    assert "Conference Service" in browser.text
    browser.sends("/signon/consent", allow="yes", item=["profile", "email", "offline_access"])
    assert browser.came_to.startswith(f"{receiver.address}/callback?")
    assert browser.said()["iss"] == issuer(ministry)

    token = meetings.fetches(browser.came_to)
    claims = meetings.reads(token)
    assert claims["at_hash"]
    assert claims["acr"] == "password"
    userinfo = meetings.client.get(meetings.found["userinfo_endpoint"]).json()
    assert (userinfo["sub"], userinfo["email"]) == (claims["sub"], "ada@example.org")

    first = token["refresh_token"]
    second = meetings.client.refresh_token(meetings.found["token_endpoint"], refresh_token=first)
    assert second["refresh_token"] != first
    with pytest.raises(OAuthError, match="invalid_grant"):
        meetings.client.refresh_token(meetings.found["token_endpoint"], refresh_token=first)
    with pytest.raises(OAuthError, match="invalid_grant"):
        meetings.client.refresh_token(meetings.found["token_endpoint"], refresh_token=second["refresh_token"])

    browser.opens(meetings.asks(prompt="none"))
    again = meetings.reads(meetings.fetches(browser.came_to))
    assert again["sub"] == claims["sub"], "nobody was shown a page"

    browser.opens(f"{issuer(ministry)}/account/logout/").sends("/account/logout/")
    deadline = time.monotonic() + 20
    while len(receiver.logout_tokens) < 2 and time.monotonic() < deadline:
        time.sleep(0.2)
    keys = KeySet.import_key_set(requests.get(meetings.found["jwks_uri"], timeout=30).json())
    told = [jwt.decode(one, keys, algorithms=["RS256"]).claims for one in receiver.logout_tokens]
    assert {one["sid"] for one in told} == {claims["sid"], again["sid"]}
    assert {one["sub"] for one in told} == {claims["sub"]}


def test_an_account_elsewhere_opens_nobodys_account_here_by_its_address_alone(ministry, other_office):
    """Ada has an account at both offices, with the same address. Whoever is Ada at the ministry is not let in here."""
    browser = Browser().opens(f"{issuer(other_office)}/account/login/")
    assert "The Ministry" in browser.text
    browser.sends("/signon/outside/ministry")
    browser.signs_in("ada@example.org")
    browser.sends("/signon/consent", allow="yes", item=["profile", "email"])
    assert browser.came_to.startswith(issuer(other_office))
    browser.opens(f"{issuer(other_office)}/account/profile/")
    assert "/account/login/" in browser.came_to


def test_an_account_elsewhere_opens_the_account_that_it_was_linked_to(ministry, other_office):
    browser = Browser().opens(f"{issuer(other_office)}/account/login/").signs_in("ada@example.org")
    browser.opens(f"{issuer(other_office)}/account/elsewhere/").sends("/signon/outside/ministry")
    if "reauthenticate" in browser.came_to:
        browser.sends("/account/reauthenticate/", password="correct horse battery")
    browser.signs_in("ada@example.org")
    if "/signon/" in browser.came_to:
        browser.sends("/signon/consent", allow="yes", item=["profile", "email"])
    assert "The Ministry" in browser.opens(f"{issuer(other_office)}/account/elsewhere/").text

    other = Browser().opens(f"{issuer(other_office)}/account/login/").sends("/signon/outside/ministry")
    other.signs_in("ada@example.org")
    assert other.opens(f"{issuer(other_office)}/account/profile/").page.status_code == 200
    assert "ada@example.org" in other.text


def test_an_address_that_the_provider_calls_confirmed_is_confirmed_here_again(ministry, other_office):
    """Eve has no account here yet: one is opened, and nobody is signed in before the address has answered."""
    browser = Browser().opens(f"{issuer(other_office)}/account/login/").sends("/signon/outside/ministry")
    browser.signs_in("eve@example.org")
    browser.sends("/signon/consent", allow="yes", item=["profile", "email"])
    assert "confirm-email" in browser.came_to
    browser.opens(f"{issuer(other_office)}/account/profile/")
    assert "/account/login/" in browser.came_to
