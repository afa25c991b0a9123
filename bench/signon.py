"""Signing in to a service: full code flows with PKCE, the password included, beside django-oauth-toolkit.

    python -m bench.signon [--flows 200] [--clients 4]

Both behind the same web server with two workers, on the same store, with the same hashing of passwords. A flow is a new
browser and another person each time: the service's question, the sign-in page, the password, the page that asks, the
answer, code for tokens, userinfo. In turns of 50, so that what else the machine does falls on both. Four lines:
services without and with a secret (the peer hashes secrets as it hashes passwords; ours are of 256 random bits and
hashed once), and both again with passwords that are hashed in no time, which shows the rest alone.
"""

import argparse
import base64
import hashlib
import html
import json
import os
import re
import secrets
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPConnection
from http.cookies import SimpleCookie
from itertools import cycle
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

import django

from tests.portal import ROOT, Portal
from tests.signing_on import PASSWORD, peopled, terms

TURN = 50
WARMING = 16  # flows that are not counted: the first of each process reads templates
CALLBACK = "http://127.0.0.1:9/callback"
PERSON = "ada@example.org"
PERSONS = 200
PEOPLE = cycle(f"ada{number}@example.org" for number in range(PERSONS))
FORM = re.compile(r"<form")
HIDDEN = re.compile(r'<input type="hidden" name="([\w-]+)" value="([^"]*)"')
REFRESH = re.compile(r'http-equiv="refresh" content="0;url=([^"]+)"')


class Server(Portal):
    """One of the two, started by its module alone: no followers, no demo."""

    def __init__(self, data: Path, module: str, **environment: str) -> None:
        super().__init__(data)
        data.mkdir(parents=True, exist_ok=True)
        self.module = module
        settings = {"DJANGO_SETTINGS_MODULE": f"bench.{module}", "CHANCERY_URL": self.url}
        self.environment = {**self.environment, **settings, **environment}

    def launch(self) -> None:
        from chancery.site import serving

        command = [sys.executable, *serving.server("127.0.0.1", self.port, 2, f"bench.{self.module}:application")]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                command, cwd=ROOT, env=self.environment, stdout=log, stderr=log, start_new_session=True
            )

    def health(self) -> dict | None:
        return self.reached("/") and {}

    def command(self, *arguments: str, text: str | None = None) -> subprocess.CompletedProcess:
        """Python within this project, with its own settings."""
        command = [sys.executable, *arguments]
        return subprocess.run(
            command, cwd=ROOT, env=self.environment, input=text, capture_output=True, text=True, check=False
        )

    def does(self, code: str, text: str | None = None) -> str:
        done = self.command("-c", f"import django; django.setup()\n{code}", text=text)
        assert done.returncode == 0, done.stderr[-3000:]
        return done.stdout


@dataclass(frozen=True)
class Side:
    """Where one side has its endpoints, and as whom a service asks."""

    server: Server
    paths: Mapping[str, str]
    client: str
    secret: str


@dataclass(frozen=True)
class Page:
    """One answer."""

    text: str
    leads_to: str

    def hidden(self, beside: str) -> dict[str, str]:
        """The hidden fields of the form that holds these words."""
        form = next(one for one in FORM.split(self.text) if beside in one)
        return {name: html.unescape(value) for name, value in HIDDEN.findall(form)}


class Browser:
    """A new person's browser: cookies, forms and what leads on, over one connection."""

    def __init__(self, side: Side) -> None:
        self.side, self.cookies = side, {}
        self.line = HTTPConnection("127.0.0.1", side.server.port, timeout=120)

    def goes(self, method: str, path: str, form: Mapping[str, str] | None = None, **headers: str) -> Page:
        sent = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()), **headers}
        if form is not None:
            sent |= {"Content-Type": "application/x-www-form-urlencoded", "Referer": self.side.server.url}
        self.line.request(method, path, urlencode(form) if form is not None else None, sent)
        response = self.line.getresponse()
        text = response.read().decode()
        for cookie in response.headers.get_all("Set-Cookie") or ():
            self.cookies |= {name: one.value for name, one in SimpleCookie(cookie).items()}
        assert response.status < 400, f"{method} {path}: {response.status} {text[-500:]}"
        moved = REFRESH.search(text)
        return Page(text, response.headers.get("Location") or (html.unescape(moved[1]) if moved else ""))

    def follows(self, page: Page) -> Page:
        """Through redirects and pages that move on, as far as the house goes."""
        while page.leads_to and not page.leads_to.startswith(CALLBACK):
            page = self.goes("GET", page.leads_to)
        return page


def flow(side: Side, person: str) -> None:
    """One person, one service, from its question to the name. Raises where anything is not as it should be."""
    browser, verifier = Browser(side), secrets.token_urlsafe(32)
    challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).decode().rstrip("=")
    asked = {
        "response_type": "code",
        "client_id": side.client,
        "redirect_uri": CALLBACK,
        "scope": "openid profile email",
        "state": secrets.token_urlsafe(8),
        "nonce": secrets.token_urlsafe(8),
        "code_challenge": challenge,
        "code_challenge_method": "S256",
        "prompt": "consent",
    }
    question = f"{side.paths['authorize']}?{urlencode(asked)}"
    page = browser.follows(browser.goes("GET", question))
    names = {"login": person, "username": person, "password": PASSWORD}
    page = browser.follows(browser.goes("POST", side.paths["login"], {**page.hidden('type="password"'), **names}))
    action = re.search(r'action="(/signon/consent[^"]*)"', page.text)
    agreed = {**page.hidden('name="allow"'), "item": "email", "allow": "yes"}
    answer = browser.goes("POST", html.unescape(action[1]) if action else question, agreed)
    code = parse_qs(urlsplit(answer.leads_to).query)["code"][0]
    form = {"grant_type": "authorization_code", "code": code, "redirect_uri": CALLBACK, "code_verifier": verifier}
    form |= {"client_id": side.client, **({"client_secret": side.secret} if side.secret else {})}
    token = json.loads(browser.goes("POST", side.paths["token"], form).text)
    known = browser.goes("GET", side.paths["userinfo"], Authorization=f"Bearer {token['access_token']}")
    assert token["id_token"], token
    assert json.loads(known.text)["sub"], known.text


OFFICE = {
    "authorize": "/signon/authorize",
    "login": "/account/login/",
    "token": "/signon/token",
    "userinfo": "/signon/userinfo",
}
PEER = {"authorize": "/o/authorize/", "login": "/login/", "token": "/o/token/", "userinfo": "/o/userinfo/"}
MORE = f"""
from allauth.account.models import EmailAddress
from chancery.records.accounts.models import User
one = User.objects.get(email="{PERSON}")
for number in range({PERSONS}):
    more = User.objects.create(
        email=f"ada{{number}}@example.org", name=one.name, first_name="Ada", last_name="Lovelace", password=one.password
    )
    EmailAddress.objects.create(user=more, email=more.email, verified=True, primary=True)
"""
PREPARE = """
from rich.console import Console
from chancery.site import serving
serving.prepare(Console(quiet=True))
"""
MAKE_PEER = """
import json, sys
from django.contrib.auth.models import User
from django.core.management import call_command
from oauth2_provider.models import Application
asked = json.load(sys.stdin)
call_command("migrate", verbosity=0)
names = {"first_name": "Ada", "last_name": "Lovelace"}
one = User.objects.create_user(asked["person"], asked["person"], asked["password"], **names)
for number in range(asked["persons"]):
    email = f"ada{number}@example.org"
    User.objects.create(username=email, email=email, password=one.password, **names)
made = []
for kind in ("public", "confidential"):
    secret = "" if kind == "public" else asked["secret"]
    row = Application.objects.create(name=kind, client_type=kind, authorization_grant_type="authorization-code",
        redirect_uris=asked["callback"], algorithm="RS256", client_secret=secret)
    made.append((row.client_id, secret))
print(json.dumps(made))
"""


def office(folder: Path, **environment: str) -> tuple[Server, list[Side]]:
    server = Server(folder / "office", "signon_office", **environment)
    server.does(PREPARE)
    kinds = [terms("http://127.0.0.1:9", native=native, scopes=["profile", "email"]) for native in (True, False)]
    made = peopled(server, people=[PERSON], services=[{**one, "logout_address": ""} for one in kinds])
    server.does(MORE)
    return server, [Side(server, OFFICE, *one) for one in made]


def peer(folder: Path, **environment: str) -> tuple[Server, list[Side]]:
    server = Server(folder / "peer", "signon_peer", BENCH_PEER=str(folder / "peer"), **environment)
    key = ["openssl", "genpkey", "-quiet", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"]
    subprocess.run([*key, "-out", str(folder / "peer/peer.pem")], check=True)
    asked = {"person": PERSON, "password": PASSWORD, "callback": CALLBACK, "secret": secrets.token_urlsafe(32)}
    asked["persons"] = PERSONS
    made = json.loads(server.does(MAKE_PEER, json.dumps(asked)).splitlines()[-1])
    return server, [Side(server, PEER, *one) for one in made]


def timed(side: Side, flows: int, clients: int) -> tuple[float, float]:
    """Seconds on the clock, and processor seconds of the server, for so many flows."""
    began, spent = time.perf_counter(), side.server.cpu_seconds()
    with ThreadPoolExecutor(clients) as people:
        for done in [people.submit(flow, side, next(PEOPLE)) for _flow in range(flows)]:
            done.result()
    return time.perf_counter() - began, side.server.cpu_seconds() - spent


def compare(name: str, ours: Side, theirs: Side, wanted: argparse.Namespace) -> None:
    took = {id(ours): [0.0, 0.0], id(theirs): [0.0, 0.0]}
    for side in (ours, theirs):
        timed(side, WARMING, wanted.clients)
    for turn in range(0, wanted.flows, TURN):
        flows = min(TURN, wanted.flows - turn)
        for side in (ours, theirs) if turn // TURN % 2 else (theirs, ours):
            for place, seconds in enumerate(timed(side, flows, wanted.clients)):
                took[id(side)][place] += seconds
    (here, here_cpu), (there, there_cpu) = took[id(ours)], took[id(theirs)]
    rates = f"{wanted.flows / here:8.1f} {wanted.flows / there:8.1f} {there / here:7.2f}×"
    each = f"{here_cpu / wanted.flows * 1000:8.0f} {there_cpu / wanted.flows * 1000:8.0f}"
    print(f"{name:<44}{rates}{each}", flush=True)


def run(folder: Path, passwords: str, wanted: argparse.Namespace) -> None:
    folder.mkdir()
    environment = {"BENCH_PASSWORDS": passwords}
    servers = []
    try:
        for make in (office, peer):
            servers.append(make(folder, **environment))
            servers[-1][0].start()
        (_ours, ours), (_theirs, theirs) = servers
        for place, kind in enumerate(("without a secret", "with a secret")):
            compare(f"services {kind}, passwords {passwords}", ours[place], theirs[place], wanted)
    finally:
        for server, _sides in servers:
            server.end()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--flows", type=int, default=200)
    parser.add_argument("--clients", type=int, default=4)
    wanted = parser.parse_args()
    print("load {:.1f} (1 min), {:.1f} (5 min)".format(*os.getloadavg()[:2]))
    print(f"{wanted.flows} flows, {wanted.clients} people at once{'':<10}office/s   peer/s   ratio   CPU ms   peer's")
    with tempfile.TemporaryDirectory(prefix="chancery-bench-") as folder:
        os.environ |= {"CHANCERY_DATA": f"{folder}/none", "DJANGO_SETTINGS_MODULE": "chancery.site.settings"}
        django.setup()  # the server's command line is the portal's own
        for passwords in ("as deployed", "fast"):
            run(Path(folder, passwords.replace(" ", "-")), passwords, wanted)
    print(f"load {os.getloadavg()[0]:.1f} (1 min)")


if __name__ == "__main__":
    main()
