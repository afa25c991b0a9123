"""A service and a person at a browser, for the tests of single sign-on: every step over the test client."""

import base64
import hashlib
import json
import re
import secrets
from datetime import timedelta
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from django.core.cache import cache
from django.test import Client

from chancery.core import clock
from chancery.records.accounts import actions
from chancery.records.accounts.models import User
from chancery.records.accounts.signon import clients

AT = clock.now(ahead=0) - timedelta(days=1)
ISSUER = "http://localhost:8000"
CALLBACK = "https://meetings.example/callback"
PASSWORD = "correct horse battery"


def terms(**more) -> clients.Terms:
    given = {
        "name": "Meetings",
        "run_by": "Conference Service",
        "purpose": "To register you for meetings.",
        "policy_address": "https://meetings.example/privacy",
        "redirect_addresses": [CALLBACK],
        "scopes": ["profile", "email", "phone", "address", "offline_access"],
        "logout_address": "https://meetings.example/logout",
        "after_logout": ["https://meetings.example/bye"],
    }
    return clients.Terms(**{**given, **more})


def an_operator() -> int:
    found = User.objects.filter(email="op@example.org").first()
    if found:
        return found.pk
    op = actions.open_account("op@example.org", name="Op Erator", password=PASSWORD)
    actions.grant(op, role="operator", by=None, at=AT)
    return op


def a_person(email: str = "ada@example.org", name: str = "Ada Lovelace") -> int:
    return actions.open_account(email, name=name, password=PASSWORD)


class Service:
    """A registered service, as its own machine: it keeps number, secret and what it has asked."""

    def __init__(self, **more) -> None:
        self.number, self.secret = clients.register(terms(**more), by=an_operator(), at=AT)
        self.callback = terms(**more).redirect_addresses[0]
        self.machine = Client()
        self.verifier = secrets.token_urlsafe(32)

    @property
    def challenge(self) -> str:
        digest = hashlib.sha256(self.verifier.encode()).digest()
        return base64.urlsafe_b64encode(digest).decode().rstrip("=")

    def asks(self, **more) -> str:
        """The address to which it sends a browser."""
        given = {
            "response_type": "code",
            "client_id": self.number,
            "redirect_uri": self.callback,
            "scope": "openid profile email",
            "state": "a state",
            "nonce": "a nonce",
            "code_challenge": self.challenge,
            "code_challenge_method": "S256",
            **more,
        }
        return f"/signon/authorize?{urlencode({name: value for name, value in given.items() if value is not None})}"

    def authorization(self) -> str:
        return "Basic " + base64.b64encode(f"{self.number}:{self.secret}".encode()).decode()

    def sends(self, path: str, **form):
        headers = {"Authorization": self.authorization()} if self.secret else {}
        given = form if self.secret else {"client_id": self.number, **form}
        return self.machine.post(f"/signon/{path}", given, headers=headers)

    def exchanges(self, code: str, **more):
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": self.callback,
            "code_verifier": self.verifier,
            **more,
        }
        return self.sends("token", **form)

    def refreshes(self, token: str, **more):
        return self.sends("token", grant_type="refresh_token", refresh_token=token, **more)

    def learns(self, token: str):
        return self.machine.get("/signon/userinfo", headers={"Authorization": f"Bearer {token}"})

    def reads(self, id_token: str, **more) -> dict:
        """The ID token, checked as a service checks it."""
        keys = jwt.PyJWKSet.from_dict(json.loads(self.machine.get("/.well-known/jwks.json").content))
        kid = jwt.get_unverified_header(id_token)["kid"]
        options = {"verify_exp": False, "verify_iat": False}
        return jwt.decode(
            id_token, keys[kid], algorithms=["RS256"], audience=self.number, issuer=ISSUER, options=options, **more
        )


class Person:
    """Somebody at a browser of their own."""

    def __init__(self, email: str = "ada@example.org") -> None:
        self.email = email
        self.browser = Client()

    def signs_in(self) -> "Person":
        cache.clear()  # how often one address may sign in a minute is not what is tested here
        answer = self.browser.post("/account/login/", {"login": self.email, "password": PASSWORD})
        assert answer.status_code == 302, answer.content
        return self

    def opens(self, address: str):
        """Follows what leads on within the office."""
        answer = self.browser.get(address)
        while answer.status_code == 302 and answer["Location"].startswith("/"):
            answer = self.browser.get(answer["Location"])
        return answer

    def answers(self, page, *, allow: bool = True, items: tuple[str, ...] = ("profile", "email", "phone", "address")):
        """The form of the consent page."""
        action = re.search(r'action="(/signon/consent\?[^"]+)"', page.content.decode())[1].replace("&amp;", "&")
        shown = re.findall(r'name="item" value="(\w+)"', page.content.decode())
        given = {"item": [one for one in shown if one in {*items, "offline_access"}]}
        return self.browser.post(action, {**given, **({"allow": "yes"} if allow else {"refuse": "yes"})})

    def comes_to(self, service: Service, **more) -> dict[str, str]:
        """The whole way: to the office, agreeing where asked, back to the service with what the answer says."""
        answer = self.opens(service.asks(**more))
        if "/signon/consent?" in answer.content.decode():
            answer = self.answers(answer)
        return said(answer)


def said(answer) -> dict[str, str]:
    """What the answer tells the service, in the query of its own address."""
    moved = re.search(r'http-equiv="refresh" content="0;url=([^"]+)"', answer.content.decode())
    place = moved[1].replace("&amp;", "&") if moved else answer.headers.get("Location")
    assert place, re.sub(r"<[^>]+>|\s+", " ", answer.content.decode())[-1500:]
    return {name: values[0] for name, values in parse_qs(urlsplit(place).query).items()}
